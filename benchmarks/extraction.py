"""What readers get out of our PDFs, beside stock WeasyPrint on the same pages.

    python benchmarks/extraction.py [FOLDER …] [--json] [--reader NAME …] [--keep DIR]
    python benchmarks/extraction.py --install

A FOLDER holds releases (.xml); without one, benchmarks/texts and one edition a language of the
samples are read. For every language and reader: characters right, words intact, and vocalised
words intact, in per cent, stock → ours. Stock is the same page and style sheets, and the same
lines, in the text that WeasyPrint draws itself. docs/pdf-text.md says what the figures mean.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from extraction_readers import ROOT, Reader, install, readers
from extraction_scores import Score, count, total

import pressconv
from pressconv import model as m
from pressconv.loading import find_house, load_assets
from pressconv.pdf.weasyprint import render
from pressconv.transforms import apply_typography
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDERS: Final = (
    ROOT / "benchmarks" / "texts",
    ROOT / "samples" / "2026-10-13-early-warning",
)
SKIPPED: Final = frozenset({"de-CH", "en-GB", "es-419", "fa-AF", "fr-CA", "fr-CH", "pt-BR"})
TOLERANCE: Final = 2.0  # points that a reader may lose
GOAL: Final = "tag tree"


@dataclass(frozen=True, slots=True)
class Text:
    """A release of the benchmark: its blocks as they stand on the page, and both its PDFs."""

    name: str
    lang: str
    blocks: tuple[str, ...]
    ours: Path
    stock: Path


@dataclass(frozen=True, slots=True)
class Row:
    """What one reader gets out of one language."""

    lang: str
    reader: str
    stock: Score
    ours: Score


# ---- the files -----------------------------------------------------------------------------


def texts(folders: Sequence[Path], out: Path) -> list[Text]:
    """Make both PDFs of every release in *folders*; without any, of one edition a language."""
    paths = [path for folder in folders or FOLDERS for path in sorted(folder.glob("*.xml"))]
    return [_text(path, out) for path in paths if folders or path.stem not in SKIPPED]


def _text(path: Path, out: Path) -> Text:
    release = apply_typography(pressconv.read(path.read_bytes(), name=path.name).value)
    shown = pressconv.present(release, house=find_house(path.parent))
    page = pressconv.write_html(shown, None, load_assets(release, path.parent))
    name = f"{path.parent.name}.{path.stem}"
    ours, stock = out / f"{name}.ours.pdf", out / f"{name}.stock.pdf"
    ours.write_bytes(pressconv.write_pdf(page))
    with stock_text():
        stock.write_bytes(pressconv.write_pdf(page))
    unseen = {
        pressconv.text.normal(pressconv.text.inline_text(node.alt))
        for node in descendants(release)
        if isinstance(node, m.Image) and isinstance(node.alt, tuple)
    }
    blocks = tuple(one for one in pressconv.reading_text(shown) if one not in unseen)
    return Text(name, release.lang, blocks, ours, stock)


@contextmanager
def stock_text() -> Iterator[None]:
    """Let WeasyPrint draw text itself."""
    ours = render.own_text
    render.own_text = _nothing
    try:
        yield
    finally:
        render.own_text = ours


@contextmanager
def _nothing(*_: object) -> Iterator[dict[object, str]]:
    yield {}


# ---- the figures ---------------------------------------------------------------------------


def measure(found: Sequence[Text], asked: dict[str, Reader]) -> list[Row]:
    """Ask every reader for every file."""
    rows = []
    by_lang: defaultdict[str, list[Text]] = defaultdict(list)
    for text in found:
        by_lang[text.lang].append(text)
    for name, reader in asked.items():
        files = [file for text in found for file in (text.stock, text.ours)]
        said = dict(zip(files, reader.read(files), strict=True))
        counts = {
            file: count(text.blocks, said[file])
            for text in found
            for file in (text.stock, text.ours)
        }
        rows += [
            Row(
                lang,
                name,
                total(counts[text.stock] for text in those),
                total(counts[text.ours] for text in those),
            )
            for lang, those in by_lang.items()
        ]
    return sorted(rows, key=lambda row: row.lang)


def faults(rows: Sequence[Row]) -> Iterator[str]:
    """Yield what misses the goals: a reader that loses, a language that is no better."""
    for row in rows:
        loss = row.stock.characters - row.ours.characters
        if loss > TOLERANCE:
            yield f"{row.lang}: {row.reader} loses {loss:.1f} points"
        if row.reader == GOAL and row.ours.characters < 100:
            yield f"{row.lang}: the tag tree says {row.ours.characters:.2f} %"
    for lang in dict.fromkeys(row.lang for row in rows):
        stock, ours = (
            statistics.fmean(getattr(row, kind).characters for row in rows if row.lang == lang)
            for kind in ("stock", "ours")
        )
        if ours < stock:
            yield f"{lang}: the mean over readers falls from {stock:.2f} to {ours:.2f} %"


# ---- printing ------------------------------------------------------------------------------


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--reader", action="append", metavar="NAME", help="ask only this one")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the PDFs there")
    parser.add_argument("--install", action="store_true", help="bring the readers, and stop")
    arguments = parser.parse_args()
    if arguments.install:
        install()
        return
    every = readers()
    asked = {
        name: reader
        for name, reader in every.items()
        if not reader.lack and name in (arguments.reader or every)
    }
    for name, reader in every.items():
        if reader.lack:
            print(f"missing: {name}: {reader.lack}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        out = arguments.keep or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        rows = measure(texts(arguments.folders, out), asked)
    if arguments.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
    else:
        print_table(rows)
    for fault in faults(rows):
        print(fault, file=sys.stderr)


def print_table(rows: Sequence[Row]) -> None:
    """Print a line a language and reader."""
    print(f"{'':32}{'characters':>16}{'words':>16}{'vocalised':>16}")
    for row in rows:
        shares = [
            "" if stock is None else f"{stock:6.1f} \u2192 {getattr(row.ours, kind):5.1f}"
            for kind in ("characters", "words", "vocalised")
            for stock in [getattr(row.stock, kind)]
        ]
        print(f"{row.lang:10}{row.reader:22}" + "".join(f"{one:>16}" for one in shares).rstrip())
    for lang in dict.fromkeys(row.lang for row in rows):
        means = [
            statistics.fmean(getattr(getattr(row, kind), what) for row in rows if row.lang == lang)
            for what in ("characters", "words")
            for kind in ("stock", "ours")
        ]
        print(
            f"{lang:10}{'mean':22}{means[0]:8.1f} \u2192 {means[1]:5.1f}"
            f"{means[2]:8.1f} \u2192 {means[3]:5.1f}"
        )


if __name__ == "__main__":
    main()
