"""Releases of one construct each: what the tags of a PDF are held against, one by one.

Each is the body of a release in English, unless it says its language; "(head)" and "(foot)" are
what the release has beside it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import pressconv
from pressconv.assets import make_asset

WORDS: Final = "The night trains run again, and they run on time in every season of the year. "
ARABIC: Final = "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645 "
PICTURE: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" '
    b'height="80" fill="#0b456e"/></svg>'
)


class Construct(NamedTuple):
    """What is in a release beside its headline."""

    body: str
    lang: str = "en"
    head: str = ""
    foot: str = ""


def _rows(number: int, *, columns: int = 3) -> str:
    cells = "".join(f"<cell align='number'>{n}</cell>" for n in range(1, columns))
    return "".join(f"<row><header>Line {n}</header>{cells}</row>" for n in range(1, number + 1))


_HEAD: Final = "<row><header>Line</header><header>2025</header><header>2026</header></row>"
_IMAGE: Final = "<image src='p.svg'><alt>A blue field</alt></image>"
_FINE: Final = "<image src='p.svg' decorative='true'/>"

CONSTRUCTS: Final = {
    "abbreviation": Construct("<p>The <abbr>UN<expansion>United Nations</expansion></abbr>.</p>"),
    "abstract": Construct("<p>a</p>", head="<abstract><p>In short.</p><p>Shorter.</p></abstract>"),
    "aside": Construct("<note kind='aside'><title>By the way</title><p>a</p></note><p>b</p>"),
    "boilerplate": Construct(
        "<p>a</p>", foot="<boilerplate><title>About us</title><p>b</p></boilerplate>"
    ),
    "citation": Construct("<p>In <cite>The Night</cite>.</p>"),
    "code": Construct("<p>Run <code>make demo</code>.</p>"),
    "contact": Construct(
        "<p>a</p>",
        foot="<contact audience='media'><name>Ada</name><telephone>+1 202</telephone>"
        "<email>a@example.org</email></contact>",
    ),
    "correction": Construct(
        "<p>a</p>", head="<correction when='2026-03-12'>It was <strong>six</strong>.</correction>"
    ),
    "definitions": Construct(
        "<definitions><entry><term>a</term><term>b</term><definition>c</definition></entry>"
        "<entry><term>d</term><definition><p>e</p><p>f</p></definition></entry></definitions>"
    ),
    "emphasis": Construct("<p>a <em>b <strong>c</strong></em> d</p>"),
    "end mark": Construct("<p>a</p>", foot="<endmark>###</endmark>"),
    "figure": Construct(
        f"<figure>{_IMAGE}<caption>Blue</caption><credit>Ada</credit><description><p>b</p>"
        "</description></figure><p>c</p>"
    ),
    "figure in the description of a figure": Construct(
        f"<figure>{_IMAGE}<caption>Blue</caption><description><figure>{_IMAGE}<caption>Bluer"
        "</caption></figure><quote><p>a</p><attribution>Ada<br/>Oslo</attribution></quote>"
        "</description></figure>"
    ),
    "figure without a meaning": Construct(f"<p>a</p><figure>{_FINE}</figure><p>b</p>"),
    "figure without a meaning, with a caption": Construct(
        f"<figure>{_FINE}<caption>Blue</caption></figure>"
    ),
    "footnote": Construct("<p>a<footnote>b <em>c</em></footnote> d</p><p>e</p>"),
    "footnote in a cell": Construct(
        "<table><caption>t</caption><head><row><header>a</header></row></head><rows><row><cell>"
        "b<footnote>c</footnote></cell></row></rows></table>"
    ),
    "footnote in a heading": Construct(
        "<section><title>a<footnote>b</footnote></title><p>c</p></section>"
    ),
    "footnote in a term": Construct(
        "<definitions><entry><term>a<footnote>b</footnote></term><term>c</term><definition>d"
        "<footnote>e</footnote></definition></entry></definitions>"
    ),
    "footnote in an item": Construct(
        "<list><item>a<footnote>b</footnote></item><item>c</item></list>"
    ),
    "footnote in the foot": Construct(
        "<p>a</p>",
        foot="<boilerplate><title>About us</title><list><item>b <strong>c</strong> d<footnote>e"
        "</footnote></item></list><table><caption>f <em>g</em> h<footnote>i</footnote></caption>"
        "<rows><row><header>j <em>k</em> l<footnote>m</footnote></header></row></rows></table>"
        "</boilerplate>",
    ),
    "footnote over two pages": Construct(
        f"{'<p>' + WORDS * 13 + '</p>'}<p>a<footnote>{WORDS * 35}</footnote></p>" * 2
    ),
    "issuer with a logo": Construct(
        "<p>a</p>",
        head="<issuer><organization>Trains</organization><unit>Press</unit>"
        "<logo src='p.svg'><alt>A blue field</alt></logo></issuer>",
    ),
    "letterhead": Construct(
        "<p>a</p>",
        head="<subheadline>b</subheadline><number>1</number><issuer><organization>Trains"
        "</organization></issuer><genre key='press-release'/><distribution key='immediate'/>"
        "<issued when='2026-03-12'/><dateline><place>Oslo</place>, today</dateline>"
        "<byline>Ada</byline>",
    ),
    "line breaks": Construct("<p>a<br/>b<br/>c</p>"),
    "link": Construct("<p>See <a href='https://example.org/'>the trains</a>.</p>"),
    "link of several parts": Construct(
        "<p><a href='https://example.org/'>a <em>b</em> <span xml:lang='fr'>c</span> d</a></p>"
    ),
    "link over lines": Construct(
        f"<p>{WORDS}<a href='https://example.org/'>{WORDS * 3}<em>{WORDS * 2}</em></a></p>"
    ),
    "list": Construct("<list><item>a</item><item>b <em>c</em></item></list>"),
    "list of paragraphs, nested": Construct(
        "<list><item><p>a</p><p>b</p><list kind='ordered' numbering='alpha'><item>c</item>"
        "<item><p>d</p><list><item>e</item></list></item></list><p>f</p></item></list>"
    ),
    "lists with numbers": Construct(
        "<list kind='ordered' start='4'><item>a</item></list><list kind='ordered' "
        "numbering='roman'><item>b</item></list>"
    ),
    "list with native numbers": Construct(
        f"<list kind='ordered' numbering='native'><item>{ARABIC}</item></list>", lang="ar"
    ),
    "media": Construct(
        f"<media kind='video' href='https://example.org/v'><title>Trains</title>{_IMAGE}"
        "<transcript><p>a</p></transcript><credit>Ada</credit></media>"
    ),
    "name in its own script": Construct(
        f"<p><name>Salma<original xml:lang='ar'>{ARABIC.strip()}</original></name> said.</p>"
    ),
    "note in a note and in a quotation": Construct(
        "<note><p>a</p><note><title>b</title><p>c</p></note></note><quote><p>d</p><note><p>e</p>"
        "</note></quote>"
    ),
    "number": Construct("<p>For <num value='1240000'>1.24 million</num>.</p>"),
    "paragraph": Construct(f"<p>{WORDS * 6}</p>"),
    "paragraph over two pages": Construct(f"<p>{WORDS * 70}</p>"),
    "paragraph from right to left": Construct(f"<p>{ARABIC * 40} (7,7 NATO) {ARABIC}</p>", "ar"),
    "paragraphs in two directions": Construct(
        f"<p>a</p><p xml:lang='ar'>{ARABIC * 3}</p><p>b <span xml:lang='ar'>{ARABIC}</span> c</p>"
    ),
    "quotation": Construct(
        "<quote><p>a <q>b</q></p><attribution>Ada</attribution></quote><quote><p>c</p></quote>"
    ),
    "quotation and note in a table": Construct(
        "<table><caption>t</caption><rows><row><header><note><p>a</p></note></header><cell><quote>"
        "<p>b</p></quote><note><p>c</p></note></cell></row></rows></table>"
    ),
    "quotation in running text": Construct("<p>She said <q>a <q>b</q> c</q>.</p>"),
    "raised and lowered": Construct(
        "<p>m<sup>2</sup>, H<sub>2</sub>O, 3<sup xml:lang='fr'>e</sup></p>"
    ),
    "reference": Construct(
        "<p>See <ref to='t'>the end</ref>.</p><section xml:id='t'><title>The end</title><p>b</p>"
        "</section>"
    ),
    "reference to an image without a meaning": Construct(
        f"<p>See <ref to='t'>below</ref>.</p><figure xml:id='t'>{_FINE}</figure>"
    ),
    "related": Construct("<p>a</p>", foot="<related href='https://example.org/'>b</related>"),
    "rights": Construct("<p>a</p>", head="<rights>Free to use.</rights>"),
    "ruby": Construct("<p><ruby>東京<reading>とうきょう</reading></ruby>です。</p>", lang="ja"),
    "ruby of two readings, and of code, and of nothing": Construct(
        "<p><ruby><ruby>東京<reading>とうきょう</reading></ruby><reading xml:lang='en'>Tokyo"
        "</reading></ruby><ruby><code>a</code><reading>b</reading></ruby><ruby><reading>c</reading>"
        "</ruby></p>",
        lang="ja",
    ),
    "sections": Construct(
        "<section><title>a</title><p>b</p><section><title>c</title><p>d</p></section></section>"
        "<section><title>e</title><p>f</p></section>"
    ),
    "separator": Construct("<p>a</p><separator/><p>b</p>"),
    "soft hyphens": Construct("<p>inter\u00adnational \u00adisation</p>"),
    "speeches": Construct(
        "<speech kind='question'><speaker>Ada</speaker><p>a?</p></speech><speech kind='answer'>"
        "<speaker>Ben</speaker><p>b</p><p>c</p></speech>"
    ),
    "subscription": Construct(
        "<p>a</p>", foot="<subscribe href='https://example.org/'><title>b</title></subscribe>"
    ),
    "table": Construct(
        f"<table><caption>Trains</caption><head>{_HEAD}</head><rows>{_rows(2)}</rows><foot>"
        f"{_rows(1)}</foot><note>Both ways.</note></table>"
    ),
    "table of blocks": Construct(
        "<table><caption>t</caption><head><row><header>a</header></row></head><rows><row><cell>"
        "<p>b</p><list><item>c</item></list></cell></row><row><cell/></row></rows></table>"
    ),
    "table over three pages": Construct(
        f"<table><caption>Trains</caption><head>{_HEAD}</head><rows>{_rows(95)}</rows></table>"
    ),
    "table with spans": Construct(
        "<table><caption>t</caption><head><row><header column-span='2' row-span='2'>a</header>"
        "<header column-span='2' scope='column-group'>b</header></row><row><header>c</header>"
        "<header>d</header></row></head><rows><row><header scope='row-group' row-span='2'>e"
        "</header><header>f</header><cell>1</cell><cell>2</cell></row><row><header>g</header>"
        "<cell>3</cell><cell>4</cell></row></rows></table>"
    ),
    "time": Construct("<p>On <time when='2026-03-12'>12 March</time>.</p>"),
    "translation": Construct(
        "<p>a</p>",
        lang="fr",
        head="<translation from='en' authoritative='en' method='human' "
        "source='https://example.org/en'/>",
    ),
    "verse": Construct("<verse><line>a</line><line>b</line></verse>"),
    "words longer than a line": Construct(
        f"<section><title>{'Overtime' * 12}</title><p><code>{'0123456789abcdef' * 8}</code></p>"
        f"<list><item>{'Overtime' * 20}</item></list></section>"
    ),
    "words in another language": Construct(
        "<p>a <span xml:lang='fr'>b <em>c</em></span> <span xml:lang='ja'>東京</span></p>"
    ),
}


def release_of(construct: Construct) -> pressconv.Release:
    """Return the release of a construct."""
    foot = f"<foot>{construct.foot}</foot>" if construct.foot else ""
    source = (
        '<release xmlns="urn:pressconv:release:1" id="construct" '
        f'xml:lang="{construct.lang}"><head><headline>H</headline>{construct.head}</head>'
        f"<body>{construct.body}</body>{foot}</release>"
    )
    return pressconv.read(source.encode()).value


ASSETS: Final = {"p.svg": make_asset(PICTURE)}
