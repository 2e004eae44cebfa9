"""Running text as it is shown: notes numbered, names with their originals, links counted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from pressconv import model as m
from pressconv.languages import NO_CHOICES, Choices, Language, language
from pressconv.languages.dates import clock
from pressconv.present.alignment import with_aligned_heads
from pressconv.present.columns import without_idle_columns
from pressconv.present.corrections import in_place
from pressconv.present.wording import filled, worded
from pressconv.text import inline_text, joined
from pressconv.walk import map_children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.around import Around

T = TypeVar("T")


@dataclass(slots=True)
class Running:
    """Shows all running text of one release, in reading order; the notes are counted along.

    ``choices`` are those of the house among what a language offers.
    """

    page: Around
    choices: Choices = NO_CHOICES
    notes: list[m.Footnote] = field(default_factory=list)
    references: dict[str, None] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def show(self, node: T, lang: m.LangTag | None = None, side: m.Direction | None = None) -> T:
        """Return *node*, or a tuple of nodes, as it is shown where *lang* and *side* hold."""
        around = self.page.within(lang, side)
        if isinstance(node, tuple):
            return tuple(self._shown(one, around) for one in node)  # type: ignore[return-value]
        shown: T = self._shown(node, around)
        return shown

    def _shown(self, node: Any, around: Around) -> Any:  # noqa: ANN401
        here = around.inside(node)
        match node:
            case m.Footnote():
                return self._note(node, here)
            case m.Name(original=m.Original()):
                return _with_original(self._mapped(node, here), here.lang)
            case m.Media():
                node = _media(node, language(here.lang, self.choices))
            case m.Table():
                node = with_aligned_heads(without_idle_columns(node))
            case m.Remark(kind=m.RemarkKind.CORRECTION):
                node = in_place(node, language(here.lang, self.choices))
            case m.Link(href=href) if not node.is_inside:
                self.references[href] = None
            case _:
                pass
        return self._mapped(node, here)

    def _mapped(self, node: T, here: Around) -> T:
        return map_children(node, lambda child: self._shown(child, here))

    def _note(self, node: m.Footnote, here: Around) -> m.Footnote:
        """Number a note. It leaves its place: it takes along what held there."""
        own_lang = here.lang if here.lang != self.page.lang else node.lang
        own_dir = here.dir if here.dir is not self.page.within(own_lang, None).dir else node.dir
        numbered = replace(node, number=next(self._numbers), lang=own_lang, dir=own_dir)
        shown = self._mapped(numbered, here)
        self.notes.append(shown)
        return shown


def _with_original(node: m.Name, lang: m.LangTag) -> m.Name:
    """Put a name's original behind it, as the language glosses names: "X (Y)"."""
    original = node.original
    if original is None:
        return node
    own: m.Inlines = (m.Span((m.Text(original.text),), lang=original.lang, dir=original.dir),)
    rules = language(lang)
    gloss = filled(rules.gloss, rules, text=own)
    return replace(node, children=joined(*node.children, *gloss))


def _media(node: m.Media, rules: Language) -> m.Media:
    """Make the title a link that says what it leads to, and name the transcript."""
    labels = rules.labels
    kind = labels.video if node.kind is m.MediaKind.VIDEO else labels.audio
    label = worded(kind, rules)
    words = (
        filled(labels.label_value, rules, label=label, value=node.title) if node.title else label
    )
    if node.duration:
        words = joined(*words, *filled(rules.gloss, rules, text=clock(node.duration, rules)))
    transcript = _transcript(node, kind, rules)
    return replace(node, title=(m.Link(node.href, words),), transcript=transcript)


def _transcript(node: m.Media, kind: str, rules: Language) -> m.Blocks | None:
    labels = rules.labels
    if isinstance(node.transcript, str):
        title = inline_text(node.title) or kind
        link = m.Link(node.transcript, filled(labels.transcript_link, rules, title=title))
        return (m.Paragraph((link,)),)
    if node.transcript:
        return (m.Paragraph((m.Strong(worded(labels.transcript, rules)),)), *node.transcript)
    return None
