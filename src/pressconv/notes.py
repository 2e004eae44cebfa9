"""What a conversion has to say besides its result: typed notes, their text in one table.

A note never stops anything by itself; ``convert --strict`` refuses when there is one that is not
meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from pressconv.errors import Place

T_co = TypeVar("T_co", covariant=True)

TEXTS: Final[dict[str, str]] = {
    "abbreviation-unexplained": "no words say what {text!r} stands for",
    "charset-changed": "{character} is not in {charset}: {stand_in} stands for it, {times}",
    "charset-lost": "{character} is not in {charset}, nor is anything like it: {stand_in} stands "
    "for it, {times}",
    "bidi-control-removed": "removed {name}: say the direction with a part that has @dir",
    "control-removed": "removed the control character {name}",
    "embargoed": "under embargo until {until}: nothing public may take it before",
    "edition-kept": "the edition in {tag!r} may not be public: nothing here names it",
    "embed-dropped": "left out {what}: a release holds no other page",
    "encoding-damaged": "{count} bytes are not {encoding}: each is read as U+FFFD",
    "encoding-guessed": "no encoding is declared that fits: read as {encoding}",
    "encoding-wrong": "{declared!r} is declared, but the bytes are {encoding}",
    "flowed-delsp": "lines end where no space stands: send it as {media_type}",
    "gap-alt": 'the image {src!r} has neither alternative text nor decorative="true"',
    "gap-description": "the media {href!r} has no transcript",
    "gap-distribution": "nobody has said how the release is distributed",
    "gap-href": "{what} has no address yet: it is not printed",
    "gap-issued": "the release has no date of issue",
    "gap-issuer": "the release has no issuer",
    "gap-link-target": "the link to {href!r} leads nowhere: no part that is shown has this id",
    "gap-link-text": "the link to {href!r} has no text",
    "gap-method": "nobody has said how the translation was made",
    "gap-table-headers": "the table has no header cell",
    "gap-until": "nobody has said until when the embargo lasts",
    "gap-text": "the placeholder {text} is left to be written",
    "language-fallback": "no language file for {tag!r}: its text is left as it is typed, what the "
    "page says of itself is in {used!r}",
    "not-public": "{status}: nothing public may take it",
    "notes-many": "there are more notes [{what}] from here on",
    "image-dropped": "left out the image {src!r}: its address cannot be used",
    "language-unknown": "{tag!r} is well formed, but no language that CLDR knows",
    "link-dropped": "the link to {href!r} is left out: only its words are kept",
    "link-relative": "the link to {href!r} is relative: say where the page was with --url",
    "struck-dropped": "left out the struck words {text!r}",
    "table-mended": "the rows of the table were not equally long: empty cells fill it",
    "disclaimer-draft": "the disclaimer in {tag!r} is a draft that no native reader has reviewed",
    "disclaimer-existing": "the text holds a disclaimer of its own: no other one is printed",
    "disclaimer-english": "no reviewed disclaimer in {tag!r}: the English sentence is printed",
    "import-address": "{href!r} is no address that a release may lead to: only its words are kept",
    "import-boilerplate": "{text!r} and what follows is taken for a standing text",
    "import-caption": "the table has no caption: it is called {caption!r}",
    "import-character": "took out {name} ({number} times): it spells nothing",
    "import-comments": "left out the comments ({number})",
    "import-contents": "left out the table of contents",
    "import-date-elsewhere": "the day {date} comes from {text!r}, which stands outside the text",
    "import-date-field": "{text!r} is a date that Word sets anew whenever it is opened",
    "import-date-order": "{text!r} is read as {date}: day and month may be the other way round",
    "import-dropped": "left out ({kind}): {text!r}",
    "import-embargo": "{text!r} names no moment with its offset from UTC: until when is not known",
    "import-formula": "the formula {text!r} is kept as one line of characters",
    "import-gaps": "a line without line ends was cut at {number} wide gaps",
    "import-grid": "the cells of a table fill no rectangle: its rows are kept as lines",
    "import-heading": "the bold line {text!r} is taken for a heading",
    "import-headline": "no heading says that it is the headline: this line is taken for it",
    "import-headline-title": "the headline is the title of the document: no line of the text is",
    "import-hidden": "left out the hidden text {text!r}",
    "import-hyphens": "took out {number} hyphens at line ends: the words stand elsewhere without",
    "import-id": "no id was given: the release is called {id!r}",
    "import-image": "left out the image {what!r}: {why}",
    "import-image-cropped": "the image {what!r} is cropped in the document: all of it is kept",
    "import-images-left": "the images are not written ({number}): choose a folder with -o",
    "import-issuer": "{text!r} is taken for the issuer or a unit of it",
    "import-language": "no language was given: the text reads like {tag!r} ({share} sure)",
    "import-language-declared": "the document says {said!r}, but its text reads like {tag!r}",
    "import-no-headline": "no line is a headline: the first sentence stands for it",
    "import-no-language": "nothing tells the language: {tag!r} is taken",
    "import-no-text": "there is no text besides the headline: it stands for it",
    "import-numbers": "left out numbers of headings, or with words, that Word counts ({number})",
    "import-part-language": "{text!r} is marked as {tag!r}",
    "import-placeholder": "left out the placeholder {text!r}",
    "import-second-date": "{text!r} is another day than {date}, which is taken as the day of issue",
    "import-status": "{text!r} is taken for the status {status!r}",
    "import-subheadline": "{text!r} is taken for the subheadline",
    "import-symbol": "left out signs of which nothing says which characters they are ({number})",
    "import-tracked": "tracked changes are taken as accepted ({number})",
    "import-translation": "the notice of translation is kept as a fact: translated from {source!r}",
    "import-wrong-language": "{text!r} is marked as {said!r}, but reads like {tag!r}: unmarked",
    "import-wrapped": "rejoined {number} lines that were wrapped at {width} characters",
    "option-idle": "{option} changes nothing here: it is for {formats} (-t)",
    "pdf-nonconforming": "the PDF claims no standard: {what}",
    "pdf-source-large": "the images enclosed in the PDF make it {size} larger",
    "request-alone": "the house file asks readers to ask for another format, and says no way to: "
    "add email, telephone or form to [accessibility]",
    "withdrawn": "{status}: a notice of withdrawal stands over its text, and may be public",
}
"""Code → message. Codes are permanent; docs/errors.md lists them with an example each."""

MEANT: Final = frozenset({"edition-kept", "embargoed", "not-public", "withdrawn"})
"""Notes on what an office wants so: there is nothing in them to correct."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark about a release. ``code`` is a key of `TEXTS`."""

    code: str
    message: str
    place: Place | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}note: {self.message} [{self.code}]"


@dataclass(frozen=True, slots=True)
class Result(Generic[T_co]):
    """A value and what there is to say about how it came to be."""

    value: T_co
    notes: tuple[Note, ...] = ()


def note(code: str, place: Place | None = None, **values: object) -> Note:
    """Make the note for *code*, its text filled with *values*.

    Raises:
        KeyError: the code is not listed, or a value that its text needs is missing.
    """
    return Note(code, TEXTS[code].format_map(values), place)
