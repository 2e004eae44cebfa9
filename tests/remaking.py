"""Makes a PDF, takes out what is enclosed in it, and makes the PDF of that, elsewhere too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pressconv
from pressconv.loading import find_house, load_assets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressconv import House, Options

# Every clock of Python says another day in this process, whoever asks it. The types of dates are
# changed in place: a type of one's own would be another than the one that the program knows.
ANOTHER_DAY = """
import ctypes, datetime, gc, sys, time
LATER = 4000 * 86400
for name in ("time", "time_ns"):
    real, step = getattr(time, name), LATER * (10**9 if name == "time_ns" else 1)
    setattr(time, name, lambda real=real, step=step: real() + step)
for name in ("gmtime", "localtime"):
    real = getattr(time, name)
    setattr(time, name, lambda when=None, real=real: real(time.time() if when is None else when))
for name in ("ctime", "asctime", "strftime"):
    setattr(time, name, lambda *arguments: "another day")
def now(cls, tz=None):
    return cls.fromtimestamp(time.time(), tz)
def today(cls):
    return cls.fromtimestamp(time.time())
for kind, changes in (
    (datetime.datetime, {"now": now, "utcnow": today, "today": today}),
    (datetime.date, {"today": today}),
):
    gc.get_referents(vars(kind))[0].update({key: classmethod(one) for key, one in changes.items()})
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))
assert datetime.date.today().year > 2036 and datetime.datetime.now().year > 2036
from pressconv.cli import main
sys.argv[0] = "pressconv"
main()
"""


def made(path: Path, options: Options | None = None, house: House | None = None) -> bytes:
    """Return the PDF of the release in the file *path*, as the command line makes it."""
    release = pressconv.read(path.read_bytes(), name=path.name).value
    assets = load_assets(release, path.parent)
    house = house or find_house(path.parent)
    return pressconv.convert(release, to="pdf", options=options, assets=assets, house=house).value


def taken_out(data: bytes, folder: Path) -> Path:
    """Write what is enclosed in a PDF into *folder*, and return where the release is."""
    files = pressconv.extract(data)
    folder.mkdir(parents=True, exist_ok=True)
    for one in files:
        (folder / one.name).write_bytes(one.data)
    (release,) = (folder / one.name for one in files if one.media_type == "application/xml")
    return release


def remade(data: bytes, folder: Path) -> bytes:
    """Return the PDF of what is enclosed in another, without a word more."""
    return made(taken_out(data, folder))


def pressconv_run(
    folder: Path,
    *arguments: str,
    is_another_day: bool = False,
    variables: Mapping[str, str] | None = None,
) -> None:
    """Run the command line in *folder*."""
    program = ["-c", ANOTHER_DAY] if is_another_day else ["-m", "pressconv"]
    done = subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=folder,
        env={**os.environ, **(variables or {})},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
