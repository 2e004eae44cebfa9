"""The spaces and signs that several rules look at."""

from __future__ import annotations

from typing import Final

NO_BREAK: Final = "\u00a0"

BREAKING: Final = " \u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
"""The spaces of a line that may end it. Source: LineBreak.txt of the UCD, classes SP and BA."""

SPACES: Final = BREAKING + "\u00a0\u2007\u202f"
"""Every space of a line but the wide one, which is a mark of its script."""
