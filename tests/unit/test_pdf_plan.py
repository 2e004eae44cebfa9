"""What each element of a page is in the tag tree of its PDF, without an engine."""

from __future__ import annotations

import pytest
from tag_outline import planned

from pressconv.pdf.plan import plan
from pressconv.pdf.tags import every

CALL = "<a class='pc-call' id='c{0}' href='#n{0}' role='doc-noteref' aria-label='Note {0}'>{0}</a>"
CASES = {
    "groups without meaning are no tags": (
        "<main><article><div class='x'><p>a <span>b</span></p></div></article></main>",
        "Document\n  Art\n    P\n",
    ),
    "a group in another language says so": (
        "<div lang='ar' dir='rtl'><p>a</p></div>",
        "Document\n  Div lang='ar' dir='rtl'\n    P\n",
    ),
    "words in another language are a span": (
        "<p>a <span lang='fr' dir='ltr'>b</span></p>",
        "Document\n  P\n    Span lang='fr'\n",
    ),
    "the language of a tag is not said again below it": (
        "<p lang='fr'>a <em lang='fr'>b <span lang='en'>c</span></em></p>",
        "Document\n  P lang='fr'\n    Em\n      Span lang='en'\n",
    ),
    "sections and notes have their titles": (
        "<section aria-label='Sum'><h2>a</h2></section><aside role='note' aria-label='N'></aside>"
        "<div role='note'><p>b</p></div>",
        "Document\n  Sect title='Sum'\n    H2 description='a'\n  Aside title='N'\n  Aside\n    P\n",
    ),
    "an abbreviation has its expansion": (
        "<p><abbr title='United Nations'>UN</abbr> <abbr>EU</abbr></p>",
        "Document\n  P\n    Span expansion='United Nations'\n",
    ),
    "an expansion in another language says so": (
        "<p><abbr lang='fr' title='a b'><span lang='en'>AB</span></abbr></p>",
        "Document\n  P\n    Span lang='fr' expansion='a b'\n      Span lang='en'\n",
    ),
    "a list has items of a label and a body": (
        "<ul><li>a<ol type='a'><li lang='fr'>b</li></ol></li></ul>",
        "Document\n  L numbering='Unordered'\n    LI\n      Lbl\n      LBody\n"
        "        L numbering='LowerAlpha'\n          LI lang='fr'\n            Lbl\n"
        "            LBody\n",
    ),
    "an item that nobody hears is no tag": (
        "<ul><li aria-hidden='true'><img alt='' src='x'></li><li>a</li></ul>",
        "Document\n  L numbering='Unordered'\n    LI\n      Lbl\n      LBody\n",
    ),
    "the numbers of a list are named by its type": (
        "<ol></ol><ol type='i'></ol><ol class='pc-native'></ol>",
        "Document\n  L numbering='Decimal'\n  L numbering='LowerRoman'\n  L numbering='Ordered'\n",
    ),
    "terms are labels, definitions are bodies": (
        "<dl><div><dt>a</dt><dt>b</dt><dd><p>c</p></dd></div></dl>",
        "Document\n  L numbering='Description'\n    LI\n      Lbl\n      Lbl\n      LBody\n"
        "        P\n",
    ),
    "a figure holds its captions": (
        "<figure id='f'><img alt='A map' src='x'><figcaption><p>a</p></figcaption></figure>",
        "Document\n  Figure description='A map' ids='f'\n    Caption\n      P\n",
    ),
    "an image alone in a paragraph is a figure": (
        "<p><img alt='A' lang='ar' src='x'></p><p>a <img alt='B' src='x'></p>",
        "Document\n  Figure lang='ar' description='A'\n  P\n    Figure description='B'\n",
    ),
    "what nobody hears is no tag": (
        "<p aria-hidden='true'>* * *</p><p><img alt='' src='x'></p><figure><img alt='' src='x'>"
        "</figure><hr>",
        "Document\n",
    ),
    "a quotation is a block, and who said it a paragraph": (
        "<figure class='pc-quote'><blockquote><p>a</p></blockquote><figcaption>b</figcaption>"
        "</figure>",
        "Document\n  BlockQuote\n    P\n  P\n",
    ),
    "quotations in running text are quotes": (
        "<p><span class='pc-q'>\u201ca <span class='pc-q'>\u2018b\u2019</span>\u201d</span></p>",
        "Document\n  P\n    Quote\n      Quote\n",
    ),
    "a link is called by its words, whatever is in it": (
        "<p><a href='#x' hreflang='fr'>a <em>b</em></a> <a href='y'><img alt='C' src='x'></a></p>",
        "Document\n  P\n    Link description='a b'\n      Em\n    Link description='C'\n"
        "      Figure description='C'\n",
    ),
    "a link is called by its words as they are read": (
        "<p><a href='y'><ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>c<br>d"
        "<i aria-hidden='true'>e</i></a></p>",
        "Document\n  P\n    Link description='ac d'\n      Ruby\n        RB\n        RT\n",
    ),
    "a heading is called by its words as they are read": (
        f"<h2><ruby>a<rt>b</rt></ruby> c<br>\u00add {CALL.format(1)}</h2>",
        "Document\n  H2 description='a c d'\n    Ruby\n      RB\n      RT\n"
        "    Reference ids='c1' refs='n1'\n      Link description='Note 1'\n        Lbl\n",
    ),
    "a word and its reading": (
        "<p><ruby>a<rp>(</rp><rt lang='ja-Latn'>b</rt><rp>)</rp></ruby></p>",
        "Document\n  P\n    Ruby\n      RB\n      RT lang='ja-Latn'\n",
    ),
    "a word with two readings has one that says both": (
        "<p><ruby><ruby lang='ja'>a<rt>b</rt></ruby><rt>c</rt></ruby></p>",
        "Document\n  P\n    Ruby\n      RB\n        Span lang='ja'\n      RT\n        Span\n"
        "        Span\n",
    ),
    "a figure within a figure keeps its own caption": (
        "<figure><img alt='A' src='x'><figcaption><p>a</p><figure><img alt='B' src='y'>"
        "<figcaption><p>b</p></figcaption></figure></figcaption></figure>",
        "Document\n  Figure description='A'\n    Caption\n      P\n      Figure description='B'\n"
        "        Caption\n          P\n",
    ),
    "an image and its caption say their languages": (
        "<figure lang='ar' dir='rtl'><img alt='A' lang='fr' src='x'><figcaption>a</figcaption>"
        "</figure><p lang='ar' dir='rtl'><img alt='B' src='y'></p><figure lang='ar' dir='rtl'>"
        "<img alt='' src='z'><figcaption>c</figcaption></figure>",
        "Document\n  Figure lang='fr' dir='rtl' description='A'\n    Caption lang='ar'\n"
        "  Figure lang='ar' dir='rtl' description='B'\n  Div lang='ar' dir='rtl'\n    P\n",
    ),
    "words in two lines are a paragraph too": (
        "<figure class='pc-quote'><blockquote><p>a</p></blockquote><figcaption>b<br>c</figcaption>"
        "</figure>",
        "Document\n  BlockQuote\n    P\n  P\n",
    ),
    "what may not stand somewhere has a section around it there": (
        "<table><tbody><tr><td><blockquote><p>a</p><div role='note'><p>b</p></div></blockquote>"
        "</td></tr></tbody></table>",
        "Document\n  Table\n    TBody\n      TR\n        TD\n          Sect\n            BlockQuote"
        "\n              P\n              Sect\n                Aside\n                  P\n",
    ),
    "running text that may not be what it is somewhere is a span there": (
        "<p><ruby><code>a</code><rt>b</rt></ruby></p>",
        "Document\n  P\n    Ruby\n      RB\n        Span\n      RT\n",
    ),
    "raised and lowered characters say that they are": (
        "<p>m<sup>2</sup> H<sub>2</sub>O</p>",
        "Document\n  P\n    Superscript\n    Subscript\n",
    ),
    "an id leads to the first tag of what bears it": (
        "<div id='t'><div><p>a</p></div></div>",
        "Document\n  P ids='t'\n",
    ),
}
NOTE = (
    "<div role='doc-footnote' id='n{0}'><a role='doc-backlink' href='#c{0}' aria-label='Back'>{0}"
    "</a> <span>Words</span></div>"
)
CALLED = "{i}  Reference ids='c{n}' refs='n{n}'\n{i}    Link description='Note {n}'\n{i}      Lbl\n"
NOTED = "{i}FENote ids='n{n}' refs='c{n}'\n{i}  Lbl\n{i}    Link description='Back'\n"


def page(body, lang="en", side="ltr"):
    return f'<!DOCTYPE html><html lang="{lang}" dir="{side}"><body>{body}</body></html>'.encode()


def indented(pattern, depth, number=1):
    return pattern.format(i="  " * depth, n=number)


@pytest.mark.parametrize("case", CASES)
def test_every_element_is_planned(case):
    body, expected = CASES[case]
    assert planned(plan(page(body))) == expected


def test_words_that_a_link_leads_to_have_a_tag_and_others_with_an_id_have_none():
    body = "<p>a <span id='t'>b</span> <span id='u'>c</span> <a href='#t'>d</a></p>"
    assert planned(plan(page(body))) == (
        "Document\n  P\n    Span ids='t'\n    Link description='d'\n"
    )


def test_a_page_that_runs_from_right_to_left_says_so_once():
    found = planned(plan(page("<p dir='rtl'>a</p><p dir='ltr'>b</p>", "ar", "rtl")))
    assert found == "Document dir='rtl'\n  P\n  P dir='ltr'\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"<p>a{CALL.format(1)} b</p><p>c</p>",
            "Document\n  P\n" + indented(CALLED, 1) + indented(NOTED, 1) + "  P\n",
        ),
        (
            f"<ul><li>a{CALL.format(1)}<ul><li>b</li></ul></li></ul>",
            "Document\n  L numbering='Unordered'\n    LI\n      Lbl\n      LBody\n"
            + indented(CALLED, 3)
            + indented(NOTED, 4)
            + "        L numbering='Unordered'\n          LI\n            Lbl\n            LBody\n",
        ),
        (
            f"<ul lang='ar' dir='rtl'><li>a{CALL.format(1)}</li></ul>",
            "Document\n  L lang='ar' dir='rtl' numbering='Unordered'\n    LI\n      Lbl\n"
            "      LBody\n"
            + indented(CALLED, 3)
            + indented(NOTED, 4).replace(" ids", " lang='en' dir='ltr' ids", 1),
        ),
        (
            f"<section><h2>a{CALL.format(1)}</h2><p>b</p></section>",
            "Document\n  Sect\n    H2 description='a'\n"
            + indented(CALLED, 2)
            + indented(NOTED, 2)
            + "    P\n",
        ),
        (
            f"<dl><div><dt>a{CALL.format(1)}</dt><dd>b</dd></div></dl>",
            "Document\n  L numbering='Description'\n    LI\n      Lbl\n"
            + indented(CALLED, 3)
            + indented(NOTED, 4)
            + "      LBody\n",
        ),
    ],
    ids=["paragraph", "item", "item in another language", "heading", "term"],
)
def test_a_note_follows_the_block_that_calls_it(body, expected):
    notes = f"<section role='doc-endnotes'>{NOTE.format(1)}</section>"
    assert planned(plan(page(body + notes))) == expected


def test_notes_stand_in_the_order_of_their_calls_and_one_without_a_call_at_the_end():
    notes = "".join(NOTE.format(number) for number in (1, 2, 3))
    found = plan(page(f"<p>{CALL.format(2)}{CALL.format(1)}</p><p>a</p><div>{notes}</div>"))
    kinds = [(tag.kind, tag.ids) for tag in found.root.children]
    assert kinds == [
        ("P", ()),
        ("FENote", ("n2",)),
        ("FENote", ("n1",)),
        ("P", ()),
        ("FENote", ("n3",)),
    ]


def test_all_text_of_a_page_has_a_place_in_one_tag():
    body = "<div>a <span>b <i>c</i></span><p>d <b>e</b></p></div>"
    found = plan(page(body))
    sources = [source for tag in every(found.root) for source in tag.sources]
    assert len(sources) == len(set(sources))
    placed = {source.element for source in sources}
    assert {one.element for one in found.texts if one.text.strip()} <= placed


def test_cells_are_named_alike_however_long_the_head_of_the_page_is():
    table = "<table><tbody><tr><th scope=row>a</th><td>1</td></tr></tbody></table>" * 2
    pages = (page(table), page(table).replace(b"<body>", b"<head><meta><meta></head><body>"))
    keys = [[one.cell.key for one in every(plan(each).root) if one.cell] for each in pages]
    assert keys[0] == ["t1-1", "", "t2-1", ""]
    assert keys[1] == keys[0]
