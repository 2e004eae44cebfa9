"""The parts of a Word document → its story: its text, notes, headers and footers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressconv.readers.docx.body import Body
from pressconv.readers.docx.numbering import Numbering
from pressconv.readers.docx.oxml import child, get, name, parse
from pressconv.readers.docx.relations import main_part, parts_of_kind, relations
from pressconv.readers.docx.runs import Context
from pressconv.readers.docx.story import Block, PieceKind, Story, Where, paragraphs
from pressconv.readers.docx.styles import Styles
from pressconv.readers.html.page import shown

if TYPE_CHECKING:
    from lxml import etree

    from pressconv.readers.docx.package import Package
    from pressconv.readers.docx.relations import Relation
    from pressconv.readers.pictures import Pictures


def read_story(package: Package, pictures: Pictures) -> tuple[Story, Context]:
    """Read the whole document, and what there is to say of it.

    Raises:
        ReadError: it has no text part, or a part cannot be read.
    """
    main = main_part(package)
    root = parse(package, main)
    body = child(root, "w:body")
    if body is None:
        hint = "save it in Word as .docx, and import that"
        raise package.error("not-word", "there is no text of Word in the file", hint)
    links = relations(package, main)
    styles = Styles(_part(package, links, "styles"))
    numbering = Numbering(_part(package, links, "numbering"), styles)
    notes = {
        PieceKind.FOOTNOTE: _notes(_part(package, links, "footnotes"), "w:footnote"),
        PieceKind.ENDNOTE: _notes(_part(package, links, "endnotes"), "w:endnote"),
    }
    known = {kind: set(found) for kind, found in notes.items()}
    context = Context(package, styles, pictures, known)
    blocks = Body(context, numbering, links).read(body)
    around = {
        kind: _around(context, numbering, links, kind) for kind in (Where.HEADER, Where.FOOTER)
    }
    context.number = 0
    footnotes, endnotes = (
        _notes_read(context, numbering, links, kind, found) for kind, found in notes.items()
    )
    whole_text = (*around[Where.HEADER], *blocks, *around[Where.FOOTER])
    has_title = any(one.role == "title" for one in paragraphs(blocks))
    return Story(whole_text, footnotes, endnotes, has_title), context


def _part(package: Package, links: dict[str, Relation], kind: str) -> etree._Element | None:
    names = parts_of_kind(links, kind)
    return parse(package, names[0]) if names else None


def _notes(root: etree._Element | None, tag: str) -> dict[str, etree._Element]:
    """Return the notes by number, without the lines that part them from the text."""
    found: dict[str, etree._Element] = {}
    for one in root if root is not None else ():
        if name(one) == tag and get(one, "w:type") in {None, "normal"}:
            found.setdefault(get(one, "w:id") or "", one)
    return found


def _notes_read(
    context: Context,
    numbering: Numbering,
    links: dict[str, Relation],
    kind: PieceKind,
    found: dict[str, etree._Element],
) -> dict[str, tuple[Block, ...]]:
    names = parts_of_kind(links, f"{kind}s")
    own = relations(context.package, names[0]) if names else {}
    return {key: Body(context, numbering, own, Where.NOTE).read(one) for key, one in found.items()}


def _around(
    context: Context, numbering: Numbering, links: dict[str, Relation], where: Where
) -> tuple[Block, ...]:
    """Read the headers or footers; what stands on first and other pages alike is read once."""
    made: list[Block] = []
    seen: set[str] = set()
    for part in parts_of_kind(links, where):
        root = parse(context.package, part)
        if root is None:
            continue
        context.number = 0
        body = Body(context, numbering, relations(context.package, part), where)
        for one in paragraphs(body.read(root)):
            for piece in one.pieces:
                if piece.kind is PieceKind.IMAGE:
                    what = shown(piece.alt or piece.value)
                    context.note(
                        "import-image", what=what, why=f"it stands in the {where} of pages"
                    )
            words = tuple(piece for piece in one.pieces if piece.kind is not PieceKind.IMAGE)
            text = one.text.strip()
            made.extend([replace(one, pieces=words)] if text and text not in seen else [])
            seen.add(text)
    return tuple(made)
