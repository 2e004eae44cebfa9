"""A drawing in a Word document → its images, and the text in its boxes.

Word keeps newer drawings twice, for programs that know them and for older ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.readers.docx.oxml import child, get, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_SIDES: Final = ("l", "t", "r", "b")


@dataclass(frozen=True, slots=True)
class Drawn:
    """An image as a drawing refers to it. ``relation`` is the id of its file or address.

    ``alt`` is its alternative text, "" for decoration, `None` where nobody wrote one.
    """

    relation: str
    alt: str | None
    is_cropped: bool = False


def alternatives(element: etree._Element) -> list[etree._Element]:
    """Return the children of the form of a drawing that says more: the newer one, as a rule."""
    forms = [one for one in element if name(one) in {"mc:Choice", "mc:Fallback"}]
    best = next((one for one in forms if _says_something(one)), forms[0] if forms else None)
    return list(best) if best is not None else []


def boxes(element: etree._Element) -> list[etree._Element]:
    """Return the boxes with text in a drawing, outermost ones only, each in one form."""
    found: list[etree._Element] = []
    stack = [element]
    while stack:
        here = stack.pop()
        if name(here) == "w:txbxContent":
            found.append(here)
        else:
            inner = alternatives(here) if name(here) == "mc:AlternateContent" else list(here)
            stack.extend(reversed(inner))
    return found


def images(element: etree._Element) -> list[Drawn]:
    """Return the images of a drawing that are not in its boxes."""
    found: list[Drawn] = []
    for one in _parts(element):
        tag = name(one)
        if tag == "a:blip":
            relation = get(one, "r:embed") or get(one, "r:link") or ""
            found.append(Drawn(relation, described(element), _is_cropped(one)))
        elif tag == "v:imagedata":
            shape = one.getparent()
            alt = (shape.get("alt") if shape is not None else None) or get(one, "o:title")
            found.append(Drawn(get(one, "r:id") or "", alt))
    return [one for one in found if one.relation]


def described(element: etree._Element) -> str | None:
    """Return the alternative text of a drawing."""
    for one in _parts(element):
        if name(one) != "wp:docPr":
            continue
        if any(
            name(inner) == "adec:decorative" and inner.get("val") == "1" for inner in one.iter()
        ):
            return ""
        return (one.get("descr") or "").strip() or (one.get("title") or "").strip() or None
    return None


def is_hidden(element: etree._Element) -> bool:
    """Say whether a drawing is hidden as a whole."""
    return any(name(one) == "wp:docPr" and one.get("hidden") == "1" for one in _parts(element))


def what(element: etree._Element) -> str:
    """Say what a drawing without an image is, as its data call it: "chart" or "diagram"."""
    drawn = (one.get("string") or "" for one in _parts(element) if name(one) == "v:textpath")
    words = " ".join(filter(None, drawn))
    if words:
        return f"the drawn words {words!r}"
    data = next((one for one in _parts(element) if name(one) == "a:graphicData"), None)
    uri = (data.get("uri") or "") if data is not None else ""
    return uri.rpartition("/")[2] or name(element).rpartition(":")[2]


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    """Yield a drawing and what is in it, but not what stands in its boxes."""
    stack = [element]
    while stack:
        here = stack.pop()
        yield here
        if name(here) == "w:txbxContent":
            continue
        inner = alternatives(here) if name(here) == "mc:AlternateContent" else list(here)
        stack.extend(reversed(inner))


def _says_something(form: etree._Element) -> bool:
    wanted = {"w:txbxContent", "a:blip", "v:imagedata", "w:t"}
    return any(name(one) in wanted for one in form.iter())


def _is_cropped(blip: etree._Element) -> bool:
    outer = blip.getparent()
    cut = child(outer, "a:srcRect")
    return cut is not None and any((cut.get(side) or "0") not in {"0", "0%"} for side in _SIDES)
