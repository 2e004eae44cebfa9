"""What would stand in a wrong order becomes a part with a direction, and nothing else does."""

from __future__ import annotations

import re
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import releases

from pressconv import model as m
from pressconv.bidi import visual, without_controls
from pressconv.isolation import isolated, spans
from pressconv.isolation.spans import isolates
from pressconv.text import inline_text
from pressconv.transforms import apply_isolation

LTR, RTL = m.Direction.LTR, m.Direction.RTL


def shown(nodes):
    """Write running text with its parts in brackets, their direction first."""
    return "".join(map(_shown, nodes))


def _shown(node):
    match node:
        case m.Text(value):
            return value
        case m.LineBreak():
            return "\n"
        case _:
            pass
    inner = shown(node.children) if hasattr(node, "children") else node.text
    side = f"{node.dir}:" if node.dir else ""
    return f"{{{side}{inner}}}" if isinstance(node, m.Span) else f"[{side}{inner}]"


def parts(text, base):
    return shown(isolated((m.Text(text),), base))


def em(*children):
    return m.Emphasis(tuple(m.Text(one) if isinstance(one, str) else one for one in children))


@pytest.mark.parametrize(
    ("text", "isolated_text"),
    [
        ("هاتف: +1 202-555-0100", "هاتف: {ltr:+1 202-555-0100}"),
        ("اتصل 05 37 67 65 11 الآن", "اتصل {ltr:05 37 67 65 11} الآن"),
        ("تلفن ۰۲۱-۸۸۷۷-۱۲", "تلفن {ltr:۰۲۱-۸۸۷۷-۱۲}"),
        ("رقم 555-0100", "رقم {ltr:555-0100}"),
        ("في 2018-06-26 قال", "في {ltr:2018-06-26} قال"),
        ("انظر https://example.org/ar/ هنا", "انظر {ltr:https://example.org/ar/} هنا"),
        ("حساب @state ووسم #news", "حساب {ltr:@state} ووسم {ltr:#news}"),
        ("بسعر $1.5 مليون", "بسعر {ltr:$1.5} مليون"),
        ("בסך $ 20 בלבד", "בסך {ltr:$ 20} בלבד"),
        ("نسبة 50% و 12,5 %", "نسبة {ltr:50%} و {ltr:12,5 %}"),
        ("درجة -5 °C", "درجة {ltr:-5 °C}"),
        ("بفارق \u22124,5% أي ±15 %", "بفارق {ltr:\u22124,5%} أي {ltr:±15 %}"),
        ("بلغت \u22125 و+3 °C", "بلغت {ltr:\u22125} و{ltr:+3 °C}"),
        ("طول 85 mm و 3×4 m", "طول {ltr:85 mm} و {ltr:3×4 m}"),
        ("في U.S.", "في {ltr:U.S.}"),
        ("لغة C++ ثم C# ثم", "لغة {ltr:C++} ثم {ltr:C#} ثم"),
    ],
)
def test_what_a_leftward_line_would_take_apart_is_isolated(text, isolated_text):
    assert parts(text, RTL) == isolated_text


@pytest.mark.parametrize(
    "text",
    [
        "قال U.S. Department of State (DOS) إن",
        "بريد press@example.org.",
        "(NATO) و NATO (OTAN)",
        "شبكة 5G و COVID-19 و F-16",
        "القرار S/RES/2254 (2015) نص",
        "نسبة ٥٠٪ و ۵۰٪ ومبلغ 5 €",
        "تاريخ 26/06/2018 والوقت 10:30 ونسبة 3:1",
        "الفترة 2018-2020",
        "بلغ 1\u00a0250\u00a0300 نسمة و 12.5 و 1,250",
        "1\u202f240,0",
        "وسم #السلام وحساب @السلام",
        "٢٦-٦-٢٠١٨",
        "שנת 2018-2020 ו-50%",
        "الفترة 2018-20",
        "كلام عربي بلا شيء آخر.",
    ],
)
def test_what_stands_in_its_order_stays_as_it_is(text):
    assert parts(text, RTL) == text


@pytest.mark.parametrize(
    ("text", "isolated_text"),
    [
        ("the phrase פעילות הבינאום 5 times", "the phrase {rtl:פעילות הבינאום} 5 times"),
        ("call محمد +1 202-555-0100 now", "call محمد {ltr:+1 202-555-0100} now"),
        ("names محمد, علي (2018)", "names {rtl:محمد, علي} (2018)"),
        ("the book مدخل إلى النحو, in Arabic", "the book مدخل إلى النحو, in Arabic"),
        ("No such letter here: +1 202-555-0100, $5", "No such letter here: +1 202-555-0100, $5"),
    ],
)
def test_a_rightward_line_isolates_leftward_words_from_what_follows(text, isolated_text):
    assert parts(text, LTR) == isolated_text


def test_a_run_that_goes_across_elements_becomes_one_part():
    run = (m.Text("قال "), em("NATO"), m.Text(" 2018 إن"))
    assert shown(isolated(run, RTL)) == "قال {ltr:[NATO] 2018} إن"
    power = (m.Text("نحو 10"), m.Superscript((m.Text("6"),)), m.Text(" نسمة"))
    assert shown(isolated(power, RTL)) == "نحو {ltr:10[6]} نسمة"


def test_an_element_that_is_all_of_a_part_says_the_direction_itself():
    link = m.Link("https://a.example/", (m.Text("https://a.example/"),))
    assert shown(isolated((m.Text("انظر "), link, m.Text(" هنا")), RTL)) == (
        "انظر [ltr:https://a.example/] هنا"
    )
    deep = m.Link("x", (m.Text("Global "), em("Coalition"), m.Text(" Forces")))
    assert shown(isolated((m.Text("من "), deep, m.Text(" هنا")), RTL)) == (
        "من [ltr:Global [Coalition] Forces] هنا"
    )
    code = m.Code("rm -rf /")
    assert shown(isolated((m.Text("أمر "), code, m.Text(" هنا")), RTL)) == "أمر [ltr:rm -rf /] هنا"


def test_a_part_ends_where_an_element_ends_that_it_begins_in():
    run = (em("قال NATO"), m.Text(" 2018 ثم"))
    assert shown(isolated(run, RTL)) == "[قال {ltr:NATO}] {ltr:2018} ثم"


def test_marks_of_the_other_direction_alone_make_no_part():
    assert parts("<ab,c \u061b\u06f3", LTR) == "<ab,c \u061b\u06f3"


def test_a_marked_part_stays_and_is_treated_as_a_text_of_its_own():
    marked = m.Span((m.Text("هاتف +1 202-555-0100"),), dir=RTL)
    run = (m.Text("in English, "), marked, m.Text(", 5 times"))
    assert shown(isolated(run, LTR)) == "in English, {rtl:هاتف {ltr:+1 202-555-0100}}, 5 times"
    foreign = m.Span((m.Text("U.S."),), lang="en")
    assert isolated((m.Text("في "), foreign), RTL) == (m.Text("في "), foreign)


def test_a_note_keeps_the_direction_of_its_block_wherever_it_is_called():
    note = m.Footnote((m.Text("هاتف +1 202-555-0100"),))
    run = (m.Text("قوات NATO"), note, m.Text(" Alliance هنا"))
    assert shown(isolated(run, RTL)) == (
        "قوات {ltr:NATO[rtl:هاتف {ltr:+1 202-555-0100}] Alliance} هنا"
    )


def test_each_line_of_a_block_is_a_line_of_its_own():
    run = (m.Text("شارع NATO"), m.LineBreak(), m.Text("2018 قال"))
    assert shown(isolated(run, RTL)) == "شارع NATO\n2018 قال"


def test_the_transform_knows_the_direction_of_every_part():
    release = m.Release(
        id="x",
        lang="ar",
        head=m.Head(headline=(m.Text("هاتف +1 202-555-0100"),)),
        body=m.Body(
            content=(
                m.Paragraph((m.Text("call +1 202-555-0100"),), lang="en"),
                m.Paragraph((m.Text("هاتف +1 202-555-0100"),), lang="fa"),
            )
        ),
    )
    changed = apply_isolation(release)
    assert shown(changed.head.headline) == "هاتف {ltr:+1 202-555-0100}"
    texts = [shown(one.children) for one in changed.body.content if isinstance(one, m.Paragraph)]
    assert texts == ["call +1 202-555-0100", "هاتف {ltr:+1 202-555-0100}"]


def test_the_address_of_a_contact_stays_as_it_is():
    number = m.Channel(m.ChannelKind.TELEPHONE, (m.Text("+1 202-555-0100"),))
    release = m.Release(
        id="x",
        lang="ar",
        head=m.Head(headline=(m.Text("x"),)),
        body=m.Body(content=(m.Paragraph((m.Text("x"),)),)),
        foot=m.Foot(contacts=(m.Contact(channels=(number,)),)),
    )
    assert apply_isolation(release) == release


# ---- laws ----------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        *("سلام", "قال", "ريال", "שלום", "NATO", "OTAN", "C++", "U.S.", "été", "北京", "50%", "€"),
        *("+1 202-555-0100", "2018-06-26", "https://a.example/b/", "a@b.example", "@x", "#y", "$5"),
        *("12", "3:1", "10:30", "1,250", "-5", "85 mm", "٢٠١٨", "۱۴۰۵", "(", ")", "[", "]", "«"),
        *("»", "،", ".", ":", "-", "–", "/", "\u00a0", "\ufffc", "\u200c", "…"),
    ]
)
LINES = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", " "]))).map(
    lambda words: "".join(word + space for word, space in words)
)
BASE = st.sampled_from([LTR, RTL])


def runs_of(draw_from):
    element = st.sampled_from([m.Emphasis, m.Strong, m.Superscript])
    leaves = draw_from.filter(bool).map(m.Text)
    inner = st.recursive(
        leaves,
        lambda children: st.builds(
            lambda kind, nodes: kind(tuple(nodes)),
            element,
            st.lists(children, min_size=1, max_size=3),
        ),
        max_leaves=6,
    )
    return st.lists(inner | st.just(m.LineBreak()), min_size=1, max_size=5).map(tuple)


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "\u0627",
                    "\u0642\u0627\u0644",
                    "\u05e9\u05dc",
                    "\u0644\u064e",
                    "12",
                    "3",
                    "\u0663",
                    "\u06f4",
                ),
                *(
                    "\u0661\u0662",
                    *".,:;!?()[]«»“”‘’،؛؟…'\"-/–—",
                    *"   ",
                    "\u00a0",
                    "\u202f",
                    "%",
                    "A",
                    "Ab",
                ),
            ]
        ),
        max_size=10,
    ).map("".join)
)
def test_what_is_told_to_be_in_order_at_a_glance_is(text):
    quick = isolates(text, RTL)
    with mock.patch.object(spans, "_calm", return_value=re.compile("(?!)")):
        assert isolates(text, RTL) == quick


@given(LINES, BASE)
@example("-5NATO", RTL)
def test_isolating_twice_changes_nothing(text, base):
    once = isolated((m.Text(text),), base) if text else ()
    assert isolated(once, base) == once


@given(runs_of(LINES), BASE)
def test_isolating_elements_twice_changes_nothing(run, base):
    once = isolated(run, base)
    assert inline_text(once) == inline_text(run)
    assert isolated(once, base) == once


@given(LINES, BASE)
@example("été 北京שלום [ @x שלום 12", LTR)
def test_no_part_is_made_that_changes_nothing(text, base):
    found = isolates(text, base)
    for one in found:
        assert seen(text, found, base) != seen(
            text, [other for other in found if other is not one], base
        )


def seen(text, spans, base):
    for start, end, side in reversed(spans):
        mark = {LTR: "\u2066", RTL: "\u2067"}[side]
        text = f"{text[:start]}{mark}{text[start:end]}\u2069{text[end:]}"
    return without_controls(visual(text, base))


@given(LINES)
def test_no_part_is_made_where_nothing_runs_against_the_line(text):
    plain = re.sub("[\u0590-\u08ff]", "", text)
    assert isolates(plain, LTR) == []


@given(releases())
def test_a_release_keeps_its_words_and_is_isolated_once(release):
    once = apply_isolation(release)
    assert apply_isolation(once) == once
