"""What stands under the text, as parts: boilerplate, contacts, related links, subscription."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.languages import NO_CHOICES, Choices, Language, language
from pressconv.present.wording import filled, worded
from pressconv.presentation import Part, PartKind
from pressconv.text import inline_text, joined

if TYPE_CHECKING:
    from collections.abc import Iterator


def foot_parts(
    release: m.Release, rules: Language, choices: Choices = NO_CHOICES
) -> Iterator[Part]:
    """Yield the parts of the foot, in order, but for the rights.

    A contact in another language has the labels of that one, with the *choices* of the house.
    """
    foot = release.foot
    for one in foot.boilerplates:
        yield Part(PartKind.BOILERPLATE, one.blocks, one.title, "", one.id, one.lang, one.dir)
    for contact in foot.contacts:
        yield _contact(contact, language(contact.lang, choices) if contact.lang else rules)
    if foot.related:
        links = tuple(
            m.Item(m.Running((m.Link(one.href, one.children, one.hreflang),)))
            for one in foot.related
        )
        yield Part(PartKind.RELATED, (m.List(links),), worded(rules.labels.related, rules))
    if foot.subscribe and (foot.subscribe.blocks or foot.subscribe.href):
        yield _subscribe(foot.subscribe, rules)


def rights_parts(release: m.Release) -> Iterator[Part]:
    """Yield who may use the text and how: the last words of a release."""
    if release.head.rights:
        yield Part(PartKind.RIGHTS, (m.Paragraph(release.head.rights),))


def _subscribe(subscribe: m.Subscribe, rules: Language) -> Part:
    """Make the title the link, so that it makes sense out of its context (WCAG 2.2 SC 2.4.4)."""
    words = subscribe.title or worded(rules.labels.subscribe, rules)
    if not subscribe.href:
        return Part(PartKind.SUBSCRIBE, subscribe.blocks, words)
    link = m.Paragraph((m.Link(subscribe.href, words),))
    return Part(PartKind.SUBSCRIBE, (link, *subscribe.blocks), label=rules.labels.subscribe)


def _contact(contact: m.Contact, rules: Language) -> Part:
    labels = rules.labels
    titles = {m.Audience.MEDIA: labels.contact_media, m.Audience.PUBLIC: labels.contact_public}
    title = titles[contact.audience] if contact.audience else labels.contact
    lines = [m.Paragraph((m.Strong(joined(contact.name)),))] if contact.name else []
    lines += [m.Paragraph(words) for words in (contact.role, contact.organization) if words]
    lines += [m.Paragraph(channel_line(channel, rules)) for channel in contact.channels]
    return Part(
        PartKind.CONTACT,
        tuple(lines),
        worded(title, rules),
        "",
        contact.id,
        contact.lang,
        contact.dir,
    )


def channel_line(channel: m.Channel, rules: Language) -> m.Inlines:
    """Write one way to reach somebody behind its label, as a link where a machine can take it."""
    labels = rules.labels
    label = {
        m.ChannelKind.TELEPHONE: labels.telephone,
        m.ChannelKind.EMAIL: labels.email,
        m.ChannelKind.URL: labels.url,
        m.ChannelKind.ADDRESS: labels.address,
        m.ChannelKind.HOURS: labels.hours,
    }[channel.kind]
    words = inline_text(channel.children)
    address = {
        m.ChannelKind.TELEPHONE: "tel:" + re.sub(r"[^0-9+*#]", "", words),
        m.ChannelKind.EMAIL: f"mailto:{words}",
        m.ChannelKind.URL: words,
    }.get(channel.kind)
    # Numbers and addresses run from left to right in every script (typography.md, section 0.4).
    value: m.Inlines = (
        (m.Link(address, channel.children, dir=m.Direction.LTR),) if address else channel.children
    )
    return filled(labels.label_value, rules, label=worded(label, rules), value=value)
