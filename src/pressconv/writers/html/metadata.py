"""A presentation → what a page says of itself to search engines, libraries and other sites.

Dublin Core by its terms, schema.org as JSON-LD, Open Graph for those who share the page.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.languages import language
from pressconv.languages.tags import subtags
from pressconv.model import Decorative, Status, Undescribed
from pressconv.presentation import LineKind
from pressconv.writers.html.inlines import datetime_value
from pressconv.writers.html.notice import line_words
from pressconv.writers.html.pictures import figures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressconv.model import Feed, LangTag, When
    from pressconv.presentation import FormatLink, Metadata, Presentation


_DEFAULT: Final = "x-default"

_KEPT: Final = "noindex, noarchive"

_STATUS: Final = {
    Status.USABLE: "",
    Status.WITHHELD: "Withheld",
    Status.CANCELED: "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class HeadData:
    """What belongs into the ``head`` of the page that holds the release.

    ``alternates`` are the tag and the address of each edition, this one first; empty where nobody
    knows the page's own address, ``canonical``. ``formats`` are those that are made along with it.
    ``dublin_core`` and ``open_graph`` are names and contents of ``meta`` elements, ``json_ld`` a
    schema.org NewsArticle. ``robots`` says what search engines may not do. ``embargo`` has the key
    "until", a moment, or `None` where nobody knows when; it is empty where there is no embargo.
    """

    title: str
    lang: LangTag
    dir: str
    description: str
    canonical: str
    alternates: tuple[tuple[LangTag, str], ...]
    feeds: tuple[Feed, ...]
    formats: tuple[FormatLink, ...]
    dublin_core: tuple[tuple[str, str], ...]
    open_graph: tuple[tuple[str, str], ...]
    json_ld: Mapping[str, object]
    robots: str = ""
    status: Status = Status.USABLE
    embargo: Mapping[str, str | None] = field(default_factory=dict)

    def for_machines(self) -> dict[str, object]:
        """Return it as JSON has it, empty values left out."""
        found: dict[str, object] = {
            "title": self.title,
            "lang": self.lang,
            "dir": self.dir,
            "description": self.description,
            "robots": self.robots,
            "status": self.status.value,
            "embargo": dict(self.embargo),
            "canonical": self.canonical,
            "alternates": [{"hreflang": tag, "href": href} for tag, href in self.alternates],
            "formats": [
                {"type": one.media_type, "href": one.href, "title": one.words}
                for one in self.formats
            ],
            "feeds": [{"href": one.href, "title": one.text} for one in self.feeds],
            "dublinCore": [{"name": name, "content": words} for name, words in self.dublin_core],
            "openGraph": [{"property": name, "content": words} for name, words in self.open_graph],
            "jsonLd": self.json_ld,
        }
        return {key: value for key, value in found.items() if value}


def head_data(presentation: Presentation) -> HeadData:
    """Collect what *presentation* says of itself."""
    facts = presentation.metadata
    return HeadData(
        title=presentation.title,
        lang=presentation.lang,
        dir=presentation.dir.value,
        description=facts.description,
        canonical=facts.address,
        alternates=tuple(_alternates(presentation)) if facts.address else (),
        feeds=tuple(feed for feed in facts.feeds if feed.href),
        formats=presentation.formats,
        dublin_core=tuple(_dublin_core(presentation)),
        open_graph=tuple(_open_graph(presentation)),
        json_ld=_json_ld(presentation),
        robots="" if facts.is_for_all else _KEPT,
        status=facts.status,
        embargo={"until": _written(facts.embargoed_until)} if facts.is_embargoed else {},
    )


def _is_published(facts: Metadata) -> bool:
    return not facts.is_embargoed and facts.status is not Status.WITHHELD


def _written(when: When | None) -> str | None:
    return datetime_value(when) if when else None


def _alternates(presentation: Presentation) -> Iterator[tuple[LangTag, str]]:
    """Yield the editions with the tags that search engines know, unless another one has them.

    Source: Google Search Central, "Tell Google about localized versions of your page": each page
    lists all, itself too, and one for readers of no other.
    """
    editions = {presentation.lang: presentation.metadata.address}
    editions |= {one.lang: one.href for one in presentation.editions if one.is_absolute}
    for lang, href in editions.items():
        wanted = language(lang).hreflang or lang
        yield lang if wanted in editions else wanted, href
    if presentation.metadata.default in editions.values() and len(editions) > 1:
        yield _DEFAULT, presentation.metadata.default


def _dublin_core(presentation: Presentation) -> Iterator[tuple[str, str]]:
    facts = presentation.metadata
    values = {
        "title": presentation.title,
        "language": presentation.lang,
        "identifier": presentation.id,
        "publisher": facts.publisher,
        "issued": _written(facts.issued),
        "modified": _written(facts.updated),
        "available": _written(facts.embargoed_until),
        "valid": facts.expires and f"end={datetime_value(facts.expires)}",
        "source": facts.original and facts.original.href,
    }
    yield from ((f"dcterms.{name}", value) for name, value in values.items() if value)
    for subject in facts.subjects:
        if words := subject.text or subject.code:
            yield "dcterms.subject", words


def _open_graph(presentation: Presentation) -> Iterator[tuple[str, str]]:
    """Yield the properties of an article. Source: ogp.me."""
    facts = presentation.metadata
    values = {
        "og:type": "article",
        "og:title": presentation.title,
        "og:description": facts.description,
        "og:url": facts.address,
        "og:site_name": facts.publisher,
        "og:locale": _locale(presentation.lang),
        "article:published_time": _written(facts.issued) if _is_published(facts) else None,
        "article:modified_time": _written(facts.updated),
        "article:expiration_time": _written(facts.expires),
    }
    yield from ((name, value) for name, value in values.items() if value)
    for edition in presentation.editions:
        if locale := _locale(edition.lang):
            yield "og:locale:alternate", locale


def _locale(tag: LangTag) -> str:
    """Return *tag* as Open Graph writes it, "fr_FR", with the likely territory if it has none."""
    name, _, territory = subtags(tag)
    return f"{name}_{territory}" if territory.isalpha() else ""


def _media_object(link: FormatLink) -> dict[str, object]:
    return {
        "@type": "MediaObject",
        "name": link.words,
        "encodingFormat": link.media_type,
        "contentUrl": link.href,
        "contentSize": f"{link.n_bytes} B",
    }


def _publisher(facts: Metadata) -> dict[str, object]:
    found: dict[str, object] = {"@type": "Organization", "name": facts.publisher}
    if facts.accessibility:
        kind = {"@type": "ContactPoint", "contactType": "accessibility"}
        found["contactPoint"] = kind | dict(facts.accessibility)
    return found


def _json_ld(presentation: Presentation) -> dict[str, object]:
    """Return the release as schema.org NewsArticle."""
    facts = presentation.metadata
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": presentation.title,
        "inLanguage": presentation.lang,
        "identifier": presentation.id,
        **_access(presentation),
        "accessibilityFeature": ["structuralNavigation", "alternativeText", "readingOrder"],
        "accessibilityHazard": "none",
    }
    if facts.description:
        found["description"] = facts.description
    found |= {name: value for name, value in _json_ld_life(presentation).items() if value}
    if facts.publisher:
        found["publisher"] = _publisher(facts)
    if facts.address:
        found["url"] = facts.address
    if formats := [_media_object(link) for link in presentation.formats if link.is_absolute]:
        found["encoding"] = formats
    if words := [subject.text for subject in facts.subjects if subject.text]:
        found["keywords"] = words
    if facts.original:
        original = {"@type": "NewsArticle", "inLanguage": facts.original.lang}
        if facts.original.href:
            original["url"] = facts.original.href
        found["translationOfWork"] = original
    return found


def _access(presentation: Presentation) -> dict[str, object]:
    """Return by which senses the content is had as it is, and which are enough with its texts.

    An image in a part counts where it says something; a logo does not. Films and recordings are
    links on the page, and no content of it. Source: schema.org, accessMode and
    accessModeSufficient; DAISY Knowledge Base, "visual" of both.
    """
    telling = [one for one in figures(presentation) if not isinstance(one.alt, Decorative)]
    modes = ["textual", "visual"] if telling else ["textual"]
    is_said = not any(isinstance(one.alt, Undescribed) for one in telling)
    enough = [modes, ["textual"]] if telling and is_said else [modes]
    return {
        "accessMode": modes,
        "accessModeSufficient": [{"@type": "ItemList", "itemListElement": one} for one in enough],
    }


def _json_ld_life(presentation: Presentation) -> dict[str, object]:
    """Return what becomes of the release in the course of time.

    What is embargoed or withheld has not been published, so nothing says when it was.
    """
    facts = presentation.metadata
    embargo = list(line_words(presentation, {LineKind.EMBARGO}))
    status = _STATUS[facts.status]
    return {
        "datePublished": _written(facts.issued) if _is_published(facts) else None,
        "dateModified": _written(facts.updated),
        "expires": _written(facts.expires),
        "version": facts.version,
        "creativeWorkStatus": status or ("Embargoed" if facts.is_embargoed else ""),
        "conditionsOfAccess": " ".join(embargo),
        "correction": [
            {"@type": "CorrectionComment", "datePublished": _written(when), "text": text}
            for when, text in facts.corrections
        ],
    }
