"""How well documents import: the shares of what is found, of words kept, of furniture left.

    python benchmarks/import.py [FOLDER …] [--json] [--worst N] [--peer trafilatura]

A FOLDER holds NAME.{txt,html,html.gz,docx} with NAME.expected.json, or one expected.json with all
names in it; import_scores.py says what stands in them. Without a folder those of the tests are
read. F1 is that of phrases to keep and to drop, and of the full text by four words in a row, each
also without captions and alternative texts ("bare"). A peer is measured beside us where it is
installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import statistics
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from import_scores import FACTS, NOTHING, Case, Found, Score, cases, score, shares

import pressconv
from pressconv import model as m
from pressconv.present import present
from pressconv.readers.encoding import decode
from pressconv.reading import reading_text
from pressconv.walk import map_children

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DATA: Final = Path(__file__).parents[1] / "tests" / "data" / "import"
FOLDERS: Final = (_DATA, _DATA / "pages")
GOALS: Final = {"lang": 0.98, "headline": 0.95, "issued": 0.95, "kept": 0.995, "left": 0.02}
_MS: Final = 1000
_SHOWN: Final = 150
_N_SHOWN: Final = 6


# ---- what is measured --------------------------------------------------------------------------


def _of_text(case: Case) -> pressconv.Imported:
    return pressconv.import_text(decode(case.data, file=case.name).text, name=case.name)


def _of_html(case: Case) -> pressconv.Imported:
    return pressconv.import_html(case.data, name=case.name)


def _of_docx(case: Case) -> pressconv.Imported:
    return pressconv.import_docx(case.data, name=case.name)


IMPORTS: Final[dict[str, Callable[[Case], pressconv.Imported]]] = {
    ".txt": _of_text,
    ".html": _of_html,
    ".htm": _of_html,
    ".docx": _of_docx,
}
"""What reads a kind of file, by its suffix."""


def imported(case: Case) -> Found:
    """Import a document with pressconv; nothing is found where it refuses."""
    start = time.process_time()
    try:
        release = IMPORTS[case.kind](case).value
    except pressconv.PressconvError:
        return NOTHING
    seconds = time.process_time() - start
    issued = release.head.issued.isoformat()[:10] if release.head.issued else None
    text, article = _texts(release)
    title, (bare, bare_article) = present(release).title, _texts(_bare(release))
    return Found(release.lang, title, issued, text, article, bare, bare_article, seconds)


def _texts(release: m.Release) -> tuple[str, str]:
    """Return all that a reader meets, and what of it stands under the letterhead."""
    shown = present(release)
    under = replace(shown, headline=(), subheadline=(), letterhead=())
    return "\n".join(reading_text(shown)), "\n".join(reading_text(under))


def _bare(node: Any) -> Any:  # noqa: ANN401 - any node of the model, the same kind back
    """Return *node* without alternative texts, captions and credits."""
    match node:
        case m.Image():
            return replace(node, alt=m.Decorative())
        case m.Figure():
            return replace(node, image=_bare(node.image), caption=(), credit=(), description=())
        case _:
            return map_children(node, _bare)


def trafilatura(case: Case) -> Found:
    """Extract a web page with trafilatura."""
    peer = importlib.import_module("trafilatura")
    metadata = importlib.import_module("trafilatura.metadata").extract_metadata
    start = time.process_time()
    text = peer.extract(case.data, include_comments=False) or ""
    said = metadata(case.data)
    seconds = time.process_time() - start
    title, issued = (said.title or "", said.date) if said else ("", None)
    whole = f"{title}\n{text}"
    return Found(None, title, issued, whole, text, whole, text, seconds)


PEERS: Final = {"trafilatura": trafilatura}


def run(documents: Iterable[Case], find: Callable[[Case], Found]) -> list[Score]:
    """Score every document; *find* imports one, after a first time that nobody measures."""
    scores: list[Score] = []
    for case in documents:
        if not scores:
            find(case)
        scores.append(score(case, find(case)))
    return scores


# ---- what is printed ---------------------------------------------------------------------------


def table(scores: list[Score]) -> list[str]:
    """Return the shares of each kind of file and of all, a line each."""
    names = ("headline", "issued", "lang", "kept", "left", "f1_phrases", "f1_phrases_bare",
             "f1_full", "f1_full_bare")  # fmt: skip
    titles = ("headline", "date", "lang", "kept", "left", "phrases", "(bare)", "full", "(bare)")
    lines = ["".join([f"{'':8}{'files':>6}", *(f"{one:>9}" for one in titles), "    ms   max"])]
    kinds = sorted({one.kind for one in scores})
    groups = {kind: [one for one in scores if one.kind == kind] for kind in kinds} | {"all": scores}
    for kind, group in groups.items():
        found = shares(group)
        cells = [
            f"{'–':>9}" if name not in found
            else f"{found[name]:9.3f}" if name.startswith("f1") else f"{found[name]:9.2%}"
            for name in names
        ]  # fmt: skip
        times = [one.seconds * _MS for one in group]
        lines.append(
            f"{kind:8}{len(group):6}{''.join(cells)}{statistics.median(times):6.0f}{max(times):6.0f}"
        )
    return lines


def worst(scores: list[Score], n_files: int) -> list[str]:
    """Return the files that did worst, with what they lost and kept too much."""
    lines = []
    for one in sorted(scores, key=lambda each: -each.loss)[:n_files]:
        wrong = [fact for fact in FACTS if getattr(one, fact) is False]
        kept, left = f"{one.n_kept}/{one.n_words}", f"{one.n_left}/{one.n_furniture}"
        lines.append(
            f"{one.name}: kept {kept}, left {left}; wrong: {', '.join(wrong) or 'nothing'}"
        )
        lines += [f"  lost: {text[:_SHOWN]}" for text in one.lost[:_N_SHOWN]]
        lines += [f"  left: {text[:_SHOWN]}" for text in one.left[:_N_SHOWN]]
    return lines


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    parser.add_argument("--peer", choices=PEERS)
    arguments = parser.parse_args()
    folders = arguments.folders or [one for one in FOLDERS if one.is_dir()]
    if arguments.peer and importlib.util.find_spec(arguments.peer) is None:
        parser.error(f"{arguments.peer} is not installed")
    documents = [case for folder in folders for case in cases(folder, IMPORTS)]
    if not documents:
        parser.error("there is no document with an expected file")
    found = {"pressconv": run(documents, imported)}
    if arguments.peer:
        pages = [case for case in documents if case.kind.startswith(".htm")]
        found[arguments.peer] = run(pages, PEERS[arguments.peer])
    if arguments.json:
        shown = {
            name: {"shares": shares(scores), "files": [asdict(one) for one in scores]}
            for name, scores in found.items()
        }
        print(json.dumps(shown, indent=1, ensure_ascii=False))
        return 0
    for name, scores in found.items():
        print("\n".join([name, *table(scores)]))
    print("goals: " + ", ".join(f"{name} {goal:.1%}" for name, goal in GOALS.items()))
    print("\n".join(worst(found["pressconv"], arguments.worst)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
