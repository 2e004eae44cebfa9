"""docs/text.md: every example prints what stands under it, and every option is listed."""

from __future__ import annotations

import base64
import re
from dataclasses import fields
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from flowed import paragraphs
from sources import ROOT

import pressconv
from pressconv.cli.releases import convert
from pressconv.options import TextOptions

DOCUMENT = (ROOT / "docs" / "text.md").read_text(encoding="utf-8")
PART = re.compile(
    r"^```xml\n(?P<source>.*?)^```$"
    r"|^(?:No option|`(?P<options>--[^`]*)`)(?P<notes>, with notes)?[^:\n]*:\n\n"
    r"(?:```text\n(?P<text>.*?)^```$"
    r"|<pre[^>]*>(?:<bdo dir=\"ltr\">)?\n(?P<html>.*?)(?:</bdo>)?</pre>$)",
    re.DOTALL | re.MULTILINE,
)
OPEN = (
    '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head><headline>x</headline>'
)
HEAD = (
    "<issuer><organization>x</organization></issuer><distribution key='immediate'/>"
    "<issued when='2026-01-01'/></head><body>"
)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


class Example(NamedTuple):
    source: str
    options: str
    expected: str
    has_notes: bool


def examples() -> list[Example]:
    source, found = "", []
    for part in PART.finditer(DOCUMENT):
        if part["source"]:
            source = part["source"]
            continue
        expected = part["text"] or unescape(part["html"])
        found.append(Example(source, part["options"] or "", expected, bool(part["notes"])))
    return found


def whole(source: str) -> str:
    """Complete a part of a release, in the language of its first paragraph."""
    if source.startswith("<release"):
        return source
    lang = re.match(r'<p xml:lang="([^"]+)"', source)
    start = OPEN.format(lang=lang[1] if lang else "en")
    return f"{start}{HEAD}{source}</body></release>"


def printed(example: Example, folder: Path) -> str:
    """Return what the command prints, invisible characters as the page shows them."""
    (folder / "map.png").write_bytes(PIXEL)
    path = folder / "r.xml"
    path.write_text(whole(example.source), encoding="utf-8")
    command = [str(path), "-t", "text", "-o", "-", *example.options.split()]
    done = CliRunner().invoke(convert, command, standalone_mode=False)
    assert done.exception is None, done.output
    text = done.stdout.replace("\r\n", "\n")
    if not example.source.startswith("<release"):  # the headline and the letterhead of `OPEN`
        text = re.sub("\\A.*2026[^\n]*\n\n", "", text, flags=re.DOTALL)
    notes = "".join(f"{line}\n" for line in done.stderr.splitlines() if " note: " in line)
    shown = text + ("\n" + notes if example.has_notes else "")
    for sign, name in (("\u2066", "{LRI}"), ("\u2067", "{RLI}"), ("\u2069", "{PDI}")):
        shown = shown.replace(sign, name)
    shown = re.sub(" $", "\u00b7", shown, flags=re.MULTILINE)
    return shown.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.options or "no option")
def test_an_example_prints_what_stands_under_it(example, tmp_path):
    assert printed(example, tmp_path) == example.expected


def test_every_option_of_plain_text_has_an_example_and_a_row():
    names = {field.name for field in fields(TextOptions)}
    rows = re.findall(r"^\| `--([a-z]+)` \| `([a-z]+)` \|", DOCUMENT, re.MULTILINE)
    assert {option for option, _ in rows} == {key for _, key in rows} == names
    shown = {word.removeprefix("--") for one in examples() for word in one.options.split()}
    assert names - shown == {"newline"}
    assert {"logical", "isolates", "visual"} - shown == {"logical"}


def test_the_house_file_reads():
    (house,) = re.findall(r"^```toml\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)
    assert pressconv.read_house(house.encode()).text == TextOptions(width=66, flowed=True)


def test_the_program_makes_a_message_that_a_reader_of_mail_joins():
    (program,) = re.findall(r"^```python\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)
    source = f"<p>{'One long paragraph of words. ' * 8}</p>"
    values: dict[str, Any] = {"data": whole(source).encode()}
    exec(program, values)
    message = values["message"]
    body = message.get_payload(decode=True).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    assert values["text"].media_type in str(message["Content-Type"]).replace('"', "")
    joined = [one.text for one in paragraphs(body, message["Content-Type"])]
    assert ("One long paragraph of words. " * 8).strip() in joined
