"""Releases typed in Word → releases: facts, text, languages and structure come back."""

from __future__ import annotations

import pytest
from as_word import as_word
from conftest import SAMPLES, sample_name
from word import coded, docx, p, picture, png, r

from pressconv import model as m
from pressconv.errors import InputError
from pressconv.importing import import_docx
from pressconv.model import DistributionKey
from pressconv.readers.xml import read
from pressconv.text import inline_text, normal
from pressconv.walk import descendants
from pressconv.writers.xml import write_xml

# The rich release has the letterhead of its own house.
PLAIN = [path for path in SAMPLES if path.parent.name != "2026-03-12-plan-littoral"]
RICH = [path for path in SAMPLES if path.parent.name == "2026-03-12-plan-littoral"]


def sample(path):
    return read(path.read_bytes()).value


def words(node):
    """Return the text without its spaces: parts that end differently are joined differently."""
    nodes = node if isinstance(node, tuple) else (node,)
    return "".join(
        one.value if isinstance(one, m.Text) else one.text
        for outer in nodes
        for one in descendants(outer)
        if isinstance(one, m.Text | m.Code | m.Number | m.Abbreviation)
    ).replace(" ", "")


def names(head):
    issuers = [(one.organization, *one.units) for one in head.issuers]
    return [normal(inline_text(name)) for issuer in issuers for name in issuer]


def languages(node):
    """Return what is marked as another language, word for word."""
    return [
        (one.lang, normal(inline_text(one.children)))
        for one in descendants(node)
        if isinstance(one, m.Span) and one.lang
    ]


@pytest.mark.parametrize("path", PLAIN, ids=sample_name)
def test_a_sample_typed_in_word_comes_back(path):
    release = sample(path)
    made = import_docx(as_word(release), name=path.name)
    found = made.value
    assert found.lang == release.lang
    assert inline_text(found.head.headline) == normal(inline_text(release.head.headline))
    assert found.head.issued == release.head.issued
    assert names(found.head) == names(release.head)
    assert found.head.distribution == m.Distribution(DistributionKey.IMMEDIATE)
    # The first line of a script without full stops may pass for a subheadline.
    assert words(found.head.subheadline) + words(found.body) == words(release.body)
    marked = {one for part in (*found.head.subheadline, found.body) for one in languages(part)}
    assert marked >= set(languages(release.body))


@pytest.mark.parametrize("path", RICH, ids=sample_name)
def test_a_rich_sample_typed_in_word_keeps_sections_lists_tables_and_figures(path):
    release = sample(path)
    found = import_docx(as_word(release), name=path.name).value
    for kind in (m.Section, m.Table, m.Figure, m.Footnote, m.Link):
        assert len(all_of(kind, found)) == len(all_of(kind, release)), kind
    assert list(map(grid, all_of(m.Table, found))) == list(map(grid, all_of(m.Table, release)))
    assert read(write_xml(found)).value == found


def all_of(kind, release):
    return [one for one in descendants(release.body) if isinstance(one, kind)]


def grid(table):
    """Return the caption, and the spans and words of all cells."""
    return words(table.caption), [
        [(cell.column_span, cell.row_span, words(cell)) for cell in row.cells]
        for rows in (table.head, *table.bodies, table.foot)
        for row in rows
    ]


def test_an_image_is_named_after_the_release():
    made = import_docx(
        docx(
            p("A headline of words", style="Title"),
            p("A sentence of words."),
            p(picture("i", "a bridge")),
            images={"i": png()},
        ),
        id="visit",
        lang="en",
    )
    (image,) = (one for one in descendants(made.value) if isinstance(one, m.Image))
    assert list(made.images) == [image.src] == ["visit.en.1.png"]


@pytest.mark.parametrize("style", ["Title", "Heading1"])
def test_a_label_set_as_the_title_is_none(style):
    made = import_docx(
        docx(
            p("PRESS RELEASE", style="Title"),
            p("A headline of words", style=style),
            p("A sentence of words, and of no others, that is long enough to be the text. " * 2),
        ),
        lang="en",
    )
    head = made.value.head
    assert (inline_text(head.headline), head.genre) == (
        "A headline of words",
        m.Genre(m.GenreKey.PRESS_RELEASE),
    )


def test_a_second_title_is_a_subheadline():
    made = import_docx(
        docx(
            p("A headline of words", style="Title"),
            p("and what follows of it", style="Title"),
            p("26 June 2018"),
            p("A sentence of words, and of no others, that is long enough to be the text. " * 2),
        ),
        lang="en",
    )
    head = made.value.head
    assert inline_text(head.subheadline) == "and what follows of it"
    assert head.issued


def test_the_issuer_may_stand_at_the_head_of_the_pages():
    made = import_docx(
        docx(
            p("A headline of words", style="Title"),
            p("A sentence of words, and of no others."),
            header=p("Ministry of Transport") + p("Building bridges since 1901"),
        ),
        lang="en",
    )
    assert names(made.value.head) == ["Ministry of Transport"]
    assert [one.text for one in made.dropped] == ["Building bridges since 1901"]


def test_a_document_without_words_is_refused():
    with pytest.raises(InputError, match="no words"):
        import_docx(docx(p()))


def test_a_relative_link_is_resolved():
    data = docx(p("Words ", coded('HYPERLINK "annex.pdf"', r("annex"))))
    made = import_docx(data, url="https://example.org/a/").value
    hrefs = {one.href for one in descendants(made) if isinstance(one, m.Link)}
    assert hrefs == {"https://example.org/a/annex.pdf"}
