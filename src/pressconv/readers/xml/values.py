"""The text of an attribute → its value, by the datatypes of the schema.

Every function takes the text and returns the value, or raises `ValueError` with what was
expected: `RefusedValueError` where the schema alone would take it. Each refuses at least what the
schema refuses.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.patterns import pattern
from pressconv.urls import NEVER

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.model import LangTag, When

E = TypeVar("E", bound=StrEnum)
D = TypeVar("D", bound=date)

SCHEMES: Final = ("https", "http", "mailto", "tel", "sms", "ftp", "ftps")
SPACES: Final = " \t\n\r"

_DATE: Final = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = pattern(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?"
    r"(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
)
_DURATION: Final = pattern(
    r"P(?=.)([0-9]{1,9}Y)?([0-9]{1,9}M)?([0-9]{1,9}D)?"
    r"(T(?=.)([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\.[0-9]{1,9})?S)?)?"
)
_DECIMAL: Final = pattern(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_INTEGER: Final = pattern(r"([+-]?)0*([0-9]{1,10})")
_RELEASE_ID: Final = pattern(r"[a-z0-9][a-z0-9._-]*")

# Letters that the fourth and the fifth edition of XML 1.0 both allow in names: Latin, Greek,
# Cyrillic, Hebrew, Arabic, Georgian, Thai, kana, Han, Hangul. Source: appendix B, production 4.
_LETTERS: Final = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e"
    "\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f\u0451-\u045c"
    "\u045e-\u0481\u0490-\u04c4\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0671-\u06b7\u06ba-\u06be"
    "\u06c0-\u06ce\u06d0-\u06d3\u10d0-\u10f6\u0e01-\u0e2e\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5"
    "\uac00-\ud7a3"
)
_NAME: Final = pattern(f"(?![0-9.-])[{_LETTERS}0-9._-]+")

_NOT_IN_ADDRESS: Final = pattern(f"[{NEVER}]|%(?![0-9A-Fa-f]{{2}})")
_AUTHORITY: Final = pattern(r"(?:[^@\[\]]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^@:\[\]]*)(?::[0-9]{1,5})?")
_SCHEME: Final = pattern(r"[A-Za-z][A-Za-z0-9+.-]*")


class RefusedValueError(ValueError):
    """A value that this reader refuses, whatever the schema says; ``code`` says why."""

    def __init__(self, code: str, expected: str) -> None:
        super().__init__(expected)
        self.code = code


def language_tag(text: str) -> LangTag:
    """Read a BCP 47 tag into canonical case."""
    tag = text.strip(SPACES)
    if not is_well_formed(tag):
        raise RefusedValueError(
            "bad-language-tag", "expected a language tag such as 'fr' or 'pt-BR'"
        )
    return canonical_case(tag)


def language_tags(text: str) -> tuple[LangTag, ...]:
    """Read one language tag or more."""
    found = re.split(f"[{SPACES}]+", text.strip(SPACES))
    return tuple(dict.fromkeys(map(language_tag, found)))


def release_id(text: str) -> str:
    """Read the name of a release, which is also that of its files."""
    value = text.strip(SPACES)
    if not _RELEASE_ID.fullmatch(value):
        raise ValueError("expected small letters a-z, digits, '.', '_' and '-'")
    return value


def name(text: str) -> str:
    """Read an xml:id."""
    value = text.strip(SPACES)
    if not _NAME.fullmatch(value):
        raise RefusedValueError(
            "bad-id", "expected a letter or '_', then letters, digits, '.', '_' and '-'"
        )
    return value


def address(text: str) -> str:
    """Read a relative address, or an absolute one of an allowed scheme."""
    value = uri(text)
    scheme = _scheme(value).lower()
    if scheme and scheme not in SCHEMES:
        raise RefusedValueError("link-scheme", f"expected one of the schemes {', '.join(SCHEMES)}")
    if scheme in {"http", "https"} and not urlsplit(value).hostname:
        raise RefusedValueError("bad-address", "expected a host, as in 'https://example.org/a'")
    return value


def uri(text: str) -> str:
    """Read a URI of any scheme, such as one that names a list of subjects."""
    value = text.strip(SPACES)
    wrong = _NOT_IN_ADDRESS.search(value)
    if wrong:
        raise RefusedValueError(
            "bad-address", f"write {wrong[0]!r} percent-encoded, as {_encoded(wrong[0])}"
        )
    scheme = _scheme(value)
    rest = value[len(scheme) + 1 :] if scheme else value
    authority, path = "", rest
    if rest.startswith("//"):
        authority = re.split("[/?#]", rest[2:], maxsplit=1)[0]
        path = rest[2 + len(authority) :]
    if not value or set(path) & {"[", "]"} or path.count("#") > 1:
        raise RefusedValueError(
            "bad-address", "expected an address such as 'https://example.org/a'"
        )
    if not _AUTHORITY.fullmatch(authority) or not _opens(value):
        raise RefusedValueError(
            "bad-address", "expected an address such as 'https://example.org/a'"
        )
    return value


def _scheme(value: str) -> str:
    """Return what stands before the first colon of the first segment, "" where there is none."""
    before, colon, _ = re.split("[/?#]", value, maxsplit=1)[0].partition(":")
    if colon and not _SCHEME.fullmatch(before):
        raise RefusedValueError(
            "bad-address", "expected an address such as 'https://example.org/a'"
        )
    return before if colon else ""


def _opens(value: str) -> bool:
    try:
        port = urlsplit(value).port
    except ValueError:
        return False
    return port is None or port <= 65535


def _encoded(characters: str) -> str:
    return "".join(f"%{byte:02X}" for byte in characters.encode("utf-8", "surrogatepass"))


def when(text: str) -> When:
    """Read a day or a moment."""
    value = text.strip(SPACES)
    if _DATE.fullmatch(value):
        return _calendar(date.fromisoformat, value)
    if not _MOMENT.fullmatch(value):
        raise ValueError("expected a date such as '2018-06-26' or '2018-06-26T10:00:00+02:00'")
    return moment(value)


def moment(text: str) -> datetime:
    """Read a date and time."""
    value = text.strip(SPACES)
    if not _MOMENT.fullmatch(value):
        raise ValueError("expected a moment such as '2018-06-26T10:00:00+02:00'")
    if "T24:" in value:
        raise ValueError("expected midnight as 00:00:00 of the next day")
    return _calendar(datetime.fromisoformat, value)


def moment_with_offset(text: str) -> datetime:
    """Read a date and time that says its offset from UTC."""
    value = moment(text)
    if value.tzinfo is None:
        raise ValueError("expected an offset at its end, such as '+02:00' or 'Z'")
    return value


def duration(text: str) -> str:
    """Read an ISO 8601 duration, kept as it is written."""
    value = text.strip(SPACES)
    if not _DURATION.fullmatch(value):
        raise ValueError("expected a duration such as 'PT2M30S'")
    return value


def decimal(text: str) -> Decimal:
    """Read a decimal number."""
    value = text.strip(SPACES)
    if not _DECIMAL.fullmatch(value):
        raise ValueError("expected a number such as '7700000' or '12.5'")
    return Decimal(value)


def integer(text: str) -> int:
    """Read a whole number."""
    return _integer(text, -(10**9), 10**9, "a whole number")


def positive(text: str) -> int:
    """Read a whole number from 1."""
    return _integer(text, 1, 10**9, "a whole number from 1")


def span(text: str) -> int:
    """Read how many columns or rows a cell spans: 1 to 1000 (HTML's own limit)."""
    return _integer(text, 1, 1000, "a whole number from 1 to 1000")


def true(text: str) -> bool:
    """Read the only value that a switch may have."""
    if text.strip(SPACES) != "true":
        raise ValueError("expected 'true'")
    return True


@cache
def choice(kind: type[E]) -> Callable[[str], E]:
    """Return a function that reads one of the values of *kind*."""

    def read(text: str) -> E:
        try:
            return kind(text.strip(SPACES))
        except ValueError as error:
            raise ValueError(f"expected one of {', '.join(kind)}") from error

    return read


def _integer(text: str, least: int, most: int, expected: str) -> int:
    found = _INTEGER.fullmatch(text.strip(SPACES))
    value = int(found[1] + found[2]) if found else least - 1
    if not least <= value <= most:
        raise ValueError(f"expected {expected}")
    return value


def _calendar(parse: Callable[[str], D], value: str) -> D:
    try:
        return parse(value)
    except ValueError as error:
        raise ValueError("expected a day and time that the calendar has") from error
