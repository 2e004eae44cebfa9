"""Every bad input of docs/errors.md: its message, its exit code, no traceback, nothing written."""

from __future__ import annotations

import os
import re
import resource
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from attaching import pdf
from PIL import Image
from sources import ROOT

from pressconv import cli

HEAD = "<head><headline>T</headline></head>"
OPEN = '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en">'
ROW = re.compile(r"^\| ([^|`]+) \| (\d+) \| `(.+)` \|$", re.MULTILINE)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
PAGE = "<!DOCTYPE html><html><body><h1>Title</h1>{}</body></html>"
ENTITIES = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))


def release(body="<p>x</p>", head=HEAD, start=OPEN):
    return f"{start}{head}<body>{body}</body></release>"


def image(source):
    return release(f'<figure><image src="{source}" decorative="true"/></figure>')


def written(data, name="r.xml"):
    """Return what writes one file and checks it."""

    def make(folder):
        content = data if isinstance(data, bytes) else data.encode()
        (folder / name).write_bytes(content)
        return ["import", name, "-o", "out"] if name != "r.xml" else ["convert", name, "-o", "out"]

    return make


def extracted(data):
    """Return what writes a PDF and takes its files out."""

    def make(folder):
        (folder / "x.pdf").write_bytes(data)
        return ["extract", "x.pdf", "-o", "out"]

    return make


def with_image(data, source="a.png", name="a.png"):
    """Return what writes a release and the image that it shows."""

    def make(folder):
        (folder / name).write_bytes(data)
        return written(image(source))(folder)

    return make


def png(*size):
    out = BytesIO()
    Image.new("1", size).save(out, "PNG")
    return out.getvalue()


def given(*arguments):
    """Return what writes a good release, and gives other arguments."""

    def make(folder):
        (folder / "r.xml").write_text(release())
        return list(arguments)

    return make


def prepared(prepare, *arguments):
    """Return what writes a good release, prepares more, and gives arguments."""

    def make(folder):
        (folder / "r.xml").write_text(release())
        prepare(folder)
        return list(arguments)

    return make


def a_link_out(folder):
    (folder / "secret.png").write_bytes(png(1, 1))
    inside = folder / "in"
    inside.mkdir()
    (inside / "a.png").symlink_to(folder / "secret.png")
    (inside / "r.xml").write_text(image("a.png"))


def a_twin(folder):
    (folder / "twin.xml").write_text(release())


def an_output(folder):
    (folder / "out").mkdir()
    (folder / "out" / "r.en.txt").write_text("mine")


def a_locked_file(folder):
    (folder / "r.xml").chmod(0)


def a_locked_folder(folder):
    (folder / "locked").mkdir(mode=0o555)


def a_large_release(folder):
    (folder / "r.xml").write_text(release(f"<p>{'word ' * 20_000}</p>"))


def a_pipe_for_an_image(folder):
    os.mkfifo(folder / "a.png")
    (folder / "r.xml").write_text(image("a.png"))


def a_pipe_among_fonts(folder):
    (folder / "f").mkdir()
    os.mkfifo(folder / "f" / "a.ttf")


def a_house(text):
    return lambda folder: (folder / "pressconv.toml").write_text(text)


CONVERT = ("convert", "r.xml", "-t", "text", "-o", "out")
CASES = {
    "malformed XML": written(release("<p>x</q>")),
    "a wrong namespace": written(release(start='<release id="r" xml:lang="en">')),
    "an unknown element": written(release("<pp>x</pp>")),
    "an unknown attribute": written(release('<p lang="fr">x</p>')),
    "no headline": written(release(head="<head/>")),
    "a bad date": written(release(head=f'{HEAD[:-7]}<issued when="2018-02-30"/></head>')),
    "a language that is none": written(release(start=OPEN.replace('"en"', '"english_"'))),
    "an id that would leave the folder": written(release(start=OPEN.replace('"r"', '"../r"'))),
    "a document type": written("<!DOCTYPE release>" + release()),
    "an external entity": written(
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + release("<p>&a;</p>")
    ),
    "an entity bomb": written(f'<!DOCTYPE r [<!ENTITY a0 "x">{ENTITIES}]>{release("<p>&a9;</p>")}'),
    "a paragraph of 50 MB": written(release(f"<p>{'word ' * 10**7}</p>")),
    "elements 10,000 deep": written(release("<section>" * 10_000)),
    "a million empty elements": written(release("<p/>" * 10**6)),
    "a NUL": written(release("<p>a\0b</p>")),
    "a control character": written(release("<p>a\x1bb</p>")),
    "a lone surrogate": written(release("<p>@</p>").encode().replace(b"@", b"\xed\xa0\x80")),
    "a lone surrogate by its number": written(release("<p>&#xD800;</p>")),
    "an overlong encoding": written(release("<p>@</p>").encode().replace(b"@", b"\xc0\xaf")),
    "a wrong encoding": written(release("<p>caf\u00e9</p>").encode("latin-1")),
    "an unknown encoding": written('<?xml version="1.0" encoding="latin-99"?>' + release()),
    "a web page in place of XML": written(PAGE.format("")),
    "text in place of XML": written("FOR IMMEDIATE RELEASE"),
    "a PDF in place of XML": written(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "an empty file": written(""),
    "a folder": prepared(lambda folder: (folder / "d").mkdir(), "check", "d"),
    "a pipe": prepared(lambda folder: os.mkfifo(folder / "pipe"), "check", "pipe"),
    "a device": given("check", "/dev/zero"),
    "no file": given("check", "none.xml"),
    "an unreadable file": prepared(a_locked_file, "check", "r.xml"),
    "no write permission": prepared(
        a_locked_folder, "convert", "r.xml", "-t", "text", "-o", "locked"
    ),
    "a full disk, or a limit": prepared(a_large_release, *CONVERT),
    "an output that exists": prepared(an_output, *CONVERT),
    "two inputs with one output": prepared(a_twin, "convert", "r.xml", "twin.xml", *CONVERT[2:]),
    "a file in place of the output folder": given("convert", "r.xml", "-t", "text", "-o", "r.xml"),
    "an image that is not there": written(image("none.png")),
    "an image that is none": with_image(b"no image"),
    "a damaged image": with_image(png(9, 9)[:50]),
    "an image that unpacks to gigabytes": with_image(png(40_000, 40_000)),
    "an image on the network": written(image("https://example.org/a.png")),
    "an image outside the folder": written(image("../a.png")),
    "a link that leads out": prepared(a_link_out, "check", "in/r.xml"),
    "an image that is a pipe": prepared(a_pipe_for_an_image, "check", "r.xml"),
    "an image in the address": written(image("data:image/png;base64," + "A" * 10**6)),
    "an SVG with a script": with_image(SVG.format("<script/>").encode(), "a.svg", "a.svg"),
    "an SVG with an event": with_image(SVG.format('<g onload="x"/>').encode(), "a.svg", "a.svg"),
    "an SVG that refers outside": with_image(
        SVG.format('<use href="http://example.org/#a"/>').encode(), "a.svg", "a.svg"
    ),
    "an SVG with a style on the network": with_image(
        SVG.format("<style>@import 'http://example.org/a';</style>").encode(), "a.svg", "a.svg"
    ),
    "an SVG that multiplies": with_image(
        SVG.format(
            "".join(
                f'<g id="a{n}">{f"<use href={chr(34)}#a{n + 1}{chr(34)}/>" * 9}</g>'
                for n in range(20)
            )
        ).encode(),
        "a.svg",
        "a.svg",
    ),
    "a house file with an unknown key": prepared(a_house("colour = 1"), *CONVERT),
    "a house file that is no TOML": prepared(a_house("\0"), *CONVERT),
    "a house file with a pale theme": prepared(a_house('[themes.a]\nink = "#999999"'), *CONVERT),
    "a house file with a theme that is not there": prepared(a_house('theme = "newsrom"'), *CONVERT),
    "a house file nested without end": prepared(a_house(f"a = {'[' * 20_000}"), *CONVERT),
    "a house file with an endless number": prepared(a_house(f"a = {'9' * 6000}"), *CONVERT),
    "a house file that is a pipe": prepared(
        lambda folder: os.mkfifo(folder / "pipe"), *CONVERT, "--house", "pipe"
    ),
    "fonts with a pipe among them": prepared(
        a_pipe_among_fonts,
        *("convert", "r.xml", "-t", "pdf", "-o", "out", "--fonts-dir", "f"),
    ),
    "raw text that is empty": written(" \n", "r.txt"),
    "raw text that is binary": written(png(2, 2), "r.txt"),
    "raw text without a word": written("\1\2\3", "r.txt"),
    "raw text of 50 MB": written("word " * 10**7, "r.txt"),
    "raw text of 100,000 lines": written("ab\n\n" * 100_000, "r.txt"),
    "a page of a million elements": written(PAGE.format("<p>" * 10**6), "r.html"),
    "a page 10,000 deep": written(PAGE.format("<div>" * 10_000), "r.html"),
    "a page of 50 MB": written(PAGE.format("word " * 10**7), "r.html"),
    "text in place of a PDF": extracted(b"FOR IMMEDIATE RELEASE"),
    "a PDF with a password": extracted(pdf({"a.txt": b"x"}, password="secret")),
    "a PDF that is cut short": extracted(pdf({"a.txt": b"x"})[:300]),
    "a PDF without a file in it": extracted(pdf({})),
    "a PDF without tags": prepared(
        lambda folder: (folder / "x.pdf").write_bytes(pdf({})), "extract", "x.pdf", "--text"
    ),
}
UNPRIVILEGED = {"an unreadable file", "no write permission"}


def rows():
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    return {name: (int(code), message) for name, code, message in ROW.findall(text)}


@pytest.fixture
def folder(monkeypatch):
    """Make a folder that everybody may look into, and go there."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        monkeypatch.chdir(name)
        yield Path(name)


def run(arguments, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["pressconv", *arguments])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return end.value.code


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_has_its_message_and_its_code(name, folder, monkeypatch, capsys):
    arguments = CASES[name](folder)
    if name in UNPRIVILEGED:
        run(given("convert", "r.xml", "-t", "text", "-o", "-")(folder), monkeypatch)  # loads all
        CASES[name](folder) if name == "an unreadable file" else None
    before = {path for path in folder.rglob("*") if not path.is_dir()}
    capsys.readouterr()
    own, limits = os.geteuid(), resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        if name in UNPRIVILEGED and own == 0:
            os.seteuid(65534)
        if "full disk" in name:
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
        code = run(arguments, monkeypatch)
    finally:
        os.seteuid(own)
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    messages = capsys.readouterr().err
    expected, message = rows()[name]
    assert code == expected, messages
    pattern = ".*".join(map(re.escape, message.split("\u2026")))
    assert re.search(f"^error: {pattern}$", messages, re.MULTILINE), messages
    assert "Traceback" not in messages
    made = {path for path in folder.rglob("*") if not path.is_dir()} - before
    assert {path.name for path in made} == ({"r.en.txt"} if "two inputs" in name else set())


def test_every_bad_input_has_its_row():
    assert list(rows()) == list(CASES)
