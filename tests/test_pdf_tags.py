"""The tags of a PDF: of every construct as reviewed, and right by the outside validator."""

from __future__ import annotations

import pytest
from conftest import ROOT
from constructs import ASSETS, CONSTRUCTS, release_of
from outside_tools import Flavour, require, verapdf
from tag_outline import out_of_order, outline

import pressconv
from pressconv import pdfdoc
from pressconv.pdf import Attachment, PdfOptions, Profile, Relation, write_pdf
from pressconv.reading import reading_text
from pressconv.writers.html import write_html

pytestmark = pytest.mark.xdist_group("constructs")

SOURCE = Attachment("release.xml", b"<release/>", "application/xml", Relation.SOURCE, "The source")
# Every flavour of veraPDF that a file of a profile has to pass, with its source and without.
FLAVOURS: dict[tuple[Profile, bool], tuple[Flavour, ...]] = {
    (Profile.UA1, True): ("ua1", "3a"),
    (Profile.UA1, False): ("ua1", "2a"),
    (Profile.UA2, True): ("ua2", "4f", "wt1a", "wt1r"),
    (Profile.UA2, False): ("ua2", "4", "wt1a", "wt1r"),
}


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
    assert pdfdoc.reading_text(documents[name]) == reading_text(presentations[name])


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_content_is_painted_in_the_order_of_the_tags(name, documents):
    assert out_of_order(documents[name].root) == []


@pytest.mark.outside
@pytest.mark.parametrize(("profile", "has_source"), FLAVOURS)
def test_verapdf_passes_every_construct(profile, has_source, presentations, tmp_path):
    require("verapdf")
    attachments = (SOURCE,) if has_source else ()
    names = {}
    for number, (name, shown) in enumerate(presentations.items()):
        path = tmp_path / f"{number}.pdf"
        page = write_html(shown, None, ASSETS)
        path.write_bytes(write_pdf(page, PdfOptions(profile=profile), attachments=attachments))
        names[str(path)] = name
    failed = {
        (names[path], flavour, str(clause))
        for flavour in FLAVOURS[profile, has_source]
        for path, verdict in verapdf([tmp_path / path for path in names], flavour).items()
        for clause in (verdict.failed or ("no verdict",) * (not verdict.passed))
    }
    assert failed == set()
