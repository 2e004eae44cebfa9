"""What a cold process loads: the heavy libraries come only when they are needed."""

from __future__ import annotations

import json
import subprocess
import sys

from conftest import SAMPLES

HEAVY = ["pypdf", "weasyprint", "fontTools", "rich", "arabic_reshaper", "PIL", "lxml.html"]

PROGRAM = """
import json, sys
sys.argv[1:] = {arguments!r}
from pressconv import cli
try:
    cli.main()
except SystemExit as end:
    assert end.code == 0, end.code
print(json.dumps([name for name in {heavy!r} if name in sys.modules]), file=sys.stderr)
"""


def test_html_and_text_need_no_heavy_library(tmp_path):
    arguments = ["convert", str(SAMPLES[0]), "-t", "html,text", "-o", str(tmp_path)]
    program = PROGRAM.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stderr.splitlines()[-1]) == []
    assert len(list(tmp_path.iterdir())) == 2
