"""Rules for anybody's PDF: PDF/UA-1 always, PDF/UA-2 and PDF/A where a file claims them."""

from __future__ import annotations

from pressconv.audit.pdf import (  # each registers its rules
    archive,
    archive_pages,
    content,
    document,
    figures,
    font_charts,
    fonts,
    languages,
    links,
    second,
    tables,
    tags,
)
from pressconv.audit.pdf.registry import PDF_RULES

__all__ = [
    "PDF_RULES",
    "archive",
    "archive_pages",
    "content",
    "document",
    "figures",
    "font_charts",
    "fonts",
    "languages",
    "links",
    "second",
    "tables",
    "tags",
]
