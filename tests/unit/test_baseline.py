"""Spaces and heights of lines are whole quarters of a line: as the sheets say, and as measured."""

from __future__ import annotations

import re

import pytest
import tinycss2
from conftest import ROOT, sample_name
from laid_pages import boxes, laid_pages
from weasyprint.formatting_structure.boxes import BlockBox, LineBox, TableCellBox, TextBox

from pressconv.languages import language
from pressconv.resources import style_sheet
from pressconv.writers.html.styles import pitch, text_rules

SAMPLES = ROOT / "samples"
SCRIPTS = [
    *(SAMPLES / "2018-06-26-coalition-maroc" / f"{lang}.xml" for lang in ("fr", "ar", "ur")),
    *(SAMPLES / "2026-10-13-early-warning" / f"{lang}.xml" for lang in ("hi", "th", "ja")),
]
PAPER = 0.9  # of the height of a line on a screen, but where a script climbs
CLIMBING = 2

SPACE = re.compile(r"(margin|padding)-block(-start|-end)?|line-height|gap")
ON_GRID = re.compile(
    r"0|var\(--pc-(quarter|half|space|leading|small|word|step-\d)\)"
    r"|calc\(var\(--pc-quarter\) \* [\d.]+( - (1px|2px|var\(--pc-bar\)))?\)"
    r"|calc\(var\(--pc-quarter\) / 2( - 1px)?\)"
    r"|calc\(var\(--pc-half\)( \+ var\(--pc-climb\))?( - [12]px)?\)"
    r"|calc\(var\(--pc-(leading|small|step-\d)\) \* var\(--pc-set\)\)"
)


@pytest.mark.parametrize("name", ["base.css", "print.css"])
def test_every_space_between_lines_is_said_in_quarters(name):
    wild = [
        f"{selector} {{ {prop}: {value} }}"
        for selector, prop, value in declared(style_sheet(name))
        if SPACE.fullmatch(prop)
        for one in parts(value)
        if not ON_GRID.fullmatch(one) and selector not in {"sub, sup", "p.pc-logo"}
    ]
    assert wild == []


def declared(css):
    """Yield selector, property and value of every declaration of a sheet."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        selector = " ".join(tinycss2.serialize(rule.prelude).split())
        for one in tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True):
            if one.type == "declaration":
                yield selector, one.name, tinycss2.serialize(one.value).strip()


def parts(value):
    """Return the values of a shorthand: at its spaces outside of brackets."""
    return re.findall(r"(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+", value)


@pytest.mark.parametrize("tag", ["fr", "ar", "ur", "hi", "th", "ja", "ko", "am", "vi"])
def test_lines_of_headings_are_whole_quarters_and_never_too_close(tag):
    height = language(tag).layout.line_height
    rules = text_rules(tag)
    steps = [float(one) for one in re.findall(r"--pc-step-\d:([\d.]+)", rules)]
    (tight,) = re.findall(r"--pc-tight:([\d.]+)", rules)
    (small,) = re.findall(r"--pc-small:([\d.]+)", rules)
    quarters = [one * 1.2**n / height * 4 for n, one in enumerate(steps, 1)]
    quarters.append(float(small) / 1.2 / height * 4)
    assert quarters == pytest.approx([round(one) for one in quarters], abs=0.01)
    assert len(steps) == 4
    assert min(steps) >= float(tight) - 0.01


@pytest.mark.slow
@pytest.mark.parametrize("path", SCRIPTS, ids=sample_name)
def test_paper_is_set_on_quarters_of_its_line(path, monkeypatch):
    layout = language(path.stem).layout
    share = 1 if layout.line_height > CLIMBING else PAPER
    quarter = 0.9167 * 16 * layout.scale * pitch(layout) * share / 4
    off = {
        (kind, around[-1].element_tag, round(height / quarter, 2))
        for page in laid_pages(path, monkeypatch)
        for one, around in boxes(page)
        for kind, height in heights(one, around, path.stem)
        if abs(height / quarter - round(height / quarter)) * quarter > 0.1
    }
    assert off == set()


def heights(box, around, lang):
    """Yield the heights that are to be whole quarters: of lines, of spaces with their rules.

    Lines with another script have its height. The two halves of the space in a cell are a quarter
    together.
    """
    if isinstance(box, LineBox):
        inside = (one for one, _ in boxes(box) if isinstance(one, TextBox))
        if all(one.style["lang"] == lang for one in inside):
            yield "line", box.height
    elif isinstance(box, BlockBox) and not any(isinstance(one, TableCellBox) for one in around):
        for side in ("top", "bottom"):
            margin = box.style[f"margin_{side}"]
            if margin != "auto":
                yield "margin", margin.value
            yield "padding", getattr(box, f"padding_{side}") + getattr(box, f"border_{side}_width")
