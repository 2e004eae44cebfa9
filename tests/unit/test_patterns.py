"""Expressions that are compiled at their first use answer like compiled ones."""

from __future__ import annotations

import re

import pytest

from pressconv.patterns import pattern


@pytest.mark.parametrize(
    ("source", "flags", "text"),
    [(r"(\w)\s", re.ASCII, "é a b "), (rb"[a-c]", re.IGNORECASE, b"xAbC"), ("x|", 0, "")],
)
def test_a_pattern_answers_like_what_is_compiled(source, flags, text):
    ours, compiled = pattern(source, flags), re.compile(source, flags)
    assert ours.findall(text) == compiled.findall(text)
    assert ours.split(text) == compiled.split(text)
    assert [one.span() for one in ours.finditer(text)] == [
        one.span() for one in compiled.finditer(text)
    ]
    assert bool(ours.fullmatch(text)) is bool(compiled.fullmatch(text))
    assert (ours.pattern, ours.flags, ours.groups) == (
        compiled.pattern,
        compiled.flags,
        compiled.groups,
    )


def test_a_pattern_is_compiled_where_it_is_first_used():
    wrong = pattern("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error, match="missing"):
        wrong.search("")


def test_a_pattern_has_nothing_that_a_compiled_one_lacks():
    with pytest.raises(AttributeError):
        _ = pattern("x").matches  # type: ignore[attr-defined]
