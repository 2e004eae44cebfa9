"""Anybody's tagged PDF → its text in tag order, as a reader with assistive technology gets it.

What a PDF says is what its tags and its marked content say: nothing is guessed from the look of a
page, but for the end of a line (`pdfdoc.lines`). A file is read whole and at once, within fixed
bounds; whatever is wrong with it, only `InputError` is raised. Importing this imports pypdf.
"""

from __future__ import annotations

from pressconv.pdfdoc.attachments import read_attachments
from pressconv.pdfdoc.file import Annotation, PdfFile, Tag
from pressconv.pdfdoc.model import Baseline, Content, PdfDocument, TagNode
from pressconv.pdfdoc.reader import open_pdf, read_pdf
from pressconv.pdfdoc.reading import reading_text
from pressconv.pdfdoc.similarity import similarity

__all__ = [
    "Annotation",
    "Baseline",
    "Content",
    "PdfDocument",
    "PdfFile",
    "Tag",
    "TagNode",
    "open_pdf",
    "read_attachments",
    "read_pdf",
    "reading_text",
    "similarity",
]
