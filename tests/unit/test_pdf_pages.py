"""Pages of a PDF as a printer would look at them: breaks, white, measure, running head."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from itertools import pairwise
from statistics import mean

import pypdf
import pytest
from conftest import ROOT, sample_name
from laid_pages import boxes, edges, laid_pages, lines, white
from weasyprint.formatting_structure.boxes import (
    BlockReplacedBox,
    InlineReplacedBox,
    MarginBox,
    TextBox,
)

import pressconv
from pressconv import Options
from pressconv.house import PageSize
from pressconv.pdf import PdfOptions

SAMPLES = ROOT / "samples"
RICH = [SAMPLES / "2026-03-12-plan-littoral" / f"{lang}.xml" for lang in ("fr", "ar")]
REAL = [
    SAMPLES / release / f"{lang}.xml"
    for release, langs in (
        ("2018-06-26-coalition-maroc", ("fr", "ar", "fa", "ur", "ru", "zh-Hans")),
        ("2026-10-13-early-warning", ("hi", "bn")),
    )
    for lang in langs
]
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 caption dt thead".split())
LEADING = frozenset("pc-speaker pc-remark-title pc-media-title".split())
MOST_WHITE = 1 / 3
LEAST_EDGE = 5 / 25.4 * 96  # px of CSS, that printers leave white

# Letters a line, spaces and marks counted; of full-width ones as many as fill the same line.
MEASURES = {
    "fr": (60, 76),
    "ru": (55, 75),
    "ar": (60, 76),
    "fa": (60, 76),
    "ur": (60, 76),
    "hi": (60, 78),
    "bn": (60, 76),
    "zh-Hans": (30, 40),
}


@pytest.fixture(params=[*RICH, *REAL], ids=sample_name, scope="module")
def sample(request):
    with pytest.MonkeyPatch.context() as patch:
        yield request.param.stem, laid_pages(request.param, patch)


@pytest.mark.slow
def test_no_page_but_the_last_has_more_than_a_third_left_white(sample):
    assert [round(white(page), 2) for page in sample[1][:-1] if white(page) > MOST_WHITE] == []


@pytest.mark.slow
def test_no_heading_stands_alone_at_the_foot_of_a_page(sample):
    for page in sample[1][:-1]:
        _, around = lines(page)[-1]
        assert not HEADINGS & {box.element_tag for box in around}
        classes = {name for box in around for name in classes_of(box)}
        assert not LEADING & classes


@pytest.mark.slow
def test_no_line_of_a_paragraph_stands_alone_on_a_page(sample):
    for before, after in pairwise(sample[1]):
        cut, rest = by_paragraph(before), by_paragraph(after)
        for paragraph in cut.keys() & rest.keys():
            assert cut[paragraph] > 1
            assert rest[paragraph] > 1


@pytest.mark.slow
def test_lines_have_a_length_that_can_be_read(sample):
    lang, pages = sample
    width = max(around[-1].width for page in pages for _, around in lines(page))
    full = [
        sum(len(box.text) for box, _ in boxes(one) if isinstance(box, TextBox))
        for page in pages
        for one, around in lines(page)
        if around[-1].element_tag == "p" and around[-1].width == width
        if {"pc-body"} & {name for box in around for name in classes_of(box)}
        if one is not around[-1].children[-1]
    ]
    least, most = MEASURES[lang]
    assert least <= mean(full) <= most


def classes_of(box):
    return box.element.get("class", "").split() if box.element is not None else []


def by_paragraph(page):
    """Return how many lines of each paragraph stand on a page."""
    return Counter(around[-1].element for _, around in lines(page) if around[-1].element_tag == "p")


def release(folder, body="", lang="en", head=""):
    path = folder / "r.xml"
    path.write_text(
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>h</headline><issuer><organization>Office</organization></issuer>"
        f'<issued when="2026-03-12"/>{head}</head><body>{body}</body></release>',
        encoding="utf-8",
    )
    return path


LONG = "<p>word</p>" * 60


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_parts_the_text_stands_in_the_middle_of_it(lang, tmp_path, monkeypatch):
    (tmp_path / "i.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    ornament = '<figure><image src="i.svg" decorative="true"/></figure>'
    path = release(tmp_path, f"<p>a</p><separator/><p>b</p>{ornament}<p>c</p>", lang)
    (page,) = laid_pages(path, monkeypatch)
    middle = page.content_box_x() + page.width / 2
    parting = [one for one, _ in boxes(page) if one.element_tag in {"hr", "img"}]
    assert len(parting) == 2
    for one in parting:
        assert one.border_box_x() + one.border_width() / 2 == pytest.approx(middle, abs=0.5)


@pytest.mark.parametrize(
    ("lang", "places"), [("en", ("top-left", "top-right")), ("ar", ("top-right", "top-left"))]
)
def test_a_following_page_says_in_its_head_whose_it_is_and_of_when(
    lang, places, tmp_path, monkeypatch
):
    first, *others = laid_pages(release(tmp_path, LONG, lang), monkeypatch)
    assert set(edges(first)) == {"bottom-center"}
    assert others
    for page in others:
        issuer, date = (edges(page)[place] for place in places)
        assert issuer == "Office"
        assert "2026" in date
        assert set(edges(page)) == {*places, "bottom-center"}


def test_a_notice_has_the_head_of_every_page_for_itself(tmp_path, monkeypatch):
    path = release(tmp_path, LONG, head="<status>canceled</status>")
    first, *others = laid_pages(path, monkeypatch)
    assert set(edges(first)) == {"top-center", "bottom-center"}
    for page in others:
        assert edges(page)["top-center"] == edges(first)["top-center"]
        assert edges(page)["bottom-left"] == "Office"


WORDY = "No part of it may be printed, broadcast or posted before ten. " * 3


def embargoed(folder, words, lang="en", head=""):
    path = release(folder, LONG, lang, head=head)
    embargo = f'<distribution key="embargoed" until="2027-05-04T10:00:00Z">{words}</distribution>'
    path.write_text(
        path.read_text(encoding="utf-8").replace("<issued", f"{embargo}<issued"), encoding="utf-8"
    )
    return path


def long_name(folder, lang, head):
    path, name = release(folder, LONG, lang, head=head), "Ministry of many things and of others, "
    path.write_text(path.read_text(encoding="utf-8").replace("Office", name * 9), encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["en", "ar", "ja"])
@pytest.mark.parametrize(
    "head", ["", "<status>canceled</status>", "<status>withheld</status>"], ids=len
)
def test_head_and_foot_keep_clear_of_the_edges_of_the_paper(head, lang, tmp_path, monkeypatch):
    for path in (long_name(tmp_path, lang, head), embargoed(tmp_path, WORDY, lang, head)):
        for page in laid_pages(path, monkeypatch):
            margins = [box for box in page.children if isinstance(box, MarginBox)]
            found = [one for box in margins for one, _ in boxes(box) if isinstance(one, TextBox)]
            assert found
            assert min(one.position_y for one in found) > LEAST_EDGE
            lowest = max(one.position_y + one.height for one in found)
            assert lowest < page.margin_height() - LEAST_EDGE


def test_an_embargo_of_many_words_is_said_short_in_the_head(tmp_path, monkeypatch):
    first, *_ = laid_pages(embargoed(tmp_path, WORDY), monkeypatch)
    assert edges(first)["top-center"].startswith("Under embargo until May")
    assert "No part of it" in "".join(words(line) for line, _ in lines(first))


def test_an_embargo_of_few_words_has_them_in_the_head(tmp_path, monkeypatch):
    first, *_ = laid_pages(embargoed(tmp_path, "Not before ten"), monkeypatch)
    assert edges(first)["top-center"] == "Not before ten"


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize(("lang", "width"), [("en", 37.1 * 11), ("hi", 28 * 12.1)])
def test_the_lines_are_as_long_on_every_paper(size, lang, width, tmp_path, monkeypatch):
    path = release(tmp_path, LONG, lang)
    (page, *_) = laid_pages(path, monkeypatch, options=Options(pdf=PdfOptions(page_size=size)))
    (body,) = [one for one, _ in boxes(page) if one.element_tag == "body"]
    for box in (page, body):
        assert box.width * 72 / 96 == pytest.approx(width, abs=0.2)


@pytest.mark.parametrize(("head", "top_mm"), [("", 18), ("<status>canceled</status>", 22)])
def test_the_first_page_starts_higher_where_it_has_no_running_head(
    head, top_mm, tmp_path, monkeypatch
):
    first, second, *_ = laid_pages(release(tmp_path, LONG, head=head), monkeypatch)
    assert first.margin_top / 96 * 25.4 == pytest.approx(top_mm)
    assert second.margin_top / 96 * 25.4 == pytest.approx(22)


@pytest.mark.parametrize("n", range(22, 36))
def test_contacts_never_stand_alone_on_a_page(n, tmp_path, monkeypatch):
    contact = "<contact><name>Ada</name><telephone>+1 202-555-0143</telephone></contact>"
    path = release(tmp_path, "<p>word</p>" * n)
    text = path.read_text(encoding="utf-8").replace("</body>", f"</body><foot>{contact}</foot>")
    path.write_text(text, encoding="utf-8")
    *_, last = laid_pages(path, monkeypatch)
    classes = {name for _, around in lines(last) for box in around for name in classes_of(box)}
    assert {"pc-contact", "pc-body"} <= classes


@pytest.mark.parametrize(
    ("before", "may_part"), [("<p>so:</p>", False), ("<quote><p>so</p></quote>", True)]
)
def test_a_list_stays_with_its_sentence_and_not_with_what_stands_apart(
    before, may_part, tmp_path, monkeypatch
):
    items = "<list kind='unordered'><item>first</item><item>word</item></list>"
    starts = set()
    for n in range(24, 32):
        pages = laid_pages(release(tmp_path, "<p>word</p>" * n + before + items), monkeypatch)
        starts |= {words(lines(page)[0][0]) for page in pages[1:]}
    assert ("first" in starts) is may_part


def test_an_issuer_with_others_stands_alone_in_the_running_head(tmp_path, monkeypatch):
    other = "<issuer><organization>Bureau</organization></issuer>"
    path = release(tmp_path, LONG)
    text = path.read_text(encoding="utf-8").replace("</issuer>", f"</issuer>{other}")
    path.write_text(text, encoding="utf-8")
    _, second, *_ = laid_pages(path, monkeypatch)
    assert edges(second)["top-left"] == "Office"


def words(line):
    return "".join(one.text for one, _ in boxes(line) if isinstance(one, TextBox))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_units_and_their_head_stand_under_each_other_at_the_right(lang, tmp_path, monkeypatch):
    cells = "".join(
        f'<row><header>a</header><cell align="number">{one}</cell></row>' for one in ("12", "1234")
    )
    head = "<head><row><header>a</header><header>2026</header></row></head>"
    table = f"<table><caption>t</caption>{head}<rows>{cells}</rows></table>"
    (page,) = laid_pages(release(tmp_path, table, lang), monkeypatch)
    numbers = [
        one
        for one, around in boxes(page)
        if isinstance(one, TextBox)
        and one.text.isdecimal()
        and any(cell.element_tag in {"td", "th"} for cell in around)
    ]
    assert len(numbers) == 3
    ends = [one.position_x + one.width for one in numbers]
    assert max(ends) - min(ends) < 1


@pytest.mark.parametrize("unit", ["https://example.org/" + "a" * 150, "1" * 200])
def test_a_name_longer_than_a_line_breaks_beside_a_logo(unit, tmp_path, monkeypatch):
    (tmp_path / "l.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h9"/></svg>'
    )
    path = release(tmp_path, "<p>b</p>")
    logo = f'<unit>{unit}</unit><logo src="l.svg"><alt>l</alt></logo>'
    path.write_text(path.read_text().replace("</organization>", f"</organization>{logo}"))
    (page,) = laid_pages(path, monkeypatch)
    texts = [one for one, _ in boxes(page) if isinstance(one, TextBox)]
    assert max(one.position_x + one.width for one in texts) <= page.content_box_x() + page.width + 1


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_all_names_of_an_issuer_keep_their_edge_beside_a_low_logo(lang, tmp_path, monkeypatch):
    (tmp_path / "l.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="20"><path d="M0 0h9"/></svg>'
    )
    path = release(tmp_path, "<p>b</p>", lang)
    name = "A ministry of many things, all of them, and others " * 2
    logo = '<unit>Unit</unit><logo src="l.svg"><alt>l</alt></logo>'
    text = path.read_text().replace("Office</organization>", f"{name}</organization>{logo}")
    path.write_text(text)
    (page,) = laid_pages(path, monkeypatch)
    (image,) = (one for one, _ in boxes(page) if isinstance(one, InlineReplacedBox))
    names = {"pc-organization", "pc-unit"}
    found = [
        next(box for box, _ in boxes(line) if isinstance(box, TextBox))
        for line, around in lines(page)
        if names & set(classes_of(around[-1]))
    ]
    assert len(found) > 2
    if lang == "en":
        (edge,) = {round(one.position_x, 2) for one in found}
        assert edge > image.position_x + image.width
    else:
        (edge,) = {round(one.position_x + one.width, 2) for one in found}
        assert edge < image.position_x


@pytest.mark.parametrize(("lang", "climbs"), [("ar", False), ("ur", True)])
def test_a_frame_has_room_above_words_that_climb_out_of_their_line(
    lang, climbs, tmp_path, monkeypatch
):
    correction = '<correction when="2026-03-13" to-version="2">c</correction>'
    path = release(tmp_path, "<p>b</p>", lang, correction)
    path.write_text(path.read_text().replace(' id="r"', ' id="r" version="2"'))
    (page,) = laid_pages(path, monkeypatch)
    frame = next(one for one, _ in boxes(page) if "pc-correction" in classes_of(one))
    assert (frame.padding_top > 1.4 * frame.padding_bottom) is climbs


@pytest.mark.parametrize(("lang", "is_widened"), [("ar", False), ("ur", True)])
def test_parts_of_a_telephone_number_stand_apart_where_words_overlap(
    lang, is_widened, tmp_path, monkeypatch
):
    path = release(tmp_path, "<p>b</p>", lang)
    contact = "<foot><contact><telephone>+962 6 555 0100</telephone></contact></foot></release>"
    path.write_text(path.read_text().replace("</release>", contact))
    (page,) = laid_pages(path, monkeypatch)
    (number,) = (
        one for one, _ in boxes(page) if isinstance(one, TextBox) and one.text.startswith("+")
    )
    spacing = number.style["word_spacing"]
    assert (spacing > 0.1 * number.style["font_size"]) is is_widened


def figure(folder, n_before):
    (folder / "i.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><path d="M0 0h9"/></svg>'
    )
    image = '<figure><image src="i.svg"><alt>a</alt></image><caption>c</caption></figure>'
    return release(folder, "<p>word</p>" * n_before + image + "<p>end</p>")


def test_a_figure_gives_way_by_a_third_at_most_where_it_then_fits(tmp_path, monkeypatch):
    found = {}
    for n_before in (2, *range(10, 24)):
        pages = laid_pages(figure(tmp_path, n_before), monkeypatch)
        for number, page in enumerate(pages):
            for one, _ in boxes(page):
                if isinstance(one, BlockReplacedBox):
                    found[n_before] = number, one.height
    whole = found[2][1]
    assert {number for number, _ in found.values()} == {0, 1}
    on_first = [height for number, height in found.values() if number == 0]
    assert min(on_first) < whole * 0.8
    assert min(on_first) >= whole * 0.649
    assert {height for number, height in found.values() if number == 1} == {whole}


def test_head_and_foot_are_artifacts_of_the_page(tmp_path):
    read = pressconv.read(release(tmp_path, LONG).read_bytes()).value
    pages = pypdf.PdfReader(BytesIO(pressconv.convert(read, to="pdf").value)).pages
    contents = [page.get_contents() for page in pages[:2]]
    assert [
        re.findall(rb"/Subtype ?/(Header|Footer)", one.get_data())
        for one in contents
        if one is not None
    ] == [[b"Footer"], [b"Header", b"Header", b"Footer"]]
