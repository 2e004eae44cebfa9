"""`Release` → bytes of every format, read back and compared before they leave.

The one place that transforms, makes outputs and holds each against the reading text: a difference
is a refusal. A PDF has to be what it claims, too (`pressconv.gated`).
"""

from __future__ import annotations

import json
from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pressconv import htmldoc
from pressconv.enclosures import enclosures, held_xml, weight_notes
from pressconv.frozen import dataclass
from pressconv.gated import Gated, gated_pdf
from pressconv.holding import hold_assets, hold_equal, hold_gaps, unspaced
from pressconv.house import House
from pressconv.notes import Note, Result
from pressconv.options import Abbreviations
from pressconv.present import present
from pressconv.present.formats import pdf_link, text_link
from pressconv.reading import n_characters, reading_text
from pressconv.stages import Options, settled
from pressconv.transforms import transforms, unexplained
from pressconv.writers.html import Fragment, Html, HtmlOptions, write_fragment, write_html
from pressconv.writers.text import readable, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.assets import Assets
    from pressconv.model import Release
    from pressconv.presentation import FormatLink, Metadata, Presentation
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
class Proof:
    """That the outputs carry the same text: which ones, and how much of it the PDF gives back.

    ``pdf_share`` is 1, or `None` where no PDF was made; less is let out where that was allowed.
    """

    n_characters: int
    equal: tuple[Format, ...]
    pdf_share: float | None = None

    def __str__(self) -> str:
        parts = []
        if self.equal:
            names = ", ".join(one.suffix for one in self.equal)
            parts.append(f"text equal in {names}: {self.n_characters:,} characters")
        if self.pdf_share is not None and self.pdf_share < 1:
            parts.append(f"pdf: {percent(self.pdf_share)} of the text, in the order of the tags")
        return "; ".join(parts) or f"text: {self.n_characters:,} characters"


@dataclass(frozen=True, slots=True)
class Conversion:
    """The files of one edition, the proof that their text is the same, and the facts in them.

    ``companions`` are what pages need beside them (`AssetsMode.FILES`), by their paths from there.
    ``claims`` are the standards that the PDF says it conforms to, ``title`` is the headline as the
    outputs have it, without markup.
    """

    files: dict[Format, bytes]
    proof: Proof
    metadata: Metadata
    companions: dict[str, bytes] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    title: str = ""


def convert(
    release: Release,
    *,
    to: Format | str,
    options: Options | None = None,
    assets: Assets | None = None,
    house: House | None = None,
) -> Result[bytes]:
    """Make one format of *release*. What a page needs beside it, `convert_all` returns too.

    Raises:
        RefusedError: the release has gaps that shut a reader out, or the output lost text or is
            not what it claims to be.
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
        RefusedError: the release has gaps that shut a reader out, or an output lost text or is
            not what it claims to be.
        RenderError, MissingToolError: the PDF engine stopped, or is not there.
    """
    options, house = settled(options or Options(), house or House())
    hold_gaps(release)
    shown = _shown(release, house)
    source = _Source(release, shown, reading_text(shown), options, assets or {}, house)
    made = _made(source, frozenset(to))
    proof = _proof(source.expected, made)
    claims = made.pdf.claims if made.pdf else ()
    conversion = Conversion(made.files, proof, shown.metadata, made.companions, claims, shown.title)
    heavy = weight_notes(assets or {}, house) if made.pdf else ()
    return Result(conversion, (*shown.remarks, *made.remarks, *heavy))


def percent(share: float) -> str:
    """Write a share, rounded down: what is not whole never reads as 100 %."""
    return f"{int(share * 1000) / 10:.1f} %"


# ---- stages --------------------------------------------------------------------------------


def _shown(release: Release, house: House) -> Presentation:
    choice = house.abbreviations or Abbreviations.EXPAND
    for transform in transforms(house.typography, choice):
        release = transform(release)
    shown = present(release, house=house)
    left = unexplained(release) if choice is Abbreviations.KEEP else ()
    return replace(shown, remarks=(*shown.remarks, *left))


@dataclass(frozen=True, slots=True)
class _Source:
    """What every format is made of, and the text that each is held against."""

    release: Release
    shown: Presentation
    expected: Sequence[str]
    options: Options
    assets: Assets
    house: House


@dataclass(frozen=True, slots=True)
class _Made:
    """The files, what is known of the PDF among them, and what there is to say of them."""

    files: dict[Format, bytes]
    companions: dict[str, bytes]
    pdf: Gated | None
    remarks: tuple[Note, ...]


def _made(source: _Source, to: frozenset[Format]) -> _Made:
    """Make the formats asked for; pages come last, for they link the PDF and the text."""
    files: dict[Format, bytes] = {}
    companions: dict[str, bytes] = {}
    links: list[FormatLink] = []
    pdf: Gated | None = None
    remarks: tuple[Note, ...] = ()
    if to - {Format.XML, Format.TEXT}:
        hold_assets(source.release, source.assets)
    if Format.XML in to:
        files[Format.XML] = held_xml(source.release)
    if Format.PDF in to:
        pdf = _pdf(source)
        files[Format.PDF], remarks = pdf.data, pdf.remarks
        size = len(pdf.data)
        links.append(pdf_link(source.shown, source.house, n_bytes=size, n_pages=pdf.n_pages))
    if Format.TEXT in to:
        text = _text(source)
        files[Format.TEXT], remarks = text.data, (*remarks, *text.remarks)
        links.append(text_link(source.shown, source.house, n_bytes=len(text.data)))
    source = replace(source, shown=replace(source.shown, formats=tuple(links)))
    if Format.HTML in to:
        page = _page(source, source.options.html)
        files[Format.HTML] = page.data
        companions |= page.files
    if to & {Format.FRAGMENT, Format.HEAD}:
        fragment = _fragment(source)
        files[Format.FRAGMENT] = fragment.data
        companions |= fragment.files if Format.FRAGMENT in to else {}
        head = json.dumps(fragment.head.for_machines(), ensure_ascii=False, indent=1)
        files[Format.HEAD] = f"{head}\n".encode()
    wanted = {one: files[one] for one in Format if one in to}
    return _Made(wanted, companions, pdf, remarks)


def _pdf(source: _Source) -> Gated:
    """Make the PDF of a page that knows nothing of other formats; what it is made of is in it."""
    html = replace(source.options.html.on_paper(), editions=True)
    return gated_pdf(
        _page(source, html),
        source.options.pdf,
        name=f"{source.release.id}.{source.release.lang}.{Format.PDF.suffix}",
        blocks=source.expected,
        attachments=enclosures(source.release, source.assets, source.house),
        allow_nonconforming=source.options.allow_nonconforming,
    )


def _page(source: _Source, options: HtmlOptions) -> Html:
    page = write_html(source.shown, options, source.assets)
    hold_equal("html", source.expected, htmldoc.reading_text(page.data))
    return page


def _fragment(source: _Source) -> Fragment:
    fragment = write_fragment(source.shown, source.options.html, source.assets)
    hold_equal("fragment.html", source.expected, htmldoc.reading_text(fragment.data))
    return fragment


def _text(source: _Source) -> Text:
    options = source.options.text
    text = write_text(source.shown, options)
    wanted = [readable(block, options) for block in source.expected]
    hold_equal("txt", unspaced(wanted), unspaced(text.blocks()))
    return text


def _proof(expected: Sequence[str], made: _Made) -> Proof:
    """Say what was compared on the way."""
    share = made.pdf.text_share if made.pdf else None
    compared = {Format.HTML, Format.FRAGMENT, Format.TEXT} | ({Format.PDF} if share == 1 else set())
    equal = tuple(one for one in made.files if one in compared)
    return Proof(n_characters(tuple(expected)), equal, share)
