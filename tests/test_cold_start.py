"""What a cold process loads: the heavy libraries come only when they are needed."""

from __future__ import annotations

import json
import subprocess
import sys

from conftest import SAMPLES

HEAVY = [
    *("pypdf", "weasyprint", "fontTools", "rich", "arabic_reshaper", "PIL", "lxml.html"),
    *("chardet", "mammoth", "tinycss2", "pressconv.recognition"),
    *("starlette", "uvicorn", "watchfiles", "asyncio"),
    *("pydyf", "webbrowser", "subprocess", "importlib.resources"),
]

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


def loaded(arguments, heavy):
    program = PROGRAM.format(arguments=arguments, heavy=heavy)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stderr.splitlines()[-1])


def test_html_and_text_need_no_heavy_library(tmp_path):
    arguments = ["convert", str(SAMPLES[0]), "-t", "html,text", "-o", str(tmp_path)]
    assert loaded(arguments, HEAVY) == []
    assert len(list(tmp_path.iterdir())) == 2


def test_the_import_of_a_page_does_not_load_the_reader_of_word(tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<h1>A headline of words</h1><p>A sentence.", encoding="utf-8")
    assert (
        loaded(["import", str(page), "-o", str(tmp_path)], ["mammoth", "pypdf", "weasyprint"]) == []
    )


IMPORTING = """
import json, re, sys
compiled, found = re.compile, []
def watched(*arguments, **options):
    found.append(sys._getframe(1).f_globals["__name__"])
    return compiled(*arguments, **options)
re.compile = watched
import pressconv.cli
print(json.dumps([name for name in found if name.startswith("pressconv")]))
"""


def test_no_module_compiles_an_expression_when_it_is_imported():
    done = subprocess.run(
        [sys.executable, "-c", IMPORTING], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []
