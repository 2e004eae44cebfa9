"""A release → the skeleton of its edition in another language, for a translator."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pressconv import model as m
from pressconv.errors import ConfigError
from pressconv.languages.tags import canonical_case
from pressconv.skeletons.emptying import PLACEHOLDER, Emptying
from pressconv.text import inline_text, normal
from pressconv.writers.xml import write_xml
from pressconv.writers.xml.comments import commented

_TOP: Final = """\
The edition in {target}, to be made from the edition in {source}.

Write every {placeholder}; a number in such brackets is a proposal. The comment above a line shows
the line of the source: its parts belong into the translation, in any order. Ids, addresses,
images and dates stay. Remove the comments when you are done. "pressconv check" lists what is
left.
"""
_METHOD: Final = "Say how the translation was made, in method: human, machine, machine-reviewed."


def new_translation(release: m.Release, lang: m.LangTag) -> bytes:
    """Write the skeleton of the edition of *release* in *lang*, as commented canonical XML.

    It reads as a release with the structure and the ids of *release*. Where words belong there is
    a placeholder, which the reader notes, and the words of *release* in a comment above it.

    Raises:
        ConfigError: the release is in that language.
    """
    lang = canonical_case(lang)
    if lang == release.lang:
        hint = "name the language to translate into"
        raise ConfigError(f"the release is in {lang!r} already", hint=hint)
    source = replace(
        release, lang=lang, dir=None, version=None, head=_head_of_edition(release, lang)
    )
    emptied = Emptying(release.lang, lang).emptied
    skeleton = replace(
        source,
        head=emptied(source.head),
        body=emptied(source.body),
        foot=emptied(source.foot),
    )
    remarks = _Remarks(release, lang, write_xml(source).decode().split("\n"))
    return commented(write_xml(skeleton), remarks.remark)


def _head_of_edition(release: m.Release, lang: m.LangTag) -> m.Head:
    """Return the head of the source with the editions and the translation of the new one."""
    head, known = release.head, release.head.translation
    title = normal(inline_text(head.headline))
    others = (one for one in head.editions if one.hreflang != lang)
    return replace(
        head,
        editions=(m.Edition(release.lang, title=title), *others),
        translation=m.Translation(
            source_lang=release.lang,
            authoritative=known.authoritative if known else (release.lang,),
            method=m.Method.UNKNOWN,
            source=known.source if known else None,
            source_version=release.version,
        ),
    )


class _Remarks:
    """What stands above the lines of a skeleton whose source has the lines ``shown``."""

    def __init__(self, release: m.Release, lang: m.LangTag, shown: list[str]) -> None:
        self.top = _TOP.format(source=release.lang, target=lang, placeholder=PLACEHOLDER).strip()
        self.shown = shown
        self.titles = [one.title for one in release.head.editions if one.hreflang == lang]

    def remark(self, number: int, line: str) -> str:
        """Return the line of the source where the skeleton has another one."""
        own = self.shown[number - 1].strip(" ")
        if line.startswith("<release "):
            return self.top
        if line.startswith("<translation "):
            return _METHOD
        if line.startswith("<headline>") and any(self.titles):
            return f"{own}\nThe source calls this edition: {self.titles[0]}"
        return "" if line == own else own
