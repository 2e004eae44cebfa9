"""A file that is no XML → what it is, and which command takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.errors import Place, Problem, ReadError
from pressconv.patterns import pattern
from pressconv.signatures import what_it_is

if TYPE_CHECKING:
    from typing import NoReturn

_PAGE: Final = pattern(r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b")
_GIVE: Final = "give the release itself, as XML"
_LOOKED_AT: Final = 4096
_CONTROLS: Final = pattern("[\x00-\x08\x0e-\x1f]")


def hold_no_other(data: bytes, file: str) -> None:
    """Refuse bytes that are known to be something else.

    Raises:
        ReadError: they are.
    """
    name = what_it_is(data)
    if name:
        hint = f"make a release of it: pressconv import {file}" if "Word" in name else _GIVE
        _refuse(Place(file), f"this is {name}, not XML", hint)


def hold_xml(text: str, file: str) -> None:
    """Refuse text that is no XML at all, or a web page.

    Raises:
        ReadError: it is so.
    """
    start = text[:_LOOKED_AT]
    if _PAGE.match(start.lower()):
        hint = f"make a release of it: pressconv import {file}"
        _refuse(Place(file, 1, 1), "this is a web page, not a release", hint)
    bare = start.lstrip()
    if not bare.startswith("<"):
        if _CONTROLS.search(start):
            _refuse(Place(file), "this is no text, so no XML", _GIVE)
        hint = f"make a release of it: pressconv import {file}"
        _refuse(Place(file, 1, 1), "this is plain text, not XML", hint)


def _refuse(place: Place, message: str, hint: str) -> NoReturn:
    raise ReadError([Problem("other-format", message, place, hint)])
