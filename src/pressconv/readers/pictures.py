"""Images that a raw document holds → files beside its release, in a format that it can show."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from pressconv.assets import MAX_BYTES, MAX_PIXELS, AssetError, make_asset

_SUFFIXES: Final = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
# Formats that Pillow reads, by their first bytes; what is drawn in them is kept as PNG.
_OTHERS: Final = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"RIFF": "WEBP",
}
_DOT_PX: Final = 2
_MAX_ALL: Final = 4 * MAX_BYTES
_NO_IMAGE: Final = "it is no image of a kind that a release can show: save it as PNG or JPEG"


class Pictures:
    """The files of a document's images by name: what is kept twice is one file."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}

    def keep(self, data: bytes) -> str | None:
        """Keep an image without its metadata; return the name of its file, `None` for a dot.

        Raises:
            AssetError: it is no image that can be published, or too large.
        """
        if data in self._names:
            return self._names[data]
        asset = make_asset(_shown(data))
        if max(asset.width, asset.height) <= _DOT_PX:
            return None
        if len(asset.data) + sum(map(len, self.files.values())) > _MAX_ALL:
            message = f"the images of the document have more than {_MAX_ALL:,} bytes"
            raise AssetError("image-too-large", message)
        name = f"image-{len(self.files) + 1}.{_SUFFIXES[asset.media_type]}"
        self.files[name] = asset.data
        self._names[data] = name
        return name


def _shown(data: bytes) -> bytes:
    """Return an image in a format of the web."""
    kind = next((one for start, one in _OTHERS.items() if data.startswith(start)), None)
    if kind is None or len(data) > MAX_BYTES:
        return data
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - few documents need it

    try:
        with Image.open(BytesIO(data), formats=[kind]) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise AssetError("image-too-large", f"the image is {width} × {height} pixels")
            out = BytesIO()
            has_alpha = image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info
            image.convert("RGBA" if has_alpha else "RGB").save(out, "PNG")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise AssetError("image-unsupported", _NO_IMAGE) from error
    return out.getvalue()
