"""The project's own source files, for the tests of its laws: in the checkout or in the wheel."""

from __future__ import annotations

import ast
from pathlib import Path

import pressconv

ROOT = Path(__file__).parents[1]
PACKAGE = Path(pressconv.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)


def module_name(path: Path) -> str:
    """Name the module of a file: "pressconv.readers.xml"."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def syntax(path: Path) -> ast.Module:
    """Parse a source file."""
    return ast.parse(path.read_text(encoding="utf-8"))
