"""The sorted lines before and after a text → the head of its release."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Evidence
from pressconv.languages import language
from pressconv.languages.reading import find_dates, only_date
from pressconv.notes import Note, note
from pressconv.recognition.front import Part
from pressconv.recognition.inlines import all_bold, links, unbold
from pressconv.recognition.items import Item, Kind
from pressconv.recognition.names import named_languages
from pressconv.recognition.phrases import fold
from pressconv.text import inline_text
from pressconv.walk import descendants

if TYPE_CHECKING:
    from datetime import date

    from pressconv.draft import Facts
    from pressconv.errors import Place
    from pressconv.languages.reading import FoundDate
    from pressconv.model import LangTag


# schema.org, creativeWorkStatus, as our own pages say it.
_STATUSES: Final = {"withdrawn": m.Status.CANCELED, "withheld": m.Status.WITHHELD}
_URL: Final = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)]")


@dataclass(slots=True)
class HeadMaker:
    """Collects what is known of a release; the first statement of a fact holds."""

    lang: LangTag
    headline: m.Inlines = ()
    subheadline: m.Inlines = ()
    organizations: list[m.Inlines] = field(default_factory=list)
    genre: m.Genre | None = None
    distribution: m.Distribution | None = None
    issued: date | None = None
    is_doubtful: bool = False
    updated: date | None = None
    expires: date | None = None
    version: int | None = None
    number: str | None = None
    status: m.Status | None = None
    dateline: m.Dateline | None = None
    byline: m.Inlines = ()
    attribution: m.Inlines = ()
    translation: m.Translation | None = None
    editions: dict[LangTag, m.Edition] = field(default_factory=dict)
    feeds: list[m.Feed] = field(default_factory=list)
    source: str | None = None
    facts: list[Evidence] = field(default_factory=list)
    dropped: list[Evidence] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    # ---- the lines before the text -------------------------------------------------------------

    def take(self, item: Item, part: Part) -> None:
        """Take one line that stands before the text."""
        children: m.Inlines = getattr(item.block.content, "children", ())
        words = unbold(children) if all_bold(children) else children
        place = item.block.place
        match part:
            case Part.HEADLINE:
                self.headline = words
            case Part.SUBHEADLINE if not self.subheadline:
                self.subheadline = words
                self.notes.append(note("import-subheadline", place, text=item.text))
            case Part.ORGANIZATION | Part.UNIT:
                self._name(item, words)
            case Part.BYLINE if not self.byline:
                self.byline = words
            case Part.ATTRIBUTION if not self.attribution:
                self.attribution = words
            case Part.REPEATED:
                self.drop(item, "repeated")
            case Part.FACTS:
                self.read(item)
            case _:
                self.drop(item, "front")

    def drop(self, item: Item, kind: str) -> None:
        """Leave *item* out."""
        self.dropped.append(Evidence(kind, item.text, item.block.place))

    def _name(self, item: Item, words: m.Inlines) -> None:
        if any(fold_inlines(words) == fold_inlines(one) for one in self.organizations):
            self.drop(item, "repeated")
            return
        self.organizations.append(words)
        self.notes.append(note("import-issuer", item.block.place, text=item.text))

    def read(self, item: Item) -> None:
        """Take the facts that a line states, wherever it stands."""
        match item.kind:
            case Kind.LETTERHEAD:
                self._letterhead(item)
            case Kind.EDITIONS:
                self._editions(item)
            case Kind.NOTICE:
                self._notice(item)
            case Kind.ORIGINAL:
                self._original(item)
            case Kind.FURNITURE if item.furniture == "feed":
                self._feed(item)
            case Kind.FURNITURE if item.text.startswith(("Subject:", "Date:", "Sent:", "From:")):
                self.facts.append(Evidence("mail", item.text, item.block.place))
            case _:
                self.drop(item, item.furniture or "front")

    def _letterhead(self, item: Item) -> None:
        found = item.facts
        if found is None:
            return
        self.facts.append(Evidence("letterhead", item.text, item.block.place))
        rules = language(self.lang)
        if found.genre and not self.genre:
            own = fold(rules.genres[found.genre]) == fold(found.genre_text)
            self.genre = m.Genre(found.genre, "" if own else found.genre_text)
        if found.distribution and not self.distribution:
            own = fold(rules.distributions[found.distribution]) == fold(found.distribution_text)
            words = "" if own else found.distribution_text
            self.distribution = m.Distribution(found.distribution, found.until, words)
            if found.distribution is m.DistributionKey.EMBARGOED and found.until is None:
                self.notes.append(note("import-embargo", item.block.place, text=item.text))
        if found.issued:
            self._issued(found.issued, item)
        if found.updated and not self.updated:
            self.updated = found.updated.when
        if found.expires and not self.expires:
            self.expires = found.expires.when
        if found.status:
            self._status(found.status, item.text, item.block.place)
        self.version = self.version or found.version
        self.number = self.number or found.number or None
        if found.place and not self.dateline:
            self.dateline = m.Dateline((m.DatelinePlace(found.place),))

    def _issued(self, found: FoundDate, item: Item) -> None:
        if self.issued is None:
            self.issued = found.when
            self.is_doubtful = not found.is_sure
            if self.is_doubtful:
                shown = item.text[found.start : found.end]
                values = {"text": shown, "date": found.when}
                self.notes.append(note("import-date-order", item.block.place, **values))
        elif not found.is_sure or found.when == self.issued:
            return
        else:
            values = {"text": item.text, "date": self.issued}
            self.notes.append(note("import-second-date", item.block.place, **values))

    def _status(self, found: m.Status, text: str, place: Place | None) -> None:
        if self.status is None:
            self.status = found
            self.notes.append(note("import-status", place, text=text, status=found.value))

    def _feed(self, item: Item) -> None:
        children: m.Inlines = getattr(item.block.content, "children", ())
        href = next((link.href for link in links(children)), None)
        self.facts.append(Evidence("feed", item.text, item.block.place))
        if not self.feeds:
            self.feeds.append(m.Feed(item.text, href))

    def _editions(self, item: Item) -> None:
        self.facts.append(Evidence("editions", item.text, item.block.place))
        content = item.block.content
        hrefs: dict[str, str] = {}
        for link in _all_links(content):
            for tag in _named(link):
                hrefs.setdefault(tag, link.href)
        for tag in item.languages:
            self.edition(m.Edition(tag, hrefs.get(tag)))

    def edition(self, found: m.Edition) -> None:
        """Take an edition in another language than the release's own."""
        if found.hreflang.split("-")[0] == self.lang.split("-")[0]:
            if found.hreflang == self.lang or "-" not in found.hreflang:
                return
            if language(found.hreflang).tag == language(self.lang).tag:
                return
        self.editions.setdefault(found.hreflang, found)

    def _notice(self, item: Item) -> None:
        if item.notice is None:
            return
        children: m.Inlines = getattr(item.block.content, "children", ())
        if self.translation:
            self.drop(item, "repeated")
            return
        source = item.notice.source
        wording = m.Wording(children, place=item.block.place)
        self.translation = m.Translation(
            source, (source,), item.notice.method, None, self.source, None, wording
        )
        self.notes.append(note("import-translation", item.block.place, source=source))

    def _original(self, item: Item) -> None:
        self.facts.append(Evidence("original", item.text, item.block.place))
        found = next((link.href for link in _all_links(item.block.content)), None)
        written = _URL.search(item.text)
        self.source = self.source or found or (written[0] if written else None)

    # ---- what the document says of itself ------------------------------------------------------

    def complete(self, facts: Facts) -> None:
        """Fill what no line stated with what the document says apart from its text."""
        stated = next(find_dates(facts.issued, self.lang), None) if facts.issued else None
        if self.issued is None and stated:
            self.issued = stated.when
            values = {"text": facts.issued, "date": stated.when}
            self.notes.append(note("import-date-elsewhere", None, **values))
        elif stated and stated.is_sure:
            self._settle(stated.when)
        if self.updated is None and facts.updated and (later := _day(facts.updated, self.lang)):
            self.updated = later if self.issued and later > self.issued else None
        if (status := _STATUSES.get(facts.status.casefold())) is not None:
            self._status(status, facts.status, None)
        if not self.organizations and facts.publisher:
            self.organizations.append((m.Text(facts.publisher),))
        for one in facts.alternates:
            self.edition(m.Edition(one.hreflang, one.href, one.title))
        for title, href in facts.feeds:
            if href not in {feed.href for feed in self.feeds}:
                self.feeds.append(m.Feed(title, href))
        if self.updated and self.issued and self.updated < self.issued:
            self.updated = None
        if self.expires and self.issued and self.expires < self.issued:
            self.expires = None

    def _settle(self, stated: date) -> None:
        """Tell the day from the month of a date in digits by the date that the page states."""
        here = self.issued
        if here is None or not self.is_doubtful or here.year != stated.year:
            return
        if (here.day, here.month) in {(stated.day, stated.month), (stated.month, stated.day)}:
            self.issued = stated
            self.notes[:] = [one for one in self.notes if one.code != "import-date-order"]

    def head(self, subjects: tuple[str, ...]) -> m.Head:
        """Return the head."""
        issuers: tuple[m.Issuer, ...] = ()
        if self.organizations:
            first, *units = self.organizations
            issuers = (m.Issuer(first, tuple(units)),)
        return m.Head(
            headline=self.headline,
            subheadline=self.subheadline,
            number=self.number,
            issuers=issuers,
            genre=self.genre,
            distribution=self.distribution,
            issued=self.issued,
            updated=self.updated,
            expires=self.expires,
            dateline=self.dateline,
            byline=self.byline,
            attribution=self.attribution,
            status=self.status,
            subjects=tuple(m.Subject(text) for text in subjects),
            feeds=tuple(self.feeds),
            editions=tuple(self.editions.values()),
            translation=self.translation,
        )


def fold_inlines(children: m.Inlines) -> str:
    """Return the folded words of running text."""
    return fold(inline_text(children))


def _day(text: str, lang: LangTag) -> date | None:
    found = only_date(text, lang) or next(find_dates(text, lang), None)
    return found.when if found else None


def _all_links(content: object) -> list[m.Link]:
    return [node for node in descendants(content) if isinstance(node, m.Link)]


def _named(link: m.Link) -> tuple[LangTag, ...]:
    return named_languages(inline_text(link.children))
