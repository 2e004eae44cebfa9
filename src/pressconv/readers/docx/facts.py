"""What a Word document says of itself → `Facts`.

The days on which a file was made and changed are none of the release, and stay out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.draft import Facts
from pressconv.readers.docx.oxml import name, parse
from pressconv.readers.docx.relations import parts_of_kind, relations
from pressconv.text import normal

if TYPE_CHECKING:
    from pressconv.readers.docx.package import Package
    from pressconv.readers.html.page import Page

_KIND: Final = "core-properties"
_MAX_CHARACTERS: Final = 2000


def read_facts(package: Package, page: Page) -> Facts:
    """Read the properties of the document."""
    names = parts_of_kind(relations(package, ""), _KIND)
    root = parse(package, names[0] if names else "docProps/core.xml")
    said = {
        name(one): normal(page.without_controls((one.text or "")[:_MAX_CHARACTERS]))
        for one in (root if root is not None else ())
    }
    words = re.split("[,;\u060c\u3001\uff0c]", said.get("cp:keywords", ""))
    return Facts(
        title=said.get("dc:title", ""),
        description=said.get("dc:description", ""),
        author=said.get("dc:creator", ""),
        subjects=tuple(dict.fromkeys(filter(None, (word.strip() for word in words)))),
    )
