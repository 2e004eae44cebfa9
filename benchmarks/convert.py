"""What converting one release costs, beside bare imports and stock WeasyPrint in the same run.

    .venv/bin/python benchmarks/convert.py [--release XML] [--runs N] [--json]

Every figure is the median of the runs (21 unless told), CPU time in milliseconds, wall time
beside it. The commands take turns, so that a machine that slows down slows all of them. The
processes run as a user's do: from compiled bytecode, and without rnc2rng, a tool of the tests
that lxml would import wherever it finds it.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pressconv
from pressconv import htmldoc, pdfdoc
from pressconv.audit.gate import gate
from pressconv.loading import find_house, load_assets
from pressconv.pdf.profiles import Profile, claims
from pressconv.transforms import apply_typography

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "samples" / "2018-06-26-coalition-maroc" / "fr.xml"
COLD_FACTOR = 3.0
WARM_MS = 5.0
TYPOGRAPHY_MS = 5.0
TEXT_COST = 0.05
STOCK_TEXT = "write pdf, in the engine's text"
GATE_SHARE = 0.4
_STOCK = "stock WeasyPrint, the same page"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians in milliseconds."""

    name: str
    cpu_ms: float
    wall_ms: float
    note: str = ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--release", type=Path, default=RELEASE)
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = [*cold(arguments.release, arguments.runs), *warm(arguments.release, arguments.runs)]
    if arguments.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
        return
    print(f"{'':44}{'CPU ms':>10}{'wall ms':>10}")
    for row in rows:
        print(f"{row.name:44}{row.cpu_ms:10.2f}{row.wall_ms:10.2f}  {row.note}".rstrip())


# ---- whole processes -----------------------------------------------------------------------


def cold(release: Path, runs: int) -> list[Row]:
    """Measure whole processes, from start to exit."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_bytes(_page(release).data)
        stock = f"import weasyprint; weasyprint.HTML({str(page)!r}).write_pdf('/dev/null')"
        imports = "import lxml.etree, click, babel"
        commands = {
            f"cold: {imports}": _python(imports),
            "cold: convert -t html,text": _convert(release, folder, "html,text"),
            "cold: stock WeasyPrint, the same page": _python(stock),
            "cold: convert -t pdf": _convert(release, folder, "pdf"),
        }
        for command in commands.values():  # leaves the bytecode behind
            _process(command)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(_process(command))
    rows = [_row(name, values) for name, values in times.items()]
    ratio = rows[1].cpu_ms / rows[0].cpu_ms
    rows[1] = Row(
        rows[1].name, rows[1].cpu_ms, rows[1].wall_ms, f"{ratio:.2f} x imports (goal {COLD_FACTOR})"
    )
    return rows


def _python(program: str) -> list[str]:
    return [sys.executable, "-c", f"import sys; sys.modules['rnc2rng'] = None; {program}"]


def _convert(release: Path, folder: str, formats: str) -> list[str]:
    arguments = ["pressconv", "convert", str(release), "--force", "-o", folder, "-t", formats]
    return _python(f"sys.argv = {arguments!r}; from pressconv.cli import main; main()")


def _process(command: list[str]) -> tuple[float, float]:
    """Run a process with its output thrown away; return its CPU and wall time in ms."""
    start = time.perf_counter()
    with Path(os.devnull).open("w", encoding="utf-8") as nothing:
        actions = [(os.POSIX_SPAWN_DUP2, nothing.fileno(), fd) for fd in (1, 2)]
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        child = os.posix_spawn(command[0], command, environment, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    wall = time.perf_counter() - start
    return (usage.ru_utime + usage.ru_stime) * 1000, wall * 1000


# ---- stages, warm --------------------------------------------------------------------------


def warm(path: Path, runs: int) -> list[Row]:
    """Measure every stage in one warm process."""
    stages = _stages(path)
    for stage in stages.values():
        stage()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in stages}
    for _ in range(runs):
        for name, stage in stages.items():
            times[name].append(_stage(stage))
    rows = {name: _row(f"warm: {name}", values) for name, values in times.items()}
    together = ("read", "present", "write html", "write text")
    cpu = sum(rows[name].cpu_ms for name in together)
    wall = sum(rows[name].wall_ms for name in together)
    total = Row("warm: read + present + html + text", cpu, wall, f"goal {WARM_MS} ms")
    cost = _least(times["write pdf"]) / _least(times[STOCK_TEXT]) - 1
    note = f"{cost:+.1%} for our own text, at least (goal {TEXT_COST:.0%})"
    rows["write pdf"] = replace(rows["write pdf"], note=note)
    share = rows["gate"].cpu_ms / rows[_STOCK].cpu_ms
    rows["gate"] = replace(rows["gate"], note=f"{share:.2f} x stock (goal {GATE_SHARE})")
    return [*rows.values(), total, _typography(path, rows["typography"])]


def _least(values: list[tuple[float, float]]) -> float:
    """Return the least CPU time: what the machine's other work adds is not ours."""
    return min(cpu for cpu, _ in values)


def _typography(path: Path, row: Row) -> Row:
    """Scale the time of typography to a release of 1,000 words."""
    release = pressconv.read(path.read_bytes()).value
    n_words = len(" ".join(pressconv.reading_text(pressconv.present(release))).split())
    factor = 1000 / n_words
    name = "warm: typography of 1,000 words"
    return Row(name, row.cpu_ms * factor, row.wall_ms * factor, f"goal {TYPOGRAPHY_MS} ms")


def _stages(path: Path) -> dict[str, Callable[[], object]]:
    # The bare processes above must not pay for these.
    import weasyprint  # noqa: PLC0415
    from extraction import stock_text  # noqa: PLC0415

    data = path.read_bytes()
    house = find_house(path.parent)
    raw = pressconv.read(data).value
    release = apply_typography(raw)
    assets = load_assets(release, path.parent)
    shown = pressconv.present(release, house=house)
    page = pressconv.write_html(shown, None, assets)
    text = pressconv.write_text(shown)
    pdf = pressconv.write_pdf(page)
    blocks = pressconv.reading_text(shown)

    def audit() -> object:
        claimed = claims(Profile.UA1, has_source=False)
        return gate(pdf, name="", blocks=blocks, title=shown.title, lang=shown.lang, claims=claimed)

    def stock() -> object:
        document = weasyprint.HTML(file_obj=io.BytesIO(page.data))
        return document.write_pdf(pdf_variant="pdf/ua-1")

    def with_stock_text() -> object:
        with stock_text():
            return pressconv.write_pdf(page)

    stages: dict[str, Callable[[], object]] = {
        "read": lambda: pressconv.read(data),
        "typography": lambda: apply_typography(raw),
        "present": lambda: pressconv.present(release, house=house),
        "write html": lambda: pressconv.write_html(shown, None, assets),
        "write text": lambda: pressconv.write_text(shown),
        "read back html": lambda: htmldoc.reading_text(page.data),
        "read back text": text.blocks,
        "write pdf": lambda: pressconv.write_pdf(page),
        STOCK_TEXT: with_stock_text,
        _STOCK: stock,
        "read back pdf": lambda: pdfdoc.reading_text(pdfdoc.read_pdf(pdf)),
        "gate": audit,
    }
    return stages


def _stage(stage: Callable[[], object]) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    stage()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def _row(name: str, values: list[tuple[float, float]]) -> Row:
    return Row(
        name,
        statistics.median(cpu for cpu, _ in values),
        statistics.median(wall for _, wall in values),
    )


def _page(path: Path) -> pressconv.Html:
    release = pressconv.read(path.read_bytes()).value
    return pressconv.write_html(pressconv.present(release))


if __name__ == "__main__":
    main()
