"""What the preview remembers of a file: last good outputs, errors, and what it was made from."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from io import BytesIO

import pytest
from PIL import Image

from pressconv.batch import Job, convert_files
from pressconv.convert import Format
from pressconv.errors import MissingToolError
from pressconv.options import Bidi, TextOptions
from pressconv.preview import LIBRARIES, serve
from pressconv.preview.editions import Edition, converted
from pressconv.preview.record import record
from pressconv.preview.refreshing import Refresher, State
from pressconv.preview.site import site
from pressconv.stages import Options

RELEASE = (
    '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}">\n'
    "<head><headline>{headline}</headline></head><body>{body}</body></release>"
)
FIGURE = '<figure><image src="a.png" decorative="true"/></figure>'
JOB = Job((Format.HTML, Format.TEXT), None)


def written(folder, headline="One", body="<p>text</p>", lang="en"):
    path = folder / "r.xml"
    path.write_text(RELEASE.format(headline=headline, body=body, lang=lang), encoding="utf-8")
    return path


def png(path, width):
    out = BytesIO()
    Image.new("1", (width, 2)).save(out, "PNG")
    path.write_bytes(out.getvalue())


def first(path, job=JOB):
    return converted(Edition(str(path)), job)


def test_the_outputs_are_the_very_bytes_of_the_command(tmp_path):
    path = written(tmp_path)
    edition = first(path)
    (outcome,) = convert_files([str(path)], JOB)
    assert edition.made.files == outcome.data
    assert edition.made.name(Format.TEXT) == "r.en.txt"
    assert edition.made.headline == "One"
    assert edition.made.proof == "text equal in html, txt: 7 characters"


def test_a_broken_release_keeps_its_last_good_outputs_beside_its_error(tmp_path):
    good = first(written(tmp_path))
    written(tmp_path, body="<qq>x</qq>")
    broken = converted(good, JOB)
    assert broken.made == good.made
    assert broken.is_old
    shown = json.loads(record(State((broken,))))["editions"][0]
    assert shown["error"].startswith(f"error: {tmp_path / 'r.xml'}:2:")
    assert "unknown element 'qq'" in shown["error"]
    assert shown["made"]["headline"] == "One"
    written(tmp_path, headline="Two")
    mended = converted(broken, JOB)
    assert mended.made
    assert (mended.is_old, mended.made.headline) == (False, "Two")


def test_a_release_that_was_never_good_has_an_error_and_no_outputs(tmp_path):
    edition = first(written(tmp_path, body="<p>a"))
    assert edition.made is None
    assert not edition.is_old
    assert "error: " in edition.error


def test_notes_stand_there_as_in_the_terminal(tmp_path):
    path = written(tmp_path)
    notes = json.loads(record(State((first(path),))))["editions"][0]["notes"]
    assert f"{path}:2:1: note: the release has no issuer [gap-issuer]" in notes


def test_an_edition_is_behind_when_its_file_changes_and_not_before(tmp_path):
    path = written(tmp_path)
    assert Edition(str(path)).is_behind
    edition = first(path)
    assert not edition.is_behind
    written(tmp_path, headline="Another one")
    assert edition.is_behind
    assert not converted(edition, JOB).is_behind


def test_an_edition_is_behind_when_a_new_file_took_the_place_of_its_file(tmp_path):
    edition = first(written(tmp_path))
    (tmp_path / "new").write_bytes((tmp_path / "r.xml").read_bytes())
    (tmp_path / "new").replace(tmp_path / "r.xml")
    assert edition.is_behind


def test_an_edition_is_behind_when_an_image_comes_changes_or_goes(tmp_path):
    path = written(tmp_path, body=FIGURE)
    lacking = first(path)
    assert "image 'a.png': there is no such file" in lacking.error
    png(tmp_path / "a.png", 2)
    assert lacking.is_behind
    whole = converted(lacking, JOB)
    assert whole.error == ""
    png(tmp_path / "a.png", 300)
    assert whole.is_behind
    changed = converted(whole, JOB)
    assert changed.made
    assert changed.made != whole.made
    (tmp_path / "a.png").unlink()
    assert changed.is_behind


def test_an_edition_is_behind_when_a_house_file_comes_or_changes(tmp_path):
    folder = tmp_path / "releases"
    folder.mkdir()
    edition = first(written(folder))
    house = tmp_path / "pressconv.toml"
    house.write_text("page_size = 'A4'\n")
    assert edition.is_behind
    edition = converted(edition, JOB)
    house.write_text("page_size = 'nonsense'\n")
    assert edition.is_behind
    edition = converted(edition, JOB)
    assert f"error: {house}: page_size" in edition.error
    assert edition.is_old


def test_a_house_file_that_is_named_is_the_one_that_counts(tmp_path):
    (tmp_path / "my.toml").write_text("")
    job = Job(JOB.to, None, house=tmp_path / "my.toml")
    edition = first(written(tmp_path), job)
    (tmp_path / "pressconv.toml").write_text("")
    assert not edition.is_behind
    (tmp_path / "my.toml").write_text("\n")
    assert edition.is_behind


def test_what_a_broken_release_showed_is_still_watched(tmp_path):
    png(tmp_path / "a.png", 2)
    good = first(written(tmp_path, body=FIGURE))
    written(tmp_path, body="<p>a")
    broken = converted(good, JOB)
    assert tmp_path / "a.png" in broken.inputs


def test_the_text_says_its_charset_and_whether_it_is_in_visual_order(tmp_path):
    path = written(tmp_path, lang="ar")
    (tmp_path / "pressconv.toml").write_text("[text]\ncharset = 'cp1256'\n")
    options = Options(text=TextOptions(bidi=Bidi.VISUAL, charset="utf-8"))
    by_house = first(path).made
    by_option = first(path, Job(JOB.to, None, options)).made
    assert (by_house.charset, by_house.is_visual) == ("cp1256", False)
    assert (by_option.charset, by_option.is_visual) == ("utf-8", True)


def test_of_several_changes_only_the_newest_is_converted(tmp_path):
    path = written(tmp_path)

    def told(edition):
        if edition.n_conversions == 1:
            for headline in ("Two", "Three", "Four"):
                written(tmp_path, headline=headline)

    async def watched():
        task = asyncio.create_task(refresher.run())
        async for state in refresher.states():
            edition = state.editions[0]
            if edition.made and edition.made.headline == "Four":
                break
        refresher.end()
        assert [state async for state in refresher.states()] == []
        task.cancel()
        return edition

    refresher = Refresher([str(path)], JOB, told)
    assert asyncio.run(watched()).n_conversions == 2


@pytest.mark.parametrize("library", LIBRARIES)
def test_without_its_libraries_it_says_how_to_install_them(library, monkeypatch):
    loaded = ("pressconv.preview.", f"{library}.")
    for name in [one for one in sys.modules if one.startswith(loaded)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingToolError, match=f"needs {library}") as caught:
        serve(["r.xml"], JOB, port=0, started=print, converted=print)
    assert 'pip install "pressconv[preview]"' in caught.value.hint
    assert caught.value.exit_code == 6


def test_an_edition_is_called_as_its_page_is(tmp_path):
    edition = first(written(tmp_path, headline="The <q>night</q> train"))
    assert edition.made
    assert edition.made.headline == "The “night” train"


def test_a_folder_that_is_made_anew_is_followed_from_within(tmp_path, monkeypatch):
    folder = tmp_path / "folder"
    folder.mkdir()
    written(folder)
    monkeypatch.chdir(folder)
    good = converted(Edition("r.xml"), JOB)
    shutil.rmtree(folder)
    gone = converted(good, JOB)
    assert "r.xml: there is no such file" in gone.error
    assert not gone.is_behind
    folder.mkdir()
    written(folder, headline="New")
    assert gone.is_behind
    back = converted(gone, JOB)
    assert back.error == ""
    assert back.made
    assert back.made.headline == "New"


def test_a_release_that_goes_away_is_an_error_until_it_is_back(tmp_path):
    path = written(tmp_path)
    good = first(path)
    path.unlink()
    assert good.is_behind
    gone = converted(good, JOB)
    assert gone.is_old
    assert "there is no such file" in json.loads(record(State((gone,))))["editions"][0]["error"]
    written(tmp_path)
    assert converted(gone, JOB).made == good.made


@pytest.mark.parametrize(
    ("port", "host", "status"),
    [
        *((80, b"127.0.0.1", 200), (80, b"localhost", 200), (80, b"example.org", 421)),
        *((8000, b"127.0.0.1:8000", 200), (8000, b"127.0.0.1", 421)),
    ],
)
def test_a_browser_names_every_port_but_the_usual_one(port, host, status):
    async def asked():
        refresher = Refresher([], JOB, lambda _: None)
        scope = {"type": "http", "method": "GET", "path": "/s/", "raw_path": b"/s/"}
        scope |= {"root_path": "", "query_string": b"", "headers": [(b"host", host)]}
        sent = []

        async def receive():
            raise AssertionError("nobody reads what a GET request brings")

        async def send(message):
            sent.append(message)

        await site(refresher, port, "s")(scope, receive, send)
        return sent[0]["status"]

    assert asyncio.run(asked()) == status
