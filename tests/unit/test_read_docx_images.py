"""Word → draft: images, and what else is drawn."""

from __future__ import annotations

import pytest
from word import p, picture, png
from word_drafts import codes, contents, only, read_docx, text

from pressconv import model as m


@pytest.mark.parametrize(
    ("drawn", "alt"),
    [
        (picture("i", "b"), m.Alternative(text("b"))),
        (picture("i"), m.Undescribed()),
        (picture("i", "  "), m.Undescribed()),
        (
            picture("i", "b", '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'),
            m.Decorative(),
        ),
        (
            '<w:r><w:pict><v:shape alt="b"><v:imagedata r:id="i"/></v:shape></w:pict></w:r>',
            m.Alternative(text("b")),
        ),
    ],
)
def test_an_image_is_a_file_and_says_what_it_shows_or_that_nobody_did(drawn, alt):
    draft = read_docx(p(drawn), images={"i": png()})
    assert draft.blocks[0].content.image.src == "image-1.png"
    assert draft.blocks[0].content.image.alt == alt
    assert draft.images["image-1.png"].startswith(b"\x89PNG")


def test_an_image_has_its_caption():
    made = only(p(picture("i", "b")), p("t", style="Caption"), images={"i": png()})
    assert made.caption == text("t")


def test_one_image_in_two_places_is_one_file():
    draft = read_docx(p(picture("i", "a")), p(picture("i", "b")), images={"i": png()})
    assert [block.content.image.src for block in draft.blocks] == ["image-1.png"] * 2


def test_a_drawing_that_is_kept_twice_is_one_image():
    newer, older = picture("i", "b"), '<w:pict><v:shape><v:imagedata r:id="i"/></v:shape></w:pict>'
    inner = newer.removeprefix("<w:r>").removesuffix("</w:r>")
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wpg'>{inner}</mc:Choice>"
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert len(read_docx(p(both), images={"i": png()}).blocks) == 1


def test_an_image_is_looked_for_in_the_document_only():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    climbing = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="i" Type="{kind}" Target="../../../../etc/hostname"/></Relationships>'
    )
    more = {"word/_rels/document.xml.rels": climbing.encode()}
    draft = read_docx(p("a", picture("i", "b")), more=more)
    assert draft.notes[0].message == "left out the image 'b': it is missing"


def test_an_image_that_is_only_linked_is_not_fetched():
    draft = read_docx(p("a", picture("i", "b")), links={"i": "https://example.org/a.png"})
    assert (
        draft.notes[0].message == "left out the image 'b': it is not in the document, only linked"
    )


@pytest.mark.parametrize("data", [b"\x01\0\0\0EMF", b"<svg onload='x()'/>", b"", b"GIF89a"])
def test_an_image_that_cannot_be_shown_is_left_out_with_what_it_shows(data):
    draft = read_docx(p("a", picture("i", "b")), images={"i": data})
    assert draft.notes[0].message.startswith("left out the image 'b': ")
    assert draft.images == {}


def test_a_cropped_image_is_a_note():
    cut = '<a:srcRect l="10000"/>'
    assert codes(p(picture("i", "b", crop=cut)), images={"i": png()}) == ["import-image-cropped"]


def test_words_in_a_text_box_stand_after_the_paragraph():
    box = (
        "<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{p('b')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></w:r>"
    )
    assert contents(p("a ", box, "c"), p("d")) == (
        m.Paragraph(text("a c")),
        m.Paragraph(text("b")),
        m.Paragraph(text("d")),
    )


@pytest.mark.parametrize(
    ("drawn", "what"),
    [
        (
            "<w:drawing><wp:inline><wp:docPr descr='Turnout'/><a:graphic><a:graphicData uri="
            "'http://schemas.openxmlformats.org/drawingml/2006/chart'/></a:graphic></wp:inline></w:drawing>",
            "chart Turnout",
        ),
        ("<w:object/>", "embedded object"),
        (
            '<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>',
            "the drawn words 'DRAFT'",
        ),
    ],
)
def test_a_chart_or_an_object_is_left_out_with_a_note(drawn, what):
    draft = read_docx(p("a", f"<w:r>{drawn}</w:r>"))
    assert [note.message for note in draft.notes] == [
        f"left out {what}: a release holds no other page"
    ]
