"""Word documents written by hand: what is in one can be read where it is used.

Everything is the XML that Word writes, without what does not matter to a reader.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape, quoteattr

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES: Final = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_KINDS: Final = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "styles": "styles",
    "numbering": "numbering",
    "header1": "header",
    "footer1": "footer",
}
_EPOCH: Final = (2018, 6, 26, 10, 0, 0)


# ---- text ----------------------------------------------------------------------------------


def r(text: str, props: str = "") -> str:
    """A run; *props* are elements such as `<w:b/>`."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", props: str = "") -> str:
    """A paragraph of runs, or of one plain text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return f"<w:p><w:pPr>{named}{props}</w:pPr>{inner}</w:p>"


def lang(tag: str, kind: str = "val") -> str:
    """Say the language of a run; *kind* is `val`, `eastAsia` or `bidi`."""
    return f'<w:lang w:{kind}="{tag}"/>'


def item(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph that is an item of a list."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, style="ListParagraph", props=listed)


def link(key: str, *runs: str) -> str:
    """A link to the address of a relationship."""
    return f'<w:hyperlink r:id="{key}">{"".join(runs)}</w:hyperlink>'


def coded(code: str, *runs: str) -> str:
    """A field, its code and its result, as runs."""
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")
    ]
    text = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return "".join([marks[0], text, marks[1], *runs, marks[2]])


def call(number: int, kind: str = "footnote") -> str:
    """The mark in the text that a note hangs on."""
    return f'<w:r><w:rPr/><w:{kind}Reference w:id="{number}"/></w:r>'


def picture(key: str, alt: str | None = None, extra: str = "", crop: str = "") -> str:
    """A run with an image in line, as Word writes it; *extra* stands in its properties."""
    described = "" if alt is None else f" descr={quoteattr(alt)}"
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1"{described}>{extra}</wp:docPr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{key}"/>{crop}</pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


# ---- tables --------------------------------------------------------------------------------


def tc(text: str, props: str = "") -> str:
    """A cell with one paragraph."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{p(text) if text else p()}</w:tc>"


def tr(*cells: str, header: bool = False) -> str:
    """A row; a header is repeated on each page."""
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


# ---- styles and numbering ------------------------------------------------------------------


def style(key: str, name: str, props: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    """A style: *props* are its `w:pPr` and `w:rPr`."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inner = f'<w:name w:val="{name}"/>{base}{props}'
    return f'<w:style w:type="{kind}" w:styleId="{key}">{inner}</w:style>'


def heading(key: str, name: str, level: int) -> str:
    """A style of headings, as Word defines its own: bold, with an outline level."""
    return style(
        key, name, f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>'
    )


STYLES: Final = "".join(
    [
        style("Title", "Title"),
        style("Subtitle", "Subtitle", "<w:rPr><w:i/></w:rPr>"),
        *(heading(f"Heading{level}", f"heading {level}", level) for level in range(1, 7)),
        style("Quote", "Quote", "<w:rPr><w:i/></w:rPr>"),
        style("Caption", "caption", "<w:rPr><w:i/></w:rPr>"),
        style("ListParagraph", "List Paragraph"),
        style("TOC1", "toc 1"),
        style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character"),
        style("Lead", "Chapeau", "<w:rPr><w:b/></w:rPr>"),
    ]
)


def level(index: int, fmt: str, text: str, start: int = 1) -> str:
    """A level of a numbering."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, extra: str = "") -> str:
    """Numberings 1, 2 … of the levels given; *extra* stands in the last one."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(lists)
    )
    numbers = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/>'
        f"{extra if n + 1 == len(lists) else ''}</w:num>"
        for n in range(len(lists))
    )
    return abstract + numbers


BULLETS: Final = level(0, "bullet", "\u2022") + level(1, "bullet", "o")
DECIMALS: Final = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)")
NUMBERING: Final = numbering(BULLETS, DECIMALS)


# ---- the archive ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a document has besides its text; each is the inner XML of its part.

    ``defaults`` are properties of all runs, ``links`` the addresses and ``images`` the files of
    relationships by id, ``more`` whole parts by name.
    """

    styles: str = STYLES
    defaults: str = lang("en-US") + lang("ar-SA", "bidi")
    numbering: str = NUMBERING
    footnotes: dict[int, str] = field(default_factory=dict)
    endnotes: dict[int, str] = field(default_factory=dict)
    header: str = ""
    footer: str = ""
    links: dict[str, str] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    core: str = ""
    more: dict[str, bytes] = field(default_factory=dict)


def docx(*blocks: str, parts: Parts | None = None, **options: object) -> bytes:
    """Make a document of *blocks*; *options* are those of `Parts`."""
    own = parts or Parts(**options)  # type: ignore[arg-type]
    return zipped({**members(blocks, own), **own.more})


def members(blocks: tuple[str, ...], own: Parts) -> dict[str, bytes]:
    """Return the parts of a document by name."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{own.defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    made = {
        "document": _root("document", f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>"),
        "styles": _root("styles", defaults + own.styles),
        "numbering": _root("numbering", own.numbering),
    }
    for kind, notes in (("footnote", own.footnotes), ("endnote", own.endnotes)):
        if notes:
            line = "<w:p><w:r><w:separator/></w:r></w:p>"
            ruled = f'<w:{kind} w:type="separator" w:id="-1">{line}</w:{kind}>'
            inner = "".join(f'<w:{kind} w:id="{n}">{one}</w:{kind}>' for n, one in notes.items())
            made[f"{kind}s"] = _root(f"{kind}s", ruled + inner)
    if own.header:
        made["header1"] = _root("hdr", own.header)
    if own.footer:
        made["footer1"] = _root("ftr", own.footer)
    found = {f"word/{name}.xml": text.encode() for name, text in made.items()}
    links = _relations(own, made)
    for name in ("document", "header1", "footer1", "footnotes", "endnotes"):
        found[f"word/_rels/{name}.xml.rels"] = links
    for key, data in own.images.items():
        found[f"word/media/{key}"] = data
    found["_rels/.rels"] = _root_relations()
    found["docProps/core.xml"] = _core(own.core)
    found["[Content_Types].xml"] = b"<Types xmlns='%s/content-types'/>" % _PACKAGE.encode()
    return found


def zipped(files: dict[str, bytes]) -> bytes:
    """Put files into an archive, the same bytes every time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def _root(tag: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {NAMES}>{inner}</w:{tag}>'


def _relations(own: Parts, made: dict[str, str]) -> bytes:
    rows = [
        f'<Relationship Id="part-{name}" Type="{R}/{kind}" Target="{name}.xml"/>'
        for name, kind in _KINDS.items()
        if name in made
    ]
    rows += [
        f'<Relationship Id="{key}" Type="{R}/hyperlink" Target={quoteattr(href)} '
        'TargetMode="External"/>'
        for key, href in own.links.items()
    ]
    rows += [
        f'<Relationship Id="{key}" Type="{R}/image" Target="media/{key}"/>' for key in own.images
    ]
    text = f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'
    return text.encode()


def _root_relations() -> bytes:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    rows = (
        f'<Relationship Id="d" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="c" Type="{core}" Target="docProps/core.xml"/>'
    )
    text = f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'
    return text.encode()


def _core(inner: str) -> bytes:
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    )
    return f"<cp:coreProperties {spaces}>{inner}</cp:coreProperties>".encode()


def png(width: int = 8, height: int = 8, shade: int = 200) -> bytes:
    """Make a grey image."""
    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    made = b"\x89PNG\r\n\x1a\n"
    for name, body in chunks:
        made += struct.pack(">I", len(body)) + name + body
        made += struct.pack(">I", zlib.crc32(name + body))
    return made
