"""Changes of a release before it is presented: `Release` → `Release`, in this order.

Each is idempotent: applied twice, it changes nothing more.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from pressconv.options import Abbreviations
from pressconv.transforms.abbreviations import apply_abbreviations, unexplained
from pressconv.transforms.isolation import apply_isolation
from pressconv.transforms.typography import apply_typography

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.languages import Choices
    from pressconv.model import Release

__all__ = [
    "Transform",
    "apply_abbreviations",
    "apply_isolation",
    "apply_typography",
    "transforms",
    "unexplained",
]

Transform: TypeAlias = "Callable[[Release], Release]"


def transforms(
    choices: Choices, abbreviations: Abbreviations = Abbreviations.EXPAND
) -> tuple[Transform, ...]:
    """Return the transforms in order, for a house that has made these *choices*."""
    return (
        partial(apply_abbreviations, choice=abbreviations),
        partial(apply_typography, choices=choices),
        apply_isolation,
    )
