"""`.venv`: made, filled from the lock file, and checked for the libraries outside Python.

A stamp inside it holds the hash of the lock file and of `pyproject.toml`: while they stay the
same there is nothing to do.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from machine import StepError, apt_install, can_apt_install, how_to, progress, run, say

if TYPE_CHECKING:
    from pathlib import Path

LOCK = "requirements/lock.txt"
STAMP = "pressconv-stamp"

# What WeasyPrint 70 opens, with the Debian package of each.
LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}


def prepare(root: Path) -> None:
    """Make `.venv` under *root* ready to run pressconv and its tests.

    Raises:
        StepError: something is missing that only the person at the machine can install.
    """
    python = interpreter(root)
    if not _runs(python):
        _make_venv(root)
    wanted = _fingerprint(root)
    stamp = root / ".venv" / STAMP
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted and not _missing_libraries():
        say(".venv is up to date")
        return
    _install(root, python)
    _check_libraries(python)
    stamp.write_text(wanted, encoding="ascii")
    say(".venv is ready")


def interpreter(root: Path) -> Path:
    """Return where the Python of `.venv` is, or will be."""
    venv = root / ".venv"
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def digest(*files: Path) -> str:
    """Return one SHA-256 for the contents of *files*."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _fingerprint(root: Path) -> str:
    return digest(root / LOCK, root / "pyproject.toml")


def _runs(python: Path) -> bool:
    """Tell whether `.venv` works: its Python may have been removed from the machine since."""
    test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return (
            subprocess.run([python, "-c", test], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def _make_venv(root: Path) -> None:
    try:
        run([sys.executable, "-c", "import ensurepip, venv"])
    except StepError:
        _install_venv_module()
    with progress(f"making .venv with Python {sys.version.split()[0]}"):
        run([sys.executable, "-m", "venv", "--clear", root / ".venv"])


def _install_venv_module() -> None:
    """Get what Debian keeps apart from Python: the means to make virtual environments."""
    if can_apt_install():
        apt_install("python3-venv")
        return
    command = how_to(
        debian="sudo apt-get install python3-venv",
        fedora="sudo dnf install python3",
        macos="brew install python@3.13",
        windows="winget install Python.Python.3.13",
    )
    raise StepError(
        f"this Python cannot make virtual environments; install that part:\n  {command}"
    )


def _install(root: Path, python: Path) -> None:
    """Install the locked packages, then pressconv itself as a link to its source."""
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--no-deps",
    ]
    with progress(f"installing the packages of {LOCK}"):
        run([*pip, "--require-hashes", "-r", root / LOCK])
    with progress("installing pressconv from src/"):
        # hatchling is in the lock: a build in isolation would fetch one that is not.
        run([*pip, "--no-build-isolation", "--editable", root])


def _check_libraries(python: Path) -> None:
    """Make sure that WeasyPrint finds Pango and HarfBuzz."""
    missing = _missing_libraries()
    if missing and can_apt_install():
        apt_install(*missing)
    try:
        run([python, "-c", "import weasyprint"])
    except StepError as error:
        reason = str(error).splitlines()[-1].strip()
        message = f"WeasyPrint does not find Pango ({reason}); install it:\n  {_get_pango()}"
        raise StepError(message) from error


def _missing_libraries() -> list[str]:
    """Return the Debian packages of the libraries that do not load; elsewhere nobody can tell.

    The stamp does not vouch for them: a checkout may be carried to another machine.
    """
    if sys.platform != "linux":
        return []
    return [package for library, package in LIBRARIES.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _get_pango() -> str:
    return how_to(
        debian=f"sudo apt-get install {' '.join(LIBRARIES.values())}",
        fedora="sudo dnf install pango harfbuzz",
        macos="brew install pango",
        windows="install MSYS2, then in its shell: pacman -S mingw-w64-ucrt-x86_64-pango",
    )
