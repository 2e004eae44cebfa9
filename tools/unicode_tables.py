"""Files of the Unicode Character Database → the tables that pressconv ships, and its test data.

    python tools/unicode_tables.py FOLDER     (on Debian: the package unicode-data)

Python's own `unicodedata` says that a character mirrors, not into which, and nothing of joining.
The files read are kept beside the tests, so that a test can make the tables again.
"""

from __future__ import annotations

import lzma
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
MODULE: Final = ROOT / "src" / "pressconv" / "unicode_tables.py"
KEPT: Final = ROOT / "tests" / "data" / "unicode"
FILES: Final = ("BidiMirroring.txt", "ArabicShaping.txt", "BidiCharacterTest.txt")

_TEMPLATE: Final = '''"""What Unicode says of characters and Python's unicodedata does not: data.

Made by tools/unicode_tables.py from {mirroring} and {shaping}.
Copyright (c) 1991-2022 Unicode, Inc. Terms of use: https://www.unicode.org/license.txt
"""

from __future__ import annotations

from typing import Final

MIRRORED_PAIRS: Final = (
{pairs})
"""Characters that are each other's mirror image, two by two (Bidi_Mirroring_Glyph)."""

RIGHT_JOINING: Final = (
{right})
"""Arabic letters that join the letter before them only, as ranges of a regular expression."""

DUAL_JOINING: Final = (
{dual})
"""Arabic letters that join both neighbours, as ranges of a regular expression."""

JOIN_CAUSING: Final = {causing}
"""Characters that make their neighbours join and have one form, as ranges likewise."""
'''
_WIDTH: Final = 90


def read_kept(name: str) -> str:
    """Return the text of a file that is kept beside the tests."""
    return lzma.decompress((KEPT / f"{name}.xz").read_bytes()).decode("utf-8")


def module(mirroring: str, shaping: str) -> str:
    """Write the module of the tables from BidiMirroring.txt and ArabicShaping.txt."""
    pairs = [(int(one, 16), int(other, 16)) for one, other in _records(mirroring)]
    joining = [(int(record[0], 16), record[2]) for record in _records(shaping)]
    return _TEMPLATE.format(
        mirroring=_title(mirroring),
        shaping=_title(shaping),
        pairs=_literal([_escape(one) + _escape(other) for one, other in pairs if one < other]),
        right=_literal(_ranges([code for code, kind in joining if kind == "R"])),
        dual=_literal(_ranges([code for code, kind in joining if kind == "D"])),
        causing=_literal(_ranges([code for code, kind in joining if kind == "C"])).strip(),
    )


def _title(text: str) -> str:
    return text.partition("\n")[0].lstrip("# ")


def _records(text: str) -> list[list[str]]:
    """Split what is not a comment into lines of fields."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [[field.strip() for field in line.split(";")] for line in lines if line]


def _ranges(codes: list[int]) -> list[str]:
    """Write Arabic code points as ranges; no other script has presentation forms."""
    found: list[list[int]] = []
    for code in sorted(code for code in codes if 0x600 <= code < 0x700 or 0x750 <= code < 0x900):
        if 0x780 <= code < 0x870:  # Thaana to Mandaic
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return [_escape(first) + (f"-{_escape(last)}" if last > first else "") for first, last in found]


def _escape(code: int) -> str:
    if 0x20 < code < 0x7F:
        return "\\\\" if code == ord("\\") else chr(code)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _literal(parts: list[str]) -> str:
    """Write *parts* as string literals, one a line, none of them wider than a line may be."""
    lines = [""]
    for part in parts:
        if len(lines[-1]) + len(part) > _WIDTH:
            lines.append("")
        lines[-1] += part
    return "".join(f'    "{line}"\n' for line in lines)


def main() -> None:
    """Read a folder of the database; write the module and the test data."""
    folder = Path(sys.argv[1])
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in FILES}
    MODULE.write_text(
        module(texts["BidiMirroring.txt"], texts["ArabicShaping.txt"]), encoding="utf-8"
    )
    KEPT.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        packed = lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
        (KEPT / f"{name}.xz").write_bytes(packed)


if __name__ == "__main__":
    main()
