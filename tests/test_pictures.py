"""The pictures for a person to look at."""

from __future__ import annotations

import pictures
import pytest
from conftest import ROOT
from outside_tools import require
from PIL import Image

SAMPLE = ROOT / "samples" / "2026-10-13-early-warning" / "he.xml"


@pytest.mark.outside
def test_a_sample_is_shown_to_every_reader(tmp_path, capsys):
    require("axe", "pdftoppm")
    assert pictures.main([str(SAMPLE), "-o", str(tmp_path)]) == 0
    folder = tmp_path / "2026-10-13-early-warning.he"
    names = {path.stem for path in folder.glob("*.png")}
    windows = {
        f"html-{width}-{scheme}" for width in (320, 768, 1280) for scheme in ("light", "dark")
    }
    assert names >= {*windows, "html-forced", "html-print", "pdf-1", "text"}
    with Image.open(folder / "html-320-dark.png") as picture:
        assert picture.width == 320
        assert max(picture.convert("L").crop((0, 0, 9, 9)).tobytes()) < 64
    assert (tmp_path / f"{folder.name}.png").is_file()
    assert capsys.readouterr().out == f"{folder}.png\n"
