"""Which blocks of a page are its article: structure first, names where they are believable."""

from __future__ import annotations

import pytest

from pressconv.draft import Region
from pressconv.importing import import_html
from pressconv.readers.html import read_html
from pressconv.readers.html.tree import Node
from pressconv.readers.html.words import kinds_of, names_of
from pressconv.text import inline_text

SENTENCE = "The ministry said on Monday that the bridge over the bay will open in the spring, {}. "
TEXT = "".join(f"<p>{SENTENCE.format(n) * 2}</p>" for n in ("first", "then", "later", "last"))


def regions(body, title="A headline of several words"):
    page = f"<title>{title}</title><body><h1>{title}</h1>{body}"
    return {block.text: block.region for block in read_html(page).blocks}


def article(body):
    return [text for text, region in regions(body).items() if region is Region.ARTICLE]


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><a href=/>Home page</a> <a href=/n>All the news</a></nav>",
        "<aside><p>Words that stand beside the text.</p></aside>",
        "<footer><p>All rights reserved to all of us.</p></footer>",
        "<div role=navigation><p>Words to find the way by.</p></div>",
        "<div class=sidebar><p>An exhibition is open daily, in the summer only.</p></div>",
        "<div id=right><p>An exhibition is open daily, in the summer only.</p></div>",
        "<div class=related-posts><ul><li><p>A story told before, without a link.</p></ul></div>",
        "<div class=comments><p>I have been waiting for this for years and years.</p></div>",
        "<div><h3>Every week</h3><p>The news in your inbox.</p><form><input></form></div>",
        "<div class=share><span>Share this with your friends</span></div>",
        "<div class=disclosure><p>We may be paid for what you buy here.</p></div>",
    ],
)
def test_what_stands_beside_the_article_is_none_of_it(beside):
    found = article(f"<div class=entry>{TEXT}{beside}</div>")
    assert [text for text in found if "ministry" not in text] in (
        [],
        ["A headline of several words"],
    )


REACH = "<address><p>Ada Example</p><p>Telephone: +44 20 7946 0000</p></address>"


@pytest.mark.parametrize(
    ("footer", "kept"),
    [
        (f"<section><h2>Press</h2>{REACH}</section>", ["Press", "Ada Example"]),
        (REACH, ["Ada Example"]),
        ("<div class=contact><p>Ada Example</p><p>ada@example.org</p></div>", ["Ada Example"]),
        ("<div class=boilerplate><p>The office builds all bridges.</p></div>", ["The office"]),
    ],
)
def test_whom_to_call_in_the_footer_of_the_article_is_of_it(footer, kept):
    share = "<p><a href=/s>Share this page</a></p>"
    found = article(f"<article>{TEXT}<footer>{footer}{share}</footer></article>")
    for words in kept:
        assert any(text.startswith(words) for text in found)
    assert "Share this page" not in found


@pytest.mark.parametrize(
    "page",
    [
        f"<article>{TEXT}</article><footer>{REACH}</footer>",
        f"<article>{TEXT}</article><article><p>Short.</p><footer>{REACH}</footer></article>",
        f"<article>{TEXT}<footer><address><a href=/a>By Ada</a></address></footer></article>",
    ],
)
def test_a_footer_of_the_page_or_of_another_article_is_none_of_it(page):
    assert not any("Ada" in text for text in article(page))


@pytest.mark.parametrize(
    "inside",
    [
        "<div class=module><p>A paragraph in an element that is named for its layout.</p></div>",
        "<div class=card><div class=card-header>How much it costs, in its own line</div></div>",
        "<div class='margin-bottom-xl'><p>A paragraph over an empty space, no footer.</p></div>",
        "<div class='no-sidebar'><p>A paragraph in a page without a column beside it.</p></div>",
        f"<section id=toc-1><p>{SENTENCE * 2}</p></section>",
        "<p>Write to <a href='mailto:a@example.org'>the press office at a@example.org</a></p>",
        "<div class=email><p>Out of hours 020 7946 4292, also on Sundays</p></div>",
        "<ul><li><a href=/a>The report in full</a><li><a href=/b>The figures</a></ul>",
    ],
)
def test_a_part_of_the_text_stays_whatever_it_is_called(inside):
    before, after = TEXT[: len(TEXT) // 2], TEXT[len(TEXT) // 2 :]
    assert (
        len(article(f"<div class=entry>{before}{inside}{after}</div>"))
        == len(article(f"<div class=entry>{before}{after}</div>")) + 1
    )


def test_the_lead_between_title_and_text_is_text():
    lead = "The bridge opens in the spring, after four years of work on both sides of the bay."
    found = regions(f"<div class=teaser><p>{lead}</p></div><div class=article-body>{TEXT}</div>")
    assert found[lead] is Region.ARTICLE


def test_a_heading_over_nothing_but_links_goes_with_them():
    links = "<ul class=teasers><li><a href=/1>One more story</a><li><a href=/2>And another</a></ul>"
    found = regions(f"<div class=entry>{TEXT}<h2>Stories of this week</h2>{links}</div>")
    assert found["Stories of this week"] is not Region.ARTICLE


def test_the_captions_of_a_gallery_are_its_text():
    captions = "".join(
        f"<figure><img src={n}.jpg alt=''><figcaption>{SENTENCE * 2}</figcaption></figure>"
        for n in range(4)
    )
    made = import_html(f"<h1>A headline of words</h1><div>{captions}</div>".encode())
    assert str(made.value.body).count("ministry") == 8


def test_parts_that_are_hidden_until_a_script_runs_are_text():
    parts = "".join(
        f"<div class=part style='display: none'><p>{SENTENCE.format(n)}</p></div>" for n in range(6)
    )
    assert len([text for text in article(f"<div>{parts}</div>") if "ministry" in text]) == 6


def test_names_speak_in_one_order_in_every_process():
    names = names_of(Node("div", {"class": "sidebar footer related title text"}, 1))
    assert [kind.name for kind in kinds_of(names)] == [
        "content", "title", "footer", "sidebar", "related",
    ]  # fmt: skip


# ---- the headline ------------------------------------------------------------------------------


def headline(page):
    return inline_text(import_html(page.encode()).value.head.headline)


def test_a_headline_under_the_text_begins_no_text():
    page = f"<title>A headline of several words</title><body>{TEXT}<h1>While you are here</h1>"
    made = import_html(page.encode())
    assert inline_text(made.value.head.headline) == "A headline of several words"
    assert str(made.value.body).count("ministry") == 8
    assert not [one for one in made.dropped if "ministry" in one.text]


def test_a_headline_in_a_box_of_facts_is_found_by_the_title():
    box = "<div class=footer><h1>A headline of several words</h1><p>Berlin</p></div>"
    page = f"<title>Ministry: A headline of several words</title><body>{box}<div>{TEXT}</div>"
    assert headline(page) == "A headline of several words"


def test_the_title_of_the_page_is_a_better_headline_than_any_line():
    page = f"<title>A headline of several words</title><body><p>Go to the main content</p>{TEXT}"
    assert headline(page) == "A headline of several words"


def test_a_title_that_names_the_office_is_no_headline():
    page = f"<title>Ministry of Roads</title><body><p><b>A headline of several words</b></p>{TEXT}"
    assert headline(page) == "A headline of several words"
