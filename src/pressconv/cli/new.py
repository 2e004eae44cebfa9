"""The commands for beginnings: new and init."""

from __future__ import annotations

import click

from pressconv.batch import STANDARD_STREAM, Outcome
from pressconv.begin import Target, begin_house, begin_release, begin_translation
from pressconv.cli.parameters import language_tag, read_stdin
from pressconv.house import HOUSE_FILE
from pressconv.model import GenreKey
from pressconv.printing import finish, print_outcome
from pressconv.readers.xml.values import release_id


def _id(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    del context, parameter
    try:
        return value and release_id(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: {error}") from error


@click.command()
@click.option(
    "--lang",
    required=True,
    callback=language_tag,
    metavar="TAG",
    help="Language to write in (BCP 47).",
)
@click.option(
    "--from", "source", metavar="XML", help="Release to translate: keep all but its words."
)
@click.option("--id", callback=_id, metavar="NAME", help="Name of the release and of its files.")
@click.option(
    "--genre",
    type=click.Choice([one.value for one in GenreKey]),
    help="Kind of the release.  [default: press-release]",
)
@click.option(
    "-o",
    "--output",
    default=STANDARD_STREAM,
    metavar="FILE",
    help="File to write; without it, or with -, stdout.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def new(  # noqa: PLR0913 - one parameter an option
    lang: str,
    *,
    source: str | None,
    id: str | None,
    genre: str | None,
    output: str,
    force: bool,
    as_json: bool,
) -> int:
    """Begin a release, or its translation, with a placeholder for all that is to be written.

    The file validates and converts as it stands, and comments say what stands where. With --from
    it has the parts, ids, images, dates and numbers of that release, whose words stand in comments
    beside the places for the new ones. `check` lists the placeholders that are left.

    \b
    Examples:
      pressconv new --lang fr -o 2026-05-04-night-trains/fr.xml
      pressconv new --from fr.xml --lang ar -o ar.xml
    """  # noqa: D301 - click's mark for lines that stay lines
    if source and (id or genre):
        raise click.UsageError("--from takes the id and the genre from the release")
    target = _target(output, force=force, as_json=as_json)
    if source:
        outcome = begin_translation(source, lang, target, read_stdin([source]))
    else:
        kind = GenreKey(genre) if genre else GenreKey.PRESS_RELEASE
        outcome = begin_release(lang, target, id=id, genre=kind)
    return _told(outcome, as_json=as_json)


@click.command()
@click.option(
    "-o",
    "--output",
    default=HOUSE_FILE,
    show_default=True,
    metavar="FILE",
    help="File to write; - for stdout.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def init(output: str, *, force: bool, as_json: bool) -> int:
    """Begin a house file: all that an office can say once for all its releases.

    Every key stands there with its default and an example, behind a comment sign.

    \b
    Example:
      pressconv init
    """  # noqa: D301 - click's mark for lines that stay lines
    target = _target(output, force=force, as_json=as_json)
    return _told(begin_house(target), as_json=as_json)


def _target(output: str, *, force: bool, as_json: bool) -> Target:
    if output == STANDARD_STREAM and as_json:
        raise click.UsageError("--json needs a file, named by -o")
    return Target(output, force)


def _told(outcome: Outcome, *, as_json: bool) -> int:
    if not as_json:
        print_outcome(outcome)
    return finish([outcome], as_json=as_json)
