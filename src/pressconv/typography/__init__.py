"""Running text → the same text by the typographic rules of its language.

One rule is one function from a text to edits; it sees a block as one string, across its elements.
Each leaves the letters and the digits as they are, but for the letter map of a language file,
decimal digits of another numbering system, and ZWNJ. Applied twice, the rules change nothing more.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from pressconv.languages import NO_CHOICES, Choices, language
from pressconv.languages.tags import canonical_alias
from pressconv.typography import binding, characters, dashes, quotes, spaces, typed
from pressconv.typography.flow import Edit, Flow
from pressconv.typography.literals import literals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pressconv.languages import Language
    from pressconv.model import LangTag

B = TypeVar("B")

Rule: TypeAlias = "Callable[[str, Language], Iterable[Edit]]"

_BEFORE_QUOTES: Final[tuple[Rule, ...]] = (
    characters.letters,
    characters.numerals,
    characters.ellipsis,
    characters.merged_ellipsis,
    characters.marks,
    typed.typed_quotes,
)
_AFTER_QUOTES: Final[tuple[Rule, ...]] = (
    dashes.dashes,
    spaces.spaces_after,
    spaces.no_space_before,
    spaces.no_space_after,
    spaces.spaces_before,
    spaces.bound_marks,
    spaces.percents,
    spaces.percents_in_front,
    spaces.degrees,
    spaces.currencies,
    binding.joiners,
    binding.groups,
    binding.bindings,
)


def typeset(text: str, *, lang: LangTag, typography: Choices = NO_CHOICES) -> str:
    """Set plain *text* by the rules of *lang*, each line for itself; the text becomes NFC.

    *typography* are the house choices; those that the language offers take effect.

    Raises:
        ConfigError: a language file is broken.
    """
    rules = language(lang, typography)

    def line_set(line: str, quoting: bool) -> str:
        flow = Flow()
        flow.add(line)
        typeset_flow(flow, rules, quoting=quoting)
        return flow.text

    lines = unicodedata.normalize("NFC", text).split("\n")
    return "\n".join(settled(line, quotes.has_marks(line), line_set) for line in lines)


def has_own_rules(lang: LangTag) -> bool:
    """Say whether *lang* has a language file, its own or a more general one."""
    used = language(lang).tag
    return used.partition("-")[0] == canonical_alias(lang).partition("-")[0]


def typeset_flow(flow: Flow, rules: Language, *, level: int = 0, quoting: bool = True) -> None:
    """Set the block in *flow*; *level* is the number of quotations that it stands in."""
    flow.fix(literals(flow.text))
    for rule in _BEFORE_QUOTES:
        flow.change(rule(flow.text, rules))
    if quoting:
        flow.change(quotes.quotes(flow.text, rules, level=level))
    for rule in _AFTER_QUOTES:
        flow.change(rule(flow.text, rules))


def settled(block: B, has_marks: bool, typeset_block: Callable[[B, bool], B]) -> B:
    """Set a *block* so that setting it again changes nothing.

    A heap of marks that make no sense is read in another way once some of them are set. Such a
    block keeps its quotation marks as they were typed, and everything else too if need be.
    """
    made = typeset_block(block, True)
    if not has_marks or typeset_block(made, True) == made:
        return made
    plain = typeset_block(block, False)
    made = typeset_block(plain, True)
    if typeset_block(made, True) == made:
        return made
    return plain if typeset_block(plain, False) == plain else block
