"""What a reader of raw documents gives: blocks in reading order, before anyone said what they are.

Readers of text, web pages and Word make a `Draft`; `pressconv.recognition` makes a release of it.
A draft invents nothing and drops nothing that might belong to the release: what a reader knows
about a block (where in the page it stood, how far it looks like text of the article) it says
beside it, and recognition decides.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv.frozen import dataclass
from pressconv.model import Block, Inlines, LangTag, Marked

if TYPE_CHECKING:
    from pressconv.errors import Place
    from pressconv.model import Direction
    from pressconv.notes import Note


RUNNING_HEAD: Final = "running-head"
"""Hint of a block that stands at the head of every page: an issuer may, and nothing else."""


class Region(StrEnum):
    """Where in a page a block stood, as its markup or its neighbours tell."""

    ARTICLE = "article"
    BEFORE = "before"
    AFTER = "after"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Heading(Marked):
    """A heading with its level in the document, from 1; levels may be skipped."""

    children: Inlines
    level: int


DraftContent: TypeAlias = Block | Heading


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One block as it was found.

    ``text`` is its reading text in one line. ``hints`` are words that its markup says of it, lower
    case: names of classes, of an id, a role, a property ("byline", "share", "datepublished").
    """

    content: DraftContent
    text: str
    region: Region = Region.ARTICLE
    hints: frozenset[str] = frozenset()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same document in another language, as the page links to it."""

    hreflang: LangTag
    href: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a document says of itself apart from its text; empty where it says nothing.

    ``issued``, ``updated`` and ``status`` are as written. ``publisher`` is the organization,
    ``site`` the name of the web site, ``feeds`` pairs of title and address.
    """

    title: str = ""
    description: str = ""
    issued: str = ""
    updated: str = ""
    publisher: str = ""
    site: str = ""
    author: str = ""
    address: str = ""
    alternates: tuple[Alternate, ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    subjects: tuple[str, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A raw document. ``lang`` and ``dir`` are what it declares, and may be wrong.

    ``images`` are the files of those that it holds itself, by the names that its blocks use.
    """

    blocks: tuple[DraftBlock, ...]
    facts: Facts = Facts()
    lang: LangTag | None = None
    dir: Direction | None = None
    notes: tuple[Note, ...] = ()
    images: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a draft that were read as a fact, or left out: ``kind`` says as what or why."""

    kind: str
    text: str
    place: Place | None = None
