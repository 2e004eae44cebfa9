"""The sheets of a page → one sheet for a site, which touches nothing there but our fragments.

Every selector is bound to the fragment, headings to their class: in a fragment they have any level.
What the site's sheet says of bare elements is taken back first. What a page decides for itself is
the site's to decide: background, margins, dark mode.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import tinycss2

from pressconv.languages import language
from pressconv.resources import style_sheet
from pressconv.writers.html.look import look, look_on_paper, look_on_screen
from pressconv.writers.html.styles import browser_sheet, page_rules, text_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressconv.model import LangTag
    from pressconv.themes import Theme

_SCOPE: Final = ".pc-fragment"
_IN_SCOPE: Final = f":is({_SCOPE},{_SCOPE} *)"
_ROOTS: Final = frozenset({"html", "body", "root"})
_HEADING: Final = re.compile("h([1-6])")
_SIZE: Final = re.compile(r"(?<!-)font-size: ([\d.]+)em")

# The width and height that an image says are rules of style too, a layer below those of sheets, and
# so is a language: Chromium chooses hyphens and the shapes of letters by it.
_RESET: Final = (
    f"{_SCOPE} :where(:not(img,[lang])){{all:revert}}\n"
    f"{_SCOPE} :where(img,[lang]){{all:revert-layer}}\n"
    f"{_SCOPE} ::before,{_SCOPE} ::after,{_SCOPE} ::marker{{all:revert}}\n"
)
# What would go down into the fragment; a space between letters would part those that join.
_NOT_INHERITED: Final = (
    f"{_SCOPE}{{-webkit-text-stroke:0;font-feature-settings:normal;font-kerning:auto;"
    "font-stretch:normal;font-style:normal;font-variant:normal;font-weight:400;"
    "letter-spacing:normal;line-break:auto;list-style-position:outside;quotes:auto;"
    "text-emphasis:none;text-indent:0;text-shadow:none;text-transform:none;white-space:normal;"
    "word-break:normal;word-spacing:normal}\n"
)
_LEFT_TO_THE_SITE: Final = (
    f"{_SCOPE}{{--pc-side:0px;--pc-size:1em;background:none;color-scheme:inherit;margin-inline:0;"
    "padding:0}\n"
    f"{_SCOPE} :is(.pc-editions,.pc-release){{margin-inline:0}}\n"
)


def site_sheet(tags: Iterable[LangTag], theme: Theme) -> str:
    """Return the sheet for fragments in the languages of *tags*, as *theme* has them look."""
    langs = sorted(tags)
    sizes = (f"{_SCOPE}:lang({tag}){{{page_rules(language(tag).layout)}}}\n" for tag in langs)
    return "".join(
        [
            _RESET,
            _NOT_INHERITED,
            _bound(style_sheet("base.css") + look(theme)),
            _bound("".join(map(text_rules, langs)) + browser_sheet(tuple(langs))),
            _bound(style_sheet("screen.css") + look_on_screen(theme)),
            f"@media print{{\n{_bound(style_sheet('print.css') + look_on_paper(theme))}}}\n",
            _LEFT_TO_THE_SITE,
            *sizes,
        ]
    )


def _bound(css: str) -> str:
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(map(_rule, rules))


def _rule(rule: Any) -> str:  # noqa: ANN401 - tinycss2 has no types
    if rule.type == "qualified-rule":
        declared = " ".join(tinycss2.serialize(rule.content).split()).rstrip(";")
        if "--pc-quarter:" in declared:
            return f"{_IN_SCOPE}{{{declared}}}\n"
        selectors = ",".join(map(_selector, _parted(rule.prelude)))
        return f"{selectors}{{{declared}{_size_of_text(declared)}}}\n"
    prelude = tinycss2.serialize(rule.prelude)
    if rule.at_keyword != "media" or "color-scheme" in prelude:
        return ""
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    return f"@media{prelude}{{\n{''.join(map(_rule, inner))}}}\n"


def _size_of_text(declared: str) -> str:
    """Return what the size of text is in em of an element that has a size of its own.

    Spaces are of one measure in every size of type. A page knows it in rem; how large the text of a
    site is, is known by its em only.
    """
    if not (found := _SIZE.search(declared)):
        return ""
    return f";--pc-size:{'inherit' if found[1] == '1' else f'calc(1em / {found[1]})'}"


def _parted(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield the selectors of a list, each as its tokens without the spaces around it."""
    selector: list[Any] = []
    for part in [*prelude, None]:
        if part is not None and part != ",":
            selector.append(part)
            continue
        while selector and selector[-1].type == "whitespace":
            selector.pop()
        yield selector[next(n for n, one in enumerate(selector) if one.type != "whitespace") :]
        selector = []


def _selector(tokens: Sequence[Any]) -> str:
    text = "".join(_rewritten(tokens))
    if text.startswith(_SCOPE):
        return text
    names_element = text[0] == "*" or text[0].isalpha()
    return f"{_SCOPE} {text}" if names_element else f"{_IN_SCOPE}{text}"


def _rewritten(tokens: Sequence[Any]) -> Iterator[str]:
    """Yield the tokens of a selector, roots and headings by what stands for them here."""
    before = ""
    for token in tokens:
        if token.type == "literal" and token.value == ":":
            pass  # said with what follows: ":root" goes as a whole
        elif token.type == "function" and token.lower_name != "lang":
            inner = "".join(_rewritten(token.arguments))
            yield f"{before}{token.name}({inner})"
        elif token.type == "ident" and token.value in _ROOTS and before in {"", ":"}:
            yield _SCOPE
        elif token.type == "ident" and not before and (match := _HEADING.fullmatch(token.value)):
            yield f".pc-h{match[1]}"
        else:
            yield before + token.serialize()
        is_colon = token.type == "literal" and token.value == ":"
        is_dot = token.type == "literal" and token.value == "."
        if is_dot:
            before = ""
        before = before + ":" if is_colon else ""
