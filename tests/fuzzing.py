"""Every reader as a target of fuzzing: what it begins with, and what it does with any bytes.

A target takes any bytes and gives back whether they were read or refused; any other exception is a
crash. What is read must hold: it is written and read back equal. A new reader needs one function
with a name in `TARGETS`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from attaching import pdf
from audit_faults import broken
from mutations import Words, mutated, mutated_tree
from PIL import Image
from sources import ROOT
from word import Parts, call, item, link, members, p, r, tbl, tc, tr, zipped

from pressconv.assets import make_asset
from pressconv.attached import safe_name
from pressconv.audit.pdf import PDF_RULES
from pressconv.audit.rule import run
from pressconv.batch import Job, convert_files
from pressconv.convert import Format
from pressconv.errors import PressconvError
from pressconv.extracting import extract
from pressconv.house import read_house
from pressconv.importing import import_docx, import_html, import_text
from pressconv.pdfdoc import open_pdf
from pressconv.readers.xml import NAMESPACE, read
from pressconv.readers.xml.vocabulary import VOCABULARY
from pressconv.writers.xml import write_xml

SAMPLES = ROOT / "samples"
RAW = ROOT / "tests" / "data" / "import"
PDFS = ROOT / "tests" / "data" / "pdfua"
_SMALL = 20_000

XML_WORDS = (
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"&",
        b"&#0;",
        b"&#x85;",
        b"&#x2067;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
    ),
    *(b"<!DOCTYPE a [", b'<!ENTITY a "b">', b"<?xml ", b' encoding="utf-16"', b' xml:lang="x"'),
    *(b' xml:id="a"', b" dir=", b'xmlns=""', b"[[", b"<p/>", b"</body>"),
    *(f"<{name}>".encode() for name in sorted(VOCABULARY)),
)
PDF_WORDS = (
    *(b"<<", b">>", b"[", b"]", b"()", b"<>", b"null", b"true", b"-1", b"99999999999", b"1e99"),
    *(b" 1 0 R", b" 9 0 R", b"/K", b"/S", b"/P", b"/A", b"/Kids", b"/Filter", b"/Length", b"/Type"),
    *(b"/Table", b"/TR", b"/TD", b"/RowSpan", b"/ColSpan", b"/Headers", b"/L", b"/LI", b"/Link"),
    *(b"/Font", b"/W", b"/ToUnicode", b"/RoleMap", b"/MCID", b" BDC", b" EMC", b" Do", b"endobj"),
)
WORD_TEXT = "word/document.xml"
WORD = members(
    (
        p("Le pont du Nord", style="Title"),
        p("Le ministre ", r("a", "<w:b/>"), " ouvert ", link("a", r("le pont")), call(1), "."),
        p("Qui", style="Heading1"),
        item("un"),
        item("deux", level=1),
        tbl(tr(tc("An"), tc("Autos", '<w:gridSpan w:val="2"/>'), header=True), tr(tc("1"))),
    ),
    Parts(footnotes={1: p("Une note")}, links={"a": "https://example.org/pont"}),
)
WORD_WORDS = (
    *(b"<w:p>", b"</w:p>", b"<w:r>", b"<w:t>x</w:t>", b"<w:tbl>", b"<w:tr>", b"<w:tc>"),
    *(b'w:val="-1"', b'w:val="99999999"', b"<w:numPr/>", b"<w:vMerge/>", b"<w:del>", b"]]>"),
)

ATTACHED_WORDS = (
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"/Kids", b"/Names", b"/EF", b"/UF (../../a)", b"null"),
    *(b"/AF", b"1 0 R", b"99 0 R", b"/Filter /FlateDecode", b"/Length -1", b"stream", b"endobj"),
)
HTML_WORDS = (
    *(
        b"<p>",
        b"<div>",
        b"</div>",
        b"<table>",
        b"<td colspan=1000 rowspan=1000>",
        b"<ul><li>",
        b"<h1>",
    ),
    *(
        b"<article>",
        b"<a href='",
        b"<img src=",
        b"<script>",
        b"<style>",
        b"<!--",
        b"<svg>",
        b"<br>",
    ),
    *(
        b"<base href='",
        b"<meta charset=utf-16>",
        b"<time datetime=",
        b'<script type="application/ld+json">',
    ),
    *(
        b"&nbsp;",
        b"&#x110000;",
        b"<bdo dir=rtl>",
        b"<sup>",
        b"<select><option>",
        b"<template>",
        b"<math>",
    ),
)
TEXT_WORDS = (
    *(b"FOR IMMEDIATE RELEASE", b"26 June 2018", b"###", b"- ", b"1. ", b"> ", b"\t", b"Contact: "),
    *(b"Subject: ", b"QUESTION: ", b"http://a.b/", b"a@b.c", b"+41 22 123", b"About ", b"\xd8\xa7"),
    *(b"Le 26 juin 2018", b"\xe2\x80\x9c", b"\xc2\xab", b"____", b"   ", b"\xe3\x80\x80"),
)
SVG_WORDS = (
    *(
        b"<g>",
        b"</g>",
        b"<use href='#a'/>",
        b" id='a'",
        b"url(#a)",
        b"<style>",
        b"style='",
        b"\\75 rl(",
    ),
    *(
        b"viewBox=",
        b"width='1.2.3'",
        b"transform='matrix(",
        b"<image href='data:",
        b"@import",
        b"/*",
    ),
)


TREE_WORDS = Words(
    names=[*(f"{{{NAMESPACE}}}{name}" for name in sorted(VOCABULARY)), "p", "{urn:x}p"],
    attributes=[
        *(
            "id",
            "version",
            "dir",
            "key",
            "until",
            "when",
            "href",
            "hreflang",
            "kind",
            "start",
            "to",
        ),
        *("numbering", "src", "decorative", "scope", "column-span", "row-span", "align", "value"),
        *("duration", "cite", "unit", "from", "authoritative", "method", "source", "type", "other"),
        *(f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("id", "lang", "space")),
    ],
    values=[
        *(
            "",
            " ",
            "x",
            "1",
            "0",
            "-1",
            "1001",
            "99999999999",
            "true",
            "ltr",
            "auto",
            "fr",
            "fr_FR",
        ),
        *("2018-06-26", "2018-02-30", "2018-06-26T24:00:00", "2018-06-26T10:00:00+02:00", "PT5S"),
        *("immediate", "embargoed", "human", "column", "javascript:x", "a b", "https://a.b/c", "#"),
        *("\u00a0", "\u200e", "\u2067", "\u2069", "\u0085", "[[x]]", "e\u0301", "\u0627", "\u6f22"),
    ],
)


@dataclass(frozen=True)
class Target:
    """A reader, good documents for it, words of its format."""

    run: Callable[[bytes], bool]
    seeds: Callable[[], Sequence[bytes]]
    words: Sequence[bytes] = ()
    tree: Words | None = None
    """Where it is given, the target takes well-formed XML with its elements changed."""

    def input(self, random: Random, seeds: Sequence[bytes]) -> bytes:
        """Return the next broken document."""
        seed = random.choice(seeds)
        return (
            mutated_tree(seed, random, self.tree)
            if self.tree
            else mutated(seed, random, self.words)
        )


def _holds(make: Callable[[], Any]) -> bool:
    """Say whether a release was read; what was is held: it is written and read back equal."""
    try:
        release = make().value
    except PressconvError:
        return False
    if read(write_xml(release)).value != release:
        raise AssertionError("what was read is not what is written")
    return True


def read_xml(data: bytes) -> bool:
    return _holds(lambda: read(data))


def read_text(data: bytes) -> bool:
    return _holds(lambda: import_text(data.decode("utf-8", "replace"), name="a.txt"))


def read_html(data: bytes) -> bool:
    return _holds(lambda: import_html(data, name="a.html"))


def read_word(data: bytes) -> bool:
    """Read *data* as the text of a Word document: damage to the archive around it is refused."""
    return _holds(lambda: import_docx(zipped({**WORD, WORD_TEXT: data}), name="a.docx"))


def read_image(data: bytes) -> bool:
    try:
        asset = make_asset(data)
    except PressconvError:
        return False
    if make_asset(asset.data) != asset:
        raise AssertionError("a clean image is cleaned again")
    return True


def read_office(data: bytes) -> bool:
    try:
        read_house(data)
    except PressconvError:
        return False
    return True


def audit_pdf(data: bytes) -> bool:
    """Hold a PDF to all rules: one that breaks off says so, and the others go on."""
    try:
        outcomes = run(PDF_RULES, open_pdf(data))
    except PressconvError:
        return False
    if len(outcomes) != len(list(PDF_RULES)):
        raise AssertionError("a rule is missing")
    return True


def read_attached(data: bytes) -> bool:
    """Take the files out of a PDF: none is named so that it would leave its folder."""
    try:
        names = [one.name for one in extract(data)]
    except PressconvError:
        return False
    if names != [safe_name(name) for name in names] or len(set(names)) < len(names):
        raise AssertionError(f"these are no names of files in a folder: {names}")
    return True


def convert(data: bytes) -> bool:
    """Convert a file as the command line does: from one that is refused nothing may come."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "r.xml").write_bytes(data)
        job = Job((Format.HTML, Format.TEXT), folder / "out")
        (outcome,) = convert_files([str(folder / "r.xml")], job)
        made = [path for path in (folder / "out").rglob("*") if path.is_file()]
        if (len(made) == 2) is (outcome.error is not None) or len(made) == 1:
            raise AssertionError(f"{len(made)} files, and {outcome.error}")
        return outcome.error is None


def _small(paths: Iterator[Path]) -> list[bytes]:
    found = [path.read_bytes() for path in sorted(paths)]
    return [data for data in found if len(data) <= _SMALL] or found[:1]


def _pdfs() -> list[bytes]:
    return [broken(lambda writer: None), *_small(PDFS.glob("*.pdf"))]


def _images() -> list[bytes]:
    found = [path.read_bytes() for path in sorted(SAMPLES.rglob("*.svg"))]
    for kind, mode in (("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK")):
        out = BytesIO()
        Image.new(mode, (40, 30)).save(out, kind)
        found.append(out.getvalue())
    return found


TARGETS = {
    "xml": Target(read_xml, lambda: _small(SAMPLES.glob("*/*.xml")), XML_WORDS),
    "tree": Target(read_xml, lambda: _small(SAMPLES.glob("*/*.xml")), tree=TREE_WORDS),
    "text": Target(read_text, lambda: _small(RAW.rglob("*.txt")), TEXT_WORDS),
    "html": Target(read_html, lambda: _small(RAW.rglob("*.html")), HTML_WORDS),
    "word": Target(read_word, lambda: [WORD[WORD_TEXT]], WORD_WORDS),
    "image": Target(read_image, _images, SVG_WORDS),
    "attached": Target(
        read_attached,
        lambda: [pdf({"a.txt": b"one", "b/\u00e9.txt": b"two"})],
        ATTACHED_WORDS,
    ),
    "house": Target(
        read_office,
        lambda: _small(SAMPLES.rglob("*.toml")),
        (b"[", b"]]", b'"""', b"'", b"=", b"[text]", b"fonts_dirs = "),
    ),
    "pdf": Target(audit_pdf, _pdfs, PDF_WORDS),
    "convert": Target(
        convert,
        lambda: _small((SAMPLES / "2018-06-26-coalition-maroc").glob("*.xml")),
        tree=TREE_WORDS,
    ),
}
