"""The state of the preview → what the script of the page reads of it, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pressconv.languages.tags import direction

if TYPE_CHECKING:
    from pressconv.preview.editions import Edition, Made
    from pressconv.preview.refreshing import State


def record(state: State) -> str:
    """Write *state* as one line."""
    return json.dumps(
        {
            "converting": state.converting,
            "editions": [_edition(one) for one in state.editions],
        },
        ensure_ascii=False,
    )


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "source": edition.source,
        "made": edition.made and _made(edition.made),
        "is_old": edition.is_old,
        "n_conversions": edition.n_conversions,
        "error": edition.error,
        "notes": edition.notes,
    }


def _made(made: Made) -> dict[str, Any]:
    return {
        "lang": made.lang,
        "dir": direction(made.lang).value,
        "headline": made.headline,
        "proof": made.proof,
        "is_visual": made.is_visual,
        # Whatever keeps its bytes is not loaded anew.
        "outputs": {
            one.value: {
                "name": made.name(one),
                "bytes": len(data),
                "sha256": made.sha256[one],
            }
            for one, data in made.files.items()
        },
    }
