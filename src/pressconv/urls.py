"""What an address on the web is written with, for all that takes one from somebody.

Letters of all scripts may stand as they are; what shows nothing, or would end an attribute, has to
be percent-encoded. Source: RFC 3987, section 2.2; URL Standard, "URL code points".
"""

from __future__ import annotations

from typing import Final

from pressconv.patterns import pattern

NEVER: Final = (
    '\\s\\x00-\\x20\\x7f-\\x9f"<>\\\\^`{|}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'
    "\ud800-\udfff\ufffe\uffff"
)
"""What no address holds as it is, as the inside of a class of a regular expression."""

_SIGNS: Final = f"(?:[^{NEVER}%?#]|%[0-9A-Fa-f]{{2}})*"
_HOST: Final = rf"(?:\[[0-9A-Fa-f:.]+\]|[^{NEVER}%?#/@:\[\]]+)(?::[0-9]{{1,5}})?"
_FIRST: Final = f"(?:[^{NEVER}%?#:/]|%[0-9A-Fa-f]{{2}})+"

BASE: Final = pattern(f"https?://{_HOST}(?:/{_SIGNS})?")
"""The absolute address of a folder."""

PAGE: Final = pattern(rf"{BASE.pattern}(?:\?{_SIGNS})?(?:#{_SIGNS})?")
"""The absolute address of a page."""

FOLDER: Final = pattern(f"(?:(?:https?:)?//{_HOST}|{_FIRST})(?:/{_SIGNS})?|(?:/(?!/){_SIGNS})?")
"""The address of a folder, absolute or as it is reached from a page.

In the first segment of a relative one a colon would end a scheme (RFC 3986, section 4.2).
"""
