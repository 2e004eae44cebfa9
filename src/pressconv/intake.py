"""Raw files → canonical XML files, one after the other: what fails costs itself only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pressconv.batch import STANDARD_STREAM, Outcome, hold_notes
from pressconv.convert import Format
from pressconv.errors import InputError, Place, PressconvError
from pressconv.files import read_file
from pressconv.frozen import dataclass
from pressconv.importing import Imported, import_docx, import_html, import_text
from pressconv.notes import note
from pressconv.readers.encoding import decode
from pressconv.saving import hold_free, save
from pressconv.signatures import what_it_is
from pressconv.writers.xml import write_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressconv.model import LangTag

_HTML: Final = frozenset({".html", ".htm", ".xhtml"})
_OFFICE: Final = frozenset(
    ".docx .docm .dotx .dotm .doc .dot .odt .ott .rtf .pdf .pages .xlsx .pptx".split()
)
_ARCHIVE: Final = b"PK\x03\x04"
_STARTS: Final = (b"<!doctype html", b"<html", b"<?xml", b"<!--", b"<head", b"<body")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJob:
    """What is known of every file, and where its release goes (`None`: nowhere)."""

    folder: Path | None
    lang: LangTag | None = None
    url: str = ""
    id: str | None = None
    encoding: str | None = None
    force: bool = False
    strict: bool = False


def import_files(sources: Sequence[str], job: ImportJob, stdin: bytes = b"") -> Iterator[Outcome]:
    """Import every file of *sources*; "-" stands for *stdin*. Yields as it goes."""
    taken: dict[Path, str] = {}
    for source in sources:
        made: Imported | None = None
        try:
            made = _imported(source, job, stdin)
            yield _written(source, made, job, taken)
        except PressconvError as error:
            yield Outcome(source, notes=made.notes if made else (), error=error)


def _imported(source: str, job: ImportJob, stdin: bytes) -> Imported:
    is_stream = source == STANDARD_STREAM
    data = stdin if is_stream else read_file(Path(source))
    name = "" if is_stream else source
    suffix = "" if is_stream else Path(source).suffix.lower()
    if not data.strip():
        raise InputError("the file is empty", place=Place(source))
    try:
        is_html = data.lstrip()[:20].lower().startswith(_STARTS)
        # A page saved as .doc is a page; what else bears such a name is told what it is.
        if data.startswith(_ARCHIVE) or (suffix in _OFFICE and not is_html):
            return import_docx(data, lang=job.lang, url=job.url, id=job.id, name=name)
        _hold_text(data)
        if suffix in _HTML or is_html:
            return import_html(
                data, lang=job.lang, url=job.url, id=job.id, encoding=job.encoding, name=name
            )
        return _of_text(data, source, name, job)
    except InputError as error:
        error.place = error.place or Place(source)
        raise


def _hold_text(data: bytes) -> None:
    if other := what_it_is(data):
        hint = "save it as a Word document, a web page or plain text"
        raise InputError(f"this is {other}, no text", hint=hint)


def _of_text(data: bytes, source: str, name: str, job: ImportJob) -> Imported:
    """Import raw text. What it is encoded in may be a guess, and a guess is a note."""
    found = decode(data, file=source, encoding=job.encoding)
    made = import_text(found.text, lang=job.lang, id=job.id, name=name)
    return replace(made, notes=(*found.notes, *made.notes))


def _written(source: str, made: Imported, job: ImportJob, taken: dict[Path, str]) -> Outcome:
    hold_notes(made.notes, strict=job.strict)
    release = made.value
    data = write_xml(release)
    notes = made.notes
    written: tuple[tuple[str, Path, int], ...] = ()
    if job.folder is not None:
        name = f"{release.id}.{release.lang}.{Format.XML.suffix}"
        files = {job.folder / one: each for one, each in {name: data, **made.images}.items()}
        for path in files:
            hold_free(path, source, taken, force=job.force)
        save(files)
        taken.update(dict.fromkeys(files, source))
        written = tuple((_format(path), path, len(each)) for path, each in files.items())
    elif made.images:
        notes = (*notes, note("import-images-left", None, number=len(made.images)))
    stream = {Format.XML: data} if job.folder is None else {}
    return Outcome(source, written, stream, notes=notes, facts=made.facts, dropped=made.dropped)


def _format(path: Path) -> str:
    return path.suffix[1:]
