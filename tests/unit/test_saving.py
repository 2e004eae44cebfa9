"""Writing files: all of them, each whole, or none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pressconv.errors import InputError, RefusedError
from pressconv.saving import hold_free, hold_same, save


def failing(number):
    def fail(*arguments, **keywords):
        raise OSError(number, os.strerror(number))

    return fail


def test_files_are_written_into_folders_that_are_made(tmp_path):
    save({tmp_path / "a" / "b" / "one": b"1", tmp_path / "two": b"2"})
    assert (tmp_path / "a" / "b" / "one").read_bytes() == b"1"
    assert (tmp_path / "two").read_bytes() == b"2"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "two"]


def test_a_file_that_fails_leaves_none_of_the_others(tmp_path):
    (tmp_path / "blocked").touch()
    with pytest.raises(InputError, match="blocked: it is a file, not a folder"):
        save({tmp_path / "one": b"1", tmp_path / "blocked" / "two": b"2"})
    assert [one.name for one in tmp_path.iterdir()] == ["blocked"]


def test_a_failure_keeps_the_file_that_was_to_be_replaced(tmp_path, monkeypatch):
    (tmp_path / "one").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", failing(errno.EIO))
    with pytest.raises(InputError, match="one: cannot write it: Input/output error"):
        save({tmp_path / "one": b"new"})
    assert (tmp_path / "one").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["one"]


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "make room on the disk"),
        (errno.EDQUOT, "make room on the disk"),
        (errno.EFBIG, "raise the limit"),
        (errno.EACCES, "choose another folder"),
        (errno.EROFS, "choose another folder"),
    ],
)
def test_a_failure_says_what_to_do(tmp_path, monkeypatch, number, hint):
    monkeypatch.setattr(Path, "open", failing(number))
    with pytest.raises(InputError) as caught:
        save({tmp_path / "one": b"1"})
    assert os.strerror(number) in caught.value.message
    assert hint in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_name_may_be_as_long_as_names_can_be(tmp_path):
    save({tmp_path / ("n" * 255): b"1"})
    with pytest.raises(InputError) as caught:
        save({tmp_path / ("n" * 256): b"1"})
    assert "a shorter name" in caught.value.hint
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_in_the_place_of_the_file_is_no_bug(tmp_path):
    (tmp_path / "one").mkdir()
    with pytest.raises(InputError, match="one: cannot write it: "):
        save({tmp_path / "one": b"1"})
    assert [one.name for one in tmp_path.iterdir()] == ["one"]


def test_whatever_bears_the_name_is_not_written_over(tmp_path):
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    for name in ("dangling", "folder"):
        with pytest.raises(RefusedError, match="exists") as caught:
            hold_free(tmp_path / name, "r.xml")
        assert str(caught.value).startswith("r.xml: ")
        assert "--force" in caught.value.hint
    hold_free(tmp_path / "free", "r.xml")
    hold_free(tmp_path / "folder" / "deeper" / "free", "r.xml")


def test_a_folder_that_may_not_be_looked_into_is_no_bug(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "lstat", failing(errno.EACCES))
    with pytest.raises(InputError, match="Permission denied"):
        hold_free(tmp_path / "one", "r.xml")


def test_a_file_that_is_there_already_with_the_same_bytes_is_no_conflict(tmp_path):
    (tmp_path / "one").write_bytes(b"1")
    assert hold_same(tmp_path / "one", b"1")
    assert not hold_same(tmp_path / "two", b"2")
    assert not hold_same(tmp_path / "one" / "three", b"3")
    with pytest.raises(RefusedError, match="holds something else") as caught:
        hold_same(tmp_path / "one", b"2", "r.xml")
    assert str(caught.value).startswith("r.xml: ")
    with pytest.raises(RefusedError, match="holds something else"):
        hold_same(tmp_path, b"2")
    assert not hold_same(tmp_path / "one", b"2", force=True)


def test_what_a_killed_run_left_behind_stops_no_other(tmp_path):
    leftovers = [tmp_path / f".{os.getpid()}-{number}.part" for number in range(3)]
    for one in leftovers:  # another run of this number: every container has a first process
        one.write_bytes(b"half")
    save({tmp_path / "one": b"1", tmp_path / "two": b"2"})
    assert (tmp_path / "one").read_bytes() == b"1"
