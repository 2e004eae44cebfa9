"""Under PRESSCONV_NO_SKIP=1 nothing can skip itself unseen, in whatever way it tries."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

WAYS_TO_SKIP = """
import pytest

@pytest.mark.skip(reason="marked")
def test_marked(): pass

def test_inside(): pytest.skip("inside")

@pytest.mark.xfail(reason="known")
def test_known_failure(): assert False
"""


@pytest.mark.parametrize(
    ("no_skip", "outcomes"),
    [("0", {"skipped": 2, "xfailed": 1}), ("1", {"errors": 1, "failed": 1, "xfailed": 1})],
)
def test_a_skip_is_a_failure_only_where_it_is_forbidden(pytester, monkeypatch, no_skip, outcomes):
    monkeypatch.setenv("PRESSCONV_NO_SKIP", no_skip)
    pytester.makepyfile(WAYS_TO_SKIP)
    run = pytester.runpytest_inprocess("-p", "plugins.no_skip")
    run.assert_outcomes(**outcomes)


def test_a_module_that_skips_itself_is_an_error(pytester, monkeypatch):
    monkeypatch.setenv("PRESSCONV_NO_SKIP", "1")
    pytester.makepyfile('import pytest; pytest.importorskip("nonesuch")')
    pytester.runpytest_inprocess("-p", "plugins.no_skip").assert_outcomes(errors=1)
