"""Lines of a contact → its ways: telephone, e-mail, address; all other words stay words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.recognition.phrases import fold, vocabulary, weight
from pressconv.text import inline_text, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.errors import Place
    from pressconv.model import LangTag

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(
    r"\(?\+?\d[\d\s\u00a0()./-]{5,24}\d(?:\s*(?:ext|poste|доб)\.?\s*\d{1,6})?"
)
# With the code of a country, or grouped as in North America: no date and no sum looks like it.
_WHOLE_PHONE: Final = re.compile(r"\(?\+|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b")
_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"|]+[^\s<>\"|.,;:)]")
_LABEL: Final = re.compile(r"([^:：፦\d@]{1,40}?)[\s\u00a0\u202f]*[:：፦.]+[\s\u00a0]*")
_SEPARATORS: Final = re.compile(r"\s*[|;•·/]\s+|\s{3,}|\u2003|,\s+(?=[^,]{1,30}[:：])")
_LINE: Final = 140
_NAME_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class ContactLine:
    """What a line of a contact holds; ``label`` is the word before it, ``rest`` other words."""

    channels: tuple[m.Channel, ...] = ()
    label: str = ""
    rest: str = ""


def read_contact_line(text: str, lang: LangTag) -> ContactLine | None:
    """Read a line that holds ways to reach somebody and labels, and nothing else."""
    if weight(text) > _LINE:
        return None
    channels: list[m.Channel] = []
    labels: list[str] = []
    hours = _piece(text.strip(), lang)
    if hours and hours.channels[0].kind is m.ChannelKind.HOURS:
        return hours  # "9:00" is no label
    for piece in filter(None, _SEPARATORS.split(text.strip())):
        found = _piece(piece.strip(), lang)
        if found is None:
            return None
        channels += found.channels
        labels.append(found.label)
    return ContactLine(tuple(channels), " ".join(filter(None, labels))) if channels else None


def labelled_name(text: str, lang: LangTag) -> ContactLine | None:
    """Read "Contact: Ada Example"."""
    found = _LABEL.match(text)
    if found is None or weight(text) > _LINE or fold(found[1]) not in vocabulary(lang).contact:
        return None
    channels, others = [], []
    for piece in filter(None, map(str.strip, text[found.end() :].split(","))):
        channel = _channel(piece, m.ChannelKind.TELEPHONE, "")
        if channel:
            channels.append(channel)
        else:
            others.append(piece)
    rest = ", ".join(others)
    return ContactLine(tuple(channels), found[1], rest) if rest or channels else None


def _piece(text: str, lang: LangTag) -> ContactLine | None:
    known = vocabulary(lang).channels
    label = _LABEL.match(text)
    kind = known.get(fold(label[1])) if label else None
    if label and kind is None and fold(label[1]) not in vocabulary(lang).contact:
        label = None
    value = text[label.end() :].strip() if label else text
    words = text[: label.start(1)] + label[1] if label else ""
    if kind is None:
        first = fold(text).split(" ")[0] if text else ""
        is_known = first in known and known[first] is not m.ChannelKind.HOURS
        if is_known and len(text.split()) > 1:
            kind, words = known[first], text.split(maxsplit=1)[0]
            value = text[len(words) :].strip(" .:：\u00a0")
    channel = _channel(value, kind, words)
    return ContactLine((channel,), words) if channel else None


def _channel(value: str, kind: m.ChannelKind | None, label: str) -> m.Channel | None:
    value = value.strip(" <>()[]") if "@" in value else value.strip()
    text = (m.Text(value),)
    if _EMAIL.fullmatch(value):
        return m.Channel(m.ChannelKind.EMAIL, text)
    if _URL.fullmatch(value):
        is_whole = value.startswith(("http://", "https://"))
        address = value if is_whole else f"https://{value}"
        return m.Channel(m.ChannelKind.URL, (m.Text(address),)) if is_whole else None
    is_phone = kind is m.ChannelKind.TELEPHONE or _WHOLE_PHONE.match(value)
    if is_phone and _PHONE.fullmatch(value):
        # A telephone is a link to call it: a fax is none, and keeps its word.
        if "fax" in fold(label) or "факс" in fold(label) or "فاکس" in fold(label):
            return m.Channel(m.ChannelKind.ADDRESS, (m.Text(f"{label}: {value}"),))
        return m.Channel(m.ChannelKind.TELEPHONE, text)
    if kind in {m.ChannelKind.ADDRESS, m.ChannelKind.HOURS} and value:
        return m.Channel(kind, text)
    return None


def make_contact(
    lines: Sequence[tuple[str, ContactLine | None]], place: Place | None
) -> m.Contact | None:
    """Make a contact of its lines; a line without channels is a name, a role, an address.

    Nothing where there is neither a way to reach somebody nor a name that a label gives.
    """
    channels: list[m.Channel] = []
    names: list[str] = []
    addresses: list[list[str]] = []
    is_address = False
    for text, line in lines:
        if line is None and (_has_digit(text) or (is_address and names)):
            if is_address:
                addresses[-1].append(text)
            else:
                addresses.append([text])
            is_address = True
            continue
        is_address = _is_address(line)
        if line is not None and is_address:
            addresses.append([inline_text(line.channels[0].children)])
        elif line is not None:
            channels += line.channels
        names += [text] if line is None else filter(None, [line.rest])
    if not any(line and (line.rest or line.channels) for _, line in lines):
        return None
    first = names[0] if names and len(names[0].split()) <= _NAME_WORDS else None
    others = names[1:] if first else names
    role = joined(others[0]) if others else ()
    organization = joined(others[1]) if len(others) > 1 else ()
    ways = (*([one] for one in others[2:]), *addresses)
    address = tuple(m.Channel(m.ChannelKind.ADDRESS, _broken(one)) for one in ways)
    return m.Contact((*address, *channels), None, first, role, organization, place=place)


def _has_digit(text: str) -> bool:
    """Say whether a line is no name: it has the number of a house or of a town in it."""
    return any(one.isdigit() for one in text)


def _is_address(line: ContactLine | None) -> bool:
    """Say whether a line is an address and nothing else: the lines after it may go on with it."""
    if line is None or not line.label or len(line.channels) != 1:
        return False
    (one,) = line.channels
    # A fax is an address that begins with its label.
    is_labelled = inline_text(one.children).startswith(line.label)
    return one.kind is m.ChannelKind.ADDRESS and not is_labelled


def _broken(lines: Sequence[str]) -> m.Inlines:
    """Return lines with a break between them."""
    parts = [part for line in lines for part in (m.LineBreak(), m.Text(line))]
    return tuple(parts[1:])
