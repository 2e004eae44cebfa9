"""What is known of each language that ships, for lists and for the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.frozen import dataclass
from pressconv.languages import language, shipped
from pressconv.languages.tags import direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages.rules import Language
    from pressconv.model import LangTag


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """One language: its wording by method of translation, who reviewed it, what a house may choose.

    ``disclaimer`` maps a method ("human", "machine", …) and "authentic" to "attested", "reviewed"
    or "draft".
    """

    tag: LangTag
    name: str
    dir: str
    numerals: str
    quotes: str
    date: str
    disclaimer: dict[str, str]
    reviewed: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


def statuses() -> Iterator[LanguageStatus]:
    """Yield the status of every language that ships, by tag."""
    for tag in shipped():
        rules = language(tag)
        yield LanguageStatus(
            tag,
            rules.name,
            direction(tag).value,
            rules.numerals,
            "…".join(rules.quotes),
            rules.dates.long,
            _disclaimer(rules),
            rules.reviewed,
            rules.choices,
            rules.sources,
        )


def _disclaimer(rules: Language) -> dict[str, str]:
    found = {method.value: wording.status.value for method, wording in rules.disclaimer.items()}
    return found | {"authentic": rules.authentic.status.value}
