"""Options that were given, and act on none of the formats that are made.

That is a note: what is made is as it was asked for, and a script may give all its runs the same
options. Only the command line is looked at: a house file speaks of every format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from click.core import ParameterSource

from pressconv.convert import Format
from pressconv.notes import Note, note

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import click

_TEXT: Final = (Format.TEXT,)
_PDF: Final = (Format.PDF,)
_PAGES: Final = (Format.HTML, Format.FRAGMENT)
_PRESENTED: Final = tuple(one for one in Format if one is not Format.XML)

ACTS_ON: Final[Mapping[str, tuple[Format, ...]]] = {
    **dict.fromkeys(("disclaimer", "drafts", "typography", "abbreviations"), _PRESENTED),
    **dict.fromkeys(("width", "bidi", "charset", "newline", "flowed"), _TEXT),
    **dict.fromkeys(("page_size", "profile", "allow_nonconforming", "source", "no_source"), _PDF),
    **dict.fromkeys(("no_editions", "assets", "assets_base"), _PAGES),
    "no_formats": (*_PAGES, Format.HEAD),
    "fonts": (Format.HTML,),
    **dict.fromkeys(("theme", "fonts_dirs"), (Format.HTML, Format.PDF)),
    "heading_level": (Format.FRAGMENT,),
}
"""Option → the formats that differ by it."""


def is_given(name: str, context: click.Context) -> bool:
    """Say whether somebody has given the option, be it with its default."""
    return context.get_parameter_source(name) is ParameterSource.COMMANDLINE


def idle_notes(context: click.Context, to: Collection[Format]) -> Iterator[Note]:
    """Yield a note for each option given that acts on none of the formats *to* be made."""
    for parameter in context.command.params:
        name = parameter.name or ""
        formats = ACTS_ON.get(name, tuple(Format))
        if is_given(name, context) and not set(formats) & set(to):
            is_off = context.params.get(name) is False
            option = (parameter.secondary_opts if is_off else parameter.opts)[0]
            yield note("option-idle", option=option, formats=", ".join(formats))
