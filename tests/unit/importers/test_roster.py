from pathlib import Path

import pytest

from arkiv.importers.roster import NETWORK_ID, is_near, known_networks, near_members, network
from arkiv.model import Person, Place

ROSTER = """---
kind: network
name: Prov
members:
  - {name: Ylvice Sandmor, organization: Tallmo}
  - {id: m-7, name: Bo Ahlgrund, other_names: [Bosse Ahlgrund]}
---
"""


@pytest.mark.parametrize(
    ("one", "two"),
    [("sandel", "sandal"), ("sandel", "sandell"), ("sandel", "andel"), ("sandel", "sandle"), ("å", "ä")],
)
def test_names_one_letter_apart_are_near(one: str, two: str) -> None:
    assert is_near(one, two)
    assert is_near(two, one)


@pytest.mark.parametrize(
    ("one", "two"), [("sandel", "sandel"), ("sandel", "xandex"), ("ek", "ekbo"), ("abcd", "badc")]
)
def test_equal_names_and_names_further_apart_are_not_near(one: str, two: str) -> None:
    assert not is_near(one, two)


def test_an_attendee_spelt_nearly_as_a_member_is_told_by_the_members_id(tmp_path: Path) -> None:
    (tmp_path / "natverk").mkdir()
    (tmp_path / "natverk/prov.md").write_text(ROSTER, encoding="utf-8")
    people = [
        Person(name, "x", Place("prov.txt", 3))
        for name in ("Ylvike Sandmor", "Bo Ahlgrund", "Bosse Ahlgrun", "Lo Ek")
    ]
    near = near_members(people, network(tmp_path, "prov"))
    assert [(one.member, one.place) for one in near] == [
        ("prov-1", "natverk/prov.md:5"),
        ("m-7", "natverk/prov.md:6"),
    ]


def test_a_network_that_is_not_there_has_nobody_near(tmp_path: Path) -> None:
    assert network(tmp_path, "prov") is None
    assert known_networks(tmp_path) == ()
    assert near_members([Person("Lo Ek", "x", Place("prov.txt"))], None) == ()


@pytest.mark.parametrize(
    ("text", "usable"),
    [("kommunchefer", True), ("kultur-bibliotek", True), ("prov-2", False), ("../x", False), ("Å", False)],
)
def test_a_networks_id_is_a_plain_file_stem_without_a_number_last(text: str, usable: bool) -> None:
    assert bool(NETWORK_ID.fullmatch(text)) is usable
