"""HTML and a style sheet → bytes of a PDF with our own tags, laid out by WeasyPrint 70.

Nothing is fetched but the images inside the page. A message of the engine is an error: what it
ignores, a reader would miss.
"""

from __future__ import annotations

import gc
import logging
import re
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Final

from pressconv.errors import MissingToolError, RenderError
from pressconv.fonts import font_folders
from pressconv.pdf.catalog import finish
from pressconv.pdf.plan import plan

try:
    import weasyprint
    from weasyprint.text.ffi import harfbuzz, pango
    from weasyprint.urls import URLFetcher

    from pressconv.pdf.weasyprint.decoration import own_decoration
    from pressconv.pdf.weasyprint.figures import own_figures
    from pressconv.pdf.weasyprint.fonts import font_configuration
    from pressconv.pdf.weasyprint.hooks import check_hooks
    from pressconv.pdf.weasyprint.keeping import own_tables
    from pressconv.pdf.weasyprint.lines import own_lines
    from pressconv.pdf.weasyprint.narrowing import own_columns
    from pressconv.pdf.weasyprint.painting import own_order
    from pressconv.pdf.weasyprint.ruby import set_in_line
    from pressconv.pdf.weasyprint.tagging import laid_out, own_tags
    from pressconv.pdf.weasyprint.text import own_text
    from pressconv.pdf.weasyprint.vectors import own_vectors
    from pressconv.pdf.weasyprint.widths import Fitting, wide_tables
except OSError as error:
    raise MissingToolError(
        f"the libraries that lay out text cannot be loaded: {error}",
        hint="Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 "
        "libharfbuzz-subset0; macOS: brew install pango; Windows: install Pango with MSYS2",
    ) from error

check_hooks()

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from pressconv.pdf.catalog import Statement

# The engine reads dates of the page for metadata that it does not write; it knows fewer than there
# are. Ours come from the release (pdf/metadata.py).
_METADATA: Final = "Invalid date in <meta"

_EMBEDDED: Final = re.compile(r"data:\S{40,}")

# Logged with the character and its number, once for each time that it is drawn.
_BOX: Final = ".notdef glyph rendered"


_NOT_DRAWN: Final = "Failed to render SVG image"  # with its address


class ImagesNotDrawnError(RenderError):
    """The engine could draw no more than a part of the SVG images at some ``addresses``."""

    def __init__(self, addresses: Sequence[str]) -> None:
        super().__init__("an SVG image has a value that is none")
        self.addresses = tuple(addresses)


class GlyphsMissingError(RenderError):
    """No font has some ``characters``; the engine drew empty boxes instead."""

    def __init__(self, characters: Sequence[str]) -> None:
        super().__init__("no font has " + ", ".join(map(repr, characters)))
        self.characters = tuple(characters)


class TablesTooWideError(RenderError):
    """Some tables stick out of the page. ``widths`` has their numbers, from 0: in pages' widths."""

    def __init__(self, widths: Mapping[int, float]) -> None:
        super().__init__("some tables are wider than the page")
        self.widths = dict(widths)


def render(page: bytes, sheet: str, statement: Statement, fonts_dirs: Sequence[Path] = ()) -> bytes:
    """Lay out *page* with its own style sheets and *sheet*, in our fonts and those of *fonts_dirs*.

    *statement* is what the file says of itself.

    Raises:
        ConfigError: a folder is not there.
        GlyphsMissingError: no font has some characters.
        ImagesNotDrawnError: some SVG images have values that are none.
        TablesTooWideError: some tables do not fit on the paper.
        RenderError: the engine reported something else.
    """
    fetcher = URLFetcher(allowed_protocols=("data",))
    with _uncollected(), _messages() as told, _own_layout():
        fonts = font_configuration(font_folders(fonts_dirs))
        css = weasyprint.CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
        html = weasyprint.HTML(file_obj=BytesIO(page), url_fetcher=fetcher)

        def lay_out() -> weasyprint.Document:
            return html.render(
                font_config=fonts,
                stylesheets=[css],
                presentational_hints=True,  # the start and the numerals of a list are attributes
            )

        document = _fitting(html.etree_element, lay_out)
        tags = plan(page)
        laid = laid_out(document, html.etree_element, tags)
        with (
            own_order(),
            own_vectors(),
            own_decoration(),
            own_text(document.pages) as drawn,
            own_tags(tags, laid, drawn, is_pdf2=statement.profile.is_pdf2) as written,
        ):
            data = document.write_pdf(
                finisher=lambda _, pdf: finish(pdf, statement, written[0], _srgb()),
                pdf_version=statement.profile.version,
                pdf_identifier=True,
                pdf_tags=True,
            )
    told.hold()
    if not isinstance(data, bytes):
        raise RenderError("the PDF engine wrote nothing")
    return data


def _fitting(root: Element, lay_out: Callable[[], weasyprint.Document]) -> weasyprint.Document:
    """Lay out a page until no word with a reading, and no table, is wider than its room.

    Raises:
        TablesTooWideError: some tables are, whatever is done for them.
    """
    document = lay_out()
    if set_in_line(document.pages):
        document = lay_out()
    fitting = None
    while wide := wide_tables(document.pages):
        fitting = fitting or Fitting(root)
        if lost := fitting.narrow(wide):
            tables = list(root.iter("table"))
            raise TablesTooWideError(
                {tables.index(one.element): one.needed / one.room for one in lost}
            )
        document = lay_out()
    return document


@contextmanager
def _own_layout() -> Iterator[None]:
    """Let our functions lay out what the engine's would lay out otherwise."""
    with own_lines(), own_columns(), own_figures(), own_tables():
        yield


@cache
def _srgb() -> bytes:
    """Return the profile of the colours that the engine writes; it ships with the engine.

    WeasyPrint 70 would add it by itself, and leave the file open (its option ``output_intent``).
    """
    return (files(weasyprint.pdf) / "sRGB2014.icc").read_bytes()


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
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what a document is made of is needed until it is written.

    Its boxes and glyphs are so many that the search for garbage takes a fifth of the time.
    """
    is_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_enabled:
            gc.enable()


class _Told(logging.Handler):
    """What the engine logs: characters that it lacks, images that it cannot draw, and the rest."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._characters: list[str] = []
        self._addresses: list[str] = []
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        message = record.getMessage()
        subject = str(record.args[0]) if isinstance(record.args, tuple) and record.args else ""
        if message.startswith(_BOX):
            self._characters.append(subject)
        elif message.startswith(_NOT_DRAWN):
            self._addresses.append(subject)
        elif not message.startswith(_METADATA):
            self._messages.append(_EMBEDDED.sub("(embedded)", message)[:300])

    def hold(self) -> None:
        """Raise an error of what was told."""
        if self._characters:
            raise GlyphsMissingError(self._characters)
        if self._addresses:
            raise ImagesNotDrawnError(self._addresses)
        if self._messages:
            raise RenderError("the PDF engine reported: " + "; ".join(self._messages))


@contextmanager
def _messages() -> Iterator[_Told]:
    """Gather what the engine logs, and keep it off the terminal."""
    told = _Told()
    logger = logging.getLogger("weasyprint")
    before, level, propagates = logger.handlers, logger.level, logger.propagate
    logger.handlers, logger.propagate = [told], False
    try:
        yield told
    finally:
        logger.handlers, logger.propagate = before, propagates
        logger.setLevel(level)
