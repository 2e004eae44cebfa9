"""Folders → when a file in them may have changed.

The system tells of most changes at once. What it does not tell of (drives of a network, a folder
that is not watched) a glance every second finds: whoever is woken compares stamps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from watchfiles import awatch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

_GLANCE_MS: Final = 1000


async def wakings(folders: Callable[[], frozenset[Path]]) -> AsyncIterator[None]:
    """Yield whenever files in *folders* may have changed, which is asked anew each time."""
    while True:
        watched = folders()
        async for _ in awatch(
            *(one for one in watched if one.is_dir()),
            watch_filter=None,
            recursive=False,
            rust_timeout=_GLANCE_MS,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            yield
            if folders() != watched:
                break
