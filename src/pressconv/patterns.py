"""Regular expressions that are compiled when they are first used.

The modules of a conversion name a hundred of them, up to 8 ms each; one release needs a third.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Pattern:
    """Takes what `re.compile` takes, and answers like what that returns."""

    def __init__(self, source: str | bytes, flags: int = 0) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        """Compile the expression at the first use of it; then its methods are all at hand."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled: re.Pattern[Any] = re.compile(self.pattern, self._flags)
        public = (one for one in dir(compiled) if not one.startswith("_"))
        vars(self).update((one, getattr(compiled, one)) for one in public)
        return getattr(compiled, name)


if TYPE_CHECKING:
    pattern = re.compile
else:
    pattern = _Pattern
