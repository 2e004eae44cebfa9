"""The import as a library has it: ids, real documents, every sample from its own text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from importlib import import_module

import import_scores
import pytest
from conftest import ROOT, SAMPLES, sample_name
from lxml import html

import pressconv
from pressconv import import_text
from pressconv import model as m
from pressconv.errors import InputError
from pressconv.model import DistributionKey, GenreKey, Method
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.reading import reading_text
from pressconv.text import inline_text, normal
from pressconv.walk import descendants
from pressconv.writers.xml import write_xml

DATA = ROOT / "tests" / "data" / "import"
SEED = next((ROOT / "samples" / "scraped").glob("*.txt"))
# The rich release has the letterhead of its own house.
PLAIN = [path for path in SAMPLES if path.parent.name != "2026-03-12-plan-littoral"]
MEASURE = import_module("import")  # the program of that name in benchmarks/
TEXTS = [case for case in import_scores.cases(DATA, MEASURE.IMPORTS) if case.kind == ".txt"]
PAGES = list(import_scores.cases(DATA / "pages", MEASURE.IMPORTS))


def scraped(release: m.Release) -> str:
    """Return the text of a release as a scraper gets it: lines, blank lines between paragraphs."""
    shown = present(release, drafts=True)
    lines = [
        normal(inline_text(line.content))
        for line in shown.letterhead
        if not isinstance(line.content, m.Image)
    ]
    rest = reading_text(replace(shown, headline=(), subheadline=(), letterhead=()))
    return "\n\n".join([shown.title, "\n".join(lines), *rest])


def names(head: m.Head) -> list[str]:
    issuers = [(one.organization, *one.units) for one in head.issuers]
    return [normal(inline_text(name)) for issuer in issuers for name in issuer]


# ---- the scraped release ------------------------------------------------------------------------


def test_every_fact_of_the_scraped_release_is_right():
    made = import_text(SEED.read_text(encoding="utf-8"), name=SEED.name)
    release = made.value
    head = release.head
    assert release.lang == "fr"
    assert inline_text(head.headline) == (
        "Compte rendu de la réunion au Maroc de la Coalition mondiale contre Daech"
    )
    assert [one.hreflang for one in head.editions] == ["en", "ar", "ru"]
    assert names(head) == ["Département d’État des États-Unis", "Bureau de la porte-parole"]
    assert head.distribution == m.Distribution(DistributionKey.IMMEDIATE)
    assert head.genre == m.Genre(GenreKey.PRESS_RELEASE)
    assert head.issued == date(2018, 6, 26)
    assert head.feeds == (m.Feed("rss"),)
    assert head.translation
    assert (head.translation.source_lang, head.translation.authoritative) == ("en", ("en",))
    assert head.translation.method is Method.UNKNOWN
    assert len(release.body.content) == 7
    assert all(isinstance(one, m.Paragraph) for one in release.body.content)
    assert release.foot == m.Foot()
    assert {one.kind for one in made.dropped} == {"subscribe"}


def test_the_notes_on_the_scraped_release_tell_what_was_done_and_blame_nothing():
    made = import_text(SEED.read_text(encoding="utf-8"), name=SEED.name)
    assert {one.code for one in made.notes} == {
        "import-id",
        "import-language",
        "import-headline",
        "import-issuer",
        "import-translation",
        "import-dropped",
    }


def test_the_body_of_the_scraped_release_is_that_of_the_sample():
    made = import_text(SEED.read_text(encoding="utf-8")).value
    path = ROOT / "samples" / "2018-06-26-coalition-maroc" / "fr.xml"
    sample = read(path.read_bytes()).value
    texts = [inline_text(one.children) for one in made.body.content if isinstance(one, m.Paragraph)]
    own = [inline_text(one.children) for one in sample.body.content if isinstance(one, m.Paragraph)]
    assert texts == own


# ---- real documents ----------------------------------------------------------------------------


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.name)
def test_a_real_text_keeps_its_words_and_loses_its_furniture(case):
    score = import_scores.score(case, MEASURE.imported(case))
    assert (score.lang, score.headline, score.issued) == (True, *(
        None if case.expected[key] is None else True for key in ("headline", "issued")
    ))  # fmt: skip
    assert score.n_kept == score.n_words
    assert score.n_left == 0


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case.name)
def test_a_real_text_imports_as_reviewed(case, golden):
    made = import_text(case.data.decode(), name=case.name)
    lines = [write_xml(made.value).decode(), *(str(one) for one in made.notes), ""]
    stem = case.name.removesuffix(".txt")
    golden(ROOT / "tests" / "golden" / "import" / f"{stem}.txt", "\n".join(lines))


@pytest.mark.parametrize("folder", [DATA, DATA / "pages"], ids=lambda folder: folder.name)
def test_every_document_names_its_source_and_licence(folder):
    sources = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    documents = {path.name for path in folder.iterdir() if path.suffix in {".txt", ".html"}}
    assert set(sources) == documents
    assert all(set(one) == {"source", "path", "licence"} for one in sources.values())


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_a_whole_page_gives_its_facts_and_its_words(case):
    score = import_scores.score(case, MEASURE.imported(case))
    assert (score.lang, score.headline, score.issued) == (True, True, True)
    assert score.lost == ()


def test_the_pages_hold_the_goals_of_the_import():
    shares = import_scores.shares(MEASURE.run(PAGES, MEASURE.imported))
    assert len(PAGES) >= 30
    assert all(shares[fact] >= MEASURE.GOALS[fact] for fact in import_scores.FACTS)
    assert shares["kept"] >= MEASURE.GOALS["kept"]
    assert shares["left"] <= MEASURE.GOALS["left"]


def stripped(data: bytes) -> bytes:
    """Return a page without metadata, names, landmarks, moments and languages: bare structure."""
    root = html.document_fromstring(data)
    for one in [*root.iter("script", "title"), *root.iter("meta")]:
        if one.tag != "meta" or not (one.get("charset") or one.get("http-equiv")):
            one.drop_tree()
    for one in root.iter("nav", "aside", "header", "footer", "main", "article", "section"):
        one.tag = "div"
    for one in root.iter():
        for name in set(one.attrib) - {"href", "src", "alt", "style", "charset", "content"}:
            if name != "http-equiv":
                del one.attrib[name]
    return html.tostring(root, encoding="ascii", doctype="<!DOCTYPE html>")


def test_pages_of_bare_structure_give_their_facts_and_words_too():
    bare = [replace(case, data=stripped(case.data)) for case in PAGES]
    shares = import_scores.shares(MEASURE.run(bare, MEASURE.imported))
    assert (shares["lang"], shares["headline"], shares["kept"]) == (1.0, 1.0, 1.0)
    assert shares["issued"] >= 0.95
    assert shares["left"] <= 0.06


def test_an_import_is_the_same_in_every_process():
    """Sets have another order in each: nothing may hang on it."""
    program = (
        "import sys, pressconv; data = open(sys.argv[1], 'rb').read();"
        "print(pressconv.import_html(data, id='x'))"
    )
    page = DATA / "pages" / "drupal-uk.html"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(page)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("path", PLAIN, ids=sample_name)
def test_the_facts_of_a_sample_come_back_from_its_text(path):
    release = read(path.read_bytes()).value
    found = import_text(scraped(release), lang=release.lang).value
    assert inline_text(found.head.headline) == normal(inline_text(release.head.headline))
    assert found.head.issued == release.head.issued
    assert names(found.head) == names(release.head)
    assert found.head.distribution
    assert found.head.distribution.key is DistributionKey.IMMEDIATE
    assert found.head.genre
    assert (found.head.translation is None) == (release.head.translation is None)
    text = " ".join(one.value for one in descendants(found.body) if isinstance(one, m.Text))
    first = next(one for one in descendants(release.body) if isinstance(one, m.Paragraph))
    assert normal(inline_text(first.children))[:40] in normal(text)


# ---- ids and mistakes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "identity"),
    [
        ("visite.txt", "A headline of words\n\n26 June 2018\n\nText.", "2018-06-26-visite"),
        ("a/b/Visite d'État.html", "A headline of words\n\nText.", "visite-d-etat"),
        ("2018-06-26-x.txt", "A headline of words\n\n26 June 2018\n\nText.", "2018-06-26-x"),
        ("", "A headline of words\n\n26 June 2018\n\nText.", "2018-06-26"),
        ("新聞.txt", "A headline of words\n\nText.", "release"),
    ],
)
def test_the_id_is_the_day_of_issue_and_the_name_of_the_file(name, text, identity):
    made = import_text(text, name=name, lang="en")
    assert made.value.id == identity
    assert "import-id" in {one.code for one in made.notes}


def test_an_id_that_is_given_holds():
    made = import_text("A headline of words\n\nText.", id="my-release", lang="en")
    assert made.value.id == "my-release"
    assert "import-id" not in {one.code for one in made.notes}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": "Not An Id"}, "is no id"),
        ({"lang": "fr_FR"}, "is no language tag"),
    ],
)
def test_what_the_user_says_must_be_possible(values, message):
    with pytest.raises(InputError, match=message):
        import_text("Words.", **values)


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\u00a0", "\x00"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(InputError, match="no words"):
        import_text(text)


def test_the_library_exports_the_import():
    assert pressconv.import_text is import_text
    assert {"import_html", "Imported", "Evidence"} <= set(pressconv.__all__)
