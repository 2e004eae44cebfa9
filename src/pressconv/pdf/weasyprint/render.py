"""HTML and a style sheet → PDF/UA-1 bytes, by WeasyPrint 70.

Nothing is fetched but the images inside the page. A message of the engine is an error: what it
ignores, a reader would miss.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Final

from pressconv.errors import MissingToolError, RenderError
from pressconv.fonts import font_folders

try:
    import weasyprint
    from weasyprint.text.ffi import harfbuzz, pango
    from weasyprint.urls import URLFetcher

    from pressconv.pdf.weasyprint.fonts import font_configuration
    from pressconv.pdf.weasyprint.lines import own_lines
except OSError as error:
    raise MissingToolError(
        f"the libraries that lay out text cannot be loaded: {error}",
        hint="Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0; macOS: brew install pango; Windows: install Pango with MSYS2",
    ) from error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

# WeasyPrint 70 takes alt="" for a forgotten alternative text, where HTML means decoration.
# Drop when pdf/tags.py accepts it; `convert` refuses an image whose text is really missing.
_DECORATION: Final = "has no required alt description"

_EMBEDDED: Final = re.compile(r"data:\S{40,}")

# Logged with the character and its number, once for each time that it is drawn.
_BOX: Final = ".notdef glyph rendered"


class GlyphsMissingError(RenderError):
    """No font has some ``characters``; the engine drew empty boxes instead."""

    def __init__(self, characters: Sequence[str]) -> None:
        super().__init__("no font has " + ", ".join(map(repr, characters)))
        self.characters = tuple(characters)


def render(page: bytes, sheet: str, fonts_dirs: Sequence[Path] = ()) -> bytes:
    """Lay out *page* with its own style sheets and *sheet*, in our fonts and those of *fonts_dirs*.

    Raises:
        ConfigError: a folder is not there.
        GlyphsMissingError: no font has some characters.
        RenderError: the engine reported something else.
    """
    fetcher = URLFetcher(allowed_protocols=("data",))
    with _messages() as (messages, characters), own_lines():
        fonts = font_configuration(font_folders(fonts_dirs))
        css = weasyprint.CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
        document = weasyprint.HTML(file_obj=BytesIO(page), url_fetcher=fetcher)
        data = document.write_pdf(
            stylesheets=[css],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            presentational_hints=True,  # the start and the numerals of a list are attributes
        )
    if characters:
        raise GlyphsMissingError(characters)
    if messages:
        raise RenderError("the PDF engine reported: " + "; ".join(messages))
    if not isinstance(data, bytes):
        raise RenderError("the PDF engine wrote nothing")
    return data


def library_versions() -> Iterator[tuple[str, str]]:
    """Yield the versions of the libraries that shape and break text."""
    number = pango.pango_version()
    yield "Pango", f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    # Of HarfBuzz, WeasyPrint declares no more than the question whether it is recent enough.
    major = _greatest(lambda n: harfbuzz.hb_version_atleast(n, 0, 0))
    minor = _greatest(lambda n: harfbuzz.hb_version_atleast(major, n, 0))
    micro = _greatest(lambda n: harfbuzz.hb_version_atleast(major, minor, n))
    yield "HarfBuzz", f"{major}.{minor}.{micro}"


def _greatest(is_reached: Callable[[int], bool]) -> int:
    return next(n for n in count() if not is_reached(n + 1))


@contextmanager
def _messages() -> Iterator[tuple[list[str], list[str]]]:
    """Gather what the engine logs, and keep it off the terminal; apart, characters it lacks."""
    found: list[str] = []
    characters: list[str] = []

    class Gather(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()
            if message.startswith(_BOX) and isinstance(record.args, tuple):
                characters.append(str(record.args[0]))
            elif _DECORATION not in message:
                found.append(_EMBEDDED.sub("(embedded)", message)[:300])

    logger = logging.getLogger("weasyprint")
    before, level, propagates = logger.handlers, logger.level, logger.propagate
    logger.handlers, logger.propagate = [Gather(logging.WARNING)], False
    try:
        yield found, characters
    finally:
        logger.handlers, logger.propagate = before, propagates
        logger.setLevel(level)
