"""`Html` → tagged PDF. The engine lays out the very page that a browser shows.

WeasyPrint is imported when the first PDF is made, never before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.frozen import dataclass
from pressconv.glyphs import glyph_error
from pressconv.pdf.editions import with_editions
from pressconv.pdf.page import page_sheet, page_size
from pressconv.resources import style_sheet
from pressconv.writers.html import without_faces
from pressconv.writers.html.styles import engine_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from pressconv.house import PageSize
    from pressconv.writers.html import Html


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How the PDF is made.

    ``page_size`` is the paper, by region where nobody says it; ``fonts_dirs`` are folders with
    fonts beside those that ship.
    """

    page_size: PageSize | None = None
    fonts_dirs: tuple[Path, ...] = ()


def write_pdf(html: Html, options: PdfOptions | None = None) -> bytes:
    """Write *html* as a PDF/UA-1 file. The same page and versions give the same bytes.

    Raises:
        ConfigError: a folder with fonts is not there.
        MissingToolError: Pango or HarfBuzz is not installed.
        RenderError: no font has a character, or the engine could not use something of the page
            or its style sheets.
    """
    from pressconv.pdf.weasyprint.render import GlyphsMissingError, render  # noqa: PLC0415 - 0.5 s

    options = options or PdfOptions()
    size = options.page_size or page_size(html.presentation.lang)
    shown = html.presentation
    sheet = style_sheet("pdf.css") + engine_sheet(shown) + page_sheet(shown, size)
    try:
        page = with_editions(without_faces(html.data), shown)
        return render(page, sheet, options.fonts_dirs)
    except GlyphsMissingError as error:
        raise glyph_error(error.characters, html.presentation) from error
