"""A page's article → a fragment for the page of a site, which has a style and landmarks of its own.

No ``style`` element or attribute, no ``main``. Every id begins with that of the release and its
language, so that several releases can stand on one page, and every landmark is called by its
headline too; headings begin at the level that the site has free. Classes begin with "pc-".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.writers.html.build import group

if TYPE_CHECKING:
    from pressconv.presentation import Presentation
    from pressconv.writers.html.build import Child, Element

# Attributes that hold ids, parted by spaces. Source: HTML, "global attributes"; WAI-ARIA 1.2.
_REFERENCES: Final = ("headers", "for", "aria-labelledby", "aria-describedby", "aria-details")
_LANDMARKS: Final = ("nav", "section")
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LAST_LEVEL: Final = 6


def embedded(presentation: Presentation, *children: Child, heading_level: int) -> Element:
    """Return a fragment of *children*, whose headings begin at *heading_level*, from 1 to 6."""
    root = group(
        "div",
        *children,
        cls="pc-fragment",
        lang=presentation.lang,
        dir=presentation.dir.value,
    )
    prefix = f"{presentation.id}-{presentation.lang}-"
    for element in root.iter():
        _prefix_ids(element, prefix)
        _lower_heading(element, heading_level - 1)
        _name_landmark(element, presentation)
    return root


def _prefix_ids(element: Element, prefix: str) -> None:
    own = element.get("id")
    if own:
        element.set("id", prefix + own)
    target = element.get("href", "")
    if target.startswith("#"):
        element.set("href", f"#{prefix}{target[1:]}")
    for name in _REFERENCES:
        if ids := element.get(name):
            element.set(name, " ".join(prefix + one for one in ids.split()))


def _lower_heading(element: Element, steps: int) -> None:
    """Make a heading one of a lower rank, known to the style sheet by the rank that it had.

    Below the sixth HTML has no element, ARIA has levels; for HTML its section has no heading then.
    """
    level = _HEADINGS.get(str(element.tag))
    if level is None:
        return
    own = element.get("class")
    element.set("class", f"{own} pc-h{level}" if own else f"pc-h{level}")
    lowered = level + steps
    if lowered <= _LAST_LEVEL:
        element.tag = f"h{lowered}"
    else:
        element.tag = "div"
        element.set("role", "heading")
        element.set("aria-level", str(lowered))
        around = element.getparent()
        if around is not None and around.tag == "section":
            around.tag = "div"


def _name_landmark(element: Element, presentation: Presentation) -> None:
    """Say of which release it is: in a list of landmarks "Notes" is that of no other one."""
    label = element.get("aria-label")
    if label and element.tag in _LANDMARKS:
        named = presentation.labels.label_value.format(label=label, value=presentation.title)
        element.set("aria-label", named)
