"""The reader and the writer of canonical XML, held against each other and against the schema."""

from __future__ import annotations

import re
import unicodedata
from copy import deepcopy
from functools import cache

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from making import ADDRESSES, PIECES
from strategies import releases

from pressconv import model as m
from pressconv.errors import ReadError
from pressconv.problems import CODES, READER
from pressconv.readers.xml import NAMESPACE, read
from pressconv.readers.xml.vocabulary import VOCABULARY
from pressconv.resources import schema
from pressconv.text import inline_text
from pressconv.walk import descendants
from pressconv.writers.xml import write_xml

MANY = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
NS = f"{{{NAMESPACE}}}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SPACE = re.compile("[ \t\r\n]+")


@cache
def relax_ng() -> etree.RelaxNG:
    return etree.RelaxNG.from_rnc_string(schema())


def tree(data: bytes) -> etree._Element:
    # xml:id stands for itself here: libxml2 stops at a second equal one otherwise.
    return etree.fromstring(data, etree.XMLParser(collect_ids=False, no_network=True))


def codes(data: bytes) -> set[str]:
    """Return the codes of what the reader refuses in *data*."""
    try:
        read(data)
    except ReadError as error:
        found = {problem.code for problem in error.problems}
        assert found <= set(CODES)
        return found
    return set()


# ---- the writer ------------------------------------------------------------------------------


@MANY
@given(releases())
def test_what_is_written_reads_back_equal(release):
    assert read(write_xml(release)).value == release


@MANY
@given(releases())
def test_what_is_written_follows_the_schema(release):
    relax_ng().assertValid(tree(write_xml(release)))


@MANY
@given(releases())
def test_writing_what_was_read_gives_the_same_bytes(release):
    data = write_xml(release)
    assert write_xml(read(data).value) == data


def test_every_node_of_the_model_is_made():
    seen: set[str] = set()

    @settings(MANY, max_examples=200)
    @given(releases())
    def collect(release):
        seen.update(type(node).__name__ for node in descendants(release))

    collect()
    nodes = {name for name, kind in vars(m).items() if hasattr(kind, "__dataclass_fields__")}
    assert nodes - seen == {"Marked"}


# ---- white space and characters ----------------------------------------------------------------

RAW = st.lists(st.sampled_from([*PIECES, "\t", "\n  ", "\r", "<em>", "</em>"]), max_size=12)


def nested(pieces: list[str]) -> str:
    """Return XML of *pieces*, with as many end tags as start tags, in their order."""
    written, depth = [], 0
    for piece in pieces:
        if piece == "</em>":
            if depth:
                written.append(piece)
                depth -= 1
        elif piece == "<em>":
            written.append(piece)
            depth += 1
        else:
            written.append(piece.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(written) + "</em>" * depth


@settings(MANY, max_examples=400)
@given(RAW)
@example(["a ", "<em>", " b ", "</em>", " c"])
def test_white_space_collapses_over_a_block_as_if_it_had_no_elements(pieces):
    raw = "".join(piece for piece in pieces if not re.fullmatch("</?em>", piece))
    read_back = read(minimal(f"<p>x{nested(pieces)}</p>")).value.body.content[0]
    assert isinstance(read_back, m.Paragraph)
    collapsed = SPACE.sub(" ", f"x{raw}").strip(" ")
    found = inline_text(read_back.children)
    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", collapsed)


def minimal(body: str, *, head: str = "") -> bytes:
    return (
        f'<release xmlns="{NAMESPACE}" id="r" xml:lang="fr"><head><headline>T</headline>{head}'
        f"</head><body>{body}</body></release>"
    ).encode()


# ---- the reader against the schema -------------------------------------------------------------

VALUES = (
    *("", " ", "1", "0", "-1", "+7", "007", "1001", "99999999999", "1.5", ".5", "5.", "1e3", "a b"),
    *(
        "true",
        "1 ",
        " true\t",
        "ltr",
        "auto",
        "fr",
        "FR-fr",
        "fr_FR",
        "x",
        "a-b",
        "toolonglanguage",
    ),
    *("fr en", "fr\u00a0en", "en-GB-oed", "i-klingon", "zh-yue-Hant-HK-u-co-pinyin", "body", "p1"),
    *("2018-06-26", "2018-06-26Z", "2018-02-30", "0000-01-01", "-2018-06-26", "12018-06-26"),
    *("2018-06-26T10:00:00", "2018-06-26T10:00", "2018-06-26T24:00:00", "2018-06-26T24:00:01"),
    *("2018-06-26T10:00:00Z", "2018-06-26T10:00:00+14:00", "2018-06-26T10:00:00+14:01"),
    *("2018-06-26T10:00:00.1234567", "2018-06-26T23:59:60Z", "9999-12-31T24:00:00", "24:00:00"),
    *("9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2018-06-26T10:00:00.5-03:30"),
    *("PT5S", "P", "PT", "-PT5S", "P1Y2M3DT4H5M6.7S", "PT9999999999S", "P1S", "immediate"),
    *(
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "http://",
        "http:///x",
        "a:b",
        ":",
    ),
    *(
        "http://[x]/",
        "http://[::1]/",
        "a[b]",
        "%zz",
        "%41",
        "a#b#c",
        "http://h:99999/",
        "http://h:x",
    ),
    *(
        "http://h:/",
        "//",
        "///",
        "?",
        "#",
        "http://a@b/",
        "http://a@b@c/",
        "\\x",
        "a\u202eb",
        "1:b",
    ),
    *(
        "mailto:",
        "tel:+1 2",
        "http://é/è",
        "/\U0001f600",
        "urn:x",
        "a\u0085b",
        "usable",
        "\u200eusable",
    ),
    *(
        "é",
        "1a",
        "a:b",
        "a\u0300",
        "\u0e40\u0e01",
        "ŉ",
        "r",
        "R",
        "r/s",
        "..",
        "immediate\n",
        "²",
        "٣",
    ),
    *ADDRESSES,
)
NAMES = (
    *("id", "version", "dir", "key", "until", "when", "href", "hreflang", "kind", "start", "to"),
    *("numbering", "src", "decorative", "scope", "column-span", "row-span", "align", "duration"),
    *("cite", "speaker", "value", "unit", "from", "authoritative", "method", "source", "scheme"),
    *("source-version", "to-version", "audience", "type", "code", "translator", "other"),
    *(f"{XML}id", f"{XML}lang", f"{XML}space", f"{NS}when", "{urn:x}when"),
)
TEXTS = ("x", " ", "\n", "\u00a0", "\u200e", "usable", "http://a b/", "\u2067", "\u2069", "\u0085")
ELEMENTS = tuple(sorted(VOCABULARY))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Make a release, then rename, drop, double, move or change parts of it."""
    root = tree(write_xml(draw(releases())))
    for _ in range(draw(st.integers(1, 3))):
        nodes = list(root.iter())
        node = nodes[draw(st.integers(0, len(nodes) - 1))]
        other = nodes[draw(st.integers(0, len(nodes) - 1))]
        DAMAGES[draw(st.sampled_from(sorted(DAMAGES)))](draw, node, other)
    return etree.tostring(root, encoding="UTF-8")


def rename(draw, node, other):
    space = draw(st.sampled_from((NS, NS, NS, "", "{urn:x}")))
    node.tag = space + draw(st.sampled_from(ELEMENTS))


def drop(draw, node, other):
    if node.getparent() is not None:
        node.getparent().remove(node)


def double(draw, node, other):
    if node.getparent() is not None:
        node.addnext(deepcopy(node))


def move(draw, node, other):
    if node.getparent() is not None and node not in other.iterancestors() and node is not other:
        other.insert(draw(st.integers(0, len(other))), node)


def put_in(draw, node, other):
    new = etree.Element(NS + draw(st.sampled_from(ELEMENTS)))
    new.text = draw(st.sampled_from((None, "x")))
    node.insert(draw(st.integers(0, len(node))), new)


def drop_attribute(draw, node, other):
    if node.attrib:
        del node.attrib[draw(st.sampled_from(sorted(node.attrib)))]


def change_attribute(draw, node, other):
    if node.attrib:
        name = draw(st.sampled_from(sorted(node.attrib)))
        node.set(name, draw(st.sampled_from(VALUES)))


def add_attribute(draw, node, other):
    node.set(draw(st.sampled_from(NAMES)), draw(st.sampled_from(VALUES)))


def add_text(draw, node, other):
    node.text = (node.text or "") + draw(st.sampled_from(TEXTS))


def add_tail(draw, node, other):
    if node.getparent() is not None:
        node.tail = (node.tail or "") + draw(st.sampled_from(TEXTS))


def change_text(draw, node, other):
    node.text = draw(st.sampled_from((*TEXTS, *VALUES)))


DAMAGES = {
    function.__name__: function
    for function in (
        *(rename, drop, double, move, put_in, drop_attribute, change_attribute, add_attribute),
        *(add_text, add_tail, change_text),
    )
}


def hold_against_the_schema(data: bytes) -> None:
    found = codes(data)
    if relax_ng().validate(tree(data)):
        assert found <= set(READER), data.decode()
    else:
        assert found, f"{relax_ng().error_log}\n{data.decode()}"


@settings(MANY, max_examples=400)
@given(damaged())
def test_the_reader_refuses_what_the_schema_refuses_and_says_why_it_refuses_more(data):
    hold_against_the_schema(data)


@pytest.mark.parametrize(
    "template",
    [
        '<p><a href="{}">x</a></p>',
        '<p xml:lang="{}">x</p>',
        '<p xml:id="{}">x</p>',
        '<p xml:id="body"><time when="{}">x</time></p>',
        '<p><num value="{}">x</num></p>',
        '<list start="{}"><item>x</item></list>',
        '<table><caption>x</caption><rows><row><cell column-span="{}"/></row></rows></table>',
        '<media kind="video" href="x" duration="{}"/>',
        '<p xml:id="body"><ref to="{}">x</ref></p>',
        '<p dir="{}">x</p>',
        '<figure><image src="{}" decorative="true"/></figure>',
        '<figure><image src="x" decorative="{}"/></figure>',
        '<p><name>x<original xml:lang="{}">y</original></name></p>',
    ],
)
def test_every_value_in_the_body_is_held_against_the_schema(template):
    for value in VALUES:
        hold_against_the_schema(minimal(template.format(escaped(value))))


@pytest.mark.parametrize(
    "template",
    [
        '<distribution key="embargoed" until="{}"/>',
        '<issued when="{}"/>',
        '<subject scheme="{}"/>',
        "<status>{}</status>",
        '<edition hreflang="{}"/>',
        '<translation from="en" authoritative="{}" method="human" source-version="1"/>',
        '<translation from="en" authoritative="fr" method="human" source-version="{}"/>',
    ],
)
def test_every_value_in_the_head_is_held_against_the_schema(template):
    for value in VALUES:
        hold_against_the_schema(minimal("<p>x</p>", head=template.format(escaped(value))))


def escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "&#10;")


def test_the_reader_knows_the_names_of_the_schema():
    assert set(re.findall(r"element ([a-z]+) *\{", schema())) == VOCABULARY


# ---- any bytes ---------------------------------------------------------------------------------


@settings(MANY, max_examples=300)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    codes(data)


@settings(MANY, max_examples=300)
@given(
    releases().map(write_xml),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 9), st.binary(max_size=4)), max_size=4),
)
def test_a_release_with_other_bytes_in_it_is_read_or_refused(data, changes):
    for start, length, new in changes:
        at = start % len(data)
        data = data[:at] + new + data[at + length :] or b"<"
    codes(data)


@pytest.mark.parametrize("encoding", ["idna", "punycode", "undefined", "unicode_escape", "utf-7"])
def test_a_codec_that_is_no_encoding_is_unknown(encoding):
    assert codes(f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode()) == {"encoding"}
