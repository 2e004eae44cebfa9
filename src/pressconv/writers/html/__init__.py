"""`Presentation` → one HTML page: styles and images are inside, or files beside it.

No script; no request but for these files: JSON-LD is data. The order of the source is the order of
reading; notes stand together behind the text, each linked with its call.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pressconv.errors import ConfigError
from pressconv.frozen import dataclass
from pressconv.presentation import Presentation
from pressconv.themes import Theme, find_theme
from pressconv.urls import FOLDER
from pressconv.writers.html import anchors, banner
from pressconv.writers.html.article import article
from pressconv.writers.html.build import Element, block, group, tag
from pressconv.writers.html.clothing import inline_styles, linked_styles
from pressconv.writers.html.companions import AssetsMode
from pressconv.writers.html.fragment import embedded
from pressconv.writers.html.head import head
from pressconv.writers.html.inlines import Scope, without_whole_ranges
from pressconv.writers.html.metadata import HeadData, head_data
from pressconv.writers.html.pictures import files_of, paper_pictures, screen_pictures
from pressconv.writers.html.serialize import serialize
from pressconv.writers.html.styles import sheets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pressconv.assets import Assets
    from pressconv.writers.html.companions import Companion
    from pressconv.writers.html.faces import FontFace
    from pressconv.writers.html.pictures import Picture


_LEVELS: Final = range(1, 7)


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

    Raises:
        ConfigError: no file can stand below the base, or no heading has the level.
    """

    editions: bool = True
    fonts: Fonts = Fonts.SYSTEM
    fonts_dirs: tuple[Path, ...] = ()
    heading_level: int = 1
    formats: bool = True
    assets: AssetsMode = AssetsMode.INLINE
    assets_base: str = ""
    theme: Theme | None = None

    def __post_init__(self) -> None:
        if not FOLDER.fullmatch(self.assets_base):
            hint = "expected that of a folder, such as 'https://media.example.org/press/' or "
            hint += "'/media/', spaces as %20"
            raise ConfigError(
                f"assets_base = {self.assets_base!r} is no address of files", hint=hint
            )
        if self.heading_level not in _LEVELS:
            raise ConfigError(f"heading_level = {self.heading_level!r}", hint="expected 1 to 6")

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
        page = self.data if is_same else _written(self.presentation, plain, printed)[0]
        return without_whole_ranges(page)


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
        article(presentation, scope),
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
    lang, labels = presentation.lang, presentation.labels
    labels_lang = presentation.labels_lang or lang
    return Scope(lang, presentation.dir, labels, labels_lang, pictures)


def _body(presentation: Presentation, scope: Scope, options: HtmlOptions) -> Element:
    labels, lang = presentation.labels, presentation.labels_lang
    skip = block("a", labels.skip, href=f"#{anchors.TEXT}", cls="pc-skip", lang=lang)
    before = _banner(presentation, options, "header")
    main = group("main", article(presentation, scope), id=anchors.TEXT, tabindex="-1")
    return group("body", skip, *before, main)


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
