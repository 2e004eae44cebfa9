"""Wide tables in a browser: on screens of any width, and printed."""

from __future__ import annotations

import subprocess

import pytest
from outside_tools import in_chromium, require

import pressconv

WIDTHS = (320, 1280)
ADDRESS = "northern.district.office.press.and.information@regional-administration.example"


def table(head, *rows):
    def row(name, cells):
        return f"<row>{''.join(f'<{name}>{cell}</{name}>' for cell in cells)}</row>"

    written = "".join(row("cell", cells) for cells in rows)
    heads = row("header", head)
    return f"<table><caption>c</caption><head>{heads}</head><rows>{written}</rows></table>"


def numbers(n_columns, head):
    return table([head] * n_columns, [str(1111 * (n + 1)) for n in range(n_columns)])


TABLES = {
    "five": table(
        ["a", "b", "c", "d", "e"], ["Donaudampfschifffahrtsgesellschaft"] * 3 + ["x"] * 2
    ),
    "address": table(
        ["Office", "E-mail", "Telephone", "Remarks"], ["North", ADDRESS, "79460", "9999"]
    ),
    "nine": numbers(9, "Verwaltungsergebnis"),
    "ten": numbers(10, "Quarterly result"),
    "twenty": numbers(20, "Year"),
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What a browser makes of each table, from the left and from the right."""
    require("axe")
    require("pdftotext")
    folder = tmp_path_factory.mktemp("tables")
    pages = {}
    for lang in ("de", "ar"):
        for name, written in TABLES.items():
            release = pressconv.read(
                f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
                f"<headline>h</headline></head><body><p>x</p>{written}</body></release>".encode()
            ).value
            pages[lang, name] = folder / f"{name}.{lang}.html"
            pages[lang, name].write_bytes(pressconv.write_html(pressconv.present(release)).data)
    order = {"pages": list(map(str, pages.values())), "widths": WIDTHS, "folder": str(folder)}
    return dict(zip(pages, in_chromium("tables.mjs", order), strict=True))


def test_a_wide_table_takes_the_room_beside_the_text_before_it_scrolls(shown):
    for (lang, name), found in shown.items():
        (one,) = found["windows"][WIDTHS.index(1280)]["tables"]
        assert one["left"] == pytest.approx(one["right"], abs=1), (lang, name)
        assert one["left"] >= 16, (lang, name)
        if name == "five":
            assert one["hidden"] == 0, lang


def test_no_table_makes_a_page_scroll_sideways(shown):
    assert {one["sideways"] for found in shown.values() for one in found["windows"]} == {0}


def test_no_column_is_cut_off_in_print(shown):
    for (lang, name), found in shown.items():
        command = ["pdftotext", "-layout", found["print"], "-"]
        printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        n_columns = {"nine": 9, "ten": 10, "twenty": 20}.get(name, 0)
        expected = [str(1111 * (n + 1)) for n in range(n_columns)]
        expected += ["9999"] if name == "address" else []
        assert [one for one in expected if one not in printed] == [], (lang, name)
