"""The fonts of the engine: those that ship and those of named folders, never the system's."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from weasyprint.text.fonts import FontConfiguration

from pressconv.fonts import families

# The first rule: a face may call itself bold and have the weight of a regular one in its OS/2
# table, as Noto Nastaliq Urdu 2.000 does. Drop when fonts.toml has no `os2_weight` any more.
# The second: what no named face has is looked for in the order of fonts.toml. Without it, arrows
# and check marks would come as wide as an ideograph from a font that claims to speak English.
_CONFIG: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  {folders}<cachedir>{cache}</cachedir>
  <match target="scan">
    <test name="style"><string>Bold</string></test>
    <edit name="weight" mode="assign"><const>bold</const></edit>
  </match>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong">{order}</edit>
  </match>
</fontconfig>
"""


@cache
def font_configuration(folders: tuple[Path, ...]) -> FontConfiguration:
    """Return the one font configuration of *folders*; making it again would leak memory.

    Fontconfig reads ``FONTCONFIG_FILE`` while the object is made and not later, so the variable
    is set around that only.
    """
    own = Path(tempfile.mkdtemp(prefix="pressconv-fonts-"))
    config = own / "fonts.conf"
    config.write_text(
        _CONFIG.format(
            folders="".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
            cache=escape(str(own)),
            order="".join(f"<string>{escape(family.name)}</string>" for family in families()),
        ),
        encoding="utf-8",
    )
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(config)
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
        for path in own.iterdir():
            path.unlink()
        own.rmdir()
