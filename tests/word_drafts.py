"""Word documents → what their blocks hold, for tests that look into them."""

from __future__ import annotations

from typing import Any

from word import docx, p

from pressconv import model as m
from pressconv.readers.docx import read_docx as read_typed


def read_docx(*blocks: str, **options: Any) -> Any:
    """Read a document of *blocks*; tests look into its blocks without asking of which kind."""
    return read_typed(docx(*blocks, **options), name="a.docx")


def contents(*blocks, **options):
    return tuple(block.content for block in read_docx(*blocks, **options).blocks)


def only(*blocks, **options):
    (content,) = contents(*blocks, **options)
    return content


def line(*runs, **options):
    return only(p(*runs), **options).children


def text(*words):
    return tuple(m.Text(word) for word in words)


def codes(*blocks, **options):
    return [note.code for note in read_docx(*blocks, **options).notes]


def simple(*words):
    return tuple(m.Item(m.Running(text(word))) for word in words)
