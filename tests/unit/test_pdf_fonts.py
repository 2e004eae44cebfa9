"""Which faces the PDF engine finds, and which of them it puts into the file."""

from __future__ import annotations

import tomllib
from html import escape

import pytest
from embedded import faces
from outside_tools import require, verapdf
from printed import printed
from sources import ROOT


def page(body, lang="en"):
    head = '<meta charset="utf-8"><title>t</title>'
    source = f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    return printed(source.encode())


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("Noto Nastaliq Urdu", "پاکستان"),
        ("Noto Naskh Arabic", "تونس"),
        ("Noto Serif Hebrew", "שלום"),
        ("Noto Sans Hebrew", "שלום"),
        ("Noto Serif Devanagari", "भारत"),
        ("Noto Sans Devanagari", "भारत"),
        ("Noto Serif Bengali", "বাংলা"),
        ("Noto Sans Bengali", "বাংলা"),
        ("Noto Serif Thai", "ไทย"),
        ("Noto Sans Thai", "ไทย"),
        ("Noto Serif Ethiopic", "አማርኛ"),
        ("Noto Sans Ethiopic", "አማርኛ"),
        ("Noto Sans CJK SC", "骨直今"),
        ("Noto Sans CJK TC", "骨直今"),
        ("Noto Sans CJK HK", "骨直今"),
        ("Noto Sans CJK JP", "骨直今かな"),
        ("Noto Sans CJK KR", "骨直今한글"),
    ],
)
def test_regular_and_bold_are_two_faces(family, text):
    body = f"<p style=\"font-family:'{family}'\">{text}<b>{text}</b></p>"
    assert faces(page(body)) == {f"{family} Regular", f"{family} Bold"}


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("☎ ✉ ✓", "Noto Sans Symbols2 Regular"),
        ("→ ≤", "Noto Sans Math Regular"),
        ("تونس", "Noto Naskh Arabic Regular"),
        ("中", "Noto Sans CJK SC Regular"),
    ],
)
def test_what_no_named_face_has_comes_from_the_first_that_ships(text, face):
    assert faces(page(f"<p style=\"font-family:'Noto Serif',serif\">{text}</p>")) == {face}


def test_every_name_is_set_in_regular_and_bold():
    names = tomllib.loads((ROOT / "tests" / "data" / "names.toml").read_text(encoding="utf-8"))
    lines = [(tag, escape(", ".join(some))) for tag, some in names.items()]
    # The engine reports a glyph that no face has, and a report is an error.
    assert page("".join(f'<p lang="{tag}">{words} <b>{words}</b></p>' for tag, words in lines))


@pytest.mark.outside
def test_faces_of_a_collection_pass_pdf_ua_1(tmp_path):
    require("verapdf")
    style = "<style>body{font-family:'Noto Sans CJK SC'}</style>"
    data = page(f"{style}<h1>新闻稿</h1><p>朱镕基、骨直今，<b>外交部</b>。</p>", "zh-Hans")
    (tmp_path / "cjk.pdf").write_bytes(data)
    (verdict,) = verapdf([tmp_path / "cjk.pdf"], "ua1").values()
    assert verdict.failed == ()
