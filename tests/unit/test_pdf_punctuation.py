"""Full-width marks that stand side by side in the PDF leave no hole."""

from __future__ import annotations

import pytest
from page_lines import laid_out
from printed import printed

from pressconv import pdfdoc

FACES = {"ja": "JP", "zh-Hans": "SC", "zh-Hant": "TC", "ko": "KR", "fr": "SC"}


def source(text, lang):
    style = f"<style>html {{ font: 10px 'Noto Sans CJK {FACES[lang]}' }}</style>"
    head = f'<meta charset="utf-8"><title>t</title>{style}'
    body = f"<body><p>{text}<br>x</p>"
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head>{body}'.encode()


@pytest.mark.parametrize(
    ("lang", "text", "width_em"),
    [
        ("ja", "国。「国", 3.5),
        ("ja", "国」、国", 3.5),
        ("ja", "国」「国", 3.5),
        ("ja", "国「『国", 3.5),
        ("ja", "国」』。「国", 4.5),
        ("ja", "国「国」国", 5),
        ("ja", "国、国。", 4),
        ("zh-Hans", "国”（国", 3.5),
        ("zh-Hans", "国：“国", 3.5),
        ("zh-Hant", "國」，國", 3.5),
        ("ko", "국」「국", 3.84),
        ("fr", "国」「国", 4),
    ],
)
def test_marks_side_by_side_share_their_blank_halves(lang, text, width_em, monkeypatch):
    (found,) = laid_out(source(text, lang), "", monkeypatch)
    assert found.boxes[0].width == pytest.approx(width_em * 10, abs=0.5)


def test_what_is_copied_is_the_text():
    found = pdfdoc.reading_text(pdfdoc.read_pdf(printed(source("国」『国』。「国", "ja"))))
    assert found == ("国」『国』。「国 x",)
