"""Language detection: by script, frequent words, and what tells a variety."""

from __future__ import annotations

import pytest
from conftest import ROOT

from pressconv import model as m
from pressconv.detection import detect, main_script, scripts
from pressconv.readers.xml import read
from pressconv.text import inline_text, normal
from pressconv.walk import descendants

SAMPLES = sorted((ROOT / "samples" / "2026-10-13-early-warning").glob("*.xml"))
# Regional kinds that are not told from their parent.
SAME = {"en-GB": "en", "de-CH": "de", "fr-CA": "fr", "fr-CH": "fr", "es-419": "es"}


def body_text(path) -> str:
    body = read(path.read_bytes()).value.body
    return " ".join(
        normal(inline_text(node.children))
        for node in descendants(body)
        if isinstance(node, m.Paragraph)
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_language_that_ships_is_told(path):
    found = detect(body_text(path))
    assert found
    own = SAME.get(path.stem, path.stem)
    # The short release in Portuguese of Portugal holds no word that Brazil lacks.
    assert found.lang == {"pt-PT": "pt-BR"}.get(own, own)
    assert found.confidence > 0.2


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("د افغانستان د بهرنیو چارو وزارت وايي چې دا پرېکړه په راتلونکې اونۍ کې کېږي", "ps"),
        ("وزارت امور خارجه افغانستان میگوید که این پروگرام در ولایت کابل آغاز گردید", "fa-AF"),
        ("این نشست در دانشگاه تهران با حضور وزیر امور خارجه برگزار شد و سپتامبر ادامه دارد", "fa"),
        ("O utilizador deve registar-se e a equipa dá os contactos do facto económico", "pt-PT"),
        ("O usuário deve se cadastrar e a equipe dá os contatos do fato econômico", "pt-BR"),
        ("Il ministero ha annunciato che la nuova legge sarà in vigore dal primo gennaio", "it"),
        ("Η κυβέρνηση ανακοίνωσε σήμερα", "el"),
        ("政府今天宣布,這項法律將於明年實施,我們對此表示歡迎", "zh-Hant"),
        ("政府今天宣布,这项法律将于明年实施,我们对此表示欢迎", "zh-Hans"),
        ("政府は本日、この法律が来年施行されると発表しました", "ja"),
    ],
)
def test_varieties_and_neighbours_are_told_apart(text, lang):
    found = detect(text)
    assert found
    assert found.lang == lang


def test_a_text_without_letters_has_no_language():
    assert detect("12.5 – 2018 !") is None
    assert detect("") is None


def test_a_text_of_one_unknown_word_has_none_or_little_confidence():
    found = detect("Xyzzy")
    assert found is None or found.confidence < 0.3


def test_names_in_another_script_do_not_change_the_script_of_a_text():
    assert main_script(scripts("新製品 iPhone は本日から Apple Store で発売されます")) == "Kana"
    assert main_script(scripts("Le mot 東京 est japonais")) == "Latn"
