"""The catalog of a PDF: what the file says of itself beside its pages and its tags."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

import pydyf

from pressconv.frozen import dataclass
from pressconv.house import Profile
from pressconv.patterns import pattern
from pressconv.pdf.attaching import attach
from pressconv.pdf.metadata import xmp
from pressconv.pdf.profiles import claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.pdf.attachments import Attachment
    from pressconv.pdf.metadata import Facts
    from pressconv.pdf.structure import Written

_DATE: Final = pattern(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(?:(Z)|([+-]\d\d):(\d\d))?)?"
)
_LEVEL: Final = 9  # of compression, the best
_PRINT: Final = 4  # the flag of an annotation that is printed (ISO 32000-2, table 167)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a file is to say of itself."""

    facts: Facts
    profile: Profile
    is_right_to_left: bool
    attachments: Sequence[Attachment] = ()
    claims: bool = True


def finish(pdf: pydyf.PDF, statement: Statement, written: Written, colours: bytes) -> None:
    """Complete *pdf*, whose pages and tags are there; *colours* is the ICC profile of its RGB."""
    facts, catalog = statement.facts, pdf.catalog
    catalog["Lang"] = pydyf.String(facts.lang)
    preferences = {"DisplayDocTitle": "true"}
    if statement.is_right_to_left:
        preferences["Direction"] = "/R2L"
    catalog["ViewerPreferences"] = pydyf.Dictionary(preferences)
    labels = [0, pydyf.Dictionary({"S": "/D"})]
    catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(labels)})
    attach(pdf, statement.attachments, pdf_date(facts.modified or facts.issued))
    has_source = bool(statement.attachments)
    claimed = claims(statement.profile, has_source=has_source) if statement.claims else None
    metadata = pydyf.Stream([xmp(facts, claimed)], {"Type": "/Metadata", "Subtype": "/XML"})
    pdf.add_object(metadata)
    catalog["Metadata"] = metadata.reference
    _mean_colours(pdf, colours)
    _inform(pdf, statement)
    _lead(pdf, statement.profile, written)
    _pack(pdf)


def pdf_date(when: str) -> str:
    """Return an ISO 8601 date as PDF writes it; empty for an empty one."""
    match = _DATE.fullmatch(when)
    if not match:
        return ""
    *digits, utc, hours, minutes = match.groups(default="")
    zone = utc or (f"{hours}'{minutes}" if hours else "")
    return f"D:{''.join(digits)}{zone}"


def _mean_colours(pdf: pydyf.PDF, profile: bytes) -> None:
    """Say what the colours of the pages are (ISO 19005-2, 6.2.3)."""
    stream = pydyf.Stream([profile], {"N": 3}, compress=True)
    pdf.add_object(stream)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": pydyf.String("sRGB"),
        "Info": pydyf.String("sRGB"),
        "DestOutputProfile": stream.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _inform(pdf: pydyf.PDF, statement: Statement) -> None:
    """Write the information dictionary, which says what the metadata say; PDF/A-4 has none."""
    pdf.info.clear()
    if statement.profile.is_pdf2:
        return
    facts = statement.facts
    values = {
        "Title": facts.title,
        "Author": facts.publisher,
        "Subject": facts.description,
        "Creator": facts.tool,
        "Producer": facts.producer,
        "CreationDate": pdf_date(facts.issued),
        "ModDate": pdf_date(facts.modified or facts.issued),
    }
    pdf.info.update({key: pydyf.String(value) for key, value in values.items() if value})


def _lead(pdf: pydyf.PDF, profile: Profile, written: Written) -> None:
    """Let links be printed, and bookmarks be called as their headings are heard.

    In PDF 2.0 both lead into the structure: a destination within the document is a structure
    destination (ISO 14289-2, 8.8).
    """
    headings = iter(written.headings)
    for one in pdf.objects:
        if not isinstance(one, dict):
            continue
        is_link = one.get("Subtype") == "/Link"
        if is_link:
            one["F"] = _PRINT
        if "Dest" not in one:
            continue
        target = None
        if is_link:
            target = written.ids.get(one["Dest"].string)
        elif heading := next(headings, None):
            target, one["Title"] = heading.reference, pydyf.String(heading.words)
        if profile.is_pdf2 and target:
            one["A"] = _go_to(target, one.pop("Dest"))


def _pack(pdf: pydyf.PDF) -> None:
    """Compress what is to be compressed, once.

    pydyf 0.13 does it each time that it looks at an object, and for the identifier of the file it
    looks at all of them once more.
    """
    for one in pdf.objects:
        if isinstance(one, pydyf.Stream) and one.compress:
            content = b"\n".join(map(_bytes, one.stream))
            one.stream, one.compress = [zlib.compress(content, _LEVEL)], False
            one.extra = {**one.extra, "Filter": "/FlateDecode"}


def _bytes(item: Any) -> bytes:  # noqa: ANN401 - as pydyf has it
    written: bytes = pydyf._to_bytes(item)  # what it would write itself
    return written


def _go_to(target: bytes, destination: Any) -> pydyf.Dictionary:  # noqa: ANN401 - as pydyf has it
    view = destination[1:] if isinstance(destination, list) else ["/Fit"]
    values = {"S": "/GoTo", "D": destination, "SD": pydyf.Array([target, *view])}
    return pydyf.Dictionary(values)
