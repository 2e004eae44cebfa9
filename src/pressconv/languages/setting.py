"""How a language is set: the rules of its typography, and the layout of its script."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Final

from pressconv.frozen import dataclass

_LATIN_MEASURE: Final = 37.1  # em: 74 letters of French; 144 mm on paper


class Emphasis(StrEnum):
    """How stressed words look: slanted, bold, or with a dot over or under each character."""

    SLANT = "slant"
    BOLD = "bold"
    DOTS = "dots"
    DOTS_UNDER = "dots-under"


@dataclass(frozen=True, slots=True)
class Typography:
    r"""What is set right in running text; what a file leaves out is not touched.

    Letters and marks:
    ``letters`` are replaced wherever they stand (Arabic for Persian letters); ``marks`` are the
    script's own for ASCII punctuation, set beside its letters only; ``convert_digits`` writes
    decimal digits in the language's numerals; ``apostrophe`` stands between letters, and
    ``gershayim`` for a double quote there; ``ellipsis`` for three full stops, two of
    which are left behind one of ``ellipsis_merges_with``.

    Dashes:
    ``dash``, with its spaces, replaces one of ``dash_signs`` between spaces and two hyphens.
    With ``paired_dash`` the first of two in a sentence has plain spaces: it may start a line.
    ``dialogue`` replaces a dash and its space at the start of a block.

    Spaces:
    ``space_before`` maps sets of marks to the space that belongs before them (none: ""). Before
    those of ``bound_marks`` a space that stands there is made no-break. No space stands before
    ``no_space_before`` and after ``no_space_after``; one is set after ``space_after`` where a
    letter follows.

    With ``percent_as_typed`` no space is set before a per cent that has none: it is an adjective.

    Words kept with their neighbour by a no-break space: ``before_name`` (honorifics and
    abbreviations before a capital letter), ``before_number``, ``after_number`` (units of the
    language; those of the SI are known, but for ``unit_words``, which the language has as words),
    ``after_roman`` (centuries), ``abbreviations`` (their inner spaces), ``one_letter`` (words of
    one letter with the next word), ``bind_dates`` (day and month where they are neighbours).
    ``joined_initials`` says that initials without a space ("А.С.") are two initials, and no
    abbreviation ("U.S.").

    ZWNJ, where the spelling is certain: between one of ``joiner_prefixes`` and the next word,
    and between a word and one of ``joiner_suffixes``. ``joiner_suffixes_behind`` are words that are
    such suffixes where the word before ends in a certain letter, parted by spaces.

    A quotation mark right before one of ``closes_before`` closes (the particles of Japanese), and
    one behind letters of ``quote_prefixes`` opens if it finds its partner (those that Hebrew
    writes onto the next word), though it could be the ``gershayim`` of an acronym. ``elisions`` are
    words that an apostrophe begins or ends ("'tis", "po'"): it quotes only where nothing else can.
    """

    letters: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    convert_digits: bool = False
    apostrophe: str = "\u2019"
    gershayim: str = ""
    ellipsis: str = "\u2026"
    ellipsis_merges_with: str = ""
    dash: str = ""
    dash_signs: str = "-"
    paired_dash: bool = False
    dialogue: str = ""
    space_before: dict[str, str] = field(default_factory=dict)
    bound_marks: str = ""
    no_space_before: str = ",.;:!?\u2026)]}"
    no_space_after: str = "([{\u00a1\u00bf"
    space_after: str = ""
    before_name: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    after_number: tuple[str, ...] = ()
    unit_words: tuple[str, ...] = ()
    after_roman: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    one_letter: str = ""
    bind_dates: bool = False
    joined_initials: bool = False
    percent_as_typed: bool = False
    joiner_prefixes: tuple[str, ...] = ()
    joiner_suffixes: tuple[str, ...] = ()
    joiner_suffixes_behind: dict[str, str] = field(default_factory=dict)
    closes_before: tuple[str, ...] = ()
    quote_prefixes: str = ""
    elisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How the script is set: faces in order, line height in em, size relative to Latin.

    ``keep_words`` breaks lines at spaces only where the algorithm would break between syllables
    (Korean); ``justify`` sets both edges flush, for scripts without spaces between words. In its
    terminals ``wide_ambiguous`` characters take two cells: those that UAX #11 calls ambiguous.
    ``without_features`` are features of OpenType that the faces have wrong for the language.
    ``measure`` is how long lines may get, in em; 0 where they are as long as those of Latin.
    """

    fonts: tuple[str, ...]
    heading_fonts: tuple[str, ...]
    line_height: float
    scale: float
    emphasis: Emphasis
    hyphenate: bool = False
    keep_words: bool = False
    justify: bool = False
    wide_ambiguous: bool = False
    without_features: tuple[str, ...] = ()
    measure: float = 0

    @property
    def longest_line(self) -> float:
        """The measure of the text, in em of it."""
        return self.measure or _LATIN_MEASURE / self.scale
