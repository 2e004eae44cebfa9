"""Hypothesis strategies for drafts: any blocks, lawful or not, in any region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from strategies import releases

from pressconv import model as m
from pressconv.draft import Alternate, Draft, DraftBlock, Facts, Heading, Region
from pressconv.text import normal
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

HREFS = ("https://example.org/a b", "javascript:alert(1)", "", "a.html", "http://", "%zz", "#x")
HINTS = ("byline", "headline", "subtitle", "line", "line-0", "line-1", "share")
ODD: tuple[Any, ...] = (
    m.Paragraph(()),
    m.Paragraph((m.Text("\x00\u202e a\ud800"), m.Text(" b "))),
    m.Paragraph((m.Link("x y", (m.Link("http://", (m.Text("in"),)),)),)),
    m.Paragraph((m.Strong((m.Text("Bold"),)),)),
    m.Paragraph((m.Text("One"), m.LineBreak(), m.Text("two"))),
    m.Paragraph((m.Reference("nowhere", (m.Text("r"),)), m.Code(" "), m.Abbreviation("A"))),
    m.List(()),
    m.List((m.Item(m.Running(())), m.Item((m.Paragraph(()),)))),
    m.Table((), (), ((),)),
    m.Table((), (), ((m.Row((m.Cell(m.Running(())),)), m.Row(())),)),
    m.Table(
        (m.Text("t"),),
        (m.Row((m.HeaderCell(m.Running(())),)),),
        ((m.Row((m.Cell(m.Running((m.Text("x"),)), 2),)),),),
    ),
    m.Figure(m.Image("a b.png", m.Alternative((m.Text(" "),))), (m.Text("c"),)),
    m.Figure(m.Image("", m.Undescribed()), (), (m.Text("credit"),)),
    m.Quote((), (m.Text("who"),)),
    m.Quote((m.Paragraph((m.Text("q"),), lang="no_tag", id="1 x"),), (), "bad bad"),
    m.Speech((), (m.Paragraph((m.Text("x"),)),)),
    m.Verse((m.Line(()),)),
    m.Definitions((m.Entry((m.Term(()),), (m.Definition(m.Running((m.Text("d"),))),)),)),
    m.Media(m.MediaKind.VIDEO, "bad bad", None, (m.Text("film"),)),
    m.Separator(),
    Heading((m.Text("Head"),), 1),
    Heading((m.Text("Deep"),), 6),
    Heading((), 2),
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Make drafts of the blocks of a lawful release and of odd ones."""
    release = draw(releases())
    lawful = [node for node in release.body.content if not isinstance(node, m.Section)]
    contents = [*lawful, *draw(st.lists(st.sampled_from(ODD), max_size=8))]
    blocks = []
    for content in draw(st.permutations(contents)):
        text = normal(" ".join(texts(content)))
        region = draw(st.sampled_from(list(Region)))
        hints = frozenset(draw(st.lists(st.sampled_from(HINTS), max_size=2)))
        blocks.append(DraftBlock(content, text, region, hints))
    facts = Facts(
        title=draw(st.sampled_from(("", "Head", "One two | Site"))),
        issued=draw(st.sampled_from(("", "2018-06-26T10:00:00Z", "nonsense"))),
        alternates=(Alternate("no_tag", "x y"), Alternate("fr", draw(st.sampled_from(HREFS)))),
        feeds=(("feed", draw(st.sampled_from(HREFS))),),
    )
    return Draft(blocks=tuple(blocks), facts=facts, lang=draw(st.sampled_from((None, "en", "x_y"))))


def texts(node: object) -> Iterator[str]:
    """Yield the words of *node* and of all that it holds, piece by piece."""
    for one in descendants(node):
        if isinstance(one, m.Text):
            yield one.value
        elif isinstance(one, m.Code | m.Number | m.Abbreviation):
            yield one.text
