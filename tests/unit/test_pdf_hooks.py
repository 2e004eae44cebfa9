"""Another WeasyPrint than ours is refused when it is loaded, with what differs and what to do."""

from __future__ import annotations

import pytest
import weasyprint.pdf

from pressconv.errors import MissingToolError
from pressconv.pdf.weasyprint.hooks import check_hooks


def test_the_engine_that_is_installed_is_ours():
    check_hooks()


def test_a_function_with_other_parameters_is_refused(monkeypatch):
    monkeypatch.setattr(weasyprint.pdf, "add_tags", lambda pdf, more: None)
    with pytest.raises(
        MissingToolError, match=r"weasyprint\.pdf\.add_tags takes pdf more"
    ) as found:
        check_hooks()
    assert "weasyprint==70" in found.value.hint


def test_a_function_that_is_gone_is_refused(monkeypatch):
    monkeypatch.delattr(weasyprint.pdf, "add_tags")
    with pytest.raises(MissingToolError, match=r"weasyprint\.pdf\.add_tags takes nothing"):
        check_hooks()
