"""A pytest plugin: under PRESSCONV_NO_SKIP=1 a skipped test is a failed one.

In CI every tool is there, so a skip means that something was not checked. Load it with
`-p plugins.no_skip`; without the variable it does nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def forbidden() -> bool:
    """Tell whether this run may skip nothing."""
    return os.environ.get("PRESSCONV_NO_SKIP") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skipped itself."""
    return _refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that skipped itself while it was collected."""
    return _refuse_skip((yield))


def _refuse_skip(report: Report) -> Report:
    # An expected failure reports itself as skipped too, and is none.
    if forbidden() and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but PRESSCONV_NO_SKIP is set: {_reason(report.longrepr)}"
    return report


def _reason(skip: object) -> str:
    """Return why a test was skipped: pytest keeps it as file, line, reason."""
    return str(skip[2]) if isinstance(skip, tuple) else str(skip)
