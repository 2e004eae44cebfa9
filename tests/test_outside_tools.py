"""The outside validators really judge: each finds a known fault, and passes a good file."""

from __future__ import annotations

from pathlib import Path

import pytest
import weasyprint
from outside_tools import ALL_MODES, ASKED_MODES, axe, nu_messages, require, verapdf
from pypdf import PdfWriter

pytestmark = pytest.mark.outside

FONT = Path(__file__).parents[1] / "fonts" / "NotoSerif" / "NotoSerif-Regular.ttf"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<style>{style}</style></head>
<body><main><h1>A page</h1>{body}</main></body></html>
"""


def page(folder, name, body="<p>Good text.</p>", style=""):
    path = folder / name
    path.write_text(PAGE.format(body=body, style=style), encoding="utf-8")
    return path


def rules(report):
    return [violation.rule for violation in report.violations]


def test_nu_finds_a_duplicate_id_and_passes_a_good_page(tmp_path):
    require("nu")
    good = page(tmp_path, "good é.html")  # a name that has to be escaped in an address
    bad = page(tmp_path, "bad.html", '<p id="a">1</p><p id="a">2</p>')
    found = nu_messages([good, bad])
    assert found[str(good)] == []
    first = found[str(bad)][0]
    assert (first.kind, first.text, first.line) == ("error", "Duplicate ID “a”.", 5)


def test_axe_finds_an_image_without_alt_and_passes_a_good_page_in_every_mode(tmp_path):
    require("axe")
    good = page(tmp_path, "good.html")
    bad = page(tmp_path, "bad.html", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')
    found = axe([good, bad], screenshots=tmp_path / "shots")
    assert [found[str(good), mode].faults for mode in ALL_MODES] == [()] * 4
    assert [rules(found[str(bad), mode]) for mode in ALL_MODES] == [["image-alt"]] * 4
    assert (tmp_path / "shots" / "001-good.narrow.png").read_bytes().startswith(b"\x89PNG")


def test_the_browser_measures_each_mode_by_itself(tmp_path):
    require("axe")
    wide = page(tmp_path, "wide.html", '<p style="width: 600px">wide</p>')
    dark = "@media (prefers-color-scheme: dark) { p { background: #222; color: #333 } }"
    dim = page(tmp_path, "dim.html", style=dark)
    # Eighteen characters in room for twenty: enough, until somebody asks for more space.
    box = "font: 16px monospace; width: 20ch; white-space: nowrap; overflow: hidden"
    tight = page(tmp_path, "tight.html", f'<p style="{box}">123456789 12345678</p>')
    found = axe([wide, dim, tight])
    sideways = [mode for mode in ALL_MODES if found[str(wide), mode].overflow_px]
    unreadable = [mode for mode in ALL_MODES if rules(found[str(dim), mode]) == ["color-contrast"]]
    cut_off = [mode for mode in ALL_MODES if found[str(tight), mode].clipped == ("p",)]
    assert (sideways, unreadable, cut_off) == (["narrow"], ["dark"], ["spacing"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("screen and (forced-colors: active)", ["forced", "forced-dark"]),
        ("(prefers-contrast: more)", ["more", "more-dark"]),
        ("screen and (prefers-color-scheme: dark)", ["forced-dark", "more-dark"]),
        ("(prefers-reduced-motion: reduce)", ["still"]),
        ("print", ["paper"]),
    ],
)
def test_the_browser_asks_for_what_a_mode_says(query, expected, tmp_path):
    require("axe")
    path = page(tmp_path, "asked.html", style=f"@media {query} {{ p {{ inline-size: 3000px }} }}")
    found = axe([path], ASKED_MODES)
    assert [mode for mode in ASKED_MODES if found[str(path), mode].overflow_px] == expected


def test_the_browser_tells_what_a_page_asks_for_and_lets_nothing_out(tmp_path):
    require("axe")
    link = '<img alt="x" src="https://pressconv.invalid/a.png"><img alt="y" src="near.png">'
    path = page(tmp_path, "curious.html", link)
    report = axe([path], modes=["light"])[str(path), "light"]
    near = (tmp_path / "near.png").as_uri()
    assert sorted(report.requests) == [near, "https://pressconv.invalid/a.png"]
    assert len(report.errors) == 2


def test_verapdf_fails_an_untagged_file_and_a_broken_one_and_passes_a_tagged_one(tmp_path):
    require("verapdf")
    good, bad, broken = (tmp_path / name for name in ("good.pdf", "bad.pdf", "broken.pdf"))
    style = f"@font-face {{ font-family: F; src: url({FONT.as_uri()}) }} * {{ font-family: F }}"
    text = PAGE.format(style=style, body="<p>Good text.</p>")
    good.write_bytes(weasyprint.HTML(string=text).write_pdf(pdf_variant="pdf/ua-1"))
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(bad)
    broken.write_bytes(b"no PDF")
    found = verapdf([good, bad, broken], "ua1")
    assert found[str(good)].passed, found[str(good)].failed
    assert not found[str(bad)].passed
    assert ("7.1", 11) in [(clause.clause, clause.test) for clause in found[str(bad)].failed]
    assert [clause.clause for clause in found[str(broken)].failed] == ["unreadable"]


def test_a_missing_tool_skips_or_fails_with_its_reason(monkeypatch):
    monkeypatch.setattr("outside_tools.missing", lambda tool: f"no {tool} here")
    monkeypatch.delenv("PRESSCONV_NO_SKIP", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no nu here"):
        require("nu")
    monkeypatch.setenv("PRESSCONV_NO_SKIP", "1")
    with pytest.raises(pytest.fail.Exception, match="no nu here"):
        require("nu")
