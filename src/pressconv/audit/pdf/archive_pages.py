"""Rules of PDF/A for what pages show, in files that claim it: the same everywhere, and still.

Clauses are those of ISO 19005-3, which part 2 shares, and of ISO 19005-4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_archive, pdf_rule
from pressconv.audit.rule import Finding, Severity, Spot, fail
from pressconv.pdfdoc import objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import PdfFile

_PRINT: Final = 4
_UNSEEN: Final = 1 | 2 | 32 | 256  # Invisible, Hidden, NoView, ToggleNoView
_MOVING: Final = frozenset({"3D", "Sound", "Screen", "Movie"})
_FORBIDDEN_ACTIONS: Final = frozenset(
    "Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView"
    " JavaScript".split()
)
_PAGE_MOVES: Final = frozenset({"NextPage", "PrevPage", "FirstPage", "LastPage"})
_ACTION_KEYS: Final = frozenset({"/A", "/OpenAction", "/Next", "/AA"})
_BLEND_MODES: Final = frozenset(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight"
    " SoftLight Difference Exclusion Hue Saturation Color Luminosity".split()
)
_COMPONENTS: Final = {"DeviceRGB": 3, "DeviceCMYK": 4}


@pdf_rule(
    "pdf-archive-colour",
    clauses=(
        "ISO 19005-3 6.2.3",
        "ISO 19005-3 6.2.4.3",
        "ISO 19005-4 6.2.3",
        "ISO 19005-4 6.2.4.3",
    ),
    severity=Severity.MINOR,
    remedy="add an output intent with the profile of the colours that are used",
)
def archive_colour(pdf: PdfFile) -> Iterator[Finding]:
    """An output intent says what the colours are."""
    if not claimed_archive(pdf):
        return
    intents = [objects.dictionary(one) for one in objects.array(pdf.catalog.get("/OutputIntents"))]
    own = [one for one in intents if objects.name(one.get("/S")) == "GTS_PDFA1"]
    profiles = [objects.dictionary(one.get("/DestOutputProfile")) for one in own]
    if own and not all(profiles):
        yield fail("the output intent has no profile")
    sizes = {objects.integer(one.get("/N")) for one in profiles}
    for colour in sorted(pdf.survey.device_colours):
        fits = bool(own) and _COMPONENTS.get(colour) in {None, *sizes}
        if not fits and not _has_default(pdf, colour):
            yield fail(f"nothing says what the colours of {colour} are")


def _has_default(pdf: PdfFile, colour: str) -> bool:
    key = f"/{colour.replace('Device', 'Default')}"
    return any(key in found for _, found in pdf.dictionaries)


@pdf_rule(
    "pdf-archive-actions",
    clauses=(
        "ISO 19005-3 6.4.1",
        "ISO 19005-3 6.5.1",
        "ISO 19005-3 6.5.2",
        "ISO 19005-4 6.4.1",
        "ISO 19005-4 6.6.1",
        "ISO 19005-4 6.6.3",
    ),
    severity=Severity.MINOR,
    remedy="take the action out",
)
def archive_actions(pdf: PdfFile) -> Iterator[Finding]:
    """Nothing in the file acts, but links that somebody presses."""
    part = claimed_archive(pdf)
    if not part:
        return
    for key, found in pdf.dictionaries:
        kind = objects.name(found.get("/S")) if key in _ACTION_KEYS else ""
        if kind in _FORBIDDEN_ACTIONS:
            yield fail(f"there is an action {kind}")
        elif kind == "Named" and objects.name(found.get("/N")) not in _PAGE_MOVES:
            yield fail(f"there is an action {objects.name(found.get('/N'))}")
        if "/AA" in found and part != "4":
            yield fail("something acts by itself (/AA)")
    if "/JavaScript" in objects.dictionary(pdf.catalog.get("/Names")):
        yield fail("the document has scripts")


@pdf_rule(
    "pdf-archive-annotations",
    clauses=(
        "ISO 19005-3 6.3.1",
        "ISO 19005-3 6.3.2",
        "ISO 19005-3 6.3.3",
        "ISO 19005-4 6.3.1",
        "ISO 19005-4 6.3.2",
        "ISO 19005-4 6.3.3",
    ),
    severity=Severity.MINOR,
    remedy="let every annotation be printed and seen, and say what it looks like",
)
def archive_annotations(pdf: PdfFile) -> Iterator[Finding]:
    """Annotations are printed, seen, still, and look the same everywhere."""
    for one in pdf.annotations if claimed_archive(pdf) else ():
        place = Spot(one.page)
        if one.kind in _MOVING:
            yield fail(f"an annotation moves or sounds ({one.kind})", place)
        if one.kind == "Popup":
            continue
        flags = objects.integer(one.values.get("/F")) or 0
        if not flags & _PRINT or flags & _UNSEEN:
            yield fail(f"an annotation is not printed, or not seen ({one.kind})", place)
        if one.kind != "Link" and "/N" not in objects.dictionary(one.values.get("/AP")):
            sides = {objects.number(side) for side in objects.array(one.values.get("/Rect"))}
            if len(sides) > 2:
                yield fail(f"nothing says what an annotation looks like ({one.kind})", place)


@pdf_rule(
    "pdf-archive-images",
    clauses=(
        "ISO 19005-3 6.2.8",
        "ISO 19005-3 6.2.9",
        "ISO 19005-4 6.2.7.1",
        "ISO 19005-4 6.2.8.1",
    ),
    severity=Severity.MINOR,
    remedy="show each image as it is: no /Interpolate, no /Alternates, no /OPI, no PostScript",
)
def archive_images(pdf: PdfFile) -> Iterator[Finding]:
    """Every image is shown as it is."""
    for _, found in pdf.dictionaries if claimed_archive(pdf) else ():
        kind = objects.name(found.get("/Subtype"))
        if kind == "PS" or objects.name(found.get("/Subtype2")) == "PS":
            yield fail("PostScript draws something")
        if kind == "Image" and objects.truth(found.get("/Interpolate")):
            yield fail("a reader may smooth an image (/Interpolate)")
        for key in ("/Alternates", "/OPI") if kind in {"Image", "Form"} else ():
            if key in found:
                yield fail(f"something else may stand for an image ({key})")


@pdf_rule(
    "pdf-archive-graphics",
    clauses=(
        "ISO 19005-3 6.2.5",
        "ISO 19005-3 6.2.10",
        "ISO 19005-4 6.2.5",
        "ISO 19005-4 6.2.9",
    ),
    severity=Severity.MINOR,
    remedy="leave out what depends on a device, and say in which colours things blend",
)
def archive_graphics(pdf: PdfFile) -> Iterator[Finding]:
    """Nothing depends on the device that shows it."""
    if not claimed_archive(pdf):
        return
    has_intent = bool(objects.array(pdf.catalog.get("/OutputIntents")))
    for page in pdf.pages:
        group = objects.dictionary(page.get("/Group"))
        if objects.name(group.get("/S")) == "Transparency" and not (has_intent or "/CS" in group):
            yield fail("nothing says in which colours things blend")
    for key, found in pdf.dictionaries:
        if key == "/BM" or not {"/BM", "/TR", "/TR2", "/HTP", "/HTO"} & found.keys():
            continue
        for one in objects.array(found.get("/BM")):
            if objects.name(one) not in _BLEND_MODES:
                yield fail(f"there is no way to blend called {objects.name(one)!r}")
        default = objects.name(found.get("/TR2")) in {"", "Default"}
        if "/TR" in found or "/HTP" in found or "/HTO" in found or not default:
            yield fail("colours are changed for a device (/TR, /TR2, /HTP, /HTO)")
