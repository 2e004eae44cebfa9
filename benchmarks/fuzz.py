"""Mutated documents into every reader: crashes, the slowest, memory, and what the schema says.

    python benchmarks/fuzz.py [TARGET …] [--runs N] [--seed N] [--keep DIR] [--json]

Targets stand in tests/fuzzing.py, mutations in tests/mutations.py. The same seed gives the same
inputs. With --keep, each input that crashes or takes too long is written into DIR.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fuzzing import TARGETS

if TYPE_CHECKING:
    from types import FrameType

    from fuzzing import Target

MOST_SECONDS = 2.0
MOST_MEGABYTES = 500
HANG_SECONDS = 60
DEFAULT_RUNS = 600


@dataclass
class Outcome:
    """What came of the runs of one target."""

    target: str
    runs: int = 0
    read: int = 0
    refused: int = 0
    crashes: Counter[str] = field(default_factory=Counter)
    slow: int = 0
    slowest: float = 0.0
    slowest_run: str = ""
    seconds: float = 0.0


class HangError(Exception):
    """An input took too long."""


def run_target(name: str, n_runs: int, seed: int, keep: Path | None) -> Outcome:
    """Run one target on *n_runs* mutated documents."""
    target, outcome = TARGETS[name], Outcome(name)
    seeds = target.seeds()
    for number in range(n_runs):
        random = Random(f"{name} {seed} {number}")  # noqa: S311 - to repeat a run, not to keep a secret
        data = target.input(random, seeds)
        n_crashes = sum(outcome.crashes.values())
        seconds = _once(target, data, outcome)
        if seconds > outcome.slowest:
            outcome.slowest, outcome.slowest_run = seconds, f"{number} ({len(data):,} bytes)"
        if seconds > MOST_SECONDS:
            outcome.slow += 1
            _keep(keep, f"{name}-{seed}-{number}.slow", data)
        if sum(outcome.crashes.values()) > n_crashes:
            _keep(keep, f"{name}-{seed}-{number}.crash", data)
    return outcome


def _once(target: Target, data: bytes, outcome: Outcome) -> float:
    start = time.process_time()
    signal.alarm(HANG_SECONDS)
    try:
        is_read = target.run(data)
    except Exception as error:  # a crash is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        outcome.crashes[f"{type(error).__name__}: {error!s:.100} ({last.name})"] += 1
    else:
        outcome.read += is_read
        outcome.refused += not is_read
    finally:
        signal.alarm(0)
    seconds = time.process_time() - start
    outcome.runs += 1
    outcome.seconds += seconds
    return seconds


def _keep(folder: Path | None, name: str, data: bytes) -> None:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _hang(number: int, frame: FrameType | None) -> None:
    raise HangError(f"more than {HANG_SECONDS} s")


def megabytes() -> int:
    """Return the most memory that this process has had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (2**20 if sys.platform == "darwin" else 2**10)


def main() -> int:
    """Run, print, and return 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", help=", ".join(TARGETS))
    parser.add_argument("--runs", type=int, default=DEFAULT_RUNS, help="of all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    targets = options.targets or list(TARGETS)
    if not set(targets) <= set(TARGETS):
        parser.error(f"the targets are {', '.join(TARGETS)}")
    signal.signal(signal.SIGALRM, _hang)
    before = megabytes()
    share = -(-options.runs // len(targets))
    outcomes = [run_target(one, share, options.seed, options.keep) for one in targets]
    peak = megabytes()
    if options.json:
        print(json.dumps({"targets": [asdict(one) for one in outcomes], "megabytes": peak}))
    else:
        _print(outcomes, before, peak)
    is_good = peak < MOST_MEGABYTES and not any(one.crashes or one.slow for one in outcomes)
    return 0 if is_good else 1


def _print(outcomes: list[Outcome], before: int, peak: int) -> None:
    print("target     runs   read refused crashes  slow  slowest   mean")
    for one in outcomes:
        crashes = sum(one.crashes.values())
        mean = 1000 * one.seconds / max(one.runs, 1)
        print(
            f"{one.target:<8} {one.runs:>6} {one.read:>6} {one.refused:>7} {crashes:>7} "
            f"{one.slow:>5} {one.slowest:>6.2f} s {mean:>4.0f} ms"
        )
    for one in outcomes:
        for crash, number in one.crashes.most_common(20):
            print(f"  {one.target}: {number} × {crash}")
        if one.slow:
            print(f"  {one.target}: the slowest is run {one.slowest_run}")
    runs = sum(one.runs for one in outcomes)
    print(f"{runs:,} inputs; most memory {peak} MB ({before} MB at the start)")


if __name__ == "__main__":
    sys.exit(main())
