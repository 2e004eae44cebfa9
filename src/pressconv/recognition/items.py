"""Draft blocks → items: each block with what it says of itself, wherever it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from pressconv import model as m
from pressconv.draft import DraftBlock, Heading, Region
from pressconv.frozen import dataclass
from pressconv.languages.reading import find_dates
from pressconv.recognition.furniture import furniture, hinted
from pressconv.recognition.lines import LineFacts, read_line
from pressconv.recognition.moments import stated_moment
from pressconv.recognition.names import named_languages
from pressconv.recognition.notices import Notice, read_notice
from pressconv.recognition.phrases import begins, fold, vocabulary, weight
from pressconv.text import inline_text, normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.model import LangTag

_LABEL_LENGTH: Final = 90
_END: Final = re.compile(
    r"\W*(?:#\s*#\s*#+|\*\s*\*\s*\*+|-\s*30\s*-|-\s*0\s*-|x\s*x\s*x|_{3,}|-{2,}|\*{3,}|#{2,})\W*",
    re.IGNORECASE,
)
# Rows of dashes beside each other underline the columns of a table.
_RULE: Final = re.compile(r"[-=]{3,}(?:\s+[-=]{3,})+")
_ROW: Final = re.compile(r"([^\w\s]|_)\1{3,}")
_LINE_LENGTH: Final = 160
_PIECES: Final = re.compile(r"\s+[|·•–—/»›>]\s+|\s*[|•]\s*")
_MOST_PIECES: Final = 5
_MOST_IN_ROW: Final = 12
_BODY: Final = 130
_SENTENCE: Final = 60
_ENDS: Final = frozenset(".!?…:;。！？；।॥؟؛۔።")
_CLOSING: Final = "\"'”’»›」』)]*"


def _is_end(text: str) -> bool:
    """Say whether a line is an end mark; a row of one sign is cut short first."""
    if _RULE.fullmatch(text):
        return False
    short = _ROW.sub(r"\1\1\1", text)
    return len(short) <= _LINE_LENGTH and _END.fullmatch(short) is not None


class Kind(StrEnum):
    """What a block is by its own words."""

    TEXT = "text"
    HEADING = "heading"
    LETTERHEAD = "letterhead"
    EDITIONS = "editions"
    NOTICE = "notice"
    ORIGINAL = "original"
    END = "end"
    CONTACT = "contact"
    ABOUT = "about"
    EDITORS = "editors"
    BYLINE = "byline"
    ATTRIBUTION = "attribution"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Item:
    """A block and what was read of it; ``furniture`` is the kind of furniture."""

    block: DraftBlock
    kind: Kind
    facts: LineFacts | None = None
    languages: tuple[LangTag, ...] = ()
    notice: Notice | None = None
    furniture: str = ""

    @property
    def text(self) -> str:
        """The block's reading text."""
        return self.block.text

    @property
    def is_line(self) -> bool:
        """Whether it is running text: a paragraph or a heading."""
        return isinstance(self.block.content, m.Paragraph | Heading)

    @property
    def is_heading(self) -> bool:
        """Whether the document itself marks it as a heading."""
        return isinstance(self.block.content, Heading)

    @property
    def is_body(self) -> bool:
        """Whether only the text of a release looks like it: long, or more than a paragraph."""
        if self.kind not in {Kind.TEXT, Kind.ATTRIBUTION}:
            return False
        content = self.block.content
        if self.kind is Kind.ATTRIBUTION and self.text.endswith((":", "：")):
            return False
        if not isinstance(content, m.Paragraph):
            return not isinstance(content, m.Figure | m.Separator)
        size = weight(self.text)
        return size >= _BODY or (size >= _SENTENCE and ends_sentence(self.text))


def ends_sentence(text: str) -> bool:
    """Say whether *text* ends with a mark that ends a sentence."""
    return text.rstrip(_CLOSING + " ")[-1:] in _ENDS


def make_items(blocks: tuple[DraftBlock, ...], lang: LangTag) -> list[Item]:
    """Read every block; paragraphs of several short lines become one item a line."""
    return [_item(_placed(line), lang) for block in blocks for line in _split(block)]


def _placed(block: DraftBlock) -> DraftBlock:
    """Give the content of *block* its place, for the messages to come."""
    content: Any = block.content
    if isinstance(content, m.Separator) or content.place or not block.place:
        return block
    return replace(block, content=replace(content, place=block.place))


def _item(block: DraftBlock, lang: LangTag) -> Item:
    text, is_heading = block.text, isinstance(block.content, Heading)
    is_line = isinstance(block.content, m.Paragraph | Heading)
    languages = named_languages(text)
    if languages and (len(languages) > 1 or _links_only(block)):
        return Item(block, Kind.EDITIONS, languages=languages)
    if "mail-header" in block.hints:
        return Item(block, Kind.FURNITURE, furniture="mail")
    if is_line and _is_end(text):
        return Item(block, Kind.END)
    facts: LineFacts | None = None
    if is_line or _may_be_letterhead(block):
        facts = read_line(text, lang) or _beside_furniture(text, lang)
    if facts and facts.status and block.region is Region.FURNITURE:
        facts = None  # a menu may list what was withdrawn
    if facts and facts.distribution is m.DistributionKey.EMBARGOED:
        facts = replace(facts, until=stated_moment(block.content) or facts.until)
    if not is_line and facts:
        return Item(block, Kind.LETTERHEAD, facts=facts)
    row = _row_of_furniture(block, lang)
    if row:
        return Item(block, Kind.FURNITURE, furniture=row)
    if not is_line:
        kind = furniture(text, lang) if block.region is not Region.ARTICLE else ""
        return Item(block, Kind.FURNITURE if kind else Kind.TEXT, furniture=kind)
    if facts:
        return Item(block, Kind.LETTERHEAD, facts=facts)
    notice = read_notice(text, lang)
    if notice:
        return Item(block, Kind.NOTICE, notice=notice)
    kind = furniture(text, lang)
    label = _label(text, lang)
    # Outside of the article, "Contact us" is a link of the menu.
    if label and not (kind and block.region is not Region.ARTICLE):
        return Item(block, label)
    if kind:
        return Item(block, Kind.FURNITURE, furniture=kind)
    return _hinted(block, lang) or Item(block, Kind.HEADING if is_heading else Kind.TEXT)


def _may_be_letterhead(block: DraftBlock) -> bool:
    """Say whether a list may be a line of a letterhead; one of more items may be text."""
    content = block.content
    return (
        isinstance(content, m.List)
        and len(block.text) <= _LABEL_LENGTH
        and (block.region is not Region.ARTICLE or len(content.items) == 1)
    )


def _row_of_furniture(block: DraftBlock, lang: LangTag) -> str:
    """Return what a row of links or a short list is where each of them is furniture."""
    content = block.content
    if isinstance(content, m.List):
        flows = [item.content for item in content.items]
        texts = [inline_text(one.children) for one in flows if isinstance(one, m.Running)]
        if len(texts) < len(flows):
            return ""
    else:
        children: m.Inlines = getattr(content, "children", ())
        beside = [one for one in children if not isinstance(one, m.Link)]
        if any(letter.isalnum() for letter in inline_text(beside)):
            return ""
        texts = [inline_text(one.children) for one in children if isinstance(one, m.Link)]
    if not 1 < len(texts) <= _MOST_IN_ROW:
        return ""
    kinds = [furniture(normal(text), lang) for text in texts]
    return kinds[0] if all(kinds) else furniture(normal(" ".join(texts)), lang)


def _beside_furniture(text: str, lang: LangTag) -> LineFacts | None:
    """Read "26 June 2018 | Print": facts, and nothing beside them that is not furniture."""
    if len(text) > _LINE_LENGTH or not any(one.isdigit() for one in text):
        return None
    pieces = [piece for piece in _PIECES.split(text) if piece.strip()]
    if not 1 < len(pieces) <= _MOST_PIECES:
        return None
    found: LineFacts | None = None
    for piece in pieces:
        if furniture(piece, lang):
            continue
        facts = read_line(piece, lang)
        if facts is None:
            return None
        found = found or facts
    return found


def _hinted(block: DraftBlock, lang: LangTag) -> Item | None:
    """Return what the markup says of a short line, or nothing where it says nothing."""
    said = hinted(block.hints) if block.hints else frozenset()
    if not said or weight(block.text) > _BODY or isinstance(block.content, Heading):
        return None
    date = next(find_dates(block.text, lang), None)
    if date and "updated" in said:
        return Item(block, Kind.LETTERHEAD, LineFacts(updated=date))
    if date and "date" in said:
        return Item(block, Kind.LETTERHEAD, LineFacts(issued=date))
    if "byline" in said:
        return Item(block, Kind.BYLINE)
    kind = next(iter(sorted(said - {"date", "updated"})), "")
    return Item(block, Kind.FURNITURE, furniture=kind) if kind else None


def _label(text: str, lang: LangTag) -> Kind | None:
    """Return what a short line is the label of."""
    words, folded = vocabulary(lang), fold(text)
    bare = text.strip(" ()[]*–—-#.").lower()
    if folded in words.end and (len(folded) > 3 or text.isupper() or bare != text.lower()):
        return Kind.END
    if weight(text) > _LABEL_LENGTH * 2:
        return Kind.ATTRIBUTION if any(begins(folded, one) for one in words.attribution) else None
    if any(begins(folded, one) for one in words.attribution):
        return Kind.ATTRIBUTION
    if any(begins(folded, one) for one in words.original):
        return Kind.ORIGINAL
    if weight(text) > _LABEL_LENGTH or ends_sentence(text.rstrip(":：")):
        return None
    if folded in words.contact:
        return Kind.CONTACT
    if folded in words.editors:
        return Kind.EDITORS
    if any(begins(folded, one) and folded != one for one in words.about):
        return Kind.ABOUT
    if any(begins(folded, one) and folded != one for one in words.byline):
        return Kind.BYLINE
    return None


def _links_only(block: DraftBlock) -> bool:
    """Say whether a block is a link, or stands where the links to editions stand."""
    children = getattr(block.content, "children", ())
    return bool(children) and all(isinstance(one, m.Link) for one in children)


def _split(block: DraftBlock) -> Iterator[DraftBlock]:
    """Yield the lines of a paragraph one by one where all are short: a letterhead, an address."""
    content = block.content
    if not isinstance(content, m.Paragraph) or m.LineBreak() not in content.children:
        yield block
        return
    lines = _lines(content.children)
    texts = [normal(inline_text(line)) for line in lines]
    if any(weight(text) > _LINE_LENGTH for text in texts):
        yield block
        return
    rank = 0
    for line, text in zip(lines, texts, strict=True):
        if text:
            hints = block.hints | {"line", f"line-{rank}"}
            made = replace(content, children=line)
            yield DraftBlock(made, text, block.region, hints, block.place)
            rank += 1


def _lines(children: m.Inlines) -> list[m.Inlines]:
    lines: list[list[m.Inline]] = [[]]
    for child in children:
        if isinstance(child, m.LineBreak):
            lines.append([])
        else:
            lines[-1].append(child)
    return [tuple(line) for line in lines]
