"""Folders with fonts beside those that ship: by option, in the house file, in the PDF."""

from __future__ import annotations

import subprocess
import sys

import pytest
from embedded import faces
from fontTools.ttLib import TTFont
from sources import ROOT

import pressconv
from pressconv import ConfigError, PdfOptions, RenderError
from pressconv.loading import load_house

FACE = "\N{GRINNING FACE}"
RELEASE = f"""<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en">
<head><headline>h</headline></head><body><p>{FACE}</p></body></release>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Make a folder with a font of another name that has a glyph for a face."""
    made = tmp_path_factory.mktemp("fonts")
    font = TTFont(ROOT / "fonts" / "NotoSansMath" / "NotoSansMath-Regular.ttf")
    table = font["cmap"].getcmap(3, 10)
    table.cmap = {ord(FACE): table.cmap[ord("A")]}
    font["cmap"].tables = [table]
    for record in font["name"].names:
        record.string = record.toUnicode().replace("Noto Sans Math", "Faces")
    font.save(made / "faces.ttf")
    return made


def convert(**options):
    release = pressconv.read(RELEASE.encode()).value
    return pressconv.convert(release, to="pdf", **options).value


def test_without_the_folder_the_face_is_missed():
    with pytest.raises(RenderError):
        convert()


def test_an_option_names_folders(folder):
    options = pressconv.Options(pdf=PdfOptions(fonts_dirs=(folder,)))
    assert "Faces Regular" in faces(convert(options=options))


def test_a_house_file_names_folders_relative_to_itself(folder):
    (folder / "house").mkdir(exist_ok=True)
    file = folder / "house" / "pressconv.toml"
    file.write_text('fonts_dirs = [".."]\n')
    assert "Faces Regular" in faces(convert(house=load_house(file)))


def test_a_folder_that_is_not_there_is_named(folder):
    with pytest.raises(ConfigError, match="nowhere: there is no such folder"):
        convert(options=pressconv.Options(pdf=PdfOptions(fonts_dirs=(folder / "nowhere",))))


def test_the_command_takes_several_folders(folder, tmp_path):
    (tmp_path / "r.xml").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    command = [sys.executable, "-m", "pressconv", "convert", "r.xml", "-t", "pdf", "--force"]
    for code, folders in ((0, ["empty", str(folder)]), (4, ["no", str(folder)])):
        options = [word for one in folders for word in ("--fonts-dir", one)]
        done = subprocess.run([*command, *options], cwd=tmp_path, check=False, capture_output=True)
        assert done.returncode == code, done.stderr
