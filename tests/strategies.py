"""Hypothesis strategies for releases as the reader makes them: ``read(write_xml(r)) == r``.

`releases` makes every node of the model with every attribute. What a node needs from the rest of
its release (an id of its own, a target that exists) is filled in at the end. Choices are drawn one
by one, not composed of strategies: hypothesis is ten times as fast that way.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from hypothesis import strategies as st
from making import DAYS, LANGS, LOCAL, MOMENTS, Maker

from pressconv import model as m
from pressconv.readers.xml.order import is_before
from pressconv.walk import map_children

IDS: Final = ("p1", "_a.b-c", "Résumé", "введение", "\u0645\u0642\u062f\u0645\u0629", "要旨")
CLASHING: Final = ("pc-text", "pc-call-1", "pc-note-1", "pc-call-2", "pc-note-2")
"""Ids that look like those of a page itself."""


@st.composite
def releases(draw: st.DrawFn, langs: Sequence[m.LangTag] = LANGS) -> m.Release:
    """Make releases of any content, in one of *langs*, in any direction, as the reader does."""
    make = Maker(draw)
    lang, version = make.pick(langs), make.maybe(make.count)
    release = m.Release(
        id=make.pick(("r", "2018-06-26-a_b.c")),
        lang=lang,
        head=_head(make, lang, version),
        body=m.Body(make.several(lambda: _content(make, 0), 1, 3), **make.marks()),
        foot=_foot(make),
        version=version,
        dir=make.pick((None, *m.Direction)),
    )
    ids = make.pick((IDS, (*CLASHING, *IDS)))
    return _named(release, make.up_to(4), make.up_to(4), ids)


# ---- blocks --------------------------------------------------------------------------------


def _content(make: Maker, depth: int) -> m.Block | m.Section:
    if depth < 5 and make.up_to(3) == 0:
        title = make.words()
        return m.Section(title, make.several(lambda: _content(make, depth + 1), 1), **make.marks())
    return block(make)


def blocks(make: Maker, depth: int) -> m.Blocks:
    """Make one block or two, whose own blocks are *depth* deep."""
    return make.several(lambda: block(make, depth), 1)


def block(make: Maker, depth: int = 2) -> m.Block:
    """Make a block of any kind."""
    kind: Any = make.pick(_KINDS) if depth else m.Paragraph
    marks = {} if kind is m.Separator else make.marks()
    node: m.Block = kind(*_VALUES[kind](make, depth - 1), **marks)
    return node


def _flow(make: Maker, depth: int) -> m.Flow:
    if depth >= 0 and make.up_to(2) == 0:
        return blocks(make, depth)
    return m.Running(make.words())


def _list(make: Maker, depth: int) -> tuple[object, ...]:
    items = make.several(lambda: m.Item(_flow(make, depth), **make.marks()), 1, 3)
    start = make.draw(st.integers(-(10**9), 10**9)) if make.up_to(2) == 0 else 1
    return items, make.pick(tuple(m.ListKind)), start, make.pick(tuple(m.Numbering))


def _entries(make: Maker, depth: int) -> tuple[object, ...]:
    def entry() -> m.Entry:
        terms = make.several(lambda: m.Term(make.words()), 1)
        return m.Entry(terms, make.several(lambda: m.Definition(_flow(make, depth)), 1))

    return (make.several(entry, 1),)


def _table(make: Maker, depth: int) -> tuple[object, ...]:
    caption, width = make.words(), 1 + make.up_to(2)
    groups = [_rows(make, width, depth) for _ in range(1 + make.up_to(3))]
    head = groups.pop(0) if len(groups) > 1 and make.up_to(1) else ()
    foot = groups.pop() if len(groups) > 1 and make.up_to(1) else ()
    return caption, head, tuple(groups), foot, make.maybe_words()


def _rows(make: Maker, width: int, depth: int) -> tuple[m.Row, ...]:
    """Fill a rectangle. The first column spans no rows: each row has a cell of its own."""
    n_rows = 1 + make.up_to(1)
    taken: set[tuple[int, int]] = set()
    rows: list[list[m.Cell | m.HeaderCell]] = [[] for _ in range(n_rows)]
    for row, column in itertools.product(range(n_rows), range(width)):
        if (row, column) in taken:
            continue
        end = min(c for c in range(column + 1, width + 1) if (row, c) in taken or c == width)
        n_columns = 1 + make.up_to(end - column - 1)
        n_below = 1 + (make.up_to(n_rows - row - 1) if column else 0)
        area = range(row, row + n_below), range(column, column + n_columns)
        taken |= set(itertools.product(*area))
        rows[row].append(_cell(make, depth, n_columns, n_below))
    return tuple(m.Row(tuple(cells)) for cells in rows)


def _cell(make: Maker, depth: int, n_columns: int, n_rows: int) -> m.Cell | m.HeaderCell:
    align, marks = make.pick((None, *m.Align)), make.marks()
    if make.up_to(1):
        scope = make.pick((None, *m.Scope))
        return m.HeaderCell(_flow(make, depth), scope, n_columns, n_rows, align, **marks)
    content = m.Running(()) if make.up_to(3) == 0 else _flow(make, depth)
    return m.Cell(content, n_columns, n_rows, align, **marks)


def _media(make: Maker, depth: int) -> tuple[object, ...]:
    transcript = make.pick((lambda: None, make.address, lambda: blocks(make, depth)))
    return (
        make.pick(tuple(m.MediaKind)),
        make.address(),
        make.pick((None, "PT2M30S", "P1DT0.5S", "P1Y2M")),
        make.maybe(make.link_words) or (),
        make.maybe(make.image),
        transcript(),
        make.maybe_words(),
    )


def _speech(make: Maker, depth: int) -> tuple[object, ...]:
    inner = make.words(), blocks(make, depth)
    return *inner, make.maybe(make.text), make.pick((None, *m.SpeechKind))


def _remark(make: Maker, depth: int) -> tuple[object, ...]:
    inner = make.maybe_words(), blocks(make, depth)
    return *inner, make.pick((None, *m.RemarkKind)), make.maybe(make.when)


_VALUES: Final[dict[Any, Callable[[Maker, int], tuple[object, ...]]]] = {
    m.Paragraph: lambda make, _: (make.words(),),
    m.List: _list,
    m.Definitions: _entries,
    m.Table: _table,
    m.Figure: lambda make, depth: (
        *(make.image(), make.maybe_words(), make.maybe_words()),
        make.maybe(lambda: blocks(make, depth)) or (),
    ),
    m.Media: _media,
    m.Quote: lambda make, depth: (
        *(blocks(make, depth), make.maybe_words(), make.maybe(make.address)),
    ),
    m.Speech: _speech,
    m.Remark: _remark,
    m.Verse: lambda make, _: (make.several(lambda: m.Line(make.words()), 1),),
    m.Separator: lambda _make, _depth: (),
}
_KINDS: Final = (m.Paragraph, *_VALUES)


# ---- head and foot -------------------------------------------------------------------------


def _head(make: Maker, lang: m.LangTag, version: int | None) -> m.Head:
    make.notes = False
    issued, updated, expires = _dates_in_order(make)
    others = dict.fromkeys(make.several(lambda: make.pick(LANGS)))
    head = m.Head(
        headline=make.words(),
        subheadline=make.maybe_words(),
        slugline=make.maybe(make.text),
        number=make.maybe(make.text),
        issuers=make.several(lambda: _issuer(make)),
        genre=make.maybe(lambda: m.Genre(make.pick(tuple(m.GenreKey)), make.any_text())),
        distribution=make.maybe(lambda: _distribution(make, expires)),
        issued=issued,
        updated=updated,
        expires=expires,
        dateline=make.maybe(make.dateline),
        byline=make.maybe_words(),
        attribution=make.maybe_words(),
        abstract=make.maybe(lambda: blocks(make, 1)) or (),
        subjects=make.several(lambda: _subject(make)),
        status=make.pick((None, *m.Status)),
        corrections=make.several(lambda: _correction(make, issued, version), 0, 1),
        rights=make.maybe_words(),
        feeds=make.several(lambda: m.Feed(make.any_text(), make.maybe(make.address)), 0, 1),
        editions=tuple(
            m.Edition(tag, make.maybe(make.address), make.any_text())
            for tag in others
            if tag != lang
        ),
        translation=make.maybe(lambda: _translation(make)),
    )
    make.notes = True
    return head


def _dates_in_order(make: Maker) -> Iterable[m.When | None]:
    kind = make.pick((DAYS, LOCAL, MOMENTS))
    dates = [make.maybe(lambda: make.draw(kind)) for _ in range(3)]
    known = iter(sorted(one for one in dates if one))
    return [one and next(known) for one in dates]


def _issuer(make: Maker) -> m.Issuer:
    units = make.several(make.words)
    return m.Issuer(make.words(), units, make.maybe(make.image), lang=make.lang())


def _distribution(make: Maker, expires: m.When | None) -> m.Distribution:
    key = make.pick(tuple(m.DistributionKey))
    until = make.maybe(lambda: make.draw(MOMENTS)) if key is m.DistributionKey.EMBARGOED else None
    if until and expires and (expires == until or is_before(expires, until)):
        until = None
    return m.Distribution(key, until, make.any_text())


def _subject(make: Maker) -> m.Subject:
    scheme = make.pick((None, "http://cv.iptc.org/newscodes/mediatopic/", "urn:x:y"))
    return m.Subject(make.any_text(), scheme, make.maybe(make.text), make.lang())


def _correction(make: Maker, issued: m.When | None, version: int | None) -> m.Correction:
    when, to = make.when(), make.maybe(make.count)
    return m.Correction(
        issued if issued and is_before(when, issued) else when,
        make.words(),
        min(to, version) if to and version else to,
    )


def _translation(make: Maker) -> m.Translation:
    return m.Translation(
        make.pick(LANGS),
        tuple(dict.fromkeys(make.several(lambda: make.pick(LANGS), 1))),
        make.pick(tuple(m.Method)),
        make.maybe(make.text),
        make.maybe(make.address),
        make.maybe(make.count),
        make.maybe(lambda: m.Wording(make.words(), **make.marks())),
    )


def _foot(make: Maker) -> m.Foot:
    return m.Foot(
        boilerplates=make.several(lambda: _boilerplate(make), 0, 1),
        contacts=make.several(lambda: _contact(make), 0, 1),
        related=make.several(lambda: _related(make), 0, 1),
        subscribe=make.maybe(lambda: _subscribe(make)),
        endmark=make.maybe(make.text),
    )


def _boilerplate(make: Maker) -> m.Boilerplate:
    inner = make.maybe_words(), blocks(make, 1)
    return m.Boilerplate(*inner, make.pick((None, *m.BoilerplateKind)), **make.marks())


def _contact(make: Maker) -> m.Contact:
    audience, name = make.pick((None, *m.Audience)), make.maybe(make.text)
    return m.Contact(
        make.several(lambda: _channel(make), 0, 3),
        *(audience, name, make.maybe_words(), make.maybe_words()),
        **make.marks(),
    )


def _channel(make: Maker) -> m.Channel:
    kind = make.pick(tuple(m.ChannelKind))
    if kind in {m.ChannelKind.ADDRESS, m.ChannelKind.HOURS}:
        return m.Channel(kind, make.words())
    text = make.address() if kind is m.ChannelKind.URL else make.text()
    return m.Channel(kind, (m.Text(text),))


def _related(make: Maker) -> m.Related:
    return m.Related(make.address(), make.link_words(), make.lang(), make.maybe(make.text))


def _subscribe(make: Maker) -> m.Subscribe:
    title = make.maybe(make.link_words) or ()
    inner = make.maybe(lambda: blocks(make, 1)) or ()
    return m.Subscribe(title, inner, make.maybe(make.address))


# ---- ids and their references --------------------------------------------------------------

# These take no xml:id.
_NAMELESS: Final = (
    *(m.Original, m.Reference, m.Row, m.Term, m.Definition, m.Line, m.Issuer, m.Dateline),
)


def _named(release: m.Release, first: int, step: int, ids: Sequence[str]) -> m.Release:
    """Name every *step*-th part from the *first* on, and let references lead to the body."""
    names = itertools.chain(ids, (f"n{number}" for number in itertools.count()))
    turns = itertools.count(-first)

    def change(node: Any) -> Any:
        node = map_children(node, change)
        if isinstance(node, m.Issuer) and node.logo:
            return replace(node, logo=replace(node.logo, id=None))
        if isinstance(node, m.Reference):
            return replace(node, to="body")
        if isinstance(node, m.Body):
            return replace(node, id="body")
        if isinstance(node, m.Marked) and not isinstance(node, _NAMELESS):
            turn = next(turns)
            if step and turn >= 0 and turn % step == 0:
                return replace(node, id=next(names))
        return node

    return map_children(release, change)
