"""Many files: what fails costs itself only."""

from __future__ import annotations

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
