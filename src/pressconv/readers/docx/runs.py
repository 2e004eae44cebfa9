"""What stands in a paragraph of a Word document → its pieces, as they show when it is printed.

A change that somebody tracks counts as accepted; hidden text, comments and placeholders do not
show. An element that nobody knows gives what stands in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pressconv.assets import AssetError
from pressconv.errors import Place
from pressconv.notes import note
from pressconv.readers.docx import drawings
from pressconv.readers.docx.fields import Fields, href_of, is_date, is_page_number
from pressconv.readers.docx.oxml import child, get, is_on, name
from pressconv.readers.docx.story import Piece, PieceKind
from pressconv.readers.docx.styles import read_properties
from pressconv.readers.html.page import shown

if TYPE_CHECKING:
    from lxml import etree

    from pressconv.notes import Note
    from pressconv.readers.docx.package import Package
    from pressconv.readers.docx.relations import Relation
    from pressconv.readers.docx.styles import Properties, Styles
    from pressconv.readers.pictures import Pictures

# Tracked changes: what was taken out, and what was put in.
DELETED: Final = frozenset({"w:del", "w:moveFrom", "w:delText", "w:delInstrText"})
INSERTED: Final = frozenset({"w:ins", "w:moveTo"})
SILENT: Final = frozenset(
    f"w:{one}"
    for one in "pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr rubyPr rt instrText "
    "annotationRef footnoteRef endnoteRef separator continuationSeparator "
    "lastRenderedPageBreak proofErr bookmarkStart bookmarkEnd".split()
)
"""Elements that hold properties or marks, and no text of the document."""

_BREAKS: Final = frozenset({"w:br", "w:cr"})
_NOTES: Final = {
    "w:footnoteReference": PieceKind.FOOTNOTE,
    "w:endnoteReference": PieceKind.ENDNOTE,
}
_SIGNS: Final = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
# Fonts whose letters are signs: their characters are codes of the font, U+F0xx.
_SIGN_FONTS: Final = ("Symbol", "Wingdings", "Webdings")


@dataclass(slots=True)
class Context:
    """What the parts of a document share while they are read.

    ``notes_known`` are the numbers of notes that there are; ``number`` is that of the paragraph.
    """

    package: Package
    styles: Styles
    pictures: Pictures
    notes_known: dict[PieceKind, set[str]]
    notes: list[Note] = field(default_factory=list)
    number: int = 0
    n_tracked: int = 0
    n_comments: int = 0
    n_symbols: int = 0
    n_numbers: int = 0
    n_pieces: int = 0
    _images: dict[str, str | None] = field(default_factory=dict)

    def kept(self, part: str) -> str | None:
        """Keep the image in *part*; return the name of its file, `None` for a dot.

        Raises:
            AssetError: it is missing, or no image that can be published.
        """
        if part not in self._images:
            data = self.package.read(part)
            if data is None:
                raise AssetError("image-missing", "it is missing")
            self._images[part] = self.pictures.keep(data)
        return self._images[part]

    def place(self) -> Place:
        """Return where the reader is: paragraphs are counted, as Word knows no lines."""
        file = self.package.file
        return Place(file, self.number, 1) if self.number else Place(file)

    def note(self, code: str, **filling: object) -> None:
        """Keep a note."""
        self.notes.append(note(code, self.place(), **filling))


class Runs:
    """Reads the pieces of paragraphs of one part. ``boxes`` are text boxes met on the way."""

    def __init__(self, context: Context, relations: dict[str, Relation]) -> None:
        self.context = context
        self.relations = relations
        self.fields = Fields()
        self.boxes: list[etree._Element] = []
        self.hidden: list[str] = []

    def read(self, elements: list[etree._Element], base: Properties, href: str = "") -> list[Piece]:
        """Read *elements* of a paragraph, of which *base* holds."""
        made: list[Piece] = []
        for one in elements:
            made.extend(self._one(one, base, href))
        return made

    def end(self) -> None:
        """End a paragraph: say what was hidden in it."""
        text = "".join(self.hidden).strip()
        if text:
            self.context.note("import-hidden", text=shown(text))
        self.hidden.clear()

    def _one(self, element: etree._Element, base: Properties, href: str) -> list[Piece]:
        tag = name(element)
        if tag in SILENT:
            if tag == "w:instrText":
                self.fields.add(element.text or "")
            return []
        if tag in DELETED:
            self.context.n_tracked += 1
            return []
        match tag:
            case "w:r" | "m:r":
                return self._run(element, base, href)
            case "w:hyperlink":
                return self.read(list(element), base, self._href(element) or href)
            case "w:fldSimple":
                code = get(element, "w:instr") or ""
                if is_page_number(code):
                    return []
                if is_date(code):
                    self._date(element)
                return self.read(list(element), base, href_of(code) or href)
            case "w:sdt":
                return self.read(content_of(element, self.context), base, href)
            case "mc:AlternateContent":
                return self.read(drawings.alternatives(element), base, href)
            case "m:oMath":
                return self._formula(element, base)
            case "w:commentReference":
                self.context.n_comments += 1
                return []
            case _:
                return self._part(element, base, href)

    def _href(self, element: etree._Element) -> str:
        found = self.relations.get(get(element, "r:id") or "")
        if found is None or not found.is_external:
            return ""
        place = get(element, "w:anchor")
        return f"{found.target.partition('#')[0]}#{place}" if place else found.target

    def _formula(self, element: etree._Element, base: Properties) -> list[Piece]:
        text = "".join(one.text or "" for one in element.iter() if name(one) == "m:t")
        if text.strip():
            self.context.note("import-formula", text=shown(text))
        return [Piece(PieceKind.TEXT, text, base)] if text else []

    def _date(self, element: etree._Element) -> None:
        text = "".join(one.text or "" for one in element.iter() if name(one) == "w:t").strip()
        if text:
            self.context.note("import-date-field", text=shown(text))

    # ---- in a run ------------------------------------------------------------------------------

    def _run(self, element: etree._Element, base: Properties, href: str) -> list[Piece]:
        own = read_properties(child(element, "w:rPr"))
        style = self.context.styles.of(own.get("rStyle"), is_paragraph=False)
        whole = {**base, **{key: one for key, one in style.items() if key != "role"}, **own}
        if whole.get("vanish") == "1" or whole.get("webHidden") == "1":
            self.hidden.extend(one.text or "" for one in element.iter() if name(one) == "w:t")
            return []
        return self.read(list(element), whole, href)

    def _part(self, element: etree._Element, whole: Properties, href: str) -> list[Piece]:
        tag = name(element)
        if tag == "w:fldChar":
            self.fields.mark(get(element, "w:fldCharType") or "")
            return []
        if self.fields.is_code or self.fields.is_page_number:
            return []
        match tag:
            case "w:t" | "m:t":
                return self._text(element.text or "", whole, href)
            case "w:drawing" | "w:pict" | "w:object":
                return self._drawing(element, whole)
            case "w:sym":
                return self._symbol(get(element, "w:char"), get(element, "w:font"), whole)
            case "w:ruby":
                return self._ruby(element, whole, href)
            case _ if tag in _BREAKS:
                kind = get(element, "w:type") or "textWrapping"
                if kind != "textWrapping":
                    return [Piece(PieceKind.TEXT, " ", whole)]
                return [Piece(PieceKind.BREAK, "", whole)]
            case _ if tag in _SIGNS:
                return self._text(_SIGNS[tag], whole, href)
            case _ if tag in _NOTES:
                number, kind_of_note = get(element, "w:id") or "", _NOTES[tag]
                known = self.context.notes_known[kind_of_note]
                if number not in known:
                    return []
                known.discard(number)  # a note has one call: it would stand in the text twice
                return [Piece(kind_of_note, number, whole)]
            case _:
                self.context.n_tracked += tag in INSERTED
                return self.read(list(element), whole, href)

    def _text(self, text: str, whole: Properties, href: str) -> list[Piece]:
        if not text:
            return []
        if self.fields.is_date and text.strip():
            self.context.note("import-date-field", text=shown(text.strip()))
        font = whole.get("font", "")
        if font.startswith(_SIGN_FONTS) and all("\uf000" <= one <= "\uf0ff" for one in text):
            return [piece for one in text for piece in self._symbol(f"{ord(one):04X}", font, whole)]
        return [Piece(PieceKind.TEXT, text, whole, self.fields.href or href)]

    def _symbol(self, code: str | None, font: str | None, whole: Properties) -> list[Piece]:
        digits = (code or "").upper()
        if len(digits) != 4 or set(digits) - set("0123456789ABCDEF"):
            self.context.n_symbols += 1
            return []
        return [Piece(PieceKind.SYMBOL, digits, {**whole, "font": font or ""})]

    def _ruby(self, element: etree._Element, whole: Properties, href: str) -> list[Piece]:
        above = child(element, "w:rt")
        reading = (
            "".join(one.text or "" for one in above.iter() if name(one) == "w:t")
            if (above is not None)
            else ""
        )
        base = child(element, "w:rubyBase")
        pieces = self.read(list(base), whole, href) if base is not None else []
        text = "".join(one.value for one in pieces if one.kind is PieceKind.TEXT)
        return [Piece(PieceKind.TEXT, text, whole, href, reading.strip())] if text else []

    # ---- drawings ------------------------------------------------------------------------------

    def _drawing(self, element: etree._Element, whole: Properties) -> list[Piece]:
        if drawings.is_hidden(element):
            return []
        found, boxes = drawings.images(element), drawings.boxes(element)
        self.boxes.extend(boxes)
        is_object = name(element) == "w:object"
        if is_object or not (found or boxes):
            alt = drawings.described(element)
            what = "embedded object" if is_object else drawings.what(element)
            is_line = not is_object and not alt and what in {"wordprocessingShape", "pict"}
            if not is_line:  # a line or a frame that only decorates
                self.context.note("embed-dropped", what=shown(f"{what} {alt or ''}".strip()))
        return [piece for one in found for piece in self._image(one, whole)]

    def _image(self, drawn: drawings.Drawn, whole: Properties) -> list[Piece]:
        relation = self.relations.get(drawn.relation)
        what = shown(drawn.alt or (relation.target if relation else ""))
        if relation is None or relation.is_external:
            why = "it is not in the document, only linked" if relation else "it is missing"
            self.context.note("import-image", what=what, why=why)
            return []
        try:
            kept = self.context.kept(relation.target)
        except AssetError as error:
            why = "; ".join(filter(None, (error.message, error.hint)))
            self.context.note("import-image", what=what, why=why)
            return []
        if kept is None:
            return []
        if drawn.is_cropped:
            self.context.note("import-image-cropped", what=what)
        return [Piece(PieceKind.IMAGE, kept, whole, alt=drawn.alt)]


def content_of(element: etree._Element, context: Context) -> list[etree._Element]:
    """Return what stands in a content control, nothing where nobody has filled it in."""
    inner = child(element, "w:sdtContent")
    if inner is None:
        return []
    if is_on(child(child(element, "w:sdtPr"), "w:showingPlcHdr")):
        text = "".join(one.text or "" for one in inner.iter() if name(one) == "w:t").strip()
        if text:
            context.note("import-placeholder", text=shown(text))
        return []
    return list(inner)
