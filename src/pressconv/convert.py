"""`Release` → bytes of every format, read back and compared before they leave.

The one place that transforms, makes outputs and holds each against the reading text: a difference
in HTML or text is a refusal. Until the PDF has tags of our own, a difference there is a note.
"""

from __future__ import annotations

import json
from dataclasses import field, replace
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pressconv import htmldoc
from pressconv.errors import Place, Problem, RefusedError
from pressconv.frozen import dataclass
from pressconv.gaps import shutting_gaps
from pressconv.house import House
from pressconv.languages import NO_CHOICES, Choices
from pressconv.model import Image
from pressconv.notes import Note, Result, note
from pressconv.options import TextOptions
from pressconv.pdf import PdfOptions, write_pdf
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.reading import n_characters, reading_text
from pressconv.text import BREAKING
from pressconv.transforms import transforms
from pressconv.walk import descendants
from pressconv.writers.html import Fragment, Html, HtmlOptions, write_fragment, write_html
from pressconv.writers.text import readable, write_text
from pressconv.writers.xml import write_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.assets import Assets
    from pressconv.languages import Position
    from pressconv.model import Release
    from pressconv.presentation import Presentation
    from pressconv.writers.text import Text


class Format(StrEnum):
    """What a release can be made into."""

    XML = "xml"
    HTML = "html"
    FRAGMENT = "html-fragment"
    HEAD = "html-head"
    PDF = "pdf"
    TEXT = "text"

    @property
    def suffix(self) -> str:
        """The ending of a file of this format."""
        return _SUFFIXES.get(self, self.value)


_SUFFIXES: Final = {
    Format.FRAGMENT: "fragment.html",
    Format.HEAD: "head.json",
    Format.TEXT: "txt",
}


@dataclass(frozen=True, slots=True)
class Options:
    """The options of every stage.

    ``disclaimer`` puts the note on the translation before or after the text; ``drafts`` lets
    wording print that no native reader has reviewed. ``typography`` goes over the house's choices.
    """

    html: HtmlOptions = field(default_factory=HtmlOptions)
    text: TextOptions = field(default_factory=TextOptions)
    pdf: PdfOptions = field(default_factory=PdfOptions)
    disclaimer: Position | None = None
    drafts: bool = False
    typography: Choices = NO_CHOICES


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
    house = house or House()
    options = _over_house(options or Options(), house)
    _refuse_gaps(release)
    shown = _shown(release, options, house)
    source = _Source(release, shown, reading_text(shown), options, assets or {})
    made = _made(source, frozenset(to))
    proof = _proof(source.expected, made.value)
    notes = [*shown.remarks, *made.notes]
    if proof.pdf_share is not None and proof.pdf_share < 1:
        place = Place(f"{release.id}.{release.lang}.{Format.PDF.suffix}")
        notes.append(note("pdf-text", place, share=percent(proof.pdf_share)))
    return Result(Conversion(made.value, proof), tuple(notes))


def percent(share: float) -> str:
    """Write a share, rounded down: what is not whole never reads as 100 %."""
    return f"{int(share * 1000) / 10:.1f} %"


# ---- stages --------------------------------------------------------------------------------


def _over_house(options: Options, house: House) -> Options:
    """Fill what *options* leave open with what the house says."""
    folders = tuple(map(Path, house.fonts_dirs))
    typography = house.typography.under(options.typography)
    charset = TextOptions(charset=typography.charset or None)
    return replace(
        options,
        html=replace(options.html, fonts_dirs=(*options.html.fonts_dirs, *folders)),
        text=options.text.over(house.text.over(charset)),
        pdf=replace(
            options.pdf,
            page_size=options.pdf.page_size or house.page_size,
            fonts_dirs=(*options.pdf.fonts_dirs, *folders),
        ),
        typography=typography,
    )


def _refuse_gaps(release: Release) -> None:
    problems = list(shutting_gaps(release))
    if problems:
        message = "not converted: parts of it would be closed to some readers"
        raise RefusedError(message, problems=problems)


def _shown(release: Release, options: Options, house: House) -> Presentation:
    for transform in transforms(options.typography):
        release = transform(release)
    house = replace(house, typography=options.typography)
    return present(release, house=house, position=options.disclaimer, drafts=options.drafts)


@dataclass(frozen=True, slots=True)
class _Source:
    """What every format is made of, and the text that each is held against."""

    release: Release
    shown: Presentation
    expected: Sequence[str]
    options: Options
    assets: Assets


def _made(source: _Source, to: frozenset[Format]) -> Result[dict[Format, bytes]]:
    """Make the formats asked for; the PDF is that of the page."""
    files: dict[Format, bytes] = {}
    notes: tuple[Note, ...] = ()
    if Format.XML in to:
        files[Format.XML] = _xml(source.release)
    if to & {Format.HTML, Format.PDF}:
        _hold_assets(source.release, source.assets)
        page = _page(source)
        files[Format.HTML] = page.data
        if Format.PDF in to:
            files[Format.PDF] = write_pdf(page, source.options.pdf)
    if to & {Format.FRAGMENT, Format.HEAD}:
        _hold_assets(source.release, source.assets)
        fragment = _fragment(source)
        files[Format.FRAGMENT] = fragment.data
        head = json.dumps(fragment.head.for_machines(), ensure_ascii=False, indent=1)
        files[Format.HEAD] = f"{head}\n".encode()
    if Format.TEXT in to:
        text = _text(source)
        files[Format.TEXT], notes = text.data, text.remarks
    return Result({one: files[one] for one in Format if one in to}, notes)


def _xml(release: Release) -> bytes:
    data = write_xml(release)
    if read(data).value != release:
        raise _lost("xml", "it reads as another release")
    return data


def _page(source: _Source) -> Html:
    page = write_html(source.shown, source.options.html, source.assets)
    _hold("html", source.expected, htmldoc.reading_text(page.data))
    return page


def _fragment(source: _Source) -> Fragment:
    fragment = write_fragment(source.shown, source.options.html, source.assets)
    _hold("fragment.html", source.expected, htmldoc.reading_text(fragment.data))
    return fragment


def _text(source: _Source) -> Text:
    options = source.options.text
    text = write_text(source.shown, options)
    wanted = [readable(block, options) for block in source.expected]
    _hold("txt", _unspaced(wanted), _unspaced(text.blocks()))
    return text


def _hold_assets(release: Release, assets: Assets) -> None:
    """Refuse images that nobody has loaded: a page must need nothing but itself."""
    problems = [
        Problem("image-missing", f"image {node.src!r}: it was not loaded", place)
        for node in descendants(release)
        if isinstance(node, Image) and node.src not in assets
        for place in [node.place or Place(release.id)]
    ]
    if problems:
        hint = "give convert the images: assets=load_assets(release, folder)"
        raise RefusedError("not converted: images are missing", problems=problems, hint=hint)


def _proof(expected: Sequence[str], files: dict[Format, bytes]) -> Proof:
    """Say what was compared on the way, and read the PDF back."""
    equal = tuple(one for one in (Format.HTML, Format.FRAGMENT, Format.TEXT) if one in files)
    share = None
    if Format.PDF in files:
        from pressconv import pdfdoc  # noqa: PLC0415 - pypdf only where a PDF is made

        found = pdfdoc.reading_text(pdfdoc.read_pdf(files[Format.PDF]))
        share = pdfdoc.similarity(expected, found)
    return Proof(n_characters(tuple(expected)), equal, share)


def _hold(name: str, expected: Sequence[str], found: Sequence[str]) -> None:
    """Compare block by block; the first difference names what should stand there."""
    pairs = zip_longest(expected, found, fillvalue="nothing more")
    for number, (wanted, given) in enumerate(pairs, start=1):
        if wanted != given:
            raise _lost(name, f"block {number} reads {given[:80]!r} instead of {wanted[:80]!r}")


def _lost(name: str, message: str) -> RefusedError:
    problem = Problem("text-differs", message, Place(name))
    hint = "this is a defect of pressconv: please report it with the release"
    return RefusedError(
        f"the text of the {name} is not the release's", problems=[problem], hint=hint
    )


def _unspaced(blocks: Sequence[str]) -> list[str]:
    """Take breaking spaces out: wrapped lines cannot be told apart from broken ones."""
    return [BREAKING.sub("", block) for block in blocks]
