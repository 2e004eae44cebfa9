"""The foot of a release: what stands under its text."""

from __future__ import annotations

from enum import StrEnum

from pressconv.frozen import dataclass
from pressconv.model.blocks import Blocks
from pressconv.model.marks import LangTag, Marked
from pressconv.model.running import Inlines


class BoilerplateKind(StrEnum):
    """What a standing text is for."""

    ABOUT = "about"
    LEGAL = "legal"
    FORWARD_LOOKING = "forward-looking"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Boilerplate(Marked):
    """A text that the issuer puts under every release."""

    title: Inlines
    blocks: Blocks
    kind: BoilerplateKind | None = None


class Audience(StrEnum):
    """Whom a contact is for."""

    MEDIA = "media"
    PUBLIC = "public"


class ChannelKind(StrEnum):
    """How somebody can be reached."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    URL = "url"
    ADDRESS = "address"
    HOURS = "hours"

    @property
    def is_address(self) -> bool:
        """Whether a machine can reach it: it runs from left to right in every script."""
        return self in {ChannelKind.TELEPHONE, ChannelKind.EMAIL, ChannelKind.URL}


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a contact; telephone, e-mail and URL are one `Text`."""

    kind: ChannelKind
    children: Inlines


@dataclass(frozen=True, slots=True)
class Contact(Marked):
    """Somebody to ask."""

    channels: tuple[Channel, ...] = ()
    audience: Audience | None = None
    name: str | None = None
    role: Inlines = ()
    organization: Inlines = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A link to something that belongs to the release."""

    href: str
    children: Inlines
    hreflang: LangTag | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Subscribe:
    """How to get the next releases."""

    title: Inlines = ()
    blocks: Blocks = ()
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands under the text."""

    boilerplates: tuple[Boilerplate, ...] = ()
    contacts: tuple[Contact, ...] = ()
    related: tuple[Related, ...] = ()
    subscribe: Subscribe | None = None
    endmark: str | None = None
