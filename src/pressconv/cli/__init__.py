"""The command line: parse, call, print. Results go to stdout, messages to stderr."""

from __future__ import annotations

import sys

import click

from pressconv.cli.importing import import_command
from pressconv.cli.languages import languages, typeset
from pressconv.cli.new import init, new
from pressconv.cli.releases import check, convert
from pressconv.errors import PressconvError
from pressconv.resources import schema as schema_text


def main() -> None:
    """Run the command line and exit; the one place that turns any exception into a code."""
    try:
        result: object = commands(standalone_mode=False)
        code = result if isinstance(result, int) else 0
    except click.exceptions.Exit as error:
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = 130
    except PressconvError as error:
        click.echo(f"error: {error}", err=True)
        code = error.exit_code
    except Exception:
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        click.echo("error: this is a bug of pressconv; please report the lines above", err=True)
        code = 70
    sys.exit(code)


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
      pressconv new --from fr.xml --lang ar       what a translator begins with

    \b
    Exit codes: 0 done, 1 refused, 2 wrong usage, 3 input invalid, 4 configuration,
    5 rendering, 6 something is not installed, 70 a bug, 130 interrupted.
    """  # noqa: D301 - click's mark for lines that stay lines


@commands.command()
def schema() -> None:
    """Print the vocabulary as a RELAX NG schema (compact syntax).

    \b
    Example:
      pressconv schema > release.rnc
    """  # noqa: D301 - click's mark for lines that stay lines
    click.echo(schema_text(), nl=False)


for one in (import_command, convert, check, new, init, typeset, languages):
    commands.add_command(one)
