"""A frozen dataclass → TOML that `pressconv.strict` reads back as the same.

What is as by default is left out. Characters that nobody sees are written as escapes.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BARE: Final = pattern(r"[A-Za-z0-9_-]+")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def write_toml(value: object) -> str:
    """Write the dataclass *value*: first what stands in no table, then the tables."""
    return "\n\n".join(filter(None, _table((), _said(value))))


def _table(name: tuple[str, ...], items: Mapping[str, Any], brackets: str = "[]") -> Iterator[str]:
    """Yield a table and those below it, each as its lines; one that only holds others has none."""
    below = {key: value for key, value in items.items() if _is_table(value)}
    lines = [f"{_key(key)} = {_value(one)}" for key, one in items.items() if key not in below]
    if name and (lines or not below or brackets != "[]"):
        half = len(brackets) // 2
        lines.insert(0, f"{brackets[:half]}{'.'.join(map(_key, name))}{brackets[half:]}")
    yield "\n".join(lines)
    for key, value in below.items():
        if isinstance(value, tuple):
            for one in value:
                yield from _table((*name, key), _said(one), "[[]]")
        else:
            yield from _table((*name, key), value if isinstance(value, dict) else _said(value))


def _said(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    """Return the fields of *value* that are not as by default."""
    return {
        field.name: getattr(value, field.name)
        for field in dataclasses.fields(value)
        if getattr(value, field.name) != default(field)
    }


def default(field: dataclasses.Field[Any]) -> object:
    """Return what a field is where nobody says it; `MISSING` where somebody has to."""
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _is_table(value: object) -> bool:
    if isinstance(value, tuple):
        return bool(value) and dataclasses.is_dataclass(value[0])
    return isinstance(value, dict) or dataclasses.is_dataclass(value)


def _value(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return _string(value) if isinstance(value, str) else str(value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _string(name)


def _string(text: str) -> str:
    return f'"{"".join(map(_character, text))}"'


def _character(one: str) -> str:
    if one in _ESCAPES:
        return _ESCAPES[one]
    if one == " " or unicodedata.category(one)[0] not in "CZ":
        return one
    return f"\\u{ord(one):04X}" if ord(one) <= 0xFFFF else f"\\U{ord(one):08X}"
