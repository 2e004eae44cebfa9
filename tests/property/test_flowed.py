"""Flowed text: a reader of e-mail gets the paragraphs of unflowed text, in lines that fit."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from flowed import paragraphs
from hypothesis import given
from hypothesis import strategies as st
from strategies import releases
from text_laws import ISOLATES, NAMES, assert_read_back, is_balanced, samples, shown

from pressconv import model as m
from pressconv.linebreak import breaks
from pressconv.options import Bidi, TextOptions
from pressconv.present import present
from pressconv.presentation import Presentation
from pressconv.text import BREAKING
from pressconv.walk import map_children
from pressconv.writers.text import Text, write_text

MAX_LINE = 78  # RFC 3676, section 4.2
WIDTHS = st.sampled_from([20, 33, 72, 76])
# ---- flowed ----------------------------------------------------------------------------------

_FURNITURE = re.compile(r"([=~.\-_*])\1*|-- ")


def without_tables(node: Any) -> Any:
    """Return *node* with the caption of each table in its place: rows are fixed lines."""
    node = map_children(node, without_tables)
    return m.Paragraph(node.caption) if isinstance(node, m.Table) else node


def bare_lines(lines: Any) -> Counter[str]:
    """Count lines without margins, rules and blank lines, wherever an item is centred."""
    bare = (re.sub("[>|] ?", "", line).strip(" ") for line in lines)
    bare = (re.sub("^- +", "- ", line) for line in bare)
    return Counter(line for line in bare if line and not _FURNITURE.fullmatch(line))


def assert_flows(presentation: Presentation, width: int, bidi: Bidi = Bidi.LOGICAL) -> Text:
    """Hold that a reader of mail gets the paragraphs that unflowed text has, in lines that fit."""
    options = TextOptions(width=width, flowed=True, bidi=bidi)
    text = write_text(presentation, options)
    assert_read_back(text, presentation, options)
    got = paragraphs(text.data, text.media_type)
    unflowed = write_text(presentation, TextOptions(width=0)).value.split("\n")
    assert bare_lines(ISOLATES.sub("", one.text) for one in got) == bare_lines(unflowed)
    for line in text.value.split("\r\n"):
        assert len(line) <= MAX_LINE or is_unbroken(line, presentation.lang), line
        assert is_balanced(line)
    return text


def is_unbroken(line: str, lang: str) -> bool:
    """Say whether *line* is one word, whatever stands before it."""
    bare = ISOLATES.sub("", line).strip(" ").lstrip(">|-\N{EM DASH}\u00a0 ")
    words = re.sub(r"^(?:\w{1,6}\.|\[\d+\]|\(\d+\)) ", "", bare)
    return " " not in words and (len(breaks(words, lang)) <= 1 or "/" in words or "@" in words)


@given(releases().map(without_tables).map(shown), WIDTHS, st.sampled_from(["logical", "isolates"]))
def test_a_reader_of_mail_gets_the_paragraphs_of_unflowed_text(presentation, width, bidi):
    assert_flows(presentation, width, Bidi(bidi))


UNSPACED = st.text(
    st.sampled_from([*"国务院发言人今天，。“”", *"キャンプ", *"ประกาศน้ำท่วม", *"ab --> （"]),
    min_size=60,
    max_size=400,
).map(lambda text: " ".join(text.split(" ")).strip() or "国")


@given(st.sampled_from(["zh-Hans", "ja", "th", "fr", "ar"]), st.lists(UNSPACED, max_size=3), WIDTHS)
def test_paragraphs_without_spaces_come_back_exactly(lang, texts, width):
    normal = [unicodedata.normalize("NFC", BREAKING.sub(" ", text)) for text in texts]
    paragraphs_of = tuple(m.Paragraph((m.Text(text),)) for text in normal)
    quote = m.Quote(paragraphs_of or (m.Paragraph((m.Text("国" * 90),)),))
    head = m.Head(headline=(m.Text("x"),))
    release = m.Release(id="r", lang=lang, head=head, body=m.Body((*paragraphs_of, quote)))
    assert_flows(present(release), width)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("bidi", [Bidi.LOGICAL, Bidi.ISOLATES])
def test_a_sample_flows(name, bidi):
    presentation = samples()[name]
    parts = tuple(
        replace(part, content=tuple(map(without_tables, part.content)))
        for part in presentation.parts
    )
    text = assert_flows(replace(presentation, parts=parts), 72, bidi)
    assert max(map(len, text.value.split("\r\n"))) <= MAX_LINE


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_flowed_sample_fits_with_its_tables(name):
    text = write_text(samples()[name], TextOptions(flowed=True))
    assert max(map(len, text.value.split("\r\n"))) <= MAX_LINE
    fixed = [one.text for one in paragraphs(text.data, text.media_type)]
    unflowed = write_text(samples()[name]).value.split("\n")
    rows = [line for line in unflowed if re.search(r"\S {3,}\S", line) and line[0] not in " |>"]
    assert {row.rstrip() for row in rows} <= {line.rstrip() for line in fixed}
