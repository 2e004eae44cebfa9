"""The standards that a PDF of ours claims: two profiles, with and without its source in it.

| profile | with the source | without |
|---|---|---|
| ``ua1`` | PDF/UA-1 and PDF/A-3a | PDF/UA-1 and PDF/A-2a |
| ``ua2`` | PDF/UA-2, PDF/A-4f, WTPDF accessibility and reuse | the same with PDF/A-4 |
"""

from __future__ import annotations

from typing import Final

from pressconv.frozen import dataclass
from pressconv.house import Profile


@dataclass(frozen=True, slots=True)
class Claims:
    """What the metadata of a file says that it conforms to.

    ``ua_revision`` and ``archive_revision`` are years, empty before the parts that have them.
    ``archive_level`` is a letter, empty where PDF/A has none. ``declarations`` are addresses.
    """

    ua_part: str
    ua_revision: str
    archive_part: str
    archive_level: str
    archive_revision: str
    declarations: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The standards by the names that people know them by."""
        wtpdf = tuple(_WTPDF_NAMES[one] for one in self.declarations)
        archive = f"PDF/A-{self.archive_part}{self.archive_level.lower()}"
        return f"PDF/UA-{self.ua_part}", archive, *wtpdf


# Source: "Well-Tagged PDF (WTPDF)", 1.0, section 6.1; PDF Declarations, 1.0.
_WTPDF: Final = "http://pdfa.org/declarations/wtpdf#"
_WTPDF_NAMES: Final = {
    f"{_WTPDF}accessibility1.0": "WTPDF 1.0 accessibility",
    f"{_WTPDF}reuse1.0": "WTPDF 1.0 reuse",
}


def claims(profile: Profile, *, has_source: bool) -> Claims:
    """Return what a file of *profile* claims; only a part of PDF/A with attachments takes any."""
    if profile is Profile.UA1:
        return Claims("1", "", "3" if has_source else "2", "A", "")
    return Claims("2", "2024", "4", "F" if has_source else "", "2020", tuple(_WTPDF_NAMES))
