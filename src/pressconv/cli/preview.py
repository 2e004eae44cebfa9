"""The command that shows releases while they are written: preview."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressconv.batch import STANDARD_STREAM, Job
from pressconv.cli.stages import house_option, stage_options
from pressconv.preview import FORMATS, serve

if TYPE_CHECKING:
    from pressconv.preview.editions import Edition
    from pressconv.stages import Options


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="XML...")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port on 127.0.0.1.  [default: any that is free]",
)
@click.option("--open/--no-open", "is_opened", default=False, help="Show it in a browser at once.")
@house_option
@stage_options
def preview(
    files: tuple[str, ...], *, port: int, is_opened: bool, house: str | None, options: Options
) -> int:
    """Show releases in a browser while you write them.

    The editions stand side by side as web page, PDF and plain text, exactly as `convert` makes
    them, with what it says of them. They are made anew whenever a release, one of its images or
    the house file changes. Nothing is written; nobody but this machine can see it, and only who
    knows the address that is printed. Ctrl-C ends it. Its libraries are an extra:
    pip install "pressconv[preview]".

    \b
    Examples:
      pressconv preview release.fr.xml --open
      pressconv preview release.fr.xml release.ar.xml
      pressconv preview release.*.xml --port 8000 --drafts
    """  # noqa: D301 - click's mark for lines that stay lines
    if STANDARD_STREAM in files:
        raise click.UsageError("a preview takes files: it follows their changes")

    def started(address: str) -> None:
        import webbrowser  # noqa: PLC0415 - it can start processes, and loads what that takes

        click.echo(address)
        if is_opened and not webbrowser.open(address):
            click.echo("no browser is found: open the address in one", err=True)

    job = Job(FORMATS, None, options, Path(house) if house else None)
    # Without a word of ours, Python would end without ending the process that converts.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        serve(files, job, port=port, started=started, converted=_print)
    except KeyboardInterrupt:
        # Who presses it once more, in the moment that the end takes, would be shown a traceback.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise
    return 0


def _print(edition: Edition) -> None:
    for text in (*edition.notes, edition.error):
        if text:
            click.echo(text, err=True)
    if edition.made and not edition.error:
        click.echo(f"{edition.source}: {edition.made.proof}", err=True)
