"""How the source is written: laws that no linter knows."""

from __future__ import annotations

import ast
import re
import unicodedata

import pytest
from sources import MODULES, PACKAGE, ROOT, module_name, syntax

from pressconv.languages import shipped
from pressconv.languages.tags import LAST_FALLBACK

TEXT_FILES = sorted(
    path
    for folder in (PACKAGE, ROOT / "styles", ROOT / "samples", ROOT / "docs", ROOT / "tests")
    for path in folder.rglob("*")
    if path.suffix in {".py", ".toml", ".css", ".md", ".rnc", ".xml"}
    and not {"golden", "node_modules", "_data"} & set(path.parts)
)


@pytest.mark.parametrize("path", TEXT_FILES, ids=lambda path: path.name)
def test_no_character_is_invisible(path):
    text = path.read_text(encoding="utf-8")
    odd = {
        f"U+{ord(one):04X}"
        for one in set(text)
        if unicodedata.category(one) == "Cf" or one in "\u00a0\u202f\u2028\u2029"
    }
    assert odd == set(), "write the escape instead"


def test_exceptions_of_every_kind_are_caught_at_named_boundaries_only():
    found = {
        module_name(path)
        for path in MODULES
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) == "Exception")
    }
    assert found == {"pressconv.cli", "pressconv.audit.rule"}


def test_no_code_compares_a_language_tag_with_a_literal():
    tags = {*shipped(), "pt", "zh", "fa", "ur", "he", "ja", "ko", "de"}
    tags -= {"id", "th", "tr"}  # names of HTML too
    found = [
        f"{module_name(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Constant) and node.value in tags
    ]
    assert [place for place in found if not place.startswith("pressconv.languages.tags:")] == []
    assert len(found) == 1
    assert LAST_FALLBACK in tags


def test_no_style_sheet_sets_a_side():
    sides = re.compile(
        r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom)"
        r"(?:-[a-z-]+)?\s*:|(?:float|text-align|clear)\s*:\s*(?:left|right)"
    )
    for path in sorted((ROOT / "styles").glob("*.css")):
        sheet = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        # The one exception: digits run from left to right in a script of either direction.
        sheet = sheet.replace(":is(th, td).pc-number { text-align: right }", "", 1)
        assert sides.findall(sheet) == [], path.name
