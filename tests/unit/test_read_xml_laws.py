"""Reading canonical XML: the laws of the tree, of tables, dates, addresses and tags."""

from __future__ import annotations

import pytest
from xml_inputs import codes, errors, problems, release, value

from pressconv import model as m
from pressconv.grid import place_cells

# ---- the laws of the tree ----------------------------------------------------------------------


def test_two_parts_with_one_id_are_refused_with_the_first_ones_line():
    source = release('<p xml:id="a">x</p>\n<p xml:id="a">y</p>')
    assert problems(source) == ["4:1 duplicate-id"]
    assert errors(source)[0].message == "the xml:id 'a' is taken: line 3 has it"


def test_an_id_may_be_in_any_script():
    assert value('<p xml:id="введение">x</p>').body.content[0].id == "введение"


def test_a_reference_needs_its_target():
    assert codes('<p>a<ref to="b">c</ref></p>') == ["reference-without-target"]
    assert value('<p xml:id="b">a<ref to="b">c</ref></p>')


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ('<p xml:id="1b">x</p>', "bad-id"),
        ('<pp xml:id="1b">x</pp>', "unknown-element"),
        ('<pp><p xml:id="1b">x</p></pp>', "unknown-element"),
    ],
)
def test_a_reference_to_a_part_that_is_refused_is_no_second_problem(part, code):
    assert codes(f'{part}<p>a<ref to="1b">c</ref></p>') == [code]


def test_a_reference_may_stand_in_a_correction():
    head = '<correction when="2018-06-27">voir <ref to="b">c</ref></correction>'
    assert value('<p xml:id="b">a</p>', head=head)


@pytest.mark.parametrize("outer", ["a href='b'", "ref to='b'", "footnote"])
@pytest.mark.parametrize("inner", ["a href='b'", "ref to='b'", "footnote"])
def test_no_link_reference_or_footnote_stands_in_another(outer, inner):
    nested = f"<{outer}>c<em><{inner}>d</{inner.split()[0]}></em></{outer.split()[0]}>"
    assert codes(f'<p xml:id="b">a{nested}</p>') == ["nested-link"]


def test_no_link_stands_in_a_related_link_or_in_a_title_that_becomes_one():
    link = '<a href="x">y</a>'
    assert codes(foot=f'<foot><related href="z">{link}</related></foot>') == ["nested-link"]
    title = f"<title>{link}</title>"
    assert codes(foot=f'<foot><subscribe href="z">{title}</subscribe></foot>') == ["nested-link"]
    assert value(foot=f"<foot><subscribe>{title}</subscribe></foot>")


@pytest.mark.parametrize(
    "head",
    [
        "<byline>a<footnote>b</footnote></byline>",
        "<abstract><p>a<footnote>b</footnote></p></abstract>",
        "<abstract><list><item>a<em>b<footnote>c</footnote></em></item></list></abstract>",
    ],
)
def test_no_footnote_stands_in_the_head(head):
    assert codes(head=head) == ["note-in-head"]


def test_five_sections_are_read_and_a_sixth_is_refused():
    def nested(depth: int) -> str:
        return "<section><title>t</title>" * depth + "<p>x</p>" + "</section>" * depth

    assert value(nested(5))
    assert problems(release(nested(6))) == ["3:132 section-depth"]
    assert codes(nested(8)) == ["section-depth"]


@pytest.mark.parametrize("blank", ["", " \n", "\u00a0", "\u3000 \u200c", "<em/>", "<br/>"])
@pytest.mark.parametrize(
    "element",
    [
        "<p>{}</p>",
        "<list><item>{}</item></list>",
        "<section><title>{}</title><p>x</p></section>",
        "<verse><line>{}</line></verse>",
        "<table><caption>{}</caption><rows><row><header>x</header></row></rows></table>",
        "<table><caption>x</caption><rows><row><header>{}</header></row></rows></table>",
    ],
)
def test_an_element_of_text_may_not_be_empty(element, blank):
    assert codes(element.format(blank)) == ["empty-element"]


@pytest.mark.parametrize("blank", ["", "\u00a0", "<span> </span>"])
def test_an_alternative_text_may_not_be_empty(blank):
    image = f'<figure><image src="a"><alt>{blank}</alt></image></figure>'
    assert codes(image) == ["empty-element"]


def test_a_paragraph_of_nothing_but_a_footnote_is_empty():
    assert codes("<p><footnote>a</footnote></p>") == ["empty-element"]


def test_a_cell_may_be_empty():
    table = "<table><caption>x</caption><rows><row><header>x</header><cell/></row></rows></table>"
    (found,) = value(table).body.content
    assert isinstance(found, m.Table)
    assert found.bodies[0][0].cells[1] == m.Cell(m.Running(()))


def test_blocks_and_running_text_do_not_mix():
    assert codes("<list><item>a<p>b</p></item></list>") == ["misplaced-text"]
    assert codes("<list><item><em>a</em><p>b</p></item></list>") == ["unknown-element"]


def test_an_abbreviation_without_expansion_is_refused_as_the_schema_does():
    assert codes("<p><abbr>OTAN</abbr></p>") == ["missing-element"]


def test_elements_out_of_order_are_named_once():
    (problem,) = errors(release(head="<number>1</number><slugline>s</slugline>"))
    assert problem.message == "slugline in head must stand before number"


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "vbscript:x", "urn:x"],
)  # fmt: skip
def test_a_scheme_that_no_release_needs_is_refused(href):
    assert codes(f'<p>a<a href="{href}">b</a></p>') == ["link-scheme"]


@pytest.mark.parametrize(
    "href",
    ["", "a b", "http://", "https:///a", "http://a:99999/", "java\tscript:x", "a\u202Eb", "%zz",
     "http://[x]/", "a[b]", "1:b"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_refused(href):
    assert codes(f'<p>a<a href="{href}">b</a></p>') == ["bad-address"]


@pytest.mark.parametrize(
    "href",
    ["https://example.org/a?b=c&amp;d#e", "HTTP://EXAMPLE.ORG", "mailto:a@b.example", "#p1",
     "tel:+212537000000", "a/b:c.html", "//cdn.example/a", "https://пример.рф/я", "?a:b"],
)  # fmt: skip
def test_an_address_that_leads_somewhere_is_read(href):
    assert value(f'<p>a<a href="{href}">b</a></p>')


def test_a_bad_character_of_an_address_is_named():
    (problem,) = errors(release('<p>a<a href="b c">d</a></p>'))
    assert problem.message == "href='b c' on a: write ' ' percent-encoded, as %20"


# ---- tables ------------------------------------------------------------------------------------


def grid(*rows: str) -> str:
    inner = "".join(f"\n<row>{row}</row>" for row in rows)
    return f"<table><caption>c</caption><rows>{inner}</rows></table>"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (("<cell/><cell/>", "<cell/>"), 5),
        (("<cell/>", "<cell/><cell/>"), 5),
        (("<cell row-span='3'/><cell/>", "<cell/>"), 4),
        (("<cell/><cell row-span='2'/><cell/>", "<cell column-span='2'/>"), 5),
        (("<cell row-span='2'/><cell/>", "<cell/><cell/>"), 5),
    ],
    ids=["short", "long", "span leaves", "overlap", "span forgotten"],
)
def test_a_ragged_table_is_refused_at_the_row_that_shows_it(rows, line):
    assert problems(release(grid(*rows))) == [f"{line}:1 table-grid"]


@pytest.mark.parametrize(
    "rows",
    [
        ("<cell row-span='2'/><cell/>", "<cell/>"),
        ("<cell/><cell row-span='2' column-span='2'/>", "<cell/>"),
        ("<cell column-span='3'/>", "<cell/><cell/><cell/>"),
        ("<cell/><cell row-span='3'/><cell/>", "<cell/><cell row-span='2'/>", "<cell/>"),
    ],
)
def test_spans_that_fill_a_rectangle_are_read(rows):
    assert value(grid(*rows))


def test_groups_of_one_table_are_equally_wide():
    table = (
        "<table><caption>c</caption><head><row><header>a</header></row></head>"
        "\n<rows><row><cell/><cell/></row></rows></table>"
    )
    assert problems(release(table)) == ["4:7 table-grid"]


def test_a_span_has_a_limit():
    assert codes(grid("<cell column-span='1001'/>")) == ["bad-value"]


def test_cells_are_placed_by_row_and_column():
    table = value(grid("<cell row-span='2'/><cell column-span='2'/>", "<cell/><cell/>"))
    placed = place_cells(table.body.content[0].bodies[0])
    assert [(one.row, one.column) for one in placed.cells] == [(0, 0), (0, 1), (1, 1), (1, 2)]
    assert (placed.n_rows, placed.n_columns) == (2, 3)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<cell column-span="x">b</cell>', "bad-value"),
        ('<cell row-span="0">b</cell>', "bad-value"),
        ("<cel>b</cel>", "unknown-element"),
    ],
)
def test_a_cell_that_is_refused_is_not_counted(cell, code):
    rows = f"<row>{cell}</row><row><cell>c</cell><cell>d</cell></row>"
    assert codes(f"<table><caption>a</caption><rows>{rows}</rows></table>") == [code]


# ---- dates -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when",
    ["2018-06-26", "2018-06-26T10:00:00", "2018-06-26T10:00:00Z", "2018-06-26T10:00:00.25+02:00",
     "0001-01-01", "2018-06-26T23:59:59-14:00", " 2018-06-26 "],
)  # fmt: skip
def test_days_and_moments_are_read(when):
    issued = value(head=f'<issued when="{when}"/>').head.issued
    assert issued.isoformat().replace("+00:00", "Z").replace(".250000", ".25") == when.strip()


@pytest.mark.parametrize(
    "when",
    ["2018-02-29", "0000-01-01", "2018-06-26T10:00", "2018-06-26 10:00:00", "2018-06-26Z",
     "2018-06-26T24:00:00", "2018-06-26T10:00:60", "2018-06-26T10:00:00+14:01", "26/06/2018",
     "12018-06-26", "2018-6-26", "٢٠١٨-06-26"],
)  # fmt: skip
def test_what_is_no_day_or_moment_is_refused(when):
    assert codes(head=f'<issued when="{when}"/>') == ["bad-value"]


def test_an_embargo_needs_its_offset():
    embargo = '<distribution key="embargoed" until="2018-06-26T10:00:00{}"/>'
    assert codes(head=embargo.format("")) == ["bad-value"]
    assert value(head=embargo.format("+02:00"))


@pytest.mark.parametrize(
    ("issued", "updated"),
    [
        ("2018-06-26", "2018-06-25"),
        ("2018-06-26T10:00:00Z", "2018-06-26T11:59:59+02:00"),
        ("2018-06-26T10:00:00", "2018-06-26T09:59:59"),
        ("2018-06-26", "2018-06-24T00:00:00Z"),
    ],
)
def test_a_date_before_the_one_it_follows_is_refused(issued, updated):
    head = f'<issued when="{issued}"/><updated when="{updated}"/>'
    assert codes(head=head) == ["date-order"]


@pytest.mark.parametrize(
    ("issued", "expires"),
    [
        ("2018-06-26", "2018-06-26"),
        ("2018-06-26", "2018-06-25T23:30:00Z"),  # the 26th in Paris
        ("2018-06-27T00:30:00", "2018-06-26T23:00:00Z"),  # half an hour later in Paris
        ("9999-12-31", "9999-12-31T23:59:59-14:00"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01"),
    ],
)
def test_dates_that_may_be_in_order_somewhere_are_read(issued, expires):
    assert value(head=f'<issued when="{issued}"/><expires when="{expires}"/>')


@pytest.mark.parametrize("key", ["immediate", "restricted", "other"])
def test_only_an_embargo_has_an_end(key):
    source = release(head=f'<distribution key="{key}" until="2027-10-25T01:30:00Z"/>')
    assert problems(source) == ["2:29 unknown-attribute"]
    (problem,) = errors(source)
    assert problem.message == (
        f"until on distribution is the end of an embargo, and key='{key}' is none"
    )
    assert problem.hint == (
        'write key="embargoed" if it is not for all before that; else remove until'
    )


@pytest.mark.parametrize("key", ['key="embargo" ', ""])
def test_the_end_of_an_embargo_whose_key_is_wrong_is_no_second_problem(key):
    assert len(codes(head=f'<distribution {key}until="2027-10-25T01:30:00Z"/>')) == 1


def test_a_correction_before_the_day_of_issue_is_refused():
    head = '<issued when="2026-01-01"/>\n<correction when="2025-12-01">a</correction>'
    source = release(head=head)
    assert problems(source) == ["3:1 date-order"]
    assert errors(source)[0].message == "correction 2025-12-01 is before issued 2026-01-01"


@pytest.mark.parametrize(
    "expires", ["2027-05-01", "2027-05-04T09:59:59+02:00", "2027-05-04T08:00:00Z"]
)
def test_a_release_that_expires_under_embargo_is_refused(expires):
    until = "2027-05-04T10:00:00+02:00"
    embargo = f'<distribution key="embargoed" until="{until}"/>'
    source = release(head=f'{embargo}\n<expires when="{expires}"/>')
    assert problems(source) == ["3:1 date-order"]
    assert errors(source)[0].message == (
        f"expires {expires.replace('Z', '+00:00')} is not after the end of the embargo, {until}: "
        "it would never be public"
    )
    assert errors(source)[0].hint == "correct one of the two"


@pytest.mark.parametrize("expires", ["2027-05-04", "2027-05-04T10:00:01+02:00"])
def test_a_release_may_expire_on_the_day_on_which_its_embargo_ends(expires):
    embargo = '<distribution key="embargoed" until="2027-05-04T10:00:00+02:00"/>'
    assert value(head=f'{embargo}<expires when="{expires}"/>')


@pytest.mark.parametrize(
    "dates",
    [
        '<issued when="2026-01-01"/><updated when="x"/><expires when="2026-01-02"/>',
        '<issued when="2026-01-01"/><expires/>',
        '<issued when="x"/><expires when="0001-01-01"/>',
        '<issued when="2026-01-01"/><correction when="x">a</correction>',
        '<distribution key="embargoed" until="2027-05-04T10:00:00Z"/><expires when="x"/>',
        '<distribution key="embargoed" until="x"/><expires when="2026-01-01"/>',
    ],
)
def test_a_date_that_is_wrong_is_one_problem(dates):
    assert len(codes(head=dates)) == 1


def test_a_correction_leads_to_no_version_that_is_still_to_come():
    head = '\n<correction when="2026-01-02" to-version="7">a</correction>'
    source = release(head=head, start=' version="1"')
    assert problems(source) == ["3:1 version-order"]
    (problem,) = errors(source)
    assert problem.message == "to-version=7 on correction, but this is version 1 of the release"
    assert problem.hint == 'write to-version="1" or lower, or a higher version on release'


@pytest.mark.parametrize("start", ["", ' version="7"', ' version="8"'])
def test_a_correction_leads_to_the_version_or_to_one_before_it(start):
    assert value(head='<correction when="2026-01-02" to-version="7">a</correction>', start=start)


@pytest.mark.parametrize("versions", [("x", "7"), ("1", "x")])
def test_a_version_that_is_wrong_is_one_problem(versions):
    version, to = versions
    head = f'<correction when="2026-01-02" to-version="{to}">a</correction>'
    assert codes(head=head, start=f' version="{version}"') == ["bad-value"]


# ---- editions ----------------------------------------------------------------------------------


def test_an_edition_is_named_once_and_never_itself():
    head = '<edition hreflang="en"/><edition hreflang="EN"/><edition hreflang="fr"/>'
    assert codes(head=head) == ["duplicate-edition", "duplicate-edition"]


def test_status_takes_no_mark_that_cannot_be_seen():
    assert codes(head="<status>\u200eusable</status>") == ["bad-value"]
    assert value(head="<status> usable\n</status>").head.status is m.Status.USABLE
