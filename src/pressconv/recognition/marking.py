"""Blocks and quoted titles in another language than the release's → marked with theirs.

A screen reader changes its voice there (WCAG 2.2 SC 3.1.2). Names of people and places in another
script stay as they are: nobody can tell their language.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pressconv import model as m
from pressconv.detection import Detection, detect, main_script, scripts, written_in
from pressconv.languages.tags import canonical_alias, subtags
from pressconv.text import inline_text
from pressconv.walk import map_children

if TYPE_CHECKING:
    from pressconv.errors import Place
    from pressconv.model import LangTag

_LONG: Final = 80
_LONG_IN_SCRIPT: Final = 12
_SURE: Final = 0.45
_QUOTED: Final = re.compile(
    '([\u201c\u201e\u00ab\u2018\u300c"])([^\u201c\u201d\u00ab\u00bb\u300c\u300d"]{5,160})([\u201d\u201c\u00bb\u2019\u300d"])'
)


def mark_languages(
    content: m.Content, lang: LangTag
) -> tuple[m.Content, list[tuple[LangTag, str, Place | None]]]:
    """Return *content* with parts in other languages marked, and what was marked."""
    found: list[tuple[LangTag, str, Place | None]] = []

    def change(node: Any) -> Any:  # noqa: ANN401 - any node of the model
        if isinstance(node, m.Marked) and node.lang:
            return node
        if isinstance(node, m.Paragraph):
            return _paragraph(node, lang, found)
        if isinstance(node, m.Item) and isinstance(node.content, m.Running):
            words = _quotations(node.content.children, lang, found, node.place)
            return replace(node, content=m.Running(words))
        return map_children(node, change)

    return tuple(change(block) for block in content), found


def _paragraph(
    node: m.Paragraph, lang: LangTag, found: list[tuple[LangTag, str, Place | None]]
) -> m.Paragraph:
    text = inline_text(node.children)
    other = _other_language(text, lang, _LONG)
    if other:
        found.append((other, text, node.place))
        return replace(node, lang=other)
    return replace(node, children=_quotations(node.children, lang, found, node.place))


def _quotations(
    children: m.Inlines,
    lang: LangTag,
    found: list[tuple[LangTag, str, Place | None]],
    place: Place | None,
) -> m.Inlines:
    """Mark what stands between quotation marks in another script, two words or more."""
    made: list[m.Inline] = []
    for child in children:
        if not isinstance(child, m.Text):
            made.append(child)
            continue
        end = 0
        for match in _QUOTED.finditer(child.value):
            other = _in_other_script(match[2], lang) if " " in match[2].strip() else None
            if other:
                made.append(m.Text(child.value[end : match.start(2)]))
                made.append(m.Span((m.Text(match[2]),), lang=other))
                found.append((other, match[2], place))
                end = match.end(2)
        if child.value[end:]:
            made.append(m.Text(child.value[end:]))
    return tuple(made)


def _other_language(text: str, lang: LangTag, shortest: int) -> LangTag | None:
    other = _in_other_script(text, lang)
    if other or len(text) < shortest:
        return other
    detected = detect(text)
    return detected.lang if detected and _is_other(detected, lang) else None


def _in_other_script(text: str, lang: LangTag) -> LangTag | None:
    """Return the language of a text that has hardly a letter of the script of *lang*."""
    counts = scripts(text)
    if counts.total() < _LONG_IN_SCRIPT:
        return None
    own = sum(number for name, number in counts.items() if subtags(lang)[1] in written_in(name))
    main = main_script(counts)
    if subtags(lang)[1] in written_in(main) or own > 0.1 * counts.total():
        return None
    if subtags(lang)[1] == "Jpan" and main in {"Hani", "Kana"}:
        return None
    detected = detect(text)
    is_sure = detected is not None and detected.confidence >= _SURE / 2
    return detected.lang if detected and is_sure else None


def _is_other(detected: Detection, lang: LangTag) -> bool:
    own, other = canonical_alias(lang).split("-")[0], detected.lang.split("-")[0]
    return own != other and detected.confidence >= _SURE
