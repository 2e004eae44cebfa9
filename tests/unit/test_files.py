"""Reading a file never waits, and whatever is none is told apart."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from pressconv.errors import ConfigError, ReadError
from pressconv.files import read_file
from pressconv.fonts import font_folders
from pressconv.loading import find_house, load_house


@pytest.fixture
def unprivileged():
    """Give up the rights of root, who may read everything."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    yield
    os.seteuid(own)


def code(path, **keywords):
    with pytest.raises(ReadError) as caught:
        read_file(path, **keywords)
    assert str(caught.value).startswith(str(path))
    return caught.value.problems[0].code


def test_a_link_to_a_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "b").symlink_to("a")
    assert read_file(tmp_path / "b") == b"x"


def test_what_is_no_file_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    (tmp_path / "loop").symlink_to("loop")
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / "socket"))
    server.close()
    for name in ("pipe", "link", "socket", "."):
        assert code(tmp_path / name) == "file-kind"
    assert code(Path("/dev/zero")) == "file-kind"
    assert code(tmp_path / "loop") == "file-unreadable"
    assert code(tmp_path / ("n" * 300)) == "file-unreadable"
    assert code(tmp_path / "a\0b") == "file-missing"
    assert code(tmp_path / "nothing") == "file-missing"


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert read_file(tmp_path / "a", most=5) == b"12345"
    assert code(tmp_path / "a", most=4) == "too-large"


def test_a_file_of_the_system_that_says_no_size_is_bounded():
    assert Path("/proc/self/status").stat().st_size == 0
    assert code(Path("/proc/self/status"), most=10) == "too-large"


def test_a_file_that_may_not_be_read_says_so(tmp_path, unprivileged):
    own = Path("/etc/shadow")
    assert code(own) == "file-unreadable"


def test_a_house_file_that_is_a_pipe_is_an_error_of_configuration(tmp_path):
    os.mkfifo(tmp_path / "pressconv.toml")
    with pytest.raises(ConfigError, match="it is a pipe, not a file"):
        load_house(tmp_path / "pressconv.toml")
    assert find_house(tmp_path).base_url == ""


def test_a_folder_of_fonts_with_a_pipe_in_it_is_an_error_of_configuration(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "dangling.ttf").symlink_to("nowhere")
    assert len(font_folders([tmp_path])) == 2
    os.mkfifo(tmp_path / "sub" / "a.ttf")
    with pytest.raises(ConfigError, match="it is a pipe, not a file"):
        font_folders([tmp_path])
