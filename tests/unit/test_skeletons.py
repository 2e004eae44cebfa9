"""What to begin with: it validates and converts as it stands, and says what is left to do."""

from __future__ import annotations

import dataclasses
import re
from typing import get_args, get_type_hints

import pytest
from xml_inputs import release, value

import pressconv
from pressconv import ConfigError, Format, House, read_house
from pressconv import model as m
from pressconv.begin import id_of
from pressconv.languages import Choices, language, shipped
from pressconv.readers.xml import read
from pressconv.skeletons import new_house, new_release, new_translation
from pressconv.skeletons.emptying import has_words
from pressconv.writers.xml.comments import comment, commented

GAPS = {"gap-issued", "gap-text"}
GENRE, IMMEDIATE = m.GenreKey.STATEMENT, m.DistributionKey.IMMEDIATE


# ---- comments ----------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["a--b", "---", "a-", "-->", "<!--", "\0", "\u202e", "\ud800"])
def test_a_comment_holds_any_words(words):
    written = commented(release().encode(), lambda number, _: words if number == 3 else "")
    assert read(written).value == value()
    assert "\u202e" not in written.decode()


def test_a_comment_stands_above_its_line_as_deep_as_the_line():
    xml = b"<a>\n  <b/>\n</a>"
    found = commented(xml, lambda number, line: f"{number}: {line}\nmore" if line == "<b/>" else "")
    assert found == b"<a>\n  <!-- 2: <b/>\n       more -->\n  <b/>\n</a>"
    assert comment("a\n\nb") == "<!-- a\n\n     b -->"


# ---- a release ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", [*shipped(), "tlh"])
def test_a_new_release_converts_in_every_language_with_notes_at_most(lang):
    found = read(new_release(lang))
    assert found.value.lang == lang
    assert {note.code for note in found.notes} <= {*GAPS, "language-unknown"}
    made = pressconv.convert_all(found.value, to=[Format.XML, Format.HTML, Format.TEXT])
    assert {note.code for note in made.notes} <= {"language-fallback"}


@pytest.mark.parametrize("lang", ["fr", "ar", "zh-Hans"])
def test_a_new_release_has_a_pdf(lang):
    assert pressconv.convert(read(new_release(lang)).value, to="pdf").value.startswith(b"%PDF")


@pytest.mark.parametrize("lang", list(shipped()))
def test_every_example_in_a_comment_is_valid_where_it_stands(lang):
    text = new_release(lang).decode()
    examples = re.findall(r"<!--<.*?>-->", text)
    assert len(examples) > 15
    for example in examples:
        own = text.replace(example, example.removeprefix("<!--").removesuffix("-->"))
        if "<distribution " in example:  # the other one of two
            own = own.replace('<distribution key="immediate"/>', "")
        assert read(own.encode()).value.lang == lang


@pytest.mark.parametrize("genre", m.GenreKey)
def test_a_new_release_tells_the_label_of_its_genre_in_the_language(genre):
    text = new_release("ar", id="essai", genre=genre).decode()
    assert f"Its label is printed: {language('ar').genres[genre]}." in text
    assert f"Its label is printed: {language('ar').distributions[IMMEDIATE]}." in text
    found = read(text.encode()).value
    assert (found.id, found.head.genre) == ("essai", m.Genre(genre))


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("-", "release"),
        ("fr.xml", "here"),
        ("2026-05-04-night-trains/fr.xml", "2026-05-04-night-trains"),
        ("Night Trains.fr.xml", "night-trains"),
        ("chiffr.xml", "chiffr"),
        ("../release_fr.xml", "release"),
        ("/fr.xml", "release"),
        ("été.xml", "t"),
    ],
)
def test_a_release_is_named_by_its_file_or_its_folder(output, name, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert id_of(output, "fr") == name


# ---- a translation -----------------------------------------------------------------------------


def line(data, name):
    """Return the line of the first element *name*."""
    lines = map(str.strip, data.decode().split("\n"))
    return next(one for one in lines if re.match(f"<{name}[ />]", one))


def translated(body, lang="ar", **others):
    return line(new_translation(value(body, **others), lang), "p")


def test_words_become_places_between_the_parts_that_they_stood_in():
    body = '<p xml:id="p1">Le <em>mot</em>, <a href="https://e.example/">ici</a>.</p>'
    assert translated(body) == (
        '<p xml:id="p1">[[…]] <em>[[…]]</em>, <a href="https://e.example/">[[…]]</a>.</p>'
    )


@pytest.mark.parametrize(
    "kept",
    [
        "<code>ls -l</code>",
        '<span xml:lang="en">managed realignment</span>',
        '<a href="https://e.example/a">https://e.example/a</a>',
        '<a href="mailto:presse@e.example">presse@e.example</a>',
        '<num value="12">12</num>',
        '<ruby>12<reading xml:lang="ja">juni</reading></ruby>',
        "<sup>2</sup>",
        "12/03/2018",
    ],
)
def test_what_everybody_writes_alike_and_what_is_foreign_stays(kept):
    assert translated(f"<p>{kept}</p>") == f"<p>{kept}</p>"


@pytest.mark.parametrize(
    ("source", "lang", "expected"),
    [
        ('<num value="1240.5">1&#xA0;240,5</num>', "en", '<num value="1240.5">1,240.5</num>'),
        ('<num value="12400">12,4 mille</num>', "en", '<num value="12400">[[…]]</num>'),
        ('<num value="7">1&#xA0;240</num>', "en", '<num value="7">[[1,240]]</num>'),
        ("1&#xA0;240,5", "en", "[[1,240.5]]"),
        ("8,1", "de", "8,1"),
        ("8,1", "ar-EG", "[[٨٫١]]"),
        ("2018", "fa", "2018"),
    ],
)
def test_a_number_is_written_as_the_language_does_or_proposed(source, lang, expected):
    assert translated(f"<p>{source}</p>", lang) == f"<p>{expected}</p>"


def test_figures_of_another_script_are_read_as_figures():
    source = read(release("<p>\u06f2\u06f0\u06f1\u06f8</p>").replace('"fr"', '"fa"').encode()).value
    assert line(new_translation(source, "fr"), "p") == "<p>2018</p>"


def test_a_name_is_its_original_where_that_is_in_the_language():
    name = '<name kind="person">Salma Ouzrane<original xml:lang="ar">سلمى</original></name>'
    assert translated(f"<p>{name}</p>") == '<p><name kind="person">سلمى</name></p>'
    assert translated(f"<p>{name}</p>", "ru") == (
        '<p><name kind="person">[[…]]<original xml:lang="ar">سلمى</original></name></p>'
    )


def test_a_part_that_says_the_language_of_the_source_says_the_new_one():
    body = '<p xml:lang="en">See <span xml:lang="fr" dir="ltr">ici</span></p>'
    assert translated(body) == '<p xml:lang="en">See <span xml:lang="ar">[[…]]</span></p>'
    assert translated('<p xml:lang="fr-CA" dir="ltr">ici</p>') == "<p>[[…]]</p>"
    assert translated('<p dir="rtl">ici</p>') == '<p dir="rtl">[[…]]</p>'


def test_texts_of_every_kind_become_places():
    body = (
        '<figure><image src="a.png"><alt>La carte</alt></image><caption>Une carte</caption>'
        "</figure><p><abbr>SNTC<expansion>Service</expansion></abbr><footnote>Note</footnote></p>"
    )
    foot = (
        "<foot><contact><name>Ada</name><telephone>+33 1</telephone><email>a@b.example</email>"
        "<address>Quai 7<br/>Sérane</address><hours>Matin</hours></contact>"
        "<endmark>###</endmark></foot>"
    )
    data = new_translation(value(body, foot=foot), "ar")
    assert line(data, "alt") == "<alt>[[…]]</alt>"
    assert line(data, "caption") == "<caption>[[…]]</caption>"
    abbreviation = "<abbr>[[…]]<expansion>[[…]]</expansion></abbr>"
    assert line(data, "p") == f"<p>{abbreviation}<footnote>[[…]]</footnote></p>"
    assert line(data, "name") == "<name>[[…]]</name>"
    assert line(data, "telephone") == "<telephone>+33 1</telephone>"
    assert line(data, "email") == "<email>a@b.example</email>"
    assert line(data, "address") == (
        '<address><span xml:lang="fr">Quai 7<br/>Sérane</span></address>'
    )
    assert line(data, "hours") == "<hours>[[…]]</hours>"
    assert line(data, "endmark") == "<endmark>###</endmark>"


def test_a_label_of_the_language_is_left_out_and_one_of_the_release_is_a_place():
    head = '<genre key="{}">{}</genre><distribution key="immediate">{}</distribution>'
    rules = language("fr")
    own = head.format("statement", rules.genres[GENRE], rules.distributions[IMMEDIATE])
    data = new_translation(value(head=own), "ar")
    assert line(data, "genre") == '<genre key="statement"/>'
    assert line(data, "distribution") == '<distribution key="immediate"/>'
    data = new_translation(value(head=head.format("other", "Lettre ouverte", "À tous")), "ar")
    assert line(data, "genre") == '<genre key="other">[[…]]</genre>'
    assert line(data, "distribution") == '<distribution key="immediate">[[…]]</distribution>'


def test_the_head_says_that_it_is_a_translation_and_of_what():
    head = (
        '<issued when="2018-06-26"/><edition hreflang="ar" href="ar.html">عنوان</edition>'
        '<edition hreflang="en" href="en.html">Title</edition>'
    )
    data = new_translation(value(head=head, start=' version="3"'), "ar")
    found = read(data).value
    assert found.head.issued == value(head=head).head.issued
    assert found.version is None
    assert found.head.editions == (
        m.Edition("fr", title="T"),
        m.Edition("en", "en.html", "Title"),
    )
    assert found.head.translation == m.Translation(
        "fr", ("fr",), m.Method.UNKNOWN, source_version=3
    )
    assert "The source calls this edition: عنوان -->" in data.decode()


def test_a_translation_of_a_translation_keeps_what_is_authoritative():
    known = '<translation from="en" authoritative="en" method="human" translator="J"'
    head = f'{known} source="https://e.example/en" source-version="2"/>'
    found = read(new_translation(value(head=head), "AR-eg")).value
    assert found.lang == "ar-EG"
    assert found.head.translation == m.Translation(
        "fr", ("en",), m.Method.UNKNOWN, source="https://e.example/en"
    )


def test_the_reader_lists_what_is_left_of_a_translation():
    notes = read(new_translation(value("<p>un</p><p>deux <em>mots</em></p>"), "ar")).notes
    left = [one.code for one in notes]
    assert left.count("gap-text") == 3  # the headline, and a line for each paragraph
    assert "gap-method" in left


def test_a_release_is_not_translated_into_its_own_language():
    with pytest.raises(ConfigError, match="is in 'fr' already"):
        new_translation(value(), "FR")


@pytest.mark.parametrize("text", ["", " ", "12 %", "###", "https://e.example/a", "a@b.example, 7"])
def test_what_has_no_letters_outside_addresses_has_no_words(text):
    assert not has_words(text)
    assert has_words(f"{text} mot")


# ---- a house file ------------------------------------------------------------------------------


def uncommented():
    return re.sub("^#(?=[^ \n])", "", new_house().decode(), flags=re.MULTILINE)


def test_a_new_house_file_is_read_as_it_stands_and_says_nothing():
    assert read_house(new_house()) == House()


def test_a_new_house_file_has_an_example_of_every_key():
    house = read_house(uncommented().encode())
    for field in dataclasses.fields(House):
        assert getattr(house, field.name) != getattr(House(), field.name), field.name
    for kind, made in parts(house):
        for field in dataclasses.fields(kind):
            assert getattr(made, field.name), field.name
    assert len(tuple(house.typography.made())) == len(dataclasses.fields(Choices))


def parts(house):
    """Yield the dataclasses inside a house, each with the first that was made."""
    access, theme = house.accessibility, house.themes["harbour"]
    said = (house.issuer["en"], house.disclaimers[0], access, access.languages["fr"])
    made = (*said, theme, theme.dark)
    assert {kind for hint in get_type_hints(House).values() for kind in inside(hint)} == {
        *(type(one) for one in (house.typography, house.text, *made)),
    }
    yield Choices, house.typography
    for one in made:
        yield type(one), one


def inside(hint):
    if dataclasses.is_dataclass(hint):
        yield hint
        for one in get_type_hints(hint).values():
            yield from inside(one)
    for one in get_args(hint):
        yield from inside(one)


def test_every_key_of_a_new_house_file_says_its_default():
    text = new_house().decode()
    for field in dataclasses.fields(House):
        about = re.split(rf"^#(?:\[+)?{field.name}\b", text, flags=re.MULTILINE)[0]
        assert re.search(r"Default: [^\n]*\.\n(?:#[^\n]*\n)?$", about), field.name
