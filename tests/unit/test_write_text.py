"""Plain text: the form of every construct, and what of it is content."""

from textwrap import dedent

import pytest

from pressconv.errors import ConfigError
from pressconv.house import read_house
from pressconv.languages import language
from pressconv.model import Item, List, Numbering, Running, Text
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.reading import reading_text
from pressconv.writers.text import TextOptions, assembled, write_text
from pressconv.writers.text.blocks import Blocks
from pressconv.writers.text.lines import Room
from pressconv.writers.text.numerals import numeral
from pressconv.writers.text.running import says_address
from pressconv.writers.text.sink import PLAIN


def presented(body, *, lang="fr", head="", foot=""):
    document = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>T</headline>{head}</head><body>{body}</body><foot>{foot}</foot></release>"
    )
    return present(read(document.encode()).value)


def written(body, *, width=40, **parts):
    """Return the text under the headline; prove that it holds the reading text on the way."""
    presentation = presented(body, **parts)
    text = write_text(presentation, TextOptions(width=width))
    assert text.blocks() == reading_text(presentation)
    return text.value.removeprefix("T\n=\n\n")


def lines(expected):
    return dedent(expected).lstrip("\n")


def test_a_release_is_a_headline_a_letterhead_and_paragraphs():
    presentation = presented(
        "<p>Un paragraphe qui passe à la ligne.</p><p>Un autre.</p>",
        head="<subheadline>Sous-titre</subheadline>"
        "<issuer><organization>Ministère</organization><unit>Cabinet</unit></issuer>"
        '<genre key="statement"/><distribution key="immediate"/><issued when="2026-03-12"/>',
    )
    assert write_text(presentation, TextOptions(width=24)).value == lines("""
        T
        =

        Sous-titre

        Ministère
        Cabinet
        Pour diffusion immédiate
        Déclaration
        Le 12 mars 2026

        Un paragraphe qui passe
        à la ligne.

        Un autre.
        """)


def test_a_heading_shows_its_level_by_the_line_under_it():
    section = "<section><title>Deux</title><p>a</p>{}</section>"
    deep = section.format(
        section.replace("Deux", "Trois").format(section.replace("Deux", "Quatre").format(""))
    )
    assert written(deep) == lines("""
        Deux
        ----

        a

        Trois
        ~~~~~

        a

        Quatre
        ......

        a
        """)


def test_the_line_under_a_heading_is_as_wide_as_its_widest_line():
    body = "<section><title>Une côte qui recule, des choix</title><p>a</p></section>"
    assert written(body, width=20).startswith(
        "Une côte qui recule,\ndes choix\n--------------------\n"
    )


def test_lists_hang_and_nest():
    body = """
        <list kind="unordered">
          <item>premier point, assez long pour la suite</item>
          <item><p>second</p><list kind="ordered" numbering="alpha">
            <item>un</item><item>deux</item></list></item>
        </list>"""
    assert written(body, width=24) == lines("""
        - premier point, assez
          long pour la suite
        - second
          a. un
          b. deux
        """)


def test_numerals_stand_at_the_end_of_their_column():
    items = "<item>x</item>" * 3
    body = f'<list kind="ordered" start="8">{items}</list>'
    assert written(body) == " 8. x\n 9. x\n10. x\n"
    body = f'<list kind="ordered" numbering="roman">{items}</list>'
    assert written(body) == "  i. x\n ii. x\niii. x\n"


def test_a_list_of_paragraphs_is_set_loosely():
    body = '<list kind="unordered"><item><p>a</p><p>b</p></item><item><p>c</p></item></list>'
    assert written(body) == "- a\n\n  b\n\n- c\n"


def test_an_empty_item_keeps_its_marker():
    empty = List((Item(()), Item(Running((Text("a"),)))))
    assert (
        assembled(Blocks(language("en").labels).block(empty, Room(40, "en")), PLAIN).value
        == "-\n- a\n"
    )


def test_a_definition_stands_under_its_terms():
    body = (
        "<definitions><entry><term>Recul</term><term>Perte</term><definition>Distance "
        "entre deux relevés</definition></entry><entry><term>b</term><definition>c</definition>"
        "</entry></definitions>"
    )
    assert written(body, width=20) == lines("""
        Recul
        Perte
            Distance entre
            deux relevés

        b
            c
        """)


TABLE = """
    <table><caption>Crédits</caption>
      <head><row><header>Commune</header><header>Aide (milliers)</header></row></head>
      <rows>
        <row><header>Ploërn</header><cell align="number">1&#x202F;140</cell></row>
        <row><header>Port-Basalte</header><cell align="number">480</cell></row>
      </rows>
      <foot><row><header>Total</header><cell align="number">1&#x202F;620</cell></row></foot>
      <note>En euros.</note>
    </table>"""


def test_a_table_stands_in_columns():
    assert written(TABLE) == lines("""
        Crédits

        Commune       Aide (milliers)
        ------------  ---------------
        Ploërn                  1\u202f140
        Port-Basalte              480
        ------------  ---------------
        Total                   1\u202f620

        En euros.
        """)


def test_headers_wrap_before_values_do():
    assert written(TABLE, width=24) == lines("""
        Crédits

                            Aide
        Commune       (milliers)
        ------------  ----------
        Ploërn             1\u202f140
        Port-Basalte         480
        ------------  ----------
        Total              1\u202f620

        En euros.
        """)


def test_a_cell_can_span_columns_and_rows():
    body = """
        <table><caption>C</caption><rows>
          <row><header column-span="3" align="center">Nord</header></row>
          <row><header row-span="2">Côte</header><cell>a</cell><cell>long b</cell></row>
          <row><cell>c</cell><cell>d</cell></row>
        </rows></table>"""
    assert written(body) == lines("""
        C

             Nord
        Côte  a  long b
              c  d
        """)


def test_the_space_that_a_wrapped_cell_breaks_at_is_kept():
    body = """
        <table><caption>C</caption><rows>
          <row><header>Un</header><cell>des mots qui vont à la ligne</cell><cell>fin</cell></row>
        </rows></table>"""
    assert written(body, width=24) == lines("""
        C

        Un  des mots qui     fin
            vont à la ligne
        """)


def test_a_colon_is_that_of_the_language_of_its_part():
    body = (
        '<speech xml:lang="fr"><speaker>Jean</speaker><p>x</p></speech>'
        "<speech><speaker>Jane</speaker><p>y</p></speech>"
    )
    said = written(body, lang="en")
    assert "Jean\u00a0:\n" in said
    assert "Jane:\n" in said


def test_a_contact_in_another_language_has_the_labels_of_that_one():
    foot = '<contact xml:lang="fr" audience="media"><telephone>+33 1</telephone></contact>'
    assert written("<p>x</p>", lang="en", foot=foot).endswith(
        "Contact presse\n--------------\n\nTéléphone\u00a0: +33 1\n"
    )


def test_a_table_of_blocks_is_a_record_a_row():
    body = """
        <table><caption>C</caption>
          <head><row><header>Nom</header><header>Rôle</header><header>Liste</header></row></head>
          <rows><row><header>Maire</header><cell>élu</cell>
            <cell><list kind="unordered"><item>a</item><item>b</item></list></cell></row></rows>
        </table>"""
    assert written(body) == lines("""
        C

        Nom
        Rôle
        Liste

        Maire
            Rôle\u00a0:
                élu
            Liste\u00a0:
                - a
                - b
        """)


def test_a_table_too_wide_for_columns_is_a_record_a_row():
    header = "<header>Kilomètres{}</header>"
    cells = "".join(f"<cell>{n}</cell>" for n in range(3))
    body = (
        f"<table><caption>C</caption><head><row>{''.join(map(header.format, 'abcd'))}</row></head>"
        f"<rows><row><header>Nord</header>{cells}</row></rows></table>"
    )
    assert written(body, width=32) == lines("""
        C

        Kilomètresa | Kilomètresb |
        Kilomètresc | Kilomètresd

        Nord
            Kilomètresb\u00a0: 0
            Kilomètresc\u00a0: 1
            Kilomètresd\u00a0: 2
        """)


def test_a_figure_is_its_alternative_text_in_brackets_then_what_is_said_of_it():
    body = (
        '<figure><image src="a.png"><alt>Un phare</alt></image><caption>Le port</caption>'
        "<credit>Photo : atelier</credit><description><p>Longue.</p></description></figure>"
    )
    assert written(body) == ("    [Un phare]\n    Le port\n    Photo : atelier\n\n    Longue.\n")


def test_a_decorative_image_leaves_no_trace():
    body = '<p>a</p><figure><image src="a.svg" decorative="true"/></figure><p>b</p>'
    assert written(body) == "a\n\nb\n"


def test_media_is_a_link_with_its_transcript():
    body = (
        '<media kind="video" href="https://example.org/f.mp4" duration="PT4M12S"><title>Film'
        "</title><transcript><p>Vagues.</p></transcript><credit>Atelier</credit></media>"
    )
    assert written(body) == (
        "    Vidéo\u00a0: Film (4:12)\u00a0[1]\n\n    Transcription\n\n"
        "    Vagues.\n\n    Atelier\n\n"
        "[1] https://example.org/f.mp4\n"
    )


def test_a_quotation_stands_behind_a_mark_its_author_under_it():
    body = "<quote><p>Premier.</p><p>Second.</p><attribution>Le maire</attribution></quote>"
    assert written(body) == "> Premier.\n>\n> Second.\n>\n> —\u00a0Le maire\n"


def test_a_speaker_gets_the_colon_of_the_language_unless_there_is_one():
    speech = "<speech><speaker>{}</speaker><p>Oui.</p></speech>"
    assert written(speech.format("LE MAIRE")) == "LE MAIRE\u00a0:\n    Oui.\n"
    assert written(speech.format("LE MAIRE :")) == "LE MAIRE :\n    Oui.\n"
    assert written(speech.format("THE MAYOR"), lang="en") == "THE MAYOR:\n    Oui.\n"


def test_a_remark_stands_beside_a_rule():
    body = "<note><title>Note</title><p>Un texte qui passe à la ligne.</p></note>"
    assert written(body, width=20) == "| Note\n|\n| Un texte qui passe\n| à la ligne.\n"


def test_verse_keeps_its_lines():
    body = "<verse><line>La mer a pris ma barrière</line><line>et mon jardin</line></verse>"
    assert written(body, width=24) == (
        "    La mer a pris ma\n        barrière\n    et mon jardin\n"
    )


def test_a_separator_stands_in_the_middle():
    assert written("<p>a</p><separator/><p>b</p>", width=21) == "a\n\n        * * *\n\nb\n"


def test_a_line_break_ends_a_line_and_reads_as_a_space():
    assert written("<p>Quai 7<br/>10400 Port</p>") == "Quai 7\n10400 Port\n"


def test_notes_are_called_in_round_brackets_and_stand_at_the_end():
    body = "<p>Le rivage<footnote>La limite de la mer.</footnote> recule.</p><p>Fin.</p>"
    assert written(body, width=20) == lines("""
        Le rivage\u00a0(1)
        recule.

        Fin.

        Notes
        -----

        (1) La limite de la
            mer.
        """)


def test_links_are_numbered_in_square_brackets_each_address_once():
    link = '<a href="https://example.org/{0}">{0}</a>'
    body = f"<p>{link.format('x')}, {link.format('y')}, {link.format('x')}.</p>"
    assert written(body) == lines("""
        x\u00a0[1], y\u00a0[2], x\u00a0[1].

        [1] https://example.org/x
        [2] https://example.org/y
        """)


def test_an_address_longer_than_a_line_is_never_broken():
    address = "https://example.org/" + "long/" * 10
    assert written(f'<p><a href="{address}">x</a></p>', width=20).endswith(f"[1] {address}\n")


def test_a_link_to_a_place_in_the_text_is_its_words_alone():
    body = (
        '<p>Voir <a href="#s">la fin</a>, <ref to="s">là</ref>, '
        '<a href="https://example.org/x#s">x</a>.</p>'
        '<section xml:id="s"><title>S</title><p>y</p></section>'
    )
    assert written(body) == lines("""
        Voir la fin, là, x\u00a0[1].

        S
        -

        y

        [1] https://example.org/x#s
        """)
    assert presented(body).references == ("https://example.org/x#s",)


@pytest.mark.parametrize(
    ("words", "href", "says"),
    [
        ("presse@example.org", "mailto:presse@example.org", True),
        ("presse@example.org", "mailto:presse@example.org?subject=x", True),
        ("écrivez-nous", "mailto:presse@example.org", False),
        ("+33\u00a01 99 00", "tel:+3319900", True),
        ("appelez", "tel:+3319900", False),
        ("https://example.org/", "https://example.org/", True),
        ("example.org", "https://example.org/", True),
        ("le site", "https://example.org/", False),
    ],
)
def test_a_link_that_says_its_address_needs_no_number(words, href, says):
    assert says_address(words, href) is says


def test_raised_and_lowered_text_is_shown_in_characters_of_its_own():
    body = "<p>10<sup>6</sup> m<sup>2</sup>, XX<sup>e</sup>, H<sub>2</sub>O, n<sup>o</sup> 5</p>"
    assert written(body) == "10⁶ m², XXᵉ, H₂O, nº 5\n"


def test_raised_text_without_such_characters_stands_behind_a_mark():
    body = "<p>x<sup>q</sup> y<sub>n, q</sub> z<sup>-6</sup> 2<sup>d’après nous</sup></p>"
    assert written(body) == "x^q y_(n, q) z^-6 2^(d’après nous)\n"


def test_a_raised_character_that_was_typed_stays_as_it_is():
    assert written("<p>5 m² et 10<sup>6</sup></p>") == "5 m² et 10⁶\n"


def test_the_block_on_the_translation_is_set_off_by_rules():
    head = (
        '<edition hreflang="en" href="https://example.org/en">Plan</edition>'
        '<translation from="en" authoritative="en" method="human"/>'
    )
    assert written("<p>a</p>", head=head) == lines(f"""
        a

        {"_" * 40}

        Nous vous proposons cette traduction à
        titre gracieux. Seul le texte original
        en anglais fait foi.

        Texte original (anglais)\u00a0[1]

        {"_" * 40}

        Ce communiqué dans d’autres langues
        -----------------------------------

        - English\u00a0: Plan
          https://example.org/en

        [1] https://example.org/en
        """)


def test_an_edition_without_an_address_is_named_all_the_same():
    head = '<edition hreflang="en">Plan</edition><edition hreflang="ar"/>'
    assert written("<p>a</p>", head=head).endswith("- English\u00a0: Plan\n- العربية\n")


def test_the_abstract_stands_indented_under_its_label():
    assert written("<p>a</p>", head="<abstract><p>b</p></abstract>").startswith(
        "En bref\u00a0:\n    b\n\na\n"
    )


def test_a_contact_is_a_block_of_lines():
    foot = (
        '<contact audience="media"><name>O. M.</name><telephone>+33 1 99 00</telephone>'
        "<address>Quai des Pilotes, 7<br/>10400 Port</address></contact><endmark>###</endmark>"
    )
    assert written("<p>a</p>", foot=foot, width=21) == lines("""
        a

        Contact presse
        --------------

        O. M.
        Téléphone\u00a0:
          +33 1 99 00
        Adresse\u00a0: Quai des
          Pilotes, 7
          10400 Port

                 ###
        """)


def test_arabic_is_in_logical_order_without_controls_or_presentation_forms():
    text = written(
        '<list kind="ordered"><item>السَّلام عليكم</item><item>الوزير</item></list>'
        '<quote><p>نعم</p></quote><p>رابط <a href="https://example.org/">الموقع</a></p>',
        lang="ar",
    )
    assert text == lines("""
        1. السَّلام عليكم
        2. الوزير

        > نعم

        رابط الموقع\u00a0[1]

        [1] https://example.org/
        """)
    assert not any("\ufb50" <= one <= "\ufeff" or "\u200e" <= one <= "\u202e" for one in text)


def rows(*cells):
    found = "".join(
        f"<row>{''.join(f'<cell>{cell}</cell>' for cell in row)}</row>" for row in cells
    )
    return f"<table><caption>T</caption><rows>{found}</rows></table>"


def test_columns_stand_under_each_other_where_quotation_marks_take_two_cells():
    found = written(rows(["“甲”方", "一"], ["甲乙丙丁", "二"]), lang="zh-Hans").splitlines()
    assert found[-2:] == ["“甲”方  一", "甲乙丙丁  二"]


def test_a_column_is_as_wide_as_its_longest_korean_word():
    table = rows(["대한민국 외교부", "말 " * 6, "말 " * 6])
    assert written(table, lang="ko", width=20).splitlines()[2:4] == [
        "대한민국  말    말",
        "  외교부  말    말",
    ]


def test_russian_is_wrapped_by_cells():
    body = "<p>Министр сообщила о начале работ.</p>"
    assert written(body, lang="ru", width=20) == "Министр сообщила о\nначале работ.\n"


def test_chinese_lines_join_again_without_spaces():
    body = "<p>国务院发言人今天说，会议已经结束，各方达成协议。</p>"
    assert written(body, lang="zh-Hans", width=20).count("\n") > 2


def test_a_width_of_zero_keeps_every_paragraph_on_a_line():
    sentence = "Une phrase. " * 40
    assert written(f"<p>{sentence}</p>", width=0) == sentence.strip() + "\n"


def test_the_spans_tell_content_from_furniture():
    presentation = presented("<p>a <em>b</em><footnote>c</footnote></p>")
    text = write_text(presentation)
    shown = [(text.value[span.start : span.end], span.block) for span in text.spans]
    assert shown == [
        ("T", 0),
        ("\n=\n\n", None),
        ("a b", 1),
        ("\u00a0(1)\n\nNotes\n-----\n\n(1) ", None),
        ("c", 2),
        ("\n", None),
    ]


def test_a_width_that_nobody_can_read_is_refused():
    with pytest.raises(ConfigError, match="width 3"):
        TextOptions(width=3)


@pytest.mark.parametrize(
    ("number", "numbering", "shown"),
    [
        (1, Numbering.ALPHA, "a"),
        (26, Numbering.ALPHA, "z"),
        (27, Numbering.ALPHA, "aa"),
        (703, Numbering.ALPHA, "aaa"),
        (0, Numbering.ALPHA, "0"),
        (1994, Numbering.ROMAN, "mcmxciv"),
        (4000, Numbering.ROMAN, "4000"),
        (-2, Numbering.DECIMAL, "-2"),
    ],
)
def test_a_numeral_is_written_in_its_numbering(number, numbering, shown):
    assert numeral(number, numbering) == shown


def test_the_request_for_another_format_is_a_paragraph_over_its_lines():
    house = read_house(b'[accessibility]\nemail = "access@example.org"\n')
    found = read(
        b'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head>'
        b"<headline>T</headline></head><body><p>a</p></body></release>"
    )
    shown = present(found.value, house=house)
    text = write_text(shown, TextOptions(width=40))
    assert text.blocks() == reading_text(shown)
    assert text.value.partition("a\n\n")[2] == lines("""
        Accessibility
        -------------

        Do you need this release in another
        format? Please ask us.

        E-mail: access@example.org
    """)
