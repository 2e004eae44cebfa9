"""Bytes of a raw document → its characters."""

from __future__ import annotations

import codecs
import time

import pytest

from pressconv.errors import ReadError
from pressconv.readers.encoding import decode, usable

RUSSIAN = (
    "Сегодня министерство сообщило о начале программы помощи семьям с детьми. Выплаты начнутся "
    "весной, заявления принимают во всех отделениях. Решение принято по итогам встречи."
)
ARABIC = "\u0623\u0639\u0644\u0646\u062a \u0627\u0644\u0648\u0632\u0627\u0631\u0629 " * 12
SAMPLES = {
    "windows-1250": "Ministerstvo dnes oznámilo, že příští rok začne vyplácet vyšší příspěvky. "
    * 3,
    "windows-1251": RUSSIAN,
    "windows-1252": "Le ministère a annoncé aujourd’hui l’été de la réforme, déjà très attendue. "
    * 3,
    "windows-1254": "Bakanlık bugün yeni yardım programının başladığını açıkladı; ödeme güz için. "
    * 3,
    "windows-1256": ARABIC,
    "koi8-r": RUSSIAN,
    "gb18030": "外交部今天宣布，双方就气候变化问题举行了会谈，并发表联合声明。" * 3,
    "big5": "外交部今天宣布，雙方就氣候變遷問題舉行了會談，並發表聯合聲明。" * 3,
    "shift_jis": "外務省は本日、気候変動に関する協議を行い、共同声明を発表したと明らかにした。" * 3,
    "euc-jp": "外務省は本日、気候変動に関する協議を行い、共同声明を発表したと明らかにした。" * 3,
    "euc-kr": "외교부는 오늘 기후 변화에 관한 협의를 하고 공동 성명을 발표했다고 밝혔다. " * 3,
    "utf-16-le": RUSSIAN,
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_an_encoding_that_nobody_declares_is_guessed_with_a_note(encoding):
    text = SAMPLES[encoding]
    found = decode(text.encode(encoding), file="page")
    assert found.text == text
    assert [note.code for note in found.notes] == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", [name for name in SAMPLES if name != "utf-16-le"])
def test_a_declaration_that_fits_is_believed_without_a_note(encoding):
    text = SAMPLES[encoding]
    found = decode(text.encode(encoding), file="page", declared=encoding)
    assert (found.text, found.notes) == (text, ())


@pytest.mark.parametrize("encoding", SAMPLES)
def test_what_the_user_says_holds(encoding):
    data = SAMPLES[encoding].encode(encoding)
    assert decode(data, file="page", encoding=encoding).text == SAMPLES[encoding]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_wins_over_a_declaration(mark, encoding):
    found = decode(mark + RUSSIAN.encode(encoding), file="page", declared="koi8-r")
    assert (found.text, found.notes) == (RUSSIAN, ())


def test_utf_8_proves_itself_against_a_declaration():
    found = decode(RUSSIAN.encode(), file="page", declared="iso-8859-1")
    assert found.text == RUSSIAN
    assert [note.code for note in found.notes] == ["encoding-wrong"]


def test_plain_ascii_is_no_matter_for_a_note():
    assert decode(b"plain", file="page", declared="windows-1251").notes == ()


def test_bytes_that_the_declared_encoding_lacks_are_counted():
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    found = decode(data, file="page", declared="utf-8")
    assert found.text == f"{RUSSIAN}\ufffd{RUSSIAN}"
    assert "1 bytes" in found.notes[0].message


def test_labels_mean_what_browsers_take_them_for():
    assert usable("latin1") == "cp1252"
    assert usable("gb2312") == "gb18030"
    assert usable("ks_c_5601-1987") == "cp949"


@pytest.mark.parametrize("label", ["punycode", "no-such", "x-user-defined", "a\0b"])
def test_what_is_no_encoding_of_files_is_not_usable(label):
    assert usable(label) is None


@pytest.mark.parametrize("encoding", ["no-such", "hex", "ascii"])
def test_an_encoding_that_is_wrong_or_none_is_refused(encoding):
    with pytest.raises(ReadError) as caught:
        decode(RUSSIAN.encode(), file="page", encoding=encoding)
    assert caught.value.problems[0].code == "encoding"


def test_a_picture_is_no_text():
    with pytest.raises(ReadError) as caught:
        decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, file="page")
    assert caught.value.problems[0].code == "encoding"


def test_damage_in_an_encoding_without_a_sign_for_it_is_no_bug():
    data = RUSSIAN.encode("windows-1251").replace(b"\xc2", b"\x98", 1)
    found = decode(data * 40, file="page", declared="windows-1251")
    assert "encoding-damaged" in [one.code for one in found.notes]


def test_a_long_line_of_ascii_before_a_guess_takes_no_time():
    start = time.process_time()
    decode(b"word " * 40_000 + b"\n" + RUSSIAN.encode("windows-1251"), file="page")
    assert time.process_time() - start < 3
