"""How often the rules for PDFs judge as the PDF/UA corpus of veraPDF does.

    .venv/bin/python benchmarks/audit.py FOLDER [--json]

FOLDER holds `manifest.json`: a list of files, each with ``file``, ``standard``, ``clause`` and what
is ``expected``, pass or fail. A rule that could not be evaluated counts as a failure. Rules of
PDF/A are left out: the corpus is not about them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from pressconv.audit.pdf import PDF_RULES
from pressconv.audit.rule import Status, run
from pressconv.errors import InputError
from pressconv.pdfdoc import open_pdf

RULES = [rule for rule in PDF_RULES if not rule.id.startswith("pdf-archive-")]


def main() -> None:
    """Judge every file, and print what was judged otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    listed = json.loads((arguments.folder / "manifest.json").read_text(encoding="utf-8"))
    judged = [{**one, "found": verdict(arguments.folder / one["file"])} for one in listed]
    if arguments.json:
        print(json.dumps({"scores": scores(judged), "wrong": wrong(judged)}, indent=1))
        return
    print(f"{'':24}{'files':>8}{'right':>8}")
    for name, score in scores(judged).items():
        print(f"{name:24}{score['files']:8}{score['right']:8}")
    for one in wrong(judged):
        print(f"{one['file']}: {one['expected']} expected ({one['clause']})")


def verdict(path: Path) -> str:
    """Return "pass" or "fail"."""
    try:
        outcomes = run(RULES, open_pdf(path.read_bytes()))
    except InputError:
        return "fail"
    statuses = {one.status for one in outcomes}
    return "fail" if statuses & {Status.FAILED, Status.NOT_EVALUATED} else "pass"


def scores(judged: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    """Count by standard and expected verdict."""
    files = Counter(f"{one['standard']}, {one['expected']}" for one in judged)
    missed = Counter(f"{one['standard']}, {one['expected']}" for one in wrong(judged))
    return {name: {"files": n, "right": n - missed[name]} for name, n in sorted(files.items())}


def wrong(judged: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what was judged otherwise than expected."""
    return [one for one in judged if one["found"] != one["expected"]]


if __name__ == "__main__":
    main()
