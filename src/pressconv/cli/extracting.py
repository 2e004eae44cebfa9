"""The command for PDFs: extract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pressconv.batch import STANDARD_STREAM
from pressconv.cli.parameters import read_stdin
from pressconv.printing import error_record, print_table, size_text
from pressconv.unpacking import Unpacked, Wanted, unpack

if TYPE_CHECKING:
    from pressconv.attached import AttachedFile


@click.command()
@click.argument("source", metavar="PDF")
@click.option(
    "-o",
    "--output",
    default=".",
    show_default=True,
    metavar="DIR",
    help="Folder for the files.",
)
@click.option("--list", "is_list", is_flag=True, help="List the files; write nothing.")
@click.option(
    "--text",
    "is_text",
    is_flag=True,
    help="Print the text in the order of the tags, a block a line.",
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def extract(  # noqa: PLR0913 - one parameter an option
    source: str, *, output: str, is_list: bool, is_text: bool, force: bool, as_json: bool
) -> int:
    """Take the attached files out of a PDF: of ours, what it was made from.

    They are the release as XML, its images, and a pressconv.toml with all that took effect. Convert
    that XML, and the same versions of pressconv give the same PDF, byte for byte. The PDF may be
    anybody's: a file never leaves the folder, and all are written or none.

    \b
    Examples:
      pressconv extract release.fr.pdf -o source
      pressconv convert source/release.fr.xml -t pdf -o again
      pressconv extract release.fr.pdf --list
      pressconv extract release.fr.pdf --text
    """  # noqa: D301 - click's mark for lines that stay lines
    if is_list and is_text:
        raise click.UsageError("choose one of --list and --text")
    if output == STANDARD_STREAM:
        raise click.UsageError("-o takes a folder; only --text goes to stdout")
    wanted = Wanted.TEXT if is_text else Wanted.LIST if is_list else Wanted.FILES
    unpacked = unpack(source, wanted, Path(output), force=force, stdin=read_stdin([source]))
    if as_json:
        click.echo(json.dumps(_record(unpacked), ensure_ascii=False, indent=2))
    else:
        _print(unpacked, wanted)
    return unpacked.exit_code


def _print(unpacked: Unpacked, wanted: Wanted) -> None:
    for block in unpacked.text:
        click.echo(block)
    for path, one in zip(unpacked.paths, unpacked.files, strict=False):
        click.echo(f"{path}  {size_text(len(one.data))}")
    if wanted is Wanted.LIST and unpacked.files:
        rows = [
            (one.name, size_text(len(one.data)), one.media_type, one.relation, one.description)
            for one in unpacked.files
        ]
        print_table(("name", "size", "type", "relation", "description"), rows)
    if wanted is Wanted.LIST and not unpacked.files and not unpacked.error:
        click.echo(f"{unpacked.source}: no file is attached", err=True)
    if unpacked.error:
        click.echo(f"error: {unpacked.error}", err=True)


def _record(unpacked: Unpacked) -> dict[str, Any]:
    paths = unpacked.paths or (None,) * len(unpacked.files)
    return {
        "input": unpacked.source,
        "attachments": [_file(one, path) for one, path in zip(unpacked.files, paths, strict=True)],
        "text": list(unpacked.text),
        "error": unpacked.error and error_record(unpacked.error),
        "exit_code": unpacked.exit_code,
    }


def _file(one: AttachedFile, path: Path | None) -> dict[str, Any]:
    return {
        "name": one.name,
        "path": path and str(path),
        "bytes": len(one.data),
        "media_type": one.media_type,
        "relation": one.relation,
        "description": one.description,
    }
