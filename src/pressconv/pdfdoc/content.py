"""Content streams → the text of every marked-content sequence, by page and MCID.

Only the operators that change what is said, or on which line, are followed. Text in artifacts and
text outside any marked content is never decoded: nobody reads it.
Source: ISO 32000-2, 8.10 (forms), 9.4.3 (text), 14.6 and 14.7.5 (marked content).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.errors import InputError
from pressconv.pdfdoc import objects, tokens
from pressconv.pdfdoc.fonts import NO_FONT, Font, read_font
from pressconv.pdfdoc.lines import Run
from pressconv.pdfdoc.pen import Pen
from pressconv.pdfdoc.survey import Survey

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.pdfdoc.model import Baseline
    from pressconv.pdfdoc.survey import Key
    from pressconv.pdfdoc.tokens import Operand

_MAX_BYTES: Final = 50_000_000  # of all streams, a form as often as it is drawn
_MAX_FORMS: Final = 10_000  # drawn
_MAX_DEPTH: Final = 20  # of forms in forms
_MAX_MARKS: Final = 500  # of marked content in marked content
_MAX_MCID: Final = 2**31


class Streams:
    """What is read once for a whole document: texts, fonts, and how much work that was."""

    def __init__(self) -> None:
        self.runs: defaultdict[Key, list[Run]] = defaultdict(list)
        self.survey = Survey()
        self.decoders: dict[int, Font] = {}  # by their numbers
        self._fonts: dict[int, Font] = {}
        self._n_bytes = 0
        self._n_forms = 0

    def font(self, value: object) -> Font:
        """Return a font, which is read once."""
        key = objects.object_key(value)
        if key in self._fonts:
            return self._fonts[key]
        font = replace(read_font(value), number=self.survey.add_font(value))
        self.decoders[font.number] = font
        if key:
            self._fonts[key] = font
        return font

    def count(self, data: bytes, *, n_forms: int = 0) -> None:
        """Refuse work without end: a few small streams can draw each other a billion times."""
        self._n_bytes += len(data)
        self._n_forms += n_forms
        if self._n_bytes > _MAX_BYTES or self._n_forms > _MAX_FORMS:
            raise InputError("the pages of this PDF draw too much to be read")


class _Mark(NamedTuple):
    """Where text goes: what the marked content around it makes of it."""

    key: Key | None = None
    is_artifact: bool = False
    is_reversed: bool = False
    replacement: str | None = None  # the ActualText of this sequence or of one around it
    opens_replacement: bool = False


class ContentReader:
    """Reads the content of one page, and of the forms that it draws, into the runs of *streams*."""

    def __init__(self, streams: Streams, page: int, resources: object) -> None:
        self._streams = streams
        self._page = page
        self._resources = objects.dictionary(resources)
        self._fonts: dict[str, Font] = {}  # of these resources
        self.pen = Pen(page)
        self._marks = [_Mark()]
        self._replaced: list[Baseline] = []  # the lines of what an ActualText replaces
        self._form_key = 0
        self._open_forms: list[int] = []
        self._own_forms: set[int] = set()

    def read(self, data: bytes) -> None:
        """Follow the instructions of *data*; marked content that it leaves open ends with it.

        Raises:
            InputError: this, with all that was read before it, passes the limits.
        """
        self._streams.count(data, n_forms=bool(self._open_forms))
        n_open = len(self._marks)
        for operator, operands in tokens.instructions(data):
            follow = _OPERATORS.get(operator)
            if follow:
                follow(self, operands)
        while len(self._marks) > n_open:
            self.end_mark()

    def set_font(self, operands: list[Operand]) -> None:
        """Follow Tf."""
        name = tokens.name(operands[0]) if operands else ""
        if name not in self._fonts:
            found = objects.dictionary(self._resources.get("/Font")).get(name)
            self._fonts[name] = self._streams.font(found) if found is not None else NO_FONT
        self.pen.set_font(self._fonts[name], _last(operands))

    def move(self, operands: list[Operand], *, leads: bool = False) -> None:
        """Follow Td, and TD, which *leads*."""
        shift = _numbers(operands)
        if len(shift) == 2:
            if leads:
                self.pen.set_leading(-shift[1])
            self.pen.move(*shift)

    def show(self, operands: list[Operand], *, on_next_line: bool = False) -> None:
        """Follow Tj and TJ, and ' and ", which show it *on_next_line*."""
        if on_next_line:
            self.pen.next_line()
        mark = self._marks[-1]
        if not operands:
            return
        data = tokens.strings(operands[-1])
        font = self.pen.font
        self._streams.survey.show(font.number, data, is_invisible=self.pen.is_invisible)
        if data:
            self.paint("text")
        if mark.key is None or mark.is_artifact:
            return
        line = self.pen.line()
        if mark.replacement is not None:
            self._replaced.append(line)
            return
        text = font.decode(data)
        self._streams.runs[mark.key].append(
            Run(text[::-1] if mark.is_reversed else text, line, line)
        )

    def paint(self, what: str) -> None:
        """Follow an operator that leaves something on the page, *what*."""
        mark = self._marks[-1]
        if not mark.is_artifact:
            self._streams.survey.paint(self._page, mark.key, what)

    def use_colours(self, space: str) -> None:
        """Follow an operator that sets a colour, as far as it depends on the device."""
        if space.startswith("/Device"):
            self._streams.survey.device_colours.add(space.removeprefix("/"))

    def begin_mark(self, operands: list[Operand]) -> None:
        """Follow BMC and BDC: the one has a tag, the other a tag and properties."""
        if len(self._marks) > _MAX_MARKS:
            raise InputError(f"marked content on page {self._page} is nested too deep to be read")
        tag = tokens.name(operands[0]) if operands else ""
        mcid, actual_text, lang = _NOTHING
        if len(operands) > 1:
            mcid, actual_text, lang = self._properties(operands[1])
        outer = self._marks[-1]
        key = outer.key
        if mcid is not None and 0 <= mcid < _MAX_MCID:
            key = (self._page, self._form_key, int(mcid))
        if key and lang is not None:
            self._streams.survey.langs.setdefault(key, lang)
        is_artifact = tag == "/Artifact"
        if is_artifact and outer.key and not outer.is_artifact:
            self._streams.survey.artifacts_in_content.add(self._page)
        if mcid is not None and (outer.is_artifact or is_artifact):
            self._streams.survey.content_in_artifacts.add(self._page)
        opens = actual_text is not None and key is not None and outer.replacement is None
        self._marks.append(
            _Mark(
                key=key,
                is_artifact=outer.is_artifact or is_artifact,
                is_reversed=outer.is_reversed or tag == "/ReversedChars",
                replacement=actual_text if opens else outer.replacement,
                opens_replacement=opens,
            )
        )

    def end_mark(self) -> None:
        """Follow EMC; one too many changes nothing."""
        if len(self._marks) == 1:
            return
        mark = self._marks.pop()
        if not mark.opens_replacement:
            return
        lines, self._replaced = self._replaced or [self.pen.line()], []
        if mark.key and mark.replacement and not mark.is_artifact:
            self._streams.runs[mark.key].append(Run(mark.replacement, lines[0], lines[-1]))

    def draw(self, operands: list[Operand]) -> None:
        """Follow Do, into a form XObject that is not being drawn already."""
        name = tokens.name(operands[-1]) if operands else ""
        reference = objects.dictionary(self._resources.get("/XObject")).get(name)
        form = objects.dictionary(reference)
        key = objects.object_key(reference)
        if objects.name(form.get("/Subtype")) == "Image":
            self.paint("an image")
        if key in self._own_forms:
            self._streams.survey.forms_again.add(self._page)
        # A form with MCIDs of its own says them once, however often it is drawn.
        if (
            objects.name(form.get("/Subtype")) != "Form"
            or key in self._open_forms
            or key in self._own_forms
            or len(self._open_forms) >= _MAX_DEPTH
        ):
            return
        outer = self._resources, self._fonts, self._form_key
        pen = self.pen.enter(list(map(objects.number, objects.array(form.get("/Matrix")))))
        if "/StructParents" in form:
            self._form_key = key
            self._own_forms.add(key)
        if "/Resources" in form:
            self._resources, self._fonts = objects.dictionary(form["/Resources"]), {}
        self._open_forms.append(key)
        self.read(objects.stream_data(reference))
        self._open_forms.pop()
        self._resources, self._fonts, self._form_key = outer
        self.pen.leave(pen)

    def _properties(self, operand: Operand) -> tuple[float | None, str | None, str | None]:
        """Return MCID, ActualText and Lang of a property list, written in place or named."""
        if not isinstance(operand, dict):
            named = objects.dictionary(self._resources.get("/Properties"))
            found = objects.dictionary(named.get(tokens.name(operand)))
            texts = [objects.text(found.get(key)) for key in ("/ActualText", "/Lang")]
            return objects.integer(found.get("/MCID")), texts[0], texts[1]
        mcid = tokens.numbers(operand.get(b"/MCID", b""))
        said = [operand.get(key) for key in (b"/ActualText", b"/Lang")]
        texts = [None if one is None else objects.text_string(tokens.strings(one)) for one in said]
        return mcid[0] if mcid else None, texts[0], texts[1]


_NOTHING: Final = (None, None, None)


def _numbers(operands: list[Operand]) -> list[float]:
    """Return the numbers that end the operands: the tokenizer leaves them in one piece."""
    return tokens.numbers(operands[-1]) if operands else []


def _name(operands: list[Operand]) -> str:
    return tokens.name(operands[-1]) if operands else ""


def _last(operands: list[Operand]) -> float:
    return (_numbers(operands) or [0.0])[-1]


_OPERATORS: Final[dict[bytes, Callable[[ContentReader, list[Operand]], None]]] = {
    b"q": lambda reader, _: reader.pen.save(),
    b"Q": lambda reader, _: reader.pen.restore(),
    b"cm": lambda reader, operands: reader.pen.transform(_numbers(operands)),
    b"BT": lambda reader, _: reader.pen.place(),
    b"Tm": lambda reader, operands: reader.pen.place(_numbers(operands)),
    b"Td": lambda reader, operands: reader.move(operands),
    b"TD": lambda reader, operands: reader.move(operands, leads=True),
    b"Tr": lambda reader, operands: reader.pen.set_rendering(_last(operands)),
    b"T*": lambda reader, _: reader.pen.next_line(),
    b"TL": lambda reader, operands: reader.pen.set_leading(_last(operands)),
    b"Tf": lambda reader, operands: reader.set_font(operands),
    b"Tj": lambda reader, operands: reader.show(operands),
    b"TJ": lambda reader, operands: reader.show(operands),
    b"'": lambda reader, operands: reader.show(operands, on_next_line=True),
    b'"': lambda reader, operands: reader.show(operands, on_next_line=True),
    b"BMC": lambda reader, operands: reader.begin_mark(operands),
    b"BDC": lambda reader, operands: reader.begin_mark(operands),
    b"EMC": lambda reader, _: reader.end_mark(),
    b"Do": lambda reader, operands: reader.draw(operands),
    b"cs": lambda reader, operands: reader.use_colours(_name(operands)),
    b"CS": lambda reader, operands: reader.use_colours(_name(operands)),
    **dict.fromkeys((b"g", b"G"), lambda reader, _: reader.use_colours("/DeviceGray")),
    **dict.fromkeys((b"rg", b"RG"), lambda reader, _: reader.use_colours("/DeviceRGB")),
    **dict.fromkeys((b"k", b"K"), lambda reader, _: reader.use_colours("/DeviceCMYK")),
    b"ID": lambda reader, _: reader.paint("an image"),
    b"sh": lambda reader, _: reader.paint("a shading"),
    **dict.fromkeys(
        (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"),
        lambda reader, _: reader.paint("a line or an area"),
    ),
}
