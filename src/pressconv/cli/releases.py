"""The commands for releases: convert and check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressconv.batch import STANDARD_STREAM, Job, Outcome, check_files, convert_files
from pressconv.cli.parameters import read_stdin
from pressconv.convert import Format, Options
from pressconv.house import PageSize, Profile
from pressconv.languages import Position, check_choices, parse_choices
from pressconv.options import DEFAULT_WIDTH, MAX_WIDTH, Bidi, Newline, TextOptions
from pressconv.pdf import PdfOptions
from pressconv.printing import finish, print_messages, print_outcome
from pressconv.writers.html import Fonts, HtmlOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 3
"""More files than this get a progress bar."""

_DEFAULT_FORMATS = "html,pdf,text"


def _formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[Format, ...]:
    del context, parameter
    names = [name.strip() for name in value.split(",") if name.strip()]
    unknown = [name for name in names if name not in list(Format)]
    if unknown or not names:
        known = ", ".join(Format)
        raise click.BadParameter(f"{', '.join(unknown) or value!r}: the formats are {known}")
    return tuple(Format(name) for name in dict.fromkeys(names))


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="XML...")
@click.option(
    "-t",
    "--to",
    default=_DEFAULT_FORMATS,
    show_default=True,
    callback=_formats,
    metavar="FORMATS",
    help="Formats, with commas between: xml, html, html-fragment (the article without a style, "
    "for the page of a site; its head data beside it as JSON), pdf, text.",
)
@click.option(
    "-o",
    "--output",
    default=".",
    show_default=True,
    metavar="DIR",
    help="Folder for the files <id>.<lang>.<ext>; - for stdout (one file, one format).",
)
@click.option(
    "--house",
    metavar="FILE",
    help="House file; without it the nearest pressconv.toml from the release upwards.",
)
@click.option(
    "--disclaimer",
    type=click.Choice([one.value for one in Position]),
    help="Put the note on the translation before or after the text.",
)
@click.option(
    "--drafts", is_flag=True, help="Let wording print that no native reader has reviewed."
)
@click.option(
    "--typography",
    default="",
    metavar="CHOICES",
    help="House choices: profile, level, style, ca, nu, charset (level=strict,nu=latn); those "
    "that a language offers take effect. `pressconv languages` lists them.",
)
@click.option(
    "--heading-level",
    type=click.IntRange(1, 6),
    default=1,
    show_default=True,
    help="Level at which the headings of html-fragment begin: that of the headline.",
)
@click.option("--no-editions", is_flag=True, help="HTML without links to the other languages.")
@click.option(
    "--no-formats",
    is_flag=True,
    help="HTML without links to the PDF and the text that are made along with it.",
)
@click.option(
    "--width",
    metavar="CELLS",
    type=click.IntRange(0, MAX_WIDTH),
    help=f"Width of the plain text; 0 does not wrap.  [default: {DEFAULT_WIDTH}]",
)
@click.option(
    "--bidi",
    type=click.Choice([one.value for one in Bidi]),
    help="Right-to-left text in its logical order, the same with isolates, or visual: the signs "
    "as a display shows them that neither orders nor joins letters.  [default: logical]",
)
@click.option(
    "--charset",
    metavar="NAME",
    help="Charset of the plain text (windows-1252, ascii …); what it lacks is written as near as "
    "can be, with a note.  [default: utf-8]",
)
@click.option(
    "--newline",
    type=click.Choice([one.value for one in Newline]),
    help="What ends a line of the plain text.  [default: lf; crlf in flowed text]",
)
@click.option(
    "--flowed/--no-flowed",
    default=None,
    help="Plain text for e-mail as format=flowed (RFC 3676): programs break its lines anew.",
)
@click.option(
    "--page-size",
    type=click.Choice([one.value for one in PageSize]),
    help="Paper of the PDF; by region where neither this nor the house file says.",
)
@click.option(
    "--pdf-profile",
    "profile",
    type=click.Choice([one.value for one in Profile]),
    help="Standards of the PDF: ua1 is PDF/UA-1 and PDF/A-2a, ua2 is PDF/UA-2, PDF/A-4 and WTPDF "
    "(PDF 2.0).  [default: ua1]",
)
@click.option(
    "--fonts",
    type=click.Choice([one.value for one in Fonts]),
    default=Fonts.SYSTEM.value,
    show_default=True,
    help="Fonts of the web page: the reader's own, or embedded ones (WOFF2, what is used only).",
)
@click.option(
    "--fonts-dir",
    "fonts_dirs",
    multiple=True,
    metavar="DIR",
    help="Folder with fonts beside those that ship; may be given several times.",
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--strict", is_flag=True, help="Refuse a release that has notes.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def convert(  # noqa: PLR0913 - one parameter an option
    files: tuple[str, ...],
    *,
    to: tuple[Format, ...],
    output: str,
    house: str | None,
    disclaimer: str | None,
    drafts: bool,
    typography: str,
    heading_level: int,
    no_editions: bool,
    no_formats: bool,
    width: int | None,
    bidi: str | None,
    charset: str | None,
    newline: str | None,
    flowed: bool | None,
    page_size: str | None,
    profile: str | None,
    fonts: str,
    fonts_dirs: tuple[str, ...],
    force: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Make web pages, PDF and plain text of releases.

    Each output is read back and compared with the release before it is written. What would shut
    a reader out (an image without alternative text, a table without headers, a link without
    text) is refused; other gaps are notes.

    \b
    Examples:
      pressconv convert release.fr.xml
      pressconv convert release.*.xml -t xml,html,pdf,text -o out --force
      pressconv convert release.en.xml -t pdf --page-size letter
      pressconv convert release.ar.xml -t text --bidi visual -o -
      pressconv convert release.fr.xml -t html-fragment --heading-level 2
    """  # noqa: D301 - click's mark for lines that stay lines
    to_stdout = output == STANDARD_STREAM
    if to_stdout and (len(files) > 1 or len(to) > 1 or as_json):
        raise click.UsageError("-o - takes one file, one format (-t), and no --json")
    folders = tuple(map(Path, fonts_dirs))
    choices = parse_choices(typography)
    check_choices(choices)
    options = Options(
        HtmlOptions(not no_editions, Fonts(fonts), folders, heading_level, not no_formats),
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
    )
    folder = None if to_stdout else Path(output)
    if Format.FRAGMENT in to and not to_stdout:
        to = tuple(dict.fromkeys((*to, Format.HEAD)))
    job = Job(to, folder, options, Path(house) if house else None, force, strict)
    outcomes = []
    for outcome in _with_progress(convert_files(files, job, read_stdin(files)), len(files)):
        outcomes.append(outcome)
        if not as_json:
            print_outcome(outcome)
    return finish(outcomes, as_json=as_json)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="XML...")
@click.option("--strict", is_flag=True, help="Refuse a release that has notes.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def check(files: tuple[str, ...], *, strict: bool, as_json: bool) -> int:
    """List what is wrong or missing in releases; write nothing.

    Every problem is named with file, line and column, all at once.

    \b
    Example:
      pressconv check samples/*/*.xml
    """  # noqa: D301 - click's mark for lines that stay lines
    outcomes = []
    for outcome in check_files(files, strict=strict, stdin=read_stdin(files)):
        outcomes.append(outcome)
        if not as_json:
            print_messages(outcome)
            if outcome.error is None:
                click.echo(f"{outcome.source}: ok")
    return finish(outcomes, as_json=as_json)


def _with_progress(outcomes: Iterator[Outcome], n_files: int) -> Iterator[Outcome]:
    """Show a bar on the terminal while many files are converted."""
    if n_files <= MANY or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console  # noqa: PLC0415 - 40 ms that few runs need
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    yield from track(outcomes, "converting", n_files, console=console, transient=True)
