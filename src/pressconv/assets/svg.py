"""Bytes → an SVG image of known parts only, which leads nowhere out of its file.

What may stand in it is a list (`svg_names`); notes of editors are left out, all else is refused.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from lxml import etree

from pressconv.assets.asset import Asset, AssetError, damaged
from pressconv.assets.raster import read_raster
from pressconv.assets.svg_drawn import MAX_DEPTH, MAX_DRAWN, hold_drawn
from pressconv.assets.svg_names import ALIEN, ATTRIBUTES, ELEMENTS, IDLE, SVG, XLINK, XML
from pressconv.assets.svg_size import size
from pressconv.assets.svg_styles import UnsafeStyleError, references, rules, shown

if TYPE_CHECKING:
    from typing import NoReturn

_XMLS: Final = frozenset(f"{{{XML}}}{name}" for name in ("lang", "space", "id"))
_HREFS: Final = frozenset({"href", f"{{{XLINK}}}href"})
_EMBEDDED: Final = re.compile(r"data:image/(?:png|jpeg|jpg);base64,([A-Za-z0-9+/=\s]+)")
_MAX_CHARACTERS: Final = 4 * 2**20
_REMOVE: Final = "remove it, or save the image as PNG"


def read_svg(data: bytes) -> Asset:
    """Read an SVG image.

    Raises:
        AssetError: it is no XML, too much of it, or has something that no picture needs.
    """
    _hold_bounds(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(f"the SVG file is no XML: {error}") from error
    if root.tag != f"{{{SVG}}}svg":
        raise damaged("the file is no SVG image: its root is no svg of its namespace")
    _without_notes(root)
    found = {part: _held(part) for part in root.iter()}
    _add_styles(root, found)
    hold_drawn(root, found)
    width, height = size(root)
    etree.cleanup_namespaces(root)
    clean = etree.tostring(root, encoding="utf-8", with_tail=False)
    return Asset(clean, "image/svg+xml", width, height)


def _unsafe(what: str, hint: str = _REMOVE) -> NoReturn:
    raise AssetError("image-unsafe", f"the SVG file has {what}", hint)


# ---- bounds --------------------------------------------------------------------------------


def _hold_bounds(data: bytes) -> None:
    """Refuse entities and too many parts before a tree is built."""
    n_open = n_parts = n_characters = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal n_open, n_parts, n_characters
        del name
        n_open += 1
        n_parts += 1
        n_characters += sum(
            len(value) for value in attributes.values() if not value.startswith("data:")
        )
        if n_open > MAX_DEPTH or n_parts > MAX_DRAWN or n_characters > _MAX_CHARACTERS:
            most = f"{MAX_DRAWN:,} parts, {MAX_DEPTH} deep, of {_MAX_CHARACTERS:,} characters"
            _unsafe(f"more than can be drawn: {most} are allowed", "simplify the image")

    def end(name: str) -> None:
        nonlocal n_open
        del name
        n_open -= 1

    def characters(text: str) -> None:
        nonlocal n_characters
        n_characters += len(text)

    def doctype(name: str, system: str | None, public: str | None, has_own: int) -> None:
        del name, system, public
        if has_own:
            _unsafe(
                "a document type of its own, which could define entities", "save it as plain SVG"
            )

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise damaged(f"the SVG file is no XML: {error}") from error


# ---- parts ---------------------------------------------------------------------------------


def _without_notes(root: etree._Element) -> None:
    """Leave out what editors note for themselves; what stands behind such a note stays."""
    for part in list(root.iter()):
        space, local = _split(part.tag)
        parent = part.getparent()
        if parent is not None and (
            (space not in {SVG, *ALIEN} and space) or (space, local) == (SVG, "metadata")
        ):
            previous = part.getprevious()
            if part.tail and previous is not None:
                previous.tail = (previous.tail or "") + part.tail
            elif part.tail:
                parent.text = (parent.text or "") + part.tail
            parent.remove(part)


def _held(part: etree._Element) -> list[str]:
    """Return the ids that a part refers to; what it may not have is refused."""
    space, local = _split(part.tag)
    if space != SVG or local not in ELEMENTS:
        _unsafe(f"the element {shown(local)}")
    found: list[str] = []
    for name, value in list(part.attrib.items()):
        key, text = str(name), str(value)
        if key in _HREFS:
            found += _target(part, local, key, text)
        elif key in ATTRIBUTES:
            found += _referred(f"{key}={shown(text)}", text)
        elif key.startswith("aria-") or key in _XMLS:
            continue
        elif key in IDLE or key.startswith("data-") or _is_note(key):
            del part.attrib[name]
        else:
            _unsafe(f"the attribute {_split(key)[1]}={shown(text)}")
    return found


def _is_note(key: str) -> bool:
    space, _ = _split(key)
    return bool(space) and space != XML and space not in {SVG, *ALIEN}


def _target(part: etree._Element, local: str, key: str, address: str) -> list[str]:
    """Read an address: a part of the file or, of an image, pixels that are embedded."""
    address = address.strip()
    if address.startswith("#"):
        return [address[1:]]
    if local != "image" or not address.startswith("data:"):
        _unsafe(f"a reference to something outside it: {shown(address)}", "put it into the file")
    found = _EMBEDDED.fullmatch(address)
    try:
        asset = found and read_raster(base64.b64decode(re.sub(r"\s+", "", found[1]), validate=True))
    except binascii.Error:
        asset = None
    if not asset:
        hint = "embed it as PNG or JPEG"
        _unsafe(f"an image in it that is no PNG or JPEG: {shown(address)}", hint)
    clean = base64.b64encode(asset.data).decode("ascii")
    part.set(key, f"data:{asset.media_type};base64,{clean}")
    return []


def _referred(where: str, text: str) -> list[str]:
    try:
        return references(text)
    except UnsafeStyleError as error:
        _unsafe(f"{error}, in {where}")


# ---- style sheets --------------------------------------------------------------------------


def _add_styles(root: etree._Element, found: dict[etree._Element, list[str]]) -> None:
    """Add to the ids of each part those that the style sheets of the file say."""
    referring = []
    for sheet in root.iter(f"{{{SVG}}}style"):
        if len(sheet):
            _unsafe("an element in its style")
        try:
            referring += [rule for rule in rules(sheet.text or "") if rule[1]]
        except UnsafeStyleError as error:
            _unsafe(f"{error}, in its style")
    if not referring:
        return
    import cssselect2  # noqa: PLC0415 - seldom

    matcher = cssselect2.Matcher()
    try:
        for prelude, targets in referring:
            for selector in cssselect2.compile_selector_list(prelude):
                matcher.add_selector(selector, targets)
    except cssselect2.SelectorError as error:
        _unsafe(f"a selector that is none, in its style: {error}")
    for wrapper in cssselect2.ElementWrapper.from_xml_root(root).iter_subtree():
        for match in matcher.match(wrapper):
            found[wrapper.etree_element] += match[-1]


def _split(name: object) -> tuple[str, str]:
    """Split "{space}local"; a node that is no element (an entity) has no name."""
    space, _, local = str(name).rpartition("}")
    return space.removeprefix("{"), local
