"""CSS in an SVG image → the ids that it refers to, or that it is not safe.

CSS has many ways to write one thing; a backslash and an at sign are refused before anything is
parsed, so that no name is hidden. Source: CSS Syntax Module Level 3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import tinycss2

from pressconv.assets.svg_names import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_CALLS: Final = re.compile(r"[(\\@]")
_MAX_SHOWN: Final = 60


class UnsafeStyleError(ValueError):
    """CSS that could lead out of the file; the message says by what."""


def references(value: str) -> list[str]:
    """Return the ids that the CSS of an attribute refers to.

    Raises:
        UnsafeStyleError: it could lead out of the file.
    """
    if not _CALLS.search(value):
        return []
    _hold_plain(value)
    return list(_targets(tinycss2.parse_component_value_list(value)))


def rules(sheet: str) -> list[tuple[list[Any], list[str]]]:
    """Return the selector of each rule of a style sheet, and the ids that it refers to.

    Raises:
        UnsafeStyleError: it could lead out of the file.
    """
    _hold_plain(sheet)
    found = []
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            raise UnsafeStyleError("what is no rule of CSS")
        list(_targets(rule.prelude))
        found.append((rule.prelude, list(_targets(rule.content))))
    return found


def _hold_plain(text: str) -> None:
    for sign, name in (("\\", "an escape"), ("@", "an at-rule")):
        if sign in text:
            at = text.index(sign)
            raise UnsafeStyleError(f"{name}: {shown(text[at:])}")


def _targets(tokens: Iterable[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type == "url":
            yield _own(token.value)
        elif token.type == "function":
            name = token.lower_name
            if name not in FUNCTIONS:
                raise UnsafeStyleError(f"the function {shown(token.name)}()")
            if name == "url":
                inner = [one for one in token.arguments if one.type != "whitespace"]
                if [one.type for one in inner] != ["string"]:
                    raise UnsafeStyleError("url() without an address")
                yield _own(inner[0].value)
            else:
                yield from _targets(token.arguments)
        elif token.type == "error":
            raise UnsafeStyleError(f"what is no CSS: {token.message}")
        elif hasattr(token, "content"):  # blocks in brackets
            yield from _targets(token.content)


def _own(address: str) -> str:
    if not address.startswith("#"):
        raise UnsafeStyleError(f"the address {shown(address)}")
    return address[1:]


def shown(text: str) -> str:
    """Return *text* in quotes for a message, shortened where it is long."""
    return repr(text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "\u2026")
