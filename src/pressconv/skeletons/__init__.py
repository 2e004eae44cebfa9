"""What to begin with: a release, a translation or a house file that only lacks its words.

Two are files beside this one, as a person would write them; the third is made of a release.
"""

from __future__ import annotations

from pressconv.skeletons.house import new_house
from pressconv.skeletons.release import new_release
from pressconv.skeletons.translation import new_translation

__all__ = ["new_house", "new_release", "new_translation"]
