"""Plain text of samples in each of its modes, as reviewed, with what its notes say."""

from __future__ import annotations

import pytest
from conftest import ROOT

import pressconv
from pressconv.loading import find_house, load_assets
from pressconv.options import Bidi, Newline, TextOptions

SHORT = "2026-10-13-early-warning"
RICH = "2026-03-12-plan-littoral"
REAL = "2018-06-26-coalition-maroc"

MODES = [
    (RICH, "ar", "isolates", TextOptions(bidi=Bidi.ISOLATES)),
    (RICH, "ar", "visual", TextOptions(bidi=Bidi.VISUAL)),
    (RICH, "fr", "flowed", TextOptions(flowed=True)),
    (REAL, "ur", "isolates", TextOptions(bidi=Bidi.ISOLATES, width=60)),
    (REAL, "zh-Hans", "flowed", TextOptions(flowed=True)),
    (SHORT, "ar", "flowed", TextOptions(flowed=True, bidi=Bidi.ISOLATES)),
    (SHORT, "ar", "windows-1256", TextOptions(charset="windows-1256")),
    (SHORT, "ar", "cp864", TextOptions(bidi=Bidi.VISUAL, charset="cp864")),
    (SHORT, "fa", "visual", TextOptions(bidi=Bidi.VISUAL)),
    (SHORT, "he", "visual", TextOptions(bidi=Bidi.VISUAL, charset="iso-8859-8")),
    (SHORT, "ps", "visual", TextOptions(bidi=Bidi.VISUAL, width=40)),
    (SHORT, "ur", "visual", TextOptions(bidi=Bidi.VISUAL)),
    (SHORT, "en", "us-ascii", TextOptions(charset="us-ascii", newline=Newline.CRLF)),
    (SHORT, "fr", "iso-8859-1", TextOptions(charset="iso-8859-1")),
    (SHORT, "vi", "us-ascii", TextOptions(charset="us-ascii")),
    (SHORT, "ru", "koi8-r", TextOptions(charset="koi8-r")),
    (SHORT, "uk", "windows-1251", TextOptions(charset="windows-1251")),
    (SHORT, "ja", "shift_jis", TextOptions(charset="shift_jis")),
    (SHORT, "zh-Hans", "gb18030", TextOptions(charset="gb18030", newline=Newline.CRLF)),
    (SHORT, "th", "flowed", TextOptions(flowed=True)),
]


@pytest.mark.parametrize(
    ("folder", "lang", "mode", "options"), MODES, ids=[".".join(one[:3]) for one in MODES]
)
def test_text_in_a_mode_is_as_reviewed(folder, lang, mode, options, golden):
    path = ROOT / "samples" / folder / f"{lang}.xml"
    release = pressconv.read(path.read_bytes(), name=path.name).value
    made = pressconv.convert(
        release,
        to="text",
        options=pressconv.Options(text=options),
        assets=load_assets(release, path.parent),
        house=find_house(path.parent),
    )
    text = made.value.decode(options.charset or "utf-8")
    if options.newline is Newline.CRLF or options.flowed:
        assert text.count("\r\n") == text.count("\n")
        text = text.replace("\r\n", "\n")
    assert "\r" not in text
    notes = "".join(f"{note}\n" for note in made.notes)
    shown = f"{text}\n=== notes\n{notes}" if notes else text
    golden(ROOT / "tests" / "golden" / f"{folder}.{lang}" / f"expected.{mode}.txt", shown)
