"""Bytes of HTML → the encoding that the page declares. Source: HTML, section 13.2.3.2."""

from __future__ import annotations

import re
from typing import Final

_LOOKED_AT: Final = 8192
_META: Final = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']")


def declared_encoding(data: bytes) -> str | None:
    """Return the label in the first ``meta``, else in the XML declaration."""
    start = data[:_LOOKED_AT]
    found = _META.search(start) or _XML.match(start)
    return found[1].decode("ascii", "replace") if found else None
