"""Lines over and under a rule of dashes, one run a column → the rows of a table.

So plain text sets a table, ours and that of many other programs:

    District  Schools
    --------  -------
    North           6
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv import model as m

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressconv.readers.text.lines import Line

Rows: TypeAlias = tuple[tuple[str, ...], ...]
"""The words of the cells; the first row names the columns."""

_RULE: Final = re.compile(r"(?=.*[-=]{3})[ \t]*[-=]+(?:[ \t]+[-=]+)+[ \t]*")
_BETWEEN: Final = re.compile(r"[ \t]{2,}|\t")


def is_rule(text: str) -> bool:
    """Say whether a line underlines columns."""
    return _RULE.fullmatch(text) is not None


def ruled_lines(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of the lines that stand together with a rule."""
    found: set[int] = set()
    for _, group in groupby(lines, key=lambda line: line.is_blank):
        several = list(group)
        if any(is_rule(line.text) for line in several):
            found.update(line.number for line in several)
    return frozenset(found)


def ruled_rows(group: Sequence[Line]) -> Rows | None:
    """Return the rows of a group of lines whose first one names columns, if all of them fit."""
    if len(group) < 3 or not is_rule(group[1].text):
        return None
    n_columns = len(group[1].text.split())
    rows = tuple(
        tuple(_BETWEEN.split(line.text.strip()))
        for index, line in enumerate(group)
        if index == 0 or not is_rule(line.text)
    )
    return rows if len(rows) > 1 and all(len(row) == n_columns for row in rows) else None


def make_table(rows: Rows) -> m.Table:
    """Make a table without a caption: nothing tells it from other lines."""
    head, *body = rows
    names = tuple(m.HeaderCell(_flow(cell), m.Scope.COLUMN) for cell in head)
    return m.Table((), (m.Row(names),), (tuple(_row(cells) for cells in body),))


def _row(cells: Sequence[str]) -> m.Row:
    return m.Row(tuple(m.Cell(_flow(cell)) for cell in cells))


def _flow(text: str) -> m.Running:
    return m.Running((m.Text(text),))
