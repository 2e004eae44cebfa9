"""Typographic cases, one file in and one line an operation out.

    pytest tests/test_typographic_cases.py --cases FILE    (without it: the files of tests/cases)

A case has an id, a language, an operation (`op`), an input, what is expected, and house choices
(`opts`); tests/typographic_cases.py says what each operation calls.
"""

from __future__ import annotations

from collections import Counter

from typographic_cases import answer, comparable, load


def pytest_generate_tests(metafunc):
    cases = load(metafunc.config.getoption("--cases"))
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", cases, ids=[case["id"] for case in cases])


def test_a_typographic_case(case, record_property):
    record_property("op", case["op"])
    found = answer(case)
    assert comparable(case, found) == comparable(case, case["expected"]), case.get("rule")


def test_no_case_stands_twice():
    cases = load(None)
    names = Counter(case["id"] for case in cases)
    asked = Counter(
        (case["lang"], case["op"], case["input"], str(case.get("opts", {}))) for case in cases
    )
    assert [name for name, count in (names + asked).items() if count > 1] == []
