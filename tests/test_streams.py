"""Standard input and output that are closed or full: a message, a code, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = f"{sys.executable} -m pressconv"
RELEASE = (
    '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head><headline>h</headline>'
    "</head><body><p>text</p></body></release>"
)


def run(command, folder, env=None):
    """Run a line of the shell, in which $P is the program."""
    done = subprocess.run(
        ["sh", "-c", command.replace("$P", PROGRAM)],
        cwd=folder,
        input=b"",
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **(env or {})},
    )
    return done.stdout.decode(), done.stderr.decode(), done.returncode


@pytest.mark.parametrize(
    "command",
    ["schema", "--help", "check r.xml", "convert r.xml -t text -o -", "languages", "new --lang fr"],
)
def test_a_full_standard_output_is_told(command, tmp_path):
    (tmp_path / "r.xml").write_text(RELEASE)
    _, messages, code = run(f"$P {command} > /dev/full", tmp_path)
    assert code == 3
    assert "cannot write to standard output: No space left on device" in messages
    assert "Traceback" not in messages
    assert "Exception ignored" not in messages


@pytest.mark.parametrize("command", ["check r.xml", "check bad.xml", "check --nonsense"])
def test_where_no_message_can_be_written_there_is_still_a_code(command, tmp_path):
    (tmp_path / "r.xml").write_text(RELEASE)
    (tmp_path / "bad.xml").write_text("<p/>")
    _, _, code = run(f"$P {command} 2> /dev/full", tmp_path)
    assert code in {2, 3}


@pytest.mark.parametrize(
    "command",
    [
        "check -",
        "convert - -t text",
        "import -",
        "typeset --lang fr",
        "new --from - --lang fr",
    ],
)
def test_a_closed_standard_input_is_told(command, tmp_path):
    _, messages, code = run(f"$P {command} <&-", tmp_path)
    assert (code, messages) == (
        3,
        "error: standard input is closed\n  hint: name a file in place of -\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_a_closed_standard_output_is_told(tmp_path):
    (tmp_path / "r.xml").write_text(RELEASE)
    _, messages, code = run("$P convert r.xml -t text -o - >&-", tmp_path)
    assert code == 3
    assert "error: standard output is closed\n" in messages
    assert run("$P check r.xml >&-", tmp_path)[2] == 0


def test_a_name_that_is_no_text_and_a_terminal_that_lacks_a_character_stop_nothing(tmp_path):
    odd = tmp_path / os.fsdecode(b"caf\xe9.xml")
    odd.write_text(RELEASE)
    out, _, code = run("$P check ./*.xml", tmp_path)
    assert (out, code) == ("./caf\\udce9.xml: ok\n", 0)
    odd.rename(tmp_path / "\u0436.xml")
    out, _, code = run("$P check ./*.xml", tmp_path, {"PYTHONIOENCODING": "latin-1"})
    assert (out, code) == ("./\\u0436.xml: ok\n", 0)
