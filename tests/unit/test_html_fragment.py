"""A release as part of a site: ids of its own, no style, headings where the site has room."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import html5lib
import pytest
import tinycss2
from sources import ROOT

import pressconv
from pressconv.convert import Format
from pressconv.errors import ConfigError
from pressconv.languages import shipped
from pressconv.loading import find_house, load_assets
from pressconv.themes import find_theme
from pressconv.writers.html import HtmlOptions, write_fragment
from pressconv.writers.html.site import site_sheet

SAMPLES = ROOT / "samples"
RICH = SAMPLES / "2026-03-12-plan-littoral"
REFERENCES = ("headers", "for", "aria-labelledby", "aria-describedby", "aria-details")


def fragment(path, level=1):
    release = pressconv.read(path.read_bytes()).value
    shown = pressconv.present(release, house=find_house(path.parent))
    options = HtmlOptions(heading_level=level)
    return write_fragment(shown, options, load_assets(release, path.parent))


def parsed(data: bytes) -> Any:
    return html5lib.parse(data.decode(), namespaceHTMLElements=False)


def elements(*fragments):
    page = parsed(b"".join(one.data for one in fragments))
    return list(page.iter())[2:]  # without html and head


def references(element):
    target = element.get("href", "")
    yield from [target[1:]] if target.startswith("#") else []
    for name in REFERENCES:
        yield from element.get(name, "").split()


@pytest.fixture(scope="module")
def editions():
    return elements(fragment(RICH / "fr.xml"), fragment(RICH / "ar.xml"))


def test_editions_stand_on_one_page_without_an_id_in_common(editions):
    ids = [one.get("id") for one in editions if one.get("id")]
    assert [one for one, count in Counter(ids).items() if count > 1] == []
    assert all(one.startswith("2026-03-12-plan-littoral-") for one in ids)


def test_landmarks_of_releases_on_one_page_say_which_release_they_are_of():
    files = [SAMPLES / name / "fr.xml" for name in ("2018-06-26-coalition-maroc", RICH.name)]
    found = [one for one in elements(*map(fragment, files)) if one.tag in {"nav", "section"}]
    names = [one.get("aria-label") for one in found if one.get("aria-label")]
    assert len(names) == len(set(names)) > 4
    assert "Notes\u00a0: Plan Littoral 2026-2030" in names[-2]


def test_what_an_element_refers_to_is_in_the_fragment(editions):
    ids = {one.get("id") for one in editions}
    found = [ref for one in editions for ref in references(one)]
    assert found
    assert set(found) <= ids


def test_a_fragment_has_no_style_no_script_and_no_landmark_of_a_page(editions):
    assert {one.tag for one in editions} & {"style", "script", "link", "main", "body"} == {"body"}
    assert [one.tag for one in editions if one.get("style")] == []
    classes = {name for one in editions for name in one.get("class", "").split()}
    assert [name for name in classes if not name.startswith("pc-")] == []


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_keep_their_order_from_the_level_that_is_asked_for(level):
    def levels(found):
        for one in elements(found):
            if match := re.fullmatch("h([1-6])", str(one.tag)):
                yield int(match[1])
            elif one.get("role") == "heading":
                yield int(one.get("aria-level"))

    usual = list(levels(fragment(RICH / "fr.xml")))
    assert list(levels(fragment(RICH / "fr.xml", level))) == [one + level - 1 for one in usual]


@pytest.mark.parametrize("level", [0, 7, -1])
def test_a_level_that_no_heading_has_is_refused(level):
    with pytest.raises(ConfigError, match="heading_level"):
        HtmlOptions(heading_level=level)


def test_a_section_has_a_heading_that_html_knows_or_is_none():
    found = elements(fragment(RICH / "fr.xml", 5))
    headings = {f"h{level}" for level in range(1, 7)}
    sections = [one for one in found if one.tag == "section" and not one.get("aria-label")]
    assert sections
    assert [one for one in sections if not headings & {child.tag for child in one}] == []


def test_the_head_data_says_what_the_head_of_the_page_says():
    release = pressconv.read((RICH / "fr.xml").read_bytes()).value
    made = pressconv.convert_all(
        release,
        to=[Format.HTML, Format.HEAD],
        assets=load_assets(release, RICH),
        house=find_house(RICH),
    ).value.files
    head = json.loads(made[Format.HEAD])
    page = parsed(made[Format.HTML]).find("head")
    links = page.findall("link[@hreflang]")
    assert [(one["hreflang"], one["href"]) for one in head["alternates"]] == [
        (link.get("hreflang"), link.get("href")) for link in links
    ]
    metas = {(one.get("name") or one.get("property"), one.get("content")) for one in page}
    assert {(one["name"], one["content"]) for one in head["dublinCore"]} <= metas
    assert {(one["property"], one["content"]) for one in head["openGraph"]} <= metas
    assert head["jsonLd"] == json.loads(page.findtext("script"))
    assert head["title"] == page.findtext("title")
    assert ("og:locale", "fr_FR") in metas


def test_the_sheet_for_sites_speaks_of_fragments_only():
    rules = tinycss2.parse_stylesheet(site_sheet(shipped(), find_theme()), skip_whitespace=True)
    inner = [one for rule in rules if rule.type == "at-rule" for one in rule.content]
    assert not any(one.type == "error" for one in [*rules, *inner])
    sheet = tinycss2.serialize(rules)
    selectors = re.findall(r"(?:^|[}{])\s*([^@{}]+)\{", sheet)
    assert len(selectors) > 200
    for selector in selectors:
        for one in re.split(r",(?![^(]*\))", selector):
            assert one.strip().startswith((".pc-fragment", ":is(.pc-fragment")), selector
    assert re.findall(r"(?<![\w.-])(?:html|body|h[1-6])\b", sheet) == []


def test_no_table_of_a_fragment_takes_more_of_a_site_than_the_fragment_has():
    sheet = site_sheet(shipped(), find_theme())
    assert "min-content" not in sheet
    assert "pc-wide" not in sheet


def test_a_heading_is_known_to_the_sheet_whatever_its_level():
    found = [one for one in elements(fragment(RICH / "fr.xml", 6)) if one.get("role") == "heading"]
    assert {"pc-h2", "pc-h3", "pc-h4"} <= {one.get("class").split()[-1] for one in found}
