"""Files attached to a PDF, and names under which they are safe on any disk."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

UNNAMED: Final = "attachment"

_MAX_BYTES: Final = 200  # of a name; file systems take 255, and a number may be added
_MAX_SUFFIX: Final = 20  # letters behind the last full stop
_SEPARATORS: Final = pattern(r"[/\\]")
_FORBIDDEN: Final = pattern(r'[<>:"|?*]')
# Windows opens the device, whatever stands behind the first full stop.
_DEVICE: Final = pattern(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$) *(\.|$)", re.I)


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file within a PDF.

    ``relation`` is what it is to the document (``Source``, ``Supplement``, ``Data`` …), empty
    where the PDF does not say. So are ``media_type`` and ``description``.
    """

    name: str
    data: bytes
    media_type: str = ""
    relation: str = ""
    description: str = ""


def safe_name(name: str) -> str:
    """Return *name* as that of a file in a folder: no path, nothing hidden, nothing invisible.

    A name that is safe already stays as it is, in Unicode's composed form.
    """
    last = _SEPARATORS.split(unicodedata.normalize("NFC", name))[-1]
    plain = _FORBIDDEN.sub("_", visible(last)).strip(" ").lstrip(".").rstrip(". ").lstrip(" ")
    if _DEVICE.match(plain):
        plain = f"_{plain}"
    return _shortened(plain) or UNNAMED


def visible(text: str) -> str:
    """Return *text* without controls and marks that nobody sees, all its spaces plain ones."""
    plain = (" " if unicodedata.category(one) == "Zs" else one for one in text)
    return "".join(one for one in plain if one == " " or unicodedata.category(one)[0] not in "CZ")


def distinct(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Yield *names*, with a number where one has been there, in capitals or not."""
    seen = {_folded(one) for one in taken}
    for name in names:
        stem, suffix = _parts(name)
        free, number = name, 1
        while _folded(free) in seen:
            number += 1
            free = f"{stem}-{number}{suffix}"
        seen.add(_folded(free))
        yield free


def _folded(name: str) -> str:
    """Return what two names have in common that some file systems take for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _parts(name: str) -> tuple[str, str]:
    suffix = PurePosixPath(name).suffix
    return (name.removesuffix(suffix), suffix) if len(suffix) <= _MAX_SUFFIX else (name, "")


def _shortened(name: str) -> str:
    stem, suffix = _parts(name)
    most = _MAX_BYTES - len(suffix.encode())
    if len(stem.encode()) <= most:
        return name
    return stem.encode()[:most].decode(errors="ignore").rstrip(". ") + suffix
