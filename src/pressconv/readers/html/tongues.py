"""A tree → the same without marks of language on words that read like the language around them.

A keyboard or a template leaves such marks behind, in Word above all: they would have a screen
reader read French in an English voice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.detection import detect
from pressconv.languages.tags import canonical_alias
from pressconv.readers.html.page import shown
from pressconv.text import normal

if TYPE_CHECKING:
    from pressconv.model import LangTag
    from pressconv.readers.html.page import Page
    from pressconv.readers.html.tree import Node

_LONG: Final = 60
_MOST: Final = 2000
_SURE: Final = 0.6
_MOST_LOOKED_AT: Final = 500


def unmark_mistaken(root: Node, page: Page) -> None:
    """Let words have the language around them where they are surely in it, with a note."""
    n_left = _MOST_LOOKED_AT
    for node in list(root.walk()):
        outer = node.parent.lang if node.parent else None
        if not outer or not node.lang or _primary(outer) == _primary(node.lang) or not n_left:
            continue
        text = node.text()[:_MOST]
        if sum(one.isalpha() for one in text) < _LONG:
            continue
        n_left -= 1
        found = detect(text)
        if found and found.confidence >= _SURE and _primary(found.lang) == _primary(outer):
            said = node.lang
            page.note("import-wrong-language", node, text=shown(normal(text)), said=said, tag=outer)
            _give(node, said, outer)


def _give(node: Node, said: LangTag, lang: LangTag) -> None:
    """Put *lang* in the place of *said*, wherever that was inherited."""
    stack = [node]
    while stack:
        here = stack.pop()
        if here.lang == said:
            here.lang = lang
            stack.extend(here.elements())


def _primary(tag: LangTag) -> str:
    return canonical_alias(tag).partition("-")[0]
