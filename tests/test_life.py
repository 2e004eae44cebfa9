"""The life of a release: under embargo, corrected, withdrawn; in four languages."""

from __future__ import annotations

import base64
import io
import re

import pypdf
import pytest
from conftest import ROOT, converted
from outside_tools import ALL_MODES, axe, in_chromium, nu_messages, require, verapdf

import pressconv
from pressconv import Format, pdfdoc

CASES = sorted((ROOT / "tests" / "golden" / "life").glob("*/release.xml"))
HEADS = {
    "embargoed.en": "Under embargo until May 4, 2026, 10:00 AM Central European Summer Time",
    "embargoed.fr": "Sous embargo jusqu’au 4 mai 2026 à 10 h 00 (heure d’été d’Europe centrale)",
    "embargoed.zh-Hans": "2026年5月4日10:00（中欧夏令时间）前不得发布",
    "canceled.en": "Withdrawn",
    "canceled.fr": "Communiqué annulé",
    "canceled.zh-Hans": "已撤回",
}


def case_name(path):
    return path.parent.name


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Write every case as a page, a fragment's head data, a PDF and a text."""
    folder = tmp_path_factory.mktemp("life")
    made = {}
    for path in CASES:
        # Apart, as a page names the sizes of what is made with it.
        for formats in ((Format.HTML, Format.HEAD), (Format.PDF,), (Format.TEXT,)):
            for one, data in converted(path, formats).files.items():
                made[path, one] = folder / f"{case_name(path)}.{one.suffix}"
                made[path, one].write_bytes(data)
    return made


@pytest.mark.parametrize("path", CASES, ids=case_name)
def test_every_output_says_it_as_reviewed(path, files, golden):
    page = files[path, Format.HTML].read_text(encoding="utf-8")
    golden(
        path.with_name("expected.html"),
        re.sub(r"<style.*?</style>\n", "", page, flags=re.DOTALL),
    )
    golden(path.with_name("expected.txt"), files[path, Format.TEXT].read_text(encoding="utf-8"))
    head = files[path, Format.HEAD].read_text(encoding="utf-8")
    golden(path.with_name("expected.head.json"), head)


@pytest.mark.parametrize("name", HEADS)
def test_every_page_of_the_pdf_says_it_at_its_head(name):
    path = next(one for one in CASES if case_name(one) == name)
    data = lengthened(path, Format.PDF)
    assert is_in_the_head_of_every_page(HEADS[name], data)
    said = pdfdoc.reading_text(pdfdoc.read_pdf(data))
    assert len([one for one in said if HEADS[name] in one.replace("\u00a0", " ")]) == 1


def lengthened(path, to):
    """Convert a case with so many paragraphs that they fill several pages."""
    text = path.read_text(encoding="utf-8")
    paragraph = re.search("<p>.*</p>\n", text)
    assert paragraph
    long = text.replace("</section>", f"{paragraph[0] * 40}</section>").encode()
    house = pressconv.find_house(path.parent)
    return pressconv.convert(pressconv.read(long).value, to=to, house=house).value


def is_in_the_head_of_every_page(words, pdf):
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) > 1
    texts = (" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in pages)
    return all(words in text for text in texts)


@pytest.mark.outside
@pytest.mark.parametrize("name", ["embargoed.en", "canceled.fr"])
def test_a_browser_prints_why_it_may_not_be_used_on_every_page(name, tmp_path):
    require("axe")
    page = tmp_path / "page.html"
    path = ROOT / "tests" / "golden" / "life" / name / "release.xml"
    page.write_bytes(lengthened(path, Format.HTML))
    (printed,) = in_chromium("printed.mjs", [str(page)])
    assert is_in_the_head_of_every_page(HEADS[name], base64.b64decode(printed))


@pytest.mark.outside
def test_no_validator_has_anything_to_say(files):
    for tool in ("nu", "axe", "verapdf"):
        require(tool)
    pages = [file for (_, one), file in files.items() if one is Format.HTML]
    assert not any(nu_messages(pages).values())
    reports = axe(pages, ALL_MODES)
    assert {key: report.faults for key, report in reports.items() if report.faults} == {}
    pdfs = [file for (_, one), file in files.items() if one is Format.PDF]
    verdicts = verapdf(pdfs, "ua1")
    assert {name: one.failed for name, one in verdicts.items() if not one.passed} == {}
