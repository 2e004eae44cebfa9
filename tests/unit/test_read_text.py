"""Raw text becomes a draft: lines rejoined, lists, headings, rows, quotations, e-mail."""

from __future__ import annotations

import pytest

from pressconv import model as m
from pressconv.draft import Heading, Region
from pressconv.readers.text import read_text
from pressconv.text import inline_text

WRAPPED = """\
The ministry announced on Tuesday that its programme has reached one million
people in all provinces of the country, two years before the end of it. A co-
operation with the office will follow.
"""


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(text).blocks]


def codes(text: str) -> set[str]:
    return {one.code for one in read_text(text).notes}


def cell_text(cell: m.Cell | m.HeaderCell) -> str:
    assert isinstance(cell.content, m.Running)
    return inline_text(cell.content.children)


def test_lines_that_a_program_wrapped_are_rejoined():
    (paragraph,) = texts(WRAPPED)
    assert paragraph.startswith("The ministry announced on Tuesday that its programme has reached")
    assert "import-wrapped" in codes(WRAPPED)


def test_a_hyphen_at_a_line_end_stays_where_the_text_does_not_know_the_word():
    assert "co-operation" in texts(WRAPPED)[0]


def test_a_hyphen_at_a_line_end_goes_where_the_text_knows_the_word_without():
    text = WRAPPED + "\nThe cooperation began in 2017.\n"
    assert "A cooperation with the office" in texts(text)[0]
    assert "import-hyphens" in codes(text)


def test_lines_that_were_not_wrapped_stay_apart():
    text = (
        "Ministry of Health\nPress Office\n26 June 2018\n\n" + "A long sentence of the text. " * 9
    )
    assert texts(text)[:3] == ["Ministry of Health", "Press Office", "26 June 2018"]
    assert codes(text) == set()


def test_every_line_of_an_unwrapped_text_is_a_paragraph():
    text = "First " + "word " * 60 + ".\n   Second " + "word " * 60 + "."
    assert len(texts(text)) == 2


def test_a_break_between_wide_characters_leaves_no_space():
    line = "政府今天宣布这项法律将于明年实施我们对此表示欢迎政府今天宣布这项法律将于明年实施我们对"
    text = "\n".join([line] * 4 + ["此表示欢迎。"])
    assert texts(text) == [line * 4 + "此表示欢迎。"]


def test_marked_lines_are_a_list():
    block = read_text("It would:\n\n- ban it;\n- fund it\n  with money.\n").blocks[1]
    assert isinstance(block.content, m.List)
    flows = [item.content for item in block.content.items]
    assert flows == [
        m.Running((m.Text("ban it;"),)),
        m.Running((m.Text("fund it with money."),)),
    ]


def test_items_with_blank_lines_between_are_one_list():
    block = read_text("\u2022 one\n\n\u2022 two\n\n\u2022 three").blocks[0]
    assert isinstance(block.content, m.List)
    assert len(block.content.items) == 3


def test_numbered_lines_keep_their_first_number():
    block = read_text("3. three\n4. four").blocks[0]
    assert isinstance(block.content, m.List)
    assert (block.content.kind, block.content.start) == (m.ListKind.ORDERED, 3)


def test_one_numbered_line_is_a_sentence():
    (block,) = read_text("1. January is a day.").blocks
    assert isinstance(block.content, m.Paragraph)
    assert block.text == "1. January is a day."


LONG = "A sentence of the text that is long enough to be one. " * 4


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Next steps\n==========", 1),
        ("Next steps\n----------", 2),
        ("## Next steps", 2),
        ("NEXT STEPS", 2),
        ("Next steps", 3),
        ("What comes next?", 3),
    ],
)
def test_a_heading_is_underlined_marked_or_short_and_alone(line, level):
    block = read_text(f"Title\n\n{LONG}\n\n{line}\n\n{LONG}").blocks[2]
    assert isinstance(block.content, Heading)
    assert block.content.level == level


@pytest.mark.parametrize("line", ["Dear Governor,", "It ends here.", "and so on", "12.5 %"])
def test_a_short_line_that_reads_like_a_sentence_is_no_heading(line):
    block = read_text(f"Title\n\n{LONG}\n\n{line}\n\n{LONG}").blocks[2]
    assert isinstance(block.content, m.Paragraph)


def test_lines_in_columns_are_kept_as_lines():
    block = read_text("Town\t2017\t2018\nA\t1\t2\nB\t3\t4").blocks[0]
    assert isinstance(block.content, m.Verse)
    assert [inline_text(line.children) for line in block.content.lines] == [
        "Town\u20032017\u20032018",
        "A\u20031\u20032",
        "B\u20033\u20034",
    ]


@pytest.mark.parametrize(("sign", "level"), [("=", 1), ("-", 2)])
def test_a_heading_of_several_lines_is_underlined_as_long_as_the_longest(sign, level):
    text = f"A heading that is\nwrapped\n{sign * 17}\n\nText.\n"
    first, _ = read_text(text).blocks
    assert isinstance(first.content, Heading)
    assert (first.content.level, first.text) == (level, "A heading that is wrapped")


def test_rows_of_signs_are_joined_with_no_line():
    row = "*" * 72
    text = f"{WRAPPED}\n{row}\nEmbargoed until the fourth of May 2026\n{row}\n"
    assert texts(text)[1:] == [row, "Embargoed until the fourth of May 2026", row]


def test_lines_over_and_under_a_rule_are_a_table():
    text = "One\n\nTown      People\n--------  ------\nSmall        800\nOld Port     500\n\nEnd\n"
    _, table, _ = (block.content for block in read_text(text).blocks)
    assert isinstance(table, m.Table)
    (head,), (body,) = table.head, table.bodies
    assert [cell_text(cell) for cell in head.cells] == ["Town", "People"]
    assert all(isinstance(cell, m.HeaderCell) for cell in head.cells)
    assert [[cell_text(cell) for cell in row.cells] for row in body] == [
        ["Small", "800"],
        ["Old Port", "500"],
    ]


def test_lines_under_a_rule_that_do_not_fit_its_columns_stay_lines():
    text = "Town      People\n--------  ------\nSmall        800\nOld Port\n"
    assert not any(isinstance(one.content, m.Table) for one in read_text(text).blocks)


def test_a_quoted_passage_is_a_quotation():
    block = read_text("He wrote:\n\n> One.\n> Two.\n\nShe agreed.").blocks[1]
    assert isinstance(block.content, m.Quote)


def test_a_text_that_is_quoted_as_a_whole_is_none():
    assert texts("> One sentence.\n>\n> Another one.") == ["One sentence.", "Another one."]


def test_the_headers_of_an_e_mail_are_facts():
    draft = read_text(
        "From: Ada <a@example.org>\nSubject: Bridge\n  reopens\nDate: 26 Jun 2018\n\nText."
    )
    assert (draft.facts.title, draft.facts.author) == ("Bridge reopens", "Ada")
    assert draft.facts.issued == "26 Jun 2018"
    assert [block.region for block in draft.blocks] == [Region.FURNITURE] * 4 + [Region.ARTICLE]


def test_a_first_line_with_a_colon_is_no_header():
    assert read_text("Subject: Bridge\n\nText.").facts.title == ""


def test_a_line_that_lost_its_line_ends_is_cut_at_wide_gaps():
    text = f"Headline of it    {LONG}     {LONG}"
    assert len(texts(text)) == 3
    assert "import-gaps" in codes(text)


def test_a_form_feed_ends_a_paragraph():
    assert texts("One.\n\fTwo.") == ["One.", "Two."]


def test_characters_that_spell_nothing_are_noted():
    draft = read_text("a\x00b\u202ec")
    assert draft.blocks[0].text == "abc"
    assert {one.code for one in draft.notes} == {"import-character"}


def test_each_block_knows_its_line():
    assert [block.place.line for block in read_text("One\n\n\nTwo").blocks if block.place] == [1, 4]
