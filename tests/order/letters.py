"""A face that ships → for each of its glyphs, the letters that it can stand for.

The character map says it of most; the substitutions of the face (GSUB) lead to the rest: forms of
joining, ligatures, skeletons whose dots are drawn apart. What a rule would ask of the neighbours is
not asked, so a skeleton stands for all its letters. A glyph that draws marks only has none.
Source: OpenType 1.9.1, GSUB, lookup types 1 to 4 and 7.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.fonts import Face

Spellings: TypeAlias = frozenset[str]
"""Letters in logical order, one string for each reading of a glyph; "" where it adds none."""

_MAX_SPELLINGS: Final = 64  # more has only a number within a sign, of any three digits
_MARK: Final = 3  # GDEF glyph class
_FORMS: Final = ("<isolated>", "<initial>", "<medial>", "<final>")


def bare(text: str) -> str:
    """Leave out what takes no place of its own on the line: marks, spaces, format characters."""
    return "".join(
        one for one in text if unicodedata.category(one) not in {"Mn", "Me", "Cf", "Cc", "Zs"}
    )


@cache
def spellings(face: Face) -> dict[int, Spellings]:
    """Return the letters of every glyph of *face*, by its number."""
    with TTFont(face.path, fontNumber=face.index) as font:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for code, name in font.getBestCmap().items():
            found[name].add(bare(_letters(chr(code))))
        changes = defaultdict(list)
        for sources, target in _changes(font) if "GSUB" in font else ():
            for source in sources:
                changes[source].append((sources, target))
        waiting = list(found)
        while waiting:
            for sources, target in changes[waiting.pop()]:
                news = _joined([found[name] for name in sources]) - found[target]
                if news:
                    found[target] |= news
                    waiting.append(target)
        numbers = {name: number for number, name in enumerate(font.getGlyphOrder())}
        return {numbers[name]: frozenset(texts) for name, texts in found.items()}


def _letters(one: str) -> str:
    """Return the letters of a presentation form; any other character is itself."""
    if unicodedata.decomposition(one).startswith(_FORMS):
        return unicodedata.normalize("NFKC", one)
    return unicodedata.normalize("NFC", one)


def _joined(parts: list[set[str]]) -> set[str]:
    if len(parts) == 1:
        return parts[0]
    if not 0 < prod(map(len, parts)) <= _MAX_SPELLINGS:
        return set()
    return {"".join(letters) for letters in product(*parts)}


def _changes(font: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the glyphs that become one, and that one; of several, the one that is no mark."""
    classes = font["GDEF"].table.GlyphClassDef.classDefs if "GDEF" in font else {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            rule = table.ExtSubTable if table.LookupType == 7 else table
            if rule.LookupType == 1:
                yield from (((one,), other) for one, other in rule.mapping.items())
            elif rule.LookupType == 2:
                for one, parts in rule.mapping.items():
                    bases = [part for part in parts if classes.get(part) != _MARK]
                    if bases:
                        yield (one,), bases[0]
            elif rule.LookupType == 3:
                for one, others in rule.alternates.items():
                    yield from (((one,), other) for other in others)
            elif rule.LookupType == 4:
                for first, ligatures in rule.ligatures.items():
                    yield from (((first, *one.Component), one.LigGlyph) for one in ligatures)
