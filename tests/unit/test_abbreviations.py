"""Abbreviations: explained in words at the first use, once, where the author has not done it."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import Phase, given, settings
from strategies import releases

from pressconv import model as m
from pressconv.languages import Choices
from pressconv.options import Abbreviations
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.reading import reading_text
from pressconv.text import inline_text, letters
from pressconv.transforms import apply_abbreviations, apply_typography, transforms, unexplained
from pressconv.walk import descendants

KEEP = Abbreviations.KEEP
UN = "<abbr>UN<expansion>United Nations</expansion></abbr>"
EU = "<abbr>EU<expansion>European Union</expansion></abbr>"


def release(body: str, lang: str = "en", head: str = "<headline>x</headline>", foot: str = ""):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>{head}</head>'
        f"<body>{body}</body><foot>{foot}</foot></release>"
    )
    return read(text.encode()).value


def blocks(body, lang="en", **parts):
    made = apply_abbreviations(release(body, lang, **parts))
    return [block for block in reading_text(present(made)) if block != "x"]


def line(inner, lang="en"):
    (found,) = blocks(f"<p>{inner}</p>", lang)
    return found


def left(made: m.Release) -> list[m.Abbreviation]:
    """Return the abbreviations that keep an expansion of their own."""
    found = [node for node in descendants(made) if isinstance(node, m.Abbreviation)]
    return [node for node in found if node.expansion]


@pytest.mark.parametrize(
    ("inner", "lang", "expected"),
    [
        (f"The {UN} meets.", "en", "The UN (United Nations) meets."),
        (f"The {UN}. The {UN}.", "en", "The UN (United Nations). The UN."),
        (f"The <em>{UN}</em>!", "en", "The UN (United Nations)!"),
        (f"The {UN}’s chair", "en", "The UN’s (United Nations) chair"),
        (f"all {UN}s of", "en", "all UNs (United Nations) of"),
        (f"die {EU}-Richtlinie gilt", "de", "die EU-Richtlinie (European Union) gilt"),
        (f"{EU}'nin kararı", "tr", "EU'nin (European Union) kararı"),
        (f"{UN}は発表した", "ja", "UN（United Nations）は発表した"),
        (f"{UN}가 발표", "ko", "UN(United Nations)가 발표"),
        (f"โดย{UN}ได้", "th", "โดยUN (United Nations)ได้"),
        (f"the {EU}<sup>2</sup> and", "en", "the EU (European Union)2 and"),
        (f"{UN} and {EU}", "en", "UN (United Nations) and EU (European Union)"),
        (f"the {UN}<footnote>A note.</footnote> meets", "en", "the UN (United Nations) meets"),
    ],
)
def test_the_words_stand_behind_the_first_use_in_the_brackets_of_the_language(
    inner, lang, expected
):
    assert blocks(f"<p>{inner}</p>", lang)[0] == expected


@pytest.mark.parametrize(
    ("inner", "lang"),
    [
        (f"United Nations ({UN})", "en"),
        (f"the <strong>United Nations</strong> (the {UN})", "en"),
        (f"{UN} (United Nations)", "en"),
        (f"{UN} (the United Nations)", "en"),
        (f"{UN}’s (the United Nations’) chair", "en"),
        (f"United Nations, {UN}, says", "en"),
        (f"the {UN} – United Nations – says", "en"),
        (f"United Nations, or {UN}, says", "en"),
        (f"{UN}, or United Nations, says", "en"),
        (f"UNITED  NATIONS<footnote>A note.</footnote> ({UN})", "en"),
        ("<abbr>БРП<expansion>Бюро предупреждения</expansion></abbr> (Бюро предупреждения)", "ru"),
        ("Бюру предупреждения (<abbr>БРП<expansion>Бюро предупреждения</expansion></abbr>)", "ru"),
        (
            'الأمم المتحدة (<abbr xml:lang="en">UN<expansion>United Nations</expansion></abbr>)',
            "ar",
        ),
        ("<abbr>UN<expansion>UN</expansion></abbr> meets", "en"),
    ],
)
def test_what_the_author_says_is_not_said_again(inner, lang):
    source = release(f"<p>{inner}</p>", lang)
    made = apply_abbreviations(source)
    assert reading_text(present(made)) == reading_text(present(source))


def test_brackets_that_hold_more_or_follow_nothing_introduce_nothing():
    assert line(f"some ({UN}, others)") == "some (UN (United Nations), others)"
    assert line(f"({UN})") == "(UN (United Nations))"
    assert line(f"<q>{UN}</q> meets") == "UN [United Nations] meets"


def test_words_that_stand_near_without_saying_so_introduce_nothing():
    assert line(f"United Nations. The {UN} says") == "United Nations. The UN (United Nations) says"
    assert line(f"The United Nations meet where the {UN} met").endswith("UN (United Nations) met")


def test_four_thousand_abbreviations_take_no_time_that_grows_with_their_square():
    parts = "".join(
        f"<abbr>A{at}<expansion>Agency {at} of all</expansion></abbr> "
        f"<em>x</em><footnote>y</footnote> "
        for at in range(4000)
    )
    source = release(f"<p>{parts}</p>")
    start = process_time()
    apply_abbreviations(source)
    assert process_time() - start < 8


def test_the_headline_and_headings_leave_it_to_the_text():
    head = f"<headline>{UN} meets</headline>"
    body = f"<section><title>{UN}</title><p>The {UN} and the {UN}.</p></section>"
    assert blocks(body, head=head) == [
        "UN meets",
        "UN",
        "The UN (United Nations) and the UN.",
    ]


def test_a_heading_says_it_where_no_text_does():
    head = f"<headline>{UN} meets</headline>"
    body = f"<section><title>{UN}</title><p>y</p></section>"
    assert blocks(body, head=head)[:2] == ["UN (United Nations) meets", "UN"]


def test_a_table_says_it_in_a_cell_rather_than_in_a_header():
    body = (
        f"<table><caption>{UN}</caption><head><row><header>{UN}</header></row></head>"
        f"<rows><row><cell>{UN}</cell></row></rows></table>"
    )
    assert blocks(body) == ["UN", "UN", "UN (United Nations)"]


def test_a_correction_is_read_first_and_a_note_after_its_block():
    head = (
        f"<headline>x</headline><abstract><p>{UN}</p></abstract>"
        f'<correction when="2026-05-04">the {UN}</correction>'
    )
    assert blocks("<p>y</p>", head=head)[1:3] == ["the UN (United Nations)", "UN"]
    noted = blocks(f"<p>One<footnote>the {UN}</footnote> of the {UN}.</p>")
    assert noted == ["One of the UN (United Nations).", "the UN"]


def test_the_words_of_others_get_square_brackets():
    quote = f"<quote><p>We, the {UN}!</p><attribution>A of the {EU}</attribution></quote>"
    assert blocks(quote) == ["We, the UN [United Nations]!", "A of the EU (European Union)"]
    assert line(f"he said <q>the {UN}</q>") == "he said the UN [United Nations]"
    assert line(f"<q>{UN}</q>", "zh-Hans") == "UN［United Nations］"


def test_an_expansion_keeps_its_language():
    made = apply_abbreviations(
        release(
            '<p><abbr xml:lang="fr">ONU<expansion>Nations unies</expansion></abbr> and '
            '<abbr>UN<expansion xml:lang="ar">الأمم المتحدة</expansion></abbr></p>'
        )
    )
    spans = [node for node in descendants(made) if isinstance(node, m.Span)]
    assert [(span.lang, inline_text(span.children)) for span in spans] == [
        ("fr", "Nations unies"),
        ("ar", "الأمم المتحدة"),
    ]


def test_typography_sets_the_words():
    source = release("<p><abbr>O<expansion>Office d'alerte</expansion></abbr></p>", "fr")
    made = apply_typography(apply_abbreviations(source))
    assert reading_text(present(made))[1] == "O (Office d’alerte)"


def test_a_use_that_words_explain_has_no_expansion_and_later_ones_keep_theirs():
    made = apply_abbreviations(
        release(f"<p>The {UN}, United Nations ({EU}), and later the {UN}.</p>")
    )
    assert [node.text for node in left(made)] == ["UN"]


def test_kept_texts_get_no_words_and_a_note():
    source = release(f"<p>The {UN} and the European Union ({EU}).</p>")
    made = apply_abbreviations(source, KEEP)
    assert reading_text(present(made)) == reading_text(present(source))
    assert [node.text for node in left(made)] == ["UN"]
    assert [one.code for one in unexplained(made)] == ["abbreviation-unexplained"]
    assert unexplained(apply_abbreviations(source)) == ()


def test_a_wording_that_is_never_printed_says_nothing():
    head = (
        '<headline>x</headline><translation from="fr" authoritative="fr" method="human">'
        f"<wording>{UN}</wording></translation>"
    )
    assert "The UN (United Nations)." in blocks(f"<p>The {UN}.</p>", head=head)


@given(releases())
def test_applied_twice_it_changes_nothing_more(source):
    once = apply_abbreviations(source)
    assert apply_abbreviations(once) == once
    kept = apply_abbreviations(source, KEEP)
    assert apply_abbreviations(kept, KEEP) == kept


@settings(phases=[Phase.generate])  # to shrink a whole release takes minutes
@given(releases())
def test_it_finds_its_words_again_when_they_are_set(source):
    for transform in transforms(Choices()):
        source = transform(source)
    assert apply_abbreviations(source) == source


@settings(phases=[Phase.generate])  # to shrink a whole release takes minutes
@given(releases())
def test_no_word_is_lost_and_what_is_explained_has_been_said(source):
    before, after = (
        reading_text(present(source)),
        reading_text(present(apply_abbreviations(source))),
    )
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        rest = iter(new)
        assert all(one in rest for one in old)
    text = letters("".join(after))
    wordings = (node for node in descendants(source) if isinstance(node, m.Wording))
    unprinted = {id(node) for wording in wordings for node in descendants(wording)}
    for node in descendants(source):
        if isinstance(node, m.Expansion) and id(node) not in unprinted:
            assert letters(node.text) in text or unexplained(source) == ()


@given(releases())
def test_kept_releases_have_the_same_text(source):
    assert reading_text(present(apply_abbreviations(source, KEEP))) == reading_text(present(source))
