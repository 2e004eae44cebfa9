"""Any release → a PDF whose tags give its text back, whatever is in it."""

from __future__ import annotations

import pytest
from constructs import PICTURE
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import releases

import pressconv
from pressconv import model as m
from pressconv import pdfdoc
from pressconv.assets import make_asset
from pressconv.errors import RenderError
from pressconv.house import Profile
from pressconv.pdf import PdfOptions, write_pdf
from pressconv.reading import reading_text
from pressconv.walk import descendants
from pressconv.writers.html import write_html

ASSET = make_asset(PICTURE)

pytestmark = pytest.mark.slow


@settings(max_examples=120, suppress_health_check=[HealthCheck.filter_too_much])
@given(releases(), st.sampled_from(Profile))
def test_the_text_of_any_release_comes_back_in_the_order_of_the_tags(release, profile):
    shown = pressconv.present(release)
    images = [one for one in descendants(release) if isinstance(one, m.Image)]
    page = write_html(shown, None, {one.src: ASSET for one in images})
    try:
        data = write_pdf(page, PdfOptions(profile=profile))
    except RenderError:  # a character that no font has, or a link to nowhere
        assume(False)
    assert pdfdoc.reading_text(pdfdoc.read_pdf(data)) == reading_text(shown)
