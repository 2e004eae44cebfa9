"""Facts of a release and the claims of its PDF → an XMP packet.

Source: ISO 16684-1 (XMP); ISO 19005-2, 6.6.2 and ISO 19005-4, 6.7 (PDF/A); ISO 14289-1, 5 and
ISO 14289-2, 6.1 (PDF/UA). Nothing in it comes from the clock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from pressconv.pdf.profiles import Claims

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_X: Final = "adobe:ns:meta/"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_XMP: Final = "http://ns.adobe.com/xap/1.0/"
_PDF: Final = "http://ns.adobe.com/pdf/1.3/"
_UA: Final = "http://www.aiim.org/pdfua/ns/id/"
_A: Final = "http://www.aiim.org/pdfa/ns/id/"
_D: Final = "http://pdfa.org/declarations/"
_EXTENSION: Final = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA: Final = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY: Final = "http://www.aiim.org/pdfa/ns/property#"
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

_PREFIXES: Final = {"rdf": _RDF, "dc": _DC, "xmp": _XMP, "pdf": _PDF}
_BEGIN: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_END: Final = '\n<?xpacket end="r"?>'

# PDF/A before part 4 wants every schema that it does not know described in the file itself.
_UA_SCHEMA: Final = {
    (_SCHEMA, "schema"): "PDF/UA Universal Accessibility Schema",
    (_SCHEMA, "namespaceURI"): _UA,
    (_SCHEMA, "prefix"): "pdfuaid",
}
_UA_PROPERTY: Final = {
    "name": "part",
    "valueType": "Integer",
    "category": "internal",
    "description": "The part of ISO 14289 that the file conforms to",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the metadata of a file say of its release; empty where nobody knows.

    Dates are as ISO 8601 has them, of the release. ``tool`` made the file, by way of ``producer``.
    """

    title: str
    lang: str
    identifier: str
    description: str = ""
    publisher: str = ""
    issued: str = ""
    modified: str = ""
    source: str = ""
    subjects: tuple[str, ...] = ()
    tool: str = ""
    producer: str = ""


def xmp(facts: Facts, claims: Claims | None) -> bytes:
    """Return the packet in UTF-8; without *claims* the file names no standard."""
    root = etree.Element(f"{{{_X}}}xmpmeta", nsmap={"x": _X})
    rdf = etree.SubElement(root, f"{{{_RDF}}}RDF", nsmap=_PREFIXES)
    _about(rdf, facts)
    if claims:
        _claim(rdf, claims)
    return (_BEGIN + etree.tostring(root, encoding="unicode") + _END).encode()


def _description(rdf: etree._Element, **prefixes: str) -> etree._Element:
    return etree.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""}, nsmap=prefixes)


def _about(rdf: etree._Element, facts: Facts) -> None:
    about = _description(rdf)
    _text(about, _DC, "format", "application/pdf")
    _in_languages(about, "title", facts.title, facts.lang)
    _in_languages(about, "description", facts.description, facts.lang)
    _list(about, "language", "Bag", (facts.lang,))
    _list(about, "publisher", "Bag", (facts.publisher,))
    _list(about, "creator", "Seq", (facts.publisher,))
    _list(about, "subject", "Bag", facts.subjects)
    _list(about, "date", "Seq", (facts.issued,))
    _text(about, _DC, "identifier", facts.identifier)
    _text(about, _DC, "source", facts.source)
    _text(about, _XMP, "CreateDate", facts.issued)
    _text(about, _XMP, "ModifyDate", facts.modified or facts.issued)
    _text(about, _XMP, "CreatorTool", facts.tool)
    _text(about, _PDF, "Producer", facts.producer)


def _claim(rdf: etree._Element, claims: Claims) -> None:
    accessible = _description(rdf, pdfuaid=_UA)
    _text(accessible, _UA, "part", claims.ua_part)
    _text(accessible, _UA, "rev", claims.ua_revision)
    archived = _description(rdf, pdfaid=_A)
    _text(archived, _A, "part", claims.archive_part)
    _text(archived, _A, "conformance", claims.archive_level)
    _text(archived, _A, "rev", claims.archive_revision)
    if claims.declarations:
        declared = etree.SubElement(_description(rdf, pdfd=_D), f"{{{_D}}}declarations")
        bag = etree.SubElement(declared, f"{{{_RDF}}}Bag")
        for address in claims.declarations:
            _text(_resource(bag), _D, "conformsTo", address)
    if not claims.archive_revision:
        _describe_schema(rdf)


def _describe_schema(rdf: etree._Element) -> None:
    names = {"pdfaExtension": _EXTENSION, "pdfaSchema": _SCHEMA, "pdfaProperty": _PROPERTY}
    schemas = etree.SubElement(_description(rdf, **names), f"{{{_EXTENSION}}}schemas")
    schema = _resource(etree.SubElement(schemas, f"{{{_RDF}}}Bag"))
    for (space, name), value in _UA_SCHEMA.items():
        _text(schema, space, name, value)
    properties = etree.SubElement(schema, f"{{{_SCHEMA}}}property")
    part = _resource(etree.SubElement(properties, f"{{{_RDF}}}Seq"))
    for name, value in _UA_PROPERTY.items():
        _text(part, _PROPERTY, name, value)


def _resource(parent: etree._Element) -> etree._Element:
    return etree.SubElement(parent, f"{{{_RDF}}}li", {f"{{{_RDF}}}parseType": "Resource"})


def _text(parent: etree._Element, space: str, name: str, value: str) -> None:
    if value:
        etree.SubElement(parent, f"{{{space}}}{name}").text = value


def _list(parent: etree._Element, name: str, kind: str, values: tuple[str, ...]) -> None:
    said = [value for value in values if value]
    if said:
        listed = etree.SubElement(etree.SubElement(parent, f"{{{_DC}}}{name}"), f"{{{_RDF}}}{kind}")
        for value in said:
            etree.SubElement(listed, f"{{{_RDF}}}li").text = value


def _in_languages(parent: etree._Element, name: str, value: str, lang: str) -> None:
    if not value:
        return
    alternatives = etree.SubElement(etree.SubElement(parent, f"{{{_DC}}}{name}"), f"{{{_RDF}}}Alt")
    for tag in ("x-default", lang):
        etree.SubElement(alternatives, f"{{{_RDF}}}li", {_LANG: tag}).text = value
