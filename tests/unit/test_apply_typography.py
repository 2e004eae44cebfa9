"""Typography on a release: across elements, by each part's language, and twice as once."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import releases
from typographic_texts import TAGS, inlines

from pressconv import model as m
from pressconv.languages import Choices
from pressconv.readers.xml import read
from pressconv.text import inline_text
from pressconv.transforms import apply_typography
from pressconv.walk import descendants
from pressconv.writers.xml import write_xml


def paragraph(inner: str, lang: str = "fr", choices: Choices | None = None) -> m.Paragraph:
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>x</headline></head><body><p>{inner}</p></body></release>"
    )
    made = apply_typography(read(text.encode()).value, choices or Choices())
    (block,) = made.body.content
    assert isinstance(block, m.Paragraph)
    return block


def text(inner: str, lang: str = "fr", choices: Choices | None = None) -> str:
    return inline_text(paragraph(inner, lang, choices).children)


def written(inner: str, lang: str = "fr") -> str:
    """Return a paragraph as canonical XML, its entities resolved."""
    release = m.Release(
        id="r",
        lang=lang,
        head=m.Head(headline=(m.Text("x"),)),
        body=m.Body(content=(paragraph(inner, lang),)),
    )
    found = re.search("<p>(.*)</p>", html.unescape(write_xml(release).decode()), re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("Quelle <em>surprise</em> !", "Quelle surprise\u202f!"),
        ("Quelle <em>surprise</em>!", "Quelle surprise\u202f!"),
        ('Il dit: "<strong>Non</strong>"', "Il dit\u00a0: «\u00a0Non\u00a0»"),
        ('« <a href="https://example.org/">Oui</a> »', "«\u00a0Oui\u00a0»"),
        ('le <time when="2018-06-26">26 juin</time> 2018', "le 26\u00a0juin 2018"),
        ('<num value="12">12</num>%', "12\u00a0%"),
        ("au XX<sup>e</sup> siècle", "au XXe\u00a0siècle"),
        ("M. <name>Dupont</name>", "M.\u00a0Dupont"),
    ],
)
def test_a_rule_sees_across_elements(inner, expected):
    assert text(inner) == expected


def test_what_a_rule_sets_stays_in_the_element_of_its_mark():
    made = paragraph('"<em>Non</em>"')
    assert made.children == (
        m.Text("«\u00a0"),
        m.Emphasis((m.Text("Non"),)),
        m.Text("\u00a0»"),
    )


@pytest.mark.parametrize(
    "inner",
    [
        "<code>if x ; then y !</code>",
        "https://example.org/?a;b",
        '<code>"a"</code>',
        'rue <em>s.p.</em><br/>"',
    ],
)
def test_code_and_addresses_stay_as_they_are(inner):
    code = [one for one in descendants(paragraph(inner)) if isinstance(one, m.Code)]
    assert all(one.text in inner for one in code)
    assert "\u202f" not in text(inner)


@pytest.mark.parametrize(
    ("lang", "inner", "expected"),
    [
        ("fr", "mot -<em> mot</em>", "mot\u00a0–<em> mot</em>"),
        ("fr", "mot -<em>- mot</em>", "mot\u00a0–<em> mot</em>"),
        ("fr", "Quoi<em> ?</em>", "Quoi<em>\u202f?</em>"),
        ("fr", "Quoi<em> </em>?", "Quoi<em>\u202f</em>?"),
        ("fr", "<em>( </em>Oui<em> )</em>", "<em>(</em>Oui<em>)</em>"),
        ("fr", "Bonjour <em>,monsieur</em>", "Bonjour<em>, monsieur</em>"),
        ("fr", "1 <em>000</em> 000", "1\u202f<em>000</em>\u202f000"),
        ("fr", "l<em>'État</em>", "l<em>’État</em>"),
        ("fr", '<em>"Non</em>"', "<em>«\u00a0Non</em>\u00a0»"),
        (
            "fr",
            "<strong>«</strong> Non <strong>»</strong>",
            "<strong>«\u00a0</strong>Non<strong>\u00a0»</strong>",
        ),
        ("en", "word<em>--</em>word", "word<em>—</em>word"),
        ("en", "the <em>'</em>90s", "the <em>’</em>90s"),
        ("ru", "т. <em>е.</em>", "т.\u00a0<em>е.</em>"),
        ("fa", "می <em>خواهم</em>", "می\u200c<em>خواهم</em>"),
        ("fa", "<em>20</em>22", "<em>۲۰</em>۲۲"),
        ("he", '<em>צה</em>"ל', "<em>צה</em>״ל"),
        ("he", 'ב"<em>הארץ</em>"', "ב”<em>הארץ</em>”"),
        ("ar", "<em>نعم</em> ,لا", "<em>نعم</em>، لا"),
        ("zh-Hans", "<em>你好</em> , <em>世界</em>", "<em>你好</em>，<em>世界</em>"),
        ("zh-Hans", "<q>你<q>好</q></q>.", "<q>“你<q>‘好’</q>”</q>。"),
        ("es", "—<em> Sí</em>", "—<em>Sí</em>"),
        ("hi", "है<em> ।</em>", "है<em>\u00a0।</em>"),
    ],
)
def test_each_element_keeps_its_own_part_of_what_is_set(lang, inner, expected):
    assert written(inner, lang) == expected


@pytest.mark.parametrize("inner", ["Oui<em>.</em>..", "Oui ..<em>.</em>"])
def test_no_element_is_emptied(inner):
    assert all(one.children for one in descendants(paragraph(inner)) if isinstance(one, m.Emphasis))


def test_a_part_in_another_language_follows_its_own_rules():
    inner = 'il a dit <span xml:lang="en">"Yes" !</span> ; puis <q xml:lang="en">no \'yes\'</q>'
    assert text(inner) == "il a dit “Yes”!\u202f; puis «\u00a0no ‘yes’\u00a0»"


def test_the_original_of_a_name_follows_the_rules_of_its_language():
    inner = '<name>Хелена<original xml:lang="en">Helena J. O\'Hara</original></name>'
    (name,) = (one for one in descendants(paragraph(inner, "ru")) if isinstance(one, m.Name))
    assert name.original == m.Original("Helena J.\u00a0O’Hara", lang="en")


def test_quotations_get_the_marks_of_the_language_around_them():
    quoted = 'il dit <q>oui, <q>non</q></q> et <q xml:lang="en">yes</q>'
    assert text(quoted) == "il dit «\u00a0oui, “non”\u00a0» et «\u00a0yes\u00a0»"


def test_a_quotation_in_typed_marks_is_nested():
    assert text('"Il dit <q>oui</q> hier"') == "«\u00a0Il dit “oui” hier\u00a0»"


def test_marks_typed_into_a_quotation_are_not_doubled():
    assert text('il dit <q>"oui"</q>') == "il dit «\u00a0oui\u00a0»"
    assert text("il dit <q>« oui »</q>") == "il dit «\u00a0oui\u00a0»"
    assert text('<q>"Oui", dit-il, "non"</q>') == "«\u00a0“Oui”, dit-il, “non”\u00a0»"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<q>Non</q><q>Oui</q>", "«\u00a0Non\u00a0»«\u00a0Oui\u00a0»"),
        ("<q><q>Non</q></q>", "«\u00a0“Non”\u00a0»"),
        ("<q><q>a</q> <q>b</q></q>", "«\u00a0“a” “b”\u00a0»"),
        ("<q>a <q>b <q>c</q></q></q>", "«\u00a0a “b «\u00a0c\u00a0»”\u00a0»"),
        ('"<q>b</q>"', "«\u00a0“b”\u00a0»"),
        ("<q>« a » et « b »</q>", "«\u00a0“a” et “b”\u00a0»"),
        ("<q>''Oui''</q>", "«\u00a0“Oui”\u00a0»"),
        ('<q>"<em>a</em>"</q>', "«\u00a0<em>a</em>\u00a0»"),
        ("<q>l'eau</q>", "«\u00a0l’eau\u00a0»"),
    ],
)
def test_quotations_nest_and_stand_side_by_side(inner, expected):
    assert written(inner).replace("<q>", "").replace("</q>", "") == expected


def test_a_mark_without_its_partner_leaves_the_quotation_its_own():
    assert text('<q>b"</q>') == '«\u00a0b"\u00a0»'
    assert text("<q>'Tis so</q>", "en") == "“’Tis so”"


def test_a_quotation_over_two_paragraphs_nests_what_stands_in_it():
    assert text('« Il dit "oui"') == "«\u00a0Il dit “oui”"
    assert text('Il dit "oui" ».') == "Il dit “oui”\u00a0»."


def test_a_note_is_a_text_of_its_own():
    made = paragraph('Non<footnote>dit "oui"</footnote> !')
    (footnote,) = (one for one in descendants(made) if isinstance(one, m.Footnote))
    assert inline_text(footnote.children) == "dit «\u00a0oui\u00a0»"
    assert inline_text(made.children) == "Non\u202f!"


def test_the_house_chooses():
    assert text("Non !", choices=Choices(profile="no-thin")) == "Non!"
    assert text("Non !", choices=Choices(profile="all-nnbsp")) == "Non\u202f!"
    assert text("в Москве", "ru") == "в Москве"
    assert text("в Москве", "ru", Choices(level="strict")) == "в\u00a0Москве"


def test_titles_of_other_editions_follow_their_own_language():
    source = (
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head>'
        '<headline>x</headline><edition hreflang="fr">Non !</edition></head>'
        "<body><p>x</p></body></release>"
    )
    made = apply_typography(read(source.encode()).value)
    assert made.head.editions[0].title == "Non\u202f!"


@settings(max_examples=150)
@given(releases())
def test_typography_twice_is_typography_once(release):
    once = apply_typography(release)
    assert apply_typography(once) == once


@settings(max_examples=300)
@given(st.sampled_from(TAGS).flatmap(lambda tag: st.tuples(st.just(tag), inlines(tag))))
def test_a_tree_full_of_marks_is_set_once(tagged):
    tag, run = tagged
    release = m.Release(
        id="r",
        lang=tag,
        head=m.Head(headline=(m.Text("x"),)),
        body=m.Body(content=(m.Paragraph(run),)),
    )
    once = apply_typography(release)
    assert apply_typography(once) == once
    code = [
        [one for one in descendants(tree) if isinstance(one, m.Code)] for tree in (once, release)
    ]
    assert code[0] == code[1]


def test_a_language_without_a_file_keeps_its_text_and_gets_marks_for_quotations_only():
    typed = "Han sa: ”Nu” – 5 % av 'dem'..."
    assert text(f"{typed} <q>ja</q>", "sv") == f"{typed} “ja”"
    assert text('Sade <span xml:lang="sv">"5 %"</span> and "so"', "en") == 'Sade "5 %" and “so”'
