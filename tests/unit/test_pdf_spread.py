"""Justified lines of scripts without spaces: flush on both sides, and no hole within."""

from __future__ import annotations

import pytest
from page_lines import laid_out

ZH = "联盟借此机会，将会议前半部分的重点放在“伊斯兰国”在非洲的存在所构成的日益严重的威胁上。" * 2


def boxes(body, monkeypatch, *, lang="zh-Hans", width_em=20.4):
    source = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>t</title><style>'
        f"@page {{ size: 400mm }} p {{ width: {width_em}em; text-align: justify }}"
        f"</style></head><body><p>{body}</p></body></html>"
    )
    sheet = "html { font: 16px 'Noto Sans CJK SC' }"
    (found,) = laid_out(source.encode(), sheet, monkeypatch)
    return found.boxes


def width(line):
    return max(one.position_x + one.margin_width() for one in line.children) - line.position_x


@pytest.mark.parametrize("body", [ZH, f"{ZH[:30]}<b>{ZH[30:50]}</b>{ZH[50:]}"])
def test_all_lines_but_the_last_end_at_the_edge(body, monkeypatch):
    *lines, last = boxes(body, monkeypatch)
    assert {line.position_x for line in lines} == {last.position_x}
    # The last character has its gap too, as CSS has it; it shows nothing.
    over = [width(line) - 20.4 * 16 for line in lines]
    assert all(-0.01 <= one <= 1.6 for one in over), over
    assert width(last) < 20 * 16


def test_a_line_much_too_short_stays_as_it_is(monkeypatch):
    first, *_ = boxes(f"联盟借此机会<b>{'a' * 30}</b>联盟", monkeypatch)
    assert width(first) == 6 * 16


def test_lines_of_words_are_widened_at_their_spaces(monkeypatch):
    first, *_ = boxes("un deux trois " * 20, monkeypatch, lang="fr")
    assert width(first) == pytest.approx(20.4 * 16, abs=0.1)
    assert {child.style["letter_spacing"] for child in first.children} == {"normal"}
