"""Blocks of a transcript → turns: who speaks, and what is said until somebody else does."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import DraftBlock, Heading
from pressconv.frozen import dataclass
from pressconv.recognition.inlines import all_bold, unbold, without_start
from pressconv.recognition.phrases import fold, vocabulary, weight
from pressconv.text import inline_text, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag

_LABEL: Final = re.compile(r"\W{0,2}([^:：]{1,70}?)[\s\u00a0\u202f]*[:：](?:[\s\u00a0]+|(?<=：)|$)")
_WORDS: Final = 8
_FEWEST: Final = 3
_QUESTIONS: Final = 2


@dataclass(frozen=True, slots=True)
class _Label:
    """The speaker before a colon: length of the label in the text, and how sure it is one."""

    text: str
    length: int
    kind: m.SpeechKind | None
    is_marked: bool


def with_speeches(blocks: Sequence[DraftBlock], lang: LangTag) -> list[DraftBlock]:
    """Make turns of labelled paragraphs where a text is a transcript."""
    labels = [_label(block, lang) for block in blocks]
    speakers = _speakers([label for label in labels if label])
    made: list[DraftBlock] = []
    more: list[DraftBlock] = []
    for block, label in zip(blocks, labels, strict=True):
        is_turn = label is not None and fold(label.text) in speakers
        if not is_turn and made and _is_open(made[-1]) and not isinstance(block.content, Heading):
            more.append(block)
            continue
        made, more = _with_more(made, more), []
        made.append(_turn(block, label) if is_turn and label else block)
    return _with_more(made, more)


def _is_open(block: DraftBlock) -> bool:
    return isinstance(block.content, m.Speech)


def _with_more(made: list[DraftBlock], more: list[DraftBlock]) -> list[DraftBlock]:
    """Give the blocks after a turn to it: nobody else has begun to speak."""
    last = made[-1].content if made else None
    if more and isinstance(last, m.Speech):
        inner = [block.content for block in more if not isinstance(block.content, Heading)]
        text = " ".join([made[-1].text, *(block.text for block in more)])
        speech = replace(last, blocks=(*last.blocks, *inner))
        made[-1] = replace(made[-1], content=speech, text=text)
    return made


def _speakers(labels: Sequence[_Label]) -> frozenset[str]:
    """Return who speaks in a transcript, folded; nobody where the text is none.

    It is one where three paragraphs or more begin with a speaker in capitals, in bold, or with a
    word for question and answer, two speakers at least, and one of them comes back. Where
    questions are marked, whoever comes back speaks, however the name is written.
    """
    marked = Counter(fold(label.text) for label in labels if label.is_marked)
    every = Counter(fold(label.text) for label in labels)
    n_questions = sum(1 for label in labels if label.kind is m.SpeechKind.QUESTION)
    if n_questions >= _QUESTIONS:
        marked |= Counter({name: number for name, number in every.items() if number > 1})
    is_transcript = marked.total() >= _FEWEST and len(marked) > 1 and max(marked.values()) > 1
    return frozenset(marked) if is_transcript else frozenset()


def _label(block: DraftBlock, lang: LangTag) -> _Label | None:
    content = block.content
    if not isinstance(content, m.Paragraph):
        return None
    text = inline_text(content.children)
    found = _LABEL.match(text)
    if found is None:
        return None
    name = found[1].strip(" \u00a0*_")
    words = name.split()
    if not 0 < len(words) <= _WORDS or not any(one.isalpha() for one in name):
        return None
    folded, known = fold(name), vocabulary(lang)
    kind = None
    if folded in known.question:
        kind = m.SpeechKind.QUESTION
    elif folded in known.answer:
        kind = m.SpeechKind.ANSWER
    first = content.children[0]
    is_bold = (
        isinstance(first, m.Strong) and found.start(1) < len(inline_text([first])) <= found.end()
    )
    letters = [one for one in re.sub(r"\(.*?\)", "", name) if one.isalpha()]
    is_capital = bool(letters) and all(one.isupper() for one in letters)
    return _Label(name, found.end(), kind, kind is not None or is_bold or is_capital)


def _turn(block: DraftBlock, label: _Label) -> DraftBlock:
    content = block.content
    children: m.Inlines = getattr(content, "children", ())
    rest = without_start(children, label.length)
    speaker: m.Inlines = joined(label.text)
    if rest is None:
        return block
    blocks: m.Blocks = ()
    if inline_text(rest).strip():
        blocks = (m.Paragraph(rest),)
    speech = m.Speech(speaker, blocks, None, label.kind, place=block.place)
    return DraftBlock(speech, block.text, block.region, block.hints, block.place)


def is_pseudo_heading(block: DraftBlock) -> bool:
    """Say whether a paragraph stands for a heading: one bold line that ends like no sentence."""
    content = block.content
    return (
        isinstance(content, m.Paragraph)
        and all_bold(content.children)
        and weight(block.text) <= 120
        and block.text.rstrip("\"'”’»)")[-1:] not in set(".!?…:;,。！？：；،؛।")
    )


def as_heading(block: DraftBlock, level: int) -> DraftBlock:
    """Make a heading of a paragraph that stands for one."""
    content = block.content
    if not isinstance(content, m.Paragraph):
        return block
    return replace(block, content=Heading(unbold(content.children), level, place=content.place))
