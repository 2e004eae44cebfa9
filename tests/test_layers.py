"""The layers of DESIGN, section 3: imports go down only."""

from __future__ import annotations

import ast

import pytest
from sources import MODULES, module_name, syntax

# From the ground up; a module imports from lower layers and from its own package only.
LAYERS = (
    {"frozen", "patterns", "problems"},
    {"errors"},
    {"model", "notes"},
    {
        "text",
        "walk",
        "grid",
        "strict",
        "toml_writing",
        "resources",
        "assets",
        "attached",
        "unicode_tables",
        "charsets",
        "colours",
        "files",
        "signatures",
        "urls",
        "zones",
    },
    {"languages", "fonts", "options", "themes", "gaps"},
    {"linebreak", "bidi", "shaping"},
    {
        "around",
        "house",
        "published",
        "holding",
        "detection",
        "typography",
        "presentation",
        "draft",
    },
    {"glyphs", "reading", "present", "publicity", "htmldoc", "pdfdoc", "visual", "isolation"},
    {"readers", "writers", "transforms"},
    {"pdf", "recognition"},
    {"audit"},
    {"gated", "effect", "stages"},
    {"enclosures"},
    {"convert", "extracting", "loading", "importing", "saving", "siblings", "skeletons", "streams"},
    {"batch", "versions"},
    {"intake", "begin", "unpacking"},
    {"printing"},
    {"preview"},
    {"cli", ""},
    {"__main__"},
)
RANKS = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def top(module: str) -> str:
    return [*module.split("."), ""][1]


def imports(path):
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pressconv"):
            if node.module == "pressconv":
                yield from (f"pressconv.{alias.name}" for alias in node.names)
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.startswith("pressconv"))


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_imports_from_lower_layers_only(path):
    own = top(module_name(path))
    upward = [name for name in imports(path) if top(name) != own and RANKS[top(name)] >= RANKS[own]]
    assert upward == []


def test_every_module_has_a_layer():
    assert {top(module_name(path)) for path in MODULES} == set(RANKS)


def test_only_one_package_touches_the_pdf_engine():
    found = {
        module_name(path)
        for path in MODULES
        for node in ast.walk(syntax(path))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("weasyprint"))
        or (isinstance(node, ast.Import) and any(one.name == "weasyprint" for one in node.names))
    }
    assert found
    assert all(name.startswith("pressconv.pdf.weasyprint") for name in found)
