"""The preview as its users run it: a process, asked by a client and looked at in Chromium."""

from __future__ import annotations

import re
import shutil
import signal
import socket
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT
from outside_tools import in_chromium, nu_messages, page_report, require
from previewing import TIMEOUT_S, previewed

from pressconv import preview as preview_package
from pressconv.batch import Job, convert_files
from pressconv.preview import FORMATS

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("preview")]

PAGE = Path(preview_package.__file__).parent / "page"
SAMPLE = ROOT / "samples" / "2026-10-13-early-warning"


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Let the tests connect to this machine only."""
    connect = socket.socket.connect

    def to_this_machine(self, address):
        assert self.family == socket.AF_UNIX or address[0] == "127.0.0.1"
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", to_this_machine)


@pytest.fixture
def folder(tmp_path):
    return filled(tmp_path)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Run one preview for the tests that change nothing."""
    with previewed("fr.xml", "ar.xml", folder=filled(tmp_path_factory.mktemp("running"))) as one:
        yield one


def filled(folder):
    for lang in ("fr", "ar"):
        shutil.copy(SAMPLE / f"{lang}.xml", folder)
    return folder


def broken_from(text):
    return text.replace("<headline>", "<headlin>")


def headline_line(text):
    return text[: text.index("<headline>")].count("\n") + 1


def is_whole(state):
    return all(one["made"] for one in state["editions"])


def test_the_page_has_every_edition_and_serves_the_bytes_of_convert(running, monkeypatch):
    state = running.until(is_whole)
    assert [one["source"] for one in state["editions"]] == ["fr.xml", "ar.xml"]
    assert [one["made"]["dir"] for one in state["editions"]] == ["ltr", "rtl"]
    assert "text equal in html, pdf, txt" in state["editions"][0]["made"]["proof"]
    monkeypatch.chdir(running.folder)
    for number, outcome in enumerate(convert_files(["fr.xml", "ar.xml"], Job(FORMATS, None))):
        for one, data in outcome.data.items():
            answer = running.get(f"{number}/{one.value}")
            assert answer.data == data
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert set(re.findall(rb"<script[^>]*>", data)) <= {
                b'<script type="application/ld+json">'
            }
    types = [running.get(f"0/{one}").headers["Content-Type"] for one in FORMATS]
    assert types == ["text/html; charset=utf-8", "application/pdf", "text/plain; charset=utf-8"]
    name = running.get("0/pdf").headers["Content-Disposition"]
    assert name == 'inline; filename="2026-10-13-early-warning.fr.pdf"'


def test_a_change_is_shown_and_a_broken_release_says_where_it_is_broken(folder):
    path = folder / "fr.xml"
    good = path.read_text(encoding="utf-8")
    with previewed("fr.xml", "--charset", "cp1252", folder=folder) as preview:
        before = preview.until(is_whole)["editions"][0]
        assert "« Une alerte" in preview.get("0/text").data.decode().replace("\u00a0", " ")
        path.write_text(good.replace("<headline>", "<headline>Nouveau : "), encoding="utf-8")
        headline = "Nouveau\u00a0: " + before["made"]["headline"]
        preview.until(lambda state: state["editions"][0]["made"]["headline"] == headline)
        path.write_text(broken_from(good), encoding="utf-8")
        error = f"error: fr.xml:{headline_line(good)}:"
        state = preview.until(lambda state: state["editions"][0]["error"].startswith(error))
        broken = state["editions"][0]
        assert broken["is_old"]
        assert broken["made"]["headline"] == headline
        _, out, err = preview.interrupt()
        assert out == ""
        assert broken["error"] in err


def test_only_127_0_0_1_is_bound(running):
    assert running.get().status == 200
    with socket.socket() as client:
        assert client.connect_ex(("127.0.0.2", running.port)) != 0


def test_a_request_by_another_name_is_refused(running):
    others = ("example.org", "example.org:{port}", "127.0.0.1", "127.0.0.1:1", "", "localhost")
    for host in others:
        answer = running.get(headers={"Host": host.format(port=running.port)})
        assert (answer.status, b"<html" in answer.data) == (421, False), host


def test_without_the_secret_path_there_is_nothing(running):
    assert running.get(headers={"Host": f"localhost:{running.port}"}).status == 200
    paths = ("/", "/events", "/0/html", "/favicon.ico", "/page.js", "/x/")
    assert [running.get(path).status for path in paths] == [404] * len(paths)
    below = (
        "9/html",
        "0/xml",
        "../page.js",
        "%2e%2e/site.py",
        "site.py",
        "0/html/x",
        "-1/html",
    )
    assert [running.get(path).status for path in below] == [404] * len(below)
    assert running.get(method="POST").status == 405


def test_the_page_may_load_nothing_from_elsewhere(running):
    running.until(is_whole)
    policy = running.get().headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "sandbox" in running.get("0/html").headers["Content-Security-Policy"]
    for name in ("", "page.css", "page.js"):
        assert re.search(rb"https?:|[\"'(]//", running.get(name).data) is None


def test_ctrl_c_ends_it_at_once_with_130_though_a_page_is_open(folder):
    with previewed("fr.xml", folder=folder) as preview:
        with closing(preview.states()) as states:
            next(states)
            preview.until(is_whole)
            code, out, err = preview.interrupt()
        assert (code, out) == (130, "")
        assert err.splitlines()[-1] == "interrupted"
        assert "Traceback" not in err


def test_ctrl_c_waits_for_no_conversion(folder):
    with previewed("fr.xml", "ar.xml", folder=folder) as preview:
        with closing(preview.states()) as states:
            assert next(state for state in states if state["converting"] == 1)
        code, _, err = preview.interrupt()
        assert code == 130
        assert "Traceback" not in err
        assert "ar.xml" not in err


def test_it_ends_without_a_word_when_it_is_told_to(folder):
    with previewed("fr.xml", folder=folder) as preview:
        preview.until(is_whole)
        preview.process.terminate()
        _, err = preview.process.communicate(timeout=TIMEOUT_S)
        assert preview.process.returncode == 128 + signal.SIGTERM
        assert [line for line in err.splitlines() if not line.startswith("fr.xml: ")] == []


def test_what_converts_ends_when_the_preview_is_killed(folder):
    with previewed("fr.xml", folder=folder) as preview:
        preview.until(is_whole)
        preview.process.kill()
        # It has the same stderr, which is at its end when both have closed it.
        preview.process.communicate(timeout=TIMEOUT_S)
        assert preview.process.returncode == -signal.SIGKILL


def test_a_page_that_was_closed_is_nobodys_error(folder):
    with previewed("fr.xml", folder=folder) as preview:
        preview.until(is_whole)  # reads on no more
        (folder / "fr.xml").touch()
        preview.until(lambda state: state["editions"][0]["n_conversions"] > 1)
        _, _, err = preview.interrupt()
        assert {line.partition(":")[0] for line in err.split("\n") if line} == {
            "fr.xml",
            "interrupted",
        }


def test_a_taken_port_is_a_wrong_choice(folder):
    with previewed("fr.xml", folder=folder) as first:
        second = previewed("fr.xml", "--port", str(first.port), folder=folder)
        with pytest.raises(AssertionError, match=f"cannot use port {first.port}"), second:
            pass


@pytest.mark.outside
def test_a_reader_sees_the_editions_and_their_changes(folder, tmp_path):
    require("axe", "nu")
    path = folder / "fr.xml"
    good = path.read_text(encoding="utf-8")
    better = good.replace("<headline>", "<headline>Nouveau : ")
    with previewed("fr.xml", "ar.xml", folder=folder) as preview:
        seen = in_chromium(
            "preview.mjs",
            {
                "address": preview.address,
                "file": str(path),
                "better": {"text": better, "words": "Nouveau"},
                "broken": {
                    "text": broken_from(good),
                    "words": f"error: fr.xml:{headline_line(good)}:",
                },
                "picture": None,
            },
        )
    first, *_ = seen["first"]["editions"]
    assert [one["lang"] for one in seen["first"]["editions"]] == ["fr", "ar"]
    assert all(first[one].count("Les alertes aux crues") for one in ("headline", "page", "text"))
    assert first["proof"].startswith("text equal in html, pdf, txt")
    assert not first["isPageDark"]
    assert seen["wide"]["editions"][0]["pageWidth"] == 1280
    assert seen["dark"]["editions"][0]["isPageDark"]
    assert "Links are not followed here" in seen["linked"]["status"]
    assert seen["turned"] == "ar"
    assert seen["viewer"].startswith(f"{preview.address}0/pdf?")
    changed, broken, mended = (seen[one]["editions"][0] for one in ("changed", "broken", "mended"))
    assert changed["headline"] == f"Nouveau\u00a0: {first['headline']}"
    assert (changed["scrolled"], changed["textScrolled"]) == (150, 40)
    assert "fr.xml:" in broken["error"]
    assert broken["isOld"]
    assert "Nouveau" in broken["page"]
    assert (mended["error"], mended["isOld"]) == ("", False)
    assert [page_report(one).faults for one in seen["reports"]] == [()] * 6
    assert (seen["elsewhere"], seen["errors"]) == ([], [])
    file = tmp_path / "page.html"
    file.write_text(seen["dom"], encoding="utf-8")
    assert nu_messages([file])[str(file)] == []
    served = tmp_path / "served.html"
    served.write_bytes((PAGE / "page.html").read_bytes())
    assert nu_messages([served])[str(served)] == []
