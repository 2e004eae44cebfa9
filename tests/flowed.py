"""A message of format=flowed → its paragraphs, as a reader of e-mail has them (RFC 3676).

Written from the RFC alone: nothing of pressconv is read or imported. It is stricter than a reader
of mail has to be: what the RFC calls improper, and mends, is an error here.
"""

from __future__ import annotations

from email import message_from_bytes
from typing import NamedTuple

SIGNATURE = "-- "


class Paragraph(NamedTuple):
    """Lines joined again; ``depth`` counts marks of quotation."""

    depth: int
    text: str


def paragraphs(data: bytes, media_type: str) -> list[Paragraph]:
    """Return the paragraphs of a body whose Content-Type is *media_type*.

    Raises:
        ValueError: a paragraph goes on at another depth, or nowhere; a line end is no CR LF.
    """
    message = message_from_bytes(f"Content-Type: {media_type}\r\n\r\n".encode())
    if message.get_param("format") != "flowed":
        raise ValueError("it is not flowed")
    text = data.decode(str(message.get_content_charset()))
    *lines, last = text.split("\r\n")
    if last or any("\r" in line or "\n" in line for line in lines):
        raise ValueError("a line does not end in CR LF")
    drops_space = message.get_param("delsp") == "yes"
    found: list[Paragraph] = []
    goes_on = False
    for line in lines:
        depth = len(line) - len(line.lstrip(">"))
        text = line[depth:].removeprefix(" ")  # section 4.4: space-stuffing
        if goes_on and depth != found[-1].depth:
            raise ValueError(f"a paragraph goes on at another depth: {line!r}")
        if goes_on and text == SIGNATURE:
            raise ValueError("a paragraph goes on in the mark of a signature")
        before = found.pop().text if goes_on else ""
        goes_on = text.endswith(" ") and text != SIGNATURE  # section 4.3
        bare = text[:-1] if goes_on and drops_space else text
        found.append(Paragraph(depth, before + bare))
    if goes_on:
        raise ValueError("the last paragraph does not end")
    return found
