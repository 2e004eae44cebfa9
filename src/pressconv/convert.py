"""`Release` → bytes of every format, read back and compared before they leave.

The one place that transforms, makes outputs and holds each against the reading text: a difference
in HTML or text is a refusal. Until the PDF has tags of our own, a difference there is a note.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from pressconv import htmldoc
from pressconv.errors import Place, Problem, RefusedError
from pressconv.frozen import dataclass
from pressconv.gaps import shutting_gaps
from pressconv.house import House
from pressconv.notes import Note, Result, note
from pressconv.pdf import PdfOptions, write_pdf
from pressconv.present import present
from pressconv.reading import n_characters, reading_text
from pressconv.text import BREAKING
from pressconv.transforms import TRANSFORMS
from pressconv.writers.html import HtmlOptions, write_html
from pressconv.writers.text import TextOptions, write_text
from pressconv.writers.xml import write_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressconv.assets import Assets
    from pressconv.languages import Position
    from pressconv.model import Release
    from pressconv.presentation import Presentation


class Format(StrEnum):
    """What a release can be made into."""

    XML = "xml"
    HTML = "html"
    PDF = "pdf"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """The ending of a file of this format."""
        return "txt" if self is Format.TEXT else self.value


@dataclass(frozen=True, slots=True)
class Options:
    """The options of every stage.

    ``disclaimer`` puts the note on the translation before or after the text; ``drafts`` lets
    wording print that no native reader has reviewed.
    """

    html: HtmlOptions = field(default_factory=HtmlOptions)
    text: TextOptions = field(default_factory=TextOptions)
    pdf: PdfOptions = field(default_factory=PdfOptions)
    disclaimer: Position | None = None
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """That the outputs carry the same text: which ones, and how much of it the PDF gives back.

    ``pdf_share`` is between 0 and 1, or `None` where no PDF was made.
    """

    n_characters: int
    equal: tuple[Format, ...]
    pdf_share: float | None = None

    def __str__(self) -> str:
        parts = []
        if self.equal:
            names = ", ".join(one.suffix for one in self.equal)
            parts.append(f"text equal in {names}: {self.n_characters:,} characters")
        if self.pdf_share is not None:
            parts.append(f"pdf: {percent(self.pdf_share)} (the engine's own tags)")
        return "; ".join(parts) or f"text: {self.n_characters:,} characters"


@dataclass(frozen=True, slots=True)
class Conversion:
    """The files of one edition, and the proof that their text is the same."""

    files: dict[Format, bytes]
    proof: Proof


def convert(
    release: Release,
    *,
    to: Format | str,
    options: Options | None = None,
    assets: Assets | None = None,
    house: House | None = None,
) -> Result[bytes]:
    """Make one format of *release*.

    Raises:
        RefusedError: the release has gaps that shut a reader out, or the output lost text.
    """
    made = convert_all(release, to=[Format(to)], options=options, assets=assets, house=house)
    return Result(made.value.files[Format(to)], made.notes)


def convert_all(
    release: Release,
    *,
    to: Sequence[Format],
    options: Options | None = None,
    assets: Assets | None = None,
    house: House | None = None,
) -> Result[Conversion]:
    """Make several formats of *release* and compare their text. *assets* are its images.

    Raises:
        RefusedError: the release has gaps that shut a reader out, or an output lost text.
        RenderError, MissingToolError: the PDF engine stopped, or is not there.
    """
    options = options or Options()
    problems = list(shutting_gaps(release))
    if problems:
        raise RefusedError(
            "not converted: parts of it would be closed to some readers", problems=problems
        )
    changed = release
    for transform in TRANSFORMS:
        changed = transform(changed)
    shown = present(changed, house=house, position=options.disclaimer, drafts=options.drafts)
    made = _made(release, shown.value, to, options, assets or {})
    return Result(made.value, (*shown.notes, *made.notes))


def percent(share: float) -> str:
    """Write a share, rounded down: what is not whole never reads as 100 %."""
    return f"{int(share * 1000) / 10:.1f} %"


def _made(
    release: Release,
    shown: Presentation,
    to: Iterable[Format],
    options: Options,
    assets: Assets,
) -> Result[Conversion]:
    wanted = set(to)
    expected = reading_text(shown)
    files: dict[Format, bytes] = {}
    if Format.XML in wanted:
        files[Format.XML] = write_xml(release)
    if wanted & {Format.HTML, Format.PDF}:
        page = write_html(shown, options.html, assets)
        _hold("html", expected, htmldoc.reading_text(page.data))
        if Format.HTML in wanted:
            files[Format.HTML] = page.data
    if Format.TEXT in wanted:
        text = write_text(shown, options.text)
        _hold("txt", _unspaced(expected), _unspaced(text.blocks()))
        files[Format.TEXT] = text.value.encode()
    notes: list[Note] = []
    share = None
    if Format.PDF in wanted:
        files[Format.PDF] = write_pdf(page, options.pdf)
        share = _pdf_share(expected, files[Format.PDF])
        if share < 1:
            notes.append(
                note("pdf-text", Place(f"{release.id}.{release.lang}.pdf"), share=percent(share))
            )
    equal = tuple(one for one in (Format.HTML, Format.TEXT) if one in files)
    proof = Proof(n_characters(expected), equal, share)
    ordered = {one: files[one] for one in Format if one in files}
    return Result(Conversion(ordered, proof), tuple(notes))


def _pdf_share(expected: Sequence[str], data: bytes) -> float:
    from pressconv import pdfdoc  # noqa: PLC0415 - pypdf only where a PDF is made

    return pdfdoc.similarity(expected, pdfdoc.reading_text(pdfdoc.read_pdf(data)))


def _hold(name: str, expected: Sequence[str], found: Sequence[str]) -> None:
    """Compare block by block; the first difference names what should stand there."""
    if tuple(expected) == tuple(found):
        return
    for index in range(max(len(expected), len(found))):
        wanted = expected[index] if index < len(expected) else "nothing more"
        read = found[index] if index < len(found) else "nothing more"
        if wanted != read:
            message = f"block {index + 1} reads {read[:80]!r} instead of {wanted[:80]!r}"
            problem = Problem("text-differs", message, Place(name))
            hint = "this is a defect of pressconv: please report it with the release"
            raise RefusedError(
                f"the text of the {name} is not the release's", problems=[problem], hint=hint
            )


def _unspaced(blocks: Sequence[str]) -> list[str]:
    """Take breaking spaces out: wrapped lines cannot be told apart from broken ones."""
    return [BREAKING.sub("", block) for block in blocks]
