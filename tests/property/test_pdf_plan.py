"""Any release → tags each of which may stand where it does, and a place for every text."""

from __future__ import annotations

from constructs import PICTURE
from hypothesis import given
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


def planned(release):
    images = [one for one in descendants(release) if isinstance(one, m.Image)]
    page = write_html(pressconv.present(release), None, {one.src: ASSET for one in images})
    return plan(page.for_paper())


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
    assert set(misplaced(planned(release).root)) == set()


@given(releases())
def test_every_text_of_any_release_has_its_place_in_one_tag(release):
    sources = [source for tag in every(planned(release).root) for source in tag.sources]
    assert len(sources) == len(set(sources))
