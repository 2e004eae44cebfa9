"""TOML → frozen dataclasses, strictly: an unknown, missing or mistyped key is an error.

Language files and house files are read by this one loader, so they fail in the same words. A type
may be ``Annotated`` with a function that reads it further, or raises `ConfigError`.
"""

from __future__ import annotations

import dataclasses
import tomllib
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from pressconv.errors import ConfigError, Place, suggestion

T = TypeVar("T")

_MAX_BYTES = 2**20
_KINDS: Final = {
    str: ("a text", "texts"),
    int: ("a whole number", "whole numbers"),
    float: ("a number", "numbers"),
    bool: ("true or false", "true and false"),
}
"""What is called how, one and several, by those who write TOML and no Python."""


def parse_toml(data: bytes, *, file: str) -> dict[str, object]:
    """Parse TOML.

    Raises:
        ConfigError: the bytes are no TOML in UTF-8.
    """
    if len(data) > _MAX_BYTES:
        raise ConfigError(f"more than {_MAX_BYTES:,} bytes", place=Place(file))
    try:
        return tomllib.loads(data.decode("utf-8"))
    # Besides its own error, tomllib lets through those of numbers and of brackets without end.
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"not TOML: {error}", place=Place(file)) from error


def build(kind: type[T], table: object, *, file: str, key: str = "") -> T:
    """Make a *kind* of *table*; keys are field names.

    Raises:
        ConfigError: a key is unknown or missing, or its value has another type.
    """
    if not isinstance(table, dict):
        raise ConfigError(f"{key or 'the file'} must be a table", place=Place(file))
    hashable: Any = kind
    hints = _hints(hashable)
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    prefix = f"{key}." if key else ""
    values = {}
    for name, value in table.items():
        if name not in fields:
            hint = suggestion(name, fields)
            raise ConfigError(f"unknown key {prefix + name!r}", place=Place(file), hint=hint)
        values[name] = _value(hints[name], value, file, prefix + name)
    missing = [
        name
        for name, field in fields.items()
        if name not in values
        and field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    ]
    if missing:
        raise ConfigError(f"missing key {prefix + missing[0]!r}", place=Place(file))
    try:
        return kind(**values)
    except ConfigError as error:  # what the values themselves exclude
        where = f"[{key}]: " if key else ""
        raise ConfigError(where + error.message, place=Place(file), hint=error.hint) from error


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(kind, include_extras=True)


def _value(hint: Any, value: object, file: str, key: str) -> object:  # noqa: ANN401
    """Hold *value* against a type hint; what TOML lacks (tuples, enumerations) is made."""
    if type(value) is hint:
        return value
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _read(arguments[1], _value(arguments[0], value, file, key), file, key)
    if origin in {Union, UnionType}:
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return _value(inner, value, file, key)
    if origin is tuple and isinstance(value, list):
        if arguments[-1] is not Ellipsis and len(arguments) != len(value):
            raise ConfigError(f"{key} takes {len(arguments)} values", place=Place(file))
        return tuple(_value(arguments[0], one, file, f"{key}[{n}]") for n, one in enumerate(value))
    if origin is dict and isinstance(value, dict):
        return _mapping(arguments[0], arguments[1], value, file, key)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return build(hint, value, file=file, key=key)
    if isinstance(hint, type) and issubclass(hint, StrEnum) and isinstance(value, str):
        if value not in list(hint):
            expected = f"expected one of {', '.join(hint)}"
            raise ConfigError(f"{key} = {value!r}", place=Place(file), hint=expected)
        return hint(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    message = f"{key} = {_shown(value)}: expected {_expected(hint)}"
    raise ConfigError(message, place=Place(file))


def _read(read: Any, value: object, file: str, where: str) -> Any:  # noqa: ANN401
    try:
        return read(value)
    except ConfigError as error:
        message = f"{where}: {error.message}"
        raise ConfigError(message, place=Place(file), hint=error.hint) from error


def _expected(hint: Any) -> str:  # noqa: ANN401
    """Say in plain words what a value of type *hint* is."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _expected(arguments[0])
    if origin is tuple:
        return f"a list of {_several(arguments[0])}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return f"one of {', '.join(hint)}"
    return _KINDS[hint][0] if hint in _KINDS else "a table"


def _several(hint: Any) -> str:  # noqa: ANN401
    if get_origin(hint) is Annotated or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        return _KINDS[str][1]
    return _KINDS[hint][1] if hint in _KINDS else "tables"


def _shown(value: object) -> str:
    """Write *value* as it stands in the file."""
    match value:
        case bool():
            return str(value).lower()
        case date() | time():
            return str(value)
        case list():
            return f"[{', '.join(map(_shown, value))}]"
        case dict():
            return "{…}"
        case _:
            return repr(value)


def _mapping(
    key_hint: Any,  # noqa: ANN401
    value_hint: Any,  # noqa: ANN401
    table: dict[str, object],
    file: str,
    key: str,
) -> dict[str, object]:
    """Read a table with free keys, or one with exactly the keys of an enumeration."""
    made: dict[str, object] = {}
    for written, one in table.items():
        name = written
        if get_origin(key_hint) is Annotated:
            name = _read(get_args(key_hint)[1], written, file, f"[{key}]")
        if name in made:
            message = f"[{key}]: {written!r} stands for {name!r}, which is there already"
            raise ConfigError(message, place=Place(file))
        made[name] = _value(value_hint, one, file, f"{key}.{written}")
    if get_origin(key_hint) is Annotated or not issubclass(key_hint, StrEnum):
        return made
    for name in made:
        if name not in list(key_hint):
            hint = suggestion(name, map(str, key_hint))
            raise ConfigError(f"unknown key '{key}.{name}'", place=Place(file), hint=hint)
    for member in key_hint:
        if member not in made:
            raise ConfigError(f"missing key '{key}.{member}'", place=Place(file))
    return {key_hint(name): one for name, one in made.items()}
