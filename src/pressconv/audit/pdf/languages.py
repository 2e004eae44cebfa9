"""Rules for the language of text, descriptions and bookmarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_ua, pdf_rule, spot
from pressconv.audit.rule import Finding, Severity, Spot, fail, review
from pressconv.languages.tags import is_well_formed
from pressconv.pdfdoc import Content, objects, xmp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import PdfFile, Tag

_OLD_FORM: Final = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
"""Source: RFC 3066, section 2.1, which PDF still names."""


@pdf_rule(
    "pdf-language",
    clauses=(
        "ISO 14289-1 7.2",
        "ISO 14289-2 8.4.4",
        "WTPDF 1.0 8.4.4",
        "Matterhorn 1.1 11-001",
        "Matterhorn 1.1 11-002",
        "Matterhorn 1.1 11-003",
        "Matterhorn 1.1 11-004",
        "Matterhorn 1.1 11-005",
        "Matterhorn 1.1 11-006",
        "WCAG 2.2 SC 3.1.1",
    ),
    severity=Severity.SERIOUS,
    remedy="say the language of the document: /Lang in the catalog",
)
def language(pdf: PdfFile) -> Iterator[Finding]:
    """The language of every text can be told."""
    if pdf.document.lang:
        return
    if claimed_ua(pdf) == "2":
        yield fail("nothing says the language of the document")
    if "/First" in objects.dictionary(pdf.catalog.get("/Outlines")):
        yield fail("nothing says the language of the bookmarks")
    for one in pdf.annotations:
        if "/Contents" in one.values and not _says_language(pdf, one.key, one.values):
            yield fail("nothing says the language of what an annotation is called", Spot(one.page))
        if "/TU" in one.values and not _says_language(pdf, one.key, one.values):
            yield fail("nothing says the language of what a field is called", Spot(one.page))
    titles = pdf.xmp.values.get((xmp.DC, "title"), ()) if pdf.xmp else ()
    if titles and all(said == "x-default" for _, said in titles):
        yield fail("nothing says the language of the title")
    for tag in pdf.tags:
        yield from _untold(pdf, tag)


def _untold(pdf: PdfFile, tag: Tag) -> Iterator[Finding]:
    if tag.lang:
        return
    node = tag.node
    if node.alt or node.actual_text or node.expansion:
        yield fail("nothing says the language of what stands for this", spot(tag))
    for child in node.children:
        if isinstance(child, Content) and child.text.strip():
            key = (child.page, child.stream, child.mcid)
            if not pdf.survey.langs.get(key):
                yield fail("nothing says the language of this text", spot(tag))
                return


def _says_language(pdf: PdfFile, key: int, values: object) -> bool:
    owner = pdf.owners.get(key)
    return bool(objects.text(objects.dictionary(values).get("/Lang"))) or bool(owner and owner.lang)


@pdf_rule(
    "pdf-language-tag",
    clauses=(
        "ISO 14289-1 7.2",
        "ISO 14289-2 8.4.4",
        "ISO 19005-3 6.7.4",
        "WTPDF 1.0 8.4.4",
        "WCAG 2.2 SC 3.1.2",
    ),
    severity=Severity.SERIOUS,
    remedy="write the language as BCP 47 has it: fr, pt-BR, zh-Hant",
)
def language_tag(pdf: PdfFile) -> Iterator[Finding]:
    """Every language is written as a tag of BCP 47."""
    if pdf.document.lang:
        yield from _judged(pdf.document.lang, Spot(path="Catalog"))
    for tag in pdf.tags:
        if tag.node.lang:
            yield from _judged(tag.node.lang, spot(tag))
    for (page, _, _), lang in sorted(pdf.survey.langs.items()):
        if lang:
            yield from _judged(lang, Spot(page))


def _judged(lang: str, where: Spot) -> Iterator[Finding]:
    if not _OLD_FORM.fullmatch(lang):
        yield fail(f"the language is {lang!r}, which is no language tag", where)
    elif not is_well_formed(lang) and not lang.lower().startswith("i-"):
        yield review(f"the language is {lang!r}: nobody may know it", where)
