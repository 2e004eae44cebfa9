"""What is enclosed in a PDF: the release that it was made of, its images, and what the house said.

Whoever takes them out again has all that the same PDF can be made of, and nothing that an office
keeps to itself ([ADR 35](docs/adr/0035-source-in-the-pdf.md)).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.effect import in_effect
from pressconv.holding import lost
from pressconv.house import HOUSE_FILE, PdfSource
from pressconv.notes import note
from pressconv.pdf import Attachment, Relation
from pressconv.published import gathered, published
from pressconv.readers.xml import read
from pressconv.toml_writing import write_toml
from pressconv.writers.xml import write_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.assets import Assets
    from pressconv.house import House
    from pressconv.model import Release
    from pressconv.notes import Note

LARGE_BYTES: Final = 10 * 2**20
"""Of images: mail servers take messages of twice as much."""

_ABOUT: Final = """\
# What took effect on the PDF that this file was enclosed in. With it beside the release,
# `pressconv convert` makes the same PDF: the same bytes with the same versions of pressconv,
# WeasyPrint, Pango and HarfBuzz.
"""
_FONTS: Final = """\
#
# Fonts beside those that ship were at hand, and are not enclosed: they may not be given away.
# Where it takes one of them, the PDF cannot be made again without (--fonts-dir, fonts_dirs).
"""


def enclosures(release: Release, assets: Assets, house: House) -> Sequence[Attachment]:
    """Return what is enclosed in the PDF of *release*.

    *house* says what options said, too. *assets* has all images of the release.

    Raises:
        RefusedError: the release is not lawful: it would be read as another one.
    """
    if house.pdf_source is PdfSource.NONE:
        return ()
    name = f"{release.id}.{release.lang}.xml"
    given = release if house.pdf_source is PdfSource.FULL else published(release)
    enclosed, images = gathered(given, assets, taken=(name, HOUSE_FILE))
    return (
        Attachment(
            name,
            held_xml(enclosed),
            "application/xml",
            Relation.SOURCE,
            "The release as XML",
        ),
        *(
            Attachment(one, image.data, image.media_type, Relation.SOURCE, "Image of the release")
            for one, image in images.items()
        ),
        Attachment(
            HOUSE_FILE,
            _house_file(release, house),
            "application/toml",
            Relation.SUPPLEMENT,
            "House facts and options",
        ),
    )


def weight_notes(assets: Assets, house: House) -> Sequence[Note]:
    """Note that images make a PDF heavy to send, since it has them twice."""
    n_bytes = sum(len(one.data) for one in assets.values())
    if house.pdf_source is PdfSource.NONE or n_bytes <= LARGE_BYTES:
        return ()
    return (note("pdf-source-large", size=f"{n_bytes / 2**20:,.0f} MB"),)


def held_xml(release: Release) -> bytes:
    """Return *release* as XML that was read back.

    Raises:
        RefusedError: it reads as another release.
    """
    data = write_xml(release)
    if read(data).value != release:
        raise lost("xml", "it reads as another release")
    return data


def _house_file(release: Release, house: House) -> bytes:
    said = write_toml(in_effect(release, house))
    about = _ABOUT + (_FONTS if house.fonts_dirs else "")
    return (f"{about}\n{said}\n" if said else about).encode()
