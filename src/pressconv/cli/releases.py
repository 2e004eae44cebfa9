"""The commands for releases: convert and check."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressconv.batch import STANDARD_STREAM, Job, Outcome, check_files, convert_files
from pressconv.cli.idle import idle_notes, is_given
from pressconv.cli.parameters import read_stdin
from pressconv.cli.stages import house_option, stage_options
from pressconv.convert import Format
from pressconv.printing import finish, print_messages, print_outcome
from pressconv.readers.xml.values import moment_with_offset
from pressconv.writers.html.companions import AssetsMode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.stages import Options

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


def _moment(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> datetime | None:
    del context, parameter
    try:
        return None if value is None else moment_with_offset(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: {error}") from error


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
    "for the page of a site; its head data beside it as JSON), html-head (those data alone), pdf, "
    "text.",
)
@click.option(
    "-o",
    "--output",
    default=".",
    show_default=True,
    metavar="DIR",
    help="Folder for the files <id>.<lang>.<ext>; - for stdout (one file, one format).",
)
@house_option
@click.option(
    "--heading-level",
    type=click.IntRange(1, 6),
    default=1,
    show_default=True,
    help="Level at which the headings of html-fragment begin: that of the headline.",
)
@click.option(
    "--assets",
    type=click.Choice([one.value for one in AssetsMode]),
    default=AssetsMode.INLINE.value,
    show_default=True,
    help="Style sheet, images and embedded fonts inside the page, or as files in <id>.assets/, for "
    "sites whose policy lets nothing inline; images then in several sizes.",
)
@click.option(
    "--assets-base",
    default="",
    metavar="URL",
    help="Address of the folder that a site serves <id>.assets/ from, if it is not the page's own.",
)
@stage_options
@click.option(
    "--public",
    is_flag=True,
    help="The files become public: refuse what is under embargo, withheld, restricted or expired; "
    "an embargo that is over is left out.",
)
@click.option(
    "--at",
    callback=_moment,
    metavar="MOMENT",
    help="When they do, with --public: 2026-05-04T10:00:00+02:00; without it now.",
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
    heading_level: int,
    assets: str,
    assets_base: str,
    options: Options,
    public: bool,
    at: datetime | None,
    force: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Make web pages, PDF and plain text of releases.

    Each output is read back and compared with the release before it is written. What would shut
    a reader out (an image without alternative text, a table without headers, a link without
    text) is refused; other gaps are notes. A PDF is audited too: what it claims to conform to, it
    does, as far as a machine can tell.

    \b
    Examples:
      pressconv convert release.fr.xml
      pressconv convert release.*.xml -t xml,html,pdf,text -o out --force
      pressconv convert release.en.xml -t pdf --page-size letter
      pressconv convert release.ar.xml -t text --bidi visual -o -
      pressconv convert release.fr.xml -t html-fragment --heading-level 2
      pressconv convert release.fr.xml --public
      pressconv convert release.fr.xml -t html --assets files -o public
    """  # noqa: D301 - click's mark for lines that stay lines
    to_stdout = output == STANDARD_STREAM
    if to_stdout and (len(files) > 1 or len(to) > 1 or as_json):
        raise click.UsageError("-o - takes one file, one format (-t), and no --json")
    if at and not public:
        raise click.UsageError("--at says when files become public: it takes --public")
    public_at = (at or datetime.now(UTC)) if public else None
    mode = AssetsMode(assets)
    _hold_pages(to, mode, to_stdout=to_stdout)
    for one in idle_notes(click.get_current_context(), to):
        click.echo(one, err=True)
    pages = replace(options.html, heading_level=heading_level, assets=mode, assets_base=assets_base)
    options = replace(options, html=pages)
    folder = None if to_stdout else Path(output)
    if Format.FRAGMENT in to and not to_stdout:
        to = tuple(dict.fromkeys((*to, Format.HEAD)))
    job = Job(to, folder, options, Path(house) if house else None, force, strict, public_at)
    outcomes = []
    for outcome in _with_progress(convert_files(files, job, read_stdin(files)), len(files)):
        outcomes.append(outcome)
        if not as_json:
            print_outcome(outcome)
    return finish(outcomes, as_json=as_json)


def _hold_pages(to: tuple[Format, ...], mode: AssetsMode, *, to_stdout: bool) -> None:
    """Refuse options for pages that go together with nothing that is made.

    Raises:
        UsageError: what is made would be otherwise than asked.
    """
    context = click.get_current_context()
    if to_stdout and mode is AssetsMode.FILES and not {Format.HTML, Format.FRAGMENT}.isdisjoint(to):
        raise click.UsageError("-o - has no room for files beside the page (--assets files)")
    if is_given("assets_base", context) and mode is not AssetsMode.FILES:
        raise click.UsageError("--assets-base says where files are: it takes --assets files")
    if is_given("heading_level", context) and Format.FRAGMENT not in to:
        raise click.UsageError(
            "--heading-level is for the page of a site: it takes -t html-fragment"
        )


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
