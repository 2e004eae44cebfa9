"""Lines of a PDF end where the language lets them."""

from __future__ import annotations

from html import escape
from itertools import pairwise

import pytest
import weasyprint
from page_lines import edition, laid_out
from sources import ROOT
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.line_break import create_layout, line_size

import pressconv
from pressconv.languages import language
from pressconv.linebreak import breaks, cuts, pieces
from pressconv.pdf.weasyprint.lines import own_lines
from pressconv.pdf.weasyprint.paragraphs import leaves
from pressconv.transforms import apply_typography

SHORT = ROOT / "samples" / "2026-10-13-early-warning"
REAL = ROOT / "samples" / "2018-06-26-coalition-maroc"
EDITIONS = [
    *(SHORT / f"{tag}.xml" for tag in "ko ja zh-Hans zh-Hant th hi ur ar am bn he vi".split()),
    *(REAL / f"{tag}.xml" for tag in "fr ar zh-Hans".split()),
]
NEVER_FIRST = "，。、．：；！？）》」』】〕〉”’ー々ゝッャュョぁ・·,.:;!?)]}%…»›،؛؟।ๆ\u00a0\u202f"
NEVER_LAST = "（《「『【〔〈([{«‹¿¡\u00a0\u202f"


@pytest.fixture(scope="module", params=EDITIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def html(request):
    release = apply_typography(pressconv.read(request.param.read_bytes()).value)
    return pressconv.write_html(pressconv.present(release))


def starts_of_pieces(paragraph):
    """Return where the pieces of a paragraph start, and where an address may be cut."""
    found, at = set(), 0
    for piece in pieces(paragraph.text, paragraph.locale):
        found.add(at)
        if "." in piece or "@" in piece:
            found.update(at + cut for cut in cuts(piece, paragraph.locale))
        at += len(piece)
    return found


def test_the_lines_of_a_paragraph_keep_their_distance(html, monkeypatch):
    for paragraph in edition(html, 105, monkeypatch):
        heights = {round(box.height, 2) for box in paragraph.boxes}
        assert len(heights) <= 1, paragraph.lines


def test_every_line_of_an_edition_ends_where_it_may(html, monkeypatch):
    paragraphs = edition(html, 105, monkeypatch)
    assert paragraphs
    for paragraph in paragraphs:
        assert set(paragraph.breaks()) <= starts_of_pieces(paragraph), paragraph.lines
        rules = language(paragraph.locale)
        opening = {rules.quotes[0][0], rules.nested_quotes[0][0]}
        for line, following in pairwise(paragraph.lines):
            assert following[0] not in set(NEVER_FIRST) - opening, paragraph.lines
            assert line[-1] not in NEVER_LAST, paragraph.lines
            if rules.layout.keep_words:
                assert f"{line} {following}" in paragraph.text or following[0] in "(“‘"


def width(text, style):
    layout = create_layout(text, style, None, None, 0)
    return line_size(layout.get_first_line()[0], style)[0]


def test_a_line_of_an_edition_is_as_full_as_it_can_be(html, monkeypatch):
    n_compared = 0
    for paragraph in edition(html, 140, monkeypatch):
        words = breaks(paragraph.text, paragraph.locale)
        lines = list(zip(paragraph.starts(), paragraph.boxes, strict=True))
        for (_, line), (start, following) in pairwise(lines):
            first = next(leaves(following))
            word = paragraph.text[start : next(one for one in words if one > start)].rstrip(" ")
            is_filled = following.element_tag not in {"h1", "h2"}
            if is_filled and isinstance(first, TextBox) and first.text.startswith(word):
                space = " " if paragraph.text[start - 1] == " " else ""
                needed = line.width + width(space + word, first.style)
                assert needed > paragraph.room, paragraph.lines
                n_compared += 1
    assert n_compared > 3


def paragraph(body, monkeypatch, *, lang="ko", width_em=10, style=""):
    """Return the lines of a paragraph of some width."""
    source = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>t</title><style>'
        f"@page {{ size: 400mm }} p {{ width: {width_em}em; {style} }}</style></head>"
        f"<body><p>{body}</p></body></html>"
    )
    (found,) = laid_out(source.encode(), "html { font-family: 'Noto Sans CJK KR' }", monkeypatch)
    return found.lines


@pytest.mark.parametrize("body", ["대한민국 외교부는", "대한<em>민국</em> 외<b>교부</b>는"])
def test_a_korean_word_is_whole_across_elements(body, monkeypatch):
    assert paragraph(body, monkeypatch, width_em=7) == ["대한민국", "외교부는"]


def test_a_particle_stays_with_a_foreign_word(monkeypatch):
    body = '나토 <span lang="en">NATO</span>는 <a href="#">국제연합</a>의'
    assert paragraph(body, monkeypatch, width_em=5.5) == ["나토", "NATO는", "국제연합의"]


def test_marks_stay_with_their_word_across_elements(monkeypatch):
    body = "国務院（<em>大臣</em>）、<b>々</b>キ<i>ャッ</i>ト「<em>国</em>」"
    found = paragraph(body, monkeypatch, lang="ja", width_em=4)
    assert found == ["国務院", "（大", "臣）、々", "キャット", "「国」"]


def test_a_space_at_the_edge_of_an_element_is_a_place_to_break(monkeypatch):
    body = "대한민국<em> 외교부는</em> <b>대한민국</b>"
    assert paragraph(body, monkeypatch, width_em=6) == ["대한민국", "외교부는", "대한민국"]


@pytest.mark.parametrize("width_em", [11.6, 11.8, 12.0, 12.2, 12.4])
def test_a_no_break_space_at_the_edge_of_an_element_holds_one_word_only(width_em, monkeypatch):
    body = "«\u00a0ab\u00a0», dit la directrice, Dr\u00a0<span>Helena</span> J."
    style = "font-family: 'Noto Serif'"
    found = paragraph(body, monkeypatch, lang="fr", width_em=width_em, style=style)
    assert found == ["«\u00a0ab\u00a0», dit la directrice,", "Dr\u00a0Helena J."]


def test_a_space_that_a_line_ends_at_leaves_no_gap_in_the_other_direction(monkeypatch):
    source = (
        "<html lang='ar' dir='rtl'><head><meta charset='utf-8'><style>@page { size: 400mm }"
        "p { width: 9em }</style></head>"
        "<body><p>نص نص <span dir='ltr'>abc <cite>defghijklm</cite></span></p></body></html>"
    )
    sheet = "html { font-family: 'Noto Naskh Arabic', 'Noto Serif' }"
    (found,) = laid_out(source.encode(), sheet, monkeypatch)
    assert [line.split() for line in found.lines] == [["نص", "نص", "abc"], ["defghijklm"]]
    before, after = leaves(found.boxes[0])
    assert before.position_x == pytest.approx(after.position_x + after.width)
    edges = [max(one.position_x + one.width for one in leaves(line)) for line in found.boxes]
    assert edges[0] == pytest.approx(edges[1])


def test_an_object_is_a_place_to_break(monkeypatch):
    body = '가나다<span style="display:inline-block">라마바</span>사아자'
    assert paragraph(body, monkeypatch, width_em=4) == ["가나다", "\ufffc", "사아자"]


def test_a_word_longer_than_a_line_is_parted_at_its_syllables(monkeypatch):
    style = "overflow-wrap: break-word"
    found = paragraph("그 대한민국외교부는", monkeypatch, width_em=5, style=style)
    assert found == ["그", "대한민국외", "교부는"]


def test_an_address_longer_than_a_line_is_cut_behind_its_marks(monkeypatch):
    style = "overflow-wrap: break-word; font-family: 'Noto Sans'"
    body = "voir https://www.example.org/a-long/path?query=1"
    found = paragraph(body, monkeypatch, lang="fr", width_em=9, style=style)
    assert found == ["voir", "https://www.", "example.org/a-", "long/path?query=1"]


def test_a_word_longer_than_a_line_sticks_out_where_nobody_lets_it_break(monkeypatch):
    style = "font-family: 'Noto Sans'"
    found = paragraph("ab anticonstitutionnel cd", monkeypatch, lang="fr", width_em=4, style=style)
    assert found == ["ab", "anticonstitutionnel", "cd"]


@pytest.mark.parametrize(
    "body", ["가나다<br>라마바", '<span style="white-space:pre-line">가\n나</span>']
)
def test_a_line_break_of_the_author_stays(body, monkeypatch):
    assert len(paragraph(body, monkeypatch)) == 2


def test_nothing_breaks_where_the_sheet_says_so(monkeypatch):
    body = '그 <span style="white-space:nowrap">대한 민국</span> 외'
    assert paragraph(body, monkeypatch, width_em=4) == ["그", "대한 민국", "외"]


def test_a_column_of_a_table_is_as_wide_as_its_longest_word(monkeypatch):
    cells = "".join(f"<td>{escape(text)}</td>" for text in ("대한민국 외교부", "말 " * 40))
    source = (
        f'<html lang="ko"><meta charset="utf-8"><title>t</title><body><table><tr>{cells}</table>'
    )
    sheet = "@page { size: 80mm } html { font-family: 'Noto Sans CJK KR' }"
    found = laid_out(source.encode(), sheet, monkeypatch)
    assert found[0].lines == ["대한민국", "외교부"]


def test_the_engine_is_left_as_it_was():
    before = weasyprint.layout.inline.split_inline_level
    with own_lines():
        assert weasyprint.layout.inline.split_inline_level is not before
    assert weasyprint.layout.inline.split_inline_level is before
