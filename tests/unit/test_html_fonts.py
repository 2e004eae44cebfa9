"""Embedded fonts: only what a page uses, under the names that its sheets know, and really used."""

from __future__ import annotations

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont
from outside_tools import in_chromium, require

import pressconv
from pressconv.errors import RenderError
from pressconv.writers.html import Fonts, HtmlOptions

RULE = re.compile(
    r'@font-face\{font-family:"(?P<name>[^"]*)";font-weight:(?P<weight>\d+);'
    r"font-style:(?P<style>\w+)(?:;unicode-range:(?P<range>[^;]*))?;"
    r'src:url\(data:font/woff2;base64,(?P<data>[^)]*)\) format\("woff2"\)\}'
)
PAGE = "One <em>two</em> <strong>three</strong>"


def release(body, lang="en"):
    return pressconv.read(
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>Head</headline></head><body><p>{body}</p></body></release>".encode()
    ).value


def page(body=PAGE, lang="en", fonts=Fonts.EMBED, to="html", **more):
    options = pressconv.Options(html=HtmlOptions(fonts=fonts, **more))
    return pressconv.convert(release(body, lang), to=to, options=options).value


def rules(data):
    """Return each face of a page, by name, weight and style, with its characters."""
    found: dict[tuple[str, int, str], list[tuple[str, str]]] = {}
    for rule in RULE.finditer(data.decode()):
        with TTFont(io.BytesIO(base64.b64decode(rule["data"]))) as font:
            characters = "".join(sorted(map(chr, font.getBestCmap())))
        key = (rule["name"], int(rule["weight"]), rule["style"])
        found.setdefault(key, []).append((characters, rule["range"]))
    return found


def test_by_default_the_fonts_are_the_readers():
    assert rules(page(fonts=Fonts.SYSTEM)) == {}


def test_each_face_holds_the_characters_set_in_it():
    found = rules(page())
    serif = {key[1:]: faces for key, faces in found.items() if key[0] == "Noto Serif"}
    assert serif[400, "italic"] == [("otw", None)]
    assert serif[700, "normal"] == [("ehrt", None)]
    assert set("One") <= set(serif[400, "normal"][0][0])
    assert found["Noto Sans", 700, "normal"] == [("Hade", None)]
    assert ("Noto Serif", 700, "italic") not in found


def test_another_language_brings_its_own_face():
    found = rules(page('One <span xml:lang="ar">كلمة</span>'))
    ((characters, _),) = found["Noto Naskh Arabic", 400, "normal"]
    assert set("كلمة") <= set(characters)
    assert "O" not in characters


@pytest.mark.parametrize("text", ["→", "✓", "中", "한", "ש"])
def test_what_no_named_face_has_is_a_part_of_the_first(text):
    faces = rules(page(f"One {text}"))["Noto Serif", 400, "normal"]
    assert (text, f"U+{ord(text):X}") in faces


def test_marks_stay_with_their_letters():
    faces = rules(page("One נְתַנ"))["Noto Serif", 400, "normal"]
    (hebrew,) = [characters for characters, part in faces if part]
    assert set("\u05b0\u05b7נת") <= set(hebrew)


@pytest.mark.parametrize(
    ("lang", "word", "parts"),
    [("th", "\u0e04\u0e33", "\u0e4d\u0e32"), ("bn", "\u09aa\u09cc", "\u09c7\u09d7")],
)
def test_a_character_that_browsers_take_apart_brings_its_parts(lang, word, parts):
    faces = [set(face) for found in rules(page(word, lang)).values() for face, _ in found]
    assert any({*word, *parts} <= face for face in faces)


def test_what_has_no_glyph_is_not_missed():
    assert rules(page("One\u00a0\u2060\u200b ☎\ufe0e"))


def test_a_character_that_no_font_has_is_an_error():
    with pytest.raises(RenderError, match="U\\+1F600"):
        page("\N{GRINNING FACE}")


@pytest.mark.parametrize("drawn", ["\u1680", "\u0605"])
def test_a_space_or_control_that_is_drawn_needs_a_font(drawn):
    with pytest.raises(RenderError, match=f"U\\+{ord(drawn):04X}"):
        page(f"One {drawn} two")


def test_a_sign_around_what_follows_is_embedded_with_its_font():
    assert any(
        "\u0600" in one for faces in rules(page("\u0600١٢", "ar")).values() for one, _ in faces
    )


def test_two_runs_give_the_same_bytes():
    from pressconv.writers.html import faces

    first = page()
    faces._woff2.cache_clear()
    assert page() == first


def test_the_pdf_does_not_depend_on_the_fonts_of_the_page():
    assert page(to="pdf") == page(to="pdf", fonts=Fonts.SYSTEM)


@pytest.mark.outside
@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", f"{PAGE} → ✓ ☎ 中文 한글 עברית"),
        ("ar", "كلمة <em>كلمة</em> <strong>كلمة</strong> One ١٢٣"),
        ("ru", f"Слово {PAGE}"),
    ],
)
def test_a_browser_draws_embedded_faces_only(lang, body, tmp_path):
    require("axe")
    path = tmp_path / "page.html"
    path.write_bytes(page(body, lang))
    (found,) = in_chromium("faces.mjs", [str(path)])
    assert found
    assert [one for one in found if not one["embedded"]] == []
