"""`Presentation` → one HTML page: styles and images are inside, or files beside it.

No script; no request but for these files: JSON-LD is data. The order of the source is the order of
reading; notes stand together behind the text, each linked with its call.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.presentation import STANDING, LineKind, Part, PartKind, Presentation
from pressconv.themes import Theme, find_theme
from pressconv.writers.html import banner
from pressconv.writers.html.blocks import content, image
from pressconv.writers.html.build import Child, Element, block, group, tag
from pressconv.writers.html.clothing import inline_styles, linked_styles
from pressconv.writers.html.companions import AssetsMode
from pressconv.writers.html.fragment import embedded
from pressconv.writers.html.head import head
from pressconv.writers.html.inlines import Scope, inlines, marks, note_id
from pressconv.writers.html.metadata import HeadData, head_data
from pressconv.writers.html.pictures import files_of, paper_pictures, screen_pictures
from pressconv.writers.html.serialize import serialize
from pressconv.writers.html.styles import sheets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pressconv.assets import Assets
    from pressconv.presentation import LetterheadLine
    from pressconv.writers.html.companions import Companion
    from pressconv.writers.html.faces import FontFace
    from pressconv.writers.html.pictures import Picture

_FOOT: Final = frozenset(
    {
        PartKind.BOILERPLATE,
        PartKind.CONTACT,
        PartKind.RELATED,
        PartKind.SUBSCRIBE,
        PartKind.RIGHTS,
        PartKind.ACCESSIBILITY,
    }
)

_LINES: Final = {
    **dict.fromkeys(STANDING, "pc-standing"),
    LineKind.LOGO: "pc-issuer",
    LineKind.ORGANIZATION: "pc-issuer",
    LineKind.UNIT: "pc-issuer",
    LineKind.DISTRIBUTION: "pc-facts",
    LineKind.GENRE: "pc-facts",
    LineKind.ISSUED: "pc-facts",
    LineKind.UPDATED: "pc-facts",
    LineKind.VERSION: "pc-facts",
    LineKind.EXPIRES: "pc-facts",
    LineKind.NUMBER: "pc-facts",
}


class Fonts(StrEnum):
    """Where the faces of a page come from."""

    SYSTEM = "system"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class HtmlOptions:
    """How the page is made.

    ``editions``: with links to the other language editions; ``formats``: to the PDF and the text
    that are made along with it. ``fonts``: those of the reader's system, or embedded ones: of those
    that ship, and of those in ``fonts_dirs``.
    ``heading_level``: the level, from 1 to 6, at which the headings of a fragment begin.
    ``assets``: the style sheet, images and embedded fonts are inside, or files; ``assets_base`` is
    the address of the folder from which a site serves these, if it is not that of the page.
    ``theme``: how it looks, on paper too; the ministry's where none is given.
    """

    editions: bool = True
    fonts: Fonts = Fonts.SYSTEM
    fonts_dirs: tuple[Path, ...] = ()
    heading_level: int = 1
    formats: bool = True
    assets: AssetsMode = AssetsMode.INLINE
    assets_base: str = ""
    theme: Theme | None = None

    def on_paper(self) -> HtmlOptions:
        """Return these options as the PDF engine wants them: all inside, and faces of its own."""
        return replace(self, assets=AssetsMode.INLINE, fonts=Fonts.SYSTEM)


@dataclass(frozen=True, slots=True)
class Html:
    """A whole page in UTF-8, with the ``files`` that it needs, by their paths beside it.

    What it was made of stands here too: the PDF is made of the same page, but for paper.
    """

    data: bytes
    presentation: Presentation
    files: Mapping[str, bytes] = field(default_factory=dict)
    options: HtmlOptions = field(default_factory=HtmlOptions)
    assets: Assets = field(default_factory=dict)

    def for_paper(self) -> bytes:
        """Return the page as the PDF engine wants it: all inside, images for print, no faces."""
        plain = self.options.on_paper()
        shown = screen_pictures(self.presentation, self.assets, plain.assets)
        printed = paper_pictures(self.presentation, self.assets)
        is_same = plain == self.options and printed == shown
        return self.data if is_same else _written(self.presentation, plain, printed)[0]


@dataclass(frozen=True, slots=True)
class Fragment:
    """The markup of a release in UTF-8, for the page of a site, and what its head should say.

    ``files`` are the images that it needs, by their paths beside it.
    """

    data: bytes
    head: HeadData
    files: Mapping[str, bytes] = field(default_factory=dict)


def write_html(
    presentation: Presentation, options: HtmlOptions | None = None, assets: Assets | None = None
) -> Html:
    """Write the page. Images that *assets* lacks are referred to by their source.

    Raises:
        ConfigError: a folder with fonts is not there.
        RenderError: no font to embed has some characters.
    """
    options, assets = options or HtmlOptions(), assets or {}
    presentation = _linked(presentation, options)
    pictures = screen_pictures(presentation, assets, options.assets, options.assets_base)
    data, files = _written(presentation, options, pictures)
    return Html(data, presentation, files, options, assets)


def write_fragment(
    presentation: Presentation, options: HtmlOptions | None = None, assets: Assets | None = None
) -> Fragment:
    """Write the release as part of a page that has a style and landmarks of its own."""
    options, assets = options or HtmlOptions(), assets or {}
    presentation = _linked(presentation, options)
    pictures = screen_pictures(presentation, assets, options.assets, options.assets_base)
    scope = _scope(presentation, pictures)
    root = embedded(
        presentation,
        *_banner(presentation, options, "div"),
        group("article", *_article(presentation, scope), cls="pc-release"),
        heading_level=options.heading_level,
    )
    data = f"{serialize(root)}\n".encode()
    files = {one.path: one.data for one in files_of(pictures)}
    return Fragment(data, head_data(presentation), files)


def _written(
    presentation: Presentation, options: HtmlOptions, pictures: Mapping[str, Picture]
) -> tuple[bytes, dict[str, bytes]]:
    """Write the page; return it with the files that it needs."""
    scope = _scope(presentation, pictures)
    body = _body(presentation, scope, options)
    root = tag("html", "\n", body, lang=presentation.lang, dir=presentation.dir.value)
    styles = sheets(presentation, options.theme or find_theme())
    faces: tuple[FontFace, ...] = ()
    files: tuple[Companion, ...] = ()
    if options.fonts is Fonts.EMBED:
        from pressconv.writers.html.faces import font_faces  # noqa: PLC0415 - fontTools

        sheet = "".join(css for media, css in styles if media == "all")
        faces = font_faces(root, sheet, options.fonts_dirs, presentation)
    is_alone = options.assets is AssetsMode.INLINE
    if is_alone:
        elements = inline_styles(styles, faces)
    else:
        elements, files = linked_styles(presentation.id, styles, faces, options.assets_base)
    root.insert(0, head(head_data(presentation), *elements, is_alone=is_alone))
    data = f"<!DOCTYPE html>\n{serialize(root)}\n".encode()
    return data, {one.path: one.data for one in (*files, *files_of(pictures))}


def _scope(presentation: Presentation, pictures: Mapping[str, Picture]) -> Scope:
    labels, lang = presentation.labels, presentation.labels_lang
    return Scope(presentation.dir, labels, pictures, lang)


def _body(presentation: Presentation, scope: Scope, options: HtmlOptions) -> Element:
    labels, lang = presentation.labels, presentation.labels_lang
    skip = block("a", labels.skip, href="#pc-text", cls="pc-skip", lang=lang)
    before = _banner(presentation, options, "header")
    article = group("article", *_article(presentation, scope), cls="pc-release")
    return group("body", skip, *before, group("main", article, id="pc-text", tabindex="-1"))


def _article(presentation: Presentation, scope: Scope) -> list[Element]:
    parts = [_header(presentation, scope)]
    main = [part for part in presentation.parts if part.kind not in _FOOT]
    for part in main:
        parts.append(_part(part, scope))
        if part.kind is PartKind.BODY and presentation.endmark:
            parts.append(block("p", presentation.endmark, cls="pc-endmark", aria_hidden="true"))
    if presentation.notes:
        parts.append(_notes(presentation, scope))
    foot = [_part(part, scope) for part in presentation.parts if part.kind in _FOOT]
    if foot:
        parts.append(group("footer", *foot, cls="pc-foot"))
    return parts


def _linked(presentation: Presentation, options: HtmlOptions) -> Presentation:
    """Take away the links to other formats where they are not wanted, of the head too."""
    return presentation if options.formats else replace(presentation, formats=())


def _banner(presentation: Presentation, options: HtmlOptions, name: str) -> list[Element]:
    """Lead to what else there is, in an element of this *name*: the banner is the site's own."""
    links = [
        *(banner.languages(presentation) if options.editions else ()),
        *banner.formats(presentation),
    ]
    return [group(name, *links, cls="pc-editions")] if links else []


def _header(presentation: Presentation, scope: Scope) -> Element:
    parts = [block("h1", *inlines(presentation.headline, scope))]
    if presentation.subheadline:
        words = inlines(presentation.subheadline, scope)
        parts.append(block("p", *words, cls="pc-subheadline"))
    if presentation.letterhead:
        parts.append(group("div", *_letterhead(presentation, scope), cls="pc-letterhead"))
    return group("header", *parts, cls="pc-head")


def _letterhead(presentation: Presentation, scope: Scope) -> list[Element]:
    """Write the lines, those that belong together in a group: an issuer, the facts."""
    parts: list[Element] = []
    around, before = "", None
    for line in presentation.letterhead:
        cls = _LINES.get(line.kind, "")
        has_logo = before is LineKind.LOGO
        opens = line.kind is LineKind.LOGO or (line.kind is LineKind.ORGANIZATION and not has_logo)
        if not cls:
            parts.append(_line(line, scope))
        elif opens or cls != around:
            parts.append(group("div", _line(line, scope), cls=cls))
        else:
            parts[-1].append(_line(line, scope))
        around, before = cls, line.kind
    return parts


def _line(line: LetterheadLine, scope: Scope) -> Element:
    span = m.Span((), lang=line.lang)
    inner = scope.within(span)
    if isinstance(line.content, m.Image):
        words: list[Child] = [image(line.content, inner, cls="pc-logo")]
    else:
        words = inlines(line.content, inner)
    return block("p", *words, cls=f"pc-{line.kind}", **marks(span, scope))


def _part(part: Part, scope: Scope) -> Element:
    """Write a part: a section under its title or label, a note for the disclaimer."""
    span = m.Span((), id=part.id, lang=part.lang, dir=part.dir)
    inner = scope.within(span)
    own = marks(span, scope)
    cls = f"pc-{part.kind}"
    title = [block("h2", *inlines(part.title, inner))] if part.title else []
    level = 3 if part.title else 2
    blocks: list[Child] = [*content(part.content, inner, level)]
    if part.kind is PartKind.TRANSLATION:
        return group("aside", *blocks, cls=cls, role="note", aria_label=part.label, **own)
    if part.kind is PartKind.CONTACT:
        blocks = [group("address", *blocks)] if blocks else []
    if title or part.label:
        label = None if title else part.label
        return group("section", *title, *blocks, cls=cls, aria_label=label, **own)
    return group("div", *blocks, cls=cls, **own)


def _notes(presentation: Presentation, scope: Scope) -> Element:
    labels = presentation.labels
    notes = []
    for note in presentation.notes:
        back = tag(
            "a",
            str(note.number),
            cls="pc-back",
            href=f"#pc-call-{note.number}",
            role="doc-backlink",
            lang=presentation.labels_lang,
            aria_label=labels.back_to_call.format(number=note.number),
        )
        words = inlines(note.children, scope.within(note))
        own = {**marks(note, scope), "id": note_id(note)}
        text: list[Child] = [back, " ", tag("span", *words)]
        notes.append(block("div", *text, cls="pc-note", role="doc-footnote", **own))
    return group("section", *notes, cls="pc-notes", role="doc-endnotes", aria_label=labels.notes)
