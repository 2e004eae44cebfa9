"""The files that ship with pressconv: fonts and style sheets, in the wheel or in the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pressconv.errors import ConfigError

_HERE = Path(__file__).parent


@cache
def data_dir(kind: Literal["fonts", "styles"]) -> Path:
    """Return the folder of shipped files.

    Raises:
        ConfigError: the installation is incomplete.
    """
    for root in (_HERE / "_data", _HERE.parents[1]):
        if (root / kind).is_dir():
            return root / kind
    raise ConfigError(f"the {kind} that ship with pressconv are missing", hint="reinstall it")


@cache
def style_sheet(name: str) -> str:
    """Return a shipped style sheet."""
    return (data_dir("styles") / name).read_text(encoding="utf-8")


def schema() -> str:
    """Return the vocabulary as RELAX NG in compact syntax."""
    return (_HERE / "schema" / "release.rnc").read_text(encoding="utf-8")
