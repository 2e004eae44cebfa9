"""Anybody's PDF → the files attached to it, and what its tags say, from the bytes alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressconv.attached import distinct, safe_name
from pressconv.errors import InputError, Place

if TYPE_CHECKING:
    from pressconv.attached import AttachedFile


def extract(data: bytes, *, name: str = "") -> tuple[AttachedFile, ...]:
    """Return the files attached to a PDF, under names that are safe on any disk and all differ.

    Of a PDF of ours these are the release, its images and a house file: convert that release in a
    folder with the others, and the same versions give the same PDF. *name* is what messages call
    the PDF.

    Raises:
        InputError: this is no PDF, is encrypted, is broken where its files are, or they are too
            many or too large.
    """
    from pressconv import pdfdoc  # noqa: PLC0415 - pypdf only where a PDF is read

    files = pdfdoc.read_attachments(data, name=name)
    names = distinct(safe_name(one.name) for one in files)
    return tuple(replace(one, name=own) for one, own in zip(files, names, strict=True))


def text_in_tag_order(data: bytes, *, name: str = "") -> tuple[str, ...]:
    """Return the text of a PDF as its tags order it, one string a block.

    Raises:
        InputError: this is no PDF, is encrypted, is broken where its text is, or has no tags.
    """
    from pressconv import pdfdoc  # noqa: PLC0415

    document = pdfdoc.read_pdf(data, name=name)
    if document.root is None:
        hint = "only its author can say in which order it is read: ask for a tagged PDF"
        raise InputError("the PDF has no tags", place=Place(name) if name else None, hint=hint)
    return tuple(pdfdoc.reading_text(document))
