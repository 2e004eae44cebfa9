"""The map of a plain text covers it, and gives the reading text back, for any release."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wrapping import wrap

from pressconv import model as m
from pressconv.linebreak import cells
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.reading import reading_text
from pressconv.text import is_blank, normal
from pressconv.walk import descendants
from pressconv.writers.text import TextOptions, write_text

SAMPLES = sorted(Path(__file__).parents[2].glob("samples/*/*.xml"))
WIDTHS = [0, 20, 33, 72, 120]
LANGUAGES = ["fr", "ar", "ru", "en", "ja", "zh-Hant", "th", "he"]

# ---- releases ------------------------------------------------------------------------------

letters = st.sampled_from(
    "a b\u00e9 \u202f!e\u0301 \u0301 - /. \u00a0 « » ( ) \u0645\u064e\u0644 \u200c \u05d0 \u0436 "
    "\u56fd\u52a1\u9662\uff0c \u30ad\u30e3 \u0e01\u0e23\u0e30 \U0001f600\u200d \u00ad 1 2 \u3000"
)
words = st.text(letters, min_size=1, max_size=60).filter(lambda text: not is_blank(text))
texts = st.builds(m.Text, words.map(lambda text: unicodedata.normalize("NFC", text)))
addresses = st.sampled_from(
    [
        "https://example.org/" + "a-b/" * 12,
        "mailto:a@example.org",
        "tel:+331",
        "https://b.example/",
        "#s",
    ]
)
plain = st.lists(texts | st.just(m.LineBreak()), min_size=1, max_size=3).map(tuple)
inline = (
    texts
    | st.builds(m.Link, href=addresses, children=texts.map(lambda text: (text,)))
    | st.builds(m.Footnote, children=plain.map(lambda nodes: (m.Text("n"), *nodes)))
    | st.builds(m.Emphasis, children=plain)
    | st.builds(m.Quotation, children=plain)
    | st.builds(m.Superscript, children=st.just((m.Text("2"),)))
    | st.just(m.LineBreak())
)
inlines = st.lists(inline, min_size=1, max_size=5).map(lambda nodes: (m.Text("x"), *nodes))
running = st.builds(m.Running, children=inlines)
images = st.builds(
    m.Image,
    src=st.just("a.png"),
    alt=st.just(m.Decorative()) | st.builds(m.Alternative, children=texts.map(lambda t: (t,))),
)


@st.composite
def tables(draw):
    n_columns = draw(st.integers(1, 5))
    align = st.sampled_from([None, *m.Align])
    cell = st.builds(m.Cell, content=running | st.just(m.Running(())) | blocks_inside, align=align)
    header = st.builds(m.HeaderCell, content=running, align=align)
    row = st.lists(cell, min_size=n_columns, max_size=n_columns)
    head = st.lists(header, min_size=n_columns, max_size=n_columns)
    whole = st.builds(m.Cell, content=running, column_span=st.just(n_columns)).map(lambda c: [c])
    rows = st.lists((row | whole).map(lambda cells: m.Row(tuple(cells))), min_size=1, max_size=3)
    return m.Table(
        caption=draw(inlines),
        head=tuple(m.Row(tuple(cells)) for cells in draw(st.lists(head, max_size=1))),
        bodies=(tuple(draw(rows)),),
        note=draw(inlines | st.just(())),
    )


def holding(inner):
    content = st.lists(inner, min_size=1, max_size=3).map(tuple)
    items = st.lists(st.builds(m.Item, running | content), min_size=1, max_size=3).map(tuple)
    return (
        st.builds(m.Quote, blocks=content, attribution=inlines | st.just(()))
        | st.builds(m.Speech, speaker=inlines, blocks=content)
        | st.builds(m.Remark, title=inlines | st.just(()), blocks=content)
        | st.builds(m.List, items=items, kind=st.sampled_from(m.ListKind), start=st.integers(0, 30))
        | st.builds(m.Figure, image=images, caption=inlines | st.just(()), description=content)
        | st.builds(
            m.Media,
            kind=st.sampled_from(m.MediaKind),
            href=addresses,
            title=plain,
            poster=st.none() | images,
            transcript=st.none() | content | st.just("https://example.org/transcript"),
        )
        | st.builds(
            m.Definitions,
            entries=st.builds(
                m.Entry,
                terms=st.builds(m.Term, inlines).map(lambda one: (one,)),
                definitions=st.builds(m.Definition, running | content).map(lambda one: (one,)),
            ).map(lambda one: (one,)),
        )
    )


leaves = (
    st.builds(m.Paragraph, inlines)
    | st.just(m.Separator())
    | st.builds(m.Verse, st.lists(st.builds(m.Line, inlines), min_size=1, max_size=3).map(tuple))
)
blocks_inside = st.lists(leaves, min_size=1, max_size=2).map(tuple)
blocks = st.recursive(leaves | tables(), holding, max_leaves=6)
sections = st.builds(m.Section, title=inlines, blocks=st.lists(blocks, max_size=2).map(tuple))
releases = st.builds(
    m.Release,
    id=st.just("r"),
    lang=st.sampled_from(LANGUAGES),
    head=st.builds(m.Head, headline=inlines, byline=inlines | st.just(())),
    body=st.builds(m.Body, st.lists(blocks | sections, min_size=1, max_size=4).map(tuple)),
)


def presentations():
    return releases.map(present)


# ---- laws ----------------------------------------------------------------------------------


def furniture_words(presentation):
    """Return what furniture may say: labels, addresses, other editions, headers as labels."""
    labels = presentation.labels
    said = [labels.notes, labels.languages, labels.abstract, presentation.endmark]
    said += [words for one in presentation.editions for words in (one.name, one.title, one.href)]
    said += presentation.references
    for node in descendants(presentation.parts):
        if isinstance(node, m.HeaderCell):
            said.append("".join(one.value for one in descendants(node) if isinstance(one, m.Text)))
    return normal(" ".join(said))


def is_one_word(line, width, locale):
    """Say whether nothing can be broken in *line*, whatever stands before its words."""
    bare = line.lstrip(" >|-\N{EM DASH}\u00a0")
    return len(wrap(bare, width=1, locale=locale)) <= 2 or "://" in bare or width == 0


def assert_lawful(presentation, width):
    text = write_text(presentation, TextOptions(width=width))
    assert text.value.endswith("\n")
    assert unicodedata.is_normalized("NFC", text.value)
    at = 0
    for span in text.spans:
        assert span.start == at < span.end
        at = span.end
    assert at == len(text.value)
    assert text.blocks() == reading_text(presentation)
    return text


@given(presentations(), st.sampled_from(WIDTHS))
def test_the_map_covers_the_file_and_gives_the_reading_text_back(presentation, width):
    assert_lawful(presentation, width)


@given(presentations(), st.sampled_from([40, 72]))
def test_no_line_is_wider_than_asked_unless_it_is_one_word(presentation, width):
    text = write_text(presentation, TextOptions(width=width))
    for line in text.value.splitlines():
        assert cells(line) <= width or is_one_word(line, width, presentation.lang), line


@given(presentations())
def test_the_same_release_gives_the_same_text(presentation):
    assert write_text(presentation) == write_text(presentation)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("width", WIDTHS)
def test_a_sample_obeys_the_laws(path, width):
    presentation = present(read(path.read_bytes(), name=path.name).value)
    text = assert_lawful(presentation, width)
    if width:
        for line in text.value.splitlines():
            assert cells(line) <= width or is_one_word(line, width, presentation.lang), line


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_furniture_of_a_sample_says_nothing_of_its_own(path):
    presentation = present(read(path.read_bytes(), name=path.name).value)
    text = write_text(presentation)
    allowed = furniture_words(presentation)
    for span in text.spans:
        if span.block is None:
            said = text.value[span.start : span.end]
            for word in "".join(one if one.isalpha() else " " for one in said).split():
                assert word in allowed or is_list_letter(word), said


def is_list_letter(word):
    return len(word) == 1 or set(word) <= set("ivxlc")
