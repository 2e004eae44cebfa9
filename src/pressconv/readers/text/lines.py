"""Clean text → lines with their numbers: e-mail headers apart, quoting and wide gaps resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import Final

from pressconv.draft import Facts
from pressconv.frozen import dataclass
from pressconv.readers.text.ruled import ruled_lines

_HEADER: Final = re.compile(r"(?P<name>[A-Z][A-Za-z-]{1,24}):[ \t]+(?P<value>\S.*)")
_HEADERS: Final = frozenset(
    "from to cc bcc subject date sent reply-to message-id sender mime-version content-type "
    "content-transfer-encoding received return-path delivered-to list-id list-unsubscribe "
    "importance x-mailer attachments".split()
)
_TELLING: Final = frozenset({"from", "subject"})
_QUOTED: Final = re.compile(r"[ \t]{0,2}>[ \t]?")
_QUOTED_SHARE: Final = 0.7

_LONG: Final = 400
_GAP: Final = re.compile("[ \t]{4,}")
_GAPS: Final = re.compile("\t+|[ \t]{3,}")
ROWS: Final = 3
"""So many lines with columns make a table."""

_EDGES: Final = 3
_FIRST: Final = 12
_COLUMNS: Final = re.compile(r"\S(?:\t+|[ \t]{3,})(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed, without its line end, and its number from 1."""

    text: str
    number: int
    quoted: bool = False
    after_page: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text.strip()

    @property
    def indent(self) -> int:
        """How many columns stand before its first character."""
        expanded = self.text.expandtabs(4)
        return len(expanded) - len(expanded.lstrip())

    @property
    def words(self) -> str:
        """What stands on it, with one space between words."""
        return " ".join(self.text.split(" ")).strip(" \t")

    @property
    def n_columns(self) -> int:
        """How many cells it has where tabs or runs of spaces set them apart."""
        return len(_COLUMNS.findall(self.text.strip())) + 1


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text; ``headers`` are those of an e-mail, ``n_gaps`` counts cut gaps."""

    lines: tuple[Line, ...]
    headers: tuple[Line, ...] = ()
    facts: Facts = Facts()
    n_gaps: int = 0


def split_lines(text: str) -> Lines:
    """Split a clean text into lines, e-mail headers and quoting resolved."""
    raw = list(_pages(text))
    headers, rest = _headers(raw)
    lines = _without_columns(_unquoted(rest))
    cut = [piece for line in lines for piece in _without_gaps(line)]
    n_gaps = sum(1 for line in cut if line.text == "") - sum(1 for one in lines if one.text == "")
    return Lines(tuple(cut), tuple(headers), _facts(headers), n_gaps)


def _pages(text: str) -> list[Line]:
    lines, after_page = [], False
    for number, line in enumerate(text.split("\n"), 1):
        for index, piece in enumerate(line.split("\f")):
            after_page = after_page or index > 0
            lines.append(Line(piece.rstrip(), number, after_page=after_page))
            after_page = after_page and not piece.strip()
    return lines


def _headers(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Part the headers of an e-mail from its text: they end at the first blank line."""
    start = next((index for index, line in enumerate(lines) if not line.is_blank), 0)
    end = start
    names: list[str] = []
    for line in lines[start:]:
        found = _HEADER.fullmatch(line.text)
        is_continued = bool(names) and line.text[:1] in {" ", "\t"} and not line.is_blank
        if found and found["name"].lower() in _HEADERS:
            names.append(found["name"].lower())
        elif not is_continued:
            break
        end += 1
    if len(names) < 2 or not _TELLING & set(names):
        return [], lines
    return lines[start:end], lines[end:]


def _facts(headers: list[Line]) -> Facts:
    values: dict[str, str] = {}
    name = ""
    for line in headers:
        found = _HEADER.fullmatch(line.text)
        if found:
            name = found["name"].lower()
            values.setdefault(name, found["value"].strip())
        else:
            values[name] += " " + line.text.strip()
    author = re.sub(r"<[^>]*>", "", values.get("from", "")).strip(' "')
    return Facts(
        title=values.get("subject", ""),
        issued=values.get("date", values.get("sent", "")),
        author="" if "@" in author else author,
    )


def _unquoted(lines: list[Line]) -> list[Line]:
    """Take away the marks of quoting; where all is quoted, nothing is a quotation."""
    written = [line for line in lines if not line.is_blank]
    quoted = [line for line in written if _QUOTED.match(line.text)]
    if not quoted:
        return lines
    is_all = len(quoted) >= _QUOTED_SHARE * len(written)
    return [
        Line(text, line.number, quoted=text != line.text and not is_all, after_page=line.after_page)
        for line in lines
        for text in (_QUOTED.sub("", line.text, count=1),)
    ]


def _without_columns(lines: list[Line]) -> list[Line]:
    """Part what a letterhead sets at both edges of a line, as in "26 June 2018      No. 12".

    Only in the first lines: a rule under columns, or three lines or more with equally many, are a
    table.
    """
    made: list[Line] = []
    n_written = 0
    ruled = ruled_lines(lines)
    for n_columns, run in groupby(lines, key=lambda line: line.n_columns):
        several = list(run)
        is_short = all(len(line.text) < _LONG and not line.quoted for line in several)
        is_letterhead = 1 < n_columns <= _EDGES and len(several) < ROWS and n_written < _FIRST
        for line in several:
            n_written += not line.is_blank
            if is_letterhead and is_short and line.number not in ruled:
                pieces = _GAPS.split(line.text.strip())
                made += [replace(line, text=piece) for piece in pieces]
            else:
                made.append(line)
    return made


def _without_gaps(line: Line) -> list[Line]:
    """Cut a very long line at wide gaps: a scraper has lost its line ends."""
    if len(line.text) < _LONG or not _GAP.search(line.text.strip()):
        return [line]
    pieces: list[Line] = []
    for piece in _GAP.split(line.text.strip()):
        if pieces:
            pieces.append(Line("", line.number))
        pieces.append(Line(piece, line.number, line.quoted))
    return pieces
