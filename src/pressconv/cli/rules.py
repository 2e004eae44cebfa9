"""The commands for rules: rules and explain."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from pressconv.errors import suggestion
from pressconv.printing import left_to_a_person, print_table

if TYPE_CHECKING:
    from pressconv.audit.rule import Rule


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for machines.")
def rules(*, as_json: bool) -> None:
    """List the rules that a PDF is held to, and what is left to a person.

    Before a PDF is written, its bytes pass all of these. What no machine can tell stays open.

    \b
    Examples:
      pressconv rules
      pressconv explain pdf-table-headers
    """  # noqa: D301 - click's mark for lines that stay lines
    from pressconv.audit.catalogue import all_rules  # noqa: PLC0415 - loads pypdf
    from pressconv.audit.human import open_questions  # noqa: PLC0415

    if as_json:
        report = {"rules": [_record(one) for one in all_rules()], **_left()}
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
        return
    print_table(
        ("rule", "severity", "what holds"),
        [(one.id, one.severity, one.title) for one in all_rules()],
    )
    click.echo("\nLeft to a person:")
    print_table(("question", ""), [(one.id, one.asks) for one in open_questions()])


@click.command()
@click.argument("rule", metavar="RULE")
def explain(rule: str) -> None:
    """Say what a rule asks for, which clauses it stands for, and what to do.

    RULE is the id of a rule, or of a question to a person.

    \b
    Example:
      pressconv explain pdf-figure-alt
    """  # noqa: D301 - click's mark for lines that stay lines
    from pressconv.audit.catalogue import all_rules  # noqa: PLC0415 - loads pypdf
    from pressconv.audit.human import questions  # noqa: PLC0415

    known = {one.id: one for one in all_rules()}
    asked = {one.id: one for one in questions().question}
    if rule in known:
        one = known[rule]
        click.echo(f"{one.id} ({one.severity})\n{one.title}.\nRemedy: {one.remedy}.\nClauses:")
        click.echo("\n".join(f"  {clause}" for clause in one.clauses))
    elif rule in asked:
        question = asked[rule]
        click.echo(f"{question.id} (left to a person)\n{question.asks}")
        if question.never:
            click.echo(f"Of a PDF made by pressconv the answer is yes: {question.never}.")
        click.echo(f"Source: {questions().source}, {question.id}")
    else:
        hint = suggestion(rule, {**known, **asked}) or "`pressconv rules` lists them"
        raise click.BadParameter(f"there is no rule {rule!r}; {hint}", param_hint="RULE")


def _record(one: Rule[Any]) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "severity": one.severity.value,
        "clauses": list(one.clauses),
        "remedy": one.remedy,
    }


def _left() -> dict[str, Any]:
    return {"left_to_a_person": left_to_a_person()}
