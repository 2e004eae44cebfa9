"""Blocks of a page → which of them are the article."""
