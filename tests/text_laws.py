"""Plain text of a release as `convert` writes it, and laws that hold in every mode."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from conftest import SAMPLES, sample_name

import pressconv
from pressconv import model as m
from pressconv.loading import find_house
from pressconv.options import Bidi, TextOptions
from pressconv.present import present
from pressconv.presentation import Presentation
from pressconv.reading import reading_text
from pressconv.text import BREAKING
from pressconv.transforms import apply_isolation, apply_typography
from pressconv.writers.text import Text, readable

ISOLATES = re.compile("[\u2066-\u2069]")


def shown(release: m.Release) -> Presentation:
    """Present *release* as `convert` does."""
    return present(apply_isolation(apply_typography(release)))


def unspaced(blocks: Any) -> list[str]:
    """Take the spaces out that a line may end at."""
    return [BREAKING.sub("", block) for block in blocks]


def assert_read_back(text: Text, presentation: Presentation, options: TextOptions) -> None:
    """Hold that the map covers the file, and gives the reading text back, spaces included."""
    assert [one.start for one in text.spans] == [0, *(one.end for one in text.spans[:-1])]
    assert text.spans[-1].end == len(text.value)
    wanted = tuple(readable(block, options) for block in reading_text(presentation))
    if options.bidi is Bidi.VISUAL or options.charset:  # what shows nothing may stand by a space
        assert unspaced(text.blocks()) == unspaced(wanted)
    else:
        assert text.blocks() == wanted


def is_balanced(line: str) -> bool:
    """Say whether every isolate that opens in *line* closes in it, and none else closes."""
    depth = 0
    for one in ISOLATES.findall(line):
        depth += -1 if one == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0


@cache
def samples() -> dict[str, Presentation]:
    """Present every sample with its house file."""
    found = {}
    for path in SAMPLES:
        release = pressconv.read(path.read_bytes(), name=path.name).value
        changed = apply_isolation(apply_typography(release))
        found[sample_name(path)] = present(changed, house=find_house(path.parent))
    return found


NAMES = [sample_name(path) for path in SAMPLES]
