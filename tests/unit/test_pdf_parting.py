"""Text of the PDF that the style sheet keeps whole breaks where it is long, and never runs off."""

from __future__ import annotations

import pytest
from laid_pages import boxes, laid_pages, white
from weasyprint.formatting_structure.boxes import LineBox, TextBox

SENTENCE = "The minister announced two night trains along the northern coast. "
MOST_WHITE = 1 / 3


def release(folder, body="<p>b</p>", foot="", head=""):
    path = folder / "r.xml"
    path.write_text(
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head><headline>h</headline>'
        f'{head}<issued when="2026-03-12"/></head><body>{body}</body><foot>{foot}</foot></release>',
        encoding="utf-8",
    )
    return path


def paragraphs(n_sentences):
    return f"<p>{SENTENCE * n_sentences}</p>" * 3


def lowest(page):
    """Return where the last line of a page ends, counted from the end of its room."""
    ends = [one.position_y + one.height for one, _ in boxes(page) if isinstance(one, LineBox)]
    return max(ends) - page.content_box_y() - page.height


def words(pages):
    texts = [one.text for page in pages for one, _ in boxes(page) if isinstance(one, TextBox)]
    return "".join(texts)


NOTES = {
    "editor's note": f'<note kind="editor">{paragraphs(25)}</note>',
    "correction": f'<note kind="correction">{paragraphs(25)}</note>',
    "verse": f"<verse>{'<line>word</line>' * 60}</verse>",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
@pytest.mark.parametrize("n_before", [1, 20])
def test_text_kept_whole_breaks_where_the_page_would_be_left_white(
    note, n_before, tmp_path, monkeypatch
):
    *pages, _ = laid_pages(release(tmp_path, "<p>word</p>" * n_before + note), monkeypatch)
    assert pages
    assert max(map(white, pages)) < MOST_WHITE


def test_a_heading_does_not_stand_alone_before_a_long_note(tmp_path, monkeypatch):
    section = f"<section><title>Two</title>{NOTES['correction']}</section>"
    *pages, _ = laid_pages(release(tmp_path, "<p>word</p>" * 30 + section), monkeypatch)
    assert max(map(white, pages)) < MOST_WHITE


def test_a_short_note_stays_whole(tmp_path, monkeypatch):
    note = f'<note kind="correction"><p>{SENTENCE * 4}</p></note>'
    for n in range(24, 34):
        pages = laid_pages(release(tmp_path, "<p>word</p>" * n + note), monkeypatch)
        assert sum("minister" in words([page]) for page in pages) == 1


def contact(hours):
    return f"<contact><name>Ada</name>{''.join(f'<hours>{one}</hours>' for one in hours)}</contact>"


HOURS = {"many lines": [f"Day {n}, from nine to five" for n in range(90)], "one": [SENTENCE * 150]}


@pytest.mark.parametrize("hours", HOURS.values(), ids=HOURS)
def test_a_long_contact_beside_another_runs_over_no_edge(hours, tmp_path, monkeypatch):
    path = release(tmp_path, foot=contact(["Monday"]) + contact(hours))
    pages = laid_pages(path, monkeypatch)
    assert len(pages) > 1
    assert max(map(lowest, pages)) < 1
    assert hours[-1].split()[-1] in words(pages[-1:])


@pytest.mark.parametrize("n_lines", [1, 15])
def test_contacts_of_usual_length_stand_side_by_side(n_lines, tmp_path, monkeypatch):
    foot = contact(["Monday"]) + contact(["Monday, from nine to five"] * n_lines)
    (page,) = laid_pages(release(tmp_path, foot=foot), monkeypatch)
    tops = [
        one.position_y
        for one, _ in boxes(page)
        if one.element is not None
        and one.element.get("class") == "pc-contact"
        and not isinstance(one, LineBox)
    ]
    assert len(tops) == 2
    assert tops[0] == pytest.approx(tops[1])


def test_a_long_line_of_the_letterhead_runs_over_no_edge(tmp_path, monkeypatch):
    head = f'<distribution key="immediate">{SENTENCE * 120}</distribution>'
    pages = laid_pages(release(tmp_path, head=head), monkeypatch)
    assert max(map(lowest, pages)) < 1
