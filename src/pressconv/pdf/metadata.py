"""Facts of a release and the claims of its PDF → an XMP packet.

Source: ISO 16684-1 (XMP); ISO 19005-2, 6.6.2 and ISO 19005-4, 6.7 (PDF/A); ISO 14289-1, 5 and
ISO 14289-2, 6.1 (PDF/UA); PRISM Usage Rights Metadata 2.1. Nothing in it comes from the clock.
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
_MEDIA: Final = "http://ns.adobe.com/xap/1.0/mm/"
_RIGHTS: Final = "http://ns.adobe.com/xap/1.0/rights/"
_USAGE: Final = "http://prismstandard.org/namespaces/prismusagerights/2.1/"
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


@dataclass(frozen=True, slots=True)
class _Schema:
    """A schema that is not XMP's own; its properties are name, type, category and meaning."""

    name: str
    prefix: str
    properties: tuple[tuple[str, str, str, str], ...]


# PDF/A before part 4 wants every schema that it does not know described in the file itself.
_SCHEMAS: Final = {
    _UA: _Schema(
        "PDF/UA Universal Accessibility Schema",
        "pdfuaid",
        (("part", "Integer", "internal", "The part of ISO 14289 that the file conforms to"),),
    ),
    _USAGE: _Schema(
        "PRISM Usage Rights",
        "pur",
        (
            ("embargoDate", "bag Date", "external", "From when on the text may be published"),
            ("expirationDate", "bag Date", "external", "Until when the text is valid"),
        ),
    ),
}
_PROPERTY_NAMES: Final = ("name", "valueType", "category", "description")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the metadata of a file say of its release; empty where nobody knows.

    Dates are as ISO 8601 has them, of the release. ``terms`` say who may use it and when, in its
    own words. ``tool`` made the file, by way of ``producer``.
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
    version: str = ""
    terms: str = ""
    embargoed_until: str = ""
    expires: str = ""
    tool: str = ""
    producer: str = ""


def xmp(facts: Facts, claims: Claims | None) -> bytes:
    """Return the packet in UTF-8; without *claims* the file names no standard."""
    root = etree.Element(f"{{{_X}}}xmpmeta", nsmap={"x": _X})
    rdf = etree.SubElement(root, f"{{{_RDF}}}RDF", nsmap=_PREFIXES)
    _about(rdf, facts)
    _govern(rdf, facts)
    if claims:
        _claim(rdf, claims)
    return (_BEGIN + etree.tostring(root, encoding="unicode") + _END).encode()


def _description(rdf: etree._Element, **prefixes: str) -> etree._Element:
    return etree.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""}, nsmap=prefixes)


def _about(rdf: etree._Element, facts: Facts) -> None:
    about = _description(rdf)
    _text(about, _DC, "format", "application/pdf")
    _in_languages(about, _DC, "title", facts.title, facts.lang)
    _in_languages(about, _DC, "description", facts.description, facts.lang)
    _list(about, _DC, "language", "Bag", (facts.lang,))
    _list(about, _DC, "publisher", "Bag", (facts.publisher,))
    _list(about, _DC, "creator", "Seq", (facts.publisher,))
    _list(about, _DC, "subject", "Bag", facts.subjects)
    _list(about, _DC, "date", "Seq", (facts.issued,))
    _text(about, _DC, "identifier", facts.identifier)
    _text(about, _DC, "source", facts.source)
    _text(about, _XMP, "CreateDate", facts.issued)
    _text(about, _XMP, "ModifyDate", facts.modified or facts.issued)
    _text(about, _XMP, "CreatorTool", facts.tool)
    _text(about, _PDF, "Producer", facts.producer)


def _govern(rdf: etree._Element, facts: Facts) -> None:
    """Say which version it is, and who may use it when."""
    if facts.version or facts.terms:
        governed = _description(rdf, xmpMM=_MEDIA, xmpRights=_RIGHTS)
        _text(governed, _MEDIA, "VersionID", facts.version)
        _in_languages(governed, _RIGHTS, "UsageTerms", facts.terms, facts.lang)
    if facts.embargoed_until or facts.expires:
        usage = _description(rdf, pur=_USAGE)
        _list(usage, _USAGE, "embargoDate", "Bag", (facts.embargoed_until,))
        _list(usage, _USAGE, "expirationDate", "Bag", (facts.expires,))


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
        _describe_schemas(rdf)


def _describe_schemas(rdf: etree._Element) -> None:
    names = {"pdfaExtension": _EXTENSION, "pdfaSchema": _SCHEMA, "pdfaProperty": _PROPERTY}
    used = {etree.QName(one).namespace for one in rdf.iter(etree.Element)}
    schemas = etree.SubElement(_description(rdf, **names), f"{{{_EXTENSION}}}schemas")
    bag = etree.SubElement(schemas, f"{{{_RDF}}}Bag")
    for space, schema in _SCHEMAS.items():
        if space not in used:
            continue
        described = _resource(bag)
        _text(described, _SCHEMA, "schema", schema.name)
        _text(described, _SCHEMA, "namespaceURI", space)
        _text(described, _SCHEMA, "prefix", schema.prefix)
        properties = etree.SubElement(described, f"{{{_SCHEMA}}}property")
        listed = etree.SubElement(properties, f"{{{_RDF}}}Seq")
        for values in schema.properties:
            part = _resource(listed)
            for name, value in zip(_PROPERTY_NAMES, values, strict=True):
                _text(part, _PROPERTY, name, value)


def _resource(parent: etree._Element) -> etree._Element:
    return etree.SubElement(parent, f"{{{_RDF}}}li", {f"{{{_RDF}}}parseType": "Resource"})


def _text(parent: etree._Element, space: str, name: str, value: str) -> None:
    if value:
        etree.SubElement(parent, f"{{{space}}}{name}").text = value


def _list(
    parent: etree._Element, space: str, name: str, kind: str, values: tuple[str, ...]
) -> None:
    said = [value for value in values if value]
    if said:
        holder = etree.SubElement(parent, f"{{{space}}}{name}")
        listed = etree.SubElement(holder, f"{{{_RDF}}}{kind}")
        for value in said:
            etree.SubElement(listed, f"{{{_RDF}}}li").text = value


def _in_languages(parent: etree._Element, space: str, name: str, value: str, lang: str) -> None:
    if not value:
        return
    holder = etree.SubElement(parent, f"{{{space}}}{name}")
    alternatives = etree.SubElement(holder, f"{{{_RDF}}}Alt")
    for tag in ("x-default", lang):
        etree.SubElement(alternatives, f"{{{_RDF}}}li", {_LANG: tag}).text = value
