"""Comments for canonical XML: each on lines of its own, above the line that it is about.

Canonical XML has a line for every block of running text, so a line is as good a place as a node,
and no writer needs to know of comments.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

Remark: TypeAlias = Callable[[int, str], str]
"""Number of a line, from 1, and what stands on it → its comment, "" for none."""


def commented(xml: bytes, remark: Remark) -> bytes:
    """Put the comments that *remark* makes above the lines of canonical *xml*."""
    lines: list[str] = []
    for number, line in enumerate(xml.decode().split("\n"), start=1):
        words = remark(number, line.strip(" "))
        if words:
            indent = line[: len(line) - len(line.lstrip(" "))]
            lines += [one and indent + one for one in comment(words).split("\n")]
        lines.append(line)
    return "\n".join(lines).encode()


def comment(words: str) -> str:
    """Write a comment that holds any *words*, over as many lines as they have.

    What no comment may hold is written as a number: copied into the text, it means the same.
    """
    plain = re.sub("-(?=-)", "&#x2D;", words)
    first, *others = "".join(map(_allowed, plain)).split("\n")
    return "\n".join([f"<!-- {first}", *(one and f"     {one}" for one in others)]) + " -->"


def _allowed(character: str) -> str:
    """Write as a number what XML forbids, and what would steer the display of the markup."""
    is_odd = unicodedata.category(character) in {"Cc", "Cf", "Cs"}
    if (is_odd and character not in "\t\n") or character in "\ufffe\uffff":
        return f"&#x{ord(character):X};"
    return character
