"""`Release` → canonical XML, so that ``read(write_xml(release)) == release``.

Blocks stand on lines of their own, running text is never broken. Characters that cannot be seen
are written as numbers (``&#xA0;``), so that nobody loses one by accident.
"""

from __future__ import annotations

from typing import Final

from pressconv import model as m
from pressconv.writers.xml.blocks import content, image
from pressconv.writers.xml.inlines import inlines, words
from pressconv.writers.xml.markup import element, escape, leaf, lines, marks

NAMESPACE: Final = "urn:pressconv:release:1"


def write_xml(release: m.Release) -> bytes:
    """Write *release* as canonical XML in UTF-8. The same release gives the same bytes."""
    body = element("body", content(release.body.content), **marks(release.body))
    root = element(
        "release",
        lines(element("head", _head(release.head)), body, _foot(release.foot)),
        xmlns=NAMESPACE,
        id=release.id,
        version=release.version,
        xml_lang=release.lang,
        dir=release.dir,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'.encode()


# ---- head and foot -------------------------------------------------------------------------


def _head(head: m.Head) -> str:
    return lines(
        words("headline", head.headline),
        words("subheadline", head.subheadline),
        words("slugline", head.slugline),
        words("number", head.number),
        *map(_issuer, head.issuers),
        head.genre and leaf("genre", escape(head.genre.text), key=head.genre.key),
        head.distribution and _distribution(head.distribution),
        head.issued and leaf("issued", when=head.issued),
        head.updated and leaf("updated", when=head.updated),
        head.expires and leaf("expires", when=head.expires),
        head.dateline and _dateline(head.dateline),
        words("byline", head.byline),
        words("attribution", head.attribution),
        head.abstract and element("abstract", content(head.abstract)),
        *map(_subject, head.subjects),
        words("status", head.status),
        *map(_correction, head.corrections),
        words("rights", head.rights),
        *(leaf("feed", escape(feed.text), href=feed.href) for feed in head.feeds),
        *map(_edition, head.editions),
        head.translation and _translation(head.translation),
    )


def _issuer(issuer: m.Issuer) -> str:
    return element(
        "issuer",
        lines(
            words("organization", issuer.organization),
            *(words("unit", unit) for unit in issuer.units),
            issuer.logo and image(issuer.logo, "logo"),
        ),
        xml_lang=issuer.lang,
    )


def _distribution(node: m.Distribution) -> str:
    return leaf("distribution", escape(node.text), key=node.key, until=node.until)


def _dateline(dateline: m.Dateline) -> str:
    parts = []
    for part in dateline.parts:
        match part:
            case m.DatelinePlace(text, lang):
                parts.append(leaf("place", escape(text), xml_lang=lang))
            case m.DatelineTime(when, text):
                parts.append(leaf("time", escape(text), when=when))
            case _:
                parts.append(escape(part))
    return leaf("dateline", "".join(parts), xml_lang=dateline.lang)


def _subject(node: m.Subject) -> str:
    text = escape(node.text)
    return leaf("subject", text, scheme=node.scheme, code=node.code, xml_lang=node.lang)


def _correction(node: m.Correction) -> str:
    return leaf("correction", inlines(node.children), when=node.when, to_version=node.to_version)


def _edition(node: m.Edition) -> str:
    return leaf("edition", escape(node.title), hreflang=node.hreflang, href=node.href)


def _translation(node: m.Translation) -> str:
    wording = node.wording
    inner = leaf("wording", inlines(wording.children), **marks(wording)) if wording else ""
    return leaf(
        "translation",
        inner,
        from_=node.source_lang,
        authoritative=" ".join(node.authoritative),
        method=node.method,
        translator=node.translator,
        source=node.source,
        source_version=node.source_version,
    )


def _foot(foot: m.Foot) -> str:
    if foot == m.Foot():
        return ""
    return element(
        "foot",
        lines(
            *map(_boilerplate, foot.boilerplates),
            *map(_contact, foot.contacts),
            *map(_related, foot.related),
            foot.subscribe and _subscribe(foot.subscribe),
            words("endmark", foot.endmark),
        ),
    )


def _boilerplate(node: m.Boilerplate) -> str:
    inner = lines(words("title", node.title), content(node.blocks))
    return element("boilerplate", inner, **marks(node), kind=node.kind)


def _contact(node: m.Contact) -> str:
    inner = lines(
        words("name", node.name),
        words("role", node.role),
        words("organization", node.organization),
        *(leaf(channel.kind, inlines(channel.children)) for channel in node.channels),
    )
    return element("contact", inner, **marks(node), audience=node.audience)


def _related(node: m.Related) -> str:
    text = inlines(node.children)
    return leaf("related", text, href=node.href, hreflang=node.hreflang, type=node.type)


def _subscribe(node: m.Subscribe) -> str:
    inner = lines(words("title", node.title), content(node.blocks))
    return element("subscribe", inner, href=node.href)
