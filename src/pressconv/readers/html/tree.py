"""Characters of HTML → a small tree of elements, however odd or hostile the page is.

lxml parses; what it would take hours for (an element of 100,000 attributes) is refused before.
Elements deeper than `MAX_DEPTH` give their content to the one at that depth. Comments,
declarations and processing instructions are not in the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from lxml import etree

from pressconv.errors import Place, Problem, ReadError
from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.model import Direction, LangTag

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS: Final = 4 * 2**20
MAX_ELEMENTS: Final = 12_000
MAX_DEPTH: Final = 90
# libxml2 compares each attribute of an element with all the others.
_MAX_COMPARED: Final = 10**7

# One attribute, and a start tag as browsers cut it out. No alternative can match what another has
# given up, so the time is linear. Source: HTML, section 13.2.5.
_ATTRIBUTE: Final = r"""[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_ATTRIBUTES: Final = re.compile(_ATTRIBUTE)
_START_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</(?:script|style)|\Z)"
    rf"|<[a-z][^\s/>]*+((?:{_ATTRIBUTE})*+)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_TAG: Final = 300
_SYNONYMS: Final = {"image": "img", "amp-img": "img", "amp-video": "video", "amp-audio": "audio"}
_DIRECTIONS: Final = {side.value: side for side in Direction}
_SURROGATES: Final = re.compile("[\ud800-\udfff]")

SILENT: Final = frozenset(
    "head script style template noscript applet map frameset noframes xml base link meta title "
    "param source track area rp colgroup col input select option optgroup datalist textarea "
    "keygen progress meter".split()
)
"""Elements whose content is no text of a page; controls of forms."""

HOLLOW: Final = frozenset("iframe object embed video audio canvas svg".split())
"""Elements whose content is for those who cannot see them."""

BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div "
    "dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html "
    "legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul "
    "xmp listing plaintext".split()
)
"""Elements that end the line before and after them. Source: HTML, section 15.3."""


@dataclass(slots=True, eq=False)
class Node:
    """An element; names of elements and attributes are in small letters.

    ``lang`` and ``dir`` hold in it, as far as the page says; ``holds_block`` says that a block
    stands in it, however deep.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Node | None = field(default=None, repr=False)
    children: list[Node | str] = field(default_factory=list, repr=False)
    lang: LangTag | None = None
    dir: Direction | None = None
    holds_block: bool = False

    def get(self, name: str) -> str:
        """Return the attribute *name*, trimmed; "" where there is none."""
        return self.attributes.get(name, "").strip()

    def elements(self) -> list[Node]:
        """Return the child elements."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield this element and all in it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack += [child for child in node.children[::-1] if isinstance(child, Node)]

    def ancestors(self) -> Iterator[Node]:
        """Yield the elements around this one, from the inside out."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        """Return all characters in it, as they were written."""
        pieces: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                pieces.append(one)
            else:
                stack.extend(reversed(one.children))
        return "".join(pieces)


Child: TypeAlias = Node | str


def parse(text: str, file: str) -> etree._Element:
    """Parse a page.

    Raises:
        ReadError: the page is empty, or more than a page can be.
    """
    _hold_bounds(text, file)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_SURROGATES.sub("\ufffd", text).encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise _error("empty-file", file, "there is no HTML in the file")
    if any("depth" in entry.message for entry in parser.error_log):
        raise _error("too-deep", file, "elements are nested more than 2,000 deep")
    return root


def grow(root: etree._Element) -> Node:
    """Make the tree of an lxml element, without what is never text of a page."""
    top = here = _marked(Node("html", _attributes(root), root.sourceline or 0))
    depth = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in SILENT:
                walk.skip_subtree()
                continue
            depth += 1
            if 1 < depth <= MAX_DEPTH:
                here = _child(here, element)
            elif depth > MAX_DEPTH and element.tag in BLOCKS:
                here.children.append(" ")
            if element.tag in HOLLOW:
                walk.skip_subtree()
            elif element.text:
                here.children.append(element.text)
        else:
            if element.tag not in SILENT:
                depth -= 1
                if 1 <= depth < MAX_DEPTH:
                    here = _left(here)
            if element.tail:
                here.children.append(element.tail)
    return top


def _child(parent: Node, element: etree._Element) -> Node:
    # A name with a colon is one of Word's (o:p, st1:place): a part without a meaning of its own.
    name = str(element.tag)
    tag = "span" if ":" in name else _SYNONYMS.get(name, name)
    attributes = _attributes(element)
    if element.tag in {"video", "audio"} and "src" not in attributes:
        attributes["src"] = next((one.get("src", "") for one in element.iter("source")), "")
    node = Node(tag, attributes, element.sourceline or 0, parent)
    parent.children.append(node)
    return _marked(node)


def _marked(node: Node) -> Node:
    """Let an element inherit its language and direction, and say its own."""
    if node.parent:
        node.lang, node.dir = node.parent.lang, node.parent.dir
    tag = (node.get("xml:lang") or node.get("lang")).replace("_", "-")
    if tag and is_well_formed(tag):
        node.lang = canonical_case(tag)
    node.dir = _DIRECTIONS.get(node.get("dir").lower(), node.dir)
    return node


def _left(node: Node) -> Node:
    parent = node.parent
    if parent is None:
        raise AssertionError("the root is left last")
    parent.holds_block |= node.holds_block or node.tag in BLOCKS
    return parent


def _attributes(element: etree._Element) -> dict[str, str]:
    return {name.lower(): value for name, value in element.items()}


def _hold_bounds(text: str, file: str) -> None:
    """Refuse what would take the parser too long: it has no bounds of its own."""
    if len(text) > MAX_CHARACTERS:
        message = f"the page has {len(text):,} characters; {MAX_CHARACTERS:,} are allowed"
        raise _error("too-large", file, message)
    n_compared = 0
    for n_elements, found in enumerate(_START_TAG.finditer(text), 1):
        if found[1] and len(found[1]) > _LONG_TAG:
            n_compared += len(_ATTRIBUTES.findall(found[1])) ** 2
        if n_elements > MAX_ELEMENTS:
            message = f"the page has more than {MAX_ELEMENTS:,} elements"
            raise _error("too-large", file, message)
        if n_compared > _MAX_COMPARED:
            raise _error("too-large", file, "an element has thousands of attributes")


def _error(code: str, file: str, message: str) -> ReadError:
    return ReadError([Problem(code, message, Place(file), "cut out the part that is the release")])
