"""What became of the words of a draft that are no running text of the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from pressconv.errors import Place


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that were read as a fact, or left out: ``kind`` says as what or why."""

    kind: str
    text: str
    place: Place | None = None
