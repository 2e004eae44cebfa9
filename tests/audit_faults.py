"""Faults for the rules of PDFs: each an edit of a PDF of ours that breaks one rule."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

import pressconv
from pressconv.pdf import Attachment, PdfOptions, Profile, Relation

SQUARE = b"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">
<rect width="40" height="20" fill="#234"/></svg>"""

XFA = b"<config><dynamicRender>required</dynamicRender></config>"

RELEASE = """<release xmlns="urn:pressconv:release:1" id="r" xml:lang="fr"><head>
<headline>Titre</headline><issuer><organization>Bureau</organization></issuer>
<issued when="2026-03-12"/></head><body>
<section><title>Points</title><p>Voir <a href="https://e.example/">le site</a>, dit
<span xml:lang="de">das Amt</span><footnote>La note.</footnote>.</p>
<list><item><p>un</p></item><item><p>deux</p></item></list></section>
<table><caption>Chiffres</caption><rows><row><header>Pays</header><header>Part</header></row>
<row><header>Mali</header><cell>12</cell></row></rows></table>
<figure><image src="a.svg"><alt>Un rectangle</alt></image></figure></body></release>"""

Edit = Callable[[Any], None]
"""Changes a `PdfWriter`, whose objects are not typed."""

Dictionary = DictionaryObject


def shown() -> pressconv.Presentation:
    """Return what the PDF shows."""
    return pressconv.present(pressconv.read(RELEASE.encode()).value)


@cache
def base(profile: Profile = Profile.UA1, *, attached: bool = False) -> bytes:
    """Make the PDF that is broken: with a table, a list, a note, a link, a figure."""
    page = pressconv.write_html(shown(), None, {"a.svg": pressconv.make_asset(SQUARE)})
    source = Attachment("r.fr.xml", b"<r/>", "application/xml", Relation.SOURCE, "La source")
    return pressconv.write_pdf(
        page, PdfOptions(profile=profile), attachments=(source,) if attached else ()
    )


def broken(edit: Edit, profile: Profile = Profile.UA1, *, attached: bool = False) -> bytes:
    """Return the PDF with a fault."""
    reader = PdfReader(io.BytesIO(base(profile, attached=attached)))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    edit(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


# ---- what edits are made of ----------------------------------------------------------------


def value(plain: Any) -> Any:
    """Make an object of PDF: "/x" is a name, dictionaries and lists are gone through."""
    match plain:
        case bool():
            return BooleanObject(plain)
        case int():
            return NumberObject(plain)
        case float():
            return FloatObject(plain)
        case PdfObject():
            return plain
        case str():
            return NameObject(plain) if plain.startswith("/") else TextStringObject(plain)
        case list():
            return ArrayObject([value(one) for one in plain])
        case _:
            return Dictionary({NameObject(key): value(one) for key, one in plain.items()})


def put(holder: Any, **entries: Any) -> None:
    """Set entries of a dictionary, names without their slash; None takes one out."""
    for key, one in entries.items():
        name = NameObject(f"/{key}")
        if one is None:
            holder.pop(name, None)
        else:
            holder[name] = value(one)


def tags(writer: Any, kind: str) -> list[Any]:
    """Return the structure elements of a type."""
    found = (one for one in writer._objects if isinstance(one, Dictionary))
    return [one for one in found if one.get("/S") == f"/{kind}" and "/P" in one]


def put_tag(kind: str, place: int = 0, **entries: Any) -> Edit:
    """Make an edit that sets entries of a structure element."""
    return lambda writer: put(tags(writer, kind)[place], **entries)


def put_catalog(**entries: Any) -> Edit:
    return lambda writer: put(writer.root_object, **entries)


def put_page(**entries: Any) -> Edit:
    return lambda writer: put(writer.pages[0], **entries)


def put_link(**entries: Any) -> Edit:
    return lambda writer: put(links(writer)[0], **entries)


def links(writer: Any) -> list[Any]:
    return [one for one in writer._objects if isinstance(one, Dictionary) and "/Rect" in one]


def put_font(inner: bool = False, **entries: Any) -> Edit:
    def edit(writer: Any) -> None:
        for font in fonts(writer):
            put(font["/DescendantFonts"][0].get_object() if inner else font, **entries)

    return edit


def fonts(writer: Any) -> list[Any]:
    found = (one for one in writer._objects if isinstance(one, Dictionary))
    return [one for one in found if one.get("/Subtype") == "/Type0"]


def descriptors(writer: Any) -> list[Any]:
    found = (one for one in writer._objects if isinstance(one, Dictionary))
    return [one for one in found if one.get("/Type") == "/FontDescriptor"]


def put_all(find: Callable[[Any], list[Any]], **entries: Any) -> Edit:
    """Make an edit that sets entries of all dictionaries that are found."""

    def edit(writer: Any) -> None:
        for one in find(writer):
            put(one, **entries)

    return edit


def attribute(kind: str, place: int = 0, **entries: Any) -> Edit:
    """Make an edit that sets attributes of a structure element."""

    def edit(writer: Any) -> None:
        element = tags(writer, kind)[place]
        held = element["/A"].get_object() if "/A" in element else value({"/O": "/Table"})
        put(held[0].get_object() if isinstance(held, list) else held, **entries)
        put(element, A=held)

    return edit


def child(kind: str, inside: str, ident: str = "") -> Edit:
    """Make an edit that puts an empty element, with an ID or none, into another."""

    def edit(writer: Any) -> None:
        parent = tags(writer, inside)[0]
        made = value({"/Type": "/StructElem", "/S": f"/{kind}", "/K": []})
        put(made, P=parent.indirect_reference, ID=ident or None)
        kids = parent["/K"].get_object()
        kids.append(writer._add_object(made))

    return edit


ARTIFACT = rb"/Artifact\s+<<.*?>>\s+BDC"


def content(found: bytes, instead: bytes) -> Edit:
    """Make an edit of the instructions of the first page."""

    def edit(writer: Any) -> None:
        page = writer.pages[0]
        data = page["/Contents"].get_object().get_data()
        made = re.sub(found, instead, data, count=1, flags=re.DOTALL)
        assert made != data
        put(page, Contents=writer._add_object(stream(made)))

    return edit


def stream(data: bytes, **entries: Any) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    put(made, **entries)
    return made


def metadata(found: str, instead: str) -> Edit:
    """Make an edit of the XMP packet."""

    def edit(writer: Any) -> None:
        held = writer.root_object["/Metadata"].get_object()
        text = held.get_data().decode()
        made = re.sub(found, instead, text, flags=re.DOTALL)
        assert made != text
        put(writer.root_object, Metadata=writer._add_object(stream(made.encode())))

    return edit


def annotation(kind: str, **entries: Any) -> Edit:
    """Make an edit that puts an annotation on the first page, and into no tag."""

    def edit(writer: Any) -> None:
        made = value(
            {"/Type": "/Annot", "/Subtype": f"/{kind}", "/Rect": [9, 9, 99, 99], **entries}
        )
        page = writer.pages[0]
        kept = page["/Annots"].get_object() if "/Annots" in page else ArrayObject()
        put(page, Annots=ArrayObject([*kept, writer._add_object(made)]))

    return edit


def together(*edits: Edit) -> Edit:
    """Make an edit of several."""

    def edit(writer: Any) -> None:
        for one in edits:
            one(writer)

    return edit


def draw_form(writer: Any, times: int, **entries: Any) -> None:
    """Draw a form XObject at the end of the first page."""
    body = b"/P <</MCID 0>> BDC 0 0 5 5 re f EMC"
    form = writer._add_object(
        stream(body, Type="/XObject", Subtype="/Form", BBox=[0, 0, 9, 9], **entries)
    )
    page = writer.pages[0]
    put(page["/Resources"].get_object(), XObject={"/F9": form})
    data = page["/Contents"].get_object().get_data()
    put(page, Contents=writer._add_object(stream(data + b"\n/F9 Do" * times)))


def file_specification(**entries: Any) -> Edit:
    """Make an edit of the attached file."""

    def edit(writer: Any) -> None:
        for one in writer._objects:
            if isinstance(one, Dictionary) and "/EF" in one:
                put(one, **entries)

    return edit


def to_unicode(found: bytes, instead: bytes) -> Edit:
    def edit(writer: Any) -> None:
        for font in fonts(writer):
            data = font["/ToUnicode"].get_object().get_data()
            put(font, ToUnicode=writer._add_object(stream(re.sub(found, instead, data))))

    return edit


def drop_from_tree(writer: Any) -> None:
    """Take a paragraph out of the tree; its content stays on the page."""
    paragraph = tags(writer, "P")[-1]
    kids = paragraph["/P"].get_object()["/K"].get_object()
    kids[:] = [one for one in kids if one.get_object() is not paragraph]


def named_tag(writer: Any) -> None:
    """Give a note the same ID as another."""
    notes = tags(writer, "Note")
    put(notes[0], ID="n")
    child("Note", "Sect", "n")(writer)


def without_scopes(writer: Any) -> None:
    """Let no cell say which headers it has, and no header whose it is."""
    for cell in (*tags(writer, "TH"), *tags(writer, "TD")):
        put(cell, A=None)


def one_header(writer: Any) -> None:
    """Leave one header cell, in the first row and column, that is for its column only."""
    first, *others = tags(writer, "TH")
    put(first, A={"/O": "/Table", "/Scope": "/Column"})
    for cell in (*others, *tags(writer, "TD")):
        put(cell, S="/TD", A=None)


def script(writer: Any) -> None:
    put(writer.root_object, OpenAction={"/S": "/JavaScript", "/JS": "app.beep(0)"})


def encrypt(writer: Any) -> None:
    """Encrypt the file, so that nobody may take its text out; anybody can open it."""
    allowed = UserAccessPermissions.all() & ~UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS
    writer.encrypt("", "owner", permissions_flag=allowed, algorithm="RC4-128")


def header(line: str) -> Edit:
    def edit(writer: Any) -> None:
        writer.pdf_header = line

    return edit


def without_id(writer: Any) -> None:
    writer._ID = None


def graphics(**entries: Any) -> Edit:
    def edit(writer: Any) -> None:
        put(writer.pages[0]["/Resources"].get_object(), ExtGState={"/g9": entries})

    return edit


def true_type(**entries: Any) -> Edit:
    """Make an edit that shows a simple TrueType font."""
    font = {"/Type": "/Font", "/Subtype": "/TrueType", "/BaseFont": "/Nothing", **entries}

    def edit(writer: Any) -> None:
        held = writer.pages[0]["/Resources"].get_object()["/Font"].get_object()
        put(held, F9=font)
        show = b"/Artifact BMC BT /F9 9 Tf (a) Tj ET EMC\n"
        content(rb"\A", show)(writer)

    return edit


def glyph(code: bytes) -> Edit:
    """Make an edit that shows one more code in the font of the page."""
    return content(rb"(Tf.*?)(\[?<[0-9A-Fa-f]+>.*?(?:Tj|TJ))", rb"\1\2 <" + code + rb"> Tj ")


def destination(writer: Any) -> None:
    page = writer.pages[0].indirect_reference
    put(links(writer)[0], A={"/S": "/GoTo", "/D": [page, "/Fit"]})


def one_way_note(writer: Any) -> None:
    put(tags(writer, "FENote")[0], Ref=None)


def no_info_form(writer: Any) -> None:
    put(writer.root_object, AcroForm={"/Fields": [], "/NeedAppearances": True})


def inner_artifact(writer: Any) -> None:
    content(rb"(/MCID \d+>>\s+BDC)(.*?EMC)", rb"\1 /Artifact BMC 0 0 1 1 re f EMC \2")(writer)


UA1, UA2 = Profile.UA1, Profile.UA2
PLAIN = {"/Type": "/FontDescriptor", "/FontName": "/Nothing"}
EMBEDDED = {"/Differences": [97, "/.notdef"], "/BaseEncoding": "/WinAnsiEncoding"}

FAULTS: Final[list[tuple[str, Edit]]] = [
    ("pdf-tagged", put_catalog(StructTreeRoot=None)),
    ("pdf-tagged", put_catalog(MarkInfo={"/Marked": False})),
    ("pdf-suspects", put_catalog(MarkInfo={"/Marked": True, "/Suspects": True})),
    ("pdf-metadata", put_catalog(Metadata=None)),
    ("pdf-metadata", metadata("</x:xmpmeta>", "")),
    ("pdf-title", metadata("<dc:title>.*</dc:title>", "")),
    ("pdf-title-shown", put_catalog(ViewerPreferences={"/DisplayDocTitle": False})),
    ("pdf-ua-claim", metadata("<pdfuaid:part>1</pdfuaid:part>", "")),
    ("pdf-ua-claim", metadata("<pdfuaid:part>1<", "<pdfuaid:part>3<")),
    ("pdf-ua-claim", metadata("pdfuaid([:=])", r"u\1")),
    ("pdf-encryption", encrypt),
    ("pdf-archive-trailer", encrypt),
    ("pdf-optional-content", put_catalog(OCProperties={"/D": {}})),
    ("pdf-optional-content", put_catalog(OCProperties={"/D": {"/Name": "a", "/AS": []}})),
    ("pdf-attachment-names", put_catalog(AF=[{"/Type": "/Filespec", "/EF": {}, "/F": "a"}])),
    ("pdf-tab-order", put_page(Tabs=None)),
    ("pdf-content-tagged", content(rb"\A", b"0 0 9 9 re f\n")),
    ("pdf-content-tagged", content(ARTIFACT, b"/Span BMC")),
    ("pdf-content-tagged", drop_from_tree),
    ("pdf-artifact-apart", inner_artifact),
    ("pdf-artifact-apart", content(ARTIFACT, rb"\g<0> /P <</MCID 0>> BDC EMC")),
    ("pdf-forms-once", partial(draw_form, times=2, StructParents=99)),
    ("pdf-reference-xobject", partial(draw_form, times=1, Ref={"/F": "a.pdf"})),
    ("pdf-language", put_catalog(Lang=None)),
    ("pdf-language-tag", put_tag("Span", Lang="deu tsch")),
    ("pdf-tag-types", put_tag("P", S="/Paragraph")),
    ("pdf-tag-types", lambda w: put(w.root_object["/StructTreeRoot"], RoleMap={"/P": "/Span"})),
    (
        "pdf-tag-types",
        lambda w: put(w.root_object["/StructTreeRoot"], RoleMap={"/A": "/B", "/B": "/A"}),
    ),
    ("pdf-tag-ids", put_tag("Note", ID=None)),
    ("pdf-tag-ids", named_tag),
    ("pdf-heading-levels", put_tag("H1", S="/P")),
    ("pdf-heading-levels", put_tag("H2", S="/H3")),
    ("pdf-heading-kinds", put_tag("H2", S="/H")),
    ("pdf-heading-text", child("H2", "Sect")),
    ("pdf-list-parts", put_tag("LBody", S="/P")),
    ("pdf-list-parts", child("P", "L")),
    ("pdf-contents-parts", child("TOCI", "Sect")),
    ("pdf-ruby-parts", child("Ruby", "Sect")),
    ("pdf-table-parts", child("P", "Table")),
    ("pdf-table-parts", child("Caption", "Table")),
    ("pdf-table-grid", child("TD", "TR")),
    ("pdf-table-grid", attribute("TD", RowSpan=9)),
    ("pdf-table-headers", without_scopes),
    ("pdf-figure-alt", put_tag("Figure", Alt=None)),
    ("pdf-formula-alt", child("Formula", "Sect")),
    ("pdf-link-tag", put_tag("Link", S="/Span")),
    ("pdf-link-target", child("Link", "Sect")),
    ("pdf-link-contents", put_link(Contents=None)),
    ("pdf-annotation-tag", annotation("Text", **{"/Contents": "a"})),
    ("pdf-annotation-tag", annotation("Widget", **{"/TU": "a"})),
    ("pdf-annotation-alt", annotation("Text")),
    ("pdf-annotation-alt", annotation("Widget")),
    ("pdf-annotation-kinds", annotation("TrapNet")),
    ("pdf-media", put_catalog(Pieces={"/S": "/MCD"})),
    ("pdf-xfa", lambda w: put(w.root_object, AcroForm={"/XFA": w._add_object(stream(XFA))})),
    ("pdf-font-embedded", put_all(descriptors, FontFile2=None)),
    ("pdf-font-text", put_font(ToUnicode=None)),
    ("pdf-font-text-values", to_unicode(rb"<0020>", b"<FEFF>")),
    ("pdf-font-notdef", glyph(b"0000")),
    ("pdf-font-notdef", true_type(**{"/Encoding": EMBEDDED, "/FontDescriptor": PLAIN})),
    ("pdf-font-glyphs", glyph(b"FFF0")),
    ("pdf-font-widths", put_font(inner=True, W=[], DW=5)),
    ("pdf-font-collection", put_font(inner=True, CIDToGIDMap=None)),
    ("pdf-font-collection", put_font(Encoding="/Nowhere-H")),
    ("pdf-font-encoding", true_type(**{"/FontDescriptor": PLAIN})),
    (
        "pdf-font-encoding",
        true_type(**{"/Encoding": "/WinAnsiEncoding", "/FontDescriptor": {**PLAIN, "/Flags": 4}}),
    ),
    ("pdf-private-use", to_unicode(rb"<0020>", b"<E000>")),
    ("pdf-archive-claim", metadata("<pdfaid:conformance>A<", "<pdfaid:conformance>Z<")),
    ("pdf-archive-claim", metadata("<pdfaSchema:namespaceURI>.*?</pdfaSchema:namespaceURI>", "")),
    ("pdf-archive-version", header("%PDF-2.0")),
    ("pdf-archive-trailer", without_id),
    ("pdf-archive-attachments", put_catalog(AF=[{"/EF": {}, "/F": "a", "/UF": "a"}])),
    ("pdf-archive-attachments", put_catalog(AF=[{}])),
    ("pdf-archive-catalog", put_catalog(Requirements=[])),
    ("pdf-archive-catalog", no_info_form),
    ("pdf-archive-streams", lambda w: put(w.pages[0]["/Contents"].get_object(), FFilter="/x")),
    ("pdf-archive-colour", put_catalog(OutputIntents=None)),
    ("pdf-archive-actions", script),
    ("pdf-archive-actions", put_link(A={"/S": "/Launch"})),
    ("pdf-archive-annotations", put_link(F=None)),
    ("pdf-archive-annotations", annotation("Sound", **{"/F": 4})),
    ("pdf-archive-images", put_catalog(Pieces={"/Subtype": "/Image", "/Interpolate": True})),
    ("pdf-archive-graphics", graphics(**{"/BM": "/Sparkle"})),
    ("pdf-archive-graphics", graphics(**{"/TR": "/Identity"})),
]
"""A rule, and what breaks it in the PDF of PDF/UA-1."""

FAULTS_2: Final[list[tuple[str, Edit]]] = [
    ("pdf-document-root", put_tag("Document", NS=None)),
    ("pdf-tag-nesting", child("BlockQuote", "TD")),
    ("pdf-tag-nesting", together(child("Div", "TD"), child("BlockQuote", "Div"))),
    ("pdf-tag-nesting", child("LBody", "Art")),
    ("pdf-tag-nesting", put_tag("P", S="/Sect")),
    ("pdf-tag-nesting", together(child("Caption", "Figure"), child("Caption", "Figure"))),
    ("pdf-destinations", destination),
    ("pdf-notes", one_way_note),
    ("pdf-list-numbering", attribute("L", ListNumbering="/None")),
    ("pdf-archive-attachments", file_specification(AFRelationship=None)),
    ("pdf-attachment-descriptions", file_specification(Desc=None)),
    ("pdf-ua-claim", metadata("<pdfuaid:rev>2024<", "<pdfuaid:rev>24<")),
    ("pdf-annotation-kinds", put_link(F=1)),
    ("pdf-language", put_catalog(Lang=None)),
]
"""A rule, and what breaks it in the PDF of PDF/UA-2, which has an attached file."""

REVIEWS: Final[list[tuple[str, Edit]]] = [
    ("pdf-table-headers", attribute("TD", Headers=["nobody"])),
    ("pdf-table-headers", one_header),
    ("pdf-scripts", script),
    ("pdf-figure-box", lambda w: put(tags(w, "Figure")[0], A=None)),
    ("pdf-figure-alt", put_tag("Figure", Alt="image001.png")),
    ("pdf-list-numbering", lambda w: put(tags(w, "L")[0], A=None)),
    ("pdf-language-tag", put_tag("Span", Lang="d-german")),
    ("pdf-table-no-headers", put_all(lambda w: tags(w, "TH"), S="/TD")),
]
"""A rule, and what it wants a person to look at."""
