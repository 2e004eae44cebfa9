"""Canonical XML → `Release`, or all that is wrong with it, each with line and column.

Whatever the schema refuses is refused here; what only this reader refuses has a code in the
second part of `pressconv.problems.CODES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.errors import Place, Problem, ReadError, suggestion
from pressconv.notes import Result
from pressconv.readers.xml import values
from pressconv.readers.xml.blocks import CONTENT, content
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.foot import foot
from pressconv.readers.xml.head import head
from pressconv.readers.xml.life import hold_life
from pressconv.readers.xml.problems import shown
from pressconv.readers.xml.tree import XML, Node, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pressconv.notes import Note

NAMESPACE: Final = "urn:pressconv:release:1"


def read(data: bytes, *, name: str = "") -> Result[m.Release]:
    """Read a release from the bytes of its XML file. *name* is the file's, for messages.

    The notes list what was cleaned, and every gap: what nobody has said yet.

    Raises:
        ReadError: the bytes are no release; it holds all problems, in the order of the file.
    """
    file = name or "release"
    root = parse(data, file=file, namespace=NAMESPACE)
    if root.name != "release":
        name = shown(root.name.removeprefix("{}"))
        message = f"the root element is {name}, not a release of {NAMESPACE}"
        hint = f'begin with <release xmlns="{NAMESPACE}" id="…" xml:lang="…">'
        raise ReadError([Problem("wrong-namespace", message, root.place, hint)])
    reading = Reading(file)
    release = _release(reading, root)
    for to, place in reading.references:
        if to not in reading.ids and to not in reading.unread_ids:
            message = f"no part has the xml:id {shown(to)}"
            reading.refuse("reference-without-target", place, message, _near(to, reading.ids))
    problems = reading.listed()
    if problems:
        raise ReadError(problems)
    return Result(release, tuple(sorted(reading.notes, key=_in_order)))


def _near(to: str, ids: Iterable[str]) -> Callable[[], str]:
    return lambda: suggestion(to, ids) if ids else "give that part an xml:id"


def _in_order(note: Note) -> Place:
    return note.place or Place("")


def _release(reading: Reading, root: Node) -> m.Release:
    with reading.attributes(root) as attributes:
        identity = attributes.required("id", values.release_id, "unnamed")
        version = attributes.optional("version", values.positive)
        lang = attributes.required(f"{XML}lang", values.language_tag, "")
        direction = attributes.direction()
    if lang:
        reading.known(lang, root.place)
    children = reading.children(root, "head body foot?")
    head_node, body_node = children.one("head"), children.one("body")
    found = head(reading, head_node, lang) if head_node else m.Head(headline=())
    if head_node:
        hold_life(reading, head_node, found, version)
    return m.Release(
        id=identity,
        lang=lang,
        head=found,
        body=_body(reading, body_node) if body_node else m.Body(()),
        foot=foot(reading, children.one("foot")),
        version=version,
        dir=direction,
    )


def _body(reading: Reading, node: Node) -> m.Body:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    elements = reading.children(node, f"{CONTENT}+").all(CONTENT)
    return m.Body(content(reading, elements, depth=0), **marks)
