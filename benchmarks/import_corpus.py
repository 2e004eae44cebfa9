"""How well documents import: the shares of what is found, of words kept, of furniture left.

    python benchmarks/import_corpus.py [FOLDER] [--json]

FOLDER holds NAME.{txt,html,html.gz,docx} with NAME.expected.json: {lang, headline, issued, body:
[paragraph, …], furniture: [phrase, …]}; what is null there is not asked. The default is
tests/data/import, with the sources of its files in sources.json.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "import"
SUFFIXES = (".txt", ".html", ".htm", ".html.gz", ".docx")
GOALS = {"lang": 0.98, "headline": 0.95, "issued": 0.95, "kept": 0.995, "left": 0.02}


@dataclass(frozen=True)
class Case:
    """A document and what a reader found in it."""

    name: str
    data: bytes
    expected: dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What an import found: its text is all words that a reader of the release meets."""

    lang: str
    headline: str
    issued: str | None
    text: str


@dataclass(frozen=True)
class Score:
    """How one document did: facts as right, wrong or not asked; words as counts."""

    name: str
    lang: bool | None
    headline: bool | None
    issued: bool | None
    n_words: int
    n_kept: int
    n_furniture: int
    n_left: int
    seconds: float


def cases(folder: Path) -> Iterator[Case]:
    """Yield the documents of *folder* that have an expected file."""
    for path in sorted(folder.iterdir()):
        suffix = next((one for one in SUFFIXES if path.name.endswith(one)), None)
        if suffix is None:
            continue
        expected = path.with_name(path.name.removesuffix(suffix) + ".expected.json")
        if expected.is_file():
            data = path.read_bytes()
            name = path.name.removesuffix(".gz")
            data = gzip.decompress(data) if suffix.endswith(".gz") else data
            yield Case(name, data, json.loads(expected.read_text(encoding="utf-8")))


def words(text: str) -> Counter[str]:
    """Count the words of *text*: letters and digits, without case."""
    plain = unicodedata.normalize("NFC", text.casefold())
    return Counter(re.findall(r"[\w\u0e31-\u0e4e\u0900-\u0903\u093a-\u094f]+", plain))


def same(one: str | None, other: str | None) -> bool:
    """Say whether two lines have the same words in the same order."""
    return list(words(one or "").elements()) == list(words(other or "").elements())


def score(case: Case, found: Found, seconds: float) -> Score:
    """Hold what was found against what was expected."""
    expected = case.expected
    body = words(" ".join(expected.get("body") or []))
    text = words(found.text)
    kept = (body & text).total()
    left = total = 0
    plain = " ".join(words_in_order(found.text))
    for phrase in expected.get("furniture") or []:
        own = words_in_order(phrase)
        total += len(own)
        left += len(own) if f" {' '.join(own)} " in f" {plain} " else 0
    return Score(
        case.name,
        _asked(expected, "lang", lambda value: value == found.lang),
        _asked(expected, "headline", lambda value: same(value, found.headline)),
        _asked(expected, "issued", lambda value: value == found.issued),
        body.total(),
        kept,
        total,
        left,
        seconds,
    )


def words_in_order(text: str) -> list[str]:
    """Return the words of *text* as they stand."""
    plain = unicodedata.normalize("NFC", text.casefold())
    return re.findall(r"[\w\u0e31-\u0e4e\u0900-\u0903\u093a-\u094f]+", plain)


def _asked(expected: dict[str, Any], key: str, is_right: Callable[[Any], bool]) -> bool | None:
    value = expected.get(key)
    return None if value is None else is_right(value)


def shares(scores: list[Score]) -> dict[str, float]:
    """Return the shares over all documents."""

    def right(values: list[bool | None]) -> float:
        asked = [value for value in values if value is not None]
        return sum(asked) / len(asked) if asked else 1.0

    n_words = sum(one.n_words for one in scores) or 1
    n_furniture = sum(one.n_furniture for one in scores) or 1
    return {
        "lang": right([one.lang for one in scores]),
        "headline": right([one.headline for one in scores]),
        "issued": right([one.issued for one in scores]),
        "kept": sum(one.n_kept for one in scores) / n_words,
        "left": sum(one.n_left for one in scores) / n_furniture,
    }


def run(folder: Path, found: Callable[[Case], Found]) -> list[Score]:
    """Score every document of *folder*; *found* imports one."""
    scores = []
    for case in cases(folder):
        start = time.perf_counter()
        one = found(case)
        scores.append(score(case, one, time.perf_counter() - start))
    return scores


def imported(case: Case) -> Found:
    """Import a document with pressconv."""
    from pressconv.importing import (  # noqa: PLC0415 - after the functions
        import_docx,
        import_html,
        import_text,
    )
    from pressconv.present import present  # noqa: PLC0415
    from pressconv.reading import reading_text  # noqa: PLC0415

    if case.name.endswith(".txt"):
        result = import_text(case.data.decode("utf-8"), name=case.name)
    elif case.name.endswith(".docx"):
        result = import_docx(case.data, name=case.name)
    else:
        result = import_html(case.data, name=case.name)
    release = result.value
    shown = present(release)
    issued = release.head.issued.isoformat()[:10] if release.head.issued else None
    return Found(release.lang, shown.title, issued, "\n".join(reading_text(shown)))


def main() -> int:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    scores = run(arguments.folder, imported)
    found = shares(scores)
    if arguments.json:
        print(json.dumps({"shares": found, "files": [asdict(one) for one in scores]}, indent=1))
        return 0
    for one in scores:
        facts = "".join(
            "-" if fact is None else "ny"[fact] for fact in (one.lang, one.headline, one.issued)
        )
        kept, left = f"{one.n_kept}/{one.n_words}", f"{one.n_left}/{one.n_furniture}"
        print(
            f"{one.name:55} {facts}  kept {kept:>11}  left {left:>7}  {one.seconds * 1000:5.0f} ms"
        )
    for name, value in found.items():
        print(f"{name:9} {value:7.2%}  (goal {GOALS[name]:.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
