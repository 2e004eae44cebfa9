"""A page of a test's own → its PDF."""

from __future__ import annotations

from pressconv.house import Profile
from pressconv.pdf.catalog import Statement
from pressconv.pdf.metadata import Facts
from pressconv.pdf.weasyprint.render import render


def printed(page: bytes, sheet: str = "", *, profile: Profile = Profile.UA1, lang="en") -> bytes:
    """Return the PDF of *page*, laid out with *sheet*."""
    facts = Facts(title="A page", lang=lang, identifier="a-page")
    return render(page, sheet, Statement(facts, profile, is_right_to_left=False))
