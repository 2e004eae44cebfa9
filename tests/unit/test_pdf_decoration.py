"""What is painted and nobody hears says of what type it is."""

from __future__ import annotations

import io

import pypdf
import pytest
from printed import printed
from pypdf.generic import ContentStream

PAGE = """<!DOCTYPE html><html lang="en"><head><style>
@page {{ size: 200px 400px; margin: 20px; @bottom-center {{ content: "1" }} }}
body {{ margin: 0 }} {} </style></head><body>{}</body></html>"""


def artifacts(style, body):
    """Return the properties of the artifacts of a page, in the order of painting."""
    data = printed(PAGE.format(style, body).encode())
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    operations = ContentStream(page["/Contents"].get_object(), None).operations
    marked = [operands for operands, name in operations if name in {b"BMC", b"BDC"}]
    return [dict(more[0]) if more else {} for tag, *more in marked if tag == "/Artifact"]


@pytest.mark.parametrize(
    ("style", "body"),
    [
        ("p { border-top: 1px solid }", "<p>a</p>"),
        ("p { border: 1px solid }", "<p>a</p>"),
        ("table { border-collapse: collapse } tr { border-top: 1px solid }", "<td>a</td>"),
        ("", "<p>a</p><p aria-hidden='true'>###</p>"),
    ],
    ids=["a rule", "a frame", "a rule of a table", "an end mark"],
)
def test_rules_and_ornaments_belong_to_the_layout(style, body):
    rows = "<table><tbody><tr>{}</tr></tbody></table>" if body.startswith("<td") else "{}"
    *found, foot = artifacts(style, rows.format(body))
    assert foot["/Type"] == "/Pagination"
    assert found
    assert {one["/Type"] for one in found} == {"/Layout"}


def test_a_background_says_where_it_stands():
    style = "p { margin: 0; width: 80px; height: 40px; background: #eee; border-top: 4px solid }"
    filled, rule, foot = artifacts(style, "<p>a</p>")
    assert filled == {"/Type": "/Background", "/BBox": [15, 252, 75, 285]}
    assert (rule["/Type"], foot["/Type"]) == ("/Layout", "/Pagination")
