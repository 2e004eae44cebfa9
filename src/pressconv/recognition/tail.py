"""Items from where the text begins → its blocks, and what stands under it.

One pass: each item is given to whatever part is open (the text, a boilerplate, a contact, a row of
furniture), and may open another.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import DraftBlock, Evidence, Heading, Region
from pressconv.recognition.ahead import Ahead, with_ahead
from pressconv.recognition.contacts import labelled_name, make_contact, read_contact_line
from pressconv.recognition.inlines import all_bold, links, unbold
from pressconv.recognition.items import Item, Kind, ends_sentence
from pressconv.recognition.linked import are_links, is_row_of_links, lines_of, links_of
from pressconv.recognition.open_part import OpenPart
from pressconv.recognition.phrases import weight
from pressconv.text import inline_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag

# Furniture that goes on under its heading until something else begins.
_OPENING: Final = frozenset({"related", "comments", "subscribe", "cookies", "navigation", "share"})
_SHORT: Final = 110
_LAST_SHARE: Final = 0.4


@dataclass(slots=True)
class Tail:
    """What was sorted so far."""

    lang: LangTag
    body: list[DraftBlock] = field(default_factory=list)
    boilerplates: list[m.Boilerplate] = field(default_factory=list)
    contacts: list[m.Contact] = field(default_factory=list)
    related: list[m.Related] = field(default_factory=list)
    endmark: str | None = None
    notices: list[Item] = field(default_factory=list)
    others: list[Item] = field(default_factory=list)
    dated: list[Item] = field(default_factory=list)
    facts: list[Evidence] = field(default_factory=list)
    dropped: list[Evidence] = field(default_factory=list)
    guessed: list[Evidence] = field(default_factory=list)
    is_structured: bool = False
    _open: OpenPart | None = None
    _dropping: str = ""

    def contact(self, items: Sequence[Item]) -> None:
        """Take the lines of a contact that stand before the text."""
        lines = [
            (one.text, read_contact_line(one.text, self.lang) or labelled_name(one.text, self.lang))
            for one in items
            if one.kind is not Kind.CONTACT
        ]
        contact = make_contact(lines, items[0].block.place) if lines else None
        if contact:
            self.contacts.append(contact)
        for one in items:
            if contact:
                self.facts.append(Evidence("contact", one.text, one.block.place))
            else:
                self._drop(one, "contact")

    def sort(self, items: Sequence[Item]) -> None:
        """Sort *items*, the whole rest of a draft."""
        # Where a document has links and regions, a row of links is one only if it is made of them.
        self.is_structured = any(
            item.block.region is not Region.ARTICLE or links_of(item) for item in items
        )
        for item, ahead in with_ahead(items):
            self._take(item, ahead, self._is_foot(ahead))
        self._close()

    def _is_foot(self, ahead: Ahead) -> bool:
        """Say whether a label here is one of the foot: no other heading with text comes after."""
        is_open = self.endmark is not None or self._open is not None
        return is_open or (bool(self.body) and not ahead.has_heading)

    def _is_late(self, ahead: Ahead) -> bool:
        """Say whether there is text, and little more comes."""
        return bool(self.body) and ahead.n_body <= max(2, len(self.body) * _LAST_SHARE)

    def _reaches(self, ahead: Ahead) -> bool:
        """Say whether a way to reach somebody stands under a label behind most of the text."""
        lines = ahead.items if self._is_late(ahead) else ()
        return any(read_contact_line(one.text, self.lang) for one in lines)

    # ---- one item ----------------------------------------------------------------------------

    def _take(self, item: Item, ahead: Ahead, is_foot: bool) -> None:
        match item.kind:
            case Kind.EDITIONS:
                self.others.append(item)
            case Kind.NOTICE:
                self._close()
                self._dropping = ""
                self.notices.append(item)
            case Kind.ORIGINAL if is_foot or not ahead.n_body:
                self.others.append(item)
            case Kind.END:
                self._end(item, ahead)
            case Kind.LETTERHEAD if _dates_the_text(item):
                self.dated.append(item)
            case _ if item.block.region is Region.FURNITURE:
                self._drop(item, item.furniture or "page")
            case Kind.FURNITURE:
                self._furniture(item, ahead)
            case Kind.ABOUT | Kind.EDITORS if is_foot and ahead.stands_under(item):
                self._begin(item)
            case Kind.CONTACT if (is_foot or self._reaches(ahead)) and ahead.stands_under(item):
                self._begin(item, is_contact=True)
            case _:
                self._text(item, ahead, is_foot)

    def _drop(self, item: Item, kind: str) -> None:
        self.dropped.append(Evidence(kind, item.text, item.block.place))

    def _end(self, item: Item, ahead: Ahead) -> None:
        """Take an end mark; in the middle of a text stars are a pause in it."""
        if self.endmark is None and self._is_late(ahead):
            self._close()
            self.endmark = item.text
            return
        self._close()
        if any(one.isalnum() for one in item.text) or self.endmark is not None:
            self._drop(item, "end")
        elif self.body:
            self.body.append(DraftBlock(m.Separator(), "", place=item.block.place))
            self.facts.append(Evidence("separator", item.text, item.block.place))

    def _furniture(self, item: Item, ahead: Ahead) -> None:
        following = next(iter(ahead.items), None)
        if item.furniture == "documents" and following and are_links(following):
            self._close()
            self.facts.append(Evidence("related", item.text, item.block.place))
            self._dropping = "documents"
            return
        if item.is_heading or item.furniture == "documents":
            if self._heads_text(item, ahead):
                self._text(item, ahead, is_foot=False)
                return
            self._close()
            self._dropping = item.furniture if item.furniture in _OPENING else ""
        elif item.furniture in {"related", "comments"} and (
            is_row_of_links(ahead.items) or self._begins_comments(item, ahead)
        ):
            self._close()
            self._dropping = item.furniture
        self._drop(item, item.furniture)

    def _heads_text(self, item: Item, ahead: Ahead) -> bool:
        """Say whether a heading that furniture has too stands over text of the release."""
        if item.furniture == "comments":
            return False
        if item.furniture == "subscribe" and sum(one.is_body for one in ahead.items[:2]) < 2:
            return False
        following = next(iter(ahead.items), None)
        if following is None or following.block.region is not Region.ARTICLE:
            return False
        return following.is_body and not are_links(following)

    def _begins_comments(self, item: Item, ahead: Ahead) -> bool:
        """Say whether a line that is no heading stands over comments: most of the text is above."""
        return item.furniture == "comments" and ahead.n_body <= len(self.body)

    # ---- text and the parts of the foot --------------------------------------------------------

    def _text(self, item: Item, ahead: Ahead, is_foot: bool) -> None:
        if self._dropping and self._goes_on_dropping(item):
            return
        self._dropping = ""
        if self._contact_line(item, ahead):
            return
        # What stands beside the article is no part of a boilerplate that the article began.
        is_outside = item.block.region is not Region.ARTICLE and (
            self._open is None
            or ("outside" in item.block.hints and self._open.region is Region.ARTICLE)
            or (self._open.is_contact and item.is_body)
        )
        if is_outside and (item.block.region is Region.AFTER or not item.is_body):
            self._drop(item, "page")
            return
        content = item.block.content
        if isinstance(content, Heading):
            if self._open or self.endmark is not None:
                self._begin(item)
            else:
                self.body.append(item.block)
        elif self._open is not None:
            self._open.blocks.append(content)
        elif self.endmark is not None:
            self._begin_untitled(item)
        else:
            self.body.append(item.block)

    def _goes_on_dropping(self, item: Item) -> bool:
        """Drop what stands under a heading of furniture: links and short lines, all comments."""
        if self._dropping == "documents":
            if not are_links(item):
                return False
            self._relate(item)
            return True
        is_text = item.is_body and not are_links(item)
        if item.kind is Kind.HEADING and self._dropping != "comments":
            return False
        if is_text and self._dropping not in {"comments", "cookies", "subscribe"}:
            return False
        if self._dropping == "related" and self.is_structured and not are_links(item):
            return False
        if is_text and weight(item.text) > 4 * _SHORT and self._dropping != "comments":
            return False
        self._drop(item, self._dropping)
        return True

    def _relate(self, item: Item) -> None:
        """Keep a link with all words of its item; items of more links are one each."""
        for children in lines_of(item):
            found = list(links(children))
            whole: m.Inlines = (m.Text(inline_text(children)),)
            for link in found:
                words = whole if len(found) == 1 else link.children
                self.related.append(m.Related(link.href, words, link.hreflang))
            if len(found) != 1:
                self.facts.append(Evidence("related", inline_text(children), item.block.place))

    def _begin(self, item: Item, *, is_contact: bool = False) -> None:
        """Open a part of the foot under the title that *item* is."""
        self._close()
        self._dropping = ""
        children: m.Inlines = getattr(item.block.content, "children", ())
        title = unbold(children) if all_bold(children) else children
        kinds = {Kind.ABOUT: m.BoilerplateKind.ABOUT}
        kind = kinds.get(item.kind, m.BoilerplateKind.OTHER)
        place = item.block.place
        self._open = OpenPart(kind, title, [], [], is_contact, place, item.text, item.block.region)

    def _begin_untitled(self, item: Item) -> None:
        self._open = OpenPart(m.BoilerplateKind.OTHER, (), [], [], False, item.block.place)
        content = item.block.content
        if not isinstance(content, Heading):
            self._open.blocks.append(content)

    def _contact_line(self, item: Item, ahead: Ahead) -> bool:
        """Take a line of a contact, and short lines between two of them."""
        if not isinstance(item.block.content, m.Paragraph) or not self.body:
            return False
        line = read_contact_line(item.text, self.lang) or labelled_name(item.text, self.lang)
        is_open = self._open is not None and self._open.is_contact and not self._open.blocks
        if line is None:
            is_short = weight(item.text) <= _SHORT and not ends_sentence(item.text)
            if is_open and is_short and self._open is not None:
                self._open.lines.append((item.text, None))
                return True
            return False
        if not is_open:
            if line.channels and line.channels[0].kind is m.ChannelKind.HOURS:
                return False  # of a museum, as like as not
            if any(one.is_body and one.block.region is Region.ARTICLE for one in ahead.items[:2]):
                return False
            self._close()
            self._open = OpenPart(is_contact=True, place=item.block.place)
        if self._open is not None:
            self._open.lines.append((item.text, line))
        return True

    def _close(self) -> None:
        """Close the open part: a contact with nothing to call is a boilerplate."""
        part, self._open = self._open, None
        if part is None:
            return
        contact, boilerplate = part.contact(), part.boilerplate()
        if contact:
            self.contacts.append(contact)
            self.facts += [Evidence("contact", text, part.place) for text, _ in part.lines]
            if part.label:
                self.facts.append(Evidence("contact", part.label, part.place))
        elif boilerplate:
            self.boilerplates.append(boilerplate)
            if part.title:
                self.guessed.append(Evidence("boilerplate", part.label, part.place))
        elif part.title:
            self.dropped.append(Evidence("label", part.label, part.place))


def _dates_the_text(item: Item) -> bool:
    """Say whether a line under the text tells its day: by a label, or by its markup."""
    found = item.facts.issued if item.facts else None
    is_said = found is not None and (found.start > 0 or "metadata" in item.block.hints)
    return is_said and item.block.region is Region.AFTER
