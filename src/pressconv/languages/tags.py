"""BCP 47 tag → canonical case, known or not, direction, and the chain of its fallbacks.

The chain goes by canonical alias, likely subtags and CLDR parents, not by cutting the tag:
"prs" is "fa-AF", "zh-HK" is read as "zh-Hant". Source: UTS #35, Language and Locale IDs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.core import get_global

from pressconv.model import Direction
from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.model import LangTag

LAST_FALLBACK: Final = "en"

_WELL_FORMED: Final = pattern(
    r"""(?:
      (?: [a-z]{2,3}(?:-[a-z]{3}){0,3} | [a-z]{4,8} )     # language, extlang
      (?: -[a-z]{4} )?                                    # script
      (?: -(?:[a-z]{2}|[0-9]{3}) )?                       # region
      (?: -(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}) )*          # variants
      (?: -[a-wyz0-9](?:-[a-z0-9]{2,8})+ )*               # extensions
      (?: -x(?:-[a-z0-9]{1,8})+ )?                        # private use
      | x(?:-[a-z0-9]{1,8})+ )""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
"""Source: RFC 5646, section 2.1, without the grandfathered tags."""

# Scripts written from right to left. Source: CLDR scriptMetadata.txt, column "RTL?".
_RTL_SCRIPTS: Final = frozenset(
    "Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Sogo Syrc Thaa Yezi".split()
)


def is_well_formed(tag: str) -> bool:
    """Say whether *tag* has the form of BCP 47."""
    return _WELL_FORMED.fullmatch(tag) is not None


def canonical_case(tag: str) -> LangTag:
    """Write a well-formed *tag* in the usual case: "PT-br" → "pt-BR", "ZH-hans" → "zh-Hans".

    Source: RFC 5646, section 2.1.1.
    """
    parts = tag.split("-")
    cased = [parts[0].lower()]
    for part in parts[1:]:
        after_singleton = any(len(earlier) == 1 for earlier in cased)
        if len(part) == 2 and not after_singleton:
            cased.append(part.upper())
        elif len(part) == 4 and part.isalpha() and not after_singleton:
            cased.append(part.capitalize())
        else:
            cased.append(part.lower())
    return "-".join(cased)


@cache
def is_known(tag: LangTag) -> bool:
    """Say whether CLDR knows the language of *tag*."""
    language = tag.partition("-")[0]
    return language in get_global("likely_subtags") or language in get_global("language_aliases")


def known_tag(written: str) -> LangTag | None:
    """Return a tag as documents write it ("fr_ca") in its usual case.

    `None` says that it is not well formed, or that CLDR does not know its language.
    """
    tag = written.strip().replace("_", "-")
    if not is_well_formed(tag):
        return None
    cased = canonical_case(tag)
    return cased if is_known(cased) else None


@cache
def subtags(tag: LangTag) -> tuple[str, str, str]:
    """Return the likely language, script and territory of *tag*: "fr" → ("fr", "Latn", "FR").

    What CLDR does not know is the empty string.
    """
    language, script, territory = _split(canonical_alias(tag))
    likely = get_global("likely_subtags")
    for known in (
        f"{language}_{script}_{territory}",
        f"{language}_{territory}",
        f"{language}_{script}",
        language,
    ):
        if known in likely:
            full = likely[known].split("_")
            break
    else:
        full = [language, "", ""]
    return language, script or full[1], territory or (full[2] if len(full) > 2 else "")


def direction(tag: LangTag) -> Direction:
    """Return the direction of the likely script of *tag*."""
    return Direction.RTL if subtags(tag)[1] in _RTL_SCRIPTS else Direction.LTR


def canonical_alias(tag: LangTag) -> LangTag:
    """Return what CLDR calls *tag*: "prs" → "fa-AF", "iw" → "he"."""
    language, _, rest = tag.partition("-")
    alias = get_global("language_aliases").get(language)
    if alias is None:
        return tag
    return canonical_case("-".join(filter(None, [alias.replace("_", "-"), rest])))


def fallback_chain(tag: LangTag) -> Iterator[LangTag]:
    """Yield *tag*, then ever more general tags, and "en" at the end.

    Between two scripts there is no way: "zh-TW" leads to "zh-Hant", never to "zh".
    """
    canonical = canonical_alias(tag)
    language, script, territory = subtags(canonical)
    written = canonical.replace("-", "_")
    chain = [canonical, f"{language}-{script}-{territory}", f"{language}-{territory}"]
    chain += [parent.replace("_", "-") for parent in _parents(written)]
    chain.append(f"{language}-{script}")
    if _is_main_script(language, script):
        chain.append(language)
    seen: set[str] = set()
    for candidate in [tag, *chain, LAST_FALLBACK]:
        cased = canonical_case(candidate.strip("-"))
        if cased not in seen:
            seen.add(cased)
            yield cased


def _parents(written: str) -> Iterator[str]:
    """Yield the parents that CLDR gives apart from cutting: es_MX → es_419."""
    parents = get_global("parent_exceptions")
    while written in parents and parents[written] != "root":
        written = parents[written]
        yield written


def _is_main_script(language: str, script: str) -> bool:
    return not script or subtags(language)[1] == script


def _split(tag: LangTag) -> tuple[str, str, str]:
    language, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    territory = next(
        (
            part
            for part in rest
            if (len(part) in (2, 3) and part.isupper()) or (len(part) == 3 and part.isdigit())
        ),
        "",
    )
    return language, script, territory
