"""Bytes of an image → an `Asset` that is safe to publish: known type, measured, without metadata.

Place, camera and author are taken out of an image, its orientation is applied, its colour
profile stays. Nothing here touches a disk; `pressconv.loading` does.
"""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final, TypeAlias

from lxml import etree

from pressconv.errors import InputError
from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_BYTES: Final = 20 * 2**20
MAX_PIXELS: Final = 100_000_000

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs".split())
_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_SVG_ACTIVE: Final = frozenset(
    f"{_SVG}{name}"
    for name in "script foreignObject iframe animate set animateMotion animateTransform a".split()
)
_CSS_REFERENCE: Final = r"(?i)url\(\s*['\"]?(?!#)|@import|expression\("
_EXIF_ORIENTATION: Final = 0x0112


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


def make_asset(data: bytes) -> Asset:
    """Make an asset of a PNG, JPEG or SVG file.

    Raises:
        AssetError: the bytes are no such image, too many, or not safe.
    """
    if len(data) > MAX_BYTES:
        message = f"the image has {len(data):,} bytes; {MAX_BYTES:,} are allowed"
        raise AssetError("image-too-large", message)
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if b"<svg" in data[:4096]:
        return _svg(data)
    hint = "convert the image to PNG, JPEG or SVG"
    raise AssetError("image-unsupported", "the file is no PNG, JPEG or SVG image", hint)


# ---- PNG -----------------------------------------------------------------------------------


def _png(data: bytes) -> Asset:
    chunks = list(_png_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise AssetError("image-unsupported", "the PNG file is damaged")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    _hold_size(width, height)
    kept = [_PNG, *(_png_chunk(name, body) for name, body in chunks if name in _PNG_KEPT)]
    return Asset(b"".join(kept), "image/png", width, height)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8]
        if at + 12 + length > len(data):
            raise AssetError("image-unsupported", "the PNG file is cut short")
        yield name, data[at + 8 : at + 8 + length]
        if name == b"IEND":
            return
        at += 12 + length


def _png_chunk(name: bytes, body: bytes) -> bytes:
    check = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", check)


# ---- JPEG ----------------------------------------------------------------------------------


def _jpeg(data: bytes) -> Asset:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only for JPEG

    try:
        with Image.open(BytesIO(data), formats=["JPEG"]) as image:
            _hold_size(*image.size)
            if image.getexif().get(_EXIF_ORIENTATION, 1) == 1:
                return Asset(_jpeg_without_metadata(data), "image/jpeg", *image.size)
            turned = ImageOps.exif_transpose(image)
            out = BytesIO()
            profile = image.info.get("icc_profile")
            turned.save(out, "JPEG", quality=92, subsampling=0, icc_profile=profile, exif=b"")
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise AssetError("image-unsupported", "the JPEG file is damaged") from error
    return Asset(_jpeg_without_metadata(out.getvalue()), "image/jpeg", *turned.size)


def _jpeg_without_metadata(data: bytes) -> bytes:
    """Drop APP1 (Exif, XMP), APP13 (IPTC) and comments; keep the colour profile (APP2)."""
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker = data[at + 1]
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker not in {0xE1, 0xED, 0xFE}:
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, data[at:]])


# ---- SVG -----------------------------------------------------------------------------------


def _svg(data: bytes) -> Asset:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise AssetError("image-unsupported", f"the SVG file is no XML: {error.msg}") from error
    if root.tag != f"{_SVG}svg" or root.getroottree().docinfo.doctype:
        raise AssetError("image-unsafe", "the SVG file has a document type, or no svg element")
    for element in root.iter():
        _hold_svg_element(element)
    for metadata in root.findall(f"{_SVG}metadata"):
        root.remove(metadata)
    width, height = _svg_size(root)
    clean = etree.tostring(root, encoding="utf-8", with_tail=False)
    return Asset(clean, "image/svg+xml", width, height)


def _hold_svg_element(element: etree._Element) -> None:
    if not isinstance(element.tag, str) or element.tag in _SVG_ACTIVE:
        name = str(element.tag).rpartition("}")[2]
        raise AssetError("image-unsafe", f"the SVG file has a {name!r}", "remove it")
    for name, value in element.attrib.items():
        local = str(name).rpartition("}")[2].lower()
        is_reference = name == _XLINK or local == "href"
        if (
            local.startswith("on")
            or (is_reference and not str(value).startswith(("#", "data:image/")))
            or re.search(_CSS_REFERENCE, str(value))
        ):
            message = f"the SVG file refers to something outside it: {local}={value!r}"
            raise AssetError("image-unsafe", message, "put it into the file, or remove it")
    if element.tag == f"{_SVG}style" and re.search(_CSS_REFERENCE, element.text or ""):
        raise AssetError("image-unsafe", "the style of the SVG file refers to something outside it")


def _svg_size(root: etree._Element) -> tuple[int, int]:
    box = re.findall(r"-?[0-9.]+", root.get("viewBox", ""))
    sizes = []
    for name, index in (("width", 2), ("height", 3)):
        written = re.fullmatch(r"\s*([0-9.]+)(px)?\s*", root.get(name, ""))
        value = float(written[1]) if written else float(box[index]) if len(box) == 4 else 0
        sizes.append(round(value))
    if min(sizes) <= 0:
        raise AssetError("image-unsupported", "the SVG file has no size", "give it a viewBox")
    return sizes[0], sizes[1]


def _hold_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS or not width or not height:
        message = f"the image is {width} × {height} pixels; {MAX_PIXELS:,} in all are allowed"
        raise AssetError("image-too-large", message)
