"""A part of a Word document → its elements, by names that are the same in every dialect.

Word writes two sets of namespaces ("transitional" and "strict"); here an element is `w:p` in both.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from pressconv.errors import Place, Problem, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.readers.docx.package import Package

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
MAX_PART: Final = 16 * 2**20
MAX_ELEMENTS: Final = 250_000

_PREFIXES: Final = {
    W: "w",
    R: "r",
    RELATIONSHIPS: "rel",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
}


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}:{local}" if prefix else local if not space else f"?:{local}"


def name(element: etree._Element) -> str:
    """Return the name of an element with its usual prefix; `?:x` of a namespace nobody knows."""
    return _name(str(element.tag))


def get(element: etree._Element | None, attribute: str) -> str | None:
    """Return an attribute by its name with prefix, in either dialect."""
    if element is None:
        return None
    return next(
        (str(value) for key, value in element.items() if _name(str(key)) == attribute), None
    )


def child(element: etree._Element | None, wanted: str) -> etree._Element | None:
    """Return the first child of a name."""
    if element is None:
        return None
    return next((one for one in element if name(one) == wanted), None)


def children(element: etree._Element | None, wanted: str) -> Iterator[etree._Element]:
    """Yield the children of a name."""
    if element is not None:
        yield from (one for one in element if name(one) == wanted)


def value(element: etree._Element | None, wanted: str) -> str | None:
    """Return the `w:val` of a child, `None` where there is no such child."""
    return get(child(element, wanted), "w:val")


def is_on(element: etree._Element | None) -> bool:
    """Say whether an element that stands for a yes says so. Source: ECMA-376-1, 17.17.4."""
    return element is not None and (get(element, "w:val") or "1") not in {"0", "false", "off"}


def whole(text: str | None) -> int | None:
    """Read a number as Word writes it, `None` where it is none or beyond all sense."""
    written = (text or "").strip()
    is_number = written.lstrip("-").isdecimal() and written.isascii() and len(written) < 8
    return int(written) if is_number else None


def parse(package: Package, part: str) -> etree._Element | None:
    """Parse a part, `None` where there is none.

    Raises:
        ReadError: it is not well formed, declares a document type, or is too large or too deep.
    """
    data = package.read(part)
    if data is None:
        return None
    if len(data) > MAX_PART or data.count(b"<") > 2 * MAX_ELEMENTS:
        message = f"{part} has more than {MAX_PART:,} bytes or {MAX_ELEMENTS:,} elements"
        raise package.error("too-large", message, "import the part that is the release")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _unread(package, part, error) from error
    if root.getroottree().docinfo.doctype:
        message = f"{part} declares a document type, which could define entities"
        raise package.error("doctype", message, "save the document anew in Word")
    return root


def _unread(package: Package, part: str, error: etree.XMLSyntaxError) -> ReadError:
    line, column = error.position
    is_deep = "depth" in (error.msg or "").lower()
    code = "too-deep" if is_deep else "malformed"
    message = (
        f"{part} has elements more than 256 deep"
        if is_deep
        else f"{part} is no XML at line {line}, column {column}"
    )
    hint = "let Word repair and save it"
    return ReadError([Problem(code, message, Place(package.file), hint)])
