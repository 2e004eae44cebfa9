"""The text of an attribute → its value, by the datatypes of the schema.

Every function takes the text and returns the value, or raises `ValueError` with what was
expected. Each refuses at least what the schema refuses.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

from pressconv.languages.tags import canonical_case, is_well_formed


if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.model import LangTag, When

E = TypeVar("E", bound=StrEnum)
D = TypeVar("D", bound=date)

SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "sms", "ftp", "ftps"})

_SPACES: Final = " \t\n\r"
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_DURATION: Final = re.compile(
    r"-?P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?"
)
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_NAME: Final = re.compile(r"[^\W\d][\w.\u00B7-]*")
_RELEASE_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")
_NOT_IN_ADDRESS: Final = re.compile(r"""[\s\x00-\x1f\x7f"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})""")


class SchemeError(ValueError):
    """An address with a scheme that is not allowed."""


class LanguageTagError(ValueError):
    """A tag that is not BCP 47."""


def plain(text: str) -> str:
    """Return *text* with its white space collapsed."""
    return " ".join(text.split())


def language_tag(text: str) -> LangTag:
    """Read a BCP 47 tag into canonical case."""
    tag = text.strip(_SPACES)
    if not is_well_formed(tag):
        raise LanguageTagError("expected a language tag such as 'fr' or 'pt-BR'")
    return canonical_case(tag)


def language_tags(text: str) -> tuple[LangTag, ...]:
    """Read one language tag or more."""
    tags = tuple(map(language_tag, text.split()))
    if not tags:
        raise LanguageTagError("expected one language tag or more")
    return tags


def release_id(text: str) -> str:
    """Read the name of a release, which is also that of its files."""
    if not _RELEASE_ID.fullmatch(text.strip(_SPACES)):
        raise ValueError("expected small letters a-z, digits, '.', '_' and '-'")
    return text.strip(_SPACES)


def name(text: str) -> str:
    """Read an xml:id."""
    if not _NAME.fullmatch(text.strip(_SPACES)):
        raise ValueError("expected a letter or '_', then letters, digits, '.', '_' and '-'")
    return text.strip(_SPACES)


def address(text: str) -> str:
    """Read a relative address, or an absolute one of an allowed scheme."""
    value = text.strip(_SPACES)
    try:
        parts = urlsplit(value)
        port_is_wrong = parts.port is not None and parts.port > 65535
    except ValueError as error:
        raise ValueError("expected an address such as 'https://example.org/a'") from error
    if not value or port_is_wrong or _NOT_IN_ADDRESS.search(value) or value.count("#") > 1:
        raise ValueError("expected an address such as 'https://example.org/a'")
    before_path = value.partition("/")[0].partition("?")[0].partition("#")[0]
    if ":" in before_path and parts.scheme.lower() not in SCHEMES:
        raise SchemeError(f"expected one of the schemes {', '.join(sorted(SCHEMES))}")
    if parts.scheme.lower() in {"http", "https"} and not parts.hostname:
        raise ValueError("expected an address such as 'https://example.org/a'")
    if any(bracket in value.replace(parts.netloc, "", 1) for bracket in "[]"):
        raise ValueError("expected '[' and ']' as %5B and %5D")
    return value


def any_uri(text: str) -> str:
    """Read a URI that names something and is never followed, such as a scheme of subjects."""
    value = text.strip(_SPACES)
    if not value or _NOT_IN_ADDRESS.search(value) or value.count("#") > 1 or set(value) & set("[]"):
        raise ValueError("expected a URI")
    return value


def when(text: str) -> When:
    """Read a day or a moment."""
    value = text.strip(_SPACES)
    if _DATE.fullmatch(value):
        return _calendar(date.fromisoformat, value)
    return moment(value)


def moment(text: str) -> datetime:
    """Read a date and time."""
    value = text.strip(_SPACES)
    if not _MOMENT.fullmatch(value):
        raise ValueError("expected a date such as '2018-06-26' or '2018-06-26T10:00:00+02:00'")
    return _calendar(datetime.fromisoformat, value)


def moment_with_offset(text: str) -> datetime:
    """Read a date and time that says its offset from UTC."""
    value = moment(text)
    if value.tzinfo is None:
        raise ValueError("expected an offset at its end, such as '+02:00' or 'Z'")
    return value


def duration(text: str) -> str:
    """Read an ISO 8601 duration, kept as it is written."""
    value = text.strip(_SPACES)
    if not _DURATION.fullmatch(value):
        raise ValueError("expected a duration such as 'PT2M30S'")
    return value


def decimal(text: str) -> Decimal:
    """Read a decimal number."""
    value = text.strip(_SPACES)
    if not _DECIMAL.fullmatch(value):
        raise ValueError("expected a number such as '7700000' or '12.5'")
    return Decimal(value)


def integer(text: str) -> int:
    """Read a whole number."""
    return _integer(text, -(10**9), "a whole number")


def positive(text: str) -> int:
    """Read a whole number from 1."""
    return _integer(text, 1, "a whole number from 1")


def span(text: str) -> int:
    """Read how many columns or rows a cell spans: 1 to 1000 (HTML's own limit)."""
    return _integer(text, 1, "a whole number from 1 to 1000", 1000)


def true(text: str) -> bool:
    """Read the only value that a switch may have."""
    if text.strip(_SPACES) != "true":
        raise ValueError("expected 'true'")
    return True


def choice(kind: type[E]) -> Callable[[str], E]:
    """Return a function that reads one of the values of *kind*."""

    def read(text: str) -> E:
        try:
            return kind(text.strip(_SPACES))
        except ValueError as error:
            raise ValueError(f"expected one of {', '.join(kind)}") from error

    return read


def _integer(text: str, least: int, expected: str, most: int = 10**9) -> int:
    value = text.strip(_SPACES)
    if not re.fullmatch(r"[+-]?[0-9]{1,12}", value) or not least <= int(value) <= most:
        raise ValueError(f"expected {expected}")
    return int(value)


def _calendar(parse: Callable[[str], D], value: str) -> D:
    try:
        return parse(value)
    except ValueError as error:
        raise ValueError("expected a day that the calendar has") from error
