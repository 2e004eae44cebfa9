"""The code of every problem that an input can have, with what it means.

Codes are permanent: tests and other tools match on them. docs/errors.md shows an input, the
message and the exit code for each.
"""

from __future__ import annotations

from typing import Final

OPENED: Final[dict[str, str]] = {
    "file-missing": "a file that is not there",
    "file-kind": "a folder, a pipe or a device where a file is expected",
    "file-unreadable": "a file that may not be read, or that the disk does not give",
}
"""There is no file, or nobody may read it."""

FILE: Final[dict[str, str]] = {
    "empty-file": "there is nothing in the file",
    "other-format": "a web page, plain text, a PDF or something else that is no XML",
    "encoding": "the bytes are not in the encoding that the file declares",
    "malformed": "the XML is not well formed",
    "doctype": "a document type declaration, which could define entities",
    "too-large": "the file is larger than a release can be",
    "too-deep": "elements are nested more than 100 deep",
    "wrong-namespace": "the root is not a release of urn:pressconv:release:1",
    "too-many": "more problems than are listed",
}
"""The file is no XML, or not ours."""

WORD: Final[dict[str, str]] = {
    "not-word": "the file is no Word document (.docx)",
    "encrypted": "the Word document is protected by a password",
    "damaged": "the archive of the Word document cannot be read",
}
"""A Word document that cannot be read at all."""

SCHEMA: Final[dict[str, str]] = {
    "unknown-element": "an element that has no place here",
    "missing-element": "an element that must be here is not",
    "repeated-element": "an element stands twice where it may stand once",
    "misplaced-element": "an element stands after one that it must precede",
    "misplaced-text": "text where only elements may stand",
    "unknown-attribute": "an attribute that this element does not have",
    "missing-attribute": "an attribute that must be here is not",
    "bad-value": "a value that its attribute or element does not take",
}
"""The schema refuses it as well."""

READER: Final[dict[str, str]] = {
    "bad-address": "an address that is none, or with characters to be written as %20",
    "bad-id": "an xml:id with characters that not every tool takes in a name",
    "bad-language-tag": "xml:lang or hreflang is not a tag of BCP 47",
    "control-character": "a control character, or a code that is no character, in a text",
    "date-order": "a date stands before the one it must follow",
    "duplicate-edition": "two editions in one language, or one in the release's own",
    "duplicate-id": "two parts with one xml:id",
    "empty-element": "an element that must hold text is empty",
    "link-scheme": "an address with a scheme that is not allowed",
    "nested-link": "a link, reference or footnote inside another",
    "note-in-head": "a footnote in the head",
    "reference-without-target": "a reference to an id that no part has",
    "section-depth": "sections are nested more than five deep (h2 to h6)",
    "stacked-marks": "more than a hundred combining marks on one letter",
    "table-grid": "the cells of a table do not fill a rectangle",
    "version-order": "a correction leads to a version after that of the release",
}
"""Only the reader refuses it: no schema language says it, or none that is in use."""

ASSETS: Final[dict[str, str]] = {
    "image-missing": "an image that is not there, or no file",
    "image-outside": "an image outside the release's folder, or on the network",
    "image-too-large": "an image with more bytes or pixels than allowed",
    "image-unsafe": "an SVG with something that no picture needs",
    "image-unsupported": "a file that is no PNG, JPEG or SVG image, or a damaged one",
}
"""Images and other files beside the release."""

REFUSED: Final[dict[str, str]] = {
    "gap-alt": "an image without alternative text",
    "gap-link-target": "a link to an id that no part has",
    "gap-link-text": "a link without text",
    "gap-table-headers": "a table without header cells",
    "text-differs": "an output whose text is not the release's",
}
"""Read, but refused by convert."""

RENDERED: Final[dict[str, str]] = {
    "glyph-missing": "a character that no font has",
    "image-text": "text in an SVG image that the PDF would show wrong",
    "table-too-wide": "a table that is wider than a page across, in the smallest type",
}
"""Read and let out, but not to be shown."""

CONFIGURED: Final[dict[str, str]] = {
    "theme-contrast": "a colour of a theme in which text would be hard to read",
}
"""Wrong in a house file."""

CODES: Final[dict[str, str]] = {
    **OPENED,
    **FILE,
    **WORD,
    **SCHEMA,
    **READER,
    **ASSETS,
    **REFUSED,
    **RENDERED,
    **CONFIGURED,
}
"""Code → what it means."""
