"""Any release → tags each of which may stand where it does, and a place for every text."""

from __future__ import annotations

from constructs import PICTURE
from hypothesis import given
from lxml import etree
from strategies import releases

import pressconv
from pressconv import model as m
from pressconv.assets import make_asset
from pressconv.pdf.nesting import TRANSPARENT, may_hold, too_many
from pressconv.pdf.plan import plan
from pressconv.pdf.tags import every
from pressconv.walk import descendants
from pressconv.writers.html import write_html

ASSET = make_asset(PICTURE)


def written(release):
    images = [one for one in descendants(release) if isinstance(one, m.Image)]
    page = write_html(pressconv.present(release), None, {one.src: ASSET for one in images})
    return page.for_paper()


def misplaced(tag, around=""):
    inside = around if tag.kind in TRANSPARENT else tag.kind
    for child in tag.children:
        if not may_hold(inside, child.kind):
            yield f"{child.kind} in {inside}"
        yield from misplaced(child, inside)
    yield from (f"{one} again in {inside}" for one in too_many(tag.kind, _kinds(tag)))


def _kinds(tag):
    return [child.kind for child in tag.children]


@given(releases())
def test_every_tag_of_any_release_may_stand_where_it_does(release):
    assert set(misplaced(plan(written(release)).root)) == set()


@given(releases())
def test_every_text_of_any_release_has_its_place_in_one_tag(release):
    sources = [source for tag in every(plan(written(release)).root) for source in tag.sources]
    assert len(sources) == len(set(sources))


def languages(tag, around):
    """Yield the language of every source of a tag tree."""
    lang = tag.lang or around
    yield from ((source.element, lang) for source in tag.sources if not source.is_marker)
    for child in tag.children:
        yield from languages(child, lang)


@given(releases())
def test_every_word_of_any_release_is_in_the_language_that_the_page_says(release):
    data = written(release)
    found = plan(data)
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    said = {
        number: one.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
        for number, one in enumerate(elements)
    }
    own = {text.element for text in found.texts if text.text.strip()}
    for element, lang in languages(found.root, root.get("lang")):
        if element in own or elements[element].tag == "img":
            assert lang == said[element], etree.tostring(elements[element])
