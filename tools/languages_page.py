"""The language files → docs/languages.md, on standard output.

python tools/languages_page.py > docs/languages.md    (make languages)
"""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pressconv.languages import language
from pressconv.languages.dates import day
from pressconv.languages.numbers import decimal, percent
from pressconv.languages.status import LanguageStatus, statuses

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY: Final = date(2026, 10, 13)
_NUMBER: Final = Decimal("1234567.89")
_SHARE: Final = Decimal("0.12")

_HEAD: Final = """# Languages

Written by `make languages` from `src/pressconv/languages/*.toml`; do not edit it. How to add one:
[add-a-language.md](add-a-language.md).

A disclaimer is **attested** (found in a published translation), **reviewed** (by a native reader)
or a **draft**. A draft prints with `--drafts` only; without it the English sentence stands in its
place, marked as English, with a note. No wording is called reviewed that no native reader has
confirmed.

House choices are made with `--typography key=value,…` or in the `[typography]` table of the house
file. Each language takes those that it offers. `charset` is for plain text: a character that it
lacks is replaced by the nearest one that it has.

"""


def main() -> None:
    """Write the page."""
    sys.stdout.buffer.write(page().encode())


def page() -> str:
    """Return docs/languages.md."""
    found = list(statuses())
    text = "".join([_HEAD, *_table(found), "\n", *_choices(found), *_sources(found)])
    return text.replace("\u00a0", "&nbsp;").replace("\u202f", "&#x202F;")


def _table(found: list[LanguageStatus]) -> Iterator[str]:
    yield "| tag | language | letterhead | number | share | quotation | disclaimer | reviewed |\n"
    yield "|---|---|---|---|---|---|---|---|\n"
    for one in found:
        rules = language(one.tag)
        cells = (
            f"`{one.tag}`",
            one.name,
            day(_DAY, rules, letterhead=True),
            decimal(_NUMBER, rules),
            percent(_SHARE, rules),
            f"{'…'.join(rules.quotes)} {'…'.join(rules.nested_quotes)}",
            one.disclaimer["human"],
            ", ".join(one.reviewed) or "not yet",
        )
        # Words of a right-to-left language would move their neighbours.
        yield f"| {' | '.join(f'<bdi>{cell}</bdi>' for cell in cells)} |\n"


def _choices(found: list[LanguageStatus]) -> Iterator[str]:
    yield "## House choices\n\n"
    offers: dict[tuple[str, str], list[str]] = {}
    for one in found:
        for choice in one.choices:
            offers.setdefault(choice, []).append(f"`{one.tag}`")
    for (key, value), tags in sorted(offers.items()):
        yield f"- `{key}={value}`: {', '.join(tags)}\n"
    yield "- `charset=…`: every language, plain text only\n"


def _sources(found: list[LanguageStatus]) -> Iterator[str]:
    yield "\n## Sources\n"
    for one in found:
        yield f"\n### `{one.tag}`\n\n"
        yield from (f"- {source}\n" for source in one.sources)


if __name__ == "__main__":
    main()
