"""What reads text out of a PDF: programs and libraries that people use, and our own reader.

Each takes all its files at once, because starting one costs more than a file. What is not on the
machine is left out, with the way to get it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT: Final = Path(__file__).parents[1]
_HERE: Final = Path(__file__).parent / "readers"
HOME: Final = ROOT / "build" / "readers"
_PYTHON: Final = HOME / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_PDFJS: Final = HOME / "node_modules" / "pdfjs-dist"
_STRUCT_TEXT: Final = re.compile(r'^\s*"(.*)"\s*$')


class Reader(NamedTuple):
    """``read`` gives the text of each file; ``lack`` says what is missing, and how to get it."""

    read: Callable[[Sequence[Path]], list[str]]
    lack: str = ""


def readers() -> dict[str, Reader]:
    """Return all readers by name, those that are not here too."""
    box = next(iter(sorted(HOME.glob("jars/pdfbox-app-*.jar"))), None)
    poppler = "" if shutil.which("pdftotext") else "Debian: apt install poppler-utils"
    return {
        "tag tree": Reader(lambda files: [_tag_tree(file) for file in files]),
        "pdftotext": Reader(_each("pdftotext", "{}", "-"), poppler),
        "pdftotext -raw": Reader(_each("pdftotext", "-raw", "{}", "-"), poppler),
        "pdfinfo -struct-text": Reader(_struct_text, poppler),
        "mutool": Reader(
            _each("mutool", "draw", "-q", "-F", "txt", "{}"),
            "" if shutil.which("mutool") else "Debian: apt install mupdf-tools",
        ),
        **{
            name: Reader(_library(key), "" if _PYTHON.is_file() else _INSTALL)
            for name, key in _LIBRARIES.items()
        },
        "pdf.js": Reader(_pdfjs, "" if _PDFJS.is_dir() and shutil.which("node") else _INSTALL),
        "PDFBox": Reader(_pdfbox(box), "" if box and shutil.which("java") else _INSTALL),
    }


def install() -> None:
    """Bring the libraries into build/readers, and nowhere else, with the project's own means."""
    HOME.mkdir(parents=True, exist_ok=True)
    if not _PYTHON.is_file():
        venv.create(HOME / "venv", with_pip=True)
    wanted = ROOT / "requirements" / "readers.txt"
    pip = [_PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    commands: list[list[str | Path]] = [[*pip, "--no-deps", "--require-hashes", "-r", wanted]]
    for file in ("package.json", "package-lock.json", "pom.xml"):
        shutil.copy(_HERE / file, HOME)
    if npm := shutil.which("npm"):
        commands.append([npm, "ci", "--ignore-scripts", "--omit=optional", "--silent"])
    if maven := shutil.which("mvn"):
        commands.append([maven, "-B", "-q", "dependency:copy-dependencies"])
    for command in commands:
        subprocess.run(command, cwd=HOME, check=True)


# ---- how each is asked ---------------------------------------------------------------------

_INSTALL: Final = (
    "benchmarks/extraction.py --install (needs npm for pdf.js, mvn and java for PDFBox)"
)
_LIBRARIES: Final = {
    "PyMuPDF": "pymupdf",
    "pypdf": "pypdf",
    "pdfminer": "pdfminer",
    "pdfium": "pdfium",
}


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def _each(*command: str) -> Callable[[Sequence[Path]], list[str]]:
    """Ask a program that reads one file; {} stands for it."""

    def read(files: Sequence[Path]) -> list[str]:
        return [_run(*(part.replace("{}", str(file)) for part in command)) for file in files]

    return read


def _library(name: str) -> Callable[[Sequence[Path]], list[str]]:
    def read(files: Sequence[Path]) -> list[str]:
        return [str(text) for text in json.loads(_run(_PYTHON, _HERE / "inside.py", name, *files))]

    return read


def _tag_tree(file: Path) -> str:
    return "\n".join(pdfdoc.reading_text(pdfdoc.read_pdf(file.read_bytes())))


def _struct_text(files: Sequence[Path]) -> list[str]:
    """Take the quoted lines of pdfinfo, which prints the tags around them."""
    printed = [_run("pdfinfo", "-struct-text", file).splitlines() for file in files]
    found = [[_STRUCT_TEXT.match(line) for line in lines] for lines in printed]
    return ["\n".join(match[1] if match else "" for match in matches) for matches in found]


def _pdfjs(files: Sequence[Path]) -> list[str]:
    printed = _run("node", _HERE / "pdfjs.mjs", _PDFJS, *files)
    return [str(text) for text in json.loads(printed)]


def _pdfbox(jar: Path | None) -> Callable[[Sequence[Path]], list[str]]:
    def read(files: Sequence[Path]) -> list[str]:
        texts = []
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out.txt"
            for file in files:
                _run("java", "-jar", str(jar), "export:text", "-i", file, "-o", out)
                texts.append(out.read_text(encoding="utf-8"))
        return texts

    return read
