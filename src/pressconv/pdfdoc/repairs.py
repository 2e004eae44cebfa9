"""What pypdf repairs in a broken file, counted, so that it comes to an end.

pypdf may search the whole file for every object that is not where it should be, and says so in
its log each time. That log is the one place that can stop it. Without a handler there, logging
would also print it: reading a PDF prints nothing.
"""

from __future__ import annotations

import logging
from contextvars import ContextVar
from typing import Final

from pypdf.errors import LimitReachedError

_MAX_REPAIRS: Final = 500  # in one file
_n_repairs: Final = ContextVar("n_repairs", default=0)


class _Counter(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        _n_repairs.set(_n_repairs.get() + 1)
        if _n_repairs.get() > _MAX_REPAIRS:
            raise LimitReachedError(f"it is broken in more than {_MAX_REPAIRS} places")


def start_counting() -> None:
    """Begin with a file: from now on pypdf raises `LimitReachedError` after too many repairs."""
    _n_repairs.set(0)


logging.getLogger("pypdf").addHandler(_Counter())
