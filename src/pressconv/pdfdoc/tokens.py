"""Bytes of a content stream → its instructions: an operator with its operands, unread.

An operand stays the bytes that stand there until an operator wants its value, because most are
never wanted: a run of numbers is one operand, and so is an array of simple strings. Bytes that
belong to no token are passed over. Linear in the length of the stream, whatever stands in it.
Source: ISO 32000-2, 7.2, 7.3, 7.8.2, 8.9.7.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Operand: TypeAlias = "bytes | list[Operand] | dict[bytes, Operand]"

_TOKEN: Final = re.compile(
    rb"""
    (?P<numbers> [-+.\d] [-+.\d\s\0]* )
  | (?P<name>    / [^\s\0()<>\[\]{}/%]* | (?:true|false|null) \b )
  | (?P<open>    << )
  | (?P<string>  < [^<>]* > | \( (?: [^()\\] | \\. )*+ \) )
  | (?P<array>   \[ (?: [^()\[\]%] | \( (?: [^()\\] | \\. )*+ \) )*+ \] )
  | (?P<list>    \[ )
  | (?P<close>   >> | \] )
  | (?P<nested>  \( )
  | (?P<comment> % [^\r\n]* )
  | (?P<operator> [A-Za-z'"] [^\s\0()<>\[\]{}/%]* )
    """,
    re.VERBOSE | re.DOTALL,
)
_STRINGS: Final = re.compile(rb"<[^<>]*>|\((?:[^()\\]|\\.)*+\)", re.DOTALL)
_HEX_STRINGS: Final = re.compile(rb"<([^<>]*)>")
_PARENTHESES: Final = re.compile(rb"\\.|[()]", re.DOTALL)
# The data of an inline image ends at an EI that plain instructions, or nothing, follow.
_IMAGE_END: Final = re.compile(rb"\sEI(?=\s[\s\x20-\x7E]{0,12}+|\s*+\Z)")
_NOT_HEX: Final = re.compile(rb"[^0-9A-Fa-f]+")
_ESCAPE: Final = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))|\r\n?", re.DOTALL)
_NAME_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_NAMED_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def instructions(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Yield every instruction of *data*. The list of operands is the reader's only until the next.

    An array that holds no array is one operand; `strings` reads it.
    """
    operands: list[Operand] = []
    outer: list[list[Operand]] = []  # what was read before each bracket that is still open
    position: int | None = 0
    while position is not None:
        start, position = position, None
        for token in _TOKEN.finditer(data, start):
            kind = token.lastgroup
            if kind == "operator":
                yield token[0], operands
                operands, outer = [], []
                if token[0] == b"ID":
                    position = _after_image(data, token.end())
                    break
            elif kind in {"open", "list"}:
                outer.append(operands)
                operands = []
            elif kind == "close":
                closed = operands if token[0] == b"]" else _dictionary(operands)
                operands = outer.pop() if outer else []
                operands.append(closed)
            elif kind == "nested":
                position = _after_string(data, token.start())
                if position is not None:
                    operands.append(data[token.start() : position])
                break
            elif kind != "comment":
                operands.append(token[0])


def numbers(operand: Operand) -> list[float]:
    """Return the numbers of *operand*; what is no number reads as 0."""
    return [_number(word) for word in operand.split()] if isinstance(operand, bytes) else []


def name(operand: Operand) -> str:
    """Return a name with its slash, as pypdf has it; "" for anything else."""
    if not isinstance(operand, bytes) or not operand.startswith(b"/"):
        return ""
    return _NAME_ESCAPE.sub(_name_escape, operand).decode("utf-8", "replace")


def strings(operand: Operand) -> bytes:
    """Return the bytes of a string, or of all strings of an array."""
    if isinstance(operand, dict):
        return b""
    if isinstance(operand, list):
        return b"".join(map(strings, operand))
    if operand[:1] != b"[":
        return _string(operand)
    if b"(" not in operand:  # a hexadecimal string for every glyph: engines write nothing else
        digits = _HEX_STRINGS.findall(operand)
        if all(len(part) % 2 == 0 for part in digits):
            return _from_hex(b"".join(digits))
    return b"".join(map(_string, _STRINGS.findall(operand)))


def _number(word: bytes) -> float:
    try:
        return float(word)
    except ValueError:
        return 0.0


def _string(token: bytes) -> bytes:
    if token[:1] == b"<":
        return _from_hex(token[1:-1])
    if token[:1] != b"(":
        return b""
    value = token[1:-1]
    return _ESCAPE.sub(_unescape, value) if b"\\" in value or b"\r" in value else value


def _from_hex(digits: bytes) -> bytes:
    if len(digits) % 2 or _NOT_HEX.search(digits):
        digits = _NOT_HEX.sub(b"", digits)
        digits += b"0" * (len(digits) % 2)
    return bytes.fromhex(digits.decode("ascii"))


def _unescape(found: re.Match[bytes]) -> bytes:
    octal, line_end, character = found.groups()
    if octal:
        return bytes((int(octal, 8) & 0xFF,))
    if character:
        return _NAMED_ESCAPES.get(character, character)
    return b"" if line_end else b"\n"


def _name_escape(found: re.Match[bytes]) -> bytes:
    return bytes.fromhex(found[1].decode("ascii"))


def _dictionary(operands: list[Operand]) -> dict[bytes, Operand]:
    """Pair keys with values; what stands where a key should is passed over."""
    pairs: dict[bytes, Operand] = {}
    key: bytes | None = None
    for operand in operands:
        if key is not None:
            pairs[key] = operand
            key = None
        elif isinstance(operand, bytes) and operand.startswith(b"/"):
            key = operand
    return pairs


def _after_string(data: bytes, start: int) -> int | None:
    """Return where the string that begins at *start* ends: its parentheses balance."""
    depth = 0
    for token in _PARENTHESES.finditer(data, start):
        if token[0] == b"(":
            depth += 1
        elif token[0] == b")":
            depth -= 1
            if depth == 0:
                return token.end()
    return None


def _after_image(data: bytes, start: int) -> int | None:
    end = _IMAGE_END.search(data, start)
    return end.end() if end else None
