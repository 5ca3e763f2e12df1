"""All styles are one file, of parts that the audit knows."""

from hashlib import sha256

import pytest

from arkiv.audit.pinned import is_pinned, shipped
from arkiv.stylesheets import SEAM, StylesMissing, sheet

MAIN, PALETTE = "assets/stylesheets/main.0a1b.min.css", "assets/stylesheets/palette.2c3d.min.css"
STYLES = {
    PALETTE: b"p{}",
    MAIN: b"m{}",
    "assets/a.css": b"a{}",
    "assets/b.css": b"b{}",
    "assets/c.css": b"c{}",
}


def test_the_themes_come_first_and_then_the_sites_in_their_order() -> None:
    made = sheet(STYLES, ["assets/b.css", "assets/a.css"])
    assert made.content.split(SEAM) == [b"m{}", b"p{}", b"b{}", b"a{}"]
    assert made.parts == {MAIN, PALETTE, "assets/a.css", "assets/b.css"}


def test_its_name_changes_with_what_is_in_it() -> None:
    one, other = sheet(STYLES, ["assets/a.css"]), sheet(STYLES, ["assets/b.css"])
    assert one.path != other.path
    assert one.path == sheet(STYLES, ["assets/a.css"]).path


@pytest.mark.parametrize(
    ("gone", "said"), [("assets/a.css", "assets/a.css"), (MAIN, "the theme's"), (PALETTE, "the theme's")]
)
def test_a_stylesheet_that_is_not_there_is_told_of(gone: str, said: str) -> None:
    left = {path: content for path, content in STYLES.items() if path != gone}
    with pytest.raises(StylesMissing, match=said):
        sheet(left, ["assets/a.css"])


def test_the_audit_knows_what_is_put_together_of_shipped_files_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = frozenset(shipped() | {_digest(b"m{}"), _digest(b"a{}")})
    monkeypatch.setattr("arkiv.audit.pinned.shipped", lambda: known)
    assert is_pinned("arkiv.css", b"m{}" + SEAM + b"a{}")
    assert not is_pinned("arkiv.css", b"m{}" + SEAM + b"a{}/* Torvald */")
    assert not is_pinned("arkiv.css", b"m{}" + b"a{}")


def _digest(data: bytes) -> bytes:

    return sha256(data).digest()
