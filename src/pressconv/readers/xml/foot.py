"""What stands under the text: boilerplate, contacts, related links, subscription, end mark."""

from __future__ import annotations

from pressconv import model as m
from pressconv.readers.xml import values
from pressconv.readers.xml.blocks import running, titled_blocks
from pressconv.errors import suggestion
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.inlines import BLOCK, inlines, only_text
from pressconv.readers.xml.tree import Node

_CHANNELS = {kind.value: kind for kind in m.ChannelKind}


def foot(reading: Reading, node: Node | None) -> m.Foot:
    """Read the foot; a release without one has an empty one."""
    if node is None:
        return m.Foot()
    with reading.attributes(node):
        children = reading.children(node, "boilerplate* contact* related* subscribe? endmark?")
    subscribe, endmark = children.one("subscribe"), children.one("endmark")
    return m.Foot(
        boilerplates=tuple(_boilerplate(reading, one) for one in children.all("boilerplate")),
        contacts=tuple(_contact(reading, one) for one in children.all("contact")),
        related=tuple(_related(reading, one) for one in children.all("related")),
        subscribe=_subscribe(reading, subscribe) if subscribe else None,
        endmark=_endmark(reading, endmark) if endmark else None,
    )


def _boilerplate(reading: Reading, node: Node) -> m.Boilerplate:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        kind = attributes.optional("kind", values.choice(m.BoilerplateKind))
    title, blocks = titled_blocks(reading, node, required=True)
    return m.Boilerplate(title, blocks, kind, **marks)


def _contact(reading: Reading, node: Node) -> m.Contact:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        audience = attributes.optional("audience", values.choice(m.Audience))
    elements = reading.elements(node)
    order = ["name", "role", "organization"]
    first = [child for child in elements if child.name in order]
    rest = [child for child in elements if child.name not in order]
    head = Node(node.name, {}, node.place, list(first))
    children = reading.children(head, "name? role? organization?")
    if first and rest and elements.index(first[-1]) > elements.index(rest[0]):
        message = f"{first[-1].name} in contact must stand before {rest[0].name}"
        reading.refuse("misplaced-element", first[-1].place, message)
    name = children.one("name")
    return m.Contact(
        tuple(channel for child in rest if (channel := _channel(reading, child))),
        audience,
        _plain(reading, name) if name else None,
        running(reading, children.one("role")),
        running(reading, children.one("organization")),
        **marks,
    )


def _channel(reading: Reading, node: Node) -> m.Channel | None:
    kind = _CHANNELS.get(node.name)
    if kind is None:
        message = f"unknown element {node.name!r} in contact"
        hint = suggestion(node.name, ["name", "role", "organization", *_CHANNELS])
        reading.refuse("unknown-element", node.place, message, hint)
        return None
    with reading.attributes(node):
        if kind in {m.ChannelKind.ADDRESS, m.ChannelKind.HOURS}:
            return m.Channel(kind, inlines(reading, node, BLOCK))
        text = only_text(reading, node)
    if kind is m.ChannelKind.URL:
        try:
            values.address(text)
        except ValueError as error:
            code = "link-scheme" if isinstance(error, values.SchemeError) else "bad-value"
            reading.refuse(code, node.place, f"url {text!r}: {error}")
    return m.Channel(kind, (m.Text(text),))


def _plain(reading: Reading, node: Node) -> str:
    with reading.attributes(node):
        return only_text(reading, node)


def _related(reading: Reading, node: Node) -> m.Related:
    with reading.attributes(node) as attributes:
        href = attributes.required("href", values.address, "#")
        hreflang = attributes.optional("hreflang", values.language_tag)
        kind = attributes.optional("type", values.plain)
    return m.Related(
        href, inlines(reading, node, frozenset({"a"})), hreflang, kind
    )


def _subscribe(reading: Reading, node: Node) -> m.Subscribe:
    with reading.attributes(node) as attributes:
        href = attributes.optional("href", values.address)
    title, blocks = titled_blocks(reading, node, required=False)
    return m.Subscribe(title, blocks, href)


def _endmark(reading: Reading, node: Node) -> str | None:
    with reading.attributes(node):
        return only_text(reading, node, empty="kept") or None
