import dataclasses
import time
import zlib
from pathlib import Path

import pytest
import weasyprint

from pressconv.errors import InputError
from pressconv.pdfdoc import (
    Content,
    TagNode,
    lines,
    model,
    read_pdf,
    reading_text,
    similarity,
    tokens,
)
from pressconv.pdfdoc.fonts import read_font

FONTS = Path(__file__).parents[2] / "fonts"
SERIF = "NotoSerif/NotoSerif-Regular.ttf"
NASKH = "NotoNaskhArabic/NotoNaskhArabic-Regular.ttf"
# A busy machine needs several times as long as a quiet one, which stays under three.
SECONDS = 15
PARAGRAPH = (
    "Réunis à Skhirat, les représentants de la Coalition ont adopté une déclaration significative"
    " de l’efficacité de la lutte contre le porte-à-porte clandestin\u00a0; ils saluent «\u00a0les"
    " progrès\u00a0» accomplis dans la région du Sahel et du lac Tchad, et/ou ailleurs, au cours"
    " des dernières années."
)


# PDFs of WeasyPrint


def typeset(body, *, lang, font):
    html = f"""<!DOCTYPE html><html lang="{lang}"><title>Titre</title><style>
        @font-face {{ font-family: F; src: url("{(FONTS / font).as_uri()}") }}
        @page {{ size: 12cm 12cm; margin: 1cm; @bottom-center {{ content: counter(page) }} }}
        body {{ font: 12pt F }} .note {{ float: footnote }}
        </style><body>{body}"""
    return weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")


@pytest.fixture(scope="module")
def french():
    image = (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='50' height='20'>"
        "<rect width='9' height='9'/></svg>"
    )
    body = f"""<h1>Compte rendu</h1><p>{PARAGRAPH} {PARAGRAPH}</p>
        <h2>Points</h2><ul><li>un<ul><li>un, a</li><li>un, b</li></ul></li><li>deux</li></ul>
        <ol><li>premier</li></ol>
        <table><caption>Chiffres</caption><tr><th>Pays</th><th>Part</th></tr>
        <tr><th>Mali</th><td>12\u202f%</td></tr></table>
        <figure><img src="{image}" alt="Un carré"><figcaption>Vue</figcaption></figure>
        <p>Voir <a href="https://example.org/">le <em>site</em></a> :<br>H<sub>2</sub>O.</p>
        <p>Appel<span class="note">La note.</span></p>"""
    return read_pdf(typeset(body, lang="fr", font=SERIF), name="fr.pdf")


def test_french_comes_back_exactly(french):
    assert reading_text(french) == (
        "Compte rendu",
        f"{PARAGRAPH} {PARAGRAPH}",
        "Points",
        *("un", "un, a", "un, b", "deux", "premier"),
        *("Chiffres", "Pays", "Part", "Mali", "12\u202f%"),
        *("Un carré", "Vue", "Voir le site : H2O."),
        "Appel1",  # the engine tags neither the mark of a note nor the note
        "1. La note.",
    )


def test_document_facts_are_read(french):
    assert (french.lang, french.title, french.is_tagged) == ("fr", "Titre", True)
    assert french.n_pages > 1


def test_a_paragraph_over_pages_keeps_its_words():
    words = " ".join([PARAGRAPH] * 9)
    document = read_pdf(typeset(f"<p>{words}</p>", lang="fr", font=SERIF))
    found = reading_text(document)  # the engine tags a paragraph for every page
    assert document.n_pages > 1
    assert " ".join(found) == words


def test_arabic_comes_back_with_every_letter():
    text = "نص عربي قصير"
    found = reading_text(read_pdf(typeset(f"<p>{text}</p>", lang="ar", font=NASKH)))
    assert found == (text[::-1],)  # the engine writes it as it looks, from left to right


# PDFs by hand


def pdf(*, kids, content=b"", objects=(), root="", resources="", contents="5 0 R"):
    """One page whose content stream is 5; font 6 has codes of two bytes and maps 1 to "é"."""
    cmap = (
        b"1 begincodespacerange <0000> <ffff> endcodespacerange"
        b" 1 beginbfchar <0001> <00E9> endbfchar"
        b" 2 beginbfrange <0041> <005A> <0041> <0061> <0063> [<0061> <00620062> <0063>] endbfrange"
    )
    resources = resources or "<</Font <</F 6 0 R /T 8 0 R>> >>"
    bodies = {
        1: b"<</Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R /MarkInfo <</Marked true>>"
        b" /Lang (fr) >>",
        2: b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        3: b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /StructParents 0"
        b" /Contents %b /Resources %b>>" % (contents.encode(), resources.encode()),
        4: b"<</Type /StructTreeRoot /K %b %b>>" % (kids.encode(), root.encode()),
        5: stream(content),
        6: b"<</Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 7 0 R>>",
        7: stream(cmap),
        8: b"<</Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding>>",
    } | dict(objects)
    data = b"%PDF-1.7\n"
    offsets = {}
    for number, body in bodies.items():
        offsets[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(data), max(bodies) + 1
    data += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        data += b"%010d 00000 %c \n" % (offsets.get(number, 0), b"n" if number in offsets else b"f")
    return data + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def stream(data, keys=b""):
    return b"<</Length %d %b>>\nstream\n%b\nendstream" % (len(data), keys, data)


def said(mcid, text, *, at=(0, 100), tag="/P"):
    """Marked content that shows *text* with the simple font."""
    place = f"1 0 0 1 {at[0]} {at[1]} Tm"
    return f"{tag} <</MCID {mcid}>> BDC BT /T 10 Tf {place} ({text}) Tj ET EMC\n".encode("cp1252")


def tag(kind, kids, more=""):
    return f"<</S /{kind} /Pg 3 0 R /K {kids} {more}>>"


def first_tag(document):
    found = document.root.children[0]
    assert isinstance(found, TagNode)
    return found


def text_of(**parts):
    return reading_text(read_pdf(pdf(**parts)))


def test_actual_text_replaces_what_is_below_it():
    span = tag("Span", "0", "/ActualText (mot)")
    content = said(0, "m-o-t") + said(1, " suivant")
    assert text_of(kids=tag("P", f"[{span} 1]"), content=content) == ("mot suivant",)


def test_actual_text_in_marked_content_replaces_its_strings():
    content = (
        b"/P <</MCID 0>> BDC BT /T 9 Tf (a) Tj /Span <</ActualText <FEFF0646>>> BDC (x) Tj"
        b" /Span <</ActualText (no)>> BDC (y) Tj EMC EMC (b) Tj ET EMC"
    )
    assert text_of(kids=tag("P", "0"), content=content) == ("aنb",)


def test_roles_are_followed_to_a_standard_type():
    root = "/RoleMap <</Chapeau /Intro /Intro /H1 /Round /Round2 /Round2 /Round>>"
    kids = f"[{tag('Chapeau', '0')} {tag('Round', '1')}]"
    document = read_pdf(pdf(kids=kids, root=root, content=said(0, "un") + said(1, "deux")))
    heading = first_tag(document)
    assert (heading.type, heading.standard_type) == ("Chapeau", "H1")
    assert reading_text(document) == ("un", "deux")


def test_what_is_called_navigation_is_no_text_of_the_document():
    kids = f"[{tag('P', '0')} {tag('Nav', '1')}]"
    content = said(0, "un") + said(1, "English")
    assert text_of(kids=kids, root="/RoleMap <</Nav /Sect>>", content=content) == ("un",)


def test_a_namespace_maps_its_own_roles():
    more = "/NS <</NS (urn:x) /RoleMapNS <</lead [/Em <</NS (http://iso.org/pdf2/ssn)>>]>> >>"
    document = read_pdf(pdf(kids=tag("lead", "0", more), root="/RoleMap <</lead /P>>"))
    assert first_tag(document).standard_type == "Em"


def test_marked_content_references_name_their_page():
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 10 0 R /Resources 11 0 R>>"
    objects = {
        2: b"<</Type /Pages /Kids [3 0 R 9 0 R] /Count 2>>",
        9: page,
        10: stream(said(0, "page deux")),
        11: b"<</Font <</T 8 0 R>> >>",
    }
    kids = tag("P", "[0 <</Type /MCR /Pg 9 0 R /MCID 0>>]")
    assert text_of(kids=kids, content=said(0, "page un,"), objects=objects) == (
        "page un, page deux",
    )


def test_a_form_counts_its_own_marked_content():
    form = stream(said(0, "forme"), b"/Subtype /Form /StructParents 1")
    resources = "<</Font <</T 8 0 R>> /XObject <</X 9 0 R>> >>"
    kids = f"[{tag('P', '0')} {tag('P', '<</Type /MCR /Stm 9 0 R /MCID 0>>')}]"
    content = said(0, "page") + b"/X Do /X Do"
    found = text_of(kids=kids, content=content, objects={9: form}, resources=resources)
    assert found == ("page", "forme")


def test_a_form_inside_marked_content_belongs_to_it():
    form = stream(b"BT /T 9 Tf (dedans) Tj ET Q Q q", b"/Subtype /Form /Matrix [1 0 0 1 5 5]")
    resources = "<</Font <</T 8 0 R>> /XObject <</X 9 0 R>> >>"
    content = b"/P <</MCID 0>> BDC q /X Do Q BT /T 9 Tf (, dehors) Tj ET EMC"
    found = text_of(kids=tag("P", "0"), content=content, objects={9: form}, resources=resources)
    assert found == ("dedans, dehors",)


def test_properties_may_be_named():
    resources = "<</Font <</T 8 0 R>> /Properties <</P0 <</MCID 0>> /A <</ActualText (ici)>> >> >>"
    content = b"/P /P0 BDC BT /T 9 Tf (a ) Tj /Span /A BDC (x) Tj EMC ET EMC"
    assert text_of(kids=tag("P", "0"), content=content, resources=resources) == ("a ici",)


def test_composite_fonts_are_decoded_by_their_cmap():
    content = b"/P <</MCID 0>> BDC BT /F 9 Tf [<00 41> -20 <00010061>] TJ <00620063FFF> Tj ET EMC"
    assert text_of(kids=tag("P", "0"), content=content) == ("Aéabbc\ufffd",)


@pytest.mark.parametrize(
    ("written", "data", "expected"),
    [
        ("/WinAnsiEncoding", b"\x80\xe9", "€é"),
        ("<</BaseEncoding /MacRomanEncoding>>", b"\x8e", "é"),
        ("<</Differences [65 /fi /uni0416 /a.sc /f_l /qqq]>>", b"ABCDE", "\ufb01Жafl\ufffd"),
    ],
)
def test_simple_fonts_are_decoded_by_their_encoding(written, data, expected):
    font = f"<</Type /Font /Subtype /Type1 /Encoding {written}>>".encode()
    content = b"/P <</MCID 0>> BDC BT /T 9 Tf <%b> Tj ET EMC" % data.hex().encode()
    assert text_of(kids=tag("P", "0"), content=content, objects={8: font}) == (expected,)


def test_codes_of_mixed_length_follow_the_code_space():
    encoding = stream(b"begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange")
    cmap = stream(b"beginbfchar <41> <0041> <8140> <4E00> endbfchar")
    font = b"<</Subtype /Type0 /Encoding 9 0 R /ToUnicode 10 0 R>>"
    content = b"/P <</MCID 0>> BDC BT /T 9 Tf <41814041> Tj ET EMC"
    objects = {8: font, 9: encoding, 10: cmap}
    assert text_of(kids=tag("P", "0"), content=content, objects=objects) == ("A一A",)


def test_content_may_stand_in_several_streams():
    first, second = said(0, "en deux").split(b" (")
    objects = {9: stream(first), 10: stream(b"(" + second)}
    assert text_of(kids=tag("P", "0"), objects=objects, contents="[9 0 R 10 0 R]") == ("en deux",)


# What is text, and in which block


def test_artifacts_never_appear():
    content = (
        b"/Artifact BMC BT /T 9 Tf (page 1) Tj ET EMC BT /T 9 Tf (rien) Tj ET"
        b" /P <</MCID 0>> BDC BT (a) Tj /Artifact BMC (b) Tj EMC (c) Tj ET EMC"
    )
    assert text_of(kids=tag("P", "0"), content=content) == ("ac",)


def test_a_figure_is_its_alternative_and_its_captions():
    caption = tag("Caption", "1")
    figure = tag("Figure", f"[0 {caption}]", "/Alt <FEFF00C9>")
    content = said(0, "dans l’image") + said(1, "légende") + said(2, "suite")
    found = text_of(kids=tag("P", f"[{figure} 2]"), content=content)
    assert found == ("É", "légende", "suite")


def test_labels_of_bullets_are_no_text_but_terms_are():
    def item(label, body):
        return tag("LI", f"[{tag('Lbl', label)} {tag('LBody', body)}]")

    terms = tag("L", f"[{item(2, 3)}]", "/A <</O /List /ListNumbering /Description>>")
    content = b"".join(
        said(mcid, text) for mcid, text in enumerate(("*", "point", "terme", "sens"))
    )
    found = text_of(kids=f"[{tag('L', f'[{item(0, 1)}]')} {terms}]", content=content)
    assert found == ("point", "terme", "sens")


def test_text_directly_in_a_group_is_a_block():
    paragraph = tag("P", "1")
    kids = f"[{tag('Sect', f'[0 {paragraph} 2]')} {tag('NonStruct', '3')}]"
    content = b"".join(said(mcid, text) for mcid, text in enumerate("abcd"))
    assert text_of(kids=kids, content=content) == ("a", "b", "c", "d")


def test_nonstruct_inside_a_block_is_running_text():
    kids = tag("P", f"[0 {tag('NonStruct', '1')} 2]")
    content = said(0, "un ") + said(1, "fort") + said(2, " mot")
    assert text_of(kids=kids, content=content) == ("un fort mot",)


def test_ruby_is_its_base():
    kids = tag("P", tag("Ruby", f"[{tag('RB', '0')} {tag('RP', '1')} {tag('RT', '2')}]"))
    content = said(0, "base") + said(1, "(") + said(2, "lecture")
    assert text_of(kids=kids, content=content) == ("base",)


def test_an_expansion_is_no_text():
    kids = tag("P", tag("Span", "0", "/E (Organisation des Nations Unies)"))
    assert text_of(kids=kids, content=said(0, "ONU")) == ("ONU",)


def test_a_note_inside_a_block_follows_it():
    note = tag("Note", f"[{tag('Lbl', '1')} 2]")
    kids = tag("P", f"[0 {note} 3]")
    content = said(0, "avant ") + said(1, "1") + said(2, "note") + said(3, "après")
    assert text_of(kids=kids, content=content) == ("avant après", "note")


def test_a_note_follows_the_block_that_refers_to_it():
    call = tag("Reference", tag("Lbl", "1"), "/Ref [9 0 R]")
    paragraphs = f"{tag('P', f'[0 {call} 2]')} {tag('P', '3')}"
    note = tag("FENote", f"[{tag('Lbl', '4')} {tag('P', '5')}]", "/Ref [4 0 R]").encode()
    texts = ("appel", "1", ".", "suite", "1", "note")
    content = b"".join(said(mcid, text) for mcid, text in enumerate(texts))
    found = text_of(kids=f"[{paragraphs} 9 0 R]", content=content, objects={9: note})
    assert found == ("appel.", "note", "suite")


def test_a_note_called_from_replaced_text_is_not_lost():
    call = tag("Span", tag("Reference", "1", "/Ref [9 0 R]"), "/ActualText (dit)")
    found = text_of(
        kids=f"[{tag('P', call)} 9 0 R {tag('P', '0')}]",
        content=said(0, "fin") + said(2, "note"),
        objects={9: tag("FENote", "2").encode()},
    )
    assert found == ("dit", "note", "fin")


# Line ends


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("significative de", "l’efficacité", "significative de l’efficacité"),
        ("mot ", "suivant", "mot suivant"),
        ("mot", "\u00a0suivant", "mot\u00a0suivant"),
        ("porte-", "monnaie", "porte-monnaie"),
        ("mot –", "suite", "mot – suite"),
        ("et/", "ou", "et/ou"),
        ("territo\u00ad", "riales", "territo\u00adriales"),
        ("联合", "国", "联合国"),
        ("年", "6月", "年6月"),
        ("ภาษา", "ไทย", "ภาษาไทย"),
        ("ภาษา", "Sahel", "ภาษา Sahel"),
        ("한국", "사람", "한국 사람"),
    ],
)
def test_a_line_end_stands_for_a_space_where_one_was_dropped(before, after, expected):
    first, second = (model.Baseline(1, (1.0, 0.0), y, 10.0) for y in (100.0, 88.0))
    runs = [lines.Run(before, first, first), lines.Run(after, second, second)]
    assert lines.join(runs).text == expected


def test_a_document_that_writes_its_spaces_lacks_none():
    paragraphs = f"[{tag('P', '[0 1]')} {tag('P', '[2 3]')}]"
    first = said(0, "mot ", at=(0, 100)) + said(1, "suivant", at=(0, 88))
    second = said(2, "Bec", at=(0, 70)) + said(3, "d'Ourle", at=(0, 58))
    assert text_of(kids=paragraphs, content=first + second) == ("mot suivant", "Becd'Ourle")
    without = said(0, "mot", at=(0, 100)) + said(1, "suivant", at=(0, 88))
    assert text_of(kids=paragraphs, content=without + second) == ("mot suivant", "Bec d'Ourle")


def test_a_raised_mark_is_on_the_same_line():
    content = said(0, "m", at=(0, 100)) + said(1, "2", at=(9, 104)) + said(2, "là", at=(0, 88))
    assert text_of(kids=tag("P", "[0 1 2]"), content=content) == ("m2 là",)


def test_lines_within_marked_content_are_parted():
    content = b"""/P <</MCID 0>> BDC q 0.5 0 0 -0.5 0 400 cm BT /T 10 Tf 12 TL 0 20 Td (a) Tj
        T* (b) Tj (c) ' 0 0 (d) " 0 -12 TD (e) Tj 30 0 Td (f) Tj ET Q EMC"""
    assert text_of(kids=tag("P", "0"), content=content) == ("a b c d ef",)


# Tokens


def test_tokens_read_what_the_book_allows():
    content = rb"""% (comment)
        /P <</MCID 0/X [(\() (] )]/Y<</Z (>>)>> >>BDC BT/T 9 Tf(a(b(c)\))\101\
d\n)Tj[(e)-250(f\051)]TJ<4 1 7>Tj true ET
        BI /W 2 /H 2 ID \x00( Tj EI\x80 << /Q EI Q BT (g) Tj EMC"""
    assert text_of(kids=tag("P", "0"), content=content) == ("a(b(c)))Ad ef)Apg",)


def test_operands_are_cleared_by_their_operator():
    assert [
        (operator, list(operands)) for operator, operands in tokens.instructions(b"1 2 m/A Do")
    ] == [
        (b"m", [b"1 2 "]),
        (b"Do", [b"/A"]),
    ]


# Hostile and broken


HOSTILE = {
    "no PDF": b"<html>",
    "nothing": b"",
    "cut off": pdf(kids=tag("P", "0"))[:120],
    "a tag inside itself": pdf(kids="9 0 R", objects={9: b"<</S /P /K [9 0 R]>>"}),
    "a tag twice": pdf(kids="[9 0 R 9 0 R]", objects={9: b"<</S /P>>"}),
    "too deep": pdf(
        kids="10 0 R", objects={n: b"<</S /P /K %d 0 R>>" % (n + 1) for n in range(10, 900)}
    ),
    "too much": pdf(kids=f"[{' '.join(tag('P', '[' + '0 ' * 90_000 + ']') for _ in range(3))}]"),
    "forms without end": pdf(
        kids=tag("P", "0"),
        content=b"/X10 Do",
        resources="<</XObject <<" + " ".join(f"/X{n} {n} 0 R" for n in range(10, 28)) + ">> >>",
        objects={n: stream(b"/X%d Do " % (n + 1) * 9, b"/Subtype /Form") for n in range(10, 28)},
    ),
    "marks without end": pdf(kids=tag("P", "0"), content=b"/A BMC " * 1000),
    "a content stream that nothing decodes": pdf(
        kids=tag("P", "0"), objects={5: stream(b"x", b"/Filter /Unheard")}
    ),
    "a bomb": pdf(
        kids=tag("P", "0"),
        objects={5: stream(zlib.compress(bytes(80_000_000)), b"/Filter /FlateDecode")},
    ),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_refused_in_time(data):
    begin = time.process_time()
    with pytest.raises(InputError) as caught:
        read_pdf(data, name="x.pdf")
    assert str(caught.value).startswith("x.pdf: ")
    assert time.process_time() - begin < SECONDS


HARMLESS = {
    "missing tag": {"kids": f"[77 0 R null {tag('P', '0')}]"},
    "missing page": {"kids": f"[{tag('P', '0')} <</S /P /Pg 77 0 R /K 1>>]"},
    "missing number": {"kids": tag("P", "[0 44 -1 99999999999999999999 (x) [0]]")},
    "wrong types": {"kids": tag("P", "0", "/Alt 3 /Lang [] /Ref 5 /A 7 /E <<>> /ActualText /No")},
    "a form that draws itself": {
        "kids": tag("P", "0"),
        "resources": "<</Font <</T 8 0 R>> /XObject <</X 9 0 R>> >>",
        "objects": {9: stream(b"/X Do", b"/Subtype /Form")},
        "content": b"/X Do " + said(0, "mot"),
    },
    "broken operands": {
        "kids": tag("P", "0"),
        "content": b"Tf Td Tm (x) Td cm Do BDC 1 Tj EMC EMC Q -.-5 TL << ] >> [ " + said(0, "mot"),
    },
    "huge numbers": {
        "kids": tag("P", "0"),
        "content": b"9" * 5000
        + b" 0 0 1 0 1e9 cm /P <</MCID "
        + b"9" * 500
        + b">> BDC EMC "
        + said(0, "mot"),
    },
    "an unfinished string": {"kids": tag("P", "0"), "content": said(0, "mot") + b"((("},
}


@pytest.mark.parametrize("parts", HARMLESS.values(), ids=HARMLESS)
def test_broken_parts_cost_only_themselves(parts):
    assert text_of(**{"content": said(0, "mot")} | parts) == ("mot",)


def test_a_cmap_cannot_claim_all_memory_or_time():
    claim = b"<00000000> <FFFFFFFF> <0041> "
    cmap = stream(b"beginbfrange %b <0> <FFFFFFFFFFFF> [<41> endbfrange" % (claim * 5000))
    font = b"<</Subtype /Type0 /Encoding /Identity-H /ToUnicode 7 0 R>>"
    content = b"/P <</MCID 0>> BDC BT /F 9 Tf <0001> Tj ET EMC"
    begin = time.process_time()
    found = text_of(kids=tag("P", "0"), content=content, objects={6: font, 7: cmap})
    assert found == ("B",)
    assert time.process_time() - begin < SECONDS


def test_a_pdf_without_tags_has_no_text():
    document = read_pdf(pdf(kids="null").replace(b"/StructTreeRoot 4 0 R", b"/NoTree 4 0 R       "))
    assert (document.root, document.is_tagged, reading_text(document)) == (None, False, ())


def test_the_tree_keeps_what_tags_say():
    more = "/Lang (ar) /Alt () /E (exp) /ActualText (vrai)"
    node = first_tag(read_pdf(pdf(kids=tag("P", "0", more), content=said(0, "mot"))))
    assert (node.type, node.lang, node.alt, node.expansion) == ("P", "ar", "", "exp")
    assert node.actual_text == "vrai"
    (content,) = node.children
    assert isinstance(content, Content)
    assert (content.text, content.page, content.mcid) == ("mot", 1, 0)
    with pytest.raises(dataclasses.FrozenInstanceError):
        content.page = 2  # type: ignore[misc]


def test_a_font_that_is_none_decodes_to_unknown():
    assert read_font(None).decode(b"A") == "A"
    assert read_font({"/Subtype": 3, "/Encoding": 7, "/ToUnicode": "x"}).decode(b"A") == "A"


# Similarity


def test_equal_texts_are_all_there():
    assert similarity(("un deux", "trois"), ("un deux", "trois")) == 1.0
    assert similarity(("un deux", "trois"), ("un", "deux trois", "de plus")) == 1.0
    assert similarity((), ("mot",)) == 1.0


def test_what_is_missing_or_out_of_order_costs_its_characters():
    assert similarity(("aaaa bb cc",), ("aaaa cc",)) == 0.75
    assert similarity(("aaaa", "bb"), ("bb", "aaaa")) == pytest.approx(4 / 6)
    assert similarity(("联合国",), ("联国",)) == pytest.approx(2 / 3)
    assert similarity(("mot",), ()) == 0.0


@pytest.mark.parametrize("word", ["de", "de la les", "{n} de"])
def test_long_texts_are_compared_in_time(word):
    expected = [
        " ".join(word.format(n=n) for n in range(block, block + 50)) for block in range(100)
    ]
    found = [block[:-1] + "x" for block in expected]
    begin = time.process_time()
    assert 0.8 < similarity(expected, found) < 1
    assert time.process_time() - begin < SECONDS
