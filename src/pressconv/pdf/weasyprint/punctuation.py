"""Chinese and Japanese text → marks that stand side by side share their blank halves.

A bracket, comma or full stop is a half-width sign in a full-width box, and between two of them the
blanks add up to a hole. Browsers close it by `text-spacing-trim`; here the font is asked for the
half-width form (feature `halt`) of one of the two. Drop when WeasyPrint knows that property.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from weasyprint.text.ffi import ffi, pango

if TYPE_CHECKING:
    from weasyprint.text.line_break import Layout

_OPENING: Final = (
    "\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301d\uff08\uff3b\uff5b"
)
_CLOSING: Final = (
    "\u2019\u201d\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301f\uff09\uff3d\uff5d"
    "\u3001\u3002\uff0c\uff0e"
)

_PAUSES: Final = "\uff01\uff1a\uff1b\uff1f"

# What closes gives way to what closes as well, what opens to whatever stands before it. Source:
# W3C JLReq, 3.1.4; W3C clreq, 3.1.6.3.
_HALVED: Final = re.compile(
    f"[{_CLOSING}](?=[{_CLOSING}])|(?<=[{_OPENING}{_CLOSING}{_PAUSES}])[{_OPENING}]"
)


def close_holes(layout: Layout) -> None:
    """Ask for the half-width form of marks in the text of *layout*."""
    places = [match.start() for match in _HALVED.finditer(layout.text)]
    if not places:
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for place in places:
        attribute = pango.pango_attr_font_features_new(b"halt=1")
        attribute.start_index = len(layout.text[:place].encode())
        attribute.end_index = len(layout.text[: place + 1].encode())
        pango.pango_attr_list_insert(attributes, attribute)
    pango.pango_layout_set_attributes(layout.layout, attributes)
