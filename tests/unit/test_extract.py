"""The files of a PDF, whoever made it: what comes out, under which names, and what is refused."""

import json
import subprocess
import sys
import unicodedata
import zlib

import pytest
from attaching import pdf, writer, written
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

import pressconv
from pressconv import InputError
from pressconv.attached import UNNAMED, distinct, safe_name
from pressconv.pdfdoc import attachments, read_attachments

# ---- PDFs with files in them -------------------------------------------------------------------


def specification(made, name, data, **more):
    stream = DecodedStreamObject()
    stream.set_data(data)
    if "media_type" in more:
        stream[NameObject("/Subtype")] = NameObject(f"/{more.pop('media_type')}")
    reference = made._add_object(stream)
    values = DictionaryObject({NameObject("/Type"): NameObject("/Filespec")})
    values[NameObject("/UF")] = TextStringObject(name)
    values[NameObject("/EF")] = DictionaryObject({NameObject("/F"): reference})
    values.update({NameObject(f"/{key}"): value for key, value in more.items()})
    return made._add_object(values)


def associated(*values, made):
    made._root_object[NameObject("/AF")] = ArrayObject(values)
    return written(made)


def test_the_files_of_a_pdf_come_out_with_what_is_said_of_them():
    made = writer()
    reference = specification(
        made,
        "données.csv",
        b"a;b",
        media_type="text/csv",
        AFRelationship=NameObject("/Data"),
        Desc=TextStringObject("Les chiffres"),
    )
    (found,) = pressconv.extract(associated(reference, made=made))
    assert found == pressconv.AttachedFile(
        "données.csv", b"a;b", "text/csv", "Data", "Les chiffres"
    )


def test_a_file_that_is_listed_twice_comes_out_once():
    made = writer()
    reference = specification(made, "a.txt", b"one")
    made._root_object[NameObject("/Names")] = DictionaryObject(
        {
            NameObject("/EmbeddedFiles"): DictionaryObject(
                {NameObject("/Names"): ArrayObject([TextStringObject("key"), reference])}
            )
        }
    )
    assert [one.data for one in read_attachments(associated(reference, made=made))] == [b"one"]


def test_files_pinned_to_a_page_come_out_too():
    made = writer()
    annotation = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/FileAttachment"),
            NameObject("/FS"): specification(made, "pinned.txt", b"x"),
        }
    )
    made.pages[0][NameObject("/Annots")] = ArrayObject([made._add_object(annotation)])
    assert [one.name for one in pressconv.extract(written(made))] == ["pinned.txt"]


def test_a_tree_of_names_is_read_to_its_leaves():
    made = writer()
    leaves = [
        made._add_object(
            DictionaryObject(
                {
                    NameObject("/Names"): ArrayObject(
                        [TextStringObject(name), specification(made, name, name.encode())]
                    )
                }
            )
        )
        for name in ("a", "b")
    ]
    root = DictionaryObject({NameObject("/Kids"): ArrayObject(leaves)})
    made._root_object[NameObject("/Names")] = DictionaryObject({NameObject("/EmbeddedFiles"): root})
    assert [one.data for one in pressconv.extract(written(made))] == [b"a", b"b"]


def test_a_tree_of_names_in_a_circle_is_refused():
    made = writer()
    node = DictionaryObject()
    reference = made._add_object(node)
    node[NameObject("/Kids")] = ArrayObject([reference])
    names = DictionaryObject({NameObject("/EmbeddedFiles"): reference})
    made._root_object[NameObject("/Names")] = names
    with pytest.raises(InputError, match="has no end"):
        pressconv.extract(written(made))


def test_a_file_that_is_only_named_is_none_in_the_pdf():
    made = writer()
    elsewhere = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Filespec"),
            NameObject("/UF"): TextStringObject("/etc/passwd"),
        }
    )
    assert pressconv.extract(associated(made._add_object(elsewhere), made=made)) == ()


def test_a_file_that_unpacks_without_end_is_refused():
    made = writer()
    reference = specification(made, "bomb", b"")
    stream = reference.get_object()["/EF"]["/F"].get_object()
    bomb = StreamObject()
    bomb._data = zlib.compress(bytes(80_000_000), 9)
    bomb[NameObject("/Filter")] = NameObject("/FlateDecode")
    made._replace_object(stream.indirect_reference, bomb)
    with pytest.raises(InputError, match="'bomb' is broken"):
        pressconv.extract(associated(reference, made=made))


def test_files_that_are_too_many_or_too_large_together_are_refused(monkeypatch):
    data = pdf({"a": b"12345", "b": b"67890"})
    monkeypatch.setattr(attachments, "MAX_BYTES", 9)
    with pytest.raises(InputError, match="more than 9 bytes"):
        pressconv.extract(data)
    monkeypatch.setattr(attachments, "MAX_FILES", 1)
    with pytest.raises(InputError, match="more than 1 files"):
        pressconv.extract(data)


def test_a_pdf_with_a_password_is_called_encrypted():
    with pytest.raises(InputError, match="the PDF is encrypted") as caught:
        pressconv.extract(pdf({"a.txt": b"x"}, password="secret"), name="x.pdf")
    assert caught.value.place == pressconv.Place("x.pdf")


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n", pdf({"a": b"x"})[:300]])
def test_what_is_no_whole_pdf_is_refused(data):
    with pytest.raises(InputError):
        pressconv.extract(data)


# ---- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("release.fr.xml", "release.fr.xml"),
        ("carte du littoral.png", "carte du littoral.png"),
        ("\u062e\u0631\u064a\u0637\u0629.png", "\u062e\u0631\u064a\u0637\u0629.png"),
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("C:\\Windows\\system.ini", "system.ini"),
        ("C:file.txt", "C_file.txt"),
        ("..", UNNAMED),
        ("a/..", UNNAMED),
        ("", UNNAMED),
        (".bashrc", "bashrc"),
        ("a.txt.", "a.txt"),
        ("a\0b\nc.txt", "abc.txt"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\u00a0b\u200b.txt", "a b.txt"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("console.txt", "console.txt"),
        ("e\u0301.txt", "\u00e9.txt"),
        ("\ud800.txt", "txt"),
    ],
)
def test_a_name_cannot_leave_the_folder_hide_or_deceive(name, safe):
    assert safe_name(name) == safe


@given(st.text())
def test_a_safe_name_is_one_and_stays_as_it_is(name):
    safe = safe_name(name)
    assert safe_name(safe) == safe
    assert safe not in {"", ".", ".."}
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert len(safe.encode()) <= 221
    assert all(unicodedata.category(one)[0] != "C" for one in safe)


def test_a_long_name_keeps_its_suffix():
    assert len(safe_name("é" * 300 + ".png").encode()) <= 200
    assert safe_name("é" * 300 + ".png").endswith("é.png")


def test_equal_names_are_numbered_in_capitals_or_not():
    names = ["a.png", "A.png", "a-2.png", "a.png", "\u00e9", "e\u0301"]
    found = ["a.png", "A-2.png", "a-2-2.png", "a-3.png", "\u00e9", "e\u0301-2"]
    assert list(distinct(names)) == found
    assert list(distinct(["x.toml"], taken=["X.TOML"])) == ["x-2.toml"]


# ---- the command -------------------------------------------------------------------------------


def run(folder, *arguments, stdin=b""):
    command = [sys.executable, "-m", "pressconv", "extract", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=False)


def test_all_files_are_written_or_none(tmp_path):
    (tmp_path / "x.pdf").write_bytes(pdf({"../a.txt": b"one", "b.txt": b"two"}))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.txt").write_text("mine")
    refused = run(tmp_path, "x.pdf", "-o", "out")
    assert refused.returncode == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.txt"]
    assert run(tmp_path, "x.pdf", "-o", "out", "--force").returncode == 0
    found = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert found == {"a.txt": b"one", "b.txt": b"two"}
    assert {path.name for path in tmp_path.iterdir()} == {"x.pdf", "out"}


def test_machines_are_told_of_files_and_errors(tmp_path):
    (tmp_path / "x.pdf").write_bytes(pdf({"a.txt": b"one"}))
    report = json.loads(run(tmp_path, "x.pdf", "-o", "out", "--json").stdout)
    (one,) = report["attachments"]
    assert (one["name"], one["path"], one["bytes"]) == ("a.txt", "out/a.txt", 3)
    again = run(tmp_path, "x.pdf", "-o", "out", "--json")
    report = json.loads(again.stdout)
    assert again.returncode == report["exit_code"] == report["error"]["exit_code"] == 1
    assert report["error"]["message"] == "out/a.txt exists"


def test_a_list_shows_what_a_pdf_says_as_it_is_said(tmp_path):
    made = writer()
    described = TextStringObject("[bold]\x1b[31m :smile: [/nothing]")
    data = associated(specification(made, "a.txt", b"x", Desc=described), made=made)
    done = run(tmp_path, "-", "--list", stdin=data)
    assert done.returncode == 0
    assert b"[bold][31m :smile: [/nothing]" in done.stdout
    assert list(tmp_path.iterdir()) == []
