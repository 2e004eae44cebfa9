"""docs/conformance: every clause has a status, and every rule named there is one that cites it."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from sources import PACKAGE, ROOT

from pressconv.audit.catalogue import all_rules
from pressconv.audit.human import open_questions, questions
from pressconv.pdf.structure import ROLES

FOLDER = ROOT / "docs" / "conformance"
PAGES = sorted(FOLDER.glob("*.md"))
RULES = {rule.id: rule for rule in all_rules()}
RULE = re.compile(r"`((?:pdf|edition|sheet)-[a-z-]+)`")
MODULE = re.compile(r"[a-z_]+(?:/[a-z_]+)*\.py")

# A page, its column of clauses, and how the rules cite them.
COLUMNS = [
    ("pdf-ua-1.md", 0, "Matterhorn 1.1 "),
    ("pdf-ua-2.md", 0, "ISO 14289-2 "),
    ("wtpdf.md", 0, "WTPDF 1.0 "),
    ("pdf-a.md", 0, "ISO 19005-3 "),
    ("pdf-a.md", 1, "ISO 19005-4 "),
]


def rows(page):
    for line in (FOLDER / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and re.match(r"\d|$", cells[0]):
            yield cells


def test_there_is_a_page_for_every_standard_that_a_pdf_claims():
    assert [page.name for page in PAGES] == ["pdf-a.md", "pdf-ua-1.md", "pdf-ua-2.md", "wtpdf.md"]


def test_the_pages_name_every_rule_and_no_other():
    named = {found for page in PAGES for found in RULE.findall(page.read_text(encoding="utf-8"))}
    assert named == set(RULES)


@pytest.mark.parametrize(("page", "column", "prefix"), COLUMNS)
def test_a_rule_stands_at_the_clauses_that_it_cites(page, column, prefix):
    cited = Counter(
        (clause.removeprefix(prefix), rule.id)
        for rule in RULES.values()
        for clause in rule.clauses
        if clause.startswith(prefix)
    )
    named = {(cells[column], one) for cells in rows(page) for one in RULE.findall(cells[-1])}
    assert {(clause, one) for clause, one in cited if (clause, one) not in named} == set()
    asked = {clause for clause, _ in cited}
    strangers = {
        (clause, one)
        for clause, one in named
        if clause in asked and (clause, one) not in cited and page != "pdf-a.md"
    }
    assert strangers - {("8.2.5.27", "pdf-table-parts")} == set()


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_clause_has_a_status(page):
    found = list(rows(page))
    assert len(found) > 40
    assert [cells for cells in found if not cells[-1]] == []
    for cells in found:
        assert re.match(r"`|by construction: |not applicable: |cannot be: |a person", cells[-1])


def test_every_condition_of_the_matterhorn_protocol_is_there():
    ids = [cells[0] for cells in rows("pdf-ua-1.md")]
    assert ids == sorted(set(ids))
    assert len(ids) == 87 + 48 + 2


def test_what_is_left_to_a_person_is_what_the_questions_ask():
    asked = {one.id: one for one in questions().question}
    assert len(asked) == 48
    found = {cells[0]: cells for cells in rows("pdf-ua-1.md") if cells[0] in asked}
    assert {key: cells[1] for key, cells in found.items()} == {
        key: one.asks for key, one in asked.items()
    }
    left = {key for key, cells in found.items() if cells[-1].startswith("a person")}
    assert left == {one.id for one in open_questions()}


def test_the_types_that_are_mapped_are_named():
    (cells,) = [cells for cells in rows("pdf-ua-1.md") if cells[0] == "02-002"]
    assert set(re.findall(r"`(\w+)`", cells[-1])) == set(ROLES)
    (question,) = [one for one in questions().question if one.id == "02-002"]
    assert [kind for kind in ROLES if kind not in question.never] == []


@pytest.mark.parametrize(
    "path", [*PAGES, PACKAGE / "audit" / "human.toml"], ids=lambda path: path.name
)
def test_every_module_that_is_named_is_there(path):
    named = set(MODULE.findall(path.read_text(encoding="utf-8")))
    assert {name for name in named if not (PACKAGE / name).is_file()} == set()
