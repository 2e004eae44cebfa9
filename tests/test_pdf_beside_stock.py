"""The PDF with text of our own beside stock WeasyPrint's: it says more and looks the same."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from itertools import product

import pytest
from conftest import ROOT, SAMPLES, sample_name
from outside_tools import require
from PIL import Image, ImageChops, ImageStat

import pressconv
from pressconv import pdfdoc
from pressconv.loading import find_house, load_assets
from pressconv.pdf.weasyprint import render

LANGUAGES = frozenset({"ar", "fa", "he", "ur", "hi", "bn", "th", "am", "fr", "zh-Hans", "ko", "vi"})
CHOSEN = [path for path in SAMPLES if path.stem in LANGUAGES]
TEXTS = sorted((ROOT / "benchmarks" / "texts").glob("*.xml"))

HALF = 127
SIDE = 8  # of the windows of SSIM, in pixels
SIMILAR = 0.999


@contextmanager
def nothing(_):
    yield {}


def written(path, monkeypatch):
    """Return the presentation of a release, and its PDF as we and as stock WeasyPrint draw it."""
    release = pressconv.read(path.read_bytes()).value
    shown = pressconv.present(release, house=find_house(path.parent))
    page = pressconv.write_html(shown, None, load_assets(release, path.parent))
    ours = pressconv.write_pdf(page)
    with monkeypatch.context() as patch:
        patch.setattr(render, "own_text", nothing)
        return shown, ours, pressconv.write_pdf(page)


@pytest.mark.slow
@pytest.mark.parametrize("path", [*CHOSEN, *TEXTS], ids=sample_name)
def test_the_tags_say_no_less_than_with_stock_text(path, monkeypatch):
    shown, ours, stock = written(path, monkeypatch)
    expected = pressconv.reading_text(shown)
    said, before = (
        pdfdoc.similarity(expected, pdfdoc.reading_text(pdfdoc.read_pdf(data)))
        for data in (ours, stock)
    )
    assert said >= before


@pytest.mark.outside
@pytest.mark.slow
@pytest.mark.parametrize("path", [*CHOSEN, *TEXTS], ids=sample_name)
def test_nothing_moves_on_the_page(path, monkeypatch, tmp_path):
    require("pdftoppm")
    _, ours, stock = written(path, monkeypatch)
    pages = [pictures(data, tmp_path / name) for name, data in (("a", ours), ("b", stock))]
    for one, other in zip(*pages, strict=True):
        difference = ImageChops.difference(one, other)
        assert not any(difference.histogram()[HALF + 1 :])
        assert similarity(one, other, difference) >= SIMILAR


def pictures(data, folder):
    """Return the pages of a PDF at 100 dpi, in grey."""
    folder.mkdir()
    file = folder / "page.pdf"
    file.write_bytes(data)
    subprocess.run(["pdftoppm", "-r", "100", "-gray", file, folder / "p"], check=True)
    return [Image.open(path) for path in sorted(folder.glob("*.pgm"))]


def similarity(one, other, difference):
    """Return the mean structural similarity (SSIM) of two pictures, over windows side by side."""
    width, height = one.size
    corners = list(product(range(0, width - SIDE + 1, SIDE), range(0, height - SIDE + 1, SIDE)))
    windows = [(x, y, x + SIDE, y + SIDE) for x, y in corners]
    differing = [window for window in windows if difference.crop(window).getbbox()]
    lost = sum(1 - ssim(one.crop(window), other.crop(window)) for window in differing)
    return 1 - lost / len(windows)


def ssim(one, other):
    """Return the structural similarity of one window."""
    means = [ImageStat.Stat(window).mean[0] for window in (one, other)]
    variances = [ImageStat.Stat(window).var[0] for window in (one, other)]
    pairs = list(zip(one.tobytes(), other.tobytes(), strict=True))
    together = sum((a - means[0]) * (b - means[1]) for a, b in pairs) / len(pairs)
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    light = (2 * means[0] * means[1] + c1) / (means[0] ** 2 + means[1] ** 2 + c1)
    return light * (2 * together + c2) / (sum(variances) + c2)
