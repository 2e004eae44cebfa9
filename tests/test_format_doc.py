"""docs/format.md against the code: its examples, its tables, its order of reading.

The vocabulary is walked by a release grown from the schema, in which every text of its own is one
word. What the tables say of an element is what becomes of its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from itertools import accumulate
from typing import Any, TypeAlias

import pytest
import rnc2rng
from lxml import etree, html
from sources import PACKAGE, ROOT

from pressconv.errors import ReadError
from pressconv.model import Release
from pressconv.notes import TEXTS
from pressconv.present import present
from pressconv.problems import CODES
from pressconv.readers.xml import read
from pressconv.reading import reading_text
from pressconv.transforms import apply_abbreviations, apply_typography
from pressconv.writers.html import write_html

Element: TypeAlias = Any
"""Of lxml. A test that looks for what is not there fails, whatever the type says."""

NS = "urn:pressconv:release:1"
RNG = "{http://relaxng.org/ns/structure/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
DOCUMENT = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")

# ---- the vocabulary, grown -------------------------------------------------------------------

VARIANTS = range(8)
SAMPLES = {
    "NMTOKEN": "a-release",
    "date": "2026-03-12",
    "dateTime": "2026-03-12T11:00:00+01:00",
    "decimal": "7",
    "duration": "PT2M",
    "integer": "3",
    "positiveInteger": "1",
    "IDREF": "body",
}
EMBARGO_END = "2026-03-12T10:00:00+01:00"  # the samples of other dates are later
LABELED = {"genre", "distribution"}  # their text, where there is one, stands for the label


@cache
def schema() -> Element:
    rnc = PACKAGE / "schema" / "release.rnc"
    return etree.fromstring(rnc2rng.dumps(rnc2rng.load(str(rnc))).encode())


@dataclass
class Plant:
    """Grows a release: every element wherever it differs, every text of its own one word.

    ``variant`` picks between contents that exclude each other; odd ones leave out attributes and
    texts that need not be there, every second of them titles too.
    """

    variant: int
    words: dict[str, str] = field(default_factory=dict)  # word → path of names, or of an attribute
    path: list[str] = field(default_factory=list)
    n_ids: int = 0

    def grown(self) -> Element:
        root = etree.Element(f"{{{NS}}}root")
        self.grow(schema().find(f"{RNG}start"), root)
        return root[0]

    def grow(self, pattern: Element, into: Element, *, repeated: bool = False) -> None:
        name = etree.QName(pattern).localname
        match name:
            case "ref":
                for one in schema().findall(f"{RNG}define[@name='{pattern.get('name')}']/*"):
                    self.grow(one, into, repeated=repeated)
            case "attribute":
                self.attribute(pattern, into)
            case "element":
                self.element(pattern, into)
            case "text" | "data" | "value" | "list":
                self.say(into, self.value(pattern, "/".join(self.path)))
            case "optional" if self.variant % 2 and self.is_spare(pattern[0]):
                pass
            case "choice" if not repeated:
                self.grow(pattern[self.variant // 2 % len(pattern)], into)
            case "name" | "empty":
                pass
            case _:
                if name == "mixed":
                    self.say(into, self.word("/".join(self.path)))
                for one in pattern:
                    self.grow(one, into, repeated=name in {"zeroOrMore", "oneOrMore", "choice"})

    def element(self, pattern: Element, into: Element) -> None:
        name = pattern.findtext(f"{RNG}name")
        optional = etree.QName(pattern.getparent()).localname == "optional"
        if self.skips(pattern, name) or (name == "title" and optional and self.variant % 4 == 1):
            return
        self.path.append(name)
        made = etree.SubElement(into, f"{{{NS}}}{name}")
        for one in pattern:
            self.grow(one, made)
        self.path.pop()

    def skips(self, pattern: Element, name: str) -> bool:
        """Keep blocks shallow, and the elements of running text in the paragraphs of the body."""
        home = pattern.getparent().getparent()
        group = home.get("name") if home is not None else ""
        if pattern.getparent().get("name") == "section":
            return self.path != ["release", "body"]
        if group == "inline":
            return self.path != ["release", "body", "p"]
        is_block = group == "block" or name in {"list", "table", "media"}
        return is_block and name != "p" and self.path != ["release", "body"]

    def is_spare(self, pattern: Element) -> bool:
        """Say whether an optional content is an attribute that may be left out."""
        if etree.QName(pattern).localname == "ref":
            pattern = schema().find(f"{RNG}define[@name='{pattern.get('name')}']")[0]
        name = pattern.findtext(f"{RNG}name")
        return etree.QName(pattern).localname == "attribute" and name not in {"id", "source"}

    def attribute(self, pattern: Element, into: Element) -> None:
        name = pattern.find(f"{RNG}name")
        if name.text in {"lang", "dir"} and self.path[-1] not in {"release", "original"}:
            return
        value = self.value(pattern[1], f"{'/'.join(self.path)}@{name.text}")
        value = EMBARGO_END if name.text == "until" else value
        into.set(f"{{{name.get('ns')}}}{name.text}" if name.get("ns") else name.text, value)

    def value(self, pattern: Element, path: str) -> Any:
        kind = pattern.get("type") or etree.QName(pattern).localname
        match kind:
            case "text":
                empty = self.path[-1] in LABELED and self.variant % 2
                return "" if empty else self.word(path)
            case "anyURI":
                return f"https://example.org/{self.word(path)}"
            case "ID" if path == "release/body@id":
                return SAMPLES["IDREF"]
            case "ID":
                self.n_ids += 1
                return f"id{self.n_ids}"
            case "language":
                return "en" if path == "release@lang" else "fr"
            case "ref":
                return self.value(
                    schema().find(f"{RNG}define[@name='{pattern.get('name')}']/*"), path
                )
            case "choice":
                return self.value(pattern[self.variant // 2 % len(pattern)], path)
            case "list" | "oneOrMore":
                return self.value(pattern[0], path)
            case "value":
                return pattern.text
            case _:
                return SAMPLES[kind]

    def word(self, path: str) -> str:
        word = f"word{len(self.words):03}x"
        self.words[word] = path
        return word

    def say(self, into: Element, text: str) -> None:
        if len(into):
            into[-1].tail = (into[-1].tail or "") + text
        else:
            into.text = (into.text or "") + text


# ---- the vocabulary, listed ------------------------------------------------------------------


@dataclass(frozen=True)
class Definition:
    """An element where it means one thing; ``patterns`` are its contents in the schema."""

    name: str
    homes: frozenset[str]
    patterns: tuple[Element, ...]


def inside(pattern: Element, *, refs: frozenset[str] = frozenset()) -> list[Element]:
    """Return the patterns in *pattern*, through references, down to elements and attributes."""
    found = []
    for one in pattern:
        kind = etree.QName(one).localname
        found.append(one)
        if kind == "ref" and one.get("name") not in refs:
            target = schema().find(f"{RNG}define[@name='{one.get('name')}']")
            found += inside(target, refs=refs | {one.get("name")})
        elif kind not in {"element", "attribute", "ref"}:
            found += inside(one, refs=refs)
    return found


def kinds(pattern: Element, kind: str) -> list[Element]:
    return [one for one in inside(pattern) if etree.QName(one).localname == kind]


def called(pattern: Element) -> Any:
    return pattern.findtext(f"{RNG}name")


@cache
def vocabulary() -> tuple[Definition, ...]:
    homes: dict[Element, set[str]] = {}
    waiting = [("", one) for one in kinds(schema().find(f"{RNG}start"), "element")]
    while waiting:
        home, pattern = waiting.pop()
        if home in homes.setdefault(pattern, set()):
            continue
        homes[pattern].add(home)
        waiting += [(called(pattern), one) for one in kinds(pattern, "element")]
    groups = defaultdict(list)
    for pattern, found in homes.items():
        groups[called(pattern), frozenset(found)].append(pattern)
    return tuple(Definition(*key, tuple(found)) for key, found in groups.items())


def definition(name: str, home: str) -> Definition:
    """Find an element by its name and, where the name has several meanings, where it stands."""
    same = [one for one in vocabulary() if one.name == name]
    found = [one for one in same if home in one.homes] if home else same
    assert len(found) == 1, f"{name} in {home or '…'}"
    return found[0]


def by_path(path: str) -> Definition:
    home, name = ["", *path.split("/")][-2:]
    return definition(name, home)


# ---- the document ----------------------------------------------------------------------------

FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)
EXAMPLES = list(zip(FENCES[::2], FENCES[1::2], strict=True))
NAMED = re.compile(r"`([\w-]+)`(?: (?:in|among) (?:`(\w+)`|(running text|blocks)))?")
HOMES = {"running text": "p", "blocks": "body"}
HEADLINE, BODY = "a headline that is not shown", "a text that is not shown"


def rows(n_columns: int, heading: str) -> list[list[str]]:
    """Return the rows of all tables with *heading* over their first column."""
    found, is_ours = [], False
    for line in DOCUMENT.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        is_table = line.startswith("|") and len(cells) == n_columns
        if is_table and is_ours and not set(cells[0]) <= {"-"}:
            found.append(cells)
        is_ours = is_table and (is_ours or cells[0] == heading)
    return found


def named(text: str) -> list[Definition]:
    return [
        definition(name, home or HOMES.get(words, "")) for name, home, words in NAMED.findall(text)
    ]


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


ENTRIES = {named(row[0])[0]: row for row in rows(4, "Element")}


def says(one: Definition) -> set[str]:
    return set(ENTRIES[one][1].split(", "))


def completed(xml: str) -> bytes:
    """Make a fragment a whole English release."""
    if "<release" in xml:
        return xml.encode()
    first = re.match(r"\s*<(\w+)", xml)
    homes = {home for one in vocabulary() if first and one.name == first[1] for home in one.homes}
    head = foot = ""
    body = f"<p>{BODY}</p>"
    if "head" in homes:
        head = xml
    elif "foot" in homes:
        foot = xml
    else:
        body = xml if "body" in homes else f"<p>{xml}</p>"
    title = "" if "<headline>" in head else f"<headline>{HEADLINE}</headline>"
    root = f'<release xmlns="{NS}" id="example" xml:lang="en">'
    parts = f"<head>{title}{head}</head><body>{body}</body><foot>{foot}</foot>"
    return f"{root}{parts}</release>".encode()


def shown(data: bytes) -> Release:
    return apply_typography(apply_abbreviations(read(data).value))


def text_of(data: bytes) -> tuple[str, ...]:
    return reading_text(present(shown(data)))


# ---- the tests -------------------------------------------------------------------------------


def breakable(text):
    """Return *text* as it is read in a document: which spaces are no-break is for the eye."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("example", "expected"), EXAMPLES)
def test_an_example_yields_the_text_under_it(example, expected):
    (language, xml), (kind, text) = example, expected
    assert language == "xml"
    if kind == "refused":
        with pytest.raises(ReadError) as error:
            read(completed(xml))
        assert [one.code for one in error.value.problems] == text.split()
        return
    assert kind == "text"
    blocks = [block for block in text_of(completed(xml)) if block not in {HEADLINE, BODY}]
    assert [breakable(block) for block in blocks] == breakable(unescape(text)).splitlines()


def test_every_element_has_one_entry_and_an_example():
    assert len(ENTRIES) == len(rows(4, "Element"))
    assert set(ENTRIES) == set(vocabulary())
    shown = set()
    for (_, xml), _ in EXAMPLES:
        for element in etree.fromstring(completed(xml)).iter(f"{{{NS}}}*"):
            name, parent = etree.QName(element).localname, element.getparent()
            home = "" if parent is None else etree.QName(parent).localname
            shown.add(definition(name, home))
    assert shown == set(vocabulary())


def test_the_reading_text_has_the_words_of_just_those_elements_that_say_so():
    seen = set()
    for plant, root in gardens():
        text = " ".join(text_of(etree.tostring(root)))
        for word, path in plant.words.items():
            if "@" in path:
                assert word not in text, path
                continue
            one = by_path(path)
            seen.add(one)
            assert (word in text) == bool(says(one) & {"text", "alternative"}), path
    with_words = {one for one in vocabulary() if says(one) & {"text", "alternative"}}
    assert with_words <= seen
    assert all("parts" not in says(one) for one in seen)
    assert {one.name for one in vocabulary() if "alternative" in says(one)} == {"alt", "span"}


def test_all_other_words_come_from_the_elements_with_a_label():
    labels = {one for one in vocabulary() if "label" in says(one)}
    found = set()
    for _, root in (*gardens()[1:3], gardens()[4]):  # the last has the kind of a correction
        for one in vocabulary():
            inner = {label for label in labels if label.homes == {one.name}}
            grown = without(root, inner if one in labels else labels - {one})
            try:
                if added(grown) - added(without(grown, {one})):
                    found.add(one)
            except ReadError:
                assert one not in labels, f"{one.name} cannot be left out"
    assert found == labels


def test_html_has_the_words_where_the_tables_say():
    nearest: dict[Definition, set[str]] = defaultdict(set)
    around: dict[Definition, set[str]] = defaultdict(set)
    for plant, root in gardens():
        for place, word in places(page_of(root)):
            element, attribute = place
            host = f"{element.tag}@{attribute}" if attribute else element.tag
            path = plant.words[word]
            if "@" not in path:
                nearest[by_path(path)].add(host)
            outer = {host, element.tag, *(parent.tag for parent in element.iterancestors())}
            for step in accumulate(path.partition("@")[0].split("/"), "{}/{}".format):
                around[by_path(step)] |= outer
    for one, row in ENTRIES.items():
        claimed = set(code(row[3]))
        assert nearest[one] <= claimed, one.name
        assert claimed <= (around[one] or lost(one)), one.name


def lost(one: Definition) -> set[str]:
    """Return the HTML elements that differ, or are not there, without an element."""
    found = set()
    for _, root in gardens()[:4]:
        pages = [page_of(root), page_of(without(root, {one}))]
        before, after = (
            Counter((tag.tag, tag.text, *tag.items()) for tag in page.iter(etree.Element))
            for page in pages
        )
        found |= {tag for tag, *_ in before - after}
    return found


def test_the_order_of_reading_is_that_of_the_list():
    listed = re.findall(r"^\d\. (.*)$", DOCUMENT, re.MULTILINE)
    names = [name for line in listed for name in code(line)]
    plant, root = gardens()[0]
    blocks = text_of(etree.tostring(root))
    first: dict[str, int] = {}
    for index, block in enumerate(blocks):
        for word in WORD.findall(block):
            for name in plant.words[word].split("/")[1:4]:
                first.setdefault(name, index)
    with_words = [name for name in names if name in first and name != "issuer"]
    assert len(with_words) > 15
    assert sorted(with_words, key=first.__getitem__) == with_words


def test_the_order_of_head_and_foot_is_listed():
    (head, foot, more) = (
        code(line)
        for line in re.findall(r"^- (?:In the|More than).*: (.*)$", DOCUMENT, re.MULTILINE)
    )
    repeated = []
    for where, listed in (("head", head), ("foot", foot)):
        (pattern,) = definition(where, "release").patterns
        assert [called(one) for one in kinds(pattern, "element")] == listed
        many = [one for again in kinds(pattern, "zeroOrMore") for one in kinds(again, "element")]
        repeated += [called(one) for one in many if called(one) in listed]
    assert repeated == more


def test_every_attribute_is_listed_with_its_values():
    listed: dict[tuple[str, Definition], set[str]] = {}
    for which, values, _ in rows(3, "Attribute"):
        name, _, owner = which.partition(" of ")
        listed[code(name)[0], named(owner)[0]] = set(code(values))
    found: dict[tuple[str, Definition], set[str]] = {}
    for one in vocabulary():
        for pattern in one.patterns:
            for attribute in kinds(pattern, "attribute"):
                if attribute.find(f"{RNG}name").get("ns") == "" and called(attribute) != "dir":
                    texts = {value.text for value in kinds(attribute, "value")}
                    found.setdefault((called(attribute), one), set()).update(texts)
    assert set(listed) == set(found)
    assert {key: listed[key] for key, values in found.items() if values} == {
        key: values for key, values in found.items() if values
    }


def test_an_attribute_is_required_or_has_its_default_as_listed():
    seen = set()
    for which, _, note in rows(3, "Attribute"):
        name, _, elements = which.partition(" of ")
        name, owner = name.strip("`"), named(elements)[0]
        for _, root in gardens()[::2]:
            bare = changed(root, owner, name)
            if bare is None:
                continue
            seen.add(which)
            if note.startswith("required"):
                with pytest.raises(ReadError) as error:
                    read(bare)
                codes = {one.code for one in error.value.problems}
                assert codes & {"missing-attribute", "missing-element"}, which
                continue
            release = read(bare).value
            if default := re.search(r"default `?(\w+)`?(?:;|$)", note):
                written = changed(root, owner, name, default[1])
                assert read(written or b"").value == release, which
    assert seen == {which for which, _, _ in rows(3, "Attribute")}


def test_the_common_attributes_are_listed():
    listed: dict[Definition, set[str]] = {}
    for which, elements in rows(2, "common attributes"):
        names = {name.removeprefix("xml:") for name in code(which)}
        listed |= dict.fromkeys(named(elements), names)
    found = {}
    for one in vocabulary():
        names = {called(name) for name in kinds(one.patterns[0], "attribute")}
        common = names & {"lang", "dir"}
        ids = schema().find(f"{RNG}define[@name='ident']/{RNG}attribute")
        if ids in inside(one.patterns[0]):
            common |= {"id"}
        if common:
            found[one] = common
    assert listed == found


def test_elements_with_characters_only_are_listed():
    (sentence,) = re.findall(r"that hold characters only: (.*)\.$", DOCUMENT, re.MULTILINE)
    only = {
        one
        for one in vocabulary()
        for pattern in one.patterns
        if (kinds(pattern, "text") or pattern.find(f"{RNG}data") is not None)
        and one.name not in {"dateline", "alt"}
        and not any(ref.get("name") == "inlines" for ref in kinds(pattern, "ref"))
    }
    assert set(named(sentence)) == only


def test_codes_and_gaps_are_those_of_the_program():
    gaps = {code(gap)[0]: convert for gap, _, convert in rows(3, "gap")}
    assert set(gaps.values()) == {"refuses", "notes"}
    assert set(gaps) == {name for name in {*CODES, *TEXTS} if name.startswith("gap-")}
    assert {name for name, what in gaps.items() if what == "refuses"} == gaps.keys() & CODES.keys()
    for name in re.findall(r"\(`([a-z]+(?:-[a-z]+)+)`\)", DOCUMENT):
        assert name in CODES, name


# ---- what the tests ask of a grown release ---------------------------------------------------

WORD = re.compile(r"word\d{3}x")


@cache
def gardens() -> tuple[tuple[Plant, Element], ...]:
    plants = [Plant(variant) for variant in VARIANTS]
    return tuple((plant, plant.grown()) for plant in plants)


def added(root: Element) -> Counter[str]:
    """Count the characters of the reading text that are no words of the release."""
    text = "".join(text_of(etree.tostring(root)))
    return Counter(WORD.sub("", text).replace(" ", ""))


def without(root: Element, gone: set[Definition]) -> Element:
    """Return a copy of *root* without the elements that are *gone*."""
    copy = deepcopy(root)
    for element in list(copy.iter(f"{{{NS}}}*")):
        parent = element.getparent()
        if parent is not None:
            home, name = etree.QName(parent).localname, etree.QName(element).localname
            if definition(name, home) in gone:
                parent.remove(element)
    return copy


def changed(root: Element, owner: Definition, name: str, value: str = "") -> bytes | None:
    """Return *root* with another value of an attribute, or without it; `None` where it has none."""
    copy, is_there = deepcopy(root), False
    for element in copy.iter(f"{{{NS}}}{owner.name}"):
        parent = element.getparent()
        home = "" if parent is None else etree.QName(parent).localname
        if home in owner.homes and name in element.attrib:
            is_there = True
            del element.attrib[name]
            element.attrib.update({name: value} if value else {})
    return etree.tostring(copy) if is_there else None


def page_of(root: Element) -> Element:
    presentation = present(shown(etree.tostring(root)))
    return html.fromstring(write_html(presentation).data)


def places(page: Element) -> list[tuple[tuple[Element, str], str]]:
    """List where words stand on a page: the element and, in an attribute, its name."""
    found = []
    for element in page.iter(etree.Element):
        own = " ".join([element.text or "", *(child.tail or "" for child in element)])
        for attribute, text in [("", own), *element.attrib.items()]:
            found += [((element, attribute), word) for word in WORD.findall(text)]
    return found
