"""The audit judges by names, and tells of none."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arkiv.audit import audit
from arkiv.audit.folding import fold
from arkiv.policy.secrets import Secrets
from tests.unit.audit.people import SECRETS, hidden
from tests.unit.audit.test_channels import CHANNELS
from tests.unit.audit.test_spellings import LEAKS

DISTINCTIVE = (
    "torvald",
    "akerblom",
    "granlof",
    "vestergren",
    "lindqvist",
    "rosenschold",
    "dahlqvist",
    "karin",
)
SYLLABLES = st.sampled_from("bra drö fle gnu hyl jäs kvo lim mår näv plå rus spö tvi vrå zel".split())
NAMES = st.lists(
    st.lists(SYLLABLES, min_size=3, max_size=4).map("".join), min_size=2, max_size=3, unique=True
)


def judged(name: str, content: bytes, secrets: Secrets = SECRETS) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return [str(finding) for finding in audit(Path(folder), secrets)]


@pytest.mark.parametrize(("name", "content"), CHANNELS.values(), ids=CHANNELS)
def test_no_finding_tells_the_name_or_where_it_is_spelt(name: str, content: bytes | str) -> None:
    content = content.encode() if isinstance(content, str) else content
    findings = fold("\n".join(judged(name, content))).decode().lower()
    assert findings
    assert not any(form in findings for form in DISTINCTIVE)


@pytest.mark.parametrize("text", LEAKS.values(), ids=LEAKS)
def test_no_finding_holds_the_passage(text: str) -> None:
    assert text not in "\n".join(judged("a.html", f"<p>{text}</p>".encode()))


@given(words=NAMES, others=NAMES)
def test_a_named_persons_name_passes_and_each_part_of_it_is_found_once_the_person_is_hidden(
    words: list[str], others: list[str]
) -> None:
    name = " ".join(word.capitalize() for word in words)
    page = f"<p>{name} hälsade välkommen. Mötet tackade {name}s kansli.</p>".encode()
    other = hidden("m-1", " ".join(word.capitalize() for word in others))
    if set(words).isdisjoint(others):
        assert judged("a.html", page, Secrets((other,), (name,))) == []
    assert judged("a.html", page, Secrets((hidden("m-1", name),), ()))


MARKS = st.sampled_from(
    ["", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u0332", "<b>", "</b>", "<!-- x -->", "<wbr>"]
)
SHAPES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        str.title,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: "".join(f"&#{ord(char)};" for char in text),
        lambda text: "".join(f"&#x{ord(char):x};" for char in text),
        lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
        lambda text: text.encode().decode("latin-1"),
    ]
)


@given(words=NAMES, data=st.data())
def test_no_mark_or_code_between_or_instead_of_letters_hides_a_name(
    words: list[str], data: st.DataObject
) -> None:
    word = words[-1].capitalize()
    shape = data.draw(SHAPES)
    at = data.draw(st.integers(1, len(word) - 1))
    text = shape(word[:at]) + data.draw(MARKS) + shape(word[at:])
    name = " ".join(part.capitalize() for part in words)
    assert judged("a.html", f"<p>Enligt {text} gäller det.</p>".encode(), Secrets((hidden("m-1", name),), ()))


def test_an_innocent_edit_by_hand_passes_and_a_laxer_site_does_not(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<p>Kommundirektören i Almdalen öppnade mötet.</p>")
    assert audit(tmp_path, SECRETS) == ()
    page.write_text("<p>Kommundirektören i Almdalen öppnade mötet klockan 9.</p>\n<p>Fika ingår.</p>")
    assert audit(tmp_path, SECRETS) == ()
    page.write_text("<p>Torvald Åkerblom, Almdalen, öppnade mötet.</p>")
    assert audit(tmp_path, SECRETS)


def test_every_file_that_holds_a_name_is_told_of_even_in_the_same_words(tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "c.html"):
        (tmp_path / name).write_text("<p>Rad ett</p>\n<p>Torvald sade</p>\n")
    assert [finding.file for finding in audit(tmp_path, SECRETS)] == ["a.html", "b.html", "c.html"]


def test_two_lines_that_stood_apart_on_other_pages_are_read_together_where_they_meet(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>\nSten\noch grus</p>")
    (tmp_path / "b.html").write_text("<p>På\nBerg\nvar det</p>")
    assert audit(tmp_path, SECRETS) == ()
    (tmp_path / "c.html").write_text("<p>\nSten\nBerg\nvar det</p>")
    assert [finding.file for finding in audit(tmp_path, SECRETS)] == ["c.html"]


def test_progress_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hej")
    told: list[str] = []
    audit(tmp_path, SECRETS, progress=told.append)
    assert told == ["audit: 0 files read"]


def test_the_order_of_people_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Torvald, Sten Berg och Håkan")
    turned = Secrets(SECRETS.hidden[::-1], SECRETS.named[::-1])
    assert audit(tmp_path, SECRETS) == audit(tmp_path, turned)
