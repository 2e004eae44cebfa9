"""Files as the command line takes them: raw text in any encoding."""

from __future__ import annotations

import pytest
from conftest import SAMPLES

from pressconv.convert import Format
from pressconv.errors import ReadError
from pressconv.intake import ImportJob, import_files
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.reading import reading_text

ENCODINGS = {
    "windows-1251": "ru",
    "koi8-r": "ru",
    "windows-1252": "fr",
    "windows-1256": "ar",
    "gb18030": "zh-Hans",
    "big5": "zh-Hant",
    "shift_jis": "ja",
    "euc-kr": "ko",
    "utf-16-le": "ru",
}


def scraped(lang):
    path = next(one for one in SAMPLES if one.parent.name.endswith("warning") and one.stem == lang)
    return "\n\n".join(reading_text(present(read(path.read_bytes()).value)))


def imported(tmp_path, data, **options):
    path = tmp_path / "release.txt"
    path.write_bytes(data)
    (outcome,) = import_files([str(path)], ImportJob(folder=None, **options))
    return outcome


def codes(outcome):
    return [note.code for note in outcome.notes if note.code.startswith("encoding")]


@pytest.mark.parametrize(("encoding", "lang"), ENCODINGS.items())
def test_a_text_in_an_encoding_that_nobody_says_is_read_with_a_note(tmp_path, encoding, lang):
    data = scraped(lang).encode(encoding, "replace")
    guessed, told = imported(tmp_path, data), imported(tmp_path, data, encoding=encoding)
    assert guessed.data[Format.XML] == told.data[Format.XML]
    assert (codes(guessed), codes(told)) == (["encoding-guessed"], [])
    assert f'xml:lang="{lang}"' in guessed.data[Format.XML].decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_that_tells_its_encoding_itself_has_no_note(tmp_path, encoding):
    outcome = imported(tmp_path, scraped("ru").encode(encoding))
    assert codes(outcome) == []
    assert 'xml:lang="ru"' in outcome.data[Format.XML].decode()


def test_what_is_no_text_is_refused_with_its_file(tmp_path):
    outcome = imported(tmp_path, bytes(range(128, 160)) * 9, encoding="utf-8")
    assert isinstance(outcome.error, ReadError)
    assert "release.txt" in str(outcome.error)
