"""Attachments → files within a PDF.

Source: ISO 32000-2, 7.11.4 and 14.13; ISO 19005-3, 6.8 and annex E; ISO 19005-4, 6.9 and annex A.
"""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING, Final

import pydyf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.pdf.attachments import Attachment

_COMPRESSED: Final = frozenset({"image/jpeg", "image/png"})


def attach(pdf: pydyf.PDF, attachments: Sequence[Attachment], modified: str) -> None:
    """Put *attachments* into *pdf*; *modified* is their date as PDF writes it, or empty."""
    if not attachments:
        return
    ordered = sorted(attachments, key=lambda one: _key(one.name))
    specifications = [_specification(pdf, one, modified) for one in ordered]
    names: list[object] = []
    for one, reference in zip(ordered, specifications, strict=True):
        names += [pydyf.String(one.name), reference]
    listed = pydyf.Dictionary({"Names": pydyf.Array(names)})
    pdf.add_object(listed)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = listed.reference
    pdf.catalog["AF"] = pydyf.Array(specifications)


def _key(name: str) -> bytes:
    """Return the bytes that a PDF writes of *name*: the tree of names is in their order."""
    return name.encode() if name.isascii() else codecs.BOM_UTF16_BE + name.encode("utf-16-be")


def _specification(pdf: pydyf.PDF, one: Attachment, modified: str) -> bytes:
    # The checksum is one by the book (ISO 32000-2, table 45), and protects nothing.
    checksum = hashlib.md5(one.data, usedforsecurity=False).hexdigest()
    parameters = {"Size": len(one.data), "CheckSum": f"<{checksum}>"}
    if modified:
        parameters["ModDate"] = pydyf.String(modified)
    media_type = one.media_type.replace("/", "#2F").replace("+", "#2B")
    stream = pydyf.Stream(
        [one.data],
        {
            "Type": "/EmbeddedFile",
            "Subtype": f"/{media_type}",
            "Params": pydyf.Dictionary(parameters),
        },
        compress=one.media_type not in _COMPRESSED,
    )
    pdf.add_object(stream)
    files = {"F": stream.reference, "UF": stream.reference}
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(one.name),
            "UF": pydyf.String(one.name),
            "EF": pydyf.Dictionary(files),
            "Desc": pydyf.String(one.description),
            "AFRelationship": f"/{one.relation}",
        }
    )
    pdf.add_object(specification)
    reference: bytes = specification.reference
    return reference
