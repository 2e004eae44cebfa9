"""veraPDF passes every sample and every construct in every profile, one start of Java a flavour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import SAMPLES, sample_name
from constructs import ASSETS, CONSTRUCTS, release_of
from outside_tools import Flavour, require, verapdf

import pressconv
from pressconv.loading import find_house, load_assets
from pressconv.pdf import Attachment, PdfOptions, Profile, Relation, write_pdf
from pressconv.writers.html import write_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.writers.html import Html

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("conformance")]

SOURCE = Attachment("release.xml", b"<release/>", "application/xml", Relation.SOURCE, "The source")
# What a file of a profile has to pass, with its source and without.
FLAVOURS: dict[tuple[Profile, bool], tuple[Flavour, ...]] = {
    (Profile.UA1, True): ("ua1", "3a"),
    (Profile.UA1, False): ("ua1", "2a"),
    (Profile.UA2, True): ("ua2", "4f", "wt1a", "wt1r"),
    (Profile.UA2, False): ("ua2", "4", "wt1a", "wt1r"),
}


def pages() -> Iterator[tuple[str, Html]]:
    """Yield all pages by name."""
    for name, construct in CONSTRUCTS.items():
        yield name, write_html(pressconv.present(release_of(construct)), None, ASSETS)
    for path in SAMPLES:
        release = pressconv.read(path.read_bytes()).value
        shown = pressconv.present(release, house=find_house(path.parent))
        yield sample_name(path), write_html(shown, None, load_assets(release, path.parent))


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[Flavour, list[Path]]:
    """Write every page in every variant, and sort the files by the flavours that they must pass."""
    folder = tmp_path_factory.mktemp("conformance")
    found: dict[Flavour, list[Path]] = {}
    for name, page in pages():
        for (profile, has_source), flavours in FLAVOURS.items():
            path = folder / f"{name}.{profile}{'.source' if has_source else ''}.pdf"
            attachments = (SOURCE,) if has_source else ()
            path.write_bytes(write_pdf(page, PdfOptions(profile=profile), attachments=attachments))
            for flavour in flavours:
                found.setdefault(flavour, []).append(path)
    return found


@pytest.mark.parametrize(
    "flavour", dict.fromkeys(one for flavours in FLAVOURS.values() for one in flavours)
)
def test_verapdf_passes_every_file(flavour, files):
    require("verapdf")
    verdicts = verapdf(files[flavour], flavour)
    assert len(verdicts) >= len(SAMPLES) + len(CONSTRUCTS)
    failed = {
        Path(path).stem: [str(clause) for clause in verdict.failed]
        for path, verdict in verdicts.items()
        if not verdict.passed
    }
    assert failed == {}
