"""Content of a page → its place in the tag tree, without an engine."""

from __future__ import annotations

import pytest

from pressconv.pdf.assembly import Annotation, Node, Piece, Spoken, assemble
from pressconv.pdf.plan import plan
from pressconv.pdf.tags import Source


def planned(body):
    return plan(f'<!DOCTYPE html><html lang="en"><body>{body}</body></html>'.encode())


def place(found, name, number=1):
    """Return where the element is that is the *number*-th of its *name*."""
    return [at for at, one in enumerate(found.names) if one == name][number - 1]


def piece(mcid, element, text, page=0, says=None, **more):
    return Piece(page, mcid, Source(element, **more), text, text if says is None else says)


def shape(node):
    """Write a node: its kind, and what is in it."""
    kids = []
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(shape(kid))
        elif isinstance(kid, Spoken):
            kids.append((kid.text, [one.mcid for one in kid.pieces]))
        else:
            kids.append(kid.mcid if isinstance(kid, Piece) else "link")
    return {node.tag.kind: kids}


def test_text_stands_between_the_parts_that_it_stands_between_on_the_page():
    found = planned("<p>a <em>b</em> c <strong>d</strong></p>")
    p, em, strong = (place(found, name) for name in ("p", "em", "strong"))
    pieces = [piece(0, p, "a "), piece(1, em, "b"), piece(2, p, " c "), piece(3, strong, "d")]
    assert shape(assemble(found, pieces, ())) == {
        "Document": [{"P": [0, {"Em": [1]}, 2, {"Strong": [3]}]}]
    }


def test_what_a_page_break_parts_is_one_element():
    found = planned("<section><h2>t</h2><p>a b</p></section>")
    h2, p = place(found, "h2"), place(found, "p")
    pieces = [piece(0, h2, "t"), piece(1, p, "a "), piece(0, p, "b", page=1)]
    assert shape(assemble(found, pieces, ())) == {
        "Document": [{"Sect": [{"H2": [0]}, {"P": [1, 0]}]}]
    }


def test_what_shows_nothing_is_left_out_but_for_cells():
    found = planned(
        "<p><span lang='fr'></span></p><table><tbody><tr><td>a</td><td></td></tr></tbody></table>"
    )
    made = assemble(found, [piece(0, place(found, "td"), "a")], ())
    assert shape(made) == {
        "Document": [{"Table": [{"TBody": [{"TR": [{"TD": [0]}, {"TD": []}]}]}]}]
    }


def test_a_marker_whose_glyphs_run_the_other_way_is_said():
    found = planned("<ol><li>a</li></ol>")
    li = place(found, "li")
    pieces = [piece(0, li, "10. ", says=" .10", is_marker=True), piece(1, li, "a")]
    assert shape(assemble(found, pieces, ())) == {
        "Document": [{"L": [{"LI": [{"Lbl": [("10. ", [0])]}, {"LBody": [1]}]}]}]
    }


def test_the_marker_of_an_item_is_its_label():
    found = planned("<ul><li>a</li></ul>")
    li = place(found, "li")
    pieces = [piece(0, li, "• ", is_marker=True), piece(1, li, "a")]
    assert shape(assemble(found, pieces, ())) == {
        "Document": [{"L": [{"LI": [{"Lbl": [0]}, {"LBody": [1]}]}]}]
    }


def test_a_note_goes_behind_the_block_that_calls_it_wherever_it_was_laid_out():
    found = planned(
        "<p>a<a role='doc-noteref' href='#n' id='c'>1</a></p><p>b</p>"
        "<div role='doc-footnote' id='n'>c</div>"
    )
    a, b = place(found, "p"), place(found, "p", 2)
    pieces = [piece(0, a, "a"), piece(1, place(found, "a"), "1"), piece(2, b, "b")]
    pieces.append(piece(0, place(found, "div"), "c", page=1))
    assert shape(assemble(found, pieces, ())) == {
        "Document": [
            {"P": [0, {"Reference": [{"Link": [{"Lbl": [1]}]}]}]},
            {"FENote": [0]},
            {"P": [2]},
        ]
    }


def test_the_space_that_a_line_drops_behind_a_call_stays_in_the_sentence():
    found = planned("<p>a<a role='doc-noteref' href='#n' id='c'>1</a> b</p>")
    p, call = place(found, "p"), place(found, "a")
    pieces = [piece(0, p, "a"), piece(1, call, "1"), piece(2, p, "b")]
    assert shape(assemble(found, pieces, ())) == {
        "Document": [{"P": [0, {"Reference": [{"Link": [{"Lbl": [1]}]}]}, (" b", [2])]}]
    }


def test_a_link_over_lines_and_pages_is_one_with_all_its_annotations():
    found = planned("<p><a href='x'>a <em>b</em> c</a></p>")
    a, em = place(found, "a"), place(found, "em")
    pieces = [piece(0, a, "a "), piece(1, em, "b"), piece(0, a, " c", page=1)]
    links = [Annotation(0, a, 0), Annotation(1, a, 1)]
    assert shape(assemble(found, pieces, links)) == {
        "Document": [{"P": [{"Link": [0, {"Em": [1]}, 0, "link", "link"]}]}]
    }


def test_an_annotation_outside_of_a_link_is_an_error():
    found = planned("<p>a</p>")
    p = place(found, "p")
    with pytest.raises(LookupError, match="in no link"):
        assemble(found, [piece(0, p, "a")], [Annotation(0, p, 0)])


def test_what_glyphs_do_not_say_is_said_for_them():
    found = planned("<p>אב גד</p>")
    p = place(found, "p")
    pieces = [piece(0, p, "אב", says="בא"), piece(1, p, "גד")]
    assert shape(assemble(found, pieces, ())) == {"Document": [{"P": [("אב ", [0]), 1]}]}


def test_a_word_that_a_line_end_parts_is_said_whole():
    found = planned("<p>a international b</p>")
    p = place(found, "p")
    pieces = [piece(0, p, "a inter-"), piece(1, p, "national"), piece(2, p, "b")]
    kids = shape(assemble(found, pieces, ()))["Document"][0]["P"]
    assert kids[0] == ("a international ", [0, 1])


def test_a_hyphen_of_the_author_parts_nothing():
    found = planned("<p>vis-à-vis</p>")
    p = place(found, "p")
    assert shape(assemble(found, [piece(0, p, "vis-"), piece(1, p, "à-vis")], ())) == {
        "Document": [{"P": [0, 1]}]
    }


def test_a_line_break_of_the_author_is_a_space():
    found = planned("<p>a<br>b</p>")
    p = place(found, "p")
    kids = shape(assemble(found, [piece(0, p, "a"), piece(1, p, "b")], ()))["Document"][0]["P"]
    assert kids == [("a ", [0]), 1]


def test_a_space_that_a_line_end_dropped_stays_behind_the_part_that_it_follows():
    found = planned("<p>a+<em>b</em> c</p>")
    p, em = place(found, "p"), place(found, "em")
    pieces = [piece(0, p, "a+"), piece(1, em, "b"), piece(2, p, "c")]
    assert shape(assemble(found, pieces, ())) == {
        "Document": [{"P": [0, {"Em": [("b ", [1])]}, 2]}]
    }


def test_what_leads_to_an_element_that_shows_nothing_leads_to_the_one_around_it():
    found = planned("<section><p>a</p><div id='t'></div><a href='#t'>b</a></section>")
    made = assemble(found, [piece(0, place(found, "p"), "a")], ())
    (section,) = made.kids
    assert isinstance(section, Node)
    assert section.tag.ids == ("t",)


def test_a_reading_without_words_below_it_keeps_a_base():
    found = planned("<p><ruby><rt>a</rt></ruby></p>")
    made = assemble(found, [piece(0, place(found, "rt"), "a")], ())
    assert shape(made) == {"Document": [{"P": [{"Ruby": [{"RB": []}, {"RT": [0]}]}]}]}


def test_an_item_whose_only_image_says_nothing_keeps_a_body():
    found = planned("<ul><li><div><img alt='' src='x'></div></li></ul>")
    made = assemble(found, [piece(0, place(found, "li"), "• ", is_marker=True)], ())
    assert shape(made) == {"Document": [{"L": [{"LI": [{"Lbl": [0]}, {"LBody": []}]}]}]}


def test_a_list_of_which_nothing_is_drawn_is_not_there():
    found = planned("<p>a</p><nav><ul><li><a href='#x'>b</a></li></ul></nav>")
    made = assemble(found, [piece(0, place(found, "p"), "a")], ())
    assert shape(made) == {"Document": [{"P": [0]}]}
