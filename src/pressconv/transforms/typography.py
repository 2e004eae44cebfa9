"""Running text by the typographic rules of its language, quotation marks included.

A block is set as one string, so a rule sees across the elements in it. Words in another language
are set by that language's own rules; code is never touched.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.languages import NO_CHOICES, Choices, Language, language
from pressconv.text import inline_text, is_blank, joined
from pressconv.typography import settled, typeset, typeset_flow
from pressconv.typography.flow import Flow
from pressconv.typography.pairing import CLOSING_Q, OPENING_Q
from pressconv.typography.quotes import wraps
from pressconv.walk import descendants, map_running

if TYPE_CHECKING:
    from collections.abc import Iterator


def apply_typography(release: m.Release, choices: Choices = NO_CHOICES) -> m.Release:
    """Set the running text of *release*; applied twice, it changes nothing more."""

    def change(run: m.Inlines, lang: m.LangTag) -> m.Inlines:
        return _set(run, _Around(lang, language(lang, choices), choices))

    changed = map_running(release, release.lang, _language_inside, change)
    editions = tuple(_edition(edition, choices) for edition in release.head.editions)
    return replace(changed, head=replace(changed.head, editions=editions))


def _language_inside(lang: m.LangTag, node: object) -> m.LangTag:
    return (isinstance(node, m.Marked) and node.lang) or lang


def _edition(edition: m.Edition, choices: Choices) -> m.Edition:
    if not edition.title:
        return edition
    return replace(edition, title=typeset(edition.title, lang=edition.hreflang, typography=choices))


@dataclass(frozen=True, slots=True)
class _Around:
    """What a block stands in: a language, and *level* quotations."""

    lang: m.LangTag
    rules: Language
    choices: Choices
    level: int = 0

    def is_foreign(self, node: m.Marked) -> bool:
        """Say whether *node* is in another language."""
        return node.lang is not None and node.lang != self.lang

    def inside(self, node: m.Marked) -> _Around:
        """Return what holds inside a part in another language."""
        lang = node.lang or self.lang
        deeper = self.level + isinstance(node, m.Quotation)
        return _Around(lang, language(lang, self.choices), self.choices, deeper)


def _set(run: m.Inlines, around: _Around) -> m.Inlines:
    """Set a block: first, each for itself, what is another text in it, then the rest as one."""
    rules = around.rules
    holds_quotation = any(map(_holds_quotation, run))

    def block_set(block: m.Inlines, quoting: bool) -> tuple[m.Inlines, bool]:
        bare = tuple(_without_marks(node, around) for node in block) if quoting else block
        flow = Flow()
        for node in bare:
            _collect(node, flow, around, quoting)
        is_certain = typeset_flow(flow, rules, level=around.level, quoting=quoting)
        # The marks of a `Quotation` are characters the second time, and may be read otherwise.
        is_certain = is_certain and not holds_quotation
        return _rebuilt(bare, iter(flow.leaves()), around, quoting), is_certain

    parts_set = tuple(_with_parts_set(node, around) for node in run)
    return settled(parts_set, block_set)


def _with_parts_set(node: Any, around: _Around) -> Any:  # noqa: ANN401 - any part of a run
    """Return *node* with the footnotes, originals and words in other languages in it set."""
    if not hasattr(node, "children"):
        return node
    if isinstance(node, m.Name) and node.original:
        original = node.original
        own = typeset(original.text, lang=original.lang or around.lang, typography=around.choices)
        node = replace(node, original=replace(original, text=own))
    if isinstance(node, m.Footnote) or around.is_foreign(node):
        inside = around.inside(node)
        bare = _bare(node.children, around.rules) if isinstance(node, m.Quotation) else None
        return replace(node, children=_set(bare or node.children, inside))
    deeper = replace(around, level=around.level + 1) if isinstance(node, m.Quotation) else around
    return replace(node, children=tuple(_with_parts_set(child, deeper) for child in node.children))


def _without_marks(node: Any, around: _Around) -> Any:  # noqa: ANN401
    """Return *node* with the quotations in it bare of the marks that writers typed into them."""
    if isinstance(node, m.Footnote) or not hasattr(node, "children"):
        return node
    children = node.children
    if not around.is_foreign(node):
        children = tuple(_without_marks(child, around) for child in children)
    if isinstance(node, m.Quotation):
        children = _bare(children, around.rules)
    return replace(node, children=children)


def _bare(children: m.Inlines, rules: Language) -> m.Inlines:
    """Return what stands between a pair of marks around all the *children*, if there is one."""
    if not children:
        return children
    first, last = children[0], children[-1]
    if not (isinstance(first, m.Text) and isinstance(last, m.Text)):
        return children
    text = inline_text(children)
    span = wraps(text, rules)
    if span is None:
        return children
    start, end = span[0], len(text) - span[1]
    if first is last:
        return joined(text[span[0] : span[1]])
    kept = last.value[: len(last.value) - end]
    return joined(first.value[start:], *children[1:-1], kept)


def _collect(node: m.Inline, flow: Flow, around: _Around, quoting: bool) -> None:
    """Give the leaves of *node* to the flow, in reading order; a quotation's marks are leaves."""
    match node:
        case m.Text(value):
            flow.add(value)
        case m.LineBreak():
            flow.add("\n", is_fixed=True)
        case m.Footnote():
            pass
        case m.Code(text=text):
            flow.add(text, is_fixed=True)
        case m.Abbreviation(text=text) | m.Number(text=text):
            flow.add(text, is_fixed=around.is_foreign(node))
        case _:
            is_marked = quoting and _is_quotation(node)
            if is_marked:
                flow.add(OPENING_Q)
            if around.is_foreign(node):
                flow.add(inline_text(node.children), is_fixed=True)
            else:
                for child in node.children:
                    _collect(child, flow, around, quoting)
            if is_marked:
                flow.add(CLOSING_Q)


def _rebuilt(run: m.Inlines, texts: Iterator[str], around: _Around, quoting: bool) -> m.Inlines:
    """Return *run* with the *texts* that its leaves have become."""
    return joined(*(_renewed(node, texts, around, quoting) for node in run))


def _renewed(
    node: m.Inline, texts: Iterator[str], around: _Around, quoting: bool
) -> m.Inline | str:
    match node:
        case m.Text():
            return next(texts)
        case m.Footnote():
            return node
        case m.LineBreak() | m.Code():
            next(texts)
            return node
        case m.Abbreviation() | m.Number():
            return replace(node, text=next(texts))
        case _:
            is_marked = quoting and _is_quotation(node)
            opening = next(texts) if is_marked else ""
            children = node.children
            if around.is_foreign(node):
                next(texts)
            else:
                children = _rebuilt(children, texts, around, quoting)
            closing = next(texts) if is_marked else ""
            return replace(node, children=joined(opening, *children, closing))


def _is_quotation(node: m.Inline) -> bool:
    """Say whether *node* quotes anything: nothing needs no marks."""
    return isinstance(node, m.Quotation) and not is_blank(inline_text(node.children))


def _holds_quotation(node: m.Inline) -> bool:
    return any(isinstance(one, m.Quotation) for one in descendants(node))
