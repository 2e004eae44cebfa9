"""Raw text, web pages, Word documents → releases: the readers of raw documents, then recognition.

Pure: bytes or text in, a release and what there is to say of it out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from pressconv import model as m
from pressconv.draft import Draft, Evidence
from pressconv.errors import InputError, Place, Problem, ReadError
from pressconv.frozen import dataclass
from pressconv.languages.tags import is_well_formed
from pressconv.notes import Result, note
from pressconv.patterns import pattern
from pressconv.walk import descendants, map_children

if TYPE_CHECKING:
    from pressconv.model import LangTag

__all__ = ["Evidence", "Imported", "import_docx", "import_html", "import_text", "release_of"]

_ID: Final = pattern(r"[a-z0-9][a-z0-9._-]*")
_MOST_CHARACTERS: Final = 1_000_000
_MOST_LINES: Final = 5_000
"""Lines with a word in them: each may become a block."""

_FULL_LINE: Final = pattern(r"^[^\S\n]*+\S", re.MULTILINE)
_PARTED: Final = "cut out the part that is the release"
_UNNAMED: Final = "release"
_LONGEST_ID: Final = 80


@dataclass(frozen=True, slots=True)
class Imported(Result[m.Release]):
    """A release, the notes on what was guessed, and where its other words went.

    ``facts`` are words that were read as facts of the head or foot, ``dropped`` what was left out.
    ``images`` are the files of those that the document holds, by the names that the release uses.
    """

    facts: tuple[Evidence, ...] = ()
    dropped: tuple[Evidence, ...] = ()
    images: dict[str, bytes] = field(default_factory=dict)


def import_text(
    text: str, *, lang: LangTag | None = None, id: str | None = None, name: str = ""
) -> Imported:
    """Import a release from raw text. *lang* and *id* are found where they are not given.

    Raises:
        InputError: there are no words in it, or *lang* or *id* is none.
    """
    from pressconv.readers.text import read_text  # noqa: PLC0415 - only an import needs it

    _hold_bounds(text, name or "text")
    return release_of(read_text(text, name=name), lang=lang, id=id, name=name)


def import_html(  # noqa: PLR0913 - one parameter a thing that the user may know
    data: bytes,
    *,
    lang: LangTag | None = None,
    url: str = "",
    id: str | None = None,
    encoding: str | None = None,
    name: str = "",
) -> Imported:
    """Import a release from a web page. *url* is its address, by which its links are resolved.

    Raises:
        InputError: there are no words in it, or *lang*, *id* or *encoding* is none.
    """
    from pressconv.readers.html import read_html  # noqa: PLC0415 - a parser

    draft = read_html(data, name=name, url=url, encoding=encoding)
    return release_of(draft, lang=lang, id=id, name=name)


def import_docx(
    data: bytes,
    *,
    lang: LangTag | None = None,
    url: str = "",
    id: str | None = None,
    name: str = "",
) -> Imported:
    """Import a release from a Word document (.docx). Its relative links start from *url*.

    Raises:
        InputError: it is no Word document, protected, damaged or too large, there are no words in
            it, or *lang* or *id* is none.
    """
    from pressconv.readers.docx import read_docx  # noqa: PLC0415 - mammoth

    draft = read_docx(data, name=name, url=url)
    return release_of(draft, lang=lang, id=id, name=name)


def release_of(
    draft: Draft, *, lang: LangTag | None = None, id: str | None = None, name: str = ""
) -> Imported:
    """Make a release of what a reader of raw documents gave.

    Raises:
        InputError: there are no words in it, or *lang* or *id* is none.
    """
    from pressconv.recognition import recognize  # noqa: PLC0415 - what only an import needs

    _check(lang, id)
    made = recognize(draft, identity=id or _UNNAMED, lang=lang)
    release, notes = made.release, made.notes
    if id is None:
        release = replace(release, id=release_id(release, name))
        notes = (note("import-id", None, id=release.id), *notes)
    release, images = _with_images(release, draft.images)
    return Imported(release, tuple(notes), made.facts, made.dropped, images)


def _with_images(release: m.Release, files: dict[str, bytes]) -> tuple[m.Release, dict[str, bytes]]:
    """Name the images of a document after its release, and leave out those that it has not."""
    used = dict.fromkeys(
        one.src for one in descendants(release) if isinstance(one, m.Image) and one.src in files
    )
    names = {
        src: f"{release.id}.{release.lang}.{number}.{src.rpartition('.')[2]}"
        for number, src in enumerate(used, 1)
    }

    def named(node: Any) -> Any:  # noqa: ANN401 - any node of the model
        if isinstance(node, m.Image) and node.src in names:
            return replace(node, src=names[node.src])
        return map_children(node, named)

    images = {name: files[src] for src, name in names.items()}
    return (named(release) if names else release), images


def release_id(release: m.Release, name: str) -> str:
    """Make an id of the day of issue and the name of the file, as far as they are known."""
    day = release.head.issued.isoformat()[:10] if release.head.issued else ""
    stem = re.split(r"[/\\]", name)[-1].split(".")[0]
    slug = _slug(stem)
    if day and slug.startswith(day):
        day = ""
    return "-".join(filter(None, (day, slug)))[:_LONGEST_ID].strip("-._") or _UNNAMED


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _hold_bounds(text: str, file: str) -> None:
    """Refuse what no release could hold, and what would take minutes to look through."""
    if len(text) > _MOST_CHARACTERS:
        number = text.count("\n", 0, _MOST_CHARACTERS) + 1
        message = f"the text has {len(text):,} characters; {_MOST_CHARACTERS:,} are allowed"
        raise ReadError([Problem("too-large", message, Place(file, number, 1), _PARTED)])
    line = next(islice(_FULL_LINE.finditer(text), _MOST_LINES, None), None)
    if line:
        number = text.count("\n", 0, line.start()) + 1
        message = f"the text has more than {_MOST_LINES:,} lines"
        raise ReadError([Problem("too-large", message, Place(file, number, 1), _PARTED)])


def _check(lang: LangTag | None, identity: str | None) -> None:
    if lang is not None and not is_well_formed(lang):
        hint = "say a tag of BCP 47, such as fr or pt-BR"
        raise InputError(f"{lang!r} is no language tag", hint=hint)
    if identity is not None and not _ID.fullmatch(identity):
        hint = "use small letters a-z, digits, '.', '_' and '-'"
        raise InputError(f"{identity!r} is no id", hint=hint)
