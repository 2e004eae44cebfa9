"""What a page needs beside itself → files that are named by their content, or `data:` addresses.

A name holds the hash of its bytes: equal bytes have one name, in all editions of a release, and a
name never means other bytes, so that a server may let browsers keep the file for ever.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64encode
from enum import StrEnum
from typing import Final
from urllib.parse import quote

from pressconv.frozen import dataclass

_HASH_DIGITS: Final = 16
"""Of 64 bits: among a million files two with one name are one chance in forty million."""
_STEM_LENGTH: Final = 40
_IN_ADDRESSES: Final = ":/?#[]@!$&'()*+,;=%"
"""Signs with a meaning there. Source: RFC 3986, section 2.2; "%" begins what is escaped already."""


class AssetsMode(StrEnum):
    """Where a page has its style sheet, images and embedded fonts."""

    INLINE = "inline"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that a page needs: its path beside the page, which is its address from ``base``."""

    path: str
    data: bytes
    base: str = ""

    @property
    def address(self) -> str:
        """What the page calls it: a relative address, where nobody has said a base."""
        base = self.base if self.base.endswith("/") or not self.base else f"{self.base}/"
        return quote(base, safe=_IN_ADDRESSES) + self.path

    @property
    def name(self) -> str:
        """The name without the folder, as the other companions call it."""
        return self.path.rpartition("/")[2]


def companion(release_id: str, stem: str, suffix: str, data: bytes, base: str = "") -> Companion:
    """Name *data* after what it is and what is in it, in the folder of the release.

    A hyphen stands before the hash: with a full stop, "con" and "nul" would be devices of Windows.
    """
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL, which most runs do without

    digest = sha256(data).hexdigest()[:_HASH_DIGITS]
    return Companion(f"{release_id}.assets/{_safe(stem)}-{digest}.{suffix}", data, base)


def data_address(data: bytes, media_type: str) -> str:
    """Write *data* as an address that holds them."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


def _safe(stem: str) -> str:
    """Keep small letters a-z and digits: what every server, disk and address writes alike."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain)[:_STEM_LENGTH].strip("-") or "image"
