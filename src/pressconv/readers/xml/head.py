"""The head of a release: what is said about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.blocks import plain_blocks
from pressconv.readers.xml.characters import only_text, raw_text, squeezed
from pressconv.readers.xml.children import Children
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.images import image
from pressconv.readers.xml.inlines import inlines, plain, running
from pressconv.readers.xml.problems import shown
from pressconv.readers.xml.tree import Chars, Node

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_UNDETERMINED: Final[tuple[m.LangTag, ...]] = ("und",)
_MODEL: Final = (
    "headline subheadline? slugline? number? issuer* genre? distribution? issued? updated? "
    "expires? dateline? byline? attribution? abstract? subject* status? correction* rights? "
    "feed* edition* translation?"
)


def head(reading: Reading, node: Node, lang: m.LangTag) -> m.Head:
    """Read the head of a release in *lang*, and note its gaps."""
    with reading.attributes(node):
        children = reading.children(node, _MODEL)
    reading.in_head = True
    found = m.Head(
        headline=running(reading, children.one("headline")),
        subheadline=running(reading, children.one("subheadline")),
        slugline=plain(reading, children.one("slugline")),
        number=plain(reading, children.one("number")),
        issuers=tuple(_issuer(reading, issuer) for issuer in children.all("issuer")),
        genre=_optional(reading, children, "genre", _genre),
        distribution=_optional(reading, children, "distribution", _distribution),
        issued=_optional(reading, children, "issued", _when),
        updated=_optional(reading, children, "updated", _when),
        expires=_optional(reading, children, "expires", _when),
        dateline=_optional(reading, children, "dateline", _dateline),
        byline=running(reading, children.one("byline")),
        attribution=running(reading, children.one("attribution")),
        abstract=plain_blocks(reading, children.one("abstract")),
        subjects=tuple(_subject(reading, subject) for subject in children.all("subject")),
        status=_optional(reading, children, "status", _status),
        corrections=tuple(_correction(reading, one) for one in children.all("correction")),
        rights=running(reading, children.one("rights")),
        feeds=tuple(_feed(reading, feed) for feed in children.all("feed")),
        editions=_editions(reading, children.all("edition"), lang),
        translation=_optional(reading, children, "translation", _translation),
        place=node.place,
    )
    reading.in_head = False
    _note_gaps(reading, node, children, found)
    return found


def _optional(
    reading: Reading, children: Children, name: str, read: Callable[[Reading, Node], T]
) -> T | None:
    node = children.one(name)
    return read(reading, node) if node else None


def _issuer(reading: Reading, node: Node) -> m.Issuer:
    with reading.attributes(node) as attributes:
        marks = attributes.place(lang=attributes.lang())
    children = reading.children(node, "organization unit* logo?")
    logo = children.one("logo")
    return m.Issuer(
        running(reading, children.one("organization")),
        tuple(running(reading, unit) for unit in children.all("unit")),
        image(reading, logo) if logo else None,
        **marks,
    )


def _genre(reading: Reading, node: Node) -> m.Genre:
    with reading.attributes(node) as attributes:
        key = attributes.required("key", values.choice(m.GenreKey), m.GenreKey.OTHER)
    return m.Genre(key, only_text(reading, node, empty=True))


def _distribution(reading: Reading, node: Node) -> m.Distribution:
    with reading.attributes(node) as attributes:
        kind = values.choice(m.DistributionKey)
        key = attributes.required("key", kind, m.DistributionKey.OTHER)
        until = attributes.optional("until", values.moment_with_offset)
    if "until" in node.attributes and key is not m.DistributionKey.EMBARGOED:
        until = None
        if reading.is_read(node, "key"):
            message = f"until on distribution is the end of an embargo, and key='{key}' is none"
            hint = 'write key="embargoed" if it is not for all before that; else remove until'
            reading.refuse("unknown-attribute", node.place, message, hint)
    return m.Distribution(key, until, only_text(reading, node, empty=True))


def _when(reading: Reading, node: Node) -> m.When:
    with reading.attributes(node) as attributes:
        when = attributes.required("when", values.when, date.min)
    reading.children(node, "")
    return when


def _dateline(reading: Reading, node: Node) -> m.Dateline:
    with reading.attributes(node) as attributes:
        marks = attributes.place(lang=attributes.lang())
    known: list[Node | Chars] = []
    texts: list[str] = []
    for child in node.children:
        if isinstance(child, Chars):
            known.append(child)
            texts.append(raw_text(reading, node.with_children([child]), empty=True))
        elif child.name in {"place", "time"}:
            known.append(child)
            texts.append(raw_text(reading, child))
        else:
            reading.unknown(child, node, ["place", "time"])
    for extra in [part for part in node.elements() if part.name == "time"][1:]:
        reading.repeated(extra, node)
    parts = [
        text if isinstance(part, Chars) else _dateline_part(reading, part, text)
        for part, text in zip(known, squeezed(texts), strict=True)
    ]
    return m.Dateline(tuple(part for part in parts if part), **marks)


def _dateline_part(reading: Reading, node: Node, text: str) -> m.DatelinePlace | m.DatelineTime:
    with reading.attributes(node) as attributes:
        if node.name == "place":
            return m.DatelinePlace(text, attributes.lang())
        return m.DatelineTime(attributes.required("when", values.when, date.min), text)


def _subject(reading: Reading, node: Node) -> m.Subject:
    with reading.attributes(node) as attributes:
        scheme = attributes.optional("scheme", values.uri)
        code = attributes.text("code")
        lang = attributes.lang()
    return m.Subject(only_text(reading, node, empty=True), scheme, code, lang)


def _status(reading: Reading, node: Node) -> m.Status:
    with reading.attributes(node):
        for child in node.elements():
            reading.unknown(child, node, ())
    text = "".join(child.text for child in node.children if isinstance(child, Chars))
    try:
        status: m.Status = values.choice(m.Status)(text)
    except ValueError as error:
        reading.refuse("bad-value", node.place, f"status {shown(text)}: {error}")
        return m.Status.USABLE
    return status


def _correction(reading: Reading, node: Node) -> m.Correction:
    with reading.attributes(node) as attributes:
        when = attributes.required("when", values.when, date.min)
        version = attributes.optional("to-version", values.positive)
    return m.Correction(when, inlines(reading, node), version)


def _feed(reading: Reading, node: Node) -> m.Feed:
    with reading.attributes(node) as attributes:
        href = attributes.optional("href", values.address)
    return m.Feed(only_text(reading, node, empty=True), href)


def _editions(reading: Reading, nodes: list[Node], lang: m.LangTag) -> tuple[m.Edition, ...]:
    found: dict[m.LangTag, m.Edition] = {}
    for node in nodes:
        with reading.attributes(node) as attributes:
            tag = attributes.required("hreflang", values.language_tag, "")
            href = attributes.optional("href", values.address)
        title = only_text(reading, node, empty=True)
        if tag and (tag in found or tag == lang):
            which = "this edition is in" if tag == lang else "a second edition in"
            reading.refuse("duplicate-edition", node.place, f"{which} {tag!r}", "remove it")
        reading.known(tag or lang, node.place)
        found[tag] = m.Edition(tag, href, title)
    return tuple(found.values())


def _translation(reading: Reading, node: Node) -> m.Translation:
    with reading.attributes(node) as attributes:
        source_lang = attributes.required("from", values.language_tag, "und")
        authoritative = attributes.required("authoritative", values.language_tags, _UNDETERMINED)
        method = attributes.required("method", values.choice(m.Method), m.Method.UNKNOWN)
        translator = attributes.text("translator")
        source = attributes.optional("source", values.address)
        version = attributes.optional("source-version", values.positive)
    for tag in dict.fromkeys((source_lang, *authoritative)):
        reading.known(tag, node.place)
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
    return m.Wording(inlines(reading, node), **marks)


def _is_open(distribution: m.Distribution) -> bool:
    is_embargoed = distribution.key is m.DistributionKey.EMBARGOED
    return is_embargoed and distribution.until is None


def _note_gaps(reading: Reading, node: Node, children: Children, found: m.Head) -> None:
    if found.issued is None:
        reading.note("gap-issued", node.place)
    if not found.issuers:
        reading.note("gap-issuer", node.place)
    if found.distribution is None:
        reading.note("gap-distribution", node.place)
    distribution = children.one("distribution")
    if distribution and found.distribution and _is_open(found.distribution):
        reading.note("gap-until", distribution.place)
    if found.translation and found.translation.method is m.Method.UNKNOWN:
        reading.note("gap-method", node.place)
