"""The head and the foot of a release: what is said about it, and what stands under it."""

from __future__ import annotations

from datetime import date, datetime, time, timezone
from typing import TYPE_CHECKING, TypeVar

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.blocks import image, plain_blocks
from pressconv.readers.xml.cursor import Children, Reading
from pressconv.readers.xml.inlines import HEAD, inlines, only_text
from pressconv.readers.xml.tree import Chars, Node

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_UNDETERMINED: tuple[m.LangTag, ...] = ("und",)
_MODEL = (
    "headline subheadline? slugline? number? issuer* genre? distribution? issued? updated? "
    "expires? dateline? byline? attribution? abstract? subject* status? correction* rights? "
    "feed* edition* translation?"
)


def head(reading: Reading, node: Node, lang: m.LangTag) -> m.Head:
    """Read the head of a release in *lang*, and note its gaps."""
    with reading.attributes(node):
        children = reading.children(node, _MODEL)
    abstract = children.one("abstract")
    found = m.Head(
        headline=_words(reading, children, "headline"),
        subheadline=_words(reading, children, "subheadline"),
        slugline=_text(reading, children, "slugline"),
        number=_text(reading, children, "number"),
        issuers=tuple(_issuer(reading, issuer) for issuer in children.all("issuer")),
        genre=_optional(reading, children, "genre", _genre),
        distribution=_optional(reading, children, "distribution", _distribution),
        issued=_optional(reading, children, "issued", _when),
        updated=_optional(reading, children, "updated", _when),
        expires=_optional(reading, children, "expires", _when),
        dateline=_optional(reading, children, "dateline", _dateline),
        byline=_words(reading, children, "byline"),
        attribution=_words(reading, children, "attribution"),
        abstract=plain_blocks(reading, abstract) if abstract else (),
        subjects=tuple(_subject(reading, subject) for subject in children.all("subject")),
        status=_optional(reading, children, "status", _status),
        corrections=tuple(_correction(reading, one) for one in children.all("correction")),
        rights=_words(reading, children, "rights"),
        feeds=tuple(_feed(reading, feed) for feed in children.all("feed")),
        editions=_editions(reading, children.all("edition"), lang),
        translation=_optional(reading, children, "translation", _translation),
        place=node.place,
    )
    _hold_dates(reading, children, found)
    _note_gaps(reading, node, found)
    return found


def _words(reading: Reading, children: Children, name: str) -> m.Inlines:
    node = children.one(name)
    if node is None:
        return ()
    with reading.attributes(node):
        return inlines(reading, node, HEAD)


def _text(reading: Reading, children: Children, name: str) -> str | None:
    node = children.one(name)
    if node is None:
        return None
    with reading.attributes(node):
        return only_text(reading, node)


def _optional(
    reading: Reading, children: Children, name: str, read: Callable[[Reading, Node], T]
) -> T | None:
    node = children.one(name)
    return read(reading, node) if node else None


def _issuer(reading: Reading, node: Node) -> m.Issuer:
    with reading.attributes(node) as attributes:
        marks = attributes.place()
        marks["lang"] = attributes.lang()
    children = reading.children(node, "organization unit* logo?")
    units = []
    for unit in children.all("unit"):
        with reading.attributes(unit):
            units.append(inlines(reading, unit, HEAD))
    logo = children.one("logo")
    return m.Issuer(
        _words(reading, children, "organization"),
        tuple(units),
        image(reading, logo) if logo else None,
        **marks,
    )


def _genre(reading: Reading, node: Node) -> m.Genre:
    with reading.attributes(node) as attributes:
        key = attributes.required("key", values.choice(m.GenreKey), m.GenreKey.OTHER)
    return m.Genre(key, only_text(reading, node, empty="kept"))


def _distribution(reading: Reading, node: Node) -> m.Distribution:
    with reading.attributes(node) as attributes:
        kind = values.choice(m.DistributionKey)
        key = attributes.required("key", kind, m.DistributionKey.OTHER)
        until = attributes.optional("until", values.moment_with_offset)
    return m.Distribution(key, until, only_text(reading, node, empty="kept"))


def _when(reading: Reading, node: Node) -> m.When:
    with reading.attributes(node) as attributes:
        when = attributes.required("when", values.when, date.min)
    reading.children(node, "")
    return when


def _dateline(reading: Reading, node: Node) -> m.Dateline:
    with reading.attributes(node) as attributes:
        marks = attributes.place()
        marks["lang"] = attributes.lang()
    parts: list[str | m.DatelinePlace | m.DatelineTime] = []
    n_times = 0
    for child in node.children:
        if isinstance(child, Chars):
            parts.append(only_text(reading, Node("dateline", {}, node.place, [child]), empty="kept"))
        elif child.name == "place":
            with reading.attributes(child) as attributes:
                lang = attributes.lang()
            parts.append(m.DatelinePlace(only_text(reading, child), lang))
        elif child.name == "time":
            n_times += 1
            with reading.attributes(child) as attributes:
                when = attributes.required("when", values.when, date.min)
            parts.append(m.DatelineTime(when, only_text(reading, child)))
        else:
            reading.unknown(child, node, ["place", "time"])
    if n_times > 1:
        reading.refuse("repeated-element", node.place, "a second time in dateline; one is allowed")
    return m.Dateline(tuple(part for part in parts if part), **marks)


def _subject(reading: Reading, node: Node) -> m.Subject:
    with reading.attributes(node) as attributes:
        scheme = attributes.optional("scheme", values.any_uri)
        code = attributes.optional("code", values.plain)
        lang = attributes.lang()
    return m.Subject(only_text(reading, node, empty="kept"), scheme, code, lang)


def _status(reading: Reading, node: Node) -> m.Status:
    with reading.attributes(node):
        text = only_text(reading, node, empty="kept")
    try:
        return m.Status(text)
    except ValueError:
        message = f"status {text!r}: expected one of {', '.join(m.Status)}"
        reading.refuse("bad-value", node.place, message)
        return m.Status.USABLE


def _correction(reading: Reading, node: Node) -> m.Correction:
    with reading.attributes(node) as attributes:
        when = attributes.required("when", values.when, date.min)
        version = attributes.optional("to-version", values.positive)
    return m.Correction(when, inlines(reading, node, HEAD), version)


def _feed(reading: Reading, node: Node) -> m.Feed:
    with reading.attributes(node) as attributes:
        href = attributes.optional("href", values.address)
    return m.Feed(only_text(reading, node, empty="kept"), href)


def _editions(reading: Reading, nodes: list[Node], lang: m.LangTag) -> tuple[m.Edition, ...]:
    found: dict[m.LangTag, m.Edition] = {}
    for node in nodes:
        with reading.attributes(node) as attributes:
            tag = attributes.required("hreflang", values.language_tag, "und")
            href = attributes.optional("href", values.address)
        title = only_text(reading, node, empty="kept")
        if tag in found or tag == lang:
            message = f"the edition in {tag!r} is already there"
            reading.refuse("duplicate-edition", node.place, message)
        found[tag] = m.Edition(tag, href, title)
    return tuple(found.values())


def _translation(reading: Reading, node: Node) -> m.Translation:
    with reading.attributes(node) as attributes:
        source_lang = attributes.required("from", values.language_tag, "und")
        authoritative = attributes.required("authoritative", values.language_tags, _UNDETERMINED)
        method = attributes.required("method", values.choice(m.Method), m.Method.UNKNOWN)
        translator = attributes.optional("translator", values.plain)
        source = attributes.optional("source", values.address)
        version = attributes.optional("source-version", values.positive)
    wording = reading.children(node, "wording?").one("wording")
    return m.Translation(
        source_lang,
        authoritative,
        method,
        translator,
        source,
        version,
        _wording(reading, wording) if wording else None,
    )


def _wording(reading: Reading, node: Node) -> m.Wording:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    return m.Wording(inlines(reading, node, HEAD), **marks)


def _hold_dates(reading: Reading, children: Children, found: m.Head) -> None:
    if found.issued is None:
        return
    for name, later in (("updated", found.updated), ("expires", found.expires)):
        node = children.one(name)
        if node and later and _before(later, found.issued):
            reading.refuse(
                "date-order", node.place, f"{name} {later} is before issued {found.issued}"
            )


def _before(one: m.When, other: m.When) -> bool:
    """Compare days where one is only a day, moments where both are; UTC where none is said."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return _aware(one) < _aware(other)
    return _day(one) < _day(other)


def _aware(when: datetime) -> datetime:
    return when if when.tzinfo else when.replace(tzinfo=timezone.utc)


def _day(when: m.When) -> datetime:
    day = when.date() if isinstance(when, datetime) else when
    return datetime.combine(day, time.min)


def _note_gaps(reading: Reading, node: Node, found: m.Head) -> None:
    if found.issued is None:
        reading.note("gap-issued", node.place)
    if not found.issuers:
        reading.note("gap-issuer", node.place)
    if found.translation and found.translation.method is m.Method.UNKNOWN:
        reading.note("gap-method", node.place)
