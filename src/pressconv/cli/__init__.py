"""The command line: parse, call, print. Results go to stdout, messages to stderr."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from pressconv import streams
from pressconv.cli.extracting import extract
from pressconv.cli.importing import import_command
from pressconv.cli.languages import languages, typeset
from pressconv.cli.new import init, new
from pressconv.cli.preview import preview
from pressconv.cli.printed import schema, stylesheet
from pressconv.cli.releases import check, convert
from pressconv.cli.rules import explain, rules
from pressconv.errors import InputError, PressconvError

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Run the command line and exit with its code."""
    gc.freeze()  # what was imported stays: the search for garbage need not look at it again
    streams.prepare()
    code = _run()
    if not streams.flushed():
        code = code or InputError.exit_code
    sys.exit(code)


def _run() -> int:
    """Run it; the one place that turns any exception into a code."""
    try:
        result: object = commands(standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        _say(error.show)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say(lambda: click.echo("interrupted", err=True))
        return 130
    except PressconvError as error:
        message, code = f"error: {error}", error.exit_code
        _say(lambda: click.echo(message, err=True))
        return code
    except Exception as error:
        if streams.is_failure(error):
            return _unwritten(error)
        import traceback  # noqa: PLC0415

        _say(traceback.print_exc)
        message = "error: this is a bug of pressconv; please report the lines above"
        _say(lambda: click.echo(message, err=True))
        return 70
    return result if isinstance(result, int) else 0


def _unwritten(error: Exception) -> int:
    reason = getattr(error, "strerror", None)
    hint = "make room, or choose another folder or file with -o"
    message = f"error: cannot write to standard output: {reason}\n  hint: {hint}"
    _say(lambda: click.echo(message, err=True))
    return InputError.exit_code


def _say(message: Callable[[], None]) -> None:
    with suppress(OSError):  # nobody can be told of an error where stderr takes nothing
        message()


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if value:
        from pressconv.versions import versions  # noqa: PLC0415 - loads the PDF engine

        for name, version in versions():
            click.echo(f"{name} {version}")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Print the versions that the bytes of an output depend on.",
)
def commands() -> None:
    """Turn press releases into accessible HTML, tagged PDF and plain text.

    One release in one language is one XML file. From it come a web page, a PDF and a text that
    carry the same words, which is proven each time.

    \b
    Examples:
      pressconv import page.txt -o releases       raw text to XML, with what was guessed
      pressconv check release.fr.xml              is anything missing or wrong?
      pressconv convert release.fr.xml -o out     out/<id>.fr.html, .pdf and .txt
      pressconv convert *.xml -t html -o site     only the web pages, of all editions
      pressconv convert - -t text -o - < r.xml    a filter
      pressconv extract release.fr.pdf -o source  the XML that a PDF was made from
      pressconv preview release.*.xml --open      all editions in a browser, as you write
      pressconv new --from fr.xml --lang ar       what a translator begins with

    \b
    Exit codes: 0 done, 1 refused, 2 wrong usage, 3 input invalid, 4 configuration,
    5 rendering, 6 something is not installed, 70 a bug, 130 interrupted.
    """  # noqa: D301 - click's mark for lines that stay lines


_COMMANDS = (
    *(import_command, convert, check, extract, preview, new, init),
    *(typeset, languages, rules, explain, schema, stylesheet),
)
for one in _COMMANDS:
    commands.add_command(one)
