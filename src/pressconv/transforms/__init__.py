"""Changes of a release before it is presented: `Release` → `Release`, in this order.

Each is idempotent: applied twice, it changes nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.model import Release

Transform: TypeAlias = "Callable[[Release], Release]"

TRANSFORMS: Final[tuple[Transform, ...]] = ()
