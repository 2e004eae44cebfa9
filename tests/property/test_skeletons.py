"""Skeletons for translators: of any release, into any language."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from making import LANGS
from strategies import releases

from pressconv import model as m
from pressconv.readers.xml import NAMESPACE, read
from pressconv.resources import schema
from pressconv.skeletons import new_translation
from pressconv.walk import descendants
from pressconv.writers.xml import write_xml

MANY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
OTHERS = ("de", "bn", "tlh", "sw")
TARGETS = st.sampled_from((*LANGS, "zh-Hans", "en-GB", *OTHERS))
NS = f"{{{NAMESPACE}}}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# What every edition writes alike, and what names another edition.
KEPT = {"code", "original", "telephone", "email", "url", "slugline", "number", "status", "edition"}


def skeleton(release, lang):
    assume(lang != release.lang)
    return new_translation(release, lang)


def tree(data):
    return etree.fromstring(data, etree.XMLParser(remove_comments=True, collect_ids=False))


def local(element):
    return etree.QName(element).localname


@MANY
@given(releases(), TARGETS)
def test_a_skeleton_reads_and_follows_the_schema(release, lang):
    data = skeleton(release, lang)
    found = read(data).value
    assert read(write_xml(found)).value == found
    relax_ng = etree.RelaxNG.from_rnc_string(schema())
    relax_ng.assertValid(tree(data))


@MANY
@given(releases(), TARGETS)
def test_a_skeleton_has_the_ids_and_the_structure_of_its_source(release, lang):
    found = read(skeleton(release, lang)).value
    assert (found.id, found.lang) == (release.id, lang)
    assert ids(found) == ids(with_head_of(release, found))
    assert shape(found) == shape(with_head_of(release, found))


def with_head_of(release, other):
    """Return *release* with the editions and the translation of *other*."""
    own = replace(release.head, editions=other.head.editions, translation=other.head.translation)
    return replace(release, head=own)


def ids(release):
    return [node.id for node in descendants(release) if isinstance(node, m.Marked) and node.id]


def shape(release):
    """List the elements; a name may have lost its original, an address got a language."""
    return [
        local(element)
        for element in tree(write_xml(release)).iter(f"{NS}*")
        if local(element) != "original"
        and not (local(element) == "span" and "address" in map(local, element.iterancestors()))
    ]


@MANY
@given(releases(), st.sampled_from(OTHERS))
def test_no_word_of_the_source_is_text_of_the_translation(release, lang):
    for element in tree(skeleton(release, lang)).iter(f"{NS}*"):
        around = [element, *element.iterancestors()]
        if speaks(around) == lang and not KEPT & set(map(local, around)):
            texts = [element.text or "", *(child.tail or "" for child in element)]
            rest = "".join(texts).replace("[[\N{HORIZONTAL ELLIPSIS}]]", "")
            assert not any(unicodedata.category(one).startswith("L") for one in rest)


def speaks(around):
    return next(one.get(LANG) for one in around if one.get(LANG))


@MANY
@given(releases(), TARGETS)
def test_every_line_of_the_source_stands_in_the_skeleton(release, lang):
    data = skeleton(release, lang)
    source = replace(with_head_of(release, read(data).value), lang=lang, dir=None, version=None)
    lines, above = [], None
    for line in map(str.strip, data.decode().split("\n")):
        if line.startswith("<!-- <"):
            above = line.removeprefix("<!-- ").removesuffix(" -->").replace("&#x2D;", "-")
        elif line.startswith("<"):
            lines.append(above or line)
            above = None
    body = lines.index(next(one for one in lines if one.startswith("<body")))
    written = [line.strip() for line in write_xml(source).decode().split("\n")]
    expected = [line.replace("&#x2D;", "-") for line in written if line]
    assert lines[body:] == expected[-len(lines[body:]) :]
