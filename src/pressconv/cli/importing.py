"""The command import: raw text, web pages and Word documents to canonical XML."""

from __future__ import annotations

from pathlib import Path

import click

from pressconv.batch import STANDARD_STREAM
from pressconv.cli.parameters import read_stdin
from pressconv.intake import ImportJob, import_files
from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.printing import finish, print_import


def _tag(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    del context, parameter
    if value is not None and not is_well_formed(value):
        raise click.BadParameter(f"{value!r} is no BCP 47 tag, such as fr, pt-BR or zh-Hans")
    return canonical_case(value) if value else None


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="RAW...")
@click.option(
    "--lang",
    callback=_tag,
    metavar="TAG",
    help="Language of the release; without it what the page declares, else what it reads like.",
)
@click.option("--url", default="", help="Address of the page, by which its links are resolved.")
@click.option(
    "--id",
    "identity",
    metavar="ID",
    help="Id of the release, the same for its editions; else its day and the file's name.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of the file, as in windows-1251.")
@click.option(
    "-o",
    "--output",
    default=".",
    show_default=True,
    metavar="DIR",
    help="Folder for the files <id>.<lang>.xml and images; - for stdout (one file).",
)
@click.option("--show-dropped", is_flag=True, help="Show in full what was left out.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--strict", is_flag=True, help="Refuse a release of which anything was guessed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def import_command(  # noqa: PLR0913 - one parameter an option
    files: tuple[str, ...],
    *,
    lang: str | None,
    url: str,
    identity: str | None,
    encoding: str | None,
    output: str,
    show_dropped: bool,
    force: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Make releases of raw text, web pages and Word documents.

    The headline, the letterhead, the links to other languages, the text with its headings and
    lists, contacts and standing texts are recognized; menus, share buttons and cookie bars are
    left out. A notice that the text is a translation becomes the fact. Nothing is invented: what
    a page does not say stays open, and `pressconv check` lists it. Each guess, and all that is
    left out, is a note with its line. Images that a document holds become files beside the release.

    \b
    Examples:
      pressconv import release.txt                     release.en.xml, with notes on stderr
      pressconv import --lang fr --id 2018-visite page.html -o releases
      pressconv import release.docx -o releases
      pressconv import *.txt -o releases --show-dropped
      curl -s https://example.org/news/1 | pressconv import - --url https://example.org/news/1 -o -
    """  # noqa: D301 - click's mark for lines that stay lines
    to_stdout = output == STANDARD_STREAM
    if to_stdout and (len(files) > 1 or as_json):
        raise click.UsageError("-o - takes one file, and no --json")
    if len(files) > 1 and url:
        raise click.UsageError("--url belongs to one file")
    job = ImportJob(
        folder=None if to_stdout else Path(output),
        lang=lang,
        url=url,
        id=identity,
        encoding=encoding,
        force=force,
        strict=strict,
    )
    outcomes = []
    for outcome in import_files(files, job, read_stdin(files)):
        outcomes.append(outcome)
        if not as_json:
            print_import(outcome, show_dropped=show_dropped)
    return finish(outcomes, as_json=as_json)
