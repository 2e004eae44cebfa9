"""The samples as they are heard: Chromium's accessibility tree, and pages without their styles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple
from itertools import pairwise

import pytest
from conftest import ROOT, SAMPLES, sample_name
from heard import Node, outline, spoken, target, tree
from hypothesis import Phase, given, settings
from outside_tools import in_chromium, require
from strategies import releases

from pressconv import Format, htmldoc
from pressconv.languages import NO_CHOICES, language
from pressconv.present import present
from pressconv.presentation import Presentation
from pressconv.reading import reading_text
from pressconv.text import normal
from pressconv.transforms import transforms
from pressconv.writers.html import write_html

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("samples")]

REVIEWED = [path for path in SAMPLES if path.parent.name != "2026-10-13-early-warning"]
REVIEWED += [path for path in SAMPLES if sample_name(path) == "2026-10-13-early-warning.en"]
NAMED = frozenset(
    "navigation region group table image link heading doc-endnotes doc-noteref doc-backlink".split()
)
HOLDING = frozenset("navigation region group note figure doc-endnotes article main".split())
FULL = frozenset("paragraph heading listitem link caption term definition figure note list".split())


@pytest.fixture(scope="module")
def answers(conversions, tmp_path_factory):
    """Return what Chromium says of each sample; one browser sees them all."""
    require("axe")
    folder = tmp_path_factory.mktemp("heard")
    files = []
    for path in SAMPLES:
        file = folder / f"{sample_name(path)}.html"
        file.write_bytes(conversions[path].files[Format.HTML])
        files.append(str(file))
    return dict(zip(SAMPLES, in_chromium("heard.mjs", files), strict=True))


@pytest.fixture(scope="module")
def pages(answers):
    return {path: tree(answer["tree"]) for path, answer in answers.items()}


@pytest.fixture(scope="module")
def texts(conversions):
    """Return the reading texts: `convert` has held each page against its release."""
    return {path: htmldoc.reading_text(conversions[path].files[Format.HTML]) for path in SAMPLES}


def everywhere(pages):
    for path, page in pages.items():
        for node in page.all():
            yield sample_name(path), node


# ---- the text ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_what_is_heard_is_the_reading_text(path, pages, texts):
    assert spoken(pages[path]) == texts[path]


@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_without_styles_the_lines_are_the_reading_text(path, answers, texts):
    lines = answers[path]["unstyled"]
    notes, blocks = [normal(line) for line in lines["notes"]], []
    for block in texts[path]:
        if notes and block == notes[0]:
            notes.pop(0)
        else:
            blocks.append(block)
    assert notes == []
    assert [normal(line) for line in lines["text"]] == blocks


def test_any_release_is_heard_as_it_reads(tmp_path):
    require("axe")
    shown: list[Presentation] = []

    @settings(max_examples=15, phases=[Phase.generate])
    @given(releases())
    def collect(release):
        for transform in transforms(NO_CHOICES):
            release = transform(release)
        shown.append(present(release))

    collect()
    files = [tmp_path / f"{number}.html" for number in range(len(shown))]
    for file, one in zip(files, shown, strict=True):
        file.write_bytes(write_html(one).data)
    answers = in_chromium("heard.mjs", list(map(str, files)))
    for one, answer in zip(shown, answers, strict=True):
        assert spoken(tree(answer["tree"])) == reading_text(one)


def test_style_sheets_add_no_words(answers):
    added = [what for answer in answers.values() for _, _, what in answer["generated"]]
    assert [what for what in added if any(map(str.isalnum, what.replace("::marker", "")))] == []


@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_at_320_pixels_blocks_stand_in_the_order_of_reading(path, answers):
    tops = answers[path]["tops"]
    pairs = pairwise(tops)
    assert [after for before, after in pairs if after[1] < before[1] - 1] == []
    assert len(tops) > 8


@pytest.mark.parametrize("path", REVIEWED, ids=sample_name)
def test_the_tree_is_as_reviewed(path, pages, golden):
    golden(
        ROOT / "tests" / "golden" / sample_name(path) / "expected.heard.txt", outline(pages[path])
    )


# ---- what a screen reader makes of it ------------------------------------------------------


def test_a_page_has_one_main_part_one_first_heading_and_no_jump_of_levels(pages):
    for path, page in pages.items():
        levels = [node.level for node in page.all() if node.role == "heading"]
        assert levels.count(1) == 1, path
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert [node.role for node in page.all()].count("main") == 1


def test_what_needs_a_name_has_one(pages):
    found = {(name, node.role) for name, node in everywhere(pages) if node.role in NAMED}
    assert {role for _, role in found} == NAMED
    assert [
        (name, node.role)
        for name, node in everywhere(pages)
        if node.role in NAMED and not normal(node.name)
    ] == []


def test_nothing_is_announced_that_holds_nothing(pages):
    assert [
        (name, astuple(node))
        for name, node in everywhere(pages)
        if node.role in FULL and not node.text.strip() and not any(one.name for one in node.all())
    ] == []


def test_no_container_says_what_its_content_says_at_once(pages):
    twice = []
    for name, node in everywhere(pages):
        inner = list(node.all())[1:]
        said = {normal(one.name or one.text) for one in inner[:3]}
        if node.role in HOLDING and node.name and normal(node.name) in said:
            twice.append((name, node.role, node.name))
    assert twice == []


def test_links_with_one_name_lead_to_one_place(pages):
    for path, page in pages.items():
        places = defaultdict(set)
        for node in page.all():
            if node.url and node.role != "image" and node.children:
                places[normal(node.name)].add(target(node))
        assert {name: found for name, found in places.items() if len(found) > 1} == {}, path
        assert len(places) > 1


def test_notes_are_called_and_called_back(pages):
    n_notes = 0
    for page in pages.values():
        roles = [node.role for node in page.all()]
        counts = {role: roles.count(role) for role in ("doc-noteref", "doc-footnote")}
        assert len(set(counts.values()) | {roles.count("doc-backlink")}) == 1
        n_notes += counts["doc-footnote"]
    assert n_notes > 10


def test_tables_have_headers_and_lists_have_items(pages):
    for name, node in everywhere(pages):
        inner = [one.role for one in node.all()]
        if node.role == "table":
            assert {"columnheader", "rowheader"} & set(inner), name
        if node.role == "list":
            assert {child.role for child in node.children} == {"listitem"}, name


def test_what_only_screen_readers_say_is_in_the_language_of_the_page(pages):
    seen = 0
    for path, page in pages.items():
        rules = language(path.stem)
        labels = {*astuple(rules.labels), rules.formats.label}
        for node in page.all():
            if node.role in {"navigation", "region", "group", "note", "doc-endnotes"} and node.name:
                assert node.name in labels, path
                seen += 1
    assert seen > 100


def test_the_outline_shows_what_is_heard():
    note = Node("doc-noteref", "Note 1", url="file:///a/b.html#n", children=(Node("text", "1"),))
    words = (Node("text", "Of "), Node("Abbr", children=(Node("text", "UN"),)), note)
    page = Node("main", children=(Node("heading", "T", 1, "", (Node("text", "T"),)),))
    assert outline(page) == "main\n  heading 1: T\n"
    assert outline(Node("paragraph", children=words)) == (
        'paragraph: Of [Abbr: UN][doc-noteref "Note 1": 1 → #n]\n'
    )
