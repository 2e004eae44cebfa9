"""Outcomes of a batch → what people and machines read of them.

Results go to stdout, messages to stderr.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from pressconv.batch import Outcome, gravest
from pressconv.errors import PressconvError
from pressconv.streams import write_stdout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pressconv.draft import Evidence
    from pressconv.presentation import Metadata


def print_outcome(outcome: Outcome) -> None:
    """Print what was made of one file, and the proof; bytes for stdout go there alone."""
    for data in outcome.data.values():
        write_stdout(data)
    print_messages(outcome)
    if outcome.error is None:
        if outcome.source and (outcome.written or outcome.proof):
            click.echo(outcome.source, err=bool(outcome.data))
        for _, path, size in outcome.written:
            click.echo(f"  {path}  {size_text(size)}")
        for folder, sizes in _by_folder(outcome):
            files = "1 file" if len(sizes) == 1 else f"{len(sizes)} files"
            click.echo(f"  {folder}/  {files}, {size_text(sum(sizes))}")
        if outcome.proof:
            click.echo(f"  {outcome.proof}", err=bool(outcome.data))
        if outcome.claims:
            click.echo(f"  {_claimed(outcome.claims)}", err=bool(outcome.data))


def _by_folder(outcome: Outcome) -> Iterator[tuple[Path, list[int]]]:
    """Yield each folder of files that pages need, with the sizes of these."""
    for folder in dict.fromkeys(path.parent for path, _ in outcome.companions):
        yield folder, [size for path, size in outcome.companions if path.parent == folder]


def print_import(outcome: Outcome, *, show_dropped: bool) -> None:
    """Print what was made of one raw file; what was left out too, where that was asked for."""
    for data in outcome.data.values():
        write_stdout(data)
    notes = [one for one in outcome.notes if not (show_dropped and one.code == "import-dropped")]
    print_messages(replace(outcome, notes=tuple(notes)))
    for one in outcome.dropped if show_dropped else ():
        where = one.place or outcome.source
        click.echo(f"{where}: left out ({one.kind}): {one.text}", err=True)
    if outcome.error is None:
        click.echo(f"{outcome.source}", err=bool(outcome.data))
        for _, path, size in outcome.written:
            click.echo(f"  {path}  {size_text(size)}")


def print_messages(outcome: Outcome) -> None:
    """Print notes and the error of one file, each with its place."""
    for text in note_texts(outcome):
        click.echo(text, err=True)
    if text := error_text(outcome):
        click.echo(text, err=True)


def note_texts(outcome: Outcome) -> list[str]:
    """Write the notes on one file, each with its place."""
    return [
        f"{'' if one.place or not outcome.source else f'{outcome.source}: '}{one}"
        for one in outcome.notes
    ]


def error_text(outcome: Outcome) -> str:
    """Write the error of one file with all its problems and places; "" where there is none."""
    if outcome.error is None:
        return ""
    is_named = _names_its_file(outcome.error) or not outcome.source
    return f"error: {'' if is_named else f'{outcome.source}: '}{outcome.error}"


def _names_its_file(error: PressconvError) -> bool:
    return error.place is not None or bool(getattr(error, "problems", ()))


def size_text(n_bytes: int) -> str:
    """Write the size of a file, in thousands of bytes as the link on its page does."""
    if n_bytes < 1000:
        return f"{n_bytes} bytes"
    from pressconv.languages import language  # noqa: PLC0415 - messages alone need none
    from pressconv.languages.formats import size_words  # noqa: PLC0415 - likewise
    from pressconv.languages.tags import LAST_FALLBACK  # noqa: PLC0415 - likewise

    return size_words(n_bytes, language(LAST_FALLBACK)).replace("\N{NO-BREAK SPACE}", " ")


def print_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table whose columns are as wide as their widest cell, the last one wrapped."""
    from rich.console import Console  # noqa: PLC0415 - 40 ms that few commands need
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        table.add_column(title, no_wrap=title != titles[-1], overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(soft_wrap=False, markup=False, emoji=False)
    console.print(table)


def finish(outcomes: Sequence[Outcome], *, as_json: bool) -> int:
    """Print what holds for all files, and return the exit code: that of the gravest."""
    code = gravest([outcome.exit_code for outcome in outcomes])
    if as_json:
        import json  # noqa: PLC0415

        report: dict[str, Any] = {"files": [_record(one) for one in outcomes], "exit_code": code}
        if any(one.claims for one in outcomes):
            report["left_to_a_person"] = left_to_a_person()
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    elif len(outcomes) > 1:
        failed = sum(1 for outcome in outcomes if outcome.error)
        click.echo(f"{len(outcomes) - failed} done, {failed} failed", err=True)
    return code


def _claimed(claims: Sequence[str]) -> str:
    from pressconv.audit.human import open_questions  # noqa: PLC0415 - not every run

    n_open = len(open_questions())
    return f"claims {', '.join(claims)}; {n_open} questions are left to a person: pressconv rules"


def left_to_a_person() -> dict[str, Any]:
    """Return for machines what of a PDF that passed the gate only a person can judge."""
    from pressconv.audit.human import open_questions, questions  # noqa: PLC0415 - not every run

    listed = [{"id": one.id, "asks": one.asks} for one in open_questions()]
    return {"source": questions().source, "questions": listed}


def _record(outcome: Outcome) -> dict[str, Any]:
    error, proof = outcome.error, outcome.proof
    problems = getattr(error, "problems", ())
    return {
        "input": outcome.source,
        "outputs": [
            {"format": str(one), "path": str(path), "bytes": size}
            for one, path, size in outcome.written
        ],
        "companions": [{"path": str(path), "bytes": size} for path, size in outcome.companions],
        "proof": proof
        and {
            "characters": proof.n_characters,
            "equal": [one.value for one in proof.equal],
            "pdf": proof.pdf_share,
        },
        **_standing(outcome.metadata),
        "claims": list(outcome.claims),
        "notes": [
            {**_place(one.place), "code": one.code, "message": one.message} for one in outcome.notes
        ],
        "error": error and error_record(error),
        "facts": [_evidence(one) for one in outcome.facts],
        "dropped": [_evidence(one) for one in outcome.dropped],
        "problems": [
            {**_place(one.place), "code": one.code, "message": one.message, "hint": one.hint}
            for one in problems
        ],
    }


def _standing(facts: Metadata | None) -> dict[str, Any]:
    """Return what keeps a converted release from the public, of what it says of itself."""
    if facts is None:
        return {}
    until = facts.embargoed_until
    return {
        "status": facts.status.value,
        "distribution": facts.distribution and facts.distribution.value,
        "embargo": {"until": until and until.isoformat()} if facts.is_embargoed else None,
    }


def error_record(error: PressconvError) -> dict[str, Any]:
    """Return what machines are told of an error."""
    return {
        "exit_code": error.exit_code,
        "message": error.message,
        "hint": error.hint,
        **_place(error.place),
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {**_place(one.place), "kind": one.kind, "text": one.text}


def _place(place: Any) -> dict[str, Any]:  # noqa: ANN401
    if place is None:
        return {}
    return {"file": place.file, "line": place.line or None, "column": place.column or None}
