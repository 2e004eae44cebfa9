"""The names of the elements of a release."""

from __future__ import annotations

from typing import Final

VOCABULARY: Final = frozenset(
    """a abbr abstract address alt attribution body boilerplate br byline caption cell cite code
    contact correction credit dateline definition definitions description distribution edition em
    email endmark entry expansion expires feed figure foot footnote genre head header headline
    hours image issued issuer item line list logo media name note num number organization original
    p place q quote reading ref related release rights role row rows ruby section separator
    slugline span speaker speech status strong sub subheadline subject subscribe sup table
    telephone term time title transcript translation unit updated url verse wording""".split()
)
"""Every name of an element: one of them in the wrong place is no unknown element."""
