"""What a page weighs, how soon it is seen, and whether it moves, as Chromium loads it from a site.

    .venv/bin/python benchmarks/pages.py [XML ...] [--json]

Each release is loaded as one page and as a page with files, at 320, 768 and 1280 px. Weights are
those of all that was asked for at 1280 px, as it is and as a server compresses it; the time to the
first paint is the median of the widths, from a server on this machine. Images come 0.2 s late, so
that a page that has kept no room for them moves.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

from outside_tools import in_chromium  # noqa: E402 - the tests' own way into the browser
from validators import lacking  # noqa: E402

import pressconv  # noqa: E402
from pressconv import AssetsMode, Format, HtmlOptions, Options  # noqa: E402
from pressconv.loading import find_house, load_assets  # noqa: E402

RELEASES = (
    ROOT / "samples" / "2018-06-26-coalition-maroc" / "fr.xml",
    ROOT / "samples" / "2026-03-12-plan-littoral" / "fr.xml",
    ROOT / "samples" / "2026-03-12-plan-littoral" / "ar.xml",
)
WIDTHS = (320, 768, 1280)
POLICIES = {AssetsMode.INLINE: None, AssetsMode.FILES: "default-src 'self'"}
COMPRESSED = frozenset({".html", ".css", ".svg"})


@dataclass(frozen=True, slots=True)
class Row:
    """One page: weights in bytes, with and without images, the sum of layout shifts, a time."""

    release: str
    assets: str
    requests: int
    weight: int
    gzip_weight: int
    weight_without_images: int
    layout_shift: float
    first_paint_ms: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("releases", nargs="*", type=Path, default=RELEASES, metavar="XML")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if reason := lacking("axe"):
        raise SystemExit(f"no browser: {reason}")
    rows = [row for path in arguments.releases for row in measured(path)]
    if arguments.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
        return
    titles = ("requests", "KB", "gzip KB", "no images", "shift", "paint ms")
    print(f"{'':36}{'':8}" + "".join(f"{title:>11}" for title in titles))
    for row in rows:
        print(
            f"{row.release:36}{row.assets:8}{row.requests:11}{row.weight / 1024:11.1f}"
            f"{row.gzip_weight / 1024:11.1f}{row.weight_without_images / 1024:11.1f}"
            f"{row.layout_shift:11.4f}{row.first_paint_ms:11.0f}"
        )


def measured(path: Path) -> list[Row]:
    """Load a release in both forms."""
    release = pressconv.read(path.read_bytes(), name=str(path)).value
    assets, house = load_assets(release, path.parent), find_house(path.parent)
    rows = []
    for mode, policy in POLICIES.items():
        made = pressconv.convert_all(
            release,
            to=[Format.HTML],
            options=Options(html=HtmlOptions(assets=mode)),
            assets=assets,
            house=house,
        ).value
        files = {"page.html": made.files[Format.HTML], **made.companions}
        rows.append(_row(f"{release.id}.{release.lang}", mode, files, _visits(files, policy)))
    return rows


def _visits(files: dict[str, bytes], policy: str | None) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        order = {"folder": folder, "pages": ["page.html"], "widths": WIDTHS, "policy": policy}
        visits: list[dict[str, Any]] = in_chromium("served.mjs", order)
    return visits


def _row(name: str, mode: AssetsMode, files: dict[str, bytes], visits: list[dict[str, Any]]) -> Row:
    asked = [one["path"].lstrip("/") for one in visits[-1]["requests"]]
    loaded = {path: files[path] for path in asked if path in files}
    page = loaded["page.html"]
    images = [data for path, data in loaded.items() if _is_image(path)]
    inline = sum(len(part.partition(b'"')[0]) for part in page.split(b'src="data:')[1:])
    weight = sum(map(len, loaded.values()))
    return Row(
        release=name,
        assets=mode.value,
        requests=len(loaded),
        weight=weight,
        gzip_weight=sum(_compressed(path, data) for path, data in loaded.items()),
        weight_without_images=weight - sum(map(len, images)) - inline,
        layout_shift=max(one["shift"] for one in visits),
        first_paint_ms=statistics.median(one["firstPaint"] or 0 for one in visits),
    )


def _is_image(path: str) -> bool:
    return Path(path).suffix not in {".html", ".css", ".woff2"}


def _compressed(path: str, data: bytes) -> int:
    return len(gzip.compress(data, 6)) if Path(path).suffix in COMPRESSED else len(data)


if __name__ == "__main__":
    main()
