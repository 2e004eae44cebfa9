"""The command line, by transcripts: tests/cli/*.md are run as they stand.

A block ```console holds commands ("$ …"), what they print (stdout, then stderr behind "! "), and
the exit code where it is not 0 ("=> 3"). "…" stands for anything within a line. Files come from
blocks whose first line is "-- name"; one of a Word document holds what stands in its w:body, and
an image is in the file.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from dataclasses import fields

import pytest
from sources import ROOT
from word import docx, png

from pressconv import Format, HtmlOptions, Options, PdfOptions, TextOptions, cli
from pressconv.cli.idle import ACTS_ON
from pressconv.cli.preview import preview
from pressconv.cli.releases import convert

PROGRAM = [sys.executable, "-m", "pressconv"]
TRANSCRIPTS = sorted((ROOT / "tests" / "cli").glob("*.md"))
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def run(command, folder):
    arguments = shlex.split(command.removeprefix("pressconv"))
    stdin = b""
    if "<" in arguments:
        stdin = (folder / arguments.pop()).read_bytes()
        arguments.pop()
    done = subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, input=stdin, capture_output=True, check=False
    )
    out = done.stdout.decode().splitlines()
    out += [f"! {line}".rstrip() for line in done.stderr.decode().splitlines()]
    return out, done.returncode


def matches(expected, line):
    """Compare a line; no-break spaces are spaces in a transcript, and "…" is anything."""
    pattern = ".*".join(map(re.escape, expected.split("…")))
    shown = line.replace("\u00a0", " ").replace("\u202f", " ")
    return re.fullmatch(pattern, shown) is not None


def steps(text):
    """Yield (command, expected lines, expected code)."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        code = 0
        if lines and lines[-1].startswith("=> "):
            code = int(lines.pop()[3:])
        yield command, lines, code


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_transcript_is_what_happens(path, tmp_path):
    n_steps = 0
    for kind, text in BLOCK.findall(path.read_text(encoding="utf-8")):
        if text.startswith("-- "):
            name, _, content = text[3:].partition("\n")
            is_word = name.endswith(".docx")
            data = docx(content, images={"bridge": png()}) if is_word else content.encode()
            (tmp_path / name).write_bytes(data)
        elif kind == "console":
            for command, expected, code in steps(text):
                n_steps += 1
                lines, returned = run(command, tmp_path)
                assert returned == code, (command, lines)
                assert len(lines) == len(expected), (command, lines)
                assert [
                    (want, line)
                    for want, line in zip(expected, lines, strict=True)
                    if not matches(want, line)
                ] == []
    assert n_steps
    assert [one.name for one in tmp_path.rglob("*.part")] == []


RELEASE = (
    '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head><headline>h</headline>'
    "</head><body><p>text</p></body></release>"
)


def test_a_release_from_standard_input_goes_to_standard_output(tmp_path):
    done = subprocess.run(
        [*PROGRAM, "convert", "-", "-t", "text", "-o", "-"],
        cwd=tmp_path,
        input=RELEASE.encode(),
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"h\n=\n\ntext\n"
    assert b"text equal in txt: 5 characters" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_json_tells_machines_all_that_people_are_told(tmp_path):
    (tmp_path / "good.xml").write_text(RELEASE)
    (tmp_path / "bad.xml").write_text(RELEASE.replace("<p>", "<q>").replace("</p>", "</q>"))
    lines, code = run("convert good.xml bad.xml -t text -o out --json", tmp_path)
    report = json.loads("\n".join(line for line in lines if not line.startswith("! ")))
    assert code == report["exit_code"] == 3
    good, bad = report["files"]
    assert good["outputs"] == [{"format": "text", "path": "out/r.en.txt", "bytes": 10}]
    assert good["proof"] == {"characters": 5, "equal": ["text"], "pdf": None}
    assert {one["code"] for one in good["notes"]} == {
        "gap-issued",
        "gap-issuer",
        "gap-distribution",
    }
    first = bad["problems"][0]
    assert (first["code"], first["line"]) == ("unknown-element", 1)


def test_a_reader_that_goes_away_is_told_nothing(tmp_path):
    command = [*PROGRAM, "schema"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.wait() == 1
    assert process.stderr.read() == b""
    process.stderr.close()


def test_an_interrupt_ends_with_130(monkeypatch, capsys):
    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.printed, "schema_text", interrupt)
    monkeypatch.setattr(sys, "argv", ["pressconv", "schema"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 130
    assert "interrupted" in capsys.readouterr().err


def test_any_other_exception_is_called_a_bug(monkeypatch, capsys):
    monkeypatch.setattr(cli.printed, "schema_text", lambda: 1 / 0)
    monkeypatch.setattr(sys, "argv", ["pressconv", "schema"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 70
    assert "this is a bug of pressconv" in capsys.readouterr().err


def test_every_option_of_the_stages_is_an_option_of_the_command():
    own = {field.name for kind in (HtmlOptions, TextOptions, PdfOptions) for field in fields(kind)}
    own |= {field.name for field in fields(Options)} - {"html", "text", "pdf"}
    command = {parameter.name for parameter in convert.params}
    elsewhere = {"files", "to", "output", "house", "force", "strict", "as_json", "public", "at"}
    assert {name.removeprefix("no_") for name in command - elsewhere} == own
    # A preview shows pages, PDF and text: it has no headings of fragments to set, and no site.
    shown = {parameter.name for parameter in preview.params} - {
        "files",
        "house",
        "port",
        "is_opened",
    }
    assert shown == command - elsewhere - {"heading_level", "assets", "assets_base"}


def test_every_option_of_the_stages_says_which_formats_differ_by_it():
    command = {parameter.name for parameter in convert.params}
    elsewhere = {"files", "to", "output", "house", "force", "strict", "as_json", "public", "at"}
    assert set(ACTS_ON) == command - elsewhere


GIVEN = {
    "disclaimer": "before",
    "drafts": "",
    "typography": "level=strict",
    "theme": "newsroom",
    "abbreviations": "keep",
    "no_editions": "",
    "no_formats": "",
    "width": "30",
    "bidi": "visual",
    "charset": "ascii",
    "newline": "crlf",
    "flowed": "",
    "page_size": "letter",
    "profile": "ua2",
    "allow_nonconforming": "",
    "source": "none",
    "no_source": "",
    "fonts": "embed",
    "fonts_dirs": str(ROOT),
    "heading_level": "3",
    "assets": "files",
    "assets_base": "/media",
}
LIVELY = """<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en">
<head><headline>T</headline><edition hreflang="fr"/>
<translation from="fr" authoritative="fr" method="human"/></head>
<body><p>"a" <abbr>UN<expansion>United Nations</expansion></abbr> \u05d0 c</p></body>
</release>"""


@pytest.mark.parametrize("name", ACTS_ON)
def test_an_option_changes_no_format_but_those_that_it_says(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.xml").write_text(LIVELY)
    (parameter,) = [one for one in convert.params if one.name == name]
    value = [GIVEN[name]] if GIVEN[name] else []
    given = [parameter.opts[0], *value]
    given += ["--assets", "files"] if name == "assets_base" else []
    # A PDF takes long, and its name alone says what is for it.
    command = ["r.xml", "-t", "xml,html,html-fragment,text", "-o"]
    convert.main([*command, "plain"], standalone_mode=False)
    convert.main([*command, "other", *given], standalone_mode=False)
    changed = {
        one
        for one in Format
        if one is not Format.PDF
        and (tmp_path / "plain" / f"r.en.{one.suffix}").read_bytes()
        != (tmp_path / "other" / f"r.en.{one.suffix}").read_bytes()
    }
    assert changed <= set(ACTS_ON[name])


def test_an_option_is_told_by_the_name_that_was_given(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.xml").write_text(LIVELY)
    convert.main(["r.xml", "-t", "xml", "--no-flowed", "--no-source"], standalone_mode=False)
    said = capsys.readouterr().err
    assert "note: --no-flowed changes nothing here: it is for text (-t) [option-idle]" in said
    assert "note: --no-source changes nothing here: it is for pdf (-t) [option-idle]" in said


@pytest.mark.parametrize(
    "command",
    ["", "import", "convert", "check", "extract", "preview", "new", "init", "schema"],
)
def test_help_teaches_with_examples(command, tmp_path):
    lines, code = run(f"{command} --help", tmp_path)
    assert code == 0
    assert any(line.strip().startswith("Example") for line in lines)
    assert any(line.strip().startswith("pressconv ") for line in lines)


def test_the_version_names_what_the_bytes_depend_on(tmp_path):
    lines, code = run("--version", tmp_path)
    assert code == 0
    assert {line.split()[0] for line in lines} >= {"pressconv", "weasyprint", "Pango", "HarfBuzz"}


def test_the_list_of_languages_says_how_far_their_wording_can_be_trusted(tmp_path):
    lines, code = run("pressconv languages --json", tmp_path)
    found = {one["tag"]: one for one in json.loads("\n".join(lines))}
    assert code == 0
    assert found["fr"]["name"] == "français"
    assert found["fr"]["disclaimer"]["human"] == "attested"
    assert found["fr"]["disclaimer"]["machine"] == "draft"
    assert ["level", "strict"] in found["ru"]["choices"]
    table, code = run("pressconv languages", tmp_path)
    assert code == 0
    assert [line.split()[0] for line in table[1:] if line[:1].strip()] == list(found)
