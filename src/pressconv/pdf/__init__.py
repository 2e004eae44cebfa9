"""`Html` → tagged PDF, archivable. The engine lays out the very page that a browser shows.

WeasyPrint, and what is written with it, is imported when the first PDF is made, never before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.frozen import dataclass
from pressconv.house import Profile
from pressconv.pdf.attachments import Attachment, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pressconv.house import PageSize
    from pressconv.writers.html import Html

__all__ = ["Attachment", "PdfOptions", "Profile", "Relation", "write_pdf"]


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
    from pressconv.pdf.writing import written  # noqa: PLC0415 - 0.5 s

    return written(html, options or PdfOptions(), attachments, claims=claims)
