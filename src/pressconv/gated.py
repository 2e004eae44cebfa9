"""`Html` → a PDF that is what it says it is: audited with its claims, or written without any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.errors import RefusedError
from pressconv.frozen import dataclass
from pressconv.notes import Note, note
from pressconv.pdf import write_pdf
from pressconv.pdf.profiles import claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.pdf import Attachment, PdfOptions
    from pressconv.writers.html import Html


_ALMOST: Final = 0.999  # of the text, where nothing is lost but something is too much


@dataclass(frozen=True, slots=True)
class Gated:
    """A PDF that was let out.

    ``text_share`` is how much of the text it gives back in the order of its tags, 1 for all;
    ``claims`` are the names of the standards that it says it conforms to.
    """

    data: bytes
    n_pages: int
    text_share: float
    claims: tuple[str, ...]
    remarks: tuple[Note, ...] = ()


def gated_pdf(  # noqa: PLR0913 - what a PDF is made of, one parameter each
    page: Html,
    options: PdfOptions,
    *,
    name: str,
    blocks: Sequence[str],
    attachments: Sequence[Attachment] = (),
    allow_nonconforming: bool = False,
) -> Gated:
    """Write *page*, which says *blocks*, as a PDF; *name* is what messages call it.

    What the gate refuses is let out where that is allowed, and then it claims nothing.

    Raises:
        RefusedError: its style sheets would break it, or it is not what it claims to be.
        ConfigError, RenderError, MissingToolError: as `write_pdf`.
    """
    from pressconv import pdfdoc  # noqa: PLC0415 - pypdf only where a PDF is made
    from pressconv.audit.gate import gate, sheet_gate  # noqa: PLC0415

    broken = sheet_gate(page.data, name=name)
    if broken:
        raise RefusedError("the style sheets would break the PDF", problems=broken)
    data = write_pdf(page, options, attachments=attachments)
    asked = claims(options.made_for, has_source=bool(attachments))
    shown = page.presentation
    found = gate(data, name=name, blocks=blocks, title=shown.title, lang=shown.lang, claims=asked)
    if not found.problems:
        return Gated(data, found.n_pages, 1.0, asked.names)
    if not allow_nonconforming:
        raise RefusedError(
            "the PDF is not what it claims to be",
            problems=found.problems,
            hint="--allow-nonconforming writes it without saying that it conforms to anything",
        )
    data = write_pdf(page, options, attachments=attachments, claims=False)
    text = pdfdoc.reading_text(pdfdoc.read_pdf(data), guesses=False)
    share = 1.0 if text == tuple(blocks) else min(pdfdoc.similarity(blocks, text), _ALMOST)
    remarks = (note("pdf-nonconforming", one.place, what=one.message) for one in found.problems)
    return Gated(data, found.n_pages, share, (), tuple(remarks))
