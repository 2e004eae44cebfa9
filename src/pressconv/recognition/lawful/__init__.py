"""Any release → a release that the XML reader takes: ``read(write_xml(release)).value == release``.

Readers of raw documents do their best, and documents do their worst. What breaks a law is brought
under it with its words kept: an address that is none is taken off its words, a table whose cells
fill no rectangle becomes lines, an empty part goes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.recognition.lawful.blocks import Blocks
from pressconv.text import inline_text, is_blank
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Lawful(Blocks):
    """Brings one release under the laws, and notes what changed."""

    def release(self, release: m.Release) -> m.Release:
        """Return *release* under the laws; its headline and its body may be left empty."""
        self.targets = {
            node.id
            for node in descendants(release)
            if isinstance(node, m.Marked) and node.id and not isinstance(node, m.Reference)
        }
        head = self.head(release.head)
        body = m.Body(self.content(release.body.content))
        return replace(release, head=head, body=body, foot=self.foot(release.foot))

    # ---- head and foot -------------------------------------------------------------------------

    def head(self, head: m.Head) -> m.Head:
        """Return a head whose parts hold something."""

        def words(children: m.Inlines, *, plain: bool = False) -> m.Inlines:
            made = self.inlines(children, plain=plain, notes=False)
            return () if is_blank(inline_text(made)) else made

        issuers = []
        for one in head.issuers:
            units = tuple(unit for unit in map(words, one.units) if unit)
            name = words(one.organization)
            if name:
                issuers.append(replace(one, organization=name, units=units))
        return replace(
            head,
            headline=words(head.headline),
            subheadline=words(head.subheadline),
            issuers=tuple(issuers),
            genre=head.genre and replace(head.genre, text=self.text(head.genre.text)),
            distribution=head.distribution
            and replace(head.distribution, text=self.text(head.distribution.text)),
            number=self.text(head.number) or None,
            byline=words(head.byline),
            attribution=words(head.attribution),
            subjects=tuple(replace(one, text=self.text(one.text)) for one in head.subjects),
            feeds=tuple(m.Feed(self.text(one.text), self.address(one.href)) for one in head.feeds),
            editions=tuple(self._editions(head.editions)),
            translation=head.translation and self._translation(head.translation),
        )

    def _editions(self, editions: Iterable[m.Edition]) -> Iterator[m.Edition]:
        for one in editions:
            if is_well_formed(one.hreflang):
                tag = canonical_case(one.hreflang)
                yield m.Edition(tag, self.address(one.href), self.text(one.title))

    def _translation(self, translation: m.Translation) -> m.Translation:
        wording = translation.wording
        if wording:
            children = self.inlines(wording.children, notes=False)
            wording = (
                None if is_blank(inline_text(children)) else replace(wording, children=children)
            )
        return replace(translation, wording=wording, source=self.address(translation.source))

    def foot(self, foot: m.Foot) -> m.Foot:
        """Return a foot whose parts hold something."""
        boilerplates = []
        for one in foot.boilerplates:
            marks = self.marks(one)
            title, inner = self._words(one.title), self.blocks(one.blocks)
            if inner:
                boilerplates.append(replace(one, title=title, blocks=inner, **marks))
        related = []
        for link in foot.related:
            words, href = self._words(link.children, plain=True), self.address(link.href)
            if words and href:
                related.append(replace(link, children=words, href=href))
        return replace(
            foot,
            boilerplates=tuple(boilerplates),
            contacts=tuple(self._contact(one) for one in foot.contacts),
            related=tuple(related),
            endmark=self.text(foot.endmark) or None,
        )

    def _contact(self, contact: m.Contact) -> m.Contact:
        channels = []
        for one in contact.channels:
            words = self._words(one.children)
            is_address = one.kind in {m.ChannelKind.ADDRESS, m.ChannelKind.HOURS}
            if words and not is_address:
                words = (m.Text(self.text(inline_text(words))),)
            if words:
                channels.append(m.Channel(one.kind, words))
        return replace(
            contact,
            channels=tuple(channels),
            name=self.text(contact.name) or None,
            role=self._words(contact.role),
            organization=self._words(contact.organization),
        )
