"""Files → what tools other than ours say of them: Nu, axe-core in Chromium, veraPDF.

Starting one costs seconds and a file costs milliseconds, so each takes all its files at once.
A test calls `require` first: it skips where the tool is missing, and fails where it must be there.
`tools/bootstrap.py --outside` installs them all.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
import validators
from plugins.no_skip import forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Tool: TypeAlias = Literal["axe", "nu", "verapdf", "pdftotext", "pdftoppm"]
Mode: TypeAlias = Literal[
    "light",
    "dark",
    "narrow",
    "spacing",
    "forced",
    "forced-dark",
    "more",
    "more-dark",
    "still",
    "paper",
]
Flavour: TypeAlias = Literal[
    "ua1", "ua2", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4f", "wt1a", "wt1r"
]

ALL_MODES: tuple[Mode, ...] = ("light", "dark", "narrow", "spacing")
ASKED_MODES: tuple[Mode, ...] = ("forced", "forced-dark", "more", "more-dark", "still", "paper")
TIMEOUT_S = 600  # a hundred pages in four modes take half of it on two cores


@dataclass(frozen=True, slots=True)
class Message:
    """What the Nu checker says of a place; ``kind`` is "error", "warning" or "info"."""

    kind: str
    text: str
    line: int = 0
    column: int = 0
    extract: str = ""


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of axe-core that elements of a page break, or that only a person can judge."""

    rule: str
    impact: str
    help: str
    targets: tuple[str, ...]
    summaries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageReport:
    """One page in one mode, as Chromium shows it. A faultless page has empty tuples only."""

    name: str
    mode: str
    violations: tuple[Violation, ...]
    incomplete: tuple[Violation, ...]
    n_passes: int
    overflow_px: int  # how far the page can be scrolled sideways
    clipped: tuple[str, ...]  # elements that cut off text of theirs
    requests: tuple[str, ...]  # addresses asked for, the page's own left out
    errors: tuple[str, ...]  # of the console and of scripts

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything that is wrong, a line each; empty for a page without fault."""
        return (
            *(f"{v.rule}: {v.help}: {', '.join(v.targets)}" for v in self.violations),
            *((f"scrolls sideways by {self.overflow_px} px",) if self.overflow_px else ()),
            *(f"cuts off text: {element}" for element in self.clipped),
            *(f"asks for {address}" for address in self.requests),
            *(f"console: {error}" for error in self.errors),
        )


@dataclass(frozen=True, slots=True)
class Clause:
    """A requirement that a PDF fails: as veraPDF numbers it."""

    clause: str
    test: int
    description: str
    message: str = ""
    n_failed: int = 1

    def __str__(self) -> str:
        return f"{self.clause}-{self.test}: {self.message or self.description}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF finds of one file against one profile."""

    passed: bool
    failed: tuple[Clause, ...] = ()


def missing(tool: Tool) -> str:
    """Say why *tool* cannot run here, and how to get it; "" when it can."""
    return validators.lacking(tool)


def require(*tools: Tool) -> None:
    """Skip the calling test if a tool is missing; fail it under PRESSCONV_NO_SKIP=1."""
    for tool in tools:
        if reason := missing(tool):
            if forbidden():
                pytest.fail(f"{tool} is missing: {reason}", pytrace=False)
            pytest.skip(f"{tool}: {reason}")


def nu_messages(paths: Iterable[Path]) -> dict[str, list[Message]]:
    """Check HTML files with the Nu HTML checker, in one Java process.

    Returns:
        For every path given, as a string, its messages in the order of the file.
    """
    files = {path.resolve(): str(path) for path in paths}
    jar = [
        "-Xmx512m",
        "-jar",
        str(validators.VNU),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
    ]
    output = _run([validators.java(), *jar, *map(str, files)])
    found: dict[str, list[Message]] = {path: [] for path in files.values()}
    for message in json.loads(output)["messages"]:
        path = Path(url2pathname(urlsplit(message["url"]).path)).resolve()
        found[files[path]].append(_message(message))
    return found


def axe(
    paths: Iterable[Path], modes: Sequence[Mode] = ALL_MODES, screenshots: Path | None = None
) -> dict[tuple[str, Mode], PageReport]:
    """Open HTML files in one Chromium, in each of *modes*, and run axe-core on each.

    Returns:
        For every path given (as a string) and mode, its report. With *screenshots*, that folder
        holds a picture of each: `<number>-<file name without ending>.<mode>.png`.
    """
    files = [str(path) for path in paths]
    names = [f"{number:03}-{Path(file).stem}" for number, file in enumerate(files, start=1)]
    pages = [
        {"name": name, "path": str(Path(file).resolve())}
        for name, file in zip(names, files, strict=True)
    ]
    order = {
        "pages": pages,
        "modes": modes,
        "screenshots": str(screenshots.resolve()) if screenshots else None,
    }
    answers = in_chromium("browser.mjs", order)
    keys = [(file, mode) for file in files for mode in modes]
    return {key: page_report(page) for key, page in zip(keys, answers, strict=True)}


def in_chromium(program: str, order: object) -> Any:
    """Give an *order* to one of the programs that look at pages in Chromium; return its answer."""
    output = _run(
        [validators.node(), str(validators.OUTSIDE / program)],
        text=json.dumps(order),
        variables={"CHROMIUM": validators.chromium()},
    )
    return json.loads(output)


def verapdf(paths: Iterable[Path], flavour: Flavour) -> dict[str, Verdict]:
    """Check PDF files against one profile of veraPDF, in one Java process.

    Returns:
        For every path given, as a string, its verdict. A file that is no PDF fails.
    """
    files = {path.resolve(): str(path) for path in paths}
    classes = ["-cp", str(validators.VERAPDF / "*"), "org.verapdf.apps.GreenfieldCliWrapper"]
    output = _run(
        [validators.java(), *classes, "-f", flavour, "--format", "json", *map(str, files)],
        allowed=(0, 1, 7),  # all pass, some fail, some cannot be read
    )
    unread = Verdict(passed=False, failed=(Clause("unreadable", 0, "veraPDF gave no verdict"),))
    verdicts = dict.fromkeys(files.values(), unread)
    for job in json.loads(output)["report"]["jobs"]:
        verdicts[files[Path(job["itemDetails"]["name"]).resolve()]] = _verdict(job)
    return verdicts


def _run(
    command: list[str],
    *,
    text: str = "",
    variables: Mapping[str, str] | None = None,
    allowed: tuple[int, ...] = (0,),
) -> str:
    """Return what a tool prints; its own failure is the test's, with the reason it gave."""
    done = subprocess.run(
        command,
        input=text,
        env={**os.environ, **(variables or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT_S,
        check=False,
    )
    if done.returncode not in allowed:
        pytest.fail(f"{Path(command[0]).name} failed ({done.returncode}): {done.stderr[-2000:]}")
    return done.stdout


# The three tools' answers are JSON of their own making: hence Any, here and only here.


def _message(answer: dict[str, Any]) -> Message:
    return Message(
        kind=answer.get("subType", answer["type"]),
        text=answer["message"],
        line=answer.get("firstLine", answer.get("lastLine", 0)),
        column=answer.get("firstColumn", answer.get("lastColumn", 0)),
        extract=answer.get("extract", ""),
    )


def page_report(answer: dict[str, Any]) -> PageReport:
    """Return what a program says of a page in Chromium."""
    overflow = answer["overflow"]
    return PageReport(
        name=answer["name"],
        mode=answer["mode"],
        violations=tuple(map(_violation, answer["violations"])),
        incomplete=tuple(map(_violation, answer["incomplete"])),
        n_passes=answer["passes"],
        overflow_px=overflow["scrollWidth"] - overflow["clientWidth"] if overflow else 0,
        clipped=tuple(answer["clipped"]),
        requests=tuple(answer["requests"]),
        errors=tuple(answer["errors"]),
    )


def _violation(answer: dict[str, Any]) -> Violation:
    return Violation(
        rule=answer["id"],
        impact=answer["impact"] or "",
        help=answer["help"],
        targets=tuple(element["target"] for element in answer["elements"]),
        summaries=tuple(element["summary"] for element in answer["elements"]),
    )


def _verdict(job: dict[str, Any]) -> Verdict:
    if "validationResult" not in job:
        reason = job.get("taskException", {}).get("exceptionMessage", "")
        return Verdict(
            passed=False, failed=(Clause("unreadable", 0, "no PDF that can be read", reason),)
        )
    (result,) = job["validationResult"]
    rules = result["details"]["ruleSummaries"]
    failed = [_clause(rule) for rule in rules if rule["ruleStatus"] == "FAILED"]
    return Verdict(passed=result["compliant"], failed=tuple(sorted(failed, key=str)))


def _clause(rule: dict[str, Any]) -> Clause:
    first: dict[str, Any] = next(iter(rule["checks"]), {})
    return Clause(
        clause=rule["clause"],
        test=rule["testNumber"],
        description=rule["description"],
        message=first.get("errorMessage", ""),
        n_failed=rule["failedChecks"],
    )
