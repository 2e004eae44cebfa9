"""The rules for PDFs, and what they share: where a tag stands, which standards a file claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.audit.rule import Rules, Spot
from pressconv.pdfdoc import PdfFile, xmp
from pressconv.pdfdoc.file import page_of, text_below

if TYPE_CHECKING:
    from pressconv.pdfdoc import Tag

PDF_RULES: Final[Rules[PdfFile]] = Rules()
"""Rules for anybody's PDF. Those of a standard hold where it is claimed; PDF/UA-1 always."""

pdf_rule = PDF_RULES.rule


def spot(tag: Tag) -> Spot:
    """Return where *tag* stands."""
    node = tag.node
    return Spot(page_of(node), tag.path, text_below(node).strip() or node.alt or "")


def claimed_ua(pdf: PdfFile) -> str:
    """Return the part of PDF/UA that *pdf* claims: "1", "2" or ""."""
    return (pdf.xmp and pdf.xmp.first(xmp.PDF_UA, "part")) or ""


def claimed_archive(pdf: PdfFile) -> str:
    """Return the part of PDF/A that *pdf* claims, from "1" to "4", or ""."""
    return (pdf.xmp and pdf.xmp.first(xmp.PDF_A, "part")) or ""
