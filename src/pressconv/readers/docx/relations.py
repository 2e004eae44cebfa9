"""The relationships of a part → where each leads: into the archive, or out of it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from pressconv.frozen import dataclass
from pressconv.readers.docx.oxml import children, parse

if TYPE_CHECKING:
    from pressconv.readers.docx.package import Package

_DOCUMENT: Final = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: ``kind`` is the last word of its type, ``target`` a part or an address."""

    kind: str
    target: str
    is_external: bool


def relations(package: Package, part: str) -> dict[str, Relation]:
    """Return the relationships of *part* by id; those of the whole document are of part ""."""
    folder, _, base = part.rpartition("/")
    root = parse(package, posixpath.join(folder, "_rels", f"{base}.rels"))
    found = {}
    for one in children(root, "rel:Relationship"):
        kind = (one.get("Type") or "").rpartition("/")[2]
        target = one.get("Target") or ""
        is_external = one.get("TargetMode") == "External"
        if not is_external:
            # A path that climbs out of the archive names no part of it.
            path = unquote(target.partition("#")[0])
            target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
        found[one.get("Id") or ""] = Relation(kind, target, is_external)
    return found


def main_part(package: Package) -> str:
    """Return the name of the part that holds the text."""
    found = (one for one in relations(package, "").values() if not one.is_external)
    return next((one.target for one in found if one.kind == _DOCUMENT), "word/document.xml")


def parts_of_kind(relation_by_id: dict[str, Relation], kind: str) -> list[str]:
    """Return the parts that relationships of a kind lead to."""
    found = relation_by_id.values()
    return [one.target for one in found if one.kind == kind and not one.is_external]
