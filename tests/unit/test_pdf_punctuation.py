"""Full-width marks that stand side by side in the PDF leave no hole."""

from __future__ import annotations

import pytest
from page_lines import laid_out

from pressconv import pdfdoc
from pressconv.pdf.weasyprint.render import render


def source(text, lang):
    head = f'<meta charset="utf-8"><title>t</title><style>{FACES[lang]}</style>'
    body = f"<body><p>{text}<br>x</p>"
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head>{body}'.encode()


FACES = {
    lang: f"html {{ font: 10px 'Noto Sans CJK {face}' }}"
    for lang, face in (
        ("ja", "JP"),
        ("zh-Hans", "SC"),
        ("zh-Hant", "TC"),
        ("ko", "KR"),
        ("fr", "SC"),
    )
}


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
        ("zh-Hans", "国：“国", 4),
        ("zh-Hant", "國」，國", 3.5),
        ("ko", "국」「국", 4),
        ("fr", "国」「国", 4),
    ],
)
def test_marks_side_by_side_share_their_blank_halves(lang, text, width_em, monkeypatch):
    (found,) = laid_out(source(text, lang), "", monkeypatch)
    expected = width_em * 10 - (0.8 if lang == "ko" and "국" in text else 0) * 2
    assert found.boxes[0].width == pytest.approx(expected, abs=0.5)


def test_what_is_copied_is_the_text():
    found = pdfdoc.reading_text(pdfdoc.read_pdf(render(source("国」『国』。「国", "ja"), "")))
    assert found == ("国」『国』。「国x",)
