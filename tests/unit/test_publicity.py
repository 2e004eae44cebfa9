"""Whether a release may be public: embargo, status, distribution and validity at a moment."""

from __future__ import annotations

from datetime import datetime

import pytest

from pressconv import Bar, House, bars, is_public, read, released
from pressconv.model import Distribution, DistributionKey

PARIS = House(timezone="Europe/Paris")


def release(head=""):
    text = (
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="fr"><head>'
        f"<headline>titre</headline>{head}</head><body><p>corps</p></body></release>"
    )
    return read(text.encode()).value


def at(written):
    return datetime.fromisoformat(written)


NOON = at("2026-05-04T12:00:00+02:00")
EMBARGO = '<distribution key="embargoed" until="2026-05-04T10:00:00+02:00"/>'


@pytest.mark.parametrize(
    ("moment", "public"),
    [
        ("2026-05-04T09:59:59+02:00", False),
        ("2026-05-04T10:00:00+02:00", True),
        ("2026-05-04T08:00:00+00:00", True),
        ("2026-05-04T07:59:59Z", False),
        ("2026-05-04T03:59:59-04:00", False),
    ],
)
def test_an_embargo_ends_at_its_moment_wherever_it_is_asked(moment, public):
    assert is_public(release(EMBARGO), at(moment)) is public


def test_an_embargo_that_is_over_is_none():
    found = release(EMBARGO)
    assert released(found, NOON).head.distribution == Distribution(DistributionKey.IMMEDIATE)
    assert released(found, at("2026-05-04T09:59:59+02:00")) is found
    for head in ("", '<distribution key="embargoed"/>', '<distribution key="restricted"/>'):
        assert released(release(head), NOON) == release(head)


def test_what_is_released_names_no_edition_that_is_kept():
    found = release(
        '<edition hreflang="ar" href="https://example.org/ar">A</edition><edition hreflang="en"/>'
        '<translation from="en" authoritative="ar" method="human" source="https://example.org/ar"/>'
    )
    shown = released(found, NOON, kept=["ar"])
    assert [one.hreflang for one in shown.head.editions] == ["en"]
    assert "example.org" not in repr(shown.head)
    assert released(found, NOON, kept=["de"]) == found


@pytest.mark.parametrize(
    ("head", "bar"),
    [
        ('<distribution key="embargoed"/>', Bar.EMBARGOED),
        ('<distribution key="restricted"/>', Bar.RESTRICTED),
        ("<status>withheld</status>", Bar.WITHHELD),
        ("<status>canceled</status>", Bar.CANCELED),
        ('<expires when="2026-05-03"/>', Bar.EXPIRED),
        ('<expires when="2026-05-04T12:00:00+02:00"/>', Bar.EXPIRED),
        ('<expires when="2026-05-04T11:59:59"/>', Bar.EXPIRED),
    ],
)
def test_each_bar_has_its_name(head, bar):
    assert bars(release(head), NOON) == (bar,)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<status>usable</status>",
        '<distribution key="immediate"/>',
        '<issued when="2027-01-01"/>',
        '<expires when="2026-05-04"/>',
        '<expires when="2026-05-04T12:00:01+02:00"/>',
        '<expires when="9999-12-31"/>',
    ],
)
def test_nothing_else_keeps_a_release_from_the_public(head):
    assert is_public(release(head), NOON)


def test_the_last_day_of_a_release_is_that_of_the_house():
    found = release('<expires when="2026-05-04"/>')
    late = at("2026-05-04T22:30:00Z")  # half past midnight in Paris
    assert is_public(found, late)
    assert not is_public(found, late, house=PARIS)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_the_ends_of_the_calendar_are_moments_like_others(moment):
    found = release('<expires when="2026-05-04"/>')
    assert is_public(found, at(moment), house=PARIS) is moment.startswith("0001")


def test_all_bars_are_named_at_once():
    found = release(f"{EMBARGO}<status>withheld</status>")
    assert bars(found, at("2026-05-04T00:00:00Z")) == (Bar.EMBARGOED, Bar.WITHHELD)


def test_a_moment_without_offset_is_none():
    with pytest.raises(ValueError, match="offset"):
        is_public(release(), datetime(2026, 5, 4))  # noqa: DTZ001 - that is the point
