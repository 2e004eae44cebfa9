"""Good documents → broken ones, the same for the same seed: what fuzzing is made of.

Bytes are flipped, cut, doubled, moved, and words of a dictionary are put in; trees of XML have
elements renamed, dropped, doubled, moved and filled, attributes and texts changed.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from lxml.etree import _Element as Element

NUMBERS = (b"0", b"-1", b"1e9", b"99999999999999999999", b"NaN", b"0x7fffffff", b"1" * 400)
ODD = (
    *(b"\0", b"\x1b", b"\x7f", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\xaf"),
    *(b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xe2\x81\xa9", b"\xc2\x85", b"\xef\xbf\xbf", b"\xcc\x81"),
    *(b"\r", b"\n", b"\t", b"\x0c", b" " * 300, b"\n\n\n", b"\xc2\xad", b"\xe2\x80\x8d"),
)


def mutated(data: bytes, random: Random, words: Sequence[bytes] = ()) -> bytes:
    """Return *data* with one to eight mutations; *words* are those of its format."""
    for _ in range(random.randint(1, 8)):
        change = random.choice((_flip, _cut, _double, _move, _insert, _insert, _number, _repeat))
        data = change(data, random, words)
    return data


def _span(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(data))
    longest = random.choice((1, 4, 64, 1024, len(data)))
    return start, min(len(data), start + random.randint(0, longest))


def _flip(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 16) if changed else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[end:]


def _double(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    return data[:end] + data[start:]


def _move(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    start, end = _span(data, random)
    rest = data[:start] + data[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _insert(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] + random.choice((*words, *ODD)) + data[at:]


def _number(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    at = random.choice(digits)
    return data[:at] + random.choice(NUMBERS) + data[at + 1 :]


def _repeat(data: bytes, random: Random, words: Sequence[bytes]) -> bytes:
    """Repeat a short piece often: what takes quadratic time shows itself."""
    start, end = _span(data, random)
    piece = data[start : min(end, start + 40)] or b"x"
    return data[:start] + piece * random.choice((10, 300, 3000)) + data[start:]


# ---- trees -----------------------------------------------------------------------------------


class Words(NamedTuple):
    """What trees are changed with."""

    names: Sequence[str]
    attributes: Sequence[str]
    values: Sequence[str]


def mutated_tree(data: bytes, random: Random, words: Words) -> bytes:
    """Return XML with one to three mutations, well-formed still."""
    root = etree.fromstring(data, etree.XMLParser(collect_ids=False, no_network=True))
    for _ in range(random.randint(1, 3)):
        nodes = [one for one in root.iter() if isinstance(one.tag, str)]
        random.choice(_CHANGES)(random.choice(nodes), random.choice(nodes), random, words)
    return etree.tostring(root, encoding="UTF-8")


def _rename(node: Element, other: Element, random: Random, words: Words) -> None:
    node.tag = random.choice(words.names)


def _drop(node: Element, other: Element, random: Random, words: Words) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _twin(node: Element, other: Element, random: Random, words: Words) -> None:
    if node.getparent() is not None:
        node.addnext(deepcopy(node))


def _put(node: Element, other: Element, random: Random, words: Words) -> None:
    if node.getparent() is not None and node is not other and node not in other.iterancestors():
        other.insert(random.randint(0, len(other)), node)


def _fill(node: Element, other: Element, random: Random, words: Words) -> None:
    new = etree.Element(random.choice(words.names))
    new.text = random.choice(("x", None))
    node.insert(random.randint(0, len(node)), new)


def _add_attribute(node: Element, other: Element, random: Random, words: Words) -> None:
    node.set(random.choice(words.attributes), random.choice(words.values))


def _change_attribute(node: Element, other: Element, random: Random, words: Words) -> None:
    if node.attrib:
        name = random.choice(sorted(map(str, node.attrib)))
        if random.random() < 0.3:
            del node.attrib[name]
        else:
            node.set(name, random.choice(words.values))


def _change_text(node: Element, other: Element, random: Random, words: Words) -> None:
    if random.random() < 0.5:
        node.text = random.choice((*words.values, None))
    elif node.getparent() is not None:
        node.tail = random.choice(words.values)


_CHANGES = (_rename, _drop, _twin, _put, _fill, _add_attribute, _change_attribute, _change_text)
