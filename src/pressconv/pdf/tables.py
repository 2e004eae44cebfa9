"""Tables that no page holds → the error that says which, where, and what to do."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.errors import Place, Problem, RenderError
from pressconv.text import inline_text
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressconv.presentation import Presentation

_REMEDY: Final = (
    "part it into several tables, let its rows be columns, or make the other formats: -t html,text"
)


def width_error(widths: Mapping[int, float], presentation: Presentation) -> RenderError:
    """Return an error with a problem for each table by its number; *widths* are in pages."""
    tables = list(_tables(presentation))
    problems = [
        Problem(
            "table-too-wide",
            f"the table {inline_text(tables[number].caption)!r} is too wide for the PDF: in the "
            f"smallest type and across it takes {math.ceil(width * 100)} % of the page",
            tables[number].place or Place(presentation.id),
            _REMEDY,
        )
        for number, width in widths.items()
    ]
    return RenderError(
        "columns of a table would be cut off at the edge of the paper", problems=problems
    )


def _tables(presentation: Presentation) -> Iterator[m.Table]:
    for part in presentation.parts:
        for node in part.content:
            yield from (one for one in descendants(node) if isinstance(one, m.Table))
