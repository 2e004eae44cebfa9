"""Names, attributes and characters → tags and escaped text."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile
from typing import Final, TypeAlias

from pressconv import model as m

Value: TypeAlias = str | int | Decimal | m.When | None

_UNSEEN: Final = frozenset({"Cf", "Zs", "Zl", "Zp"})
# Arabic and Syriac signs that stand before a number: format characters, but seen.
_SIGNS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")


def marks(node: m.Marked) -> dict[str, Value]:
    """Return the common attributes of *node*."""
    return {"xml_id": node.id, "xml_lang": node.lang, "dir": node.dir}


def element(name: str, inner: str, /, **attributes: Value) -> str:
    """Write an element that holds elements, each on a line of its own."""
    if not inner:
        return leaf(name, **attributes)
    indented = "\n".join("  " + line for line in inner.split("\n"))
    return f"{_open(name, **attributes)}\n{indented}\n</{name}>"


def leaf(name: str, inner: str = "", /, **attributes: Value) -> str:
    """Write an element on one line."""
    start = _open(name, **attributes)
    return f"{start}{inner}</{name}>" if inner else f"{start[:-1]}/>"


def _open(name: str, /, **attributes: Value) -> str:
    written = "".join(
        f' {_attribute_name(key)}="{_quoted(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>"


def _attribute_name(keyword: str) -> str:
    return keyword.replace("xml_", "xml:").rstrip("_").replace("_", "-")


def _quoted(value: Value) -> str:
    match value:
        case date():
            text = value.isoformat()
        case Decimal():
            text = f"{value:f}"  # never "1E+3": the schema knows no exponent
        case StrEnum():
            text = value.value
        case _:
            text = str(value)
    return escape(text).replace('"', "&quot;")


def lines(*parts: object) -> str:
    """Put what was written on lines; what is not there (`None`, ``()``) leaves none."""
    return "\n".join(part for part in parts if isinstance(part, str) and part)


def escape(text: str) -> str:
    """Escape *text*, and write as numbers what cannot be seen in an editor."""
    marks = "".join(takewhile(unicodedata.combining, text))
    rest = text[len(marks) :].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if text.isascii():
        return rest
    # After a tag an editor that makes the file NFC would join a mark with the ">".
    return "".join([*map(_number, marks), *map(_visible, rest)])


def _visible(character: str) -> str:
    if character.isascii() or unicodedata.category(character) not in _UNSEEN:
        return character
    return character if character in _SIGNS else _number(character)


def _number(character: str) -> str:
    return f"&#x{ord(character):X};"
