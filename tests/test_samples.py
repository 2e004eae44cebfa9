"""The samples, whole: text, bytes, golden outputs, and what the outside validators say."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT, SAMPLES, sample_name
from outside_tools import ALL_MODES, axe, nu_messages, require
from tag_outline import out_of_order, outline

import pressconv
from pressconv import Format, pdfdoc

# One process converts the samples for all of these.
pytestmark = pytest.mark.xdist_group("samples")

SHORT = [path for path in SAMPLES if path.parent.name == "2026-10-13-early-warning"]
LONG = [path for path in SAMPLES if path not in SHORT]


@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_every_sample_reads_back_from_what_it_is_written_as(path):
    release = pressconv.read(path.read_bytes()).value
    assert pressconv.read(pressconv.write_xml(release)).value == release


@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_html_and_text_carry_the_same_words(path, conversions):
    assert conversions[path].proof.equal == (Format.HTML, Format.TEXT)
    assert conversions[path].proof.n_characters > 600


@pytest.mark.parametrize("path", LONG, ids=sample_name)
def test_html_is_as_reviewed(path, conversions, golden):
    page = conversions[path].files[Format.HTML].decode()
    page = re.sub(r"<style.*?</style>\n", "", page, flags=re.DOTALL)
    page = re.sub(r'src="data:([^;]*);base64,[^"]*"', r'src="data:\1"', page)
    golden(ROOT / "tests" / "golden" / sample_name(path) / "expected.html", page)


@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_text_is_as_reviewed(path, conversions, golden):
    text = conversions[path].files[Format.TEXT].decode()
    golden(ROOT / "tests" / "golden" / sample_name(path) / "expected.txt", text)


@pytest.mark.slow
@pytest.mark.parametrize("path", LONG, ids=sample_name)
def test_the_tags_of_the_pdf_are_as_reviewed(path, sample_files, golden):
    document = pdfdoc.read_pdf(sample_files[path, Format.PDF].read_bytes())
    assert document.root is not None
    golden(
        ROOT / "tests" / "golden" / sample_name(path) / "expected.tags.txt",
        outline(document.root),
    )


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_content_is_painted_in_the_order_of_the_tags(path, sample_files):
    document = pdfdoc.read_pdf(sample_files[path, Format.PDF].read_bytes())
    assert document.root is not None
    assert out_of_order(document.root) == []


@pytest.mark.slow
def test_every_sample_has_all_its_glyphs_on_paper(sample_files):
    assert {path for path, one in sample_files if one is Format.PDF} == set(SAMPLES)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("paths", "formats"),
    [(SAMPLES, [one for one in Format if one is not Format.PDF]), (LONG, [Format.PDF])],
    ids=["all-but-pdf", "pdf"],
)
def test_two_runs_in_two_folders_give_the_same_bytes(paths, formats, tmp_path):
    made = []
    for name in ("one", "another"):
        folder = tmp_path / name
        folder.mkdir()
        command = [sys.executable, "-m", "pressconv", "convert", *map(str, paths), "--force"]
        command += ["-t", ",".join(formats), "-o", str(folder / "out")]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        made.append({path.name: path.read_bytes() for path in (folder / "out").iterdir()})
    assert len(made[0]) == len(paths) * len(formats)
    assert made[0] == made[1]


@pytest.mark.outside
def test_nu_html_checker_has_nothing_to_say(sample_files):
    require("nu")
    pages = [file for (_, one), file in sample_files.items() if one is Format.HTML]
    found = nu_messages(pages)
    assert {name: messages for name, messages in found.items() if messages} == {}


@pytest.mark.outside
def test_axe_finds_no_violation_light_dark_narrow_or_spaced(sample_files):
    require("axe")
    pages = [file for (_, one), file in sample_files.items() if one is Format.HTML]
    reports = axe(pages, ALL_MODES)
    assert len(reports) == len(pages) * len(ALL_MODES)
    assert {key: report.faults for key, report in reports.items() if report.faults} == {}
