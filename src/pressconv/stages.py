"""The options of every stage: what somebody says for one conversion, over what a house says.

The command line goes over the house file, and that over the defaults. It is settled once, here; the
stages get their options whole.
"""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pressconv.frozen import dataclass
from pressconv.house import House, PdfSource
from pressconv.languages import NO_CHOICES, Choices
from pressconv.options import Abbreviations, TextOptions
from pressconv.pdf import PdfOptions
from pressconv.themes import choices_of, find_theme
from pressconv.writers.html import HtmlOptions

if TYPE_CHECKING:
    from pressconv.languages import Position


@dataclass(frozen=True, slots=True)
class Options:
    """The options of every stage.

    ``disclaimer`` puts the note on the translation before or after the text; ``drafts`` lets
    wording print that no native reader has reviewed. ``typography`` goes over the house's choices,
    ``theme`` names another theme than the house does. ``abbreviations`` says whether the text says
    in words what they stand for. ``allow_nonconforming`` lets a PDF out that the gate refuses,
    without its claims. ``source`` is what is enclosed in it: the release as it is published, where
    nobody says otherwise.
    """

    html: HtmlOptions = field(default_factory=HtmlOptions)
    text: TextOptions = field(default_factory=TextOptions)
    pdf: PdfOptions = field(default_factory=PdfOptions)
    disclaimer: Position | None = None
    drafts: bool | None = None
    typography: Choices = NO_CHOICES
    theme: str = ""
    abbreviations: Abbreviations | None = None
    allow_nonconforming: bool = False
    source: PdfSource | None = None


def settled(options: Options, house: House) -> tuple[Options, House]:
    """Return *options* with all that *house* says, and *house* with all that the options say.

    Raises:
        ConfigError: together they exclude each other, or there is no such theme.
    """
    options = _over_house(options, house)
    return options, _in_house(options, house)


def text_options(options: Options, house: House) -> TextOptions:
    """Return what takes effect for the plain text. Its charset may be a choice of typography.

    Raises:
        ConfigError: together they exclude each other.
    """
    typography = house.typography.under(options.typography)
    charset = TextOptions(charset=typography.charset or None)
    return options.text.over(house.text.over(charset))


def _over_house(options: Options, house: House) -> Options:
    folders = tuple(map(Path, house.fonts_dirs))
    return replace(
        options,
        html=replace(
            options.html,
            fonts_dirs=(*options.html.fonts_dirs, *folders),
            theme=options.html.theme or find_theme(options.theme or house.theme, house.themes),
        ),
        text=text_options(options, house),
        pdf=replace(
            options.pdf,
            page_size=options.pdf.page_size or house.page_size,
            profile=options.pdf.profile or house.pdf_profile,
            fonts_dirs=(*options.pdf.fonts_dirs, *folders),
        ),
        disclaimer=options.disclaimer or house.disclaimer_position,
        drafts=house.drafts if options.drafts is None else options.drafts,
        typography=house.typography.under(options.typography),
        abbreviations=options.abbreviations or house.abbreviations or Abbreviations.EXPAND,
        source=options.source or house.pdf_source or PdfSource.PUBLISHED,
    )


def _in_house(options: Options, house: House) -> House:
    theme = options.html.theme or find_theme()
    return replace(
        house,
        page_size=options.pdf.page_size,
        pdf_profile=options.pdf.profile,
        pdf_source=options.source,
        fonts_dirs=tuple(map(str, options.pdf.fonts_dirs)),
        disclaimer_position=options.disclaimer,
        drafts=bool(options.drafts),
        typography=options.typography,
        abbreviations=options.abbreviations,
        theme=theme.name,
        themes={**house.themes, theme.name: choices_of(theme)},
    )
