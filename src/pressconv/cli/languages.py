"""The commands for languages: typeset and languages."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from pressconv.cli.parameters import language_tag
from pressconv.errors import InputError
from pressconv.languages import check_choices, fallback_notes, parse_choices
from pressconv.languages.status import statuses
from pressconv.streams import read_stdin, write_stdout
from pressconv.typography import typeset as typeset_text


@click.command()
@click.option(
    "--lang",
    required=True,
    callback=language_tag,
    metavar="TAG",
    help="Language of the text (BCP 47).",
)
@click.option(
    "--typography",
    default="",
    metavar="CHOICES",
    help="House choices, as in level=strict,nu=latn; `pressconv languages` lists them.",
)
def typeset(lang: str, typography: str) -> None:
    """Set plain text by the typographic rules of its language: a filter for editors.

    Quotation marks, apostrophes, dashes, and the spaces that may not break; addresses, times and
    code-like words stay as they are. What is set already stays as it is, too.

    \b
    Examples:
      echo 'Il a dit: "Non!"' | pressconv typeset --lang fr
      pressconv typeset --lang ru --typography level=strict < draft.txt > set.txt
      :%!pressconv typeset --lang de          in Vim, the whole buffer
    """  # noqa: D301 - click's mark for lines that stay lines
    choices = parse_choices(typography)
    check_choices(choices)
    for one in fallback_notes([lang]):
        click.echo(str(one), err=True)
    try:
        text = read_stdin().decode()
    except UnicodeDecodeError as error:
        found = f"byte {error.start + 1} is 0x{error.object[error.start]:02x}"
        hint = "convert it first, as in iconv -f latin1 -t utf-8"
        raise InputError(f"the text is not UTF-8: {found}", hint=hint) from error
    write_stdout(typeset_text(text, lang=lang, typography=choices).encode())


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list for machines.")
def languages(*, as_json: bool) -> None:
    """List the languages that ship, and how far their wording can be trusted.

    A disclaimer is attested (found in a published translation), reviewed (by a native reader) or
    a draft; a draft prints with --drafts only, and the English sentence stands in its place.

    \b
    Example:
      pressconv languages --json
    """  # noqa: D301 - click's mark for lines that stay lines
    if as_json:
        records = [asdict(one) for one in statuses()]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    from pressconv.printing import print_table  # noqa: PLC0415 - rich is 40 ms

    print_table(
        ("tag", "language", "disclaimer", "reviewed", "choices"),
        [
            (
                one.tag,
                one.name,
                one.disclaimer["human"],
                "yes" if one.reviewed else "no",
                " ".join(f"{key}={value}" for key, value in one.choices),
            )
            for one in statuses()
        ],
    )
