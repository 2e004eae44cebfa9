"""A release in one language → the same release with places where words of another belong.

Parts, their names, images, addresses, codes and numbers stay; so does what is in a third language.
Nothing is translated: a place is a placeholder, or what everybody writes alike.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.languages import language
from pressconv.languages.numbers import decimal, read_decimal, to_numerals
from pressconv.languages.tags import direction, subtags
from pressconv.text import inline_text
from pressconv.typography.literals import literals
from pressconv.walk import map_children

if TYPE_CHECKING:
    from decimal import Decimal

PLACEHOLDER: Final = "[[\N{HORIZONTAL ELLIPSIS}]]"
"""What stands for words; the reader notes it (``gap-text``)."""

_SAME_EVERYWHERE: Final = frozenset(
    {m.ChannelKind.TELEPHONE, m.ChannelKind.EMAIL, m.ChannelKind.URL}
)


@dataclass(frozen=True, slots=True)
class Emptying:
    """Empties parts of a release in ``source`` for words in ``target``."""

    source: m.LangTag
    target: m.LangTag

    def emptied(self, node: Any, *, ours: bool = True) -> Any:  # noqa: ANN401
        """Return *node* with places for words; *ours*: the words around are the source's."""
        inside = self._is_source(node.lang) if getattr(node, "lang", None) else ours
        match node:
            case m.Code() | m.Original() | m.Edition() | m.Translation():
                return node
            case m.Channel(kind) if kind in _SAME_EVERYWHERE:
                return node
            case m.Channel(m.ChannelKind.ADDRESS) if inside:
                return self._address(node)
            case m.Name(original=m.Original() as own) if inside and self._is_target(own.lang):
                node = replace(node, children=(m.Text(own.text),), original=None)
                return self._marked(node, ours=ours)
            case _:
                if inside:
                    node = self._marked(self._worded(node), ours=ours)
                return map_children(node, lambda child: self.emptied(child, ours=inside))

    # ---- languages -------------------------------------------------------------------------

    def _is_source(self, tag: m.LangTag) -> bool:
        return subtags(tag)[0] == subtags(self.source)[0]

    def _is_target(self, tag: m.LangTag | None) -> bool:
        return tag is not None and subtags(tag)[:2] == subtags(self.target)[:2]

    def _marked(self, node: Any, *, ours: bool) -> Any:  # noqa: ANN401
        """Let a part in the source's language say the target's, where it has to say any."""
        changes: dict[str, object] = {}
        if getattr(node, "lang", None):
            changes["lang"] = None if ours else self.target
        if getattr(node, "dir", None) is direction(self.source):
            changes["dir"] = None  # it ran as its language does
        return replace(node, **changes) if changes else node

    def _address(self, node: m.Channel) -> m.Channel:
        """Keep a postal address, which is for the post of its country, in its language."""
        if not has_words(inline_text(node.children)):
            return node
        return replace(node, children=(m.Span(node.children, lang=self.source),))

    # ---- words -----------------------------------------------------------------------------

    def _worded(self, node: Any) -> Any:  # noqa: ANN401
        """Return *node* with its own strings emptied."""
        match node:
            case m.Text(value):
                return m.Text(self._place(value))
            case m.Number(text, value):
                return replace(node, text=self._number(text, value))
            case m.Abbreviation(text) | m.Expansion(text) | m.Subject(text) | m.Feed(text):
                return replace(node, text=self._place(text))
            case m.DatelinePlace(text) | m.DatelineTime(text=text):
                return replace(node, text=self._place(text))
            case m.Dateline(parts):
                own = (self._place(one) if isinstance(one, str) else one for one in parts)
                return replace(node, parts=tuple(own))
            case m.Ruby(reading=reading, reading_lang=tag) if not tag or self._is_source(tag):
                return replace(node, reading=self._place(reading), reading_lang=None)
            case m.Genre(key, text):
                return replace(node, text=self._label(text, language(self.source).genres[key]))
            case m.Distribution(key, text=text):
                label = language(self.source).distributions[key]
                return replace(node, text=self._label(text, label))
            case m.Contact(name=str() as name):
                return replace(node, name=self._place(name))
            case m.Foot(endmark=str() as mark):
                return replace(node, endmark=self._place(mark))
            case _:
                return node

    def _place(self, text: str) -> str:
        """Return a placeholder between the spaces of *text*; what has no words stays."""
        inner = text.strip(" ")
        return text.replace(inner, PLACEHOLDER) if has_words(text) else self._figures(text)

    def _label(self, text: str, label: str) -> str:
        """Leave out what the language says anyway."""
        return "" if text == label else self._place(text)

    def _number(self, text: str, value: Decimal | None) -> str:
        if value is not None and read_decimal(text.strip(), language(self.source)) == value:
            return self._figures(text, is_number=True)
        return self._place(text)

    def _figures(self, text: str, *, is_number: bool = False) -> str:
        """Write figures as the target does.

        What only looks like a number, such as a cell with "2.1", is proposed in a placeholder.
        """
        inner, rules = text.strip(), language(self.target)
        value = read_decimal(inner, language(self.source))
        if value is None or inner.isdigit():
            return text.translate(to_numerals("latn")) if rules.numerals == "latn" else text
        written = decimal(value, rules)
        is_same = is_number or written == inner
        return text.replace(inner, written if is_same else f"[[{written}]]")


def has_words(text: str) -> bool:
    """Say whether *text* has letters outside addresses, names of files and the like."""
    rest, at = "", 0
    for start, end in literals(text):
        rest, at = rest + text[at:start], end
    return any(unicodedata.category(one).startswith("L") for one in rest + text[at:])
