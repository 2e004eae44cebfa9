"""What all tests share: the samples, golden files, a closed network."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

import pressconv
from pressconv.loading import find_house, load_assets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The same examples on every run and machine; a slow machine is no failure. New ones: make search.
hypothesis.settings.register_profile("project", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("project")

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*/*.xml"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")
    parser.addoption(
        "--cases", metavar="FILE", help="typographic cases to run, for the public ones"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Draw the same examples whatever was imported before.

    Hypothesis 6 also draws the constants of all local modules that happen to be loaded, so a test
    got other examples in each worker, and others where the package is installed; derandomize does
    not cover it, and no setting turns it off.
    """
    if config.getoption("--hypothesis-profile") is None:
        assert callable(providers._get_local_constants)
        providers._get_local_constants = Constants


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many typographic cases passed, by operation."""
    counts: dict[str, list[int]] = {}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, value in getattr(report, "user_properties", ()):
                if name == "op" and report.when == "call":
                    counts.setdefault(str(value), [0, 0])[outcome == "failed"] += 1
    if counts:
        terminalreporter.section("typographic cases")
        everything = [sum(passed for passed, _ in counts.values()), sum(map(sum, counts.values()))]
        for name, (passed, failed) in sorted(counts.items()):
            terminalreporter.line(f"{name:<11} {passed:>4} of {passed + failed:>4}")
        terminalreporter.line(f"{'all':<11} {everything[0]:>4} of {everything[1]:>4}")


def sample_name(path: Path) -> str:
    """Name a sample in the list of tests: its folder and language."""
    return f"{path.parent.name}.{path.stem}"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing of ours open a connection: no document causes a request, ever."""

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"a connection to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, or rewrite the file under --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"no golden file {path.name}: run make golden and review it"
        assert text == path.read_text(encoding="utf-8")

    return compare


def converted(
    path: Path, to: Sequence[pressconv.Format], options: pressconv.Options | None = None
) -> pressconv.Conversion:
    """Convert a sample as the command line does."""
    release = pressconv.read(path.read_bytes(), name=path.name).value
    assets, house = load_assets(release, path.parent), find_house(path.parent)
    made = pressconv.convert_all(release, to=to, options=options, assets=assets, house=house)
    return made.value


@pytest.fixture(scope="session")
def conversions() -> dict[Path, pressconv.Conversion]:
    """Convert every sample into HTML and text, once for all tests."""
    formats = (pressconv.Format.HTML, pressconv.Format.TEXT)
    return {path: converted(path, formats) for path in SAMPLES}


@pytest.fixture(scope="session")
def sample_files(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[tuple[Path, pressconv.Format], Path]:
    """Write every sample in every format into one folder, as `make demo` does."""
    folder = tmp_path_factory.mktemp("samples")
    files = {}
    for path in SAMPLES:
        for one, data in converted(path, list(pressconv.Format)).files.items():
            file = folder / f"{path.parent.name}.{path.stem}.{one.suffix}"
            file.write_bytes(data)
            files[path, one] = file
    return files
