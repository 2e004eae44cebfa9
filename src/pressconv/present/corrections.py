"""What was corrected, first and in place: under the day of the correction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.languages.dates import day
from pressconv.languages.numbers import whole
from pressconv.present.wording import filled, worded

if TYPE_CHECKING:
    from pressconv.languages import Language


def in_order(release: m.Release) -> m.Release:
    """Return *release* with its corrections in the order of time, whatever that of the file was.

    A day counts from its beginning. Moments of the house have one zone; others count by the clocks
    that are printed.
    """
    head = release.head
    corrections = tuple(sorted(head.corrections, key=_clock))
    return replace(release, head=replace(head, corrections=corrections))


def _clock(correction: m.Correction) -> str:
    return correction.when.isoformat()


def listed(correction: m.Correction, rules: Language) -> m.Remark:
    """Return a correction of the head as it stands first, with the version that it made."""
    title = _dated(correction.when, rules, correction.to_version)
    return m.Remark(title, (m.Paragraph(correction.children),), m.RemarkKind.CORRECTION)


def in_place(remark: m.Remark, rules: Language) -> m.Remark:
    """Return a correction beside the text under its day, and under a title of its own.

    One that has neither says what it is: its frame tells nothing to those who hear it.
    """
    if remark.when is None:
        label = worded(rules.labels.correction_undated, rules)
        return replace(remark, title=remark.title or label)
    label = _dated(remark.when, rules)
    if remark.title:
        label = filled(rules.labels.label_value, rules, label=label, value=remark.title)
    return replace(remark, title=label)


def _dated(when: m.When, rules: Language, version: int | None = None) -> m.Inlines:
    time = m.Time(when, worded(day(when, rules), rules))
    if version is None:
        return filled(rules.labels.correction, rules, date=(time,))
    number = whole(version, rules)
    return filled(rules.labels.correction_version, rules, date=(time,), number=number)
