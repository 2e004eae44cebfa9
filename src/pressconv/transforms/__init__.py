"""Changes of a release before it is presented: `Release` → `Release`, in this order.

Each is idempotent: applied twice, it changes nothing more.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from pressconv.transforms.isolation import apply_isolation
from pressconv.transforms.typography import apply_typography

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.languages import Choices
    from pressconv.model import Release

__all__ = ["Transform", "apply_isolation", "apply_typography", "transforms"]

Transform: TypeAlias = "Callable[[Release], Release]"


def transforms(choices: Choices) -> tuple[Transform, ...]:
    """Return the transforms in order, for a house that has made these *choices*."""
    return (partial(apply_typography, choices=choices), apply_isolation)
