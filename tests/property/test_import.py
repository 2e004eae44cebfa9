"""Any text imports, reads back equal, and loses no word."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from drafts import drafts, texts
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from making import PIECES

from pressconv.errors import InputError
from pressconv.importing import import_text, release_of
from pressconv.readers.text.characters import cleaned
from pressconv.readers.xml import read
from pressconv.writers.xml import write_xml

MANY = settings(
    max_examples=150,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WORD = re.compile(r"[^\W\d_]{2,}")

LINES = (
    *("rss", "Press Release", "FOR IMMEDIATE RELEASE", "26 June 2018", "Le 26 juin 2018"),
    *("English English, Русский Русский", "###", "* * *", "ENDS", "Share", "Related news"),
    *("Ministry of Health", "QUESTION: And then?", "MR EXAMPLE: Nothing.", "Comments (3)"),
    *("GENEVA, 13 October – The office said so.", "About Example", "Tel.: +41 22 123 45 67"),
    *("- one", "- two", "1. one", "2. two", "a) x", "> quoted", "Title\n=====", "a\tb\tc"),
    *("Subject: Hello", "From: A <a@example.org>", "This is a long sentence. " * 8, "co-\noperate"),
    *("Seul le texte original en anglais fait foi. Cette traduction est officielle.", "www.x.org"),
    *("Contact: Ada Example, 202-224-2633", "# Heading", "© 2018 Ministry", "Oct 12 2005 Dear"),
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(LINES), st.sampled_from(PIECES), st.text(max_size=30)), max_size=14
).flatmap(
    lambda lines: st.lists(
        st.sampled_from(["\n", "\n\n", "\n\n", " ", "\f", "\t", "     "]),
        min_size=len(lines),
        max_size=len(lines),
    ).map(lambda ends: "".join(a + b for a, b in zip(lines, ends, strict=True)))
)


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(cleaned(text)[0].casefold()))


def kept(made) -> Counter[str]:
    """Count the words of a release, of its facts, and of what was left out."""
    parts = list(texts(made.value))
    head = made.value.head
    parts += [feed.text for feed in head.feeds] + [made.value.foot.endmark or ""]
    parts += [one.text for one in (head.genre, head.distribution) if one]
    parts += [contact.name or "" for contact in made.value.foot.contacts]
    parts += [evidence.text for evidence in (*made.facts, *made.dropped)]
    return words("\n".join(parts))


def imported(text: str):
    if not any(character.isalnum() for character in cleaned(text)[0]):
        return None
    return import_text(text, name="a.txt")


@MANY
@given(TEXTS)
@example("\f")
@example("x")
@example("rss")
@example("a:b")
def test_any_text_imports_and_reads_back_equal(text):
    made = imported(text)
    if made:
        assert read(write_xml(made.value)).value == made.value


@MANY
@given(TEXTS)
@example("Ministry of Health\tTitle\tNews\nA\tB\tC\nD\tE\tF\nPress Release\n\nThe text.")
@example("Oct 12 2005 Dear Governor Romney, we write\n\nto you")
def test_every_word_is_in_the_release_in_its_facts_or_left_out(text):
    made = imported(text)
    if made:
        found = kept(made)
        joined = " ".join(found)
        # A hyphen at a line end may go, which joins two words.
        lost = {word for word in words(text) if word not in found and word not in joined}
        assert lost == set(), text


@MANY
@given(drafts())
def test_any_draft_makes_a_lawful_release(draft):
    try:
        made = release_of(draft, name="a.html")
    except InputError:
        return
    assert read(write_xml(made.value)).value == made.value


@pytest.mark.parametrize(
    "odd", ["\ud800", "\x00", "\ufffe", "\u202e", "\x85", "\u2066", "\U0001fffe"]
)
def test_a_character_that_spells_nothing_is_taken_out(odd):
    made = import_text(f"A headline of words\n\nA sentence{odd} of the text.")
    assert read(write_xml(made.value)).value == made.value


@MANY
@given(drafts())
def test_every_word_of_a_draft_is_somewhere(draft):
    try:
        made = release_of(draft, name="a.html")
    except InputError:
        return
    joined = " ".join(kept(made))
    own = words(" ".join(text for block in draft.blocks for text in texts(block.content)))
    assert {word for word in own if word not in joined} == set()


@pytest.mark.parametrize(
    "text",
    [
        "A headline of words\n\n" + "\n\n".join(f"Sentence number {n} of it." for n in range(3000)),
        "\n".join(f"word {n}" for n in range(3000)),
        "\n\n".join(f"# H{n}\n\nText of the section number {n}." for n in range(1500)),
        "\n\n".join(f"QUESTION: what is {n}?\n\nMR. A: It is {n}." for n in range(1500)),
        "A headline of words\n\n" + "facebook twitter " * 14 + "no\n\nText of it.",
        "A headline of words\n\n" + "1 - " * 58 + "no\n\nText.",
        "a > " * 60,
        "> " * 500 + "x\n" * 1000,
        "26 June 2018, " * 3000,
        "一二三四五六七八九" * 3000,
        "a@b." * 5000,
        "“a b c " * 5000,
        " " * 100_000 + "x",
        "A headline of words\n\n" + "#" * 6000 + " x\n\nText of it.",
        "A headline of words\n\n" + "- " * 6000 + "x\n\nText of it.",
    ],
    ids=lambda text: text[:12].strip(),
)
def test_no_text_takes_long(text):
    start = time.process_time()
    made = import_text(text)
    # A page of 20 KB takes some milliseconds; what grew with its square would take minutes.
    assert time.process_time() - start < 10
    assert read(write_xml(made.value)).value == made.value


def test_a_text_that_no_release_could_hold_is_refused():
    with pytest.raises(InputError, match="1,000,000 are allowed"):
        import_text("word " * 1_000_000)
    with pytest.raises(InputError, match=r"a.txt:10001:1: the text has more than 5,000 lines"):
        import_text("ab\n\n" * 20_000, name="a.txt")
