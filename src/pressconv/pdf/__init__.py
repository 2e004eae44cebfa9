"""`Html` → tagged PDF, archivable. The engine lays out the very page that a browser shows.

WeasyPrint is imported when the first PDF is made, never before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.glyphs import glyph_error
from pressconv.house import Profile
from pressconv.model import Direction, Image
from pressconv.pdf.attachments import Attachment, Relation
from pressconv.pdf.catalog import Statement
from pressconv.pdf.editions import with_editions
from pressconv.pdf.metadata import Facts
from pressconv.pdf.page import page_sheet, page_size
from pressconv.presentation import STANDING, LineKind
from pressconv.resources import style_sheet
from pressconv.text import inline_text
from pressconv.writers.html.styles import engine_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from pressconv.house import PageSize
    from pressconv.presentation import Presentation
    from pressconv.writers.html import Html

__all__ = ["Attachment", "PdfOptions", "Profile", "Relation", "write_pdf"]

_TERMS: Final = STANDING | {LineKind.DISTRIBUTION}


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How the PDF is made.

    ``page_size`` is the paper, by region where nobody says it; ``fonts_dirs`` are folders with
    fonts beside those that ship; ``profile`` is what the file conforms to (PDF/UA-1).
    """

    page_size: PageSize | None = None
    fonts_dirs: tuple[Path, ...] = ()
    profile: Profile | None = None

    @property
    def made_for(self) -> Profile:
        """The profile, or that of a file of which nobody says it."""
        return self.profile or Profile.UA1


def write_pdf(
    html: Html,
    options: PdfOptions | None = None,
    *,
    attachments: Sequence[Attachment] = (),
    claims: bool = True,
) -> bytes:
    """Write *html* as a PDF. The same page, attachments and versions give the same bytes.

    Without *claims* it does not say that it conforms to its profile.

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
    statement = Statement(
        facts=_facts(shown),
        profile=options.made_for,
        is_right_to_left=shown.dir is Direction.RTL,
        attachments=attachments,
        claims=claims,
    )
    try:
        page = with_editions(html.for_paper(), shown)
        return render(page, sheet, statement, options.fonts_dirs)
    except GlyphsMissingError as error:
        raise glyph_error(error.characters, html.presentation) from error


def _facts(presentation: Presentation) -> Facts:
    from importlib.metadata import version  # noqa: PLC0415

    known = presentation.metadata
    return Facts(
        title=presentation.title,
        lang=presentation.lang,
        identifier=presentation.id,
        description=known.description,
        publisher=known.publisher,
        issued=_written(known.issued),
        modified=_written(known.updated),
        version=str(known.version or ""),
        terms="\n".join(_terms(presentation)),
        embargoed_until=_written(known.embargoed_until),
        expires=_written(known.expires),
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


def _written(when: date | None) -> str:
    return when.isoformat() if when else ""
