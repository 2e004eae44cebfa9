"""Blocks of a page → which of them are the article."""

from __future__ import annotations

from pressconv.readers.html.article.find import Standing, standings

__all__ = ["Standing", "standings"]
