"""What stands under the text: boilerplate, contacts, related links, subscription, end mark."""

from __future__ import annotations

from typing import Final

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.blocks import BLOCK, as_blocks
from pressconv.readers.xml.characters import only_text
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.inlines import inlines, plain, running
from pressconv.readers.xml.problems import shown
from pressconv.readers.xml.tree import Node

_CHANNEL: Final = "|".join(m.ChannelKind)


def foot(reading: Reading, node: Node | None) -> m.Foot:
    """Read the foot; a release without one has an empty one."""
    if node is None:
        return m.Foot()
    with reading.attributes(node):
        children = reading.children(node, "boilerplate* contact* related* subscribe? endmark?")
    subscribe = children.one("subscribe")
    return m.Foot(
        boilerplates=tuple(_boilerplate(reading, one) for one in children.all("boilerplate")),
        contacts=tuple(_contact(reading, one) for one in children.all("contact")),
        related=tuple(_related(reading, one) for one in children.all("related")),
        subscribe=_subscribe(reading, subscribe) if subscribe else None,
        endmark=plain(reading, children.one("endmark"), empty=True) or None,
    )


def _boilerplate(reading: Reading, node: Node) -> m.Boilerplate:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.optional("kind", values.choice(m.BoilerplateKind))
    children = reading.children(node, f"title? {BLOCK}+")
    title = running(reading, children.one("title"))
    return m.Boilerplate(title, as_blocks(reading, children.all(BLOCK)), kind, **marks)


def _contact(reading: Reading, node: Node) -> m.Contact:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        audience = attributes.optional("audience", values.choice(m.Audience))
    children = reading.children(node, f"name? role? organization? {_CHANNEL}*")
    return m.Contact(
        tuple(_channel(reading, child) for child in children.all(_CHANNEL)),
        audience,
        plain(reading, children.one("name")),
        running(reading, children.one("role")),
        running(reading, children.one("organization")),
        **marks,
    )


def _channel(reading: Reading, node: Node) -> m.Channel:
    kind = m.ChannelKind(node.name)
    with reading.attributes(node):
        if kind in {m.ChannelKind.ADDRESS, m.ChannelKind.HOURS}:
            return m.Channel(kind, inlines(reading, node))
        text = only_text(reading, node)
    if kind is m.ChannelKind.URL and text:
        try:
            text = values.address(text)
        except values.RefusedValueError as error:
            reading.refuse(error.code, node.place, f"url {shown(text)}: {error}")
    return m.Channel(kind, (m.Text(text),))


def _related(reading: Reading, node: Node) -> m.Related:
    with reading.attributes(node) as attributes:
        href = attributes.required("href", values.address, "#")
        hreflang = attributes.tag("hreflang")
        kind = attributes.text("type")
    with reading.within("related"):
        return m.Related(href, inlines(reading, node), hreflang, kind)


def _subscribe(reading: Reading, node: Node) -> m.Subscribe:
    with reading.attributes(node) as attributes:
        href = attributes.optional("href", values.address)
    children = reading.children(node, f"title? {BLOCK}*")
    # With an address the title becomes the link.
    with reading.within("subscribe" if href else ""):
        title = running(reading, children.one("title"))
    return m.Subscribe(title, as_blocks(reading, children.all(BLOCK)), href)
