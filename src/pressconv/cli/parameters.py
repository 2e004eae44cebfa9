"""What several commands take: checked values, and standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pressconv import streams
from pressconv.batch import STANDARD_STREAM
from pressconv.languages.tags import canonical_case, is_well_formed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag


def language_tag(context: click.Context, parameter: click.Parameter, value: str) -> LangTag:
    """Take a language tag in its usual case."""
    del context, parameter
    if not is_well_formed(value):
        raise click.BadParameter(f"{value!r} is no BCP 47 tag, such as fr, pt-BR or zh-Hans")
    return canonical_case(value)


def read_stdin(sources: Sequence[str]) -> bytes:
    """Read standard input where it is one of the *sources*.

    Raises:
        InputError: it is closed, or cannot be read.
    """
    return streams.read_stdin() if STANDARD_STREAM in sources else b""
