"""The tags of a PDF: of every construct as reviewed, with its text, painted in their order."""

from __future__ import annotations

import pytest
from conftest import ROOT
from constructs import ASSETS, CONSTRUCTS, release_of
from tag_outline import out_of_order, outline

import pressconv
from pressconv import pdfdoc
from pressconv.pdf import write_pdf
from pressconv.reading import reading_text
from pressconv.writers.html import write_html

pytestmark = pytest.mark.xdist_group("constructs")


@pytest.fixture(scope="module")
def presentations():
    return {name: pressconv.present(release_of(one)) for name, one in CONSTRUCTS.items()}


@pytest.fixture(scope="module")
def documents(presentations):
    return {
        name: pdfdoc.read_pdf(write_pdf(write_html(shown, None, ASSETS)))
        for name, shown in presentations.items()
    }


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_the_tags_of_a_construct_are_as_reviewed(name, documents, golden):
    path = ROOT / "tests" / "golden" / "tags" / f"{name.replace(' ', '-').replace(',', '')}.txt"
    golden(path, outline(documents[name].root))


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_the_text_of_a_construct_comes_back_in_the_order_of_its_tags(
    name, documents, presentations
):
    said = pdfdoc.reading_text(documents[name], guesses=False)
    assert said == reading_text(presentations[name])


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_content_is_painted_in_the_order_of_the_tags(name, documents):
    assert out_of_order(documents[name].root) == []
