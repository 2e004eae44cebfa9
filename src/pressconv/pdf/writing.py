"""A page and its options → what the engine takes, and the PDF that it makes of them."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from pressconv.glyphs import glyph_error
from pressconv.model import Direction, Image
from pressconv.pdf.catalog import Statement
from pressconv.pdf.editions import with_editions
from pressconv.pdf.metadata import Facts
from pressconv.pdf.page import page_sheet, page_size
from pressconv.pdf.pictures import hold_settable, undrawn_error
from pressconv.pdf.tables import width_error
from pressconv.pdf.weasyprint.render import (
    GlyphsMissingError,
    ImagesNotDrawnError,
    TablesTooWideError,
    render,
)
from pressconv.presentation import STANDING, LineKind
from pressconv.resources import style_sheet
from pressconv.text import inline_text
from pressconv.writers.html.styles import engine_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pressconv.pdf import PdfOptions
    from pressconv.pdf.attachments import Attachment
    from pressconv.presentation import Presentation
    from pressconv.writers.html import Html

_TERMS: Final = STANDING | {LineKind.DISTRIBUTION}


def written(
    html: Html, options: PdfOptions, attachments: Sequence[Attachment], *, claims: bool
) -> bytes:
    """Write a PDF, as `pressconv.pdf.write_pdf` does."""
    size = options.page_size or page_size(html.presentation.lang)
    shown = html.presentation
    sheet = style_sheet("pdf.css") + engine_sheet(shown) + page_sheet(shown, size)
    statement = Statement(
        facts=_facts(shown),
        profile=options.made_for,
        is_right_to_left=shown.dir is Direction.RTL,
        attachments=attachments,
        claims=claims,
    )
    hold_settable(shown, html.assets)
    try:
        page = with_editions(html.for_paper(), shown)
        return render(page, sheet, statement, options.fonts_dirs)
    except GlyphsMissingError as error:
        raise glyph_error(error.characters, shown, html.assets) from error
    except ImagesNotDrawnError as error:
        raise undrawn_error(error.addresses, shown, html.assets) from error
    except TablesTooWideError as error:
        raise width_error(error.widths, shown) from error


def _facts(presentation: Presentation) -> Facts:
    known = presentation.metadata
    return Facts(
        title=presentation.title,
        lang=presentation.lang,
        identifier=presentation.id,
        description=known.description,
        publisher=known.publisher,
        issued=_iso(known.issued),
        modified=_iso(known.updated),
        version=str(known.version or ""),
        terms="\n".join(_terms(presentation)),
        embargoed_until=_iso(known.embargoed_until),
        expires=_iso(known.expires),
        source=known.original.href if known.original else "",
        subjects=tuple(one.text for one in known.subjects if one.text),
        tool=f"pressconv {version('pressconv')}",
        producer=f"WeasyPrint {version('weasyprint')}",
    )


def _terms(presentation: Presentation) -> Iterator[str]:
    """Yield the lines that say who may use the release, and when."""
    for line in presentation.letterhead:
        if line.kind in _TERMS and not isinstance(line.content, Image):
            yield inline_text(line.content)


def _iso(when: date | None) -> str:
    return when.isoformat() if when else ""
