"""docs/errors.md: every example gives its message, and every code is there."""

from __future__ import annotations

import re

import pytest
from sources import ROOT
from word_refused import REFUSED

from pressconv.errors import ReadError
from pressconv.importing import import_docx
from pressconv.notes import TEXTS
from pressconv.problems import CODES, FILE, READER, SCHEMA
from pressconv.readers.xml import NAMESPACE, read
from pressconv.readers.xml.blocks import CONTENT
from pressconv.readers.xml.problems import MAX_LISTED
from pressconv.readers.xml.tree import MAX_DEPTH, MAX_ELEMENTS

DOCUMENT = ROOT / "docs" / "errors.md"
EXAMPLE = re.compile(
    r"^### `(?P<code>[a-z-]+)`\n\n(?P<meaning>.+?)\n\n"
    r"(?:```xml\n(?P<source>.*?)\n?```\n\n)?"
    r"```text\n(?P<expected>.*?)\n```$",
    re.DOTALL | re.MULTILINE,
)
OPEN = f'<release xmlns="{NAMESPACE}" id="r" xml:lang="en"><head><headline>T</headline>'

# What is too long to be shown.
LONG = {
    "too-large": f"{OPEN}</head><body>\n{'<p/>' * (MAX_ELEMENTS + 1)}".encode(),
    "stacked-marks": (
        f"{OPEN}</head><body>\n<p>{'e' + chr(0x301) * 1000}</p></body></release>".encode()
    ),
    "too-deep": f"{OPEN}</head><body>\n<p>{'<em>' * MAX_DEPTH}".encode(),
    "too-many": f"{OPEN}</head><body>\n{'<x/>' * MAX_LISTED * 2}\n</body></release>".encode(),
}


def text() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


def examples() -> list[re.Match[str]]:
    return list(EXAMPLE.finditer(text())) if DOCUMENT.exists() else []


def document(code: str, source: str | None) -> tuple[bytes, bool]:
    """Return a whole file, and whether a line was put before what is shown of it."""
    if source is None:
        return LONG[code], True
    first = re.match(r"<([a-z]+)", source)
    if not first or first[1] == "release":
        return source.encode(), False
    if first[1] in CONTENT.split("|"):
        return f"{OPEN}</head><body>\n{source}\n</body></release>".encode(), True
    return f"{OPEN}\n{source}\n</head><body><p>x</p></body></release>".encode(), True


def as_shown(message: str) -> str:
    """Count the lines of *message* from the first one that is shown."""
    return re.sub(
        r"(release\.xml:|\bline )(\d+)", lambda found: f"{found[1]}{int(found[2]) - 1}", message
    )


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["code"])
def test_an_example_gives_its_message(example):
    data, is_shifted = document(example["code"], example["source"])
    with pytest.raises(ReadError) as caught:
        read(data, name="release.xml")
    problem = caught.value.problems[-1]
    assert problem.code == example["code"]
    assert len(caught.value.problems) == 1 or problem.code == "too-many"
    assert (as_shown(str(problem)) if is_shifted else str(problem)) == example["expected"]
    assert caught.value.exit_code == 3


def test_every_code_of_the_reader_has_an_example():
    assert [example["code"] for example in examples()] == [*FILE, *SCHEMA, *READER]


def test_every_code_is_listed_once():
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \|$", text(), re.MULTILINE)
    listed = [*(example["code"] for example in examples()), *rows]
    assert sorted(listed) == sorted(CODES)


def word_rows() -> list[tuple[str, str, str]]:
    whole = text() if DOCUMENT.exists() else ""
    rows = re.findall(r"^\| ([^|]+) \| `([a-z-]+)` \| ([^|]+) \|$", whole, re.MULTILINE)
    return [row for row in rows if not row[0].startswith("`")]


@pytest.mark.parametrize(("given", "code", "message"), word_rows(), ids=lambda row: row[:30])
def test_a_word_document_that_is_not_read_says_why(given, code, message):
    with pytest.raises(ReadError) as caught:
        import_docx(REFUSED[given](), name="a.docx")
    (problem,) = caught.value.problems
    assert (problem.code, f"{problem.message}; {problem.hint}") == (code, message)
    assert str(problem.place) == "a.docx"


def test_every_word_document_that_is_refused_has_its_row():
    assert [given for given, _, _ in word_rows()] == list(REFUSED)


def test_every_note_is_listed_with_its_text():
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \| [^|]+ \|$", text(), re.MULTILINE)
    assert dict(rows) == TEXTS
