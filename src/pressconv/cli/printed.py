"""The commands that print what ships: schema and stylesheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressconv.cli.parameters import language_tag
from pressconv.cli.stages import theme_option
from pressconv.languages import shipped
from pressconv.loading import find_house, load_house
from pressconv.resources import schema as schema_text
from pressconv.streams import write_stdout
from pressconv.themes import find_theme

if TYPE_CHECKING:
    from pressconv.model import LangTag


@click.command()
def schema() -> None:
    """Print the vocabulary as a RELAX NG schema (compact syntax).

    \b
    Example:
      pressconv schema > release.rnc
    """  # noqa: D301 - click's mark for lines that stay lines
    click.echo(schema_text(), nl=False)


def _language_tags(
    context: click.Context, parameter: click.Parameter, value: str
) -> tuple[LangTag, ...]:
    return tuple(language_tag(context, parameter, one) for one in value.split(",") if one)


@click.command()
@click.option(
    "--lang",
    "langs",
    default="",
    metavar="LANGS",
    callback=_language_tags,
    help="Languages of the releases, with commas between; without it all that ship.",
)
@theme_option
@click.option(
    "--house",
    metavar="FILE",
    help="House file; without it the nearest pressconv.toml from the current folder upwards.",
)
def stylesheet(langs: tuple[LangTag, ...], *, theme: str, house: str | None) -> None:
    """Print the style sheet for a site that holds fragments (convert -t html-fragment).

    It touches nothing but the fragments, and takes from them what the site's own sheet says of bare
    elements. Background, margins and dark mode stay the site's.

    \b
    Example:
      pressconv stylesheet --lang fr,ar --theme newsroom > pressconv.css
    """  # noqa: D301 - click's mark for lines that stay lines
    from pressconv.writers.html.site import site_sheet  # noqa: PLC0415 - a parser of CSS

    facts = load_house(Path(house)) if house else find_house(Path())
    chosen = find_theme(theme or facts.theme, facts.themes)
    write_stdout(site_sheet(langs or shipped(), chosen).encode())
