"""An XMP packet → its properties, as namespace and name with all values of each.

Source: ISO 16684-1. A packet is somebody's XML: nothing outside it is read for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DC: Final = "http://purl.org/dc/elements/1.1/"
PDF_UA: Final = "http://www.aiim.org/pdfua/ns/id/"
PDF_A: Final = "http://www.aiim.org/pdfa/ns/id/"
DECLARATIONS: Final = "http://pdfa.org/declarations/"
EXTENSIONS: Final = "http://www.aiim.org/pdfa/ns/extension/"

_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES: Final = " \t\r\n"  # of XML: no other one stands around a value by chance
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Xmp:
    """The properties of a packet.

    ``values`` are those of each property, with the language that each says; of a structure these
    are the values of its fields. ``prefixes`` are what each property is written with.
    """

    values: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]
    prefixes: Mapping[tuple[str, str], str]

    def all(self, space: str, name: str) -> tuple[str, ...]:
        """Return the values of a property, none where it is not there."""
        return tuple(value for value, _ in self.values.get((space, name), ()))

    def first(self, space: str, name: str) -> str | None:
        """Return the first value of a property, None where it is not there."""
        return next(iter(self.all(space, name)), None)


def read_xmp(data: bytes) -> Xmp | None:
    """Read a packet; None if it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data.strip(b"\0 \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    values: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    prefixes: dict[tuple[str, str], str] = {}
    for description in root.iterfind(f".//{_RDF}RDF/{_RDF}Description"):
        spaces = {space: prefix or "" for prefix, space in description.nsmap.items()}
        children = [child for child in description if isinstance(child.tag, str)]
        found = [(str(key), [(str(value), "")]) for key, value in description.attrib.items()]
        found += [(str(child.tag), list(_said(child))) for child in children]
        for tag, said in found:
            name = etree.QName(tag)
            key = (name.namespace or "", name.localname)
            values[key] = (*values.get(key, ()), *said)
            prefixes[key] = spaces.get(key[0], "")
        for child in children:
            name = etree.QName(child)
            prefixes[name.namespace or "", name.localname] = child.prefix or ""
    return Xmp(values, prefixes)


def _said(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the values in *element*: its own text, or that of all that it holds."""
    leaves = [one for one in element.iter() if isinstance(one.tag, str) and not len(one)]
    for leaf in leaves:
        yield (leaf.text or "").strip(_SPACES), leaf.get(_LANG, "")
