"""Recognition: what each block of a raw document is, and what becomes of it."""

# ruff: noqa: E501 - sentences stand as they are published

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

import pressconv.recognition
from pressconv import import_html, import_text
from pressconv import model as m
from pressconv.draft import Alternate, Draft, DraftBlock, Facts, Heading, Region
from pressconv.importing import release_of
from pressconv.languages import language, shipped
from pressconv.languages.dates import day, moment
from pressconv.languages.numbers import whole
from pressconv.languages.tags import fallback_chain
from pressconv.model import DistributionKey, GenreKey, Method, Status
from pressconv.recognition.contacts import ContactLine, read_contact_line
from pressconv.recognition.lines import LineFacts, read_line
from pressconv.text import inline_text
from pressconv.walk import descendants

FURNITURE = Path(pressconv.recognition.__file__).parent / "furniture.toml"
BODY = (
    "The Ministry of Health announced today that its programme has reached one million children "
    "in all provinces of the country, two years before the end of its second term."
)
MORE = "The minister thanked all nurses and doctors, who made it possible to reach every village."


def paragraph(text: str, **values) -> DraftBlock:
    return DraftBlock(m.Paragraph((m.Text(text),)), text, **values)


def heading(text: str, level: int, **values) -> DraftBlock:
    return DraftBlock(Heading((m.Text(text),), level), text, **values)


def link(text: str, href: str = "a.html", **values) -> DraftBlock:
    return DraftBlock(m.Paragraph((m.Link(href, (m.Text(text),)),)), text, **values)


def imported(
    *blocks: DraftBlock,
    facts: Facts = Facts(),  # noqa: B008 - it is frozen
    lang: str | None = "en",
    said: str | None = None,
):
    return release_of(Draft(blocks=blocks, facts=facts, lang=lang), lang=said, name="page.html")


def page(*blocks: DraftBlock, **values):
    return imported(heading("Programme reaches a million", 1), paragraph(BODY), *blocks, **values)


def page_with_head(*lines: DraftBlock, **values):
    return imported(heading("Programme reaches a million", 1), *lines, paragraph(BODY), **values)


def text_of(node: object) -> str:
    nodes = node if isinstance(node, tuple) else (node,)
    texts = (one for each in nodes for one in descendants(each))
    return " ".join(one.value for one in texts if isinstance(one, m.Text))


def dropped(made) -> dict[str, str]:
    return {one.text: one.kind for one in made.dropped}


def codes(made) -> set[str]:
    return {one.code for one in made.notes}


# ---- the letterhead --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            "Department of State|Office of the Spokesperson|For Immediate Release|Press Release",
        ),
        ("fr", "Département d’État|Bureau de presse|Pour diffusion immédiate|Communiqué de presse"),
        ("ar", "وزارة الخارجية|مكتب المتحدث الرسمي|للنشر الفوري|بيان صحفي"),
        ("ru", "Министерство здравоохранения|Отдел печати|Для немедленной публикации|Пресс-релиз"),
        ("es", "Ministerio de Salud|Oficina de Prensa|Para publicación inmediata|Nota de prensa"),
        ("pt-BR", "Ministério da Saúde|Assessoria de Imprensa|Para publicação imediata|Release"),
        ("fa", "وزارت امور خارجه|دفتر سخنگو|برای انتشار فوری|بیانیه مطبوعاتی"),
        ("ur", "امریکی دفتر خارجہ|دفتر برائے ترجمان|برائے فوری اجراء|پریس ریلیز"),
        ("he", "משרד החוץ|לשכת הדובר|לפרסום מיידי|הודעה לעיתונות"),
        ("hi", "अमेरिकी विदेश विभाग|प्रवक्ता का कार्यालय|तत्काल जारी करने के लिए|प्रेस विज्ञप्ति"),
        ("zh-Hans", "美国国务院|发言人办公室|即时发布|新闻稿"),
        (
            "vi",
            "Bộ Ngoại giao Hoa Kỳ|Văn phòng Người phát ngôn|Dùng để đăng ngay|Thông cáo báo chí",
        ),
    ],
)
def test_a_letterhead_in_every_language_of_the_mission_is_read(lang, lines):
    organization, unit, *others = lines.split("|")
    letterhead = "\n".join([organization, unit, *others, "2018-06-26"])
    made = import_text(f"{letterhead}\n\nA headline of some words\n\n{BODY}\n\n{MORE}", lang=lang)
    head = made.value.head
    assert inline_text(head.headline) == "A headline of some words"
    assert inline_text(head.issuers[0].organization) == organization
    assert [inline_text(one) for one in head.issuers[0].units] == [unit]
    assert head.distribution
    assert head.distribution.key is DistributionKey.IMMEDIATE
    assert head.genre
    assert head.genre.key is GenreKey.PRESS_RELEASE
    assert head.issued == date(2018, 6, 26)
    assert len(made.value.body.content) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Press Release | June 26, 2018",
        "PRESS RELEASE – 26 June 2018",
        "Press Release June 26, 2018",
        "Press release: 26 June 2018",
    ],
)
def test_a_line_may_state_several_facts(line):
    head = import_text(f"A headline of some words\n\n{line}\n\n{BODY}").value.head
    assert head.genre
    assert head.genre.key is GenreKey.PRESS_RELEASE
    assert head.issued == date(2018, 6, 26)


def test_a_wording_of_ones_own_is_kept():
    head = import_text(f"A headline of some words\n\nNews Release\n\n{BODY}").value.head
    assert head.genre == m.Genre(GenreKey.PRESS_RELEASE, "News Release")


def test_an_embargo_keeps_its_wording_and_invents_no_offset():
    line = "Embargoed until 10:00, 26 June 2018"
    head = import_text(f"A headline of some words\n\n{line}\n\n{BODY}").value.head
    assert head.distribution == m.Distribution(DistributionKey.EMBARGOED, None, line)
    assert head.issued is None


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Embargoed until 4 May 2026, 10:00 +02:00", "2026-05-04T10:00:00+02:00"),
        ("Embargoed until 4 May 2026, 10:00 (UTC+2)", "2026-05-04T10:00:00+02:00"),
        ("Embargoed until 4 May 2026, 9.30 p.m. GMT", "2026-05-04T21:30:00+00:00"),
        ("Embargoed until 12:15 am UTC-5, 4 May 2026", "2026-05-04T00:15:00-05:00"),
        ("Embargoed until 2026-05-04T10:00:00Z", "2026-05-04T10:00:00+00:00"),
        ("Embargoed until 4 May 2026, 10:00 CEST (08:00 GMT)", "2026-05-04T08:00:00+00:00"),
        ("Embargoed until 4 May 2026, 10:00 (CEST)", None),
        ("Embargoed until 4 May 2026, 10:00", None),
        ("Embargoed until 4 May 2026, 10:00-12:00", None),
        ("Embargoed until 4 May 2026, 27:00 UTC", None),
    ],
)
def test_an_embargo_ends_at_a_moment_only_where_its_offset_is_said(line, until):
    made = import_text(f"A headline of some words\n\n{line}\n\n{BODY}", lang="en")
    moment = datetime.fromisoformat(until) if until else None
    expected = m.Distribution(DistributionKey.EMBARGOED, moment, line)
    assert made.value.head.distribution == expected
    assert ("import-embargo" in codes(made)) is (until is None)


@pytest.mark.parametrize("lang", list(shipped()))
def test_an_embargo_is_known_as_it_is_printed(lang):
    rules = language(lang)
    until = moment(datetime.fromisoformat("2026-12-04T09:30:00+01:00"), rules)
    printed = rules.labels.embargoed_until.replace("{until}", until)
    found = read_line(printed, lang)
    assert found is not None
    assert found.distribution is DistributionKey.EMBARGOED
    assert found.distribution_text == printed


def test_an_embargo_ends_at_the_moment_that_its_markup_states():
    written = "Sperrfrist: 4. Dezember 2026, 09:30 Uhr (mitteleuropäische Zeit)"
    when = datetime.fromisoformat("2026-12-04T09:30:00+01:00")
    before, shown = written[:12], written[12:]
    line = m.Paragraph((m.Text(before), m.Time(when, (m.Text(shown),))))
    made = page_with_head(DraftBlock(line, written), said="de")
    assert made.value.head.distribution == m.Distribution(DistributionKey.EMBARGOED, when, written)


@pytest.mark.parametrize("lang", list(shipped()))
def test_the_version_and_the_end_of_validity_are_facts_as_they_are_printed(lang):
    rules = language(lang)
    end = rules.labels.expires.format(date=day(date(2026, 12, 31), rules))
    facts = read_line(end, lang)
    assert facts, end
    assert facts.expires, end
    assert facts.expires.when == date(2026, 12, 31)
    version = read_line(rules.labels.version.format(number=whole(12, rules)), lang)
    assert version
    assert version.version == 12


def test_what_only_begins_like_a_version_is_text():
    assert read_line("Version 2 of the plan", "en") is None
    assert read_line("Version 20261231", "en") is None


@pytest.mark.parametrize("lang", list(shipped()))
def test_a_notice_of_withdrawal_is_a_status_as_it_is_printed(lang):
    labels = language(lang).labels
    assert read_line(labels.status_canceled, lang) == LineFacts(status=Status.CANCELED)
    assert read_line(labels.withdrawal, lang) == LineFacts(status=Status.CANCELED)
    assert read_line(labels.status_withheld, lang) == LineFacts(status=Status.WITHHELD)


def test_a_withdrawn_release_stays_withdrawn_and_its_notice_is_no_text():
    labels = language("en").labels
    made = page_with_head(
        paragraph(labels.status_canceled), paragraph(labels.withdrawal), paragraph("4 May 2026")
    )
    assert made.value.head.status is Status.CANCELED
    assert made.value.head.issued == date(2026, 5, 4)
    assert text_of(made.value.body) == BODY
    assert "import-status" in codes(made)


def test_rows_of_signs_around_a_notice_begin_no_text():
    labels = language("en").labels
    made = import_text(
        f"Programme reaches a million\n\n{'*' * 72}\n{labels.status_withheld}\n{'*' * 72}\n\n"
        f"4 May 2026\n\n{BODY}\n\n{MORE}\n",
        lang="en",
    )
    assert made.value.head.status is Status.WITHHELD
    assert made.value.head.issued == date(2026, 5, 4)
    assert text_of(made.value.body) == f"{BODY} {MORE}"


def test_the_words_of_a_notice_in_the_text_or_in_a_menu_are_none():
    made = page(paragraph("Withdrawn"), paragraph(MORE))
    assert made.value.head.status is None
    menu = paragraph("Withdrawn", region=Region.FURNITURE)
    assert imported(menu, heading("A", 1), paragraph(BODY)).value.head.status is None


@pytest.mark.parametrize(
    ("said", "status"), [("Withdrawn", Status.CANCELED), ("Withheld", Status.WITHHELD)]
)
def test_a_page_may_state_its_status_apart_from_its_text(said, status):
    made = page(paragraph(MORE), facts=Facts(status=said))
    assert made.value.head.status is status
    assert page(paragraph(MORE), facts=Facts(status="Published")).value.head.status is None


def test_a_reference_of_the_office_is_its_number():
    head = import_text(f"A headline of some words\n\nPR/2018/45\n\n{BODY}").value.head
    assert head.number == "PR/2018/45"


def test_the_second_day_of_a_letterhead_is_noted():
    made = import_text(f"A headline of some words\n\n26 June 2018\n27 June 2018\n\n{BODY}")
    assert made.value.head.issued == date(2018, 6, 26)
    assert "import-second-date" in codes(made)


def test_a_date_within_the_text_is_not_the_day_of_issue():
    made = import_text(f"A headline of some words\n\n{BODY}\n\nOct 12 2005\n\n{MORE}")
    assert made.value.head.issued is None
    assert "Oct 12 2005" in text_of(made.value.body)


def test_nothing_is_invented():
    made = import_text(f"A headline of some words\n\n{BODY}", lang="en")
    head = made.value.head
    assert (head.issued, head.issuers, head.genre, head.distribution) == (None, (), None, None)
    assert head.translation is None


# ---- headline, dateline, byline ----------------------------------------------------------------


def test_the_first_heading_is_the_headline():
    made = imported(paragraph("Newsroom"), heading("It works", 1), paragraph(BODY))
    assert inline_text(made.value.head.headline) == "It works"
    assert "import-headline" not in codes(made)


def test_a_heading_that_is_the_title_of_the_page_wins_over_the_name_of_the_site():
    blocks = heading("Example Office", 1), heading("It works", 1), paragraph(BODY)
    made = imported(*blocks, facts=Facts(title="It works | Example Office", site="Example Office"))
    assert inline_text(made.value.head.headline) == "It works"


def test_the_heading_next_to_the_text_is_the_headline():
    made = imported(
        heading("All the news of our office", 1, region=Region.BEFORE),
        heading("Programme reaches a million", 1),
        paragraph(BODY),
    )
    assert inline_text(made.value.head.headline) == "Programme reaches a million"


def test_a_line_that_stands_twice_is_the_headline_once():
    text = f"News - It works for us all\n\n26 June 2018\nIt works for us all\nIt works for us all\n{BODY}"
    made = import_text(text, lang="en")
    assert inline_text(made.value.head.headline) == "It works for us all"
    assert text_of(made.value.body) == BODY
    assert list(dropped(made).values()) == ["repeated", "repeated"]


def test_a_text_without_a_headline_lends_its_first_sentence_and_loses_nothing():
    made = import_text(f"FOR IMMEDIATE RELEASE\n\n{BODY} {MORE} {BODY}")
    assert "import-no-headline" in codes(made)
    assert inline_text(made.value.head.headline).startswith("The Ministry of Health announced")
    assert text_of(made.value.body).startswith("The Ministry of Health announced")


SENTENCE = "The ministry opened ten schools today, the minister said in Oslo."


@pytest.mark.parametrize(
    "between",
    [
        "For immediate release\n4 May 2026",
        "EMBARGOED UNTIL 4 May 2026, 10:00 UTC",
        "EMBARGOED UNTIL 4 May 2026, 10:00 UTC\n\nMinistry of Education\nPress Office",
    ],
)
@pytest.mark.parametrize(
    "headline", ["Ministry opens ten new schools", "Government opens schools in all provinces"]
)
def test_a_headline_may_begin_with_the_name_of_an_office(headline, between):
    made = import_text(f"{headline}\n\n{between}\n\n{SENTENCE}\n\n{MORE}", lang="en").value
    assert inline_text(made.head.headline) == headline
    assert text_of(made.body) == f"{SENTENCE} {MORE}"


@pytest.mark.parametrize(
    "top",
    [
        "Ministry of Education\n\nNew schools reach a million\n\n4 May 2026",
        "Ministry of Education and Research of the North\nPress release\n\nNew schools reach a million",
        "4 May 2026\n\nMinistry of Education and Research\n\nNew schools reach a million",
    ],
)
def test_a_name_above_a_headline_or_a_letterhead_is_the_issuer(top):
    made = import_text(f"{top}\n\n{SENTENCE}\n\n{MORE}", lang="en").value
    assert inline_text(made.head.headline) == "New schools reach a million"
    (issuer,) = made.head.issuers
    assert inline_text(issuer.organization).startswith("Ministry of Education")


def test_a_date_before_the_headline_in_one_line_is_taken_off():
    made = import_text(f"April 23 2007 Senators Secure Money For Health\n\n{BODY}")
    assert inline_text(made.value.head.headline) == "Senators Secure Money For Health"
    assert made.value.head.issued == date(2007, 4, 23)


@pytest.mark.parametrize(
    ("start", "place"),
    [
        ("GENEVA, 26 June 2018 – ", "GENEVA"),
        ("(WASHINGTON) — ", "WASHINGTON"),
        ("WASHINGTON, D.C. – ", "WASHINGTON, D.C."),
        ("Washington, D.C. - ", "Washington, D.C."),
        ("Geneva, 26 June 2018 -- ", "Geneva"),
        ("NEW YORK/GENEVA, 26 June 2018 — ", "NEW YORK/GENEVA"),
    ],
)
def test_a_dateline_is_taken_off_the_first_paragraph(start, place):
    made = import_text(f"A headline of some words\n\n{start}{BODY}\n\n{MORE}", lang="en")
    dateline = made.value.head.dateline
    assert dateline
    assert dateline.parts[0] == m.DatelinePlace(place)
    assert text_of(made.value.body) == f"{BODY} {MORE}"


@pytest.mark.parametrize("start", ["Our rivers – ", "The minister, who knows – ", "NATO-led "])
def test_a_subject_before_a_dash_is_no_dateline(start):
    made = import_text(f"A headline of some words\n\n{start}{BODY}", lang="en")
    assert made.value.head.dateline is None


def test_the_day_of_a_dateline_is_the_day_of_issue_where_no_line_says_another():
    made = import_text(f"A headline of some words\n\nGENEVA, 26 June 2018 – {BODY}", lang="en")
    assert made.value.head.issued == date(2018, 6, 26)


def test_a_byline_and_an_attribution_have_their_places():
    lines = "By Ada Example\nThe following is attributable to Spokesperson Ada Example:"
    head = import_text(f"A headline of some words\n\n{lines}\n\n{BODY}", lang="en").value.head
    assert inline_text(head.byline) == "By Ada Example"
    assert inline_text(head.attribution).startswith("The following is attributable")


# ---- other editions, translations --------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "English English, العربية العربية, Русский Русский",
        "English | العربية | Русский",
        "English العربية Русский",
        "English · العربية · Русский · Français",
    ],
)
def test_links_to_other_languages_are_editions_once_each(line):
    made = import_text(f"Un titre de quelques mots\n\n{line}\n\n{BODY}", lang="fr")
    assert [one.hreflang for one in made.value.head.editions] == ["en", "ar", "ru"]
    assert made.dropped == ()


def test_editions_keep_the_addresses_of_their_links():
    children = (
        m.Link("fr.html", (m.Text("Français"),)),
        m.Text(", "),
        m.Link("ru.html", (m.Text("Русский"),)),
    )
    block = DraftBlock(m.Paragraph(children), "Français, Русский", Region.BEFORE)
    made = imported(block, heading("It works", 1), paragraph(BODY))
    assert made.value.head.editions == (m.Edition("fr", "fr.html"), m.Edition("ru", "ru.html"))


def test_the_page_s_own_alternates_are_editions_with_their_titles():
    facts = Facts(
        alternates=(Alternate("fr", "https://example.org/fr", "Titre"), Alternate("en", "x"))
    )
    assert page(facts=facts).value.head.editions == (
        m.Edition("fr", "https://example.org/fr", "Titre"),
    )


@pytest.mark.parametrize(
    ("lang", "notice", "method"),
    [
        ("fr", "Nous vous proposons cette traduction à titre gracieux. Seul le texte original en anglais fait foi.", Method.UNKNOWN),
        ("ar", "هذه الترجمة هي خدمة مجانية، مع الأخذ بالاعتبار أن النص الانجليزي الأصلي هو النص الرسمي.", Method.UNKNOWN),
        ("ru", "Этот перевод предоставляется для удобства пользователей, и только оригинальный английский текст следует считать официальным.", Method.UNKNOWN),
        ("es", "Esta traducción es una cortesía; el texto original en inglés es el único oficial.", Method.UNKNOWN),
        ("pt-BR", "Tradução de cortesia: apenas o original em inglês é oficial.", Method.UNKNOWN),
        ("fa", "این ترجمه غیررسمی است و تنها متن اصلی انگلیسی معتبر است.", Method.UNKNOWN),
        ("ur", "یہ ترجمہ ازراہ نوازش فراہم کیا جا رہا ہے اور صرف اصل انگریزی ماخذ کو ہی مستند سمجھا جائے۔", Method.UNKNOWN),
        ("he", "תרגום זה נמסר כשירות בלבד; הנוסח המחייב הוא המקור באנגלית.", Method.UNKNOWN),
        ("hi", "अस्वीकरण: यह अनुवाद शिष्टाचार के रूप में प्रदान किया गया है और केवल मूल अंग्रेज़ी स्रोत को ही आधिकारिक माना जाना चाहिए।", Method.UNKNOWN),
        ("zh-Hans", "本译文仅供参考，请以英文原文为准。", Method.UNKNOWN),
        ("vi", "Bản dịch này chỉ mang tính chất tham khảo; chỉ bản gốc tiếng Anh mới được coi là bản chính thức.", Method.UNKNOWN),
        ("fr", "Traduction automatique ; seul l’original en anglais fait foi.", Method.MACHINE),
    ],
)  # fmt: skip
def test_a_notice_of_translation_becomes_the_fact_and_its_own_evidence(lang, notice, method):
    made = import_text(f"A headline of some words\n\n{BODY}\n\n{notice}", lang=lang)
    translation = made.value.head.translation
    assert translation
    assert (translation.source_lang, translation.authoritative) == ("en", ("en",))
    assert translation.method is method
    assert translation.wording
    assert inline_text(translation.wording.children) == notice
    assert notice not in text_of(made.value.body)


@pytest.mark.parametrize(
    "line",
    [
        "La traduction anglaise du roman paraîtra en juin.",
        "Cette traduction est officielle, l’original aussi.",  # names no language
    ],
)
def test_a_sentence_about_a_translation_is_no_notice(line):
    made = import_text(f"A headline of some words\n\n{BODY}\n\n{line}", lang="fr")
    assert made.value.head.translation is None
    assert line in text_of(made.value.body)


def test_the_address_of_the_original_is_kept():
    lines = (
        "Voir le contenu d’origine : https://example.org/a.htm\n"
        "Nous vous proposons cette traduction à titre gracieux. Seul le texte original en anglais fait foi."
    )
    made = import_text(f"A headline of some words\n\n{BODY}\n\n{lines}", lang="fr")
    translation = made.value.head.translation
    assert translation
    assert translation.source == "https://example.org/a.htm"


# ---- the text ----------------------------------------------------------------------------------


def test_headings_become_nested_sections_and_no_level_is_skipped():
    made = page(
        heading("A", 2),
        paragraph(MORE),
        heading("B", 4),
        paragraph(MORE),
        heading("C", 2),
        paragraph(MORE),
    )
    _, first, second = made.value.body.content
    assert isinstance(first, m.Section)
    assert isinstance(second, m.Section)
    assert [type(one).__name__ for one in first.blocks] == ["Paragraph", "Section"]


def test_headings_deeper_than_five_stand_in_a_row():
    blocks = [
        one for level in range(2, 10) for one in (heading(f"H{level}", level), paragraph(MORE))
    ]
    made = page(*blocks)
    assert all(f"H{level}" in text_of(made.value.body) for level in range(2, 10))


def test_a_heading_with_nothing_under_it_is_a_bold_paragraph():
    made = page(heading("Alone", 2))
    assert made.value.body.content[-1] == m.Paragraph((m.Strong((m.Text("Alone"),)),))


def test_a_bold_line_before_text_is_a_heading_and_noted():
    bold = DraftBlock(m.Paragraph((m.Strong((m.Text("What comes next"),)),)), "What comes next")
    made = page(bold, paragraph(MORE))
    assert isinstance(made.value.body.content[1], m.Section)
    assert "import-heading" in codes(made)


TRANSCRIPT = f"""A briefing of the office

{BODY}

MR. PRICE: Good afternoon. We have some announcements.

The first one is about Paris.

QUESTION: Thank you. Can you say more?

MR. PRICE: Not now.

(Laughter.)

QUESTION: And then?

MR. PRICE: We will see.
"""


def test_a_transcript_is_made_of_turns():
    content = import_text(TRANSCRIPT, lang="en").value.body.content
    turns = [one for one in content if isinstance(one, m.Speech)]
    assert [inline_text(one.speaker) for one in turns] == [
        "MR. PRICE", "QUESTION", "MR. PRICE", "QUESTION", "MR. PRICE"
    ]  # fmt: skip
    assert [len(one.blocks) for one in turns] == [2, 1, 2, 1, 1]
    assert turns[1].kind is m.SpeechKind.QUESTION
    assert text_of(turns[1].blocks) == "Thank you. Can you say more?"


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        ("fr", ("M. PRICE :", "QUESTION :")),
        ("ru", ("МОДЕРАТОР:", "ВОПРОС:")),
        ("es", ("SR. PRICE:", "PREGUNTA:")),
        ("ar", ("السيد برايس:", "سؤال:")),
        ("zh-Hans", ("发言人：", "问：")),
    ],
)
def test_speakers_are_known_in_other_languages(lang, labels):
    speaker, question = labels
    turns = "\n\n".join(f"{question} {MORE}\n\n{speaker} {MORE}" for _ in range(3))
    content = import_text(
        f"A headline of some words\n\n{BODY}\n\n{turns}", lang=lang
    ).value.body.content
    kinds = [one.kind for one in content if isinstance(one, m.Speech)]
    assert kinds.count(m.SpeechKind.QUESTION) == 3


def test_a_colon_in_two_sentences_makes_no_transcript():
    made = page(paragraph("Note: it works."), paragraph("Result: it works."))
    assert not any(isinstance(one, m.Speech) for one in made.value.body.content)


def test_short_lines_that_stand_together_stay_lines():
    text = f"A headline of some words\n\n{BODY}\n\nOne line\nAnother line\nA third line\n\n{MORE}"
    verse = import_text(text, lang="en").value.body.content[1]
    assert isinstance(verse, m.Verse)
    assert len(verse.lines) == 3


# ---- the foot ----------------------------------------------------------------------------------


def test_a_contact_is_read_line_by_line():
    lines = "Media contact:\nAda Example\nPress Officer\nTel.: +41 22 123 45 67\nE-mail: press@example.org\nhttps://example.org/"
    foot = import_text(f"A headline of some words\n\n{BODY}\n\n{lines}", lang="en").value.foot
    (contact,) = foot.contacts
    assert contact.name == "Ada Example"
    assert inline_text(contact.role) == "Press Officer"
    assert [(one.kind.value, inline_text(one.children)) for one in contact.channels] == [
        ("telephone", "+41 22 123 45 67"),
        ("email", "press@example.org"),
        ("url", "https://example.org/"),
    ]


def contact_of(*lines: str, lang: str = "en") -> m.Contact:
    text = "\n".join(("Media contact", *lines))
    (found,) = import_text(
        f"New schools\n\n{BODY}\n\n{MORE}\n\n{text}", lang=lang
    ).value.foot.contacts
    return found


def ways(contact: m.Contact) -> list[tuple[str, str]]:
    return [
        (
            one.kind.value,
            " / ".join(part.value for part in one.children if isinstance(part, m.Text)),
        )
        for one in contact.channels
    ]


def test_an_address_goes_on_in_the_lines_under_it():
    found = contact_of(
        *("Ada Example", "Press Officer", "Tel. +44 20 7946 0000"),
        *("Address: 1 Station Road", "0150 Oslo", "Norway", "E-mail: press@example.org"),
    )
    assert (found.name, found.role, found.organization) == (
        "Ada Example",
        (m.Text("Press Officer"),),
        (),
    )
    assert ways(found) == [
        ("address", "1 Station Road / 0150 Oslo / Norway"),
        ("telephone", "+44 20 7946 0000"),
        ("email", "press@example.org"),
    ]


def test_a_line_with_the_number_of_a_house_is_an_address_without_a_label():
    found = contact_of(
        *("Ada Example", "Press Officer", "Ministry of Education"),
        *("1 Station Road", "0150 Oslo", "Tel. +44 20 7946 0000"),
    )
    assert found.organization == (m.Text("Ministry of Education"),)
    assert ways(found)[0] == ("address", "1 Station Road / 0150 Oslo")


@pytest.mark.parametrize("lang", list(shipped()))
def test_the_labels_of_a_contact_are_known_as_they_are_printed(lang):
    labels = language(lang).labels

    def line(label: str, value: str) -> ContactLine | None:
        written = labels.label_value.format(label=label, value=value)
        return read_contact_line(written, lang)

    hours = line(labels.hours, "9:00–17:00, 10:00–12:00")
    address = line(labels.address, "1 Station Road")
    assert hours is not None
    assert [one.kind for one in hours.channels] == [m.ChannelKind.HOURS]
    assert address is not None
    assert [one.kind for one in address.channels] == [m.ChannelKind.ADDRESS]


def test_a_contact_is_one_though_another_heading_follows():
    made = page(
        *(paragraph(MORE), heading("Media contact", 2), paragraph("Ada Example")),
        *(paragraph("Tel. +44 20 7946 0000"), heading("Notes", 2), paragraph(MORE)),
    ).value
    (contact,) = made.foot.contacts
    assert contact.name == "Ada Example"
    assert "Notes" in text_of(made)


def test_hours_in_the_text_are_no_contact():
    made = page(paragraph(MORE), paragraph("Hours: Monday to Friday, 9 to 5")).value
    assert made.foot == m.Foot()


def test_a_contact_that_is_told_in_sentences_is_a_standing_text():
    made = page(
        heading("Contact", 2), paragraph("For further information, write to press@example.org.")
    )
    (boilerplate,) = made.value.foot.boilerplates
    assert inline_text(boilerplate.title) == "Contact"
    assert "press@example.org" in text_of(boilerplate)


def test_a_fax_is_no_telephone():
    lines = "Contact\nTel.: +41 22 123 45 67\nFax: +41 22 123 45 68"
    (contact,) = import_text(
        f"A headline of words\n\n{BODY}\n\n{lines}", lang="en"
    ).value.foot.contacts
    assert [one.kind for one in contact.channels] == [
        m.ChannelKind.TELEPHONE,
        m.ChannelKind.ADDRESS,
    ]


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "About Example"),
        ("fr", "À propos d’Example"),
        ("de", "Über Example"),
        ("es", "Acerca de Example"),
    ],
)
def test_what_stands_under_about_is_a_standing_text(lang, title):
    made = page(heading(title, 2), paragraph(MORE), said=lang)
    (boilerplate,) = made.value.foot.boilerplates
    assert boilerplate.kind is m.BoilerplateKind.ABOUT
    assert inline_text(boilerplate.title) == title


def test_a_section_about_something_in_the_middle_of_a_text_stays_there():
    made = page(
        heading("About the rivers", 2), paragraph(MORE), heading("Next steps", 2), paragraph(MORE)
    )
    assert made.value.foot == m.Foot()


@pytest.mark.parametrize("mark", ["###", "# # #", "-30-", "* * *", "ENDS", "(Hết tuyên bố)"])
def test_an_end_mark_ends_the_text(mark):
    lang = "vi" if "H" in mark else "en"
    made = import_text(f"A headline of some words\n\n{BODY}\n\n{MORE}\n\n{mark}", lang=lang)
    assert made.value.foot.endmark == mark
    assert mark not in text_of(made.value.body)


def test_the_rule_under_the_columns_of_a_table_ends_no_text():
    table = "Town      People\n--------  ------\nSmall        800\nOld Port"
    made = import_text(f"A headline of some words\n\n{BODY}\n\n{table}\n\n{MORE}", lang="en").value
    assert made.foot == m.Foot()
    assert MORE in text_of(made.body)


def test_stars_in_the_middle_of_a_text_are_a_pause():
    text = f"A headline of some words\n\n{BODY}\n\n* * *\n\n" + f"{MORE}\n\n" * 6
    made = import_text(text, lang="en")
    assert m.Separator() in made.value.body.content
    assert made.value.foot.endmark is None


# ---- furniture ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "line", "kind"),
    [
        ("en", "Share on Facebook", "share"),
        ("en", "Facebook Twitter LinkedIn", "share"),
        ("fr", "Imprimer la page", "share"),
        ("en", "We use cookies to make this site work. Accept or reject them.", "cookies"),
        ("ru", "Мы используем файлы cookie, чтобы улучшить сайт.", "cookies"),
        ("ar", "جميع الحقوق محفوظة © 2018", "legal"),
        ("en", "© 2018 Ministry of Health. All rights reserved.", "legal"),
        ("en", "1,234 views", "counter"),
        ("fr", "Pour vous abonner aux mises à jour, veuillez saisir vos coordonnées ci-dessous", "subscribe"),
        ("es", "Noticias relacionadas", "related"),
        ("zh-Hans", "返回顶部", "navigation"),
        ("he", "תגובות", "comments"),
        ("hi", "साझा करें", "share"),
        ("vi", "Chia sẻ bài viết", "share"),
        ("ur", "شیئر کریں", "share"),
        ("fa", "اشتراک\u200cگذاری", "share"),
        ("pt-BR", "Todos os direitos reservados", "legal"),
        ("en", "Print Share this page Facebook X", "share"),
        ("de", "Drucken Seite teilen WhatsApp E-Mail", "share"),
        ("es", "2 comentarios", "comments"),
        ("ja", "コメント（2件）", "comments"),
        ("ur", "تبصرے (2)", "comments"),
        ("ja", "当サイトでは、利便性の向上のためにクッキーを使用しています。", "cookies"),
        ("fa", "ما از کوکی\u200cها برای بهبود کار وبگاه بهره می\u200cگیریم.", "cookies"),
        ("de", "Diese Seite setzt Cookies ein. Sie verwendet Cookies von Dritten.", "cookies"),
        ("pl", "Czytaj także: Inny komunikat z tego tygodnia", "related"),
        ("ro", "Citește și: Alt comunicat din această săptămână", "related"),
        ("el", "Διαβάστε επίσης: Μια άλλη ανακοίνωση", "related"),
        ("bn", "সর্বস্বত্ব সংরক্ষিত", "legal"),
        ("sw", "Soma pia: Habari nyingine ya wiki hii", "related"),
        ("am", "ተዛማጅ ዜናዎች", "related"),
        ("ps", "ټول حقونه خوندي دي", "legal"),
        ("so", "La wadaag", "share"),
        ("ht", "Tout dwa rezève", "legal"),
        ("pt-PT", "Leia também: Outro comunicado desta semana", "related"),
    ],
)  # fmt: skip
def test_furniture_is_left_out_and_comes_back_as_data(lang, line, kind):
    made = import_text(f"A headline of some words\n\n{BODY}\n\n{MORE}\n\n{line}", lang=lang)
    assert dropped(made) == {line: kind}
    assert line not in text_of(made.value)
    assert "import-dropped" in codes(made)


@pytest.mark.parametrize("tag", sorted(shipped()))
def test_every_language_has_its_words_for_furniture(tag):
    table = tomllib.loads(FURNITURE.read_text(encoding="utf-8"))["words"]
    own = next(one for one in fallback_chain(tag) if one in table)
    assert own.split("-")[0] == tag.split("-")[0]
    assert set(table[own]) >= {"navigation", "share", "cookies", "comments", "legal", "related"}


@pytest.mark.parametrize(
    "line", ["“OK”", "Print runs are small.", "Call 01 42 34 56 78", "Share 5"]
)
def test_words_that_furniture_has_too_are_text_where_more_is_said(line):
    made = import_text(f"A headline of some words\n\n{BODY}\n\n{line}\n\n{MORE}", lang="en")
    assert line in text_of(made.value)


def test_a_date_is_read_beside_a_button():
    line = paragraph("26 June 2018 | Print", region=Region.BEFORE)
    made = imported(heading("Programme reaches a million", 1), line, paragraph(BODY))
    assert made.value.head.issued == date(2018, 6, 26)


def test_a_date_of_other_news_beside_the_release_is_not_its_date():
    other = [paragraph("1 March 2018", region=Region.FURNITURE), link("Other news of the spring")]
    own = [heading("Programme reaches a million", 1), paragraph("26 June 2018"), paragraph(BODY)]
    made = imported(*other, *own)
    assert made.value.head.issued == date(2018, 6, 26)
    stated = imported(*other, own[0], own[2], facts=Facts(issued="2018-06-26"))
    assert stated.value.head.issued == date(2018, 6, 26)


@pytest.mark.parametrize("stated", ["2018-03-04", "2018-04-03T10:00"])
def test_day_and_month_in_digits_are_told_by_the_date_that_the_page_states(stated):
    facts = Facts(issued=stated)
    title = heading("Programme reaches a million", 1)
    made = imported(title, paragraph("03/04/2018"), paragraph(BODY), facts=facts)
    assert made.value.head.issued == date.fromisoformat(stated[:10])
    assert "import-date-order" not in codes(made)


def test_the_heading_that_the_page_names_as_its_title_is_the_headline():
    site, title = heading("The journal of our office", 1), heading("Reaching a million", 2)
    made = imported(site, title, paragraph(BODY), facts=Facts(title="Reaching a million"))
    assert inline_text(made.value.head.headline) == "Reaching a million"


@pytest.mark.parametrize(
    ("line", "hints", "day"),
    [
        ("Published: 26 June 2018", frozenset(), date(2018, 6, 26)),
        ("26 June 2018", frozenset({"metadata"}), date(2018, 6, 26)),
        ("26 June 2018", frozenset(), None),
    ],
)
def test_a_date_under_the_text_counts_where_it_is_said_to_be_one(line, hints, day):
    made = page(paragraph(line, region=Region.AFTER, hints=hints))
    assert made.value.head.issued == day


def test_an_offer_of_a_newsletter_is_left_out_with_its_heading():
    made = page(
        heading("Newsletter", 3), paragraph(MORE), heading("Next steps", 2), paragraph(BODY)
    )
    assert "Newsletter" not in text_of(made.value.body)
    assert BODY in text_of(made.value.body)


def test_what_the_page_marks_as_furniture_goes():
    made = page(
        paragraph("Our ministers and their long careers in the service.", region=Region.FURNITURE)
    )
    assert list(dropped(made).values()) == ["page"]


def test_comments_go_to_the_end():
    made = page(heading("Comments (2)", 2), paragraph(BODY), paragraph(MORE))
    assert text_of(made.value.body) == BODY
    assert len(made.dropped) == 3


def test_a_heading_that_furniture_has_too_keeps_its_text():
    made = page(heading("Resources", 2), paragraph(MORE), heading("Next steps", 2), paragraph(MORE))
    assert "Resources" in text_of(made.value.body)


def test_links_under_a_heading_for_documents_are_kept_as_related():
    made = page(heading("Documents", 2), link("The annex", "annex.pdf"), link("The map", "map.pdf"))
    assert [one.href for one in made.value.foot.related] == ["annex.pdf", "map.pdf"]


def test_links_to_other_news_are_left_out():
    made = page(heading("Related news", 2), link("Other news"), link("More news"))
    assert made.value.foot.related == ()
    assert len(made.dropped) == 3


# ---- languages and laws ------------------------------------------------------------------------


def test_a_declared_language_holds_unless_the_text_is_surely_another():
    assert imported(heading("It works", 1), paragraph(BODY), lang="en-GB").value.lang == "en-GB"
    made = imported(heading("It works", 1), paragraph(f"{BODY} {MORE}"), lang="fr")
    assert made.value.lang == "en"
    assert "import-language-declared" in codes(made)


def test_a_paragraph_in_another_language_says_so():
    russian = "Министерство сообщило сегодня, что программа охватила миллион детей в стране."
    made = page(paragraph(russian), paragraph(MORE))
    assert made.value.body.content[1].lang == "ru"
    assert "import-part-language" in codes(made)


def test_a_quoted_title_in_another_script_says_so():
    made = import_text(
        f"A headline of some words\n\n{BODY} «Что делать и кто виноват в этом» {MORE}", lang="en"
    )
    spans = [one for one in descendants(made.value.body) if isinstance(one, m.Span)]
    assert [one.lang for one in spans] == ["ru"]


def test_a_table_without_a_caption_is_called_by_the_language_and_noted():
    cell = m.Cell(m.Running((m.Text("1"),)))
    table = m.Table((), (), ((m.Row((cell, cell)),),))
    made = page(DraftBlock(table, "1 1"))
    assert inline_text(made.value.body.content[1].caption) == "Table"
    assert "import-caption" in codes(made)


def test_a_table_that_is_no_rectangle_is_kept_as_lines():
    cell = m.Cell(m.Running((m.Text("1"),)))
    made = page(DraftBlock(m.Table((), (), ((m.Row((cell, cell)), m.Row((cell,))),)), "1 1 1"))
    assert text_of(made.value.body).count("1") == 3
    assert "import-grid" in codes(made)


def test_an_address_that_leads_nowhere_leaves_its_words():
    made = page(link("the annex", "javascript:open()"))
    assert made.value.body.content[1] == m.Paragraph((m.Text("the annex"),))
    assert "import-address" in codes(made)


# ---- whole pages -------------------------------------------------------------------------------


def test_a_whole_page_gives_its_release_and_nothing_around_it():
    before, after = {"region": Region.BEFORE}, {"region": Region.AFTER}
    made = imported(
        link("Skip to main content", "#main", **before),
        paragraph("Ministry of Health", **before),
        paragraph("Home > News > Press releases", **before),
        heading("Programme reaches a million", 1),
        paragraph("By the press office", hints=frozenset({"post-author"})),
        paragraph("Released 26 June 2018 by the press office", hints=frozenset({"entry-date"})),
        paragraph(BODY),
        paragraph(MORE),
        paragraph("Tell a friend", hints=frozenset({"social-share"})),
        heading("Media contact", 2),
        paragraph("Ada Example"),
        paragraph("Tel.: +41 22 123 45 67"),
        heading("Latest news", 2, **after),
        link("Another programme begins", **after),
        heading("Leave a reply", 2, **after),
        paragraph("This is what I have always said, and nobody would listen to me.", **after),
        paragraph("About us", **after),
        paragraph("Contact us", **after),
        paragraph("© 2018 Ministry of Health", **after),
        facts=Facts(
            title="Programme reaches a million | Ministry of Health", site="Ministry of Health"
        ),
    )
    head, foot = made.value.head, made.value.foot
    assert inline_text(head.headline) == "Programme reaches a million"
    assert inline_text(head.byline) == "By the press office"
    assert inline_text(head.issuers[0].organization) == "Ministry of Health"
    assert head.issued == date(2018, 6, 26)
    assert text_of(made.value.body) == f"{BODY} {MORE}"
    assert foot.contacts[0].name == "Ada Example"
    assert foot == m.Foot(contacts=foot.contacts)
    assert len(made.dropped) == 10


def test_what_the_metadata_of_a_page_says_fills_what_its_text_leaves_open():
    facts = Facts(
        issued="2018-06-26T22:30:00+02:00",
        updated="2018-06-27",
        publisher="Ministry of Health",
        feeds=(("News", "https://example.org/rss"),),
        subjects=("health",),
    )
    made = page(facts=facts)
    head = made.value.head
    assert (head.issued, head.updated) == (date(2018, 6, 26), date(2018, 6, 27))
    assert inline_text(head.issuers[0].organization) == "Ministry of Health"
    assert head.feeds == (m.Feed("News", "https://example.org/rss"),)
    assert head.subjects == (m.Subject("health"),)
    assert "import-date-elsewhere" in codes(made)


def test_a_day_in_the_text_wins_over_that_of_the_metadata():
    made = imported(
        heading("It works", 1),
        paragraph("26 June 2018"),
        paragraph(BODY),
        facts=Facts(issued="2018-06-28"),
    )
    assert made.value.head.issued == date(2018, 6, 26)


def test_a_menu_outside_of_the_article_is_left_out():
    items = tuple(
        m.Item(m.Running((m.Link("a", (m.Text(name),)),))) for name in ("Topics", "Services")
    )
    menu = DraftBlock(m.List(items), "Topics Services", Region.BEFORE)
    made = imported(menu, heading("It works", 1), paragraph(BODY))
    assert dropped(made) == {"Topics Services": "front"}


def test_a_letterhead_with_lines_at_both_edges_is_read():
    lines = (
        "FOR IMMEDIATE RELEASE                      CONTACT: Ada Example\n"
        "June 26, 2018                              (202) 555-0143\n\n"
        "Statement on the Example Act of 2018\n\n"
    )
    made = import_text(f"{lines}{BODY}\n\n{MORE}", lang="en")
    assert inline_text(made.value.head.headline) == "Statement on the Example Act of 2018"
    assert made.value.head.issued == date(2018, 6, 26)
    (contact,) = made.value.foot.contacts
    assert contact.name == "Ada Example"
    assert inline_text(contact.channels[0].children) == "(202) 555-0143"


@pytest.mark.parametrize(
    ("declared", "taken"),
    [
        *(
            ("de-DE", "de"),
            ("en_US", "en"),
            ("zh-CN", "zh-Hans"),
            ("zh-TW", "zh-Hant"),
            ("sv-SE", "sv"),
        ),
        *(
            ("de-AT", "de-AT"),
            ("en-GB", "en-GB"),
            ("pt-BR", "pt-BR"),
            ("es-MX", "es-MX"),
            ("fr", "fr"),
        ),
    ],
)
def test_a_territory_that_goes_without_saying_is_not_said(declared, taken):
    page = f"<html lang='{declared}'><title>x</title><p>1234</p></html>"
    assert import_html(page.encode()).value.lang == taken
