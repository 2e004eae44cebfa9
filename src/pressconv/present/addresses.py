"""Where the outputs of an edition are: below the base of the house, else beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from pressconv.house import House
    from pressconv.model import LangTag


def file_name(identity: str, lang: LangTag, suffix: str) -> str:
    """Return the name that `convert` gives to a file."""
    return f"{identity}.{lang}.{suffix}"


def address(identity: str, lang: LangTag, suffix: str, house: House) -> str:
    """Return the address of a file on the web, empty where the house does not say its base."""
    return below_base(file_name(identity, lang, suffix), house) if house.base_url else ""


def below_base(href: str, house: House) -> str:
    """Return an address as it is known from everywhere: a relative one is below the house's base.

    Where the house says none, it stays as it is.
    """
    return urljoin(f"{house.base_url.rstrip('/')}/", href) if house.base_url else href
