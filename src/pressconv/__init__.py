"""pressconv: press releases as accessible HTML, tagged PDF and plain text.

    >>> import pressconv
    >>> release = pressconv.read(data, name="release.fr.xml").value
    >>> page = pressconv.convert(release, to="html").value

`import_text`, `import_html` and `import_docx` make a release of a raw document.
`read` and `write_xml` are the canonical XML, `apply_typography` sets the text by the rules of its
language, `present` decides what an office decides, the writers make one format each, and `convert`
does it all and reads every output back.
"""

from __future__ import annotations

from pressconv.assets import Asset, make_asset
from pressconv.attached import AttachedFile
from pressconv.convert import Conversion, Format, Proof, convert, convert_all
from pressconv.errors import (
    ConfigError,
    InputError,
    MissingToolError,
    Place,
    PressconvError,
    Problem,
    ReadError,
    RefusedError,
    RenderError,
)
from pressconv.extracting import extract
from pressconv.house import House, read_house
from pressconv.importing import Evidence, Imported, import_docx, import_html, import_text
from pressconv.languages import Choices
from pressconv.loading import find_house, load_assets
from pressconv.model import Release
from pressconv.notes import Note, Result
from pressconv.pdf import PdfOptions, write_pdf
from pressconv.present import present
from pressconv.presentation import Presentation
from pressconv.publicity import Bar, bars, is_public, released
from pressconv.readers.xml import read
from pressconv.reading import reading_text
from pressconv.skeletons import new_house, new_release, new_translation
from pressconv.stages import Options
from pressconv.themes import Theme, find_theme
from pressconv.transforms import apply_typography
from pressconv.typography import typeset
from pressconv.writers.html import Fragment, Html, HtmlOptions, write_fragment, write_html
from pressconv.writers.html.companions import AssetsMode
from pressconv.writers.text import Text, TextOptions, write_text
from pressconv.writers.xml import write_xml

__all__ = [
    "Asset",
    "AssetsMode",
    "AttachedFile",
    "Bar",
    "Choices",
    "ConfigError",
    "Conversion",
    "Evidence",
    "Format",
    "Fragment",
    "House",
    "Html",
    "HtmlOptions",
    "Imported",
    "InputError",
    "MissingToolError",
    "Note",
    "Options",
    "PdfOptions",
    "Place",
    "Presentation",
    "PressconvError",
    "Problem",
    "Proof",
    "ReadError",
    "RefusedError",
    "Release",
    "RenderError",
    "Result",
    "Text",
    "TextOptions",
    "Theme",
    "apply_typography",
    "bars",
    "convert",
    "convert_all",
    "extract",
    "find_house",
    "find_theme",
    "import_docx",
    "import_html",
    "import_text",
    "is_public",
    "load_assets",
    "make_asset",
    "new_house",
    "new_release",
    "new_translation",
    "present",
    "read",
    "read_house",
    "reading_text",
    "released",
    "typeset",
    "write_fragment",
    "write_html",
    "write_pdf",
    "write_text",
    "write_xml",
]
