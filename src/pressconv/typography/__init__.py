"""Running text → the same text by the typographic rules of its language.

One rule is one function from a text to edits; it sees a block as one string, across its elements.
Each leaves the letters and the digits as they are, but for the letter map of a language file,
decimal digits of another numbering system, and ZWNJ. Applied twice, the rules change nothing more.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from pressconv.languages import NO_CHOICES, Choices, language
from pressconv.typography import binding, characters, dashes, quotes, spaces, typed
from pressconv.typography.flow import Edit, Flow
from pressconv.typography.literals import literals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pressconv.languages import Language
    from pressconv.model import LangTag

B = TypeVar("B")

Rule: TypeAlias = "Callable[[str, Language], Iterable[Edit]]"

# Each rule with the key of `Typography` that it cannot do without, if there is one.
_BEFORE_QUOTES: Final[tuple[tuple[Rule, str], ...]] = (
    (characters.letters, "letters"),
    (characters.numerals, "convert_digits"),
    (characters.ellipsis, "ellipsis"),
    (characters.merged_ellipsis, "ellipsis_merges_with"),
    (characters.marks, "marks"),
    (typed.typed_quotes, ""),
)
_AFTER_QUOTES: Final[tuple[tuple[Rule, str], ...]] = (
    (dashes.dashes, "dash"),
    (spaces.spaces_after, "space_after"),
    (spaces.no_space_before, "no_space_before"),
    (spaces.no_space_after, "no_space_after"),
    (spaces.spaces_before, "space_before"),
    (spaces.bound_marks, "bound_marks"),
    (spaces.percents, ""),
    (spaces.percents_in_front, ""),
    (spaces.degrees, ""),
    (spaces.currencies, ""),
    (binding.joiners, ""),
    (binding.groups, ""),
    (binding.bindings, ""),
)


def typeset(text: str, *, lang: LangTag, typography: Choices = NO_CHOICES) -> str:
    """Set plain *text* by the rules of *lang*, each line for itself; the text becomes NFC.

    A language without a file has no rules: its text comes back as it is.

    *typography* are the house choices; those that the language offers take effect.

    Raises:
        ConfigError: a language file is broken.
    """
    rules = language(lang, typography)

    def line_set(line: str, quoting: bool) -> tuple[str, bool]:
        flow = Flow()
        flow.add(line)
        is_certain = typeset_flow(flow, rules, quoting=quoting)
        return flow.text, is_certain

    lines = unicodedata.normalize("NFC", text).split("\n")
    return "\n".join(settled(line, line_set) for line in lines)


def typeset_flow(flow: Flow, rules: Language, *, level: int = 0, quoting: bool = True) -> bool:
    """Set the block in *flow*; *level* is the number of quotations that it stands in.

    Return whether its quotation marks can be read in one way only. The text of a language without
    a file is left as it is, but for its quotations, which need some marks.
    """
    if rules.stands_in:
        flow.change(quotes.quotations(flow.text, rules, level=level))
        return True
    flow.fix(literals(flow.text))
    _apply(_BEFORE_QUOTES, flow, rules)
    edits, is_certain = quotes.quotes(flow.text, rules, level=level) if quoting else ([], True)
    flow.change(edits)
    _apply(_AFTER_QUOTES, flow, rules)
    return is_certain


def _apply(rules_and_keys: tuple[tuple[Rule, str], ...], flow: Flow, rules: Language) -> None:
    typography = rules.typography
    for rule, key in rules_and_keys:
        if not key or getattr(typography, key):
            flow.change(rule(flow.text, rules))


def settled(block: B, typeset_block: Callable[[B, bool], tuple[B, bool]]) -> B:
    """Set a *block* so that setting it again changes nothing.

    A heap of marks that make no sense is read in another way once some of them are set. Such a
    block keeps its quotation marks as they were typed, and everything else too if need be.
    """
    made, is_certain = typeset_block(block, True)
    if is_certain or typeset_block(made, True)[0] == made:
        return made
    plain, _ = typeset_block(block, False)
    made, _ = typeset_block(plain, True)
    if typeset_block(made, True)[0] == made:
        return made
    return plain if typeset_block(plain, False)[0] == plain else block
