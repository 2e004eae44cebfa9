"""The machine that the tools run on: its package manager, its programs, its messages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

KEPT_LINES = 20  # of a failed program's output: enough to see why, short enough to read


class StepError(Exception):
    """A step of the preparation failed, and nothing after it can work."""


def say(text: str) -> None:
    """Print one line now, so that whoever waits sees what is going on."""
    print(text, flush=True)


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Say what is being done, and how long it took once it is done."""
    say(f"{doing} …")
    start = time.monotonic()
    yield
    say(f"  done in {time.monotonic() - start:.0f} s")


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> str:
    """Run a program and return what it printed.

    Raises:
        StepError: it could not be started, or failed; the message ends with its last lines.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=cwd,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise StepError(f"cannot start {words[0]}: {error}") from error
    if done.returncode:
        tail = "\n".join(f"  {line}" for line in done.stdout.splitlines()[-KEPT_LINES:])
        raise StepError(f"{' '.join(words[:4])} … failed ({done.returncode}):\n{tail}")
    return done.stdout


def can_apt_install() -> bool:
    """Tell whether this is Debian or Ubuntu, and we may install packages on it."""
    return shutil.which("apt-get") is not None and sys.platform == "linux" and os.geteuid() == 0


def apt_install(*packages: str) -> None:
    """Install Debian packages without what they merely recommend.

    Raises:
        StepError: apt-get failed.
    """
    _apt_update()
    with progress(f"installing {' '.join(packages)} with apt-get"):
        _apt("install", "-y", "--no-install-recommends", *packages)


@cache
def _apt_update() -> None:
    """Refresh the package lists, once a run: a fresh container has none."""
    with progress("reading the package lists with apt-get"):
        _apt("update")


def _apt(*arguments: str) -> None:
    # A machine that has just started may hold the lock for its own updates.
    run(
        ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments],
        variables={"DEBIAN_FRONTEND": "noninteractive"},
    )


def how_to(*, debian: str, fedora: str, macos: str, windows: str) -> str:
    """Return the command that installs something here, or all four where we cannot tell."""
    if sys.platform == "darwin":
        return macos
    if sys.platform == "win32":
        return windows
    if shutil.which("apt-get"):
        return debian
    if shutil.which("dnf"):
        return fedora
    return f"Debian/Ubuntu: {debian}; Fedora: {fedora}; macOS: {macos}; Windows: {windows}"
