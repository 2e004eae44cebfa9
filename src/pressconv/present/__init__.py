"""`Release` → `Presentation`: the one place that knows an office's habits.

Letterhead lines in order, labels and dates in the language, numbered notes, the disclaimer and
where it stands, links to the other editions are decided here, for every writer alike.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.around import around
from pressconv.house import House
from pressconv.languages import Language, Position, fallback_notes, language
from pressconv.languages.dates import language_name
from pressconv.languages.tags import canonical_alias, direction, subtags
from pressconv.notes import Note, note
from pressconv.present.accessibility import (
    accessibility_notes,
    accessibility_parts,
    contact_point,
)
from pressconv.present.addresses import address, below_base, file_name
from pressconv.present.corrections import in_order, listed
from pressconv.present.dating import in_house_time
from pressconv.present.disclaimer import disclaimer
from pressconv.present.foot import foot_parts, rights_parts
from pressconv.present.letterhead import is_usable, letterhead, publisher
from pressconv.present.running import Running
from pressconv.presentation import (
    EditionLink,
    LetterheadLine,
    Metadata,
    Original,
    Part,
    PartKind,
    Presentation,
)
from pressconv.text import inline_text, normal
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DESCRIPTION = 300
_PAGE = "html"


def present(
    release: m.Release,
    *,
    house: House | None = None,
    position: Position | None = None,
    drafts: bool | None = None,
) -> Presentation:
    """Present *release*. *position* puts the disclaimer; *drafts* lets unreviewed wording print.

    Both go over what the house says. Remarks of the presentation say where a wording is missing or
    a draft, and where a language has no file.

    Raises:
        ConfigError: the time zone of *house* is none.
    """
    house = house or House()
    release = in_order(in_house_time(release, house))
    rules = language(release.lang, house.typography)
    original = _original(release, rules, house)
    foot = foot_parts(release, rules, house.typography)
    parts = [*_before_body(release, rules), _body(release), *foot]
    parts += [*accessibility_parts(release.lang, rules, house), *rights_parts(release)]
    notes = [*_language_notes(release), *_standing_notes(release.head)]
    notes += accessibility_notes(release.lang, house)
    subscribe = release.foot.subscribe
    if subscribe and not subscribe.href and not subscribe.blocks:
        notes.append(note("gap-href", what="the subscription"))
    if release.head.translation:
        may_draft = house.drafts if drafts is None else drafts
        made = disclaimer(release, release.head.translation, original, house, drafts=may_draft)
        notes += made.notes
        where = position or house.disclaimer_position or rules.disclaimer_position
        at = parts.index(_body(release)) + (where is Position.AFTER)
        parts[at:at] = [made.value] if made.value else []
    return replace(_shown(release, rules, house, parts, original), remarks=tuple(notes))


def _shown(
    release: m.Release,
    rules: Language,
    house: House,
    parts: list[Part],
    original: Original | None,
) -> Presentation:
    """Put everything together, the running text in reading order."""
    lang, head = release.lang, release.head
    page = around(release)
    running = Running(page, house.typography)
    headline = running.show(head.headline)
    subheadline = running.show(head.subheadline)
    lines = tuple(
        LetterheadLine(line.kind, running.show(line.content, line.lang), line.lang)
        for line in letterhead(release, rules, house)
    )
    shown = tuple(_part(running, part) for part in parts)
    return Presentation(
        id=release.id,
        lang=lang,
        dir=page.dir,
        title=normal(inline_text(headline)),
        headline=headline,
        subheadline=subheadline,
        letterhead=lines,
        parts=shown,
        endmark=release.foot.endmark or "",
        notes=tuple(running.notes),
        references=tuple(running.references),
        editions=tuple(_edition(release, edition, house) for edition in head.editions),
        labels=rules.labels,
        metadata=_metadata(release, house, original, shown),
        numerals=rules.numerals,
        labels_lang=rules.tag if rules.stands_in else None,
    )


def _part(running: Running, part: Part) -> Part:
    title = running.show(part.title, part.lang, part.dir)
    content = running.show(part.content, part.lang, part.dir)
    return Part(part.kind, content, title, part.label, part.id, part.lang, part.dir)


def _body(release: m.Release) -> Part:
    body = release.body
    return Part(PartKind.BODY, body.content, (), "", body.id, body.lang, body.dir)


def _before_body(release: m.Release, rules: Language) -> Iterator[Part]:
    labels, head = rules.labels, release.head
    if head.corrections:
        remarks = tuple(listed(one, rules) for one in head.corrections)
        yield Part(PartKind.CORRECTIONS, remarks, label=labels.corrections)
    if head.abstract:
        yield Part(PartKind.ABSTRACT, head.abstract, label=labels.abstract)


# ---- editions and addresses ----------------------------------------------------------------


def _address(release: m.Release, lang: m.LangTag, house: House) -> str:
    """Return the address of an edition's web page, where the house says its base."""
    return address(release.id, lang, _PAGE, house)


def _page_of(edition: m.Edition, release: m.Release, house: House) -> str:
    """Return the address of another edition: its own, else the one that the house makes of it."""
    if edition.href:
        return below_base(edition.href, house)
    return _address(release, edition.hreflang, house)


def _edition(release: m.Release, edition: m.Edition, house: House) -> EditionLink:
    tag = edition.hreflang
    absolute = _page_of(edition, release, house)
    return EditionLink(
        lang=tag,
        dir=direction(tag),
        name=_own_name(tag),
        title=edition.title,
        href=absolute or file_name(release.id, tag, _PAGE),
        is_absolute=absolute.startswith(("https://", "http://")),
    )


def _own_name(tag: m.LangTag) -> str:
    """Return the name of a language in that language, for any tag that CLDR knows."""
    rules = language(tag)
    if rules.tag.split("-")[0] == canonical_alias(tag).split("-")[0]:
        return rules.name if rules.tag == tag else language_name(tag, rules)
    return _cldr_own_name(tag)


def _cldr_own_name(tag: m.LangTag) -> str:
    from pressconv.languages.dates import locale  # noqa: PLC0415

    here = locale(tag)
    return str(here.languages.get(tag.replace("-", "_")) or here.get_display_name() or tag)


def _original(release: m.Release, rules: Language, house: House) -> Original | None:
    translation = release.head.translation
    if translation is None:
        return None
    tag = translation.authoritative[0]
    href = below_base(translation.source, house) if translation.source else ""
    for edition in release.head.editions:
        if not href and edition.hreflang == tag:
            href = _page_of(edition, release, house)
    return Original(tag, language_name(tag, rules) if href else "", href)


def _default(release: m.Release, house: House) -> str:
    """Return the address of the edition for readers of none of the languages.

    Every edition has to name the same one: the house's choice comes first, then the authoritative
    text, which is this one where it is no translation.
    """
    own = _address(release, release.lang, house)
    pages = {release.lang: own}
    for edition in release.head.editions:
        pages[edition.hreflang] = _page_of(edition, release, house)
    translation = release.head.translation
    authoritative = translation.authoritative if translation else (release.lang,)
    for wanted in filter(None, (house.default_language, *authoritative)):
        varieties = (one for one in pages if subtags(one)[0] == subtags(wanted)[0])
        for tag in (wanted, *varieties):
            if href := pages.get(tag):
                return href
    return own


def _metadata(
    release: m.Release, house: House, original: Original | None, parts: tuple[Part, ...]
) -> Metadata:
    head = release.head
    distribution = head.distribution.key if head.distribution else None
    is_embargoed = distribution is m.DistributionKey.EMBARGOED
    return Metadata(
        publisher=normal(inline_text(publisher(head, release.lang, house))),
        description=_description(parts),
        issued=head.issued,
        updated=head.updated,
        expires=head.expires if is_usable(head) else None,
        version=release.version,
        status=head.status or m.Status.USABLE,
        distribution=distribution,
        embargoed_until=head.distribution.until if head.distribution and is_embargoed else None,
        corrections=tuple(
            (one.when, normal(inline_text(one.children))) for one in head.corrections
        ),
        address=_address(release, release.lang, house),
        original=original,
        subjects=head.subjects,
        feeds=tuple(
            replace(feed, href=below_base(feed.href, house)) if feed.href else feed
            for feed in head.feeds
        ),
        accessibility=contact_point(house.accessibility.within(release.lang)),
        default=_default(release, house),
    )


def _description(parts: tuple[Part, ...]) -> str:
    """Return the first paragraph of the abstract, else of the body, cut at a word."""
    for kind in (PartKind.ABSTRACT, PartKind.BODY):
        for part in (part for part in parts if part.kind is kind):
            for block in part.content:
                if isinstance(block, m.Paragraph):
                    text = normal(inline_text(block.children))
                    if len(text) <= _MAX_DESCRIPTION:
                        return text
                    cut = text[:_MAX_DESCRIPTION]
                    return (cut.rpartition(" ")[0] or cut) + "…"
    return ""


def _standing_notes(head: m.Head) -> Iterator[Note]:
    """Note what keeps the release from the public, whoever asks for it."""
    match head.distribution:
        case m.Distribution(m.DistributionKey.EMBARGOED, until) if until:
            yield note("embargoed", head.place, until=until.isoformat())
        case _:
            pass
    if head.status is m.Status.WITHHELD:
        yield note("not-public", head.place, status=head.status)
    if head.status is m.Status.CANCELED:
        yield note("withdrawn", head.place, status=head.status)


def _language_notes(release: m.Release) -> Iterator[Note]:
    """Note every language of the release that is set by another's rules."""
    tags = {release.lang: None}
    for node in descendants(release):
        if isinstance(node, m.Marked) and node.lang:
            tags[node.lang] = None
    return fallback_notes(tags)
