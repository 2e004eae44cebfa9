"""The options of the stages of a conversion, in one place for every command that converts."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pressconv.house import PageSize, PdfSource, Profile
from pressconv.languages import Position, check_choices, parse_choices
from pressconv.options import DEFAULT_WIDTH, MAX_WIDTH, Abbreviations, Bidi, Newline, TextOptions
from pressconv.pdf import PdfOptions
from pressconv.stages import Options
from pressconv.writers.html import Fonts, HtmlOptions

if TYPE_CHECKING:
    from collections.abc import Callable

house_option: Final = click.option(
    "--house",
    metavar="FILE",
    help="House file; without it the nearest pressconv.toml from the release upwards.",
)

theme_option: Final = click.option(
    "--theme",
    default="",
    metavar="NAME",
    help="Colours and faces: ministry, newsroom, or a theme of the house file.  "
    "[default: the house file's, else ministry]",
)

_STAGES: Final = (
    click.option(
        "--disclaimer",
        type=click.Choice([one.value for one in Position]),
        help="Put the note on the translation before or after the text.",
    ),
    click.option(
        "--drafts/--no-drafts",
        default=None,
        help="Let wording print that no native reader has reviewed.",
    ),
    click.option(
        "--typography",
        default="",
        metavar="CHOICES",
        help="House choices: profile, level, style, ca, nu, charset (level=strict,nu=latn); those "
        "that a language offers take effect. `pressconv languages` lists them.",
    ),
    theme_option,
    click.option(
        "--abbreviations",
        type=click.Choice([one.value for one in Abbreviations]),
        help="Say in words what an abbreviation stands for where it is used first, or keep the "
        "text as it is.  [default: expand]",
    ),
    click.option("--no-editions", is_flag=True, help="HTML without links to the other languages."),
    click.option(
        "--no-formats",
        is_flag=True,
        help="HTML without links to the PDF and the text that are made along with it.",
    ),
    click.option(
        "--width",
        metavar="CELLS",
        type=click.IntRange(0, MAX_WIDTH),
        help=f"Width of the plain text; 0 does not wrap.  [default: {DEFAULT_WIDTH}]",
    ),
    click.option(
        "--bidi",
        type=click.Choice([one.value for one in Bidi]),
        help="Right-to-left text in its logical order, the same with isolates, or visual: the "
        "signs as a display shows them that neither orders nor joins letters.  [default: logical]",
    ),
    click.option(
        "--charset",
        metavar="NAME",
        help="Charset of the plain text (windows-1252, ascii …); what it lacks is written as near "
        "as can be, with a note.  [default: utf-8]",
    ),
    click.option(
        "--newline",
        type=click.Choice([one.value for one in Newline]),
        help="What ends a line of the plain text.  [default: lf; crlf in flowed text]",
    ),
    click.option(
        "--flowed/--no-flowed",
        default=None,
        help="Plain text for e-mail as format=flowed (RFC 3676): programs break its lines anew.",
    ),
    click.option(
        "--page-size",
        type=click.Choice([one.value for one in PageSize]),
        help="Paper of the PDF; by region where neither this nor the house file says.",
    ),
    click.option(
        "--pdf-profile",
        "profile",
        type=click.Choice([one.value for one in Profile]),
        help="Standards of the PDF: ua1 is PDF/UA-1 and PDF/A-3a, ua2 is PDF/UA-2, PDF/A-4f and "
        "WTPDF (PDF 2.0).  [default: ua1]",
    ),
    click.option(
        "--allow-nonconforming",
        is_flag=True,
        help="Write a PDF that the gate refuses, without saying that it conforms to anything.",
    ),
    click.option(
        "--source",
        type=click.Choice([one.value for one in PdfSource]),
        help="Enclose in the PDF what it is made of: the release as published, without what an "
        "office keeps to itself; or full; or none of it.  [default: published]",
    ),
    click.option(
        "--no-source",
        is_flag=True,
        help="The same as --source none: PDF/A-2a in place of PDF/A-3a, PDF/A-4 of PDF/A-4f.",
    ),
    click.option(
        "--fonts",
        type=click.Choice([one.value for one in Fonts]),
        default=Fonts.SYSTEM.value,
        show_default=True,
        help="Fonts of the web page: the reader's own, or embedded ones (WOFF2, what is "
        "used only).",
    ),
    click.option(
        "--fonts-dir",
        "fonts_dirs",
        multiple=True,
        metavar="DIR",
        help="Folder with fonts beside those that ship; may be given several times.",
    ),
)


def stage_options(command: Callable[..., int]) -> Callable[..., int]:
    """Let *command* take the options of every stage; it is given them as one: ``options``."""

    @wraps(command)
    def called(  # noqa: PLR0913 - one parameter an option
        *,
        disclaimer: str | None,
        drafts: bool | None,
        typography: str,
        theme: str,
        abbreviations: str | None,
        no_editions: bool,
        no_formats: bool,
        width: int | None,
        bidi: str | None,
        charset: str | None,
        newline: str | None,
        flowed: bool | None,
        page_size: str | None,
        profile: str | None,
        allow_nonconforming: bool,
        source: str | None,
        no_source: bool,
        fonts: str,
        fonts_dirs: tuple[str, ...],
        **others: object,
    ) -> int:
        folders = tuple(map(Path, fonts_dirs))
        choices = parse_choices(typography)
        check_choices(choices)
        options = Options(
            HtmlOptions(not no_editions, Fonts(fonts), folders, formats=not no_formats),
            TextOptions(
                width,
                Bidi(bidi) if bidi else None,
                charset,
                Newline(newline) if newline else None,
                flowed,
            ),
            PdfOptions(
                PageSize(page_size) if page_size else None,
                folders,
                Profile(profile) if profile else None,
            ),
            Position(disclaimer) if disclaimer else None,
            drafts,
            choices,
            theme,
            Abbreviations(abbreviations) if abbreviations else None,
            allow_nonconforming,
            PdfSource.NONE if no_source else PdfSource(source) if source else None,
        )
        return command(options=options, **others)

    for option in reversed(_STAGES):
        option(called)
    return called
