"""Source files → the modules over 300 lines and the functions over 40, one a line.

A long one is a question to the reader, not a fault: the exit code is always 0.
"""

from __future__ import annotations

import ast
from pathlib import Path

MODULE_LINES = 300
FUNCTION_LINES = 40
ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("src", "tools", "fonts", "benchmarks", "tests")


def long_parts(path: Path) -> list[str]:
    """Return what is too long in one file, as `file:line: what (n lines)`."""
    source = path.read_text(encoding="utf-8")
    shown = path.relative_to(ROOT)
    n_lines = len(source.splitlines())
    module = [f"{shown}:1: the module ({n_lines} lines)"] if n_lines > MODULE_LINES else []
    return module + [
        f"{shown}:{node.lineno}: {node.name} ({length} lines)"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]


def main() -> None:
    """Print every long part, then how many there are."""
    files = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    found = [part for path in files for part in long_parts(path)]
    print(*found, sep="\n", end="\n" if found else "")
    print(
        f"{len(found)} of {len(files)} modules and their functions exceed "
        f"{MODULE_LINES} and {FUNCTION_LINES} lines"
    )


if __name__ == "__main__":
    main()
