"""The lines of a text, for tests that read them better than their places."""

from __future__ import annotations

from pressconv.linebreak import Drawing, line_spans


def wrap(text, *, width, locale, first=0, rest=0, wide=False):
    """Return the lines of *text*; soft hyphens are taken out, not used."""
    plain = text.replace("\u00ad", "")
    drawing = Drawing(wide=wide)
    spans = line_spans(plain, width=width, locale=locale, first=first, rest=rest, drawing=drawing)
    return [plain[start:end] for start, end in spans]
