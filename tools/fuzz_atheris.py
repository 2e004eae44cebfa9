"""One reader under atheris, which looks for inputs by the code that they reach.

    python tools/fuzz_atheris.py TARGET [SECONDS]      (pip install pressconv[fuzz])

The targets are those of tests/fuzzing.py. A crash is written into the folder where it runs.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

with atheris.instrument_imports(include=["pressconv"]):
    from fuzzing import TARGETS

    # Read when they are first needed, which would be too late to be seen.
    import pressconv.readers.docx
    import pressconv.readers.html
    import pressconv.readers.text
    import pressconv.recognition  # noqa: F401 - these four are not called here


def main() -> None:
    """Run one target; atheris ends the program."""
    name, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    target = TARGETS[name]

    def one(data: bytes) -> None:
        target.run(data)

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(target.seeds()):
            (Path(folder) / str(number)).write_bytes(seed)
        limits = (
            f"-max_total_time={seconds}",
            "-max_len=20000",
            "-timeout=60",
            "-rss_limit_mb=500",
        )
        atheris.Setup([sys.argv[0], *limits, folder], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
