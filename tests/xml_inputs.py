"""Small releases in XML, and what the reader makes of them, for the tests of the reader."""

from __future__ import annotations

from typing import Any

import pytest

from pressconv import model as m
from pressconv.errors import Problem, ReadError
from pressconv.readers.xml import NAMESPACE, read
from pressconv.text import inline_text


def release(body: str = "<p>x</p>", *, head: str = "", foot: str = "", start: str = "") -> str:
    """Return a release with *body* on line 3, *head* on line 2, *foot* on line 4."""
    return (
        f'<release xmlns="{NAMESPACE}" id="r" xml:lang="fr"{start}>\n'
        f"<head><headline>T</headline>{head}</head>\n<body>{body}</body>\n{foot}</release>"
    )


def value(*parts: str, **others: str) -> Any:
    return read(release(*parts, **others).encode()).value


def children(inner: str) -> Any:
    block = value(f"<p>{inner}</p>").body.content[0]
    assert isinstance(block, m.Paragraph)
    return block.children


def text(inner: str) -> str:
    return inline_text(children(inner))


def problems(source: str | bytes) -> list[str]:
    """Return the problems of *source* as "line:column code"."""
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in errors(source)]


def errors(source: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(ReadError) as caught:
        read(source.encode() if isinstance(source, str) else source, name="r.xml")
    return caught.value.problems


def codes(*parts: str, **others: str) -> list[str]:
    return [one.code for one in errors(release(*parts, **others))]


def notes(*parts: str, **others: str) -> list[str]:
    """Return the notes as "line:column code", without those on the gaps of the head."""
    return [
        f"{one.place.line}:{one.place.column} {one.code}"
        for one in read(release(*parts, **others).encode()).notes
        if one.place and one.code not in {"gap-issued", "gap-issuer", "gap-distribution"}
    ]
