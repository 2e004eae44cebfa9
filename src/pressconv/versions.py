"""The versions that the bytes of an output depend on."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

from pressconv.errors import MissingToolError

if TYPE_CHECKING:
    from collections.abc import Iterator


def versions() -> Iterator[tuple[str, str]]:
    """Yield names and versions: pressconv, Python, and what lays out and reads."""
    yield "Python", platform.python_version()
    for name in ("pressconv", "weasyprint", "fonttools", "pypdf", "lxml", "babel", "icu4py"):
        yield name, version(name)
    try:
        from pressconv.pdf.weasyprint.render import library_versions  # noqa: PLC0415
    except MissingToolError as error:
        yield "Pango", f"not available: {error.message}"
        return
    yield from library_versions()
