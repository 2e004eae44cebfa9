"""Anybody's PDF → the files in it: those of the document, and those pinned to a page.

Source: ISO 32000-2, 7.11.4 (embedded files), 7.9.6 (name trees), 12.5.6.15 (file attachment
annotations), 14.13 (associated files).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.attached import UNNAMED, AttachedFile, visible
from pressconv.errors import InputError, Place
from pressconv.pdfdoc import objects
from pressconv.pdfdoc.reader import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pypdf

MAX_FILES: Final = 1_000
MAX_BYTES: Final = 256 * 2**20
"""Of all files together; pypdf takes no stream that unpacks to more than 75 million bytes."""

_MAX_NODES: Final = 10_000  # of the tree of names


def read_attachments(data: bytes, *, name: str = "") -> tuple[AttachedFile, ...]:
    """Read the files in a PDF, each under the name that the PDF gives it, whatever that may be.

    *name* is what messages call the PDF.

    Raises:
        InputError: this is no PDF, is encrypted, is broken where its files are, or they are too
            many or too large.
    """
    place = Place(name) if name else None
    try:
        return _files(opened(data))
    except InputError as error:
        raise InputError(error.message, place=place, hint=error.hint) from error
    except objects.FAULTS as error:
        raise InputError(f"the PDF cannot be read: {error}", place=place) from error


def _files(reader: pypdf.PdfReader) -> tuple[AttachedFile, ...]:
    found: list[AttachedFile] = []
    seen: set[int] = set()
    n_bytes = 0
    for key, value in _specifications(reader):
        specification = objects.dictionary(value)
        stream = _stream(specification)
        number = objects.object_key(stream)
        if objects.resolve(stream) is None or number in seen:
            continue
        seen |= {number} if number else set()
        one = _file(key, specification, stream)
        n_bytes += len(one.data)
        if len(found) == MAX_FILES:
            raise InputError(f"more than {MAX_FILES:,} files are attached to the PDF")
        if n_bytes > MAX_BYTES:
            raise InputError(f"the files attached to the PDF have more than {MAX_BYTES:,} bytes")
        found.append(one)
    return tuple(found)


def _file(key: str, specification: Mapping[str, object], stream: object) -> AttachedFile:
    texts = (objects.text(specification.get(one)) for one in ("/UF", "/F", "/Unix", "/DOS"))
    name = next(filter(None, texts), key) or UNNAMED
    try:
        data = objects.stream_data(stream)
    except objects.FAULTS as error:
        raise InputError(f"the attached file {name!r} is broken: {error}") from error
    return AttachedFile(
        name,
        data,
        visible(objects.name(objects.dictionary(stream).get("/Subtype"))),
        visible(objects.name(specification.get("/AFRelationship"))),
        visible(objects.text(specification.get("/Desc")) or ""),
    )


def _stream(specification: Mapping[str, object]) -> object:
    """Return the file's stream; None for a file that is elsewhere."""
    embedded = objects.dictionary(specification.get("/EF"))
    values = (embedded.get(one) for one in ("/UF", "/F", "/Unix", "/DOS", "/Mac"))
    return next((one for one in values if objects.resolve(one) is not None), None)


def _specifications(reader: pypdf.PdfReader) -> Iterator[tuple[str, object]]:
    """Yield names and file specifications, those of the document first."""
    catalog = objects.dictionary(reader.trailer["/Root"])
    names = objects.dictionary(catalog.get("/Names"))
    yield from _named(names.get("/EmbeddedFiles"))
    yield from (("", one) for one in objects.array(catalog.get("/AF")))
    for page in reader.pages:
        yield from (("", one) for one in objects.array(page.get("/AF")))
        for value in objects.array(page.get("/Annots")):
            annotation = objects.dictionary(value)
            if objects.name(annotation.get("/Subtype")) == "FileAttachment":
                yield "", annotation.get("/FS")


def _named(root: object) -> Iterator[tuple[str, object]]:
    """Yield what a tree of names holds, in its order."""
    waiting, seen, n_nodes = [root], set[int](), 0
    while waiting:
        value = waiting.pop()
        number = objects.object_key(value)
        n_nodes += 1
        if (number and number in seen) or n_nodes > _MAX_NODES:
            raise InputError("the tree of attached files has no end")
        seen.add(number)
        node = objects.dictionary(value)
        pairs = objects.array(node.get("/Names"))
        for key, specification in zip(pairs[::2], pairs[1::2], strict=False):
            yield objects.text(key) or "", specification
        waiting += reversed(objects.array(node.get("/Kids")))
