"""Samples → pictures for a person to look at: web page, PDF and text, alone and side by side.

Run `make pictures`, or `make pictures SAMPLES=samples/2018-06-26-coalition-maroc/ar.xml`; with
`SAMPLES="--fonts embed …"` the web pages bring our faces, with `--theme` they look otherwise. A
sample gets a folder in build/pictures with the web page in windows of three widths, light and dark,
in forced colours and on paper; every page of the PDF; the text as a terminal shows it. Beside the
folder, one picture has phone, desktop, PDF and terminal side by side.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import validators
from PIL import Image

import pressconv
from pressconv import Format
from pressconv.loading import find_house, load_assets
from pressconv.writers.html import Fonts, HtmlOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTHS_PX = (320, 768, 1280)
PAPER_PX = 794  # A4, as CSS has it
TERMINAL_PX = 760
COLUMN_PX = 640  # in the picture that has everything side by side; a phone keeps its own width
GAP_PX = 24
MAX_HEIGHT_PX = 6000
PDF_DPI = 96
TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 16px; background: #111; color: #ddd }}
pre {{ margin: 0; font: 14px/1.5 monospace; unicode-bidi: plaintext; text-align: start }}
</style><pre>{}</pre>
"""


@dataclass(frozen=True)
class Shot:
    """A picture of a web page: how wide the window is, and what the reader asked for."""

    page: str
    picture: str
    width: int
    scheme: str = "light"
    forced: bool = False
    media: str = "screen"


def main(arguments: Sequence[str]) -> int:
    """Take the pictures of the samples that are named, else of all."""
    options = _options(arguments)
    for tool in ("axe", "pdftoppm"):
        if lack := validators.lacking(tool):
            print(f"{tool}: {lack}", file=sys.stderr)
            return 6
    for sample in options.samples:
        folder: Path = options.output / f"{sample.parent.name}.{sample.stem}"
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        page, pdf, text = _convert(sample, folder, options.fonts, options.theme)
        _photograph(list(_shots(page, text, folder)))
        _rasterize(pdf, folder)
        _side_by_side(folder).save(folder.with_name(f"{folder.name}.png"))
        print(f"{folder}.png")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Take pictures of samples.")
    parser.add_argument("samples", nargs="*", type=Path, help="canonical XML; default: all")
    parser.add_argument("-o", "--output", type=Path, default=Path("build/pictures"))
    parser.add_argument("--fonts", type=Fonts, choices=Fonts, default=Fonts.SYSTEM)
    parser.add_argument("--theme", default="")
    options = parser.parse_args(arguments)
    options.samples = options.samples or sorted(Path("samples").glob("*/*.xml"))
    return options


def _convert(sample: Path, folder: Path, fonts: Fonts, theme: str) -> list[Path]:
    """Write the outputs of a sample into *folder*; of the text, a page that shows a terminal."""
    release = pressconv.read(sample.read_bytes(), name=str(sample)).value
    made = pressconv.convert_all(
        release,
        to=[Format.HTML, Format.PDF, Format.TEXT],
        options=pressconv.Options(html=HtmlOptions(fonts=fonts), theme=theme),
        assets=load_assets(release, sample.parent),
        house=find_house(sample.parent),
    ).value.files
    terminal = TERMINAL.format(html.escape(made[Format.TEXT].decode())).encode()
    files = {
        "release.html": made[Format.HTML],
        "release.pdf": made[Format.PDF],
        "text.html": terminal,
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder.resolve() / name for name in files]


def _shots(page: Path, text: Path, folder: Path) -> Iterator[Shot]:
    def picture(name: str) -> str:
        return str(folder.resolve() / f"{name}.png")

    for width in WIDTHS_PX:
        for scheme in ("light", "dark"):
            yield Shot(str(page), picture(f"html-{width}-{scheme}"), width, scheme)
    yield Shot(str(page), picture("html-forced"), WIDTHS_PX[1], "dark", forced=True)
    yield Shot(str(page), picture("html-print"), PAPER_PX, media="print")
    yield Shot(str(text), picture("text"), TERMINAL_PX)


def _photograph(shots: list[Shot]) -> None:
    subprocess.run(
        [validators.node(), validators.OUTSIDE / "pictures.mjs"],
        input=json.dumps([asdict(shot) for shot in shots]),
        env={**os.environ, "CHROMIUM": validators.chromium()},
        encoding="utf-8",
        check=True,
    )


def _rasterize(pdf: Path, folder: Path) -> None:
    subprocess.run(["pdftoppm", "-r", str(PDF_DPI), "-png", pdf, folder / "pdf"], check=True)


def _side_by_side(folder: Path) -> Image.Image:
    """Put phone, desktop, paper and terminal side by side, each from its top."""
    paper = _below_each_other([_open(path) for path in sorted(folder.glob("pdf-*.png"))])
    columns = [
        _open(folder / f"html-{WIDTHS_PX[0]}-light.png"),
        _narrowed(_open(folder / f"html-{WIDTHS_PX[-1]}-light.png")),
        _narrowed(paper),
        _narrowed(_open(folder / "text.png")),
    ]
    height = min(MAX_HEIGHT_PX, max(column.height for column in columns))
    width = sum(column.width for column in columns) + GAP_PX * (len(columns) - 1)
    sheet = Image.new("RGB", (width, height), "gray")
    left = 0
    for column in columns:
        sheet.paste(column, (left, 0))
        left += column.width + GAP_PX
    return sheet


def _below_each_other(pages: list[Image.Image]) -> Image.Image:
    height = sum(page.height + GAP_PX for page in pages)
    sheet = Image.new("RGB", (max(page.width for page in pages), height), "gray")
    top = 0
    for page in pages:
        sheet.paste(page, (0, top))
        top += page.height + GAP_PX
    return sheet


def _narrowed(picture: Image.Image) -> Image.Image:
    height = round(picture.height * COLUMN_PX / picture.width)
    return picture.resize((COLUMN_PX, height), Image.Resampling.LANCZOS)


def _open(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
