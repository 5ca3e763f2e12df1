"""Active content in the sources is told with file and line; what keeps it from the site is the projection."""

from pathlib import Path

import pytest

from tests.unit.sources.writing import read, told


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("<script>fetch('/x')</script>", "is an element that could act"),
        ("Text <IFRAME src=x></IFRAME>", "is an element that could act"),
        ("<style>p {display: none}</style>", "is an element that could act"),
        ('<base href="//ond.example">', "is an element that could act"),
        ('<meta http-equiv="refresh" content="0">', "is an element that could act"),
        ("<svg/onload=alert(1)>", "is an element that could act"),
        ("<form action=x>", "is an element that could act"),
        ('<img src="x" onerror="alert(1)">', "has a handler that could act"),
        ("<b/onmouseover=alert(1)>hej</b>", "has a handler that could act"),
        ("[klicka](javascript:alert(1))", "has a link that could act"),
        ("[klicka]( <JavaScript:alert(1)>)", "has a link that could act"),
        ("[klicka]: data:text/html,x", "has a link that could act"),
        ('<a href="vbscript:x">', "has a link that could act"),
    ],
)
def test_what_could_act_is_told_with_its_line(tmp_path: Path, line: str, what: str) -> None:
    found = told(read(tmp_path, {"om.md": f"# Om\n\nFörst.\n{line}\n"}))
    assert found == [
        f"warning: om.md:4: text: {what} - remove it; the site shows it as text or leaves it out"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Skriv `<script>` så här.",
        "```html\n<script>alert(1)</script>\n```",
        "~~~\n<iframe>\n```\n<form>\n~~~",
        "Vi mötte <b>alla</b> på [sidan](om.md), 1 < 2 och data: tre rader.",
        "Handlingar on = line.",
    ],
)
def test_code_and_harmless_text_are_no_fault(tmp_path: Path, text: str) -> None:
    assert told(read(tmp_path, {"om.md": f"# Om\n\n{text}\n"})) == []


def test_after_the_end_of_a_fence_lines_count_again(tmp_path: Path) -> None:
    (found,) = told(read(tmp_path, {"om.md": "# Om\n\n````\n<form>\n```\n<form>\n````\n<form>\n"}))
    assert found.startswith("warning: om.md:8: text: ")
