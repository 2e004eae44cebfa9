"""A Word document → `Draft`: read part by part, made HTML by mammoth, and read as a page.

What mammoth drops goes around it (`writing`, `marks`). Nothing is fetched, no macro or field is
run, and what is broken, protected or too large is refused. Why mammoth, and what it loses:
docs/adr/0022-word-by-mammoth.md.
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Final

import mammoth

from pressconv.draft import RUNNING_HEAD, Draft, DraftBlock, Region
from pressconv.notes import note
from pressconv.readers.docx.document import read_story
from pressconv.readers.docx.facts import read_facts
from pressconv.readers.docx.letterhead import with_lines
from pressconv.readers.docx.marks import LINE, REGION, put_marks
from pressconv.readers.docx.package import Package
from pressconv.readers.docx.story import Where
from pressconv.readers.docx.tongues import Tongues
from pressconv.readers.docx.writing import RUN, Writer, story_paragraphs
from pressconv.readers.html import blocks_of, commonest
from pressconv.readers.html.flow import with_marks
from pressconv.readers.html.page import Page
from pressconv.readers.html.paste import cleaned
from pressconv.readers.html.tree import grow, parse
from pressconv.readers.html.words import names_of

if TYPE_CHECKING:
    from pressconv.notes import Note
    from pressconv.readers.docx.runs import Context
    from pressconv.readers.html.tree import Node

_EMPTY: Final = "<p></p>"


def read_docx(data: bytes, *, name: str = "", url: str = "") -> Draft:
    """Read a Word document. *name* is the file's; relative links start from *url*.

    Raises:
        ReadError: it is no Word document, protected, damaged, or more than a release can be.
    """
    package = Package(data, name or "document")
    page = Page(package.file, url)
    story, context = read_story(package, page.pictures)
    every = story_paragraphs(story)
    writer = Writer(Tongues(context.styles.defaults, every))
    html, unknown = _converted(writer.write(story), writer)
    root = parse(html or _EMPTY, package.file)
    put_marks(root, writer, has_title=story.has_title)
    tree = grow(root)
    for node in tree.walk():
        node.line = int(node.get(LINE) or (node.parent.line if node.parent else 0))
    cleaned(tree, page)
    blocks = blocks_of(tree, page)
    lang = commonest((one.found.node.lang, one.size) for one in blocks)
    side = commonest((one.found.node.dir, one.size) for one in blocks)
    return Draft(
        blocks=with_lines(
            DraftBlock(
                with_marks(one.found, lang, side),
                one.text,
                _region(one.found.node),
                _hints(one.found.node),
                page.place(one.found.node),
            )
            for one in blocks
        ),
        facts=read_facts(package, page),
        lang=lang,
        dir=side,
        notes=(*context.notes, *_counted(context, unknown), *_once(page.notes)),
        images=page.pictures.files,
    )


def _converted(data: bytes, writer: Writer) -> tuple[str, int]:
    """Return the HTML that mammoth makes, and how many signs it does not know."""
    styles = [f"r.{RUN}{number} => span.{RUN}{number}" for number in writer.runs.values()]
    result = mammoth.convert_to_html(
        BytesIO(data),
        style_map="\n".join(styles),
        include_default_style_map=False,
        include_embedded_style_map=False,
        external_file_access=False,
    )
    unknown = sum("w:sym" in one.message for one in result.messages)
    return result.value, unknown


def _region(node: Node) -> Region:
    return Region.FURNITURE if _where(node) else Region.ARTICLE


def _hints(node: Node) -> frozenset[str]:
    head = {RUNNING_HEAD} if _where(node) == Where.HEADER else set()
    return names_of(node) | {node.tag} | head


def _where(node: Node) -> str:
    """Return where around the text a block stands, "" for one in it."""
    return next(filter(None, (one.get(REGION) for one in (node, *node.ancestors()))), "")


def _counted(context: Context, n_unknown: int) -> list[Note]:
    """Return the notes on what is told by its number only."""
    context.number = 0
    place = context.place()
    found = {
        "import-comments": context.n_comments,
        "import-numbers": context.n_numbers,
        "import-tracked": context.n_tracked,
        "import-symbol": context.n_symbols + n_unknown,
    }
    return [note(code, place, number=number) for code, number in found.items() if number]


def _once(notes: list[Note]) -> list[Note]:
    counts = Counter((one.code, one.message) for one in notes)
    return [one for one in notes if counts.pop((one.code, one.message), None)]
