"""The page of any release has its structure, languages and text, as a browser reads it."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import html5lib
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from making import ADDRESSES
from strategies import releases

from pressconv import htmldoc
from pressconv import model as m
from pressconv.languages.tags import direction
from pressconv.present import present
from pressconv.readers.xml import values
from pressconv.reading import reading_text
from pressconv.text import BREAKING, inline_text, normal
from pressconv.walk import children, descendants
from pressconv.writers.html import write_fragment, write_html

MANY = settings(
    max_examples=60,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SCOPES = {
    m.Scope.COLUMN: "col",
    m.Scope.ROW: "row",
    m.Scope.COLUMN_GROUP: "colgroup",
    m.Scope.ROW_GROUP: "rowgroup",
}
# What stands on a page and is no content: ways through it, and marks that count.
FURNITURE = {"doc-noteref", "doc-backlink", "doc-endnotes"}


def shown(release):
    return present(release)


def parsed(page):
    """Parse a page as browsers do; what is nested wrongly they mend, and report."""
    bare = re.sub(rb"<style.*?</style>", b"", page.data, flags=re.DOTALL)
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(bare)
    assert parser.errors == []
    return root


def main(root):
    (found,) = root.iter("main")
    return found


def elements(root, *names):
    return [one for one in root.iter() if one.tag in names]


def words(element):
    """Return the words of an element: no marks that count, no readings."""

    def pieces(node):
        if node.get("role") not in FURNITURE:
            yield " " if node.tag == "br" else node.text or ""
            for child in node:
                if child.tag not in {"rt", "rp"}:
                    yield from pieces(child)
                yield child.tail or ""

    return normal("".join(pieces(element)))


# ---- structure -----------------------------------------------------------------------------


def part_structure(part):
    if part.title:
        yield ("heading", 2, normal(inline_text(part.title)))
        yield from structure(part.title, 3)
    yield from structure(part.content, 3 if part.title else 2)


def structure(node, level):
    """Yield headings, lists, tables and links of nodes of the model, in reading order."""
    match node:
        case tuple():
            for one in node:
                yield from structure(one, level)
        case m.Section(title, blocks):
            yield ("heading", level, normal(inline_text(title)))
            yield from structure(title, level)
            yield from structure(blocks, level + 1)
        case m.List(items, kind, start):
            first = start if kind is m.ListKind.ORDERED else 1
            yield ("list", kind.value, first, [[*structure(one.content, level)] for one in items])
        case m.Definitions(entries):
            yield (
                "definitions",
                [
                    ([[*structure(one, level)] for one in entry.terms])
                    + ["means"]
                    + [[*structure(one, level)] for one in entry.definitions]
                    for entry in entries
                ],
            )
        case m.Table(caption, head, bodies, foot, note):
            yield from structure(caption, level)
            groups = [("thead", head), *(("tbody", body) for body in bodies), ("tfoot", foot)]
            yield (
                "table",
                [
                    (name, [[cell(one, name, level) for one in row.cells] for row in rows])
                    for name, rows in groups
                    if rows
                ],
            )
            yield from structure(note, level)
        case m.Link(href, label):
            yield ("link", href, normal(inline_text(label)))
        case m.Reference(to, label):
            yield ("link", f"#{to}", normal(inline_text(label)))
        case m.Footnote():
            pass
        case m.Media(title=title, poster=poster, transcript=transcript, credit=credit):
            assert poster is None or isinstance(poster, m.Image)
            yield from structure(title, level)
            if isinstance(transcript, tuple):
                yield from structure(transcript, level)
            yield from structure(credit, level)
        case _:
            for one in children(node):
                yield from structure(one, level)


def cell(one, group, level):
    name, scope = "td", None
    if isinstance(one, m.HeaderCell):
        name = "th"
        spans = one.column_span if group == "thead" else one.row_span
        by_place = ("col" if group == "thead" else "row") + ("group" if spans > 1 else "")
        scope = SCOPES[one.scope] if one.scope else by_place
    return (name, one.column_span, one.row_span, scope, [*structure(one.content, level)])


def page_structure(element):
    """Yield the same of an element of the page."""
    tag = element.tag
    if element.get("role") in FURNITURE:
        return
    if tag in HEADINGS:
        yield ("heading", int(tag[1]), words(element))
        yield from inside(element)
    elif tag in {"ul", "ol"}:
        assert {child.tag for child in element} == {"li"}
        kind = "ordered" if tag == "ol" else "unordered"
        yield ("list", kind, int(element.get("start", 1)), [[*inside(one)] for one in element])
    elif tag == "dl":
        yield ("definitions", [entry(one) for one in element])
    elif tag == "table":
        yield from inside(element.find("caption"))
        groups = [one for one in element if one.tag != "caption"]
        rows = [(one.tag, [[page_cell(each) for each in row] for row in one]) for one in groups]
        yield ("table", rows)
    elif tag == "a":
        yield ("link", element.get("href"), words(element))
    else:
        yield from inside(element)


def inside(element):
    for child in element:
        yield from page_structure(child)


def entry(group):
    assert group.tag == "div"
    tags = [one.tag for one in group]
    assert tags == sorted(tags, reverse=True), "terms, then what they mean"
    found: list[object] = [[*inside(one)] for one in group]
    found.insert(tags.count("dt"), "means")
    return found


def page_cell(one):
    spans = int(one.get("colspan", 1)), int(one.get("rowspan", 1))
    return (one.tag, *spans, one.get("scope"), [*inside(one)])


@MANY
@given(releases())
def test_headings_lists_tables_and_links_are_those_of_the_release(release):
    presentation = shown(release)
    root = parsed(write_html(presentation))
    expected = [("heading", 1, normal(inline_text(presentation.headline)))]
    expected += structure(presentation.headline, 2)
    expected += structure(presentation.subheadline, 2)
    for line in presentation.letterhead:
        expected += structure(line.content, 2)
    for part in presentation.parts:
        expected += part_structure(part)
    assert [*page_structure(main(root))] == expected


# ---- languages and directions --------------------------------------------------------------


def spoken(node, lang, dir_, notes):
    """Yield the characters of nodes of the model with their language and direction.

    What the *notes* of the nodes say is put there instead.
    """
    lang, dir_ = marked(node, lang, dir_)
    match node:
        case tuple():
            for one in node:
                yield from spoken(one, lang, dir_, notes)
        case m.Text(value):
            yield value, lang, dir_
        case m.Abbreviation(text=value) | m.Code(text=value) | m.Number(text=value):
            yield value, lang, dir_
        case m.Alternative():
            # An attribute has one language, whatever its parts are.
            yield inline_text(node.children), lang, dir_
        case m.Footnote(said):
            notes.append(merged(spoken(said, lang, dir_, [])))
        case m.Name(said) | m.Ruby(said):
            yield from spoken(said, lang, dir_, notes)
        case _:
            for one in children(node):
                yield from spoken(one, lang, dir_, notes)


def marked(node, lang, dir_):
    own_lang, own_dir = getattr(node, "lang", None), getattr(node, "dir", None)
    return own_lang or lang, own_dir or (direction(own_lang) if own_lang else dir_)


def page_spoken(element, lang, dir_):
    """Yield the same of an element of the page."""
    lang, dir_ = element.get("lang", lang), element.get("dir", dir_)
    if (
        element.get("role") in FURNITURE
        or element.get("aria-hidden")
        or element.tag in {"rt", "rp"}
    ):
        return
    yield element.get("alt", "") if element.tag == "img" else element.text or "", lang, dir_
    for child in element:
        yield from page_spoken(child, lang, dir_)
        yield child.tail or "", lang, dir_


def merged(runs):
    """Join runs of one language and direction, without the spaces between blocks."""
    found: list[tuple[str, str, str]] = []
    for run, lang, dir_ in runs:
        bare = BREAKING.sub("", run)
        if bare and found and found[-1][1:] == (lang, dir_):
            found[-1] = (found[-1][0] + bare, lang, dir_)
        elif bare:
            found.append((bare, lang, dir_))
    return found


@MANY
@given(releases())
def test_every_character_says_its_language_and_direction(release):
    presentation = shown(release)
    root = parsed(write_html(presentation))
    around = (presentation.lang, presentation.dir)
    notes: list[object] = []
    lang, side = around
    expected = [*spoken(presentation.headline, lang, side, notes)]
    expected += spoken(presentation.subheadline, lang, side, notes)
    for line in presentation.letterhead:
        own_lang, own_side = marked(line, lang, side)
        expected += spoken(line.content, own_lang, own_side, notes)
    for part in presentation.parts:
        own_lang, own_side = marked(part, lang, side)
        expected += spoken(part.title, own_lang, own_side, notes)
        expected += spoken(part.content, own_lang, own_side, notes)
    html = root.attrib["lang"], root.attrib["dir"]
    assert html == around
    assert merged(page_spoken(main(root), *html)) == merged(expected)
    ends = [one for one in root.iter() if one.get("role") == "doc-footnote"]
    assert [merged(page_spoken(one, *html)) for one in ends] == notes


# ---- text, names and links -----------------------------------------------------------------


@MANY
@given(releases())
def test_a_page_gives_its_reading_text_back(release):
    presentation = shown(release)
    assert htmldoc.reading_text(write_html(presentation).data) == reading_text(presentation)


@MANY
@given(releases())
def test_names_are_unique_and_every_link_inside_the_page_has_its_target(release):
    root = parsed(write_html(shown(release)))
    names = Counter(one.get("id") for one in root.iter() if one.get("id") is not None)
    assert [name for name, n_times in names.items() if n_times > 1] == []
    # The addresses of the releases that hypothesis makes have fragments of their own.
    inside = {one.get("href", "") for one in root.iter("a")} - set(ADDRESSES)
    assert {href for href in inside if href.startswith("#")} <= {f"#{name}" for name in names}


@MANY
@given(releases())
def test_an_id_that_a_page_adds_is_none_that_a_release_can_have(release):
    presentation = shown(release)
    own = {getattr(one, "id", None) for one in descendants(release)}
    prefix = f"{release.id}-{release.lang}-"
    for data, before in (
        (write_html(presentation).data, ""),
        (write_fragment(presentation).data, prefix),
    ):
        ids = [name for one in html5lib.parse(data.decode()).iter() if (name := one.get("id"))]
        assert len(ids) == len(set(ids))
        for added in {one.removeprefix(before) for one in ids} - own:
            with pytest.raises(ValueError, match="a letter or '_'"):
                values.name(added)


@MANY
@given(releases())
def test_no_heading_level_is_skipped_and_h1_and_main_are_there_once(release):
    root = parsed(write_html(shown(release)))
    levels = [int(one.tag[1]) for one in root.iter() if one.tag in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert len([*root.iter("main")]) == 1
