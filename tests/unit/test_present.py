"""What an office decides: letterhead, notes, quotations, contacts, and the disclaimer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest

from pressconv import model as m
from pressconv.errors import ConfigError
from pressconv.house import House, by_language, read_house
from pressconv.languages import LetterheadPart, Position
from pressconv.present import present
from pressconv.presentation import LineKind, PartKind
from pressconv.readers.xml import read
from pressconv.reading import reading_text
from pressconv.text import inline_text, joined
from pressconv.walk import descendants


def release(head="", body="<p>corps</p>", foot="", lang="fr"):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>titre</headline>{head}</head><body>{body}</body>"
        f"{f'<foot>{foot}</foot>' if foot else ''}</release>"
    )
    return read(text.encode()).value


def versioned(found, version):
    return replace(found, version=version)


def lines(found, house=None):
    shown = present(found, house=house)
    return [
        (line.kind, inline_text(line.content))
        for line in shown.letterhead
        if not isinstance(line.content, m.Image)
    ]


def blocks(found, **options):
    return reading_text(present(found, **options))


HEAD = (
    "<number>2026/1</number><issuer><organization>Ministère</organization><unit>Presse</unit>"
    '</issuer><genre key="statement"/><distribution key="immediate"/><issued when="2026-03-01"/>'
)


def test_the_letterhead_stands_in_the_order_of_the_language():
    assert lines(release(HEAD)) == [
        (LineKind.ORGANIZATION, "Ministère"),
        (LineKind.UNIT, "Presse"),
        (LineKind.DISTRIBUTION, "Pour diffusion immédiate"),
        (LineKind.GENRE, "Déclaration"),
        (LineKind.ISSUED, "Le 1er mars 2026"),
        (LineKind.NUMBER, "2026/1"),
    ]


def test_a_house_puts_the_letterhead_in_its_own_order_and_words():
    head = HEAD.replace("<number>2026/1</number>", "")
    house = read_house(
        b'letterhead = ["issued", "genre", "issuer", "distribution"]\n'
        b'[genres.fr]\nstatement = "Avis officiel"\n'
    )
    assert [text for _, text in lines(release(head), house)][:2] == [
        "Le 1er mars 2026",
        "Avis officiel",
    ]


def test_a_house_names_the_issuer_only_where_the_release_names_none():
    house = read_house(b'[issuer.fr]\norganization = "Maison"\nunits = ["Bureau"]\n')
    assert lines(release(), house) == [
        (LineKind.ORGANIZATION, "Maison"),
        (LineKind.UNIT, "Bureau"),
    ]
    assert "Maison" not in [text for _, text in lines(release(HEAD), house)]
    assert lines(release(lang="ar"), house) == []


def test_an_embargo_names_its_moment_with_its_offset():
    head = '<distribution key="embargoed" until="2026-03-12T10:00:00+02:00"/>'
    ((kind, text),) = lines(release(head))
    assert kind is LineKind.EMBARGO
    assert text == "Sous embargo jusqu’au 12\u00a0mars 2026 à 10\u00a0h\u00a000 (UTC+02:00)"


PARIS = House(timezone="Europe/Paris")


def test_an_embargo_ends_by_the_clocks_of_the_house_whose_zone_has_its_name():
    head = '<distribution key="embargoed" until="2026-03-12T09:00:00Z"/>'
    ((_, text),) = lines(release(head), PARIS)
    assert text == (
        "Sous embargo jusqu’au 12\u00a0mars 2026 à 10\u00a0h\u00a000 (heure d’Europe centrale)"
    )


def test_the_day_of_a_moment_is_the_day_at_the_house():
    head = (
        '<issued when="2026-03-11T23:30:00Z"/><updated when="2026-03-12T22:30:00-05:00"/>'
        '<correction when="2026-03-31T22:30:00Z">lire dix</correction>'
    )
    assert blocks(release(head), house=PARIS)[1:4] == (
        "Le 12 mars 2026",
        "Mis à jour le 13\u00a0mars 2026",
        "Rectificatif du 1er\u00a0avril 2026",
    )
    assert blocks(release(head))[1:4] == (
        "Le 11 mars 2026",
        "Mis à jour le 12\u00a0mars 2026",
        "Rectificatif du 31\u00a0mars 2026",
    )
    issued = present(release(head), house=PARIS).metadata.issued
    assert issued
    assert issued.isoformat() == "2026-03-12T00:30:00+01:00"


@pytest.mark.parametrize(
    "when",
    [
        "2026-03-12",
        "2026-03-12T23:30:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
        "1890-06-01T12:00:00Z",
    ],
)
def test_what_no_clock_of_the_house_shows_stays_as_it_is(when):
    found = release(f'<issued when="{when}"/>')
    assert present(found, house=PARIS).metadata.issued == found.head.issued
    assert str(present(found, house=PARIS).metadata.issued) == str(found.head.issued)


@pytest.mark.parametrize(
    "typed",
    [
        "Nous vous proposons cette traduction à titre gracieux. Seul le texte original en anglais "
        "fait foi.",
        "NB : nous vous proposons cette traduction à titre gracieux, seul le texte original en "
        "ANGLAIS fait foi…",
        "This translation is provided as a courtesy and only the original English source should "
        "be considered authoritative.",
    ],
)
def test_a_text_with_a_disclaimer_of_its_own_gets_no_second_one(typed):
    head = '<translation from="en" authoritative="en" method="human"{}/>'
    body = f"<p>corps</p><p>{typed}</p>"
    shown = present(release(head.format(""), body=body))
    assert PartKind.TRANSLATION not in [part.kind for part in shown.parts]
    assert [one.code for one in shown.remarks] == ["disclaimer-existing"]
    linked = present(release(head.format(' source="https://example.org/en"'), body=body))
    (part,) = (part for part in linked.parts if part.kind is PartKind.TRANSLATION)
    assert len(part.content) == 1


def test_a_name_is_followed_by_its_original():
    body = '<p><name>Salma<original xml:lang="ar">سلمى</original></name> parle</p>'
    assert blocks(release(body=body))[1] == "Salma (سلمى) parle"


def test_notes_are_numbered_in_the_order_of_reading():
    table = (
        "<table><caption>c<footnote>un</footnote></caption>"
        "<head><row><header>h<footnote>deux</footnote></header></row></head>"
        "<rows><row><cell>d<footnote>trois</footnote></cell></row></rows></table>"
    )
    shown = present(release(body=table))
    assert [(note.number, inline_text(note.children)) for note in shown.notes] == [
        (1, "un"),
        (2, "deux"),
        (3, "trois"),
    ]
    assert reading_text(shown)[1:] == ("c", "un", "h", "deux", "d", "trois")


def test_contacts_are_labelled_links():
    foot = (
        "<contact audience='media'><name>A</name><telephone>+33 1 99 00 00 00</telephone>"
        "<email>a@example.org</email></contact>"
    )
    shown = present(release(foot=foot))
    assert reading_text(shown)[2:] == (
        "Contact presse",
        "A",
        "Téléphone\u00a0: +33 1 99 00 00 00",
        "Courriel\u00a0: a@example.org",
    )
    assert shown.references == ("tel:+33199000000", "mailto:a@example.org")


@pytest.mark.parametrize(
    ("lang", "title", "line"),
    [
        ("ar", "للاتصال", "الهاتف: +1"),
        ("en", "Contact", "Telephone: +1"),
        ("sr", "Contact", "Telephone: +1"),
    ],
)
def test_a_contact_in_another_language_has_the_labels_of_that_one(lang, title, line):
    foot = f"<contact xml:lang='{lang}'><telephone>+1</telephone></contact>"
    shown = present(release(foot=foot))
    assert reading_text(shown)[-2:] == (title, line)
    (part,) = [one for one in shown.parts if one.kind is PartKind.CONTACT]
    borrowed = {one.lang for one in descendants(part.title[0]) if isinstance(one, m.Span)}
    assert borrowed == ({"en"} if lang == "sr" else set())


def test_editions_lead_to_sibling_files_or_below_the_base_address():
    head = '<edition hreflang="ar">ع</edition><edition hreflang="en" href="https://e.example/x"/>'
    plain = present(release(head)).editions
    assert [one.href for one in plain] == ["r.ar.html", "https://e.example/x"]
    assert [one.name for one in plain] == ["العربية", "English"]
    based = present(release(head), house=House(base_url="https://b.example/p")).editions
    assert based[0].href == "https://b.example/p/r.ar.html"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("de.html", "https://b.example/p/de.html"),
        ("../de/", "https://b.example/de/"),
        ("/de", "https://b.example/de"),
        ("//c.example/de", "https://c.example/de"),
        ("?lang=de", "https://b.example/p/?lang=de"),
        ("https://c.example/de", "https://c.example/de"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
@pytest.mark.parametrize("base", ["https://b.example/p", "https://b.example/p/"])
def test_an_address_beside_the_page_is_below_the_base_of_the_house(base, href, expected):
    head = (
        f'<feed href="{href}"/><edition hreflang="de" href="{href}"/>'
        '<translation from="de" authoritative="de" method="human"/>'
    )
    shown = present(release(head), house=House(base_url=base))
    assert [one.href for one in shown.editions] == [expected]
    assert shown.editions[0].is_absolute is expected.startswith("https://")
    facts = shown.metadata
    assert facts.original is not None
    assert {facts.original.href, facts.default, facts.feeds[0].href} == {expected}
    assert shown.references == (expected,)


def test_the_source_of_a_translation_may_stand_beside_its_page():
    head = '<translation from="de" authoritative="de" method="human" source="de.html"/>'
    shown = present(release(head), house=House(base_url="https://b.example/p"))
    assert shown.references == ("https://b.example/p/de.html",)


def test_without_a_base_an_address_stays_as_it_is_written():
    head = '<edition hreflang="de" href="de.html"/>'
    (edition,) = present(release(head)).editions
    assert (edition.href, edition.is_absolute) == ("de.html", False)


def test_a_withdrawn_release_says_so_first():
    assert lines(release(HEAD + "<status>canceled</status>"))[:3] == [
        (LineKind.STATUS, "Communiqué annulé"),
        (
            LineKind.WITHDRAWAL,
            "Le texte n’est conservé que pour mémoire. Prière de ne plus l’utiliser.",
        ),
        (LineKind.ORGANIZATION, "Ministère"),
    ]


def test_a_withheld_release_says_so_first():
    assert lines(release("<status>withheld</status>")) == [
        (LineKind.STATUS, "Communiqué suspendu\u00a0: ne pas publier")
    ]


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_nobody_may_use_is_not_for_immediate_release(status):
    found = lines(release(f"{HEAD}<status>{status}</status>"))
    assert LineKind.DISTRIBUTION not in [kind for kind, _ in found]
    restricted = '<distribution key="restricted"/>'
    found = lines(release(f"{restricted}<status>{status}</status>"))
    assert found[-1] == (LineKind.DISTRIBUTION, "Diffusion restreinte")


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_nobody_may_use_says_of_no_day_until_which_it_is_valid(status):
    head = f'<issued when="2026-03-01"/><expires when="2026-04-01"/><status>{status}</status>'
    assert LineKind.EXPIRES not in [kind for kind, _ in lines(release(head))]


def test_an_embargo_stands_before_the_issuer_and_nowhere_else():
    head = HEAD.replace('"immediate"', '"embargoed" until="2026-03-12T10:00:00+01:00"')
    kinds = [kind for kind, _ in lines(release(head))]
    assert kinds[:2] == [LineKind.EMBARGO, LineKind.ORGANIZATION]
    assert LineKind.DISTRIBUTION not in kinds


def test_the_words_of_an_embargo_are_its_own_where_it_has_some():
    own = '<distribution key="embargoed" until="2026-03-12T10:00:00+01:00">{}</distribution>'
    ((kind, text),) = lines(release(own.format("Sous embargo jusqu’à la fin du discours")))
    assert (kind, text) == (LineKind.EMBARGO, "Sous embargo jusqu’à la fin du discours")
    bare = '<distribution key="embargoed"/>'
    assert lines(release(bare)) == [(LineKind.EMBARGO, "Sous embargo")]


def test_capitals_of_an_embargo_are_those_of_the_language():
    head = '<distribution key="embargoed" until="2026-03-12T10:00:00+02:00"/>'
    house = House(capitals=(LetterheadPart.DISTRIBUTION,))
    ((_, text),) = lines(release(head), house)
    assert text == "SOUS EMBARGO JUSQU’AU 12\u00a0MARS 2026 À 10\u00a0H\u00a000 (UTC+02:00)"


def test_the_moment_of_an_embargo_is_known_to_machines():
    head = '<distribution key="embargoed" until="2026-03-12T10:00:00+02:00"/>'
    (line,) = present(release(head)).letterhead
    assert isinstance(line.content, tuple)
    (time,) = (one for one in line.content if isinstance(one, m.Time))
    assert isinstance(time.when, datetime)
    assert time.when.isoformat() == "2026-03-12T10:00:00+02:00"


def test_a_second_version_and_the_end_of_validity_stand_with_the_dates():
    head = '<issued when="2026-03-01"/><updated when="2026-03-02"/><expires when="2026-04-01"/>'
    assert lines(versioned(release(head), 2)) == [
        (LineKind.ISSUED, "Le 1er mars 2026"),
        (LineKind.UPDATED, "Mis à jour le 2\u00a0mars 2026"),
        (LineKind.VERSION, "Version 2"),
        (LineKind.EXPIRES, "Valable jusqu’au 1er\u00a0avril 2026"),
    ]
    assert lines(versioned(release(), 1)) == []


def test_what_keeps_a_release_from_the_public_is_noted():
    until = "2026-03-12T10:00:00+02:00"
    embargo = f'<distribution key="embargoed" until="{until}"/>'
    (remark,) = present(release(embargo)).remarks
    assert (remark.code, until in remark.message) == ("embargoed", True)
    (remark,) = present(release("<status>canceled</status>")).remarks
    assert (remark.code, remark.message) == (
        "withdrawn",
        "canceled: a notice of withdrawal stands over its text, and may be public",
    )
    (remark,) = present(release("<status>withheld</status>")).remarks
    assert (remark.code, remark.message) == ("not-public", "withheld: nothing public may take it")
    assert not present(release('<distribution key="immediate"/>')).remarks


def test_corrections_stand_before_the_text_with_their_date():
    head = '<correction when="2026-03-02">lire dix</correction>'
    assert blocks(release(head))[1:] == ("Rectificatif du 2\u00a0mars 2026", "lire dix", "corps")


@pytest.mark.parametrize(
    ("attributes", "title", "shown"),
    [
        ("", "", "Rectificatif"),
        ("", "<title>À propos du train</title>", "À propos du train"),
        (' when="2026-03-02"', "", "Rectificatif du 2\u00a0mars 2026"),
        (' when="2026-03-01T23:30:00Z"', "", "Rectificatif du 2\u00a0mars 2026"),
        (
            ' when="2026-03-02"',
            "<title>le train</title>",
            "Rectificatif du 2\u00a0mars 2026\u00a0: le train",
        ),
    ],
)
def test_a_correction_in_place_says_what_it_is_and_when(attributes, title, shown):
    body = f'<p>corps</p><note kind="correction"{attributes}>{title}<p>lire dix</p></note>'
    assert blocks(release(body=body), house=PARIS)[1:] == ("corps", shown, "lire dix")


def test_a_correction_in_place_has_the_language_of_its_part():
    note = '<note kind="correction" when="2026-03-02" xml:lang="en"><p>read ten</p></note>'
    assert blocks(release(body=note))[1:] == ("Correction of March\u00a02, 2026", "read ten")


def test_other_notes_beside_the_text_get_no_word():
    note = '<note kind="{}"><p>lire dix</p></note>'
    for kind in ("editor", "aside"):
        assert blocks(release(body=note.format(kind)))[1:] == ("lire dix",)


def test_a_correction_names_the_version_that_it_made():
    head = '<correction when="2026-03-02" to-version="2">lire dix</correction>'
    assert blocks(release(head))[1] == "Rectificatif du 2\u00a0mars 2026 (version 2)"


def test_corrections_stand_in_the_order_of_time_whatever_that_of_the_file():
    days = (
        "2026-03-04T23:30:00Z",
        "2026-03-02",
        "2026-03-04T08:00:00Z",
        "2026-03-05",
        "2026-03-04",
    )
    head = "".join(f'<correction when="{one}">{one}</correction>' for one in days)
    expected = [days[1], days[4], days[2], days[3], days[0]]
    found = release(head)
    assert list(blocks(found, house=PARIS)[2:-1:2]) == expected
    shown = present(found, house=PARIS).metadata.corrections
    assert [text for _, text in shown] == expected


# ---- whom to ask for another format --------------------------------------------------------

ASKED = """
[accessibility]
email = "access@example.org"
statement = "https://example.org/accessibility"

[accessibility.languages.ar]
form = "https://example.org/ar/form"
statement = "https://example.org/ar/accessibility"
request = "اسألونا."
"""


def test_the_foot_says_whom_to_ask_for_another_format():
    shown = present(release("<rights>Libre</rights>"), house=read_house(ASKED.encode()))
    assert reading_text(shown)[2:] == (
        "Accessibilité",
        "Vous avez besoin de ce communiqué dans un autre format\u202f? "
        "N’hésitez pas à nous le demander.",
        "Courriel\u00a0: access@example.org",
        "Déclaration d’accessibilité",
        "Libre",
    )
    assert shown.references == ("mailto:access@example.org", "https://example.org/accessibility")
    assert shown.metadata.accessibility == (("email", "access@example.org"),)


def test_what_a_house_says_in_the_language_goes_over_what_it_says_for_all():
    shown = present(release(lang="ar-EG"), house=read_house(ASKED.encode()))
    assert reading_text(shown)[2:] == (
        "إمكانية الوصول",
        "اسألونا.",
        "البريد الإلكتروني: access@example.org",
        "طلب صيغة أخرى",
        "بيان إمكانية الوصول",
    )
    assert shown.references[1:] == (
        "https://example.org/ar/form",
        "https://example.org/ar/accessibility",
    )


def test_a_statement_alone_asks_nobody_to_ask():
    house = read_house(b'[accessibility]\nstatement = "https://example.org/a"\n')
    assert blocks(release(), house=house)[2:] == ("Accessibilité", "Déclaration d’accessibilité")
    assert PartKind.ACCESSIBILITY not in [part.kind for part in present(release()).parts]


def test_the_words_for_it_are_marked_where_the_language_has_no_file():
    shown = present(release(lang="sv"), house=read_house(ASKED.encode()))
    (part,) = (part for part in shown.parts if part.kind is PartKind.ACCESSIBILITY)
    (title,) = part.title
    assert isinstance(title, m.Span)
    assert title.lang == "en"


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('email = "access at example.org"', "[accessibility]: email"),
        ('telephone = "ask us"', "[accessibility]: telephone"),
        ('form = "example.org/form"', "[accessibility]: form"),
        ('languages.fr.statement = "/a"', "[accessibility.languages.fr]: statement"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_mistake_of_the_house_file(line, where):
    with pytest.raises(ConfigError, match=re.escape(where)) as caught:
        read_house(f"[accessibility]\n{line}\n".encode())
    assert "expected" in caught.value.hint


# ---- the disclaimer ------------------------------------------------------------------------

HOUSE = read_house(b'[[disclaimers]]\nlang = "fr"\nauthoritative = "en"\ntext = "Phrase maison."\n')


def translated(lang="fr", from_="en", authoritative="en", method="human", more=""):
    return release(
        f'<translation from="{from_}" authoritative="{authoritative}" method="{method}" {more}/>',
        lang=lang,
    )


def test_the_house_wording_holds_for_its_authoritative_language_and_methods():
    assert blocks(translated(), house=HOUSE)[-1] == "Phrase maison."
    assert "espagnol" in blocks(translated(authoritative="es"), house=HOUSE)[-1]
    assert "Phrase maison." not in blocks(translated(method="machine"), house=HOUSE)


def test_the_wording_of_the_language_names_the_authoritative_language():
    assert blocks(translated())[-1].endswith("Seul le texte original en anglais fait foi.")
    assert "оригинальный английский текст" in blocks(translated("ru"))[-1]
    assert "النص الإنجليزي الأصلي" in blocks(translated("ar"))[-1]
    assert "German and French" in blocks(translated("en", "de", "de fr"))[-1]


def test_a_draft_prints_on_demand_only():
    quiet = present(translated(method="machine"))
    (part,) = (part for part in quiet.parts if part.kind is PartKind.TRANSLATION)
    (sentence,) = part.content
    assert isinstance(sentence, m.Paragraph)
    assert sentence.lang == "en"
    assert "disclaimer-english" in {one.code for one in quiet.remarks}
    loud = present(translated(method="machine"), drafts=True)
    assert "machine" in reading_text(loud)[-1]
    assert reading_text(loud)[-1].startswith("Cette traduction")
    assert {one.code for one in loud.remarks} == {"disclaimer-draft"}


def test_a_language_without_a_file_gets_the_english_sentence_with_a_note():
    shown = present(translated("mn"))
    assert reading_text(shown)[-1].startswith("This translation")
    assert {one.code for one in shown.remarks} == {"disclaimer-english", "language-fallback"}


def test_the_words_of_a_language_that_stands_in_are_marked_as_its_own():
    shown = present(release(HEAD, lang="mn"))
    assert shown.labels_lang == "en"
    assert present(release(HEAD)).labels_lang is None
    lines = {line.kind: line.content for line in shown.letterhead}
    assert lines[LineKind.GENRE] == (m.Span(joined("Press Statement"), lang="en"),)
    assert lines[LineKind.ORGANIZATION] == joined("Ministère")


def test_a_translation_that_is_itself_binding_says_so():
    assert "fait également foi" in blocks(translated(authoritative="fr en"), drafts=True)[-1]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Original text (German)"),
        ("el", "Πρωτότυπο κείμενο (γερμανικά)"),
        ("vi", "Bản gốc (tiếng Đức)"),
        ("ar", "النص الأصلي (بالألمانية)"),
        ("he", "נוסח המקור (בגרמנית)"),
        ("zh-Hans", "原文（德文）"),
        ("zh-Hant", "原文（德文）"),
    ],
)
def test_the_link_to_the_original_names_its_language_as_the_sentence_does(lang, words):
    head = (
        '<translation from="de" authoritative="de" method="human" source="https://a.example/de"/>'
    )
    (part,) = (
        one
        for one in present(release(head, lang=lang), drafts=True).parts
        if one.kind is PartKind.TRANSLATION
    )
    link = part.content[-1]
    assert isinstance(link, m.Paragraph)
    assert inline_text(link.children).replace("\u00a0", " ") == words


def test_the_disclaimer_links_to_the_original_and_stands_where_it_is_put():
    found = translated(more='source="https://e.example/en"')
    assert blocks(found)[-1] == "Texte original (anglais)"
    assert blocks(found, position=Position.BEFORE)[-1] == "corps"
    assert present(found).references == ("https://e.example/en",)


def test_a_disclaimer_before_the_text_stands_behind_corrections_and_abstract():
    head = (
        "<abstract><p>résumé</p></abstract>"
        '<correction when="2026-03-02">lire dix</correction>'
        '<translation from="en" authoritative="en" method="human"/>'
    )
    for position, end in (
        (Position.BEFORE, [PartKind.TRANSLATION, PartKind.BODY]),
        (Position.AFTER, [PartKind.BODY, PartKind.TRANSLATION]),
    ):
        kinds = [one.kind for one in present(release(head), position=position).parts]
        assert kinds == [PartKind.CORRECTIONS, PartKind.ABSTRACT, *end]


# ---- the house file ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("base_ulr = 'x'", "did you mean 'base_url'"),
        ("base_url = 'www.example.org'", "expected an address"),
        ("page_size = 'A5'", "expected one of A4, letter"),
        ("letterhead = 'issuer'", "expected a list of texts"),
        ("[issuer.fr]\nunits = []", "missing key 'issuer.fr.organization'"),
        ("a = ", "not TOML"),
        ("timezone = 5", "timezone = 5: expected a text"),
        ("timezone = true", "timezone = true: expected a text"),
        ("timezone = 2026-01-01", "timezone = 2026-01-01: expected a text"),
        ("timezone = {a = 1}", "timezone = {…}: expected a text"),
        ("drafts = 'yes'", "drafts = 'yes': expected true or false"),
        ("fonts_dirs = [1]", "fonts_dirs[0] = 1: expected a text"),
        ("default_language = 1", "default_language = 1: expected a text"),
        ("page_size = 4", "page_size = 4: expected one of A4, letter"),
        ("disclaimers = 1", "disclaimers = 1: expected a list of tables"),
        ("issuer = ['x', false]", "issuer = ['x', false]: expected a table"),
        ("[text]\nwidth = 1.5", "text.width = 1.5: expected a whole number"),
    ],
)
def test_a_house_file_is_read_strictly(text, message):
    with pytest.raises(ConfigError) as caught:
        read_house(text.encode())
    assert message in str(caught.value)
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[issuer.en_GB]\norganization = 'x'", "[issuer]: 'en_GB'", "did you mean 'en-GB'?"),
        ("[accessibility.languages.english]", "[accessibility.languages]: 'english'",
         "did you mean 'en'?"),
        ("[genres.'pt br']", "[genres]: 'pt br'", "expected a language tag such as 'en'"),
        ("[original]\n'Brazilian Portuguese' = 'x'", "[original]: 'Brazilian Portuguese'",
         "did you mean 'pt-BR'?"),
        ("default_language = 'fr_CA'", "default_language: 'fr_CA'", "did you mean 'fr-CA'?"),
        ("[[disclaimers]]\nlang = 'french'\nauthoritative = 'en'\ntext = 'x'",
         "disclaimers[0].lang: 'french'", "did you mean 'fr'?"),
    ],
)  # fmt: skip
def test_what_names_a_language_is_a_tag(text, message, hint):
    with pytest.raises(ConfigError) as caught:
        read_house(text.encode())
    assert caught.value.message == f"{message} is no language tag"
    assert hint in caught.value.hint


def test_a_tag_of_a_house_has_its_usual_case_and_stands_once():
    house = read_house(b"[issuer.en-gb]\norganization = 'x'\n[original]\nqaa = 'y'\nx-own = 'z'")
    assert set(house.issuer) == {"en-GB"}
    assert set(house.original) == {"qaa", "x-own"}
    with pytest.raises(ConfigError, match="'en-GB', which is there already"):
        read_house(b"[original]\nen-GB = 'x'\nen-gb = 'y'")


@pytest.mark.parametrize(
    ("text", "key", "hint"),
    [
        ("[genres.fr]\nstatment = 'x'", "[genres.fr]: unknown key 'statment'", "'statement'"),
        ("[distributions.fr]\nembargo = 'x'", "[distributions.fr]: unknown key 'embargo'",
         "'embargoed'"),
    ],
)  # fmt: skip
def test_a_label_of_a_house_is_for_something_that_there_is(text, key, hint):
    with pytest.raises(ConfigError) as caught:
        read_house(text.encode())
    assert (caught.value.message, caught.value.hint) == (key, f"did you mean {hint}?")


def test_a_request_without_a_way_to_ask_is_noted():
    alone = b"[accessibility.languages.fr]\nrequest = 'Demandez-nous.'\n"
    (remark,) = present(release(), house=read_house(alone)).remarks
    assert remark.code == "request-alone"
    for channel in (b"email = 'a@example.org'", b"[accessibility]\ntelephone = '+1 2'"):
        assert not present(release(), house=read_house(alone + channel)).remarks
    statement = b"statement = 'https://example.org/a'"
    assert present(release(), house=read_house(alone + statement)).remarks
    assert not present(release(), house=read_house(b"[accessibility]\n" + statement)).remarks


def test_facts_are_found_for_the_language_and_for_no_other():
    table = {"fr": 1, "en": 2, "zh-Hant": 3}
    assert by_language(table, "fr-CA") == 1
    assert by_language(table, "en-GB") == 2
    assert by_language(table, "zh-TW") == 3
    assert by_language(table, "ar") is None


@pytest.mark.parametrize(("kind", "said"), [("audio", "Enregistrement sonore"), ("video", "Vidéo")])
def test_a_transcript_elsewhere_is_named_by_what_it_is_of(kind, said):
    href = "https://example.org/m"
    body = f'<media kind="{kind}" href="{href}"><transcript href="{href}/t"/></media>'
    assert blocks(release(body=f"<p>corps</p>{body}"))[2:] == (
        said,
        f"Transcription de «\u00a0{said}\u00a0»",
    )


def shown_table(source):
    body = next(one for one in present(release(body=source)).parts if one.kind is PartKind.BODY)
    (table,) = body.content
    assert isinstance(table, m.Table)
    return table


def test_a_column_in_which_no_cell_begins_is_none():
    """Joined cells leave such columns in documents; HTML calls them an error."""
    wide = (
        "<table><caption>t</caption><head><row><header column-span='3'>a</header><header>b</header>"
        "</row></head><rows><row><cell column-span='2' row-span='2'>c</cell><cell>d</cell><cell>e"
        "</cell></row><row><cell column-span='2'>f</cell></row></rows></table>"
    )
    table = shown_table(wide)
    spans = [[cell.column_span for cell in row.cells] for row in (*table.head, *table.bodies[0])]
    assert spans == [[2, 1], [1, 1, 1], [2]]
    narrow = wide.replace("span='3'", "span='2'").replace("column-span='2' row", "row")
    assert shown_table(narrow) == table


NUMBERS = """<table><caption>t</caption>
  <head>
    <row><header row-span="2">Place</header><header column-span="2">Years</header></row>
    <row><header>a</header><header{own}>b</header></row>
  </head>
  <rows>
    <row><header>North</header><cell align="number">1</cell><cell align="number">2</cell></row>
    <row><header>South</header><cell/><cell>none</cell></row>
    <row><header scope="row-group" column-span="3">Islands</header></row>
    <row><header>c</header><header scope="column">d</header><cell align="number">3</cell></row>
  </rows>
  <foot><row><header>All</header><cell>1</cell><cell>5</cell></row></foot></table>"""


def alignments(rows):
    return [[str(cell.align) if cell.align else "" for cell in row.cells] for row in rows]


def test_the_head_and_the_sum_of_a_column_stand_as_most_of_its_cells_do():
    table = shown_table(NUMBERS.format(own=""))
    assert alignments(table.head) == [["", "center"], ["number", "number"]]
    assert alignments(table.foot) == [["", "number", "number"]]


def test_a_head_of_columns_within_the_rows_stands_as_its_column_does():
    *_, (_, head, _) = alignments(shown_table(NUMBERS.format(own="")).bodies[0])
    assert head == "number"


def test_a_head_that_says_how_it_stands_stands_so():
    table = shown_table(NUMBERS.format(own=' align="start"'))
    assert alignments(table.head)[1] == ["number", "start"]


def test_a_wide_head_over_words_begins_where_they_do():
    words = NUMBERS.replace(' align="number">2', ">2").replace(' align="number">3', ">3")
    assert alignments(shown_table(words.format(own="")).head) == [
        ["", ""],
        ["number", ""],
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Video: In the lab (2:30)"),
        ("zh-Hans", "视频：In the lab（2:30）"),
        ("ja", "動画：In the lab（2:30）"),
    ],
)
def test_the_length_of_a_film_stands_in_the_brackets_of_the_language(lang, words):
    film = '<media kind="video" href="https://a.example/f.mp4" duration="PT2M30S">{}</media>'
    found = release(body=film.format("<title>In the lab</title>"), lang=lang)
    assert words in blocks(found)
