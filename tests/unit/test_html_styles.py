"""The style sheet that the language files make."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import pressconv
from pressconv.house import PageSize
from pressconv.languages import language
from pressconv.pdf.page import page_sheet
from pressconv.writers.html import styles


def heights(line_height, monkeypatch):
    """Return the heights of lines of text, heading and single word, in em."""
    rules = language("ar")
    tall = replace(rules, layout=replace(rules.layout, line_height=line_height))
    monkeypatch.setattr(styles, "language", lambda tag: tall)
    styles.language_sheet.cache_clear()
    sheet = styles.language_sheet("ar", ("ar",))
    styles.language_sheet.cache_clear()
    return [float(value) for value in re.findall(r"--pc-(?:leading|tight|word):([\d.]+)", sheet)]


@pytest.mark.parametrize(
    ("line_height", "expected"), [(1.5, [1.5, 1.2, 1]), (2.6, [2.6, 2.34, 2.34])]
)
def test_a_script_that_climbs_keeps_its_lines_apart(line_height, expected, monkeypatch):
    assert heights(line_height, monkeypatch) == expected


def test_the_running_foot_is_set_in_the_faces_of_its_language():
    source = (
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="ar"><head><headline>h</headline>'
        "</head><body><p>x</p></body></release>"
    )
    shown = pressconv.present(pressconv.read(source.encode()).value)
    assert 'font-family: "Noto Sans", "Noto Naskh Arabic"' in page_sheet(shown, PageSize.A4)
