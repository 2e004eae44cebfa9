"""Every rule that there is, whatever its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressconv.audit.edition import EDITION_RULES
from pressconv.audit.pdf import PDF_RULES
from pressconv.audit.sheets import SHEET_RULES

if TYPE_CHECKING:
    from pressconv.audit.rule import Rule


def all_rules() -> tuple[Rule[Any], ...]:
    """Return all rules, by id."""
    found: list[Rule[Any]] = [*PDF_RULES, *EDITION_RULES, *SHEET_RULES]
    return tuple(sorted(found, key=lambda rule: rule.id))
