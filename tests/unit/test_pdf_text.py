"""What the content stream of a PDF says: every cluster, every space, in every script."""

from __future__ import annotations

import gc
from io import BytesIO
from typing import Any

import pypdf
import pytest
import weasyprint
from printed import printed

from pressconv import pdfdoc
from pressconv.fonts import font_folders
from pressconv.pdf.weasyprint.fonts import font_configuration
from pressconv.pdf.weasyprint.lines import own_lines
from pressconv.pdf.weasyprint.text import own_text
from pressconv.pdfdoc.model import Content, descendants
from pressconv.text import nfc

TEXTS = {
    "en": "The office (in Geneva) said: efficient, official, fluffy \u201cAVATAR\u201d waffles.",
    "fr": "Le comité\u00a0: «\u202fl\u2019œuvre finie\u202f», dit-il, efface l\u2019affiche.",
    "vi": "Người dân được nhận cảnh báo bằng tiếng mẹ đẻ.",
    "he": "בְּנֵי הָאָדָם נוֹלְדוּ חָפְשִׁיִּים (וְשָׁוִים) בְּעֶרְכָּם, 217 [ב].",
    "ar": "وُلِدَ النَّاسُ (كُلُّهُم) أَحرَارًا، وَلَا 7,5 مَبدَأٌ [لِلأُمِّ] الله.",
    "fa": "هیچ\u200cکس می\u200cخواهیم (کتاب\u200cهایشان) را؛ همهٔ ۱۲۳.",
    "ur": "ٹھٹھہ، گھوٹکی، مُلکِ عزیز (آرام) کے طلبہ نے عہد کیا۔",
    "hi": "श्रीमती ज्ञानेश्वरी (कृष्ण) ऋत्विक् राष्ट्रीय र्\u200dया हृषीकेश विद्यार्थियों से क्ष त्र।",
    "bn": "চট্টোপাধ্যায়, কৃষ্ণেন্দু (ঋত্বিক) জ্ঞানদা কোনো র\u200d্যাব মৌলিক দুর্নীতি কৌশল।",
    "th": "น้ำท่วม ผู้ใหญ่ ที่ปู่ย่า ฎีกา ฐานะ กุฏิ (ซ้ำ) ๆ",
    "am": "የሰው ልጅ ሁሉ (ሲወለድ) ነጻ ነው።",
    "zh-Hans": "人人（有权）享有“生命”、自由和人身安全。",
    "ko": "모든 인간은 (태어날 때부터) 자유롭다.",
}
FACES = (
    "'Noto Serif', 'Noto Naskh Arabic', 'Noto Serif Hebrew', 'Noto Serif Devanagari',"
    " 'Noto Serif Bengali', 'Noto Serif Thai', 'Noto Serif Ethiopic', 'Noto Sans CJK SC'"
)
RTL = frozenset({"ar", "he", "fa", "ur"})
LTR = sorted(set(TEXTS) - RTL)


def source(body, lang, *, width_em=60, style=""):
    faces = f"'Noto Nastaliq Urdu', {FACES}" if lang == "ur" else FACES
    way = "rtl" if lang in RTL else "ltr"
    rules = f"@page {{ size: 500mm }} p {{ width: {width_em}em; font-family: {faces}; {style} }}"
    head = f'<meta charset="utf-8"><title>t</title><style>{rules}</style>'
    return (
        f'<!DOCTYPE html><html lang="{lang}" dir="{way}"><head>{head}</head><body>{body}'.encode()
    )


def read(page):
    return pdfdoc.read_pdf(printed(page))


def contents(document):
    """Return what each piece of marked content says, in the order of the stream."""
    found = [part for part in descendants(document.root) if isinstance(part, Content)]
    return [one.text for one in sorted(found, key=lambda one: (one.page, one.mcid))]


def recorded(page):
    """Return what is recorded of each box, and the file."""
    fonts = font_configuration(font_folders(()))
    with own_lines():
        document = weasyprint.HTML(file_obj=BytesIO(page)).render(font_config=fonts)
        with own_text(document.pages) as drawn:
            data = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
    return list(drawn.values()), data


@pytest.mark.parametrize("lang", LTR)
@pytest.mark.parametrize("width_em", [60, 9])
def test_what_is_read_from_left_to_right_is_the_text(lang, width_em):
    page = source(f"<p>{TEXTS[lang]}</p>", lang, width_em=width_em)
    assert pdfdoc.reading_text(read(page)) == (TEXTS[lang],)


@pytest.mark.parametrize("lang", sorted(RTL))
def test_a_line_from_right_to_left_has_every_character_in_its_place(lang):
    text = "".join(sign for sign in TEXTS[lang] if not sign.isascii() or sign == " ")
    text = " ".join(text.translate(dict.fromkeys(map(ord, "۱۲۳"))).split())
    (found,) = contents(read(source(f"<p>{text}</p>", lang)))
    if "لله" not in text and "لا" not in text and "لأ" not in text:
        assert nfc(found[::-1]) == text
    assert sorted(found) == sorted(text)


@pytest.mark.parametrize("lang", sorted(TEXTS))
@pytest.mark.parametrize("width_em", [60, 9])
def test_what_is_recorded_of_a_box_is_what_a_reader_gets(lang, width_em):
    text = TEXTS[lang].replace(" ", " <em>", 1).replace(" ", "</em> ").replace("</em>", " ", 1)
    said, data = recorded(source(f"<p>{text} {TEXTS[lang]}</p>", lang, width_em=width_em))
    assert said == contents(pdfdoc.read_pdf(data))


def test_what_the_engine_draws_itself_is_not_recorded():
    said, _ = recorded(source("<p>one</p><p>two \ue123</p>", "en"))
    assert said == ["one"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("one two three four", ["one ", "two ", "three ", "four"]),
        ("one<br>two", ["one ", "two"]),
        ("one <em>two</em> <b>three</b>", ["one ", "two ", "three"]),
        ("well-known", ["well-", "known"]),
        ("中文中文中文中文中文", None),
        ("คำเตือนที่ไม่มีใครเข้าใจ", None),
    ],
)
def test_a_line_ends_with_the_space_that_stands_there_and_no_other(text, ends):
    found = [one for one in contents(read(source(f"<p>{text}</p>", "en", width_em=3))) if one]
    if ends is None:
        assert len(found) > 1
        assert not any(one.endswith(" ") for one in found)
    else:
        assert found == ends


def test_a_hyphenated_line_ends_without_a_space():
    style = "hyphens: auto; hyphenate-limit-chars: 5 2 2"
    found = contents(read(source("<p>la gouvernementalité</p>", "fr", width_em=7, style=style)))
    assert [one for one in found if one.endswith("\u00ad")]
    assert not [one for one in found if one.endswith("\u00ad ")]


def test_the_space_between_two_elements_is_drawn():
    found = contents(read(source("<p><em>one</em> <b>two</b></p>", "en")))
    assert "".join(found) == "one two"


def test_a_head_that_is_repeated_has_its_spaces_on_each_page():
    rows = "<tr><td>x" * 40
    table = f"<table><thead><tr><th><p>one two</p></th></tr></thead><tbody>{rows}</tbody></table>"
    page = source(table, "en", width_em=2, style="}@page{size:200mm 100mm}p{")
    heads = [one for one in recorded(page)[0] if one.strip() in {"one", "two"}]
    assert len(heads) > 2
    assert heads == ["one ", "two"] * (len(heads) // 2)


def test_a_glyph_says_both_of_its_characters_by_two_codes():
    """A bracket that opens from left to right closes from right to left."""
    data = printed(source("<p>(a)</p><p dir='rtl'>(\u05d0)</p>", "en"))
    page: Any = pypdf.PdfReader(BytesIO(data)).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    maps = [font["/DescendantFonts"][0].get_object()["/CIDToGIDMap"] for font in fonts]
    (mapped,) = [one.get_object() for one in maps if one != "/Identity"]
    glyphs = mapped.get_data()
    numbers = [glyphs[at : at + 2] for at in range(0, len(glyphs), 2)]
    drawn = [number for number in numbers if number != b"\0\0"]
    assert len(drawn) > len(set(drawn))
    assert contents(pdfdoc.read_pdf(data)) == ["(a)", ")\u05d0("]


@pytest.mark.parametrize("is_enabled", [True, False])
def test_garbage_is_looked_for_after_a_pdf_as_it_was_before(is_enabled):
    try:
        (gc.enable if is_enabled else gc.disable)()
        printed(b'<html lang="en"><title>A page</title><body><p>Words.')
        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()
