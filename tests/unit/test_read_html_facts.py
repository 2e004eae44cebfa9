"""What a page says of itself: JSON-LD, microdata, Open Graph, Dublin Core, links."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pressconv.draft import Alternate
from pressconv.readers.html import read_html

TITLE, DAY = "A headline of words", "2026-10-13"


def facts(head: str, body: str = "<p>Text of the release.</p>") -> Any:
    return read_html(f"<html><head>{head}</head><body>{body}").facts


def linked_data(*objects: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in objects
    )


ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": DAY}


@pytest.mark.parametrize(
    "head",
    [
        linked_data(ARTICLE),
        linked_data([{"@type": "BreadcrumbList"}, ARTICLE]),
        linked_data(
            {"@graph": [{"@type": "WebPage", "name": "x", "datePublished": "1999"}, ARTICLE]}
        ),
        linked_data({"@type": "WebPage", "datePublished": "1999", "mainEntity": ARTICLE}),
        linked_data({**ARTICLE, "@type": ["Thing", "Report"]} | {"@type": ["Report", "Thing"]}),
        linked_data({**ARTICLE, "@type": "https://schema.org/NewsArticle"}),
        f'<meta property="og:title" content="{TITLE}">'
        f'<meta property="article:published_time" content="{DAY}">',
        f'<meta name="DC.Title" content="{TITLE}"><meta name="DC.Date" content="{DAY}">',
        f'<title>{TITLE}</title><meta name="dcterms.issued" content="{DAY}">',
        f'<title>{TITLE}</title><meta name="pubdate" content="{DAY}">',
    ],
)
def test_the_title_and_the_day_are_found_in_any_vocabulary(head):
    found = facts(head)
    assert (found.title, found.issued) == (TITLE, DAY)


def test_microdata_states_the_title_and_the_day():
    body = (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}'
        f'</h1><span itemprop="datePublished" content="{DAY}">today</span></div>'
    )
    found = facts("<title>x</title>", body)
    assert (found.title, found.issued) == (TITLE, DAY)


def test_the_first_moment_in_the_article_is_its_day_where_the_head_has_none():
    body = f'<article><time datetime="{DAY}">Tuesday</time><p>{"Words, and more words. " * 20}</p>'
    assert facts("", body).issued == DAY


def test_the_status_of_the_work_is_as_written():
    head = linked_data({**ARTICLE, "creativeWorkStatus": "Withdrawn"})
    assert facts(head).status == "Withdrawn"


def test_the_publisher_is_named_and_not_described():
    head = linked_data({**ARTICLE, "publisher": {"@type": "Organization", "name": "The Office"}})
    assert facts(head).publisher == "The Office"


@pytest.mark.parametrize("broken", ["{", "[]", '"text"', "{} {}", "null", '{"@graph": 1}'])
def test_linked_data_that_is_none_says_nothing(broken):
    head = f'<script type="application/ld+json">{broken}</script><title>{TITLE}</title>'
    assert facts(head).title == TITLE


def test_the_other_languages_are_linked_once_each_and_resolved():
    head = (
        '<base href="https://example.org/en/">'
        '<link rel="alternate" hreflang="fr" href="../fr/1">'
        '<link rel="alternate" hreflang="fr" href="../fr/2">'
        '<link rel="alternate" hreflang="zh_hans" href="../zh/1">'
        '<link rel="alternate" hreflang="x-default" href="/">'
        '<link rel="alternate" hreflang="not a tag" href="/x">'
        '<link rel="alternate" type="application/rss+xml" title="News" href="/feed">'
    )
    found = facts(head)
    assert found.alternates == (
        Alternate("fr", "https://example.org/fr/1"),
        Alternate("zh-Hans", "https://example.org/zh/1"),
    )
    assert found.feeds == (("News", "https://example.org/feed"),)


@pytest.mark.parametrize(
    "markup",
    [
        '<html lang="fr">',
        '<html xml:lang="FR">',
        '<meta http-equiv="Content-Language" content="fr, en">',
        '<meta property="og:locale" content="fr">',
        linked_data({**ARTICLE, "inLanguage": "fr"}),
    ],
)
def test_the_language_is_that_which_is_declared(markup):
    assert read_html(f"{markup}<p>Words.</p>").lang == "fr"
