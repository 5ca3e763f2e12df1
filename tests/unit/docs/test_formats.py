"""Every field, level, disclosure and audience stands in handbook/formats.md, and none that is not there."""

import re
from enum import StrEnum

import pytest

from arkiv.attachments.types import ALLOWED
from arkiv.model import Audience, RecordKind, Status
from arkiv.policy.disclosures import Disclosure
from arkiv.settings import CONFIG_FILE, read_settings
from arkiv.sources.body import FIELD_NAMES, MARKERS
from tests.unit.docs.texts import FORMATS, ROOT, fields, said, section

SECTIONS = {
    "_minutes": "Minutes",
    "check_format": "Minutes",
    "read_audience": "Minutes",
    "read_person": "People",
    "_reason": "People",
    "_attendee": "People",
    "read_attachments": "Minutes",
    "_attachment": "Attachments",
    "read_network": "Networks",
    "_visibility": "Networks",
    "_basis": "Networks",
    "read_members": "Networks",
    "_member": "Networks",
    "read_event": "Events",
    "read_page": "Ordinary pages",
    "_refuse_misplaced": "Ordinary pages",
}
"""Where the fields that a function reads are described; those of other functions, somewhere in the text."""

MODULES = sorted(
    path.relative_to(ROOT / "hooks" / "arkiv").as_posix()
    for path in (ROOT / "hooks" / "arkiv" / "sources").glob("*.py")
)
READ = sorted({found for module in [*MODULES, "settings.py"] for found in fields(module)})


def words(text: str) -> set[str]:
    """The words in a text's code."""
    return {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\wåäö-]+", code)}


def described(text: str) -> set[str]:
    """The fields that tables of fields have lines for."""
    tables = re.findall(r"(?m)^\| field \| type .*\n\|[-|]+\n((?:\|.*\n)+)", text)
    firsts = (line.split("|")[1] for table in tables for line in table.splitlines())
    return {code for first in firsts for code in re.findall(r"`([^`]+)`", first)}


def test_the_scan_of_the_sources_finds_fields() -> None:
    assert {("_minutes", "network"), ("_attendee", "to_item"), ("read_event", "end_date")} <= set(READ)
    assert ("_settings", "lowest_level") in READ or ("_levels", "lowest_level") in READ


@pytest.mark.parametrize(("function", "field"), READ, ids=lambda found: found)
def test_a_field_that_the_sources_read_is_described(function: str, field: str) -> None:
    text = said(FORMATS)
    assert field in words(section(text, SECTIONS[function]) if function in SECTIONS else text)


def test_a_field_that_is_described_is_one_that_is_read() -> None:
    read = {field for _, field in READ}
    text = said(FORMATS)
    described_fields = described(text) - described(section(text, "Settings"))
    assert described_fields - read <= {"kind", "format"}
    assert {field.rsplit(".", 1)[-1] for field in described(section(text, "Settings"))} - read <= {"nav"}


@pytest.mark.parametrize("kind", [Audience, Status], ids=lambda kind: kind.__name__)
def test_every_word_of_a_choice_is_explained(kind: type[StrEnum]) -> None:
    assert set(kind) <= words(said(FORMATS))


def test_every_level_disclosure_and_audience_has_a_line_of_its_own() -> None:
    text = section(said(FORMATS), "Levels, disclosures, audiences")
    levels = read_settings(ROOT / CONFIG_FILE).levels
    for level in levels:
        assert f"| `{level.id}` | {level.label} |" in text
    for word in (*(disclosure.value for disclosure in Disclosure), *Audience):
        assert f"\n| `{word}` | " in text


def test_every_marker_field_and_anchor_of_records_is_explained() -> None:
    text = said(FORMATS)
    records = section(text, "Records")
    assert all(f"**{marker.capitalize()}:**" in records for marker in MARKERS)
    assert set(FIELD_NAMES) <= set(re.findall(r"(?m)^\| `([^`]+)` \|", records))
    assert all(f"`#{kind.value}-3-1`" in text for kind in RecordKind)


def test_every_type_of_file_that_may_be_published_is_listed() -> None:
    text = section(said(FORMATS), "Attachments")
    assert set(re.findall(r"`\.([a-z]+)`", text)) == set(ALLOWED)


def test_the_editors_learn_every_level_and_marker() -> None:
    text = said(ROOT / "handbook" / "redaktorer.md")
    levels = read_settings(ROOT / CONFIG_FILE).levels
    assert all(level.label in text and f"`{level.id}`" in text for level in levels)
    assert all(f"`**{marker.capitalize()}:**`" in text for marker in MARKERS)
    assert all(f"`{status}`" in text for status in Status)
