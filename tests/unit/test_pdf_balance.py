"""Headings of several lines have lines of about equal length."""

from __future__ import annotations

import pytest
from page_lines import laid_out

from pressconv.pdf.weasyprint.balance import Break, lines_of_equal_width


def breaks(*words):
    """Return the breaks between words as wide as these numbers, with spaces of 1."""
    found: list[Break] = []
    at = 0
    for word in words:
        at += word
        found.append(Break(len(found) + 1, at, at + 1))
        at += 1
    return found


@pytest.mark.parametrize(
    ("words", "room", "ends"),
    [
        ([5, 5, 5, 5], 17, [2, 4]),
        ([5, 5, 5, 5], 23, [4]),
        ([5, 5, 5], 11, [2, 3]),
        ([9, 1, 1, 1], 11, [1, 4]),
        ([3, 30, 3], 10, [1, 2, 3]),
    ],
)
def test_as_few_lines_as_fit_are_as_equal_as_can_be(words, room, ends):
    assert lines_of_equal_width(breaks(*words), room) == ends


def heading(body, monkeypatch, *, lang="fr", width_em=20, tag="h2"):
    source = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>t</title></head>'
        f"<body><{tag}>{body}</{tag}></body></html>"
    )
    sheet = (
        "html { font: 16px 'Noto Sans CJK JP' } @page { size: 400mm }"
        f"{tag} {{ font-size: 16px; width: {width_em}em }}"
    )
    return [one.lines for one in laid_out(source.encode(), sheet, monkeypatch)]


@pytest.mark.parametrize(
    "body",
    [
        "La réunion de la Coalition mondiale contre Daech à Rabat",
        "La réunion de la <em>Coalition mondiale</em> contre Daech à Rabat",
    ],
)
def test_no_heading_leaves_a_word_on_a_line(body, monkeypatch):
    found = heading(body, monkeypatch, width_em=26)
    assert found == [["La réunion de la Coalition", "mondiale contre Daech à Rabat"]]


@pytest.mark.parametrize(
    "body",
    [
        "Plan Littoral 2026-2030 : <i>1,24 milliard d’euros</i> pour vivre avec la mer qui bouge",
        "Plan <i>Littoral 2026-2030 : </i>1,24 milliard d’euros pour vivre avec la mer qui bouge",
    ],
)
def test_a_line_of_a_heading_ends_where_an_element_does(body, monkeypatch):
    assert heading(body, monkeypatch, width_em=17) == [
        ["Plan Littoral 2026-2030 :", "1,24 milliard d’euros pour", "vivre avec la mer qui bouge"]
    ]


def test_running_text_is_filled_line_by_line(monkeypatch):
    body = "La réunion de la Coalition mondiale contre Daech à Rabat"
    assert heading(body, monkeypatch, width_em=26, tag="p")[0][-1] in {"Rabat", "à Rabat"}


def test_a_japanese_heading_ends_its_lines_between_phrases(monkeypatch):
    body = "洪水警報がメコン川のデルタ地帯でも母語で届く"
    assert heading(body, monkeypatch, lang="ja", width_em=14) == [
        ["洪水警報がメコン川の", "デルタ地帯でも母語で届く"]
    ]


def test_a_heading_of_one_line_and_one_with_an_object_stay_as_they_are(monkeypatch):
    assert heading("La réunion", monkeypatch) == []
    body = 'La réunion de <span style="display:inline-block">la Coalition</span> mondiale'
    assert len(heading(body, monkeypatch, width_em=14)[0]) == 2
