"""Where the outputs of an edition are: below the base of the house, else beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressconv.house import House
    from pressconv.model import LangTag


def file_name(identity: str, lang: LangTag, suffix: str) -> str:
    """Return the name that `convert` gives to a file."""
    return f"{identity}.{lang}.{suffix}"


def address(identity: str, lang: LangTag, suffix: str, house: House) -> str:
    """Return the address of a file on the web, empty where the house does not say its base."""
    if not house.base_url:
        return ""
    return f"{house.base_url.rstrip('/')}/{file_name(identity, lang, suffix)}"
