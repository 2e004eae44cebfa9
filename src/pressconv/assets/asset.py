"""An image as it is published, and what every kind of image is held to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv.errors import InputError
from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES: Final = 20 * 2**20
MAX_PIXELS: Final = 64_000_000
"""A full frame camera takes 61 million; in memory a pixel has up to four bytes."""


@dataclass(frozen=True, slots=True)
class Asset:
    """An image as it is published: its bytes, its size in CSS pixels, the hash of its bytes."""

    data: bytes
    media_type: str
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        import hashlib  # noqa: PLC0415 - loads OpenSSL, which most runs do without

        return hashlib.sha256(self.data).hexdigest()


Assets: TypeAlias = "Mapping[str, Asset]"
"""Source, as the release writes it → image."""


class AssetError(InputError):
    """A file that cannot be published as an image; ``code`` is listed in `pressconv.problems`."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.code = code


def damaged(what: str) -> AssetError:
    """Return the error of an image that no program shows whole."""
    return AssetError("image-unsupported", what, "save the image anew")


def hold_size(width: int, height: int) -> None:
    """Refuse an image without pixels, or with more than a reader's memory holds.

    Raises:
        AssetError: it is so.
    """
    if width * height > MAX_PIXELS or not width or not height:
        message = f"the image is {width} × {height} pixels; {MAX_PIXELS:,} in all are allowed"
        raise AssetError("image-too-large", message, "make the image smaller")
