"""The letterhead: who issues the release, of what kind it is, how and when it goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.house import House, by_language
from pressconv.languages import Language, LetterheadPart
from pressconv.languages.casing import upper
from pressconv.languages.dates import day, moment
from pressconv.languages.numbers import whole
from pressconv.present.wording import filled, worded
from pressconv.presentation import LetterheadLine, LineKind
from pressconv.text import joined

if TYPE_CHECKING:
    from collections.abc import Iterator


def letterhead(release: m.Release, rules: Language, house: House) -> Iterator[LetterheadLine]:
    """Yield the lines in the order of the house, else of the language.

    First stands what nobody may miss: that the release is withdrawn, withheld, or under embargo.
    """
    head, lang = release.head, release.lang
    order = house.letterhead or rules.letterhead
    if LetterheadPart.NUMBER not in order:
        order = (*order, LetterheadPart.NUMBER)
    yield from _status(head, rules)
    yield from _embargo(head, lang, rules, house)
    for part in order:
        match part:
            case LetterheadPart.ISSUER:
                yield from _issuers(head, lang, house)
            case LetterheadPart.NUMBER:
                if head.number:
                    yield _line(LineKind.NUMBER, head.number)
            case LetterheadPart.DISTRIBUTION:
                yield from _distribution(head, lang, rules, house)
            case LetterheadPart.GENRE:
                yield from _genre(head, lang, rules, house)
            case LetterheadPart.ISSUED:
                yield from _dates(head, rules)
                yield from _validity(release, rules)
    yield from _attribution(head)


def publisher(head: m.Head, lang: m.LangTag, house: House) -> m.Inlines:
    """Return the name of the first issuer, or the house's own; empty where nobody says it."""
    if head.issuers:
        return head.issuers[0].organization
    own = by_language(house.issuer, lang)
    return joined(own.organization) if own else ()


def is_usable(head: m.Head) -> bool:
    """Say whether anybody may use the release, once its embargo is over."""
    return head.status not in {m.Status.CANCELED, m.Status.WITHHELD}


def _line(kind: LineKind, text: str) -> LetterheadLine:
    return LetterheadLine(kind, joined(text))


def _issuers(head: m.Head, lang: m.LangTag, house: House) -> Iterator[LetterheadLine]:
    for issuer in head.issuers:
        if issuer.logo:
            yield LetterheadLine(LineKind.LOGO, issuer.logo, issuer.lang)
        yield LetterheadLine(LineKind.ORGANIZATION, issuer.organization, issuer.lang)
        for unit in issuer.units:
            yield LetterheadLine(LineKind.UNIT, unit, issuer.lang)
    own = by_language(house.issuer, lang)
    if own and not head.issuers:
        yield _line(LineKind.ORGANIZATION, own.organization)
        for name in own.units:
            yield _line(LineKind.UNIT, name)


def _status(head: m.Head, rules: Language) -> Iterator[LetterheadLine]:
    labels = rules.labels
    if head.status is m.Status.CANCELED:
        yield LetterheadLine(LineKind.STATUS, worded(labels.status_canceled, rules))
        yield LetterheadLine(LineKind.WITHDRAWAL, worded(labels.withdrawal, rules))
    elif head.status is m.Status.WITHHELD:
        yield LetterheadLine(LineKind.STATUS, worded(labels.status_withheld, rules))


def _embargo(
    head: m.Head, lang: m.LangTag, rules: Language, house: House
) -> Iterator[LetterheadLine]:
    if head.distribution is None or head.distribution.key is not m.DistributionKey.EMBARGOED:
        return
    until, is_capital = head.distribution.until, LetterheadPart.DISTRIBUTION in house.capitals
    if until is None or head.distribution.text:
        yield from _distributed(LineKind.EMBARGO, head.distribution, lang, rules, house)
        return
    pieces = list(rules.labels.embargoed_until.partition("{until}"))
    pieces[1] = moment(until, rules)
    before, time, after = (
        worded(upper(one, rules) if is_capital else one, rules) for one in pieces
    )
    yield LetterheadLine(LineKind.EMBARGO, joined(*before, m.Time(until, time), *after))


def _distribution(
    head: m.Head, lang: m.LangTag, rules: Language, house: House
) -> Iterator[LetterheadLine]:
    kept = {m.DistributionKey.EMBARGOED}
    if not is_usable(head):
        kept.add(m.DistributionKey.IMMEDIATE)
    if head.distribution and head.distribution.key not in kept:
        yield from _distributed(LineKind.DISTRIBUTION, head.distribution, lang, rules, house)


def _distributed(
    kind: LineKind, distribution: m.Distribution, lang: m.LangTag, rules: Language, house: House
) -> Iterator[LetterheadLine]:
    key = distribution.key
    own = distribution.text or (by_language(house.distributions, lang) or {}).get(key, "")
    is_capital = LetterheadPart.DISTRIBUTION in house.capitals
    yield from _keyed(kind, own, rules.distributions[key], rules, is_capital=is_capital)


def _genre(
    head: m.Head, lang: m.LangTag, rules: Language, house: House
) -> Iterator[LetterheadLine]:
    if head.genre:
        key = head.genre.key
        own = head.genre.text or (by_language(house.genres, lang) or {}).get(key, "")
        is_capital = LetterheadPart.GENRE in house.capitals
        yield from _keyed(LineKind.GENRE, own, rules.genres[key], rules, is_capital=is_capital)


def _keyed(
    kind: LineKind, own: str, label: str, rules: Language, *, is_capital: bool
) -> Iterator[LetterheadLine]:
    """Yield the line of a key: the release's or the house's *own* words, else the language's."""
    words = own or label
    if words:
        set_words = upper(words, rules) if is_capital else words
        yield LetterheadLine(kind, joined(set_words) if own else worded(set_words, rules))


def _dates(head: m.Head, rules: Language) -> Iterator[LetterheadLine]:
    if head.issued:
        shown = day(head.issued, rules, letterhead=True)
        yield LetterheadLine(LineKind.ISSUED, (m.Time(head.issued, worded(shown, rules)),))
    if head.updated:
        time = m.Time(head.updated, worded(day(head.updated, rules), rules))
        yield LetterheadLine(LineKind.UPDATED, filled(rules.labels.updated, rules, date=(time,)))


def _validity(release: m.Release, rules: Language) -> Iterator[LetterheadLine]:
    """Yield which version it is, from the second, and how long it holds where it holds."""
    expires, labels = release.head.expires, rules.labels
    if release.version and release.version > 1:
        number = whole(release.version, rules)
        yield LetterheadLine(LineKind.VERSION, filled(labels.version, rules, number=number))
    if expires and is_usable(release.head):
        time = m.Time(expires, worded(day(expires, rules), rules))
        yield LetterheadLine(LineKind.EXPIRES, filled(labels.expires, rules, date=(time,)))


def _attribution(head: m.Head) -> Iterator[LetterheadLine]:
    if head.byline:
        yield LetterheadLine(LineKind.BYLINE, head.byline)
    if head.dateline:
        parts = joined(*map(_dateline_part, head.dateline.parts))
        yield LetterheadLine(LineKind.DATELINE, parts, head.dateline.lang)
    if head.attribution:
        yield LetterheadLine(LineKind.ATTRIBUTION, head.attribution)


def _dateline_part(part: str | m.DatelinePlace | m.DatelineTime) -> m.Inline | str:
    match part:
        case m.DatelinePlace(text, lang):
            return m.Name((m.Text(text),), m.NameKind.PLACE, lang=lang)
        case m.DatelineTime(when, text):
            return m.Time(when, (m.Text(text),))
        case _:
            return part
