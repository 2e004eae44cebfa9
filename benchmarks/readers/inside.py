"""A library that reads PDF, and files → the text that it finds in each, as a JSON list.

Runs in the environment of the readers, which has nothing of ours:
inside.py pymupdf|pypdf|pdfminer|pdfium FILE…
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _pymupdf(path: str) -> str:
    import pymupdf  # noqa: PLC0415 - one library a process

    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


def _pypdf(path: str) -> str:
    import pypdf  # noqa: PLC0415 - one library a process

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _pdfminer(path: str) -> str:
    from pdfminer.high_level import extract_text  # noqa: PLC0415 - one library a process

    return str(extract_text(path))


def _pdfium(path: str) -> str:
    import pypdfium2  # noqa: PLC0415 - one library a process

    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


LIBRARIES: dict[str, Callable[[str], str]] = {
    "pymupdf": _pymupdf,
    "pypdf": _pypdf,
    "pdfminer": _pdfminer,
    "pdfium": _pdfium,
}


if __name__ == "__main__":
    read = LIBRARIES[sys.argv[1]]
    json.dump([read(path) for path in sys.argv[2:]], sys.stdout)
