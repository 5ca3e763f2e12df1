"""Contract, promise 6: every non-blank line of a source is in the file or in a list that is shown."""

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from arkiv.importers import read_source
from arkiv.importers.draft import Draft, draft
from arkiv.importers.plain import lines_of
from arkiv.importers.source import SourceText, UnreadableSource, words
from arkiv.model import Status
from arkiv.sources.body import read_body
from arkiv.sources.fields import Problems

NAMES = ("Annika Rosenlöv", "Bo Ek", "Cia-Lis von Hägg", "Zubair Amini", "ODD ALM", "Malin", "Per Ale")
PLACES = ("Tallmo", "Lilla Edet", "KLR", "Region Skåne", "utredare länsstyrelsen", "kommundirektör Åbro", "")
BOUNDS = (
    "",
    " (tom p 2)",
    " (p1)",
    " (fr.o.m. § 2)",
    " (p 1-2)",
    " (ersättare för Bo Ek)",
    " (S)",
    " – via Teams",
)
LABELS = (
    "### NÄRVARANDE",
    "Närvarande:",
    "**Deltagare**",
    "EJ NÄRVARANDE",
    "Gäster",
    "Frånvarande: Bo Ek, Tallmo",
)
NUMBERS = ("### {n}. ", "## {n}. ", "**{n}. ", "{n}. ", "§ {n} ", "#### {n} ", "Punkt {n}: ", "### **{n}. ")
TEXTS = (
    "Sofia Hägglid, SKR, har bjudits in.",
    "- första punkten",
    "- andra",
    "1. ett",
    "2. två",
    "---",
    "===",
    "| a | b |",
    "Beslut: Resan prövas. (ansvarig: Bo)",
    "> citat",
    "**Åtgärd:** Ring.",
    "```",
    "    indraget",
    "Sida 1 (2)",
    "#tagg",
    "Plats: Åbro",
    "Tid: 9-12, lokal B",
    "Datum: 3 maj 2025",
    "Dnr: 7",
    "Dagordning",
    "## Inledning",
    "Rubrik\n=====",
    "text\n-----",
    "_kursiv_ och **fet**",
    "a_b_c <b>rå</b> &amp;",
    "1.1 Underpunkt",
    "13.00 Lunch",
    "* stjärna",
    "\f",
    "Antecknat av:",
    "Justeras",
    "Bo Ek",
    "Förbundssekreterare",
    "Vid protokollet Bo Ek",
    "Sekreterare: Cia-Lis Hägg",
)

people = st.builds(
    "{}, {}{}".format, st.sampled_from(NAMES), st.sampled_from(PLACES), st.sampled_from(BOUNDS)
)
items = st.builds(
    lambda shape, number, title: shape.format(n=number) + title + ("**" if "**" in shape else ""),
    st.sampled_from(NUMBERS),
    st.integers(1, 12),
    st.sampled_from(("Öppnande", "Rapport från rådet", "Övrigt", "Planeringsdag 15 november")),
)
loose = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
rows = st.lists(
    st.one_of(people, items, st.sampled_from(LABELS), st.sampled_from(TEXTS), st.just(""), loose),
    min_size=1,
    max_size=30,
)


def read(text: str) -> Draft:
    source = SourceText(Path("prov.txt"), tuple(lines_of(text)))
    return draft(source, "prov").dated("prov", date(2025, 3, 4), 1, Status.DRAFT)


def values(node: object) -> list[str]:
    """The texts and numbers in a frontmatter, without its keys."""
    if isinstance(node, dict):
        return [text for value in node.values() for text in values(value)]
    if isinstance(node, list):
        return [text for value in node for text in values(value)]
    return [str(node)]


@settings(max_examples=400)
@given(rows)
def test_every_word_is_in_the_file_or_listed_as_often_as_it_was_written(rows: list[str]) -> None:
    found = read("\n".join(rows))
    matter, body = found.text.removeprefix("---\n").split("\n---\n", 1)
    fields = {key: value for key, value in yaml.safe_load(matter).items() if key != "mentioned"}
    kept = Counter(words(body)) + Counter(word for text in values(fields) for word in words(text))
    kept += Counter(word for leftover in found.leftovers for word in words(leftover.text))
    source = Counter(word for line in found.source.lines for word in words(line.text))
    assert not source - kept


@settings(max_examples=200)
@given(rows)
def test_the_archive_reads_back_the_items_that_were_found(rows: list[str]) -> None:
    found = read("\n".join(rows))
    if not found.parts.agenda.repeated:
        heads = [head.number for _, head in sorted(found.parts.agenda.heads.items())]
        assert [item.number for item in read_body(found.body, 1, Problems("prov.md")).items] == heads


@settings(max_examples=100)
@given(st.binary(max_size=200), st.sampled_from((".txt", ".docx", ".odt", ".html", ".pdf")))
def test_any_bytes_are_read_or_refused_with_a_remedy(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"prov{suffix}")
        path.write_bytes(data)
        assert outcome(path)


def outcome(path: Path) -> object:
    """The lines, or the remedy of a refusal."""
    try:
        return read_source(path).lines
    except UnreadableSource as error:
        return error.remedy
