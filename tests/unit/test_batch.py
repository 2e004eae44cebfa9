"""Many files: what fails costs itself only."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest
from word import png

from pressconv import AssetsMode, HtmlOptions, Options, extract
from pressconv.batch import Job, convert_files
from pressconv.convert import Format

RELEASE = (
    '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head><headline>h</headline>'
    "</head><body>{}</body></release>"
)


def test_an_input_that_failed_takes_no_name_from_another(tmp_path):
    (tmp_path / "bad.xml").write_text(RELEASE.format('<figure><image src="a.png"/></figure>'))
    (tmp_path / "good.xml").write_text(RELEASE.format("<p>x</p>"))
    sources = [str(tmp_path / name) for name in ("bad.xml", "good.xml", "good.xml")]
    job = Job((Format.TEXT,), tmp_path / "out")
    bad, good, again = convert_files(sources, job)
    assert bad.exit_code == 3
    assert good.exit_code == 0
    assert again.exit_code == 1
    assert "already made from" in str(again.error)


def with_images(folder, *langs):
    (folder / "a.png").write_bytes(png(400, 300))
    figure = '<figure><image src="a.png" decorative="true"/></figure>'
    for lang in langs:
        text = RELEASE.format(figure).replace('"en"', f'"{lang}"')
        (folder / f"{lang}.xml").write_text(text)
    return [str(folder / f"{lang}.xml") for lang in langs]


def test_editions_share_the_files_that_their_pages_need(tmp_path):
    sources = with_images(tmp_path, "fr", "ar")
    options = Options(html=HtmlOptions(assets=AssetsMode.FILES))
    job = Job((Format.HTML,), tmp_path / "out", options)
    french, arabic = convert_files(sources, job)
    assert (french.error, arabic.error) == (None, None)
    shared = {path for path, _ in french.companions} & {path for path, _ in arabic.companions}
    assert {path.name[:2] for path in shared} == {"a-"}
    beside = tmp_path / "out" / "r.assets"
    made = {path for one in (french, arabic) for path, _ in one.companions}
    assert made == set(beside.iterdir())


def test_a_file_that_a_page_needs_is_written_over_by_force_only(tmp_path):
    sources = with_images(tmp_path, "fr")
    options = Options(html=HtmlOptions(assets=AssetsMode.FILES))
    job = Job((Format.HTML,), tmp_path / "out", options)
    (first,) = convert_files(sources, job)
    (page,) = (tmp_path / "out").glob("*.html")
    page.unlink()
    (again,) = convert_files(sources, job)
    assert again.error is None
    page.unlink()
    image = next(path for path, _ in first.companions if path.suffix == ".png")
    image.write_bytes(b"other")
    (refused,) = convert_files(sources, job)
    assert "holds something else" in str(refused.error)
    assert not page.exists()
    (forced,) = convert_files(sources, replace(job, force=True))
    assert forced.error is None
    assert image.read_bytes() != b"other"


EDITION = """<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>
<headline>Headline</headline>{head}<edition hreflang="{other}">Secret of {other}</edition>
<translation from="{other}" authoritative="{other}" method="human"/></head>
<body><p>Text.</p></body></release>"""
HELD = '<distribution key="embargoed" until="2026-05-04T10:00:00+02:00"/>'
EVERY = tuple(Format)


def two_editions(folder, names, head):
    folder.mkdir()
    (folder / "pressconv.toml").write_text('base_url = "https://example.org/"\n')
    for name, lang, other, own in zip(names, ("fr", "ar"), ("ar", "fr"), ("", head), strict=True):
        (folder / name).write_text(EDITION.format(lang=lang, other=other, head=own))
    return [str(folder / name) for name in names]


def public(sources, folder, moment="2026-05-04T09:59:59+02:00"):
    at = datetime.fromisoformat(moment)
    return list(convert_files(sources, Job(EVERY, folder, public_at=at, force=True)))


def named(outcome):
    """Return the formats in which something names the Arabic edition."""
    written = {one: path.read_bytes() for one, path, _ in outcome.written}
    written[Format.PDF] = b"".join(one.data for one in extract(written[Format.PDF]))
    return {one for one, data in written.items() if re.search(rb"Secret|r\.ar\.|ar_EG", data)}


@pytest.mark.parametrize(
    "head",
    [HELD, '<expires when="2026-05-03"/>', "<status>withheld</status>"],
    ids=["embargoed", "expired", "withheld"],
)
@pytest.mark.parametrize(
    ("names", "given"),
    [
        (("a.xml", "b.xml"), 2),  # both in the run, whatever they are called
        (("fr.xml", "ar.xml"), 1),
        (("visit fr.fr.xml", "visit fr.ar.xml"), 1),
        (("visit-FR.xml", "visit-ar.xml"), 1),
    ],
)
def test_no_public_output_names_an_edition_that_may_not_be_public(tmp_path, names, given, head):
    sources = two_editions(tmp_path / "in", names, head)[:given]
    french, *rest = public(sources, tmp_path / "out")
    assert french.error is None
    assert named(french) == set()
    assert "edition-kept" in {one.code for one in french.notes}
    assert [one.exit_code for one in rest] == [1] * (given - 1)


@pytest.mark.parametrize(
    ("head", "moment"),
    [(HELD, "2026-05-04T10:00:00+02:00"), ("<status>canceled</status>", "2026-05-04T09:00:00Z")],
)
def test_an_edition_that_is_public_or_withdrawn_is_named(tmp_path, head, moment):
    sources = two_editions(tmp_path / "in", ("fr.xml", "ar.xml"), head)
    french, _ = public(sources, tmp_path / "out", moment)
    assert named(french) == set(EVERY)
