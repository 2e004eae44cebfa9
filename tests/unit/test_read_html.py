"""HTML → draft: one element kind after another."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, datetime
from typing import Any

import pytest
from word import png

from pressconv import model as m
from pressconv.draft import Heading, Region
from pressconv.errors import ReadError
from pressconv.readers.html import read_html as read_typed
from pressconv.readers.xml import read
from pressconv.text import inline_text
from pressconv.writers.xml import write_xml


def read_html(source: Any, **options: Any) -> Any:
    """Read a page; tests look into its blocks without asking of which kind each is."""
    return read_typed(source, **options)


def contents(source, **options):
    return tuple(block.content for block in read_html(source, **options).blocks)


def only(source, **options):
    (content,) = contents(source, **options)
    return content


def line(source, **options):
    return only(f"<p>{source}</p>", **options).children


def text(*words):
    return tuple(m.Text(word) for word in words)


def codes(source, **options):
    return [note.code for note in read_html(source, **options).notes]


@pytest.mark.parametrize(
    ("before", "after"),
    [("„", "“"), ("“", "”"), ('"', '"'), ("« ", " »"), ("»", "«"), ("「", "」"), ("”", "”")],
)
def test_marks_that_are_typed_around_a_quotation_are_its_own(before, after):
    found = line(f"She said: {before}<q>a b</q>{after}, and left.")
    quotation = m.Quotation(text("a b"))
    assert found == (m.Text("She said: "), quotation, m.Text(", and left."))
    assert line(f"{before}<q>a b</q>{after}") == (quotation,)


def test_marks_that_open_or_close_something_else_stay():
    found = line("„A <q>b</q> c“, „<q>d</q> e“")
    assert inline_text(found) == "„A b c“, „d e“"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<em>a</em>", m.Emphasis(text("a"))),
        ("<i>a</i>", m.Emphasis(text("a"))),
        ("<b>a</b>", m.Strong(text("a"))),
        ('<span style="font-weight:700">a</span>', m.Strong(text("a"))),
        ('<span style="font-style: italic">a</span>', m.Emphasis(text("a"))),
        ('<span style="vertical-align:super">a</span>', m.Superscript(text("a"))),
        ("<sub>a</sub>", m.Subscript(text("a"))),
        ("<q>a</q>", m.Quotation(text("a"))),
        ("<cite>a</cite>", m.Cite(text("a"))),
        ("<code>a</code>", m.Code("a")),
        (
            '<abbr lang="fr" title="Un Mot"><span lang="en">UM</span></abbr>',
            m.Abbreviation("UM", m.Expansion("Un Mot", lang="fr"), lang="en"),
        ),
        ('<abbr title="Un Mot">UM</abbr>', m.Abbreviation("UM", m.Expansion("Un Mot"))),
        ('<time datetime="2018-06-26">a</time>', m.Time(date(2018, 6, 26), text("a"))),
        ("<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>", m.Ruby(text("a"), "b")),
        ('<span lang="ar">a</span>', m.Span(text("a"), lang="ar")),
        ('<bdi dir="rtl">a</bdi>', m.Span(text("a"), dir=m.Direction.RTL)),
        ('<a href="https://e.org/x y">a</a>', m.Link("https://e.org/x%20y", text("a"))),
    ],
)
def test_a_part_is_read(source, expected):
    assert line(f"x {source} y") == (m.Text("x "), expected, m.Text(" y"))


@pytest.mark.parametrize(
    "source",
    [
        "<b style='font-weight:normal' id='docs-internal-guid-1'>a</b>",
        "<font color=red>a</font>",
        "<st1:place>a</st1:place><o:p></o:p>",
        "<abbr>a</abbr>",
        "<time>a</time>",
        "<time datetime='next week'>a</time>",
        "<a>a</a>",
        "<a href='#top'>a</a>",
        "<em> </em>a",
        "<script>b</script>a<style>c</style>",
        "<span hidden>b</span>a<span style='display: none'>c</span>",
        "<span aria-hidden=true>b</span>a",
        "a<!-- b -->",
        "a<button>b</button><input value=b><select><option>b</select>",
    ],
)
def test_what_means_nothing_gives_its_words_or_goes(source):
    assert line(source) == text("a")


def test_a_moment_has_the_offset_that_is_written():
    (part,) = line('<time datetime="2018-06-26 10:00+0200">a</time>')
    assert part.when == datetime.fromisoformat("2018-06-26T10:00:00+02:00")


def test_white_space_is_collapsed_and_other_spaces_stay():
    assert line("\n a\t b\u00a0\u202fc <b> d </b> e ") == (
        m.Text("a b\u00a0\u202fc "),
        m.Strong(text("d ")),
        m.Text("e"),
    )


def test_a_line_break_stays_and_two_part_paragraphs():
    first, second = contents("<p>a<br>b<br><br>c<br></p>")
    assert first == m.Paragraph((m.Text("a"), m.LineBreak(), m.Text("b")))
    assert second == m.Paragraph(text("c"))


def test_a_part_that_holds_two_paragraphs_becomes_two():
    assert contents("<div><b>a<br><br>b</b></div>") == (
        m.Paragraph((m.Strong(text("a")),)),
        m.Paragraph((m.Strong(text("b")),)),
    )


def test_a_link_around_blocks_stands_in_each():
    link = "https://e.org/"
    assert contents(f'<a href="{link}"><h2>a</h2><p>b</p></a>') == (
        Heading((m.Link(link, text("a")),), 2),
        m.Paragraph((m.Link(link, text("b")),)),
    )


def test_no_link_stands_in_a_link():
    (part,) = line('<a href="https://a.org"><object><a href="https://b.org">x</a></object>y</a>')
    assert part == m.Link("https://a.org", text("y"))


@pytest.mark.parametrize(
    ("base", "options"),
    [("", {"url": "https://e.org/a/b"}), ('<base href="https://e.org/a/">', {})],
)
def test_a_relative_link_is_resolved(base, options):
    (part,) = (
        line("<a href=c>x</a>", **options)
        if not base
        else contents(f"{base}<p><a href=c>x</a></p>")[0].children
    )
    assert part.href == "https://e.org/a/c"


def test_a_relative_link_that_stays_so_is_a_note():
    assert codes("<p>x <a href=c>y</a></p>") == ["link-relative"]


@pytest.mark.parametrize("href", ["javascript:x()", "data:text/html,x", "file:///x", "http://"])
def test_a_link_that_may_not_be_is_a_note_and_its_words_stay(href):
    draft = read_html(f'<p>x <a href="{href}">y</a></p>')
    assert draft.blocks[0].content == m.Paragraph(text("x y"))
    assert [note.code for note in draft.notes] == ["link-dropped"]


def test_struck_words_are_no_text():
    draft = read_html("<p>a <del>b</del> c</p>")
    assert (draft.blocks[0].text, draft.notes[0].code) == ("a c", "struck-dropped")


def test_marks_that_steer_the_display_go_and_isolates_become_parts():
    draft = read_html("<p>a \u2067b\u2069 c\u200f</p>")
    assert draft.blocks[0].content.children == (
        m.Text("a "),
        m.Span(text("b"), dir=m.Direction.RTL),
        m.Text(" c"),
    )
    assert [note.code for note in draft.notes] == ["bidi-control-removed"]


def test_control_characters_go_with_a_note():
    draft = read_html("<p>a&#1;b\x07c</p>")
    assert draft.blocks[0].text == "abc"
    assert {note.code for note in draft.notes} == {"control-removed"}


def test_headings_have_their_level_and_lose_stress_on_the_whole():
    assert contents("<h1><b>a</b></h1><h4>b<br>c</h4><div role=heading aria-level=3>d</div>") == (
        Heading(text("a"), 1),
        Heading(text("b c"), 4),
        Heading(text("d"), 3),
    )


def test_lists_are_nested_and_numbered():
    assert only("<ol start=3 type=a><li>a<ul><li>b</ul><li><p>c</ol>") == m.List(
        (
            m.Item((m.Paragraph(text("a")), m.List((m.Item(m.Running(text("b"))),)))),
            m.Item(m.Running(text("c"))),
        ),
        m.ListKind.ORDERED,
        3,
        m.Numbering.ALPHA,
    )


def test_a_list_beside_its_item_belongs_to_it():
    made = only("<ul><li>a</li><ul><li>b</li></ul></ul>")
    assert made.items[0].content[1] == m.List((m.Item(m.Running(text("b"))),))


def test_terms_and_definitions_are_paired():
    assert only(
        "<dl><dt>a</dt><dt>b</dt><dd>c</dd><div><dt>d</dt><dd>e</dd></div></dl>"
    ) == m.Definitions(
        (
            m.Entry((m.Term(text("a")), m.Term(text("b"))), (m.Definition(m.Running(text("c"))),)),
            m.Entry((m.Term(text("d")),), (m.Definition(m.Running(text("e"))),)),
        )
    )


def test_a_quotation_has_its_source():
    assert only(
        '<blockquote cite="https://e.org/"><p>a</p><footer>b</footer></blockquote>'
    ) == m.Quote((m.Paragraph(text("a")),), text("b"), "https://e.org/")


@pytest.mark.parametrize(
    ("markup", "alt"),
    [
        ("<img src=a.png>", m.Undescribed()),
        ('<img src=a.png alt="">', m.Decorative()),
        ('<img src=a.png alt="b">', m.Alternative(text("b"))),
        ('<img src="data:image/gif;base64,R0" data-src="a.png" alt="b">', m.Alternative(text("b"))),
    ],
)
def test_an_image_says_what_it_shows_or_that_nobody_did(markup, alt):
    assert only(f"<figure>{markup}<figcaption>c</figcaption></figure>") == m.Figure(
        m.Image("a.png", alt), text("c")
    )


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"data:image/png;base64,{b64encode(png()).decode()}", "image-1.png"),
        (f"data:;base64,{b64encode(png()).decode()}", "image-1.png"),
        ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
         "width='9' height='9'/%3E", "image-1.svg"),
    ],
)  # fmt: skip
def test_an_image_in_the_page_itself_is_a_file(address, name):
    draft = read_html(f'<img src="{address}" alt="b">', url="https://e.org/")
    assert draft.blocks[0].content.image == m.Image(
        name, m.Alternative(text("b")), place=draft.blocks[0].place
    )
    assert list(draft.images) == [name]


@pytest.mark.parametrize(
    "address",
    ["data:image/png;base64,!", "data:image/png;base64,AAAA", "data:text/html,x", "data:"],
)
def test_an_image_in_the_page_that_is_none_is_a_note(address):
    draft = read_html(f'<p>a <img src="{address}" alt="b"><p>c')
    assert (draft.images, [note.code for note in draft.notes]) == ({}, ["import-image"])


def test_a_dot_in_the_page_is_nothing():
    dot = b64encode(png(1, 1)).decode()
    draft = read_html(f'<p>a <img src="data:image/png;base64,{dot}">')
    assert (draft.images, draft.notes, len(draft.blocks)) == ({}, (), 1)


def test_an_image_in_a_paragraph_stands_beside_it():
    kinds = [type(one) for one in contents("<p><img src=a.png alt=a>x<img src=b.png alt=b></p>")]
    assert kinds == [m.Figure, m.Paragraph, m.Figure]


def test_an_image_as_small_as_a_letter_is_its_alternative_text():
    assert line('a <img src=a.png width=16 height=16 alt="\U0001f600"> b') == text("a \U0001f600 b")


def test_a_pixel_that_counts_readers_is_nothing():
    assert line('a<img src="https://e.org/p" width=1 height=1>') == text("a")


def test_a_frame_is_left_out_with_a_note():
    draft = read_html('<p>a</p><iframe src="https://e.org/"></iframe><p>b</p>')
    assert [block.text for block in draft.blocks] == ["a", "b"]
    assert [note.code for note in draft.notes] == ["embed-dropped"]


def test_what_is_left_out_behind_the_last_block_is_noted_too():
    words = "Words of the release that are long enough to be its text. " * 6
    draft = read_html(f"<article><p>{words}</p><iframe src='https://e.org/'></iframe></article>")
    assert [note.code for note in draft.notes] == ["embed-dropped"]


def test_a_film_is_a_link_to_it():
    assert only('<video><source src="https://e.org/a.mp4"></video>') == m.Media(
        m.MediaKind.VIDEO, "https://e.org/a.mp4"
    )


def test_preformatted_prose_is_joined_and_other_lines_are_not():
    long = "A line of prose that was wrapped at sixty characters or so."
    assert contents(f"<pre>{long}\n{long}\n\na\n  b</pre>") == (
        m.Paragraph(text(f"{long} {long}")),
        m.Verse((m.Line(text("a")), m.Line(text("b")))),
    )
    assert only("<pre><code>x = 1\ny</code></pre>") == m.Verse(
        (m.Line((m.Code("x = 1"),)), m.Line((m.Code("y"),)))
    )


def test_a_rule_is_a_pause():
    assert contents("<p>a<hr><p>b")[1] == m.Separator()


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ('<sup id="r1"><a href="#n1">1</a></sup>', '<li id="n1">1. b <a href="#r1">^</a></li>'),
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<p><a href="#_ftnref1" name="_ftn1">[1]</a> b</p>',
        ),
        (
            '<sup><a href="#f-1" id="f-ref-1">[1]</a></sup>',
            '<li id="f-1"><p>b <a href="#f-ref-1">↑</a></p></li>',
        ),
    ],
)
def test_a_note_stands_at_its_call(call, note):
    blocks = contents(f"<p>a{call} c</p><p>d</p><div>{note}</div>")
    assert blocks[0] == m.Paragraph((m.Text("a"), m.Footnote(text("b")), m.Text(" c")))
    assert len(blocks) == 2


def test_word_lists_are_lists():
    def item(level, mark, words):
        style = f"mso-list:l0 level{level} lfo1"
        ignored = f"<span style='mso-list:Ignore'>{mark}</span>"
        return f"<p class=MsoListParagraph style='{style}'>{ignored}{words}<o:p></o:p></p>"

    made = only(item(1, "1.", "a") + item(2, "\u00b7", "b") + item(1, "2.", "c"))
    assert made.kind is m.ListKind.ORDERED
    assert made.items[0].content[1] == m.List((m.Item(m.Running(text("b"))),))
    assert made.items[1] == m.Item(m.Running(text("c")))


def test_language_and_direction_are_said_where_they_change():
    draft = read_html(
        '<html lang="fr"><p>a<p lang="ar" dir="rtl">b <span lang="fr" dir="ltr">c</span></p>'
        "<blockquote lang=de><p>d</blockquote><p>e, and more words than the others.</p>"
    )
    assert (draft.lang, draft.dir) == ("fr", None)
    marks = [(block.content.lang, block.content.dir) for block in draft.blocks]
    assert marks == [(None, None), ("ar", m.Direction.RTL), ("de", None), (None, None)]
    assert draft.blocks[1].content.children[1] == m.Span(text("c"), lang="fr", dir=m.Direction.LTR)


def test_the_language_of_the_article_is_that_of_the_draft():
    draft = read_html('<html lang="en"><nav>x</nav><div lang="ar" dir="rtl"><p>' + "b " * 90)
    assert (draft.lang, draft.dir) == ("ar", m.Direction.RTL)


def test_blocks_have_a_place_and_their_hints():
    block = read_html('<body>\n<div class="post-byline"><p>by A</p></div>', name="a.html").blocks[0]
    assert str(block.place) == "a.html:2:1"
    assert {"byline", "post", "p"} <= block.hints


def test_a_draft_becomes_a_release_that_reads_back():
    draft = read_html(
        "<p>a <b>b <i>c</i></b><br>d</p><ul><li>x<ol><li>y</ol></ul>"
        "<blockquote><p>q</blockquote><table><caption>t</caption><tr><th>a<td>b<tr><td>c</table>"
    )
    content = tuple(block.content for block in draft.blocks)
    release = m.Release(id="r", lang="en", head=m.Head(headline=text("h")), body=m.Body(content))
    assert read(write_xml(release)).value == release


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "empty-file"),
        ("<div>" * 10_000, "too-deep"),
        ("<i></i>" * 1_000_000, "too-large"),
        ("<p>" + "a " * 5_000_000, "too-large"),
        ("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x", "too-large"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, "encoding"),
    ],
)
def test_what_is_no_page_or_too_much_is_refused(source, code):
    with pytest.raises(ReadError) as caught:
        read_html(source)
    assert caught.value.problems[0].code == code


def test_a_page_may_hide_all_its_text_until_a_script_runs():
    draft = read_html("<body style='display:none'><p>a b c d e</p></body>")
    assert draft.blocks[0].text == "a b c d e"


def test_a_small_page_is_all_article():
    draft = read_html("<h1>Title</h1><p>One sentence of text.</p>")
    assert {block.region for block in draft.blocks} == {Region.ARTICLE}


def test_an_address_with_a_character_that_xml_has_none_for_is_encoded():
    (link,) = [
        one for one in line("x <a href='https://e.org/\uffff'>y</a>") if isinstance(one, m.Link)
    ]
    assert link.href == "https://e.org/%EF%BF%BF"
