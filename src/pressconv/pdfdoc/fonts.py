"""A font dictionary → what decodes the strings shown with it: bytes → text.

ToUnicode comes first, then the encoding, as ISO 32000-2, 9.10.2 orders them. A code that neither
knows is U+FFFD: what a reader with assistive technology gets is nothing, and that has to show.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pypdf._codecs import adobe_glyphs, charset_encoding

from pressconv.pdfdoc import objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_UNKNOWN: Final = "\ufffd"
_MAX_CODES: Final = 100_000  # more than any font has glyphs

# A CMap is PostScript; only its sections matter here, and hexadecimal strings in them.
_SECTION: Final = re.compile(rb"begin(codespacerange|bfchar|bfrange)\b(.*?)(?:end\1|\Z)", re.DOTALL)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")
_PREDEFINED: Final = (  # part of a predefined CMap's name, and the codec of its codes
    ("UTF16", "utf-16-be"),
    ("UCS2", "utf-16-be"),
    ("RKSJ", "cp932"),
    ("EUC-H", "gb2312"),
    ("EUC-V", "gb2312"),
    ("GBK2K", "gb18030"),
    ("GBK", "gbk"),
    ("B5", "cp950"),
    ("KSC", "cp949"),
)


@dataclass(slots=True)
class CMap:
    """Codes with their text, and how many bytes a code that begins with a byte has.

    ``n_ranged`` counts the codes in ranges, which may claim the same ones again and again.
    """

    unicode: dict[int, str] = field(default_factory=dict)
    lengths: dict[int, int] = field(default_factory=dict)
    n_ranged: int = 0


@dataclass(frozen=True, slots=True)
class Font:
    """What decodes the strings of one font. ``width`` is the bytes a code has, 0: it varies.

    ``number`` tells the fonts of a document apart, from 1.
    """

    unicode: Mapping[int, str]
    width: int = 1
    lengths: Mapping[int, int] = field(default_factory=dict)  # by first byte, where it varies
    codec: str = ""  # of a code that has no text in the font
    vertical: bool = False
    number: int = 0

    def codes(self, data: bytes) -> set[int]:
        """Return the codes in a string shown with this font."""
        if self.width == 1:
            return set(data)
        if self.width == 2:
            return set(struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2]))
        return {int.from_bytes(code, "big") for code in self._cut(data)}

    def decode(self, data: bytes) -> str:
        """Return the text of a string shown with this font."""
        find = self.unicode.get
        if self.width == 1:
            return "".join([find(code, _UNKNOWN) for code in data])
        if self.width == 2 and not self.codec:
            codes = struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
            return "".join([find(code, _UNKNOWN) for code in codes])
        return self._decode_any(data)

    def _decode_any(self, data: bytes) -> str:
        if self.codec and not self.unicode:
            return data.decode(self.codec, "replace")
        parts: list[str] = []
        for code in self._cut(data):
            known = self.unicode.get(int.from_bytes(code, "big"))
            parts.append(known if known is not None else self._fallback(code))
        return "".join(parts)

    def _cut(self, data: bytes) -> Iterator[bytes]:
        position = 0
        while position < len(data):
            end = position + (self.width or self.lengths.get(data[position], 1))
            yield data[position:end]
            position = end

    def _fallback(self, code: bytes) -> str:
        return code.decode(self.codec, "replace") if self.codec else _UNKNOWN


NO_FONT: Final = Font({})
"""Of text that is shown before any font is set, or with one that is not there."""


def read_font(value: object) -> Font:
    """Read a font dictionary; what is broken in it costs the text of its codes only."""
    font = objects.dictionary(value)
    cmap = CMap()
    if objects.name(font.get("/ToUnicode")).startswith("Identity"):
        cmap.unicode = {code: chr(code) for code in range(0xD800)}
    else:
        _read_cmap(_data(font.get("/ToUnicode")), cmap)
    if objects.name(font.get("/Subtype")) == "Type0":
        return _composite(font, cmap.unicode)
    return Font(_encoding(font) | cmap.unicode)


def _composite(font: Mapping[str, object], unicode: dict[int, str]) -> Font:
    encoding = objects.name(font.get("/Encoding"))
    vertical = encoding.endswith("-V")
    if encoding.startswith("Identity"):
        return Font(unicode, width=2, vertical=vertical)
    if encoding:
        codec = next((codec for part, codec in _PREDEFINED if part in encoding), "")
        if codec in {"", "utf-16-be"}:
            return Font(unicode, width=2, codec=codec, vertical=vertical)
        return Font(unicode, 0, dict.fromkeys(range(0x81, 0xFF), 2), codec, vertical)
    own = CMap()
    _read_cmap(_data(font.get("/Encoding")), own)
    widths = set(own.lengths.values())
    width = widths.pop() if len(widths) == 1 else 0 if widths else 2
    vertical = objects.integer(objects.dictionary(font.get("/Encoding")).get("/WMode")) == 1
    return Font(unicode, width=width, lengths=own.lengths, vertical=vertical)


def _encoding(font: Mapping[str, object]) -> dict[int, str]:
    """Return the text of the codes of a simple font."""
    written = objects.resolve(font.get("/Encoding"))
    base, differences = objects.name(written), []
    if isinstance(written, dict):
        base = objects.name(written.get("/BaseEncoding"))
        differences = objects.array(written.get("/Differences"))
    built_in = objects.name(font.get("/BaseFont")).rpartition("+")[2]
    standard = charset_encoding["/StandardEncoding"]
    table = charset_encoding.get(f"/{base}") or charset_encoding.get(f"/{built_in}", standard)
    # pypdf fills the gaps of its tables with control characters. No font shows those, but a tab or
    # a line end that a producer leaves in a string reads as a space.
    codes = {code: text for code, text in enumerate(table) if text >= " " and text != "\x7f"}
    codes |= dict.fromkeys(b"\t\n\r", " ")
    code = 0
    for item in differences:
        number, glyph = objects.integer(item), objects.name(item)
        if number is not None:
            code = number
        elif glyph:
            codes[code] = _glyph_text(glyph)
            code += 1
    return codes


def _glyph_text(glyph: str) -> str:
    """Return the text of a glyph name. Source: Adobe Glyph List Specification, section 2."""
    return "".join(map(_component_text, glyph.partition(".")[0].split("_"))) or _UNKNOWN


def _component_text(component: str) -> str:
    known = adobe_glyphs.get(f"/{component}")
    if known is not None:
        return known
    code = re.fullmatch("uni([0-9A-F]{4})|u([0-9A-F]{4,6})", component)
    number = int(code[1] or code[2], 16) if code else -1
    return chr(number) if 0 <= number < 0xD800 or 0xE000 <= number < 0x110000 else _UNKNOWN


def _data(value: object) -> bytes:
    try:
        return objects.stream_data(value)
    except objects.FAULTS:
        return b""


def _read_cmap(data: bytes, cmap: CMap) -> None:
    """Add what *data* defines to *cmap*. Source: Adobe Technical Note 5014."""
    for section in _SECTION.finditer(data):
        words = [
            bracket or re.sub(rb"\s", b"", digits) for digits, bracket in _HEX.findall(section[2])
        ]
        if section[1] == b"codespacerange":
            for low, high in zip(words[::2], words[1::2], strict=False):
                first, last = _code(low[:2]), _code(high[:2])
                cmap.lengths.update(dict.fromkeys(range(first, last + 1), len(low) // 2 or 1))
        elif section[1] == b"bfchar":
            for source, target in zip(words[::2], words[1::2], strict=False):
                if len(cmap.unicode) < _MAX_CODES:
                    cmap.unicode[_code(source)] = _utf16(target)
        else:
            _read_ranges(words, cmap)


def _read_ranges(words: list[bytes], cmap: CMap) -> None:
    """Read bfrange lines: <first> <last> and the text of the first, or [the text of each]."""
    position = 0
    while position + 2 < len(words):
        first, last = _code(words[position]), _code(words[position + 1])
        last = min(last, first + _MAX_CODES - cmap.n_ranged)
        cmap.n_ranged += max(0, last - first)
        position += 3
        if words[position - 1] != b"[":
            _fill(first, last, words[position - 1], cmap.unicode)
            continue
        while position < len(words) and words[position] != b"]":
            if first <= last:
                cmap.unicode[first] = _utf16(words[position])
            first += 1
            position += 1
        position += 1


def _fill(first: int, last: int, target: bytes, unicode: dict[int, str]) -> None:
    """Give the codes from *first* to *last* the texts that count up from *target*."""
    start = _utf16(target)
    if not start:
        return
    stem, end = start[:-1], ord(start[-1])
    for code in range(first, min(last, first + 0x10FFFF - end) + 1):
        following = end + code - first
        unicode[code] = stem + (_UNKNOWN if 0xD800 <= following < 0xE000 else chr(following))


def _code(digits: bytes) -> int:
    # No code has more than four bytes; a longer one is broken, and may be huge.
    return int(digits[:8], 16) if digits[:1] not in (b"", b"[", b"]") else 0


def _utf16(digits: bytes) -> str:
    if digits[:1] in (b"[", b"]"):
        return ""
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")).decode(
        "utf-16-be", "replace"
    )
