"""What of a PDF only a person can judge: the questions of the Matterhorn Protocol, in our words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from pressconv.frozen import dataclass
from pressconv.strict import build, parse_toml

_FILE: Final = "human.toml"


@dataclass(frozen=True, slots=True)
class Question:
    """A question to which "yes" is good.

    ``never`` says why the answer cannot be "no" of a PDF of ours; it is empty for an open question.
    """

    id: str
    asks: str
    never: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """All of them, and where they come from."""

    source: str
    question: tuple[Question, ...]


@cache
def questions() -> Questions:
    """Return the questions, in the order of their ids."""
    data = files(__package__).joinpath(_FILE).read_bytes()
    return build(Questions, parse_toml(data, file=_FILE), file=_FILE)


def open_questions() -> tuple[Question, ...]:
    """Return what a person still has to look at in a PDF that passed the gate."""
    return tuple(one for one in questions().question if not one.never)
