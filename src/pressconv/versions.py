"""The versions that the bytes of an output depend on."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from pressconv.errors import MissingToolError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES: Final = (
    *("pressconv", "weasyprint", "fonttools", "pillow", "pypdf", "lxml"),
    *("babel", "tzdata", "icu4py"),
)


def versions() -> Iterator[tuple[str, str]]:
    """Yield names and versions: pressconv, Python, and what lays out and reads."""
    yield "Python", platform.python_version()
    for name in _PACKAGES:
        yield name, version(name)
    try:
        from pressconv.pdf.weasyprint.render import library_versions  # noqa: PLC0415
    except MissingToolError as error:
        yield "Pango", f"not available: {error.message}"
        return
    yield from library_versions()
