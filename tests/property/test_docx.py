"""Any Word document imports or is refused as pressconv refuses; no word of it is lost."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from word import (
    Parts,
    call,
    coded,
    docx,
    item,
    lang,
    link,
    members,
    p,
    picture,
    png,
    r,
    tbl,
    tc,
    tr,
    zipped,
)

from pressconv.errors import InputError
from pressconv.importing import import_docx
from pressconv.readers.docx import read_docx
from pressconv.readers.xml import read
from pressconv.text import normal
from pressconv.writers.xml import write_xml

MANY = settings(
    max_examples=120,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WHOLE = (
    p("Minist\u00e8re des Transports"),
    p("Le pont du Nord", style="Title"),
    p("Le ministre ", r("a", "<w:b/>"), " ouvert ", link("a", r("le pont")), call(1), "."),
    p("Qui", style="Heading1"),
    p(
        r("\u0627\u0644\u062c\u0633\u0631", "<w:rtl/>"),
        coded('HYPERLINK "https://e.org"', r("ici")),
    ),
    item("un"),
    item("deux", level=1),
    item("trois", 2),
    p("Cit\u00e9", style="Quote"),
    p(picture("i", "un pont")),
    p("Figure 1", style="Caption"),
    tbl(tr(tc("An"), tc("Autos", '<w:gridSpan w:val="2"/>'), header=True), tr(tc("1"), tc("2"))),
    p("<w:ins>" + r("mis") + "</w:ins><w:r><w:sym w:font='Symbol' w:char='F061'/></w:r>"),
    "<w:sdt><w:sdtContent>" + p("choisi") + "</w:sdtContent></w:sdt>",
)
OWN = Parts(
    defaults=lang("fr-FR") + lang("ar-SA", "bidi"),
    footnotes={1: p("Une note")},
    links={"a": "https://example.org/pont"},
    images={"i": png()},
    header=p("En-t\u00eate"),
    footer=p(coded("PAGE", r("3"))),
    core="<dc:title>Le pont</dc:title>",
)
DATA = docx(*WHOLE, parts=OWN)
FILES = members(WHOLE, OWN)
XML = sorted(name for name in FILES if name.endswith((".xml", ".rels")))
PIECES = (
    *("<w:p>", "</w:p>", "<w:r>", "<w:t>x</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>"),
    *('w:val=""', 'w:val="-1"', 'w:val="99999999"', 'w:id="x"', 'r:embed="a"', 'r:id="i"'),
    *("<w:del>", "</w:del>", "<w:numPr/>", "<w:vMerge/>", "<w:txbxContent>", "&#9;", "]]>", "\0"),
    *('<w:fldChar w:fldCharType="begin"/>', "<w:ruby/>", "<w:sym/>", "<w:hyperlink/>", "\ufffe"),
    *("w:p", "w:r", "w:t", "w:tbl", "w:tc", "w:val", "w:sdt", "mc:AlternateContent", "w:drawing"),
)


def _imported(data: bytes) -> None:
    """Import, and hold that what comes of it reads back equal."""
    try:
        made = import_docx(data, name="a.docx")
    except InputError:
        return
    assert read(write_xml(made.value)).value == made.value


@MANY
@given(
    st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.integers(0, 255)), min_size=1, max_size=8)
)
def test_bytes_that_were_changed_do_no_harm(changes):
    data = bytearray(DATA)
    for at, byte in changes:
        data[at] = byte
    _imported(bytes(data))


@MANY
@given(st.integers(0, len(DATA)), st.integers(0, len(DATA)), st.binary(max_size=30))
def test_bytes_that_were_cut_out_do_no_harm(start, end, put):
    _imported(DATA[: min(start, end)] + put + DATA[max(start, end) :])


@MANY
@given(st.sampled_from(XML), st.data())
def test_parts_that_were_changed_do_no_harm(name, data):
    text = FILES[name].decode()
    tokens = re.findall(r"<[^>]*>|[^<]+", text)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(tokens) - 1))
        kind = data.draw(st.integers(0, 4))
        if kind == 0:
            tokens[at] = ""
        elif kind == 1:
            tokens[at] = data.draw(st.sampled_from(PIECES))
        elif kind == 2:
            tokens.insert(at, tokens[data.draw(st.integers(0, len(tokens) - 1))])
        elif kind == 3:
            tokens[at] = re.sub(r'"[^"]*"', '"0"', tokens[at])
        else:
            other = data.draw(st.sampled_from(PIECES[-9:]))
            tokens = [re.sub(r"w:(pPr|rPr|tcPr|numId|lvl)\b", other, one) for one in tokens]
    _imported(zipped({**FILES, name: "".join(tokens).encode()}))


@MANY
@given(st.sampled_from(sorted(FILES)), st.sampled_from(sorted(FILES)))
def test_parts_that_were_lost_or_changed_places_do_no_harm(one, other):
    _imported(zipped({name: data for name, data in FILES.items() if name != one}))
    _imported(zipped({**FILES, one: FILES[other]}))


# ---- nothing is lost ---------------------------------------------------------------------------

WORDS = st.text("abcdefgh\u00e9\u0627\u0628\u5317", min_size=1, max_size=6)
WRAPPED = (
    *(
        "{}",
        "<w:ins>{}</w:ins>",
        "<w:smartTag>{}</w:smartTag>",
        '<w:hyperlink r:id="a">{}</w:hyperlink>',
    ),
    *("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:bdo>{}</w:bdo>", "<w:odd>{}</w:odd>"),
    *('<w:fldSimple w:instr="TITLE">{}</w:fldSimple>', "<w:moveTo>{}</w:moveTo>"),
)
RUNS = st.builds(
    lambda words, props, around: around.format(r(words, props)),
    WORDS,
    st.sampled_from(("", "<w:b/>", "<w:i/>", "<w:rtl/>", lang("fr-FR"), lang("ar-MA", "bidi"))),
    st.sampled_from(WRAPPED),
)
PARAGRAPHS = st.builds(
    lambda runs, key: p(*runs, style=key),
    st.lists(RUNS, min_size=1, max_size=4),
    st.sampled_from(("", "Title", "Heading1", "Quote", "Caption", "Lead", "Subtitle")),
)
ITEMS = st.builds(item, WORDS, st.integers(1, 2), st.integers(0, 2))
TABLES = st.builds(
    lambda words, is_header: tbl(tr(*map(tc, words), header=is_header), tr(*map(tc, words))),
    st.lists(WORDS, min_size=1, max_size=3),
    st.booleans(),
)
NOTES = st.just(p("mot", call(1)))
BLOCKS = st.lists(st.one_of(PARAGRAPHS, ITEMS, TABLES, NOTES), min_size=1, max_size=8)


@MANY
@given(BLOCKS)
def test_every_word_of_a_document_is_in_its_draft_and_no_other(blocks):
    data = docx(*blocks, parts=OWN)
    text = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    written = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", text)
    draft = read_docx(data, name="a.docx")
    found = normal("".join(block.text for block in draft.blocks if block.text != "En-t\u00eate"))
    assert _letters(found) == _letters("".join(written))


@MANY
@given(BLOCKS)
def test_a_document_makes_a_release_that_reads_back_equal(blocks):
    _imported(docx(*blocks, parts=OWN))


def _letters(text: str) -> str:
    """Leave out spaces, and sort: a caption stands before its table, wherever it was."""
    return "".join(sorted(text.replace(" ", "")))
