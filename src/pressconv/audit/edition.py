"""Rules for a PDF beside what it was made of: the same text, title, language and claims."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import spot
from pressconv.audit.pdf.typefaces import typefaces
from pressconv.audit.rule import Finding, Rules, Severity, Spot, fail
from pressconv.frozen import dataclass
from pressconv.pdfdoc import reading_text, xmp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressconv.pdf.profiles import Claims
    from pressconv.pdfdoc import PdfFile


@dataclass(frozen=True, slots=True)
class Edition:
    """A PDF, and what it has to say: the reading text of its release, block by block."""

    pdf: PdfFile
    blocks: Sequence[str]
    title: str
    lang: str
    claims: Claims


EDITION_RULES: Final[Rules[Edition]] = Rules()
"""Rules for a PDF of ours, beside those for anybody's."""

_rule = EDITION_RULES.rule
_END: Final = "the end of the text"


@_rule(
    "edition-text",
    clauses=("ISO 14289-1 7.2", "ISO 14289-2 8.4.3", "WCAG 2.2 SC 1.3.2"),
    severity=Severity.CRITICAL,
    remedy="this is a defect of pressconv: please report it with the release",
)
def text(edition: Edition) -> Iterator[Finding]:
    """The text in the order of the tags is the text of the release, character for character."""
    # Nothing is guessed: our lines end with their spaces, and a word may go on on the next line.
    given_blocks = reading_text(edition.pdf.document, guesses=False)
    pairs = zip_longest(edition.blocks, given_blocks, fillvalue=None)
    for number, (wanted, given) in enumerate(pairs, start=1):
        if wanted != given:
            at = _difference(wanted or "", given or "")
            yield fail(
                f"block {number} reads {_from(given, at)} instead of {_from(wanted, at)}"
                + (f", from character {at + 1}" if at else ""),
                Spot(text=wanted or given or ""),
            )
            return


def _difference(one: str, other: str) -> int:
    pairs = zip_longest(one, other)
    return next((at for at, (left, right) in enumerate(pairs) if left != right), 0)


def _from(block: str | None, at: int) -> str:
    start = max(0, at - 20)
    return _END if block is None else repr(block[start : start + 80])


@_rule(
    "edition-title",
    clauses=("ISO 14289-1 7.1", "ISO 14289-2 8.11.1", "WCAG 2.2 SC 2.4.2"),
    severity=Severity.SERIOUS,
    remedy="this is a defect of pressconv: please report it with the release",
)
def title(edition: Edition) -> Iterator[Finding]:
    """The title in the metadata is that of the release."""
    found = edition.pdf.xmp.all(xmp.DC, "title") if edition.pdf.xmp else ()
    if set(found) != {edition.title}:
        yield fail(f"the title is {found!r} instead of {edition.title!r}")


@_rule(
    "edition-language",
    clauses=("ISO 14289-1 7.2", "ISO 14289-2 8.4.4", "WCAG 2.2 SC 3.1.1"),
    severity=Severity.SERIOUS,
    remedy="this is a defect of pressconv: please report it with the release",
)
def language(edition: Edition) -> Iterator[Finding]:
    """The language of the document, and in the metadata, is that of the release."""
    said = edition.pdf.document.lang
    if said != edition.lang:
        yield fail(f"the language of the document is {said!r} instead of {edition.lang!r}")
    found = edition.pdf.xmp.all(xmp.DC, "language") if edition.pdf.xmp else ()
    if found != (edition.lang,):
        yield fail(f"the language in the metadata is {found!r} instead of {edition.lang!r}")


@_rule(
    "edition-claims",
    clauses=(
        "ISO 14289-1 5",
        "ISO 14289-2 5",
        "ISO 19005-3 6.6.4",
        "ISO 19005-4 6.7.3",
        "WTPDF 1.0 6.1.2",
        "WTPDF 1.0 6.1.3",
    ),
    severity=Severity.SERIOUS,
    remedy="this is a defect of pressconv: please report it with the release",
)
def claims(edition: Edition) -> Iterator[Finding]:
    """The file claims what was asked for, and no more."""
    asked, packet = edition.claims, edition.pdf.xmp
    if packet is None:
        yield fail("the file claims nothing")
        return
    wanted = {
        (xmp.PDF_UA, "part"): asked.ua_part,
        (xmp.PDF_UA, "rev"): asked.ua_revision,
        (xmp.PDF_A, "part"): asked.archive_part,
        (xmp.PDF_A, "conformance"): asked.archive_level,
        (xmp.PDF_A, "rev"): asked.archive_revision,
    }
    for (space, name), value in wanted.items():
        said = packet.first(space, name) or ""
        if said != value:
            yield fail(f"the metadata claim {name} {said!r} instead of {value!r}")
    declared = packet.all(xmp.DECLARATIONS, "declarations")
    if declared != asked.declarations:
        yield fail(f"the metadata declare {declared!r} instead of {asked.declarations!r}")


@_rule(
    "edition-headline",
    clauses=("ISO 14289-1 7.4", "ISO 14289-2 8.2.5.12", "WCAG 2.2 SC 1.3.1"),
    severity=Severity.MODERATE,
    remedy="this is a defect of pressconv: please report it with the release",
)
def headline(edition: Edition) -> Iterator[Finding]:
    """One heading of level 1 stands above the others: the headline."""
    found = [tag for tag in edition.pdf.tags if tag.kind == "H1"]
    if not found:
        yield fail("there is no heading H1")
    for tag in found[1:]:
        yield fail("there is a second heading H1", spot(tag))


@_rule(
    "edition-figures",
    clauses=("ISO 32000-1 14.8.5.4.3", "ISO 32000-2 14.8.5.4.3"),
    severity=Severity.MINOR,
    remedy="this is a defect of pressconv: please report it with the release",
)
def figures(edition: Edition) -> Iterator[Finding]:
    """Every figure says where it is, within its page."""
    for tag in edition.pdf.tags:
        if tag.kind != "Figure":
            continue
        where = spot(tag)
        box = tag.node.attributes.get("BBox")
        sides = [one for one in box if isinstance(one, float)] if isinstance(box, tuple) else []
        page = edition.pdf.page_box(where.page)
        if len(sides) != len(page) or not _is_within(sides, page):
            yield fail(f"the figure does not say where it is: {sides}", where)


def _is_within(box: list[float], page: list[float]) -> bool:
    left, bottom, right, top = box
    is_rectangle = left < right and bottom < top
    return (
        is_rectangle and left < page[2] and right > page[0] and bottom < page[3] and top > page[1]
    )


@_rule(
    "edition-headers",
    clauses=("ISO 14289-1 7.5", "ISO 14289-2 8.2.5.26", "WCAG 2.2 SC 1.3.1"),
    severity=Severity.SERIOUS,
    remedy="this is a defect of pressconv: please report it with the release",
)
def headers(edition: Edition) -> Iterator[Finding]:
    """Every header that a cell names is there."""
    ids = {tag.node.id for tag in edition.pdf.tags if tag.kind == "TH"}
    for tag in edition.pdf.tags:
        named = tag.node.attributes.get("Headers")
        for one in named if isinstance(named, tuple) else ():
            if one not in ids:
                yield fail(f"no header cell has the ID {one!r}", spot(tag))


@_rule(
    "edition-fonts",
    clauses=("ISO 14289-1 7.21.4", "ISO 14289-2 8.4.5.5"),
    severity=Severity.MINOR,
    remedy="this is a defect of pressconv: please report it with the release",
)
def fonts(edition: Edition) -> Iterator[Finding]:
    """Fonts are embedded as subsets, each with a table of the text of its codes."""
    for font in typefaces(edition.pdf):
        if not font.is_subset:
            yield fail(f"the font {font.name} is embedded whole")
        if "/ToUnicode" not in font.values:
            yield fail(f"the font {font.name} has no table of the text of its codes")
