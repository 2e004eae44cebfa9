"""Rules for style sheets, before anything is laid out: what would break the PDF that comes of them.

The engine draws what is seen through in a group of its own, where no tag reaches, and shows text
that is cut out of an image, or comes from a sheet, as no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.rule import Finding, Rules, Severity, Spot, fail

if TYPE_CHECKING:
    from collections.abc import Iterator

SHEET_RULES: Final[Rules[str]] = Rules()
"""Rules for the text of a style sheet."""

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLENDING: Final = re.compile(
    r"(?<![\w-])(?P<property>opacity|(?:mix|background)-blend-mode|(?:backdrop-)?filter"
    r"|mask(?:-image)?)\s*+:\s*+(?!(?:1|1\.0+|100%|normal|none|initial|unset)\s*(?:[;}!]|\Z))"
    r"(?P<value>[^;}]*)",
    re.IGNORECASE,
)
_CUT_OUT: Final = re.compile(
    r"(?<![\w-])(?P<property>(?:-webkit-)?background-clip|(?:-webkit-)?text-fill-color)"
    r"\s*:\s*(?P<value>text|transparent)",
    re.IGNORECASE,
)


@SHEET_RULES.rule(
    "sheet-see-through",
    clauses=("ISO 14289-1 7.1", "ISO 14289-2 8.2.2", "Matterhorn 1.1 01-005"),
    severity=Severity.CRITICAL,
    remedy="use a colour that looks the same on the ground where it stands",
)
def see_through(sheet: str) -> Iterator[Finding]:
    """Nothing is drawn half transparent, filtered, masked or blended."""
    yield from _found(_BLENDING, sheet)


@SHEET_RULES.rule(
    "sheet-cut-out",
    clauses=("ISO 14289-1 7.3", "WCAG 2.2 SC 1.4.5"),
    severity=Severity.SERIOUS,
    remedy="give the text a colour of its own",
)
def cut_out(sheet: str) -> Iterator[Finding]:
    """No text is cut out of an image."""
    yield from _found(_CUT_OUT, sheet)


def _found(pattern: re.Pattern[str], sheet: str) -> Iterator[Finding]:
    for found in pattern.finditer(_COMMENT.sub("", sheet)):
        declaration = f"{found['property']}: {found['value'].strip()}"
        yield fail("the style sheet would break the PDF", Spot(text=declaration))
