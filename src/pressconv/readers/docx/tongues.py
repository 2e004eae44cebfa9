"""The languages that a Word document declares → the language of each piece.

Word declares three languages for every run: one for its Western letters, one for East Asian ones,
one for scripts that run from right to left or are complex. What counts is the one that is written
in the script of the words.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pressconv.detection import main_script, scripts, written_in
from pressconv.languages import language
from pressconv.languages.tags import (
    canonical_alias,
    known_tag,
    subtags,
)
from pressconv.readers.docx.story import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.model import LangTag
    from pressconv.readers.docx.story import Paragraph, Piece
    from pressconv.readers.docx.styles import Properties

_KEYS: Final = ("lang", "lang-east", "lang-bidi")
_COMPLEX: Final = "lang-bidi"
_BONUS: Final = 3
_ADDRESS: Final = re.compile(r"\S+@\S+|[a-z]+://\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_DENSE: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7ff]")


class Tongues:
    """Says the languages of pieces and paragraphs; ``main`` is that of most of the text."""

    def __init__(self, defaults: Properties, story: Iterable[Paragraph]) -> None:
        self._defaults = defaults
        sizes: Counter[LangTag] = Counter()
        for paragraph in story:
            for piece in paragraph.pieces:
                tag = self.declared(piece)
                if tag:
                    sizes[tag] += _letters(piece.value)
        self.main = sizes.most_common(1)[0][0] if sizes else None

    def declared(self, piece: Piece) -> LangTag | None:
        """Return what the document says of a piece, `None` of one without letters."""
        if piece.kind is not PieceKind.TEXT:
            return None
        script = main_script(scripts(_ADDRESS.sub("", piece.value)))
        if not script:
            return None
        for key in _KEYS:
            written = piece.properties.get(key, "")
            # The same template serves all countries that write from right to left.
            is_default = key == _COMPLEX and written == self._defaults.get(key)
            tag = settled(written, keeps_region=not is_default)
            if tag and subtags(tag)[1] in written_in(script):
                return tag
        return None

    def of_paragraph(self, paragraph: Paragraph) -> LangTag | None:
        """Return the language of a paragraph: the main one where a good part of it is in that."""
        sizes: Counter[LangTag] = Counter()
        for piece in paragraph.pieces:
            tag = self.declared(piece)
            if tag:
                sizes[tag] += _letters(piece.value) * (_BONUS if tag == self.main else 1)
        return sizes.most_common(1)[0][0] if sizes else None

    def of_pieces(self, paragraph: Paragraph) -> list[LangTag | None]:
        """Return the language of each piece; signs between two pieces are of theirs."""
        found = [self.declared(piece) for piece in paragraph.pieces]
        after: LangTag | None = None
        following: list[LangTag | None] = []
        for tag in reversed(found):
            after = tag or after
            following.append(after)
        before: LangTag | None = None
        made: list[LangTag | None] = []
        for tag, coming in zip(found, reversed(following), strict=True):
            made.append(tag or (before if before == coming else None))
            before = tag or before
        return made


@lru_cache(maxsize=256)
def settled(written: str, *, keeps_region: bool = True) -> LangTag | None:
    """Return a tag of Word as a release would have it: without the region that goes without saying.

    "fr-FR" → "fr", "zh-TW" → "zh-Hant", "fr-CA" stays. `None` where it is no known language.
    """
    tag = known_tag(written)
    if tag is None:
        return None
    own, script, region = subtags(tag)
    is_script_usual = subtags(own)[1] == script
    plain = own if is_script_usual else f"{own}-{script}"
    if keeps_region and subtags(plain)[2] != region:
        return tag
    shipped = language(plain).tag
    return shipped if _primary(shipped) == _primary(plain) else plain


def _primary(tag: LangTag) -> str:
    return canonical_alias(tag).partition("-")[0]


def _letters(text: str) -> int:
    """Count letters; those of East Asia say as much as a syllable, an address says nothing."""
    words = _ADDRESS.sub("", text)
    return sum(one.isalpha() for one in words) + 2 * len(_DENSE.findall(words))
