"""Many files: what fails costs itself only."""

from __future__ import annotations

from dataclasses import replace

from word import png

from pressconv import AssetsMode, HtmlOptions, Options
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
