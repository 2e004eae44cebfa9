#!/usr/bin/env python3
"""A fresh checkout → a `.venv` in which everything runs.

    python3 tools/bootstrap.py              what pressconv and its own tests need
    python3 tools/bootstrap.py --outside    and the outside validators (Java, Node.js, Chromium)

Run it as often as you like: what is there already is left alone. Only this file has to be
readable by an old Python, which it tells apart; the modules beside it are for 3.11 and up.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

OLDEST = (3, 11)
CANDIDATES = ("python3.14", "python3.13", "python3.12", "python3.11")

NO_PYTHON = """error: pressconv needs Python 3.11 or newer; this is {found}.
  Debian 12 or newer, Ubuntu 24.04 or newer:  apt-get install python3 python3-venv
  Fedora:                                     dnf install python3.13
  macOS with Homebrew:                        brew install python@3.13
  Windows:                                    winget install Python.Python.3.13
Then run this program again with the new Python."""


def use_recent_python() -> None:
    """Start again under a newer Python if this one is too old, or explain how to get one."""
    if sys.version_info >= OLDEST:
        return
    for name in CANDIDATES:
        newer = shutil.which(name)
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606 - replaces this program on purpose
    sys.exit(NO_PYTHON.format(found=".".join(map(str, sys.version_info[:3]))))


def main() -> None:
    """Prepare the checkout, step by step, and say what could not be had."""
    parser = argparse.ArgumentParser(
        description="Prepare this checkout: .venv and all that it needs."
    )
    parser.add_argument(
        "--outside",
        action="store_true",
        help="also install the outside validators that make test uses",
    )
    arguments = parser.parse_args()
    use_recent_python()
    # Imported only now: an older Python could not even read them.
    import environment  # noqa: PLC0415
    import machine  # noqa: PLC0415
    import validators  # noqa: PLC0415

    root = Path(__file__).resolve().parents[1]
    try:
        environment.prepare(root)
        if arguments.outside:
            validators.install(root)
    except machine.StepError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main()
