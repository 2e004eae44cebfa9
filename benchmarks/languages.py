"""Print what the rules of languages and directions cost, warm, for a release of 1,000 words.

    python benchmarks/languages.py

Typography by language; plain text of the Arabic edition in logical and in visual order; how many
parts isolation makes. Processor time, the least of 15 runs; a Chinese word is two characters.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pressconv
from pressconv import model as m
from pressconv.options import Bidi
from pressconv.transforms import apply_isolation, apply_typography
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[1] / "samples"
RELEASE = SAMPLES / "2018-06-26-coalition-maroc"
RICH = SAMPLES / "2026-03-12-plan-littoral" / "ar.xml"
TYPOGRAPHY_MS, LOGICAL_MS, VISUAL_MS = 5.0, 3.0, 10.0
RUNS = 15


def main() -> None:
    """Measure and print."""
    for lang in ("fr", "ru", "ar", "fa", "zh-Hans"):
        raw = _read(RELEASE / f"{lang}.xml")
        cost = _least_ms(lambda raw=raw: apply_typography(raw)) * 1000 / _n_words(raw)
        _print(f"typography, {lang}", cost, TYPOGRAPHY_MS)
    release = apply_isolation(apply_typography(_read(RELEASE / "ar.xml")))
    shown, n_words = pressconv.present(release), _n_words(release)
    for order, goal in ((Bidi.LOGICAL, LOGICAL_MS), (Bidi.VISUAL, VISUAL_MS)):
        options = pressconv.TextOptions(bidi=order)
        cost = _least_ms(lambda options=options: pressconv.write_text(shown, options))
        _print(f"text, ar, {order}", cost * 1000 / n_words, goal)
    raw = apply_typography(_read(RICH))
    _print("isolation, ar", _least_ms(lambda: apply_isolation(raw)) * 1000 / _n_words(raw), None)
    made = _n_parts(apply_isolation(raw)) - _n_parts(raw)
    print(
        f"parts made in the rich Arabic release: {100 * made / _n_words(raw):.2f} a hundred words"
    )


def _read(path: Path) -> m.Release:
    return pressconv.read(path.read_bytes()).value


def _n_words(release: m.Release) -> int:
    text = " ".join(pressconv.reading_text(pressconv.present(release)))
    return len(text.split()) if len(text) < 12 * len(text.split()) else len(text) // 2


def _n_parts(release: m.Release) -> int:
    return sum(1 for one in descendants(release) if isinstance(one, m.Marked) and one.dir)


def _least_ms(work: Callable[[], object]) -> float:
    least = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least * 1000


def _print(name: str, cost_ms: float, goal_ms: float | None) -> None:
    goal = f"  goal {goal_ms:g} ms" if goal_ms else ""
    print(f"{name:<24} {cost_ms:6.2f} ms{goal}")


if __name__ == "__main__":
    main()
