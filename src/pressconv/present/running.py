"""Running text as it is shown: notes numbered, quotations in marks, names with their originals."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from pressconv import model as m
from pressconv.languages import Language, language
from pressconv.languages.dates import clock
from pressconv.walk import map_children

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


@dataclass(slots=True)
class Running:
    """Shows all running text of one release, in reading order; the notes are counted along."""

    lang: m.LangTag
    notes: list[m.Footnote] = field(default_factory=list)
    references: dict[str, None] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def show(self, node: T, lang: m.LangTag) -> T:
        """Return *node*, or a tuple of nodes, as it is shown in a text of *lang*."""
        if isinstance(node, tuple):
            return tuple(self._shown(one, lang, 0) for one in node)  # type: ignore[return-value]
        shown: T = self._shown(node, lang, 0)
        return shown

    def _shown(self, node: Any, lang: m.LangTag, depth: int) -> Any:  # noqa: ANN401
        around = lang
        if isinstance(node, m.Marked) and node.lang:
            lang = node.lang
        match node:
            case m.Footnote():
                return self._note(node, lang)
            case m.Quotation():
                return self._quotation(node, lang, around, depth)
            case m.Name(original=m.Original()):
                shown = map_children(node, lambda child: self._shown(child, lang, depth))
                return _with_original(shown, lang)
            case m.Media():
                node = _media(node, language(lang))
            case m.Link(href=href):
                self.references[href] = None
            case _:
                pass
        return map_children(node, lambda child: self._shown(child, lang, depth))

    def _note(self, node: m.Footnote, lang: m.LangTag) -> m.Footnote:
        # A note leaves its place: it takes along the language that it had there.
        own = node.lang or (lang if lang != self.lang else None)
        numbered = replace(node, number=next(self._numbers), lang=own)
        shown = map_children(numbered, lambda child: self._shown(child, lang, 0))
        self.notes.append(shown)
        return shown

    def _quotation(
        self, node: m.Quotation, lang: m.LangTag, around: m.LangTag, depth: int
    ) -> m.Quotation:
        """Set the marks of the language around the quotation, whatever it quotes."""
        shown = map_children(node, lambda child: self._shown(child, lang, depth + 1))
        rules = language(around)
        opening, closing = rules.nested_quotes if depth % 2 else rules.quotes
        return replace(shown, children=joined(opening, *shown.children, closing))


def joined(*parts: m.Inline | str) -> m.Inlines:
    """Make running text of nodes and strings, neighbouring texts joined."""
    made: list[m.Inline] = []
    for part in parts:
        node = m.Text(part) if isinstance(part, str) else part
        if isinstance(node, m.Text) and made and isinstance(made[-1], m.Text):
            made[-1] = m.Text(made[-1].value + node.value)
        elif node != m.Text(""):
            made.append(node)
    return tuple(made)


def filled(pattern: str, **slots: m.Inlines | str) -> m.Inlines:
    """Fill the slots of a *pattern* such as "{label}: {value}" with running text."""
    parts: list[m.Inline | str] = []
    rest = pattern
    while rest:
        before, brace, after = rest.partition("{")
        parts.append(before)
        if not brace:
            break
        name, _, rest = after.partition("}")
        value = slots[name]
        parts.extend([value] if isinstance(value, str) else value)
    return joined(*parts)


def _with_original(node: m.Name, lang: m.LangTag) -> m.Name:
    """Put a name's original behind it, as the language glosses names: "X (Y)"."""
    original = node.original
    if original is None:
        return node
    own: m.Inlines = (m.Span((m.Text(original.text),), lang=original.lang, dir=original.dir),)
    gloss = filled(language(lang).gloss, text=own)
    return replace(node, children=joined(*node.children, *gloss))


def _media(node: m.Media, rules: Language) -> m.Media:
    """Make the title a link that says what it leads to, and name the transcript."""
    labels = rules.labels
    label = labels.video if node.kind is m.MediaKind.VIDEO else labels.audio
    words = (
        filled(labels.label_value, label=label, value=node.title) if node.title else (joined(label))
    )
    if node.duration:
        words = joined(*words, f" ({clock(node.duration, rules)})")
    return replace(node, title=(m.Link(node.href, words),), transcript=_transcript(node, rules))


def _transcript(node: m.Media, rules: Language) -> m.Blocks | None:
    labels = rules.labels
    if isinstance(node.transcript, str):
        title = node.title or joined(labels.video)
        link = m.Link(node.transcript, filled(labels.transcript_link, title=title))
        return (m.Paragraph((link,)),)
    if node.transcript:
        return (m.Paragraph((m.Strong(joined(labels.transcript)),)), *node.transcript)
    return None
