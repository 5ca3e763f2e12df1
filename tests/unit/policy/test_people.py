"""Mentions become individuals: the same name is the same person unless ids differ."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest
from hypothesis import given

from arkiv.model import Archive, Member, Network, Person, RecordKind
from arkiv.policy.people import People, looks_like_name
from tests.unit.policy.archives import NAMES, archives, attendee, minutes, network, person, record


def _people(*networks: Network, **said: object) -> People:
    meetings = (minutes("ark", **said),) if said else ()  # type: ignore[arg-type]
    return People(Archive(networks=networks or (network("ark"),), minutes=meetings))


def _named(people: People) -> dict[str, list[str]]:
    return {one.id: one.names for one in people.individuals}


def test_the_same_name_is_the_same_person_whatever_its_case_and_spaces() -> None:
    found = _people(
        network("ark", [person("Alva Rotvik", "ark-1")]), network("bok", [person("ALVA  rotvik", "bok-1")])
    )
    (one,) = found.individuals
    assert (one.id, one.networks) == ("ark-1", {"ark", "bok"})


def test_the_same_name_with_other_ids_is_two_people() -> None:
    found = _people(
        network("ark", [person("Alva Rotvik", "ark-1", id="m-1"), person("Alva Rotvik", "ark-2", id="m-2")])
    )
    assert list(_named(found)) == ["m-1", "m-2"]


def test_an_id_that_tells_the_name_joins_mentions_and_is_never_printed() -> None:
    members = [person("Alva Rotvik", "ark-1", id="alva"), person("Alva Ek", "ark-2", id="alva")]
    found = _people(network("ark", [*members, person("Bo Ek", "ark-3", id="ark-1")]))
    assert _named(found) == {"ark-1": ["Alva Rotvik", "Alva Ek"], "ark-3": ["Bo Ek"]}
    assert found.with_id("alva") is found.called("Alva Ek")[0]


def test_a_mention_without_an_id_counts_for_everyone_it_may_be() -> None:
    members = [person("Alva Rotvik", "ark-1", id="m-1"), person("Alva Rotvik", "ark-2", id="m-2")]
    found = _people(network("ark", members), network("bok", [person("Alva Rotvik", "bok-1")]))
    assert [one.networks for one in found.individuals] == [{"ark", "bok"}, {"ark", "bok"}]
    assert len(found.of(person("Alva Rotvik"))) == 2
    assert [one.id for one in found.of(person("Alva Rotvik", id="m-2"))] == ["m-2"]


def test_an_id_is_the_same_person_whatever_the_name() -> None:
    found = _people(
        network("ark", [person("Alva Rotvik", "ark-1", id="m-1"), person("Alva Ek", "ark-2", id="m-1")])
    )
    assert _named(found) == {"m-1": ["Alva Rotvik", "Alva Ek"]}


@pytest.mark.parametrize("order", [1, -1])
def test_another_name_is_the_same_person(order: int) -> None:
    networks = [
        network("ark", [person("Alva Rotvik", "ark-1", other_names=("Alva Ek",))]),
        network("bok", [person("Alva Ek", "bok-1")]),
    ][::order]
    (one,) = _people(*networks).individuals
    assert (set(one.names), one.networks) == ({"Alva Rotvik", "Alva Ek"}, {"ark", "bok"})


@pytest.mark.parametrize(
    "said",
    [
        {"present": (attendee("Alva Rotvik"),)},
        {"absent": (attendee("Alva Rotvik"),)},
        {"mentioned": (person("Alva Rotvik"),)},
        {"recorder": person("Alva Rotvik")},
        {"adjusted_by": person("Alva Rotvik")},
        {"records": [record(RecordKind.ACTION, ansvarig="Alva Rotvik")]},
        {"records": [record(RecordKind.ACTION, ansvarig="Almeå, Alva Rotvik och kansliet")]},
        {"records": [record(RecordKind.DECISION, ansvarig="kommundirektör Alva Rotvik")]},
        {"records": [record(RecordKind.APPOINTMENT, "Alva Rotvik")]},
        {"records": [record(RecordKind.APPOINTMENT, "**Alva Rotvik** väljs till ordförande.")]},
        {"records": [record(RecordKind.APPOINTMENT, "Till ordförande väljs Alva Rotvik (nyval).")]},
        {"records": [record(RecordKind.APPOINTMENT, "", ersättare="Alva Rotvik")]},
    ],
)
def test_everyone_who_stands_in_minutes_counts(said: dict[str, object]) -> None:
    known = network("bok", [person("Alva Rotvik", "bok-1")])
    (one,) = _people(network("ark"), known, **said).individuals
    assert one.networks == {"ark", "bok"}
    assert one.pages == {"natverk/bok.md", "moten/2024/2024-01-01-ark.md"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bo Lundmark", {"Bo Lundmark"}),
        ("Bo Lundmark och Cia af Tallroth", {"Bo Lundmark", "Cia af Tallroth"}),
        ("Bo Lundmark väljs till ordförande i styrelsen", {"Bo Lundmark"}),
        ("Karl-Johan O’Brien, Norrvik", {"Karl-Johan O’Brien"}),
        ("Almeå", set()),
        ("kansliet", set()),
        ("SKR", set()),
        ("Sekreteraren", set()),
    ],
)
def test_somebody_nobody_registered_is_found_where_a_record_names_who(text: str, names: set[str]) -> None:
    found = _people(network("ark"), records=[record(RecordKind.APPOINTMENT, text)])
    assert {name for one in found.individuals for name in one.names} == names


def test_an_organisation_or_a_network_that_is_responsible_is_no_person() -> None:
    members = [person("Alva Rotvik", "ark-1", organization="Region Almeå")]
    records = [
        record(RecordKind.ACTION, ansvarig="Region Almeå, Ark, ark"),
        record(RecordKind.ACTION, ansvarig="region almeå"),
    ]
    assert _named(_people(network("ark", members), records=records)) == {"ark-1": ["Alva Rotvik"]}


def test_two_names_on_one_line_are_two_people() -> None:
    """The second once took the first one's place, who was then not hidden at all."""
    records = [
        record(RecordKind.ACTION, ansvarig="Bo Lundmark, Cia Tallroth"),
        record(RecordKind.ACTION, ansvarig="Edit Ek"),
    ]
    found = _named(_people(network("ark"), records=records))
    assert sorted(found.values()) == [["Bo Lundmark"], ["Cia Tallroth"], ["Edit Ek"]]


def test_an_id_that_looks_like_another_row_takes_nobodys_place() -> None:
    found = _people(
        network("ark", [person("Alva Rotvik", "ark-1", id="ark-2"), person("Bo Lundmark", "ark-2")])
    )
    assert sorted(_named(found).values()) == [["Alva Rotvik"], ["Bo Lundmark"]]


def test_somebody_a_member_stands_in_for_counts() -> None:
    seats = (
        Member(person("Alva Rotvik", "ark-1"), substitute_for="Bo Lundmark"),
        Member(person("Cia Tallroth", "ark-2"), substitute_for="m-17"),
    )
    plain = network("ark")
    found = _people(Network(plain.id, plain.path, plain.name, seats, {}, plain.place, plain.place))
    assert list(_named(found).values()) == [["Alva Rotvik"], ["Cia Tallroth"], ["Bo Lundmark"]]


def test_protected_and_always_named_on_one_person_is_an_error_even_over_several_files() -> None:
    found = _people(
        network("ark", [person("Alva Rotvik", "ark-1", protected=True)]),
        network(
            "bok",
            [person("Bo Lundmark", "bok-1"), person("Alva Rotvik", "bok-2", always_named="presskontakt")],
        ),
    )
    assert [str(problem) for problem in found.problems()] == [
        "bok-2.md:5: always_named: contradicts `protected` of the same person (ark-1)"
        " - remove one of the two, wherever they stand"
    ]


def test_one_of_the_two_alone_is_no_error() -> None:
    members = [
        person("Alva Rotvik", "ark-1", protected=True),
        person("Bo Lundmark", "ark-2", always_named="press"),
    ]
    assert list(_people(network("ark", members)).problems()) == []


def test_role_organisation_and_contacts_are_gathered() -> None:
    members = [
        person("Alva Rotvik", "ark-1", email="a@x.example"),
        person("Alva Rotvik", "ark-2", role="chef", organization="Almeå", email="b@x.example", phone="1"),
    ]
    (one,) = _people(network("ark", members)).individuals
    assert (one.role, one.organization, one.contacts) == (
        "chef",
        "Almeå",
        ["a@x.example", "b@x.example", "1"],
    )


@pytest.mark.parametrize(
    "text", ["Alva Rotvik", "Alva af Rotvik", "Karl-Johan Ek", "Åsa Öst Ärlig", "Nadja Petrović"]
)
def test_capitalised_words_are_like_a_name(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    ["", "Alva", "Alva rotvik", "alva Rotvik", "Alva 2", "Von Alva av", "A B", "Ett Två Tre Fyra Fem Sex"],
)
def test_other_words_are_not(text: str) -> None:
    assert not looks_like_name(text)


@given(archives())
def test_nobody_is_lost_and_every_id_is_its_own(archive: Archive) -> None:
    found = People(archive)
    assert len({one.id for one in found.individuals}) == len(found.individuals)
    mentioned: list[Person] = [seat.person for one in archive.networks for seat in one.members]
    mentioned += [one.person for meeting in archive.minutes for one in meeting.present]
    for one in mentioned:
        assert found.of(one)
        assert all(individual in found.individuals for individual in found.of(one))


def _renamed(value: object, new: dict[str, str]) -> object:
    """The same frozen values, with other names in them."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return new.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(one, new) for one in value)
    if isinstance(value, dict):
        return {key: _renamed(one, new) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _renamed(getattr(value, one.name), new) for one in fields(value)})
    return value


@given(archives())
def test_an_id_never_holds_a_name_and_stays_when_everyone_is_renamed(archive: Archive) -> None:
    new = {name: f"Qu{'x' * nth}arn Zetr{'y' * (7 - nth)}a" for nth, name in enumerate(NAMES)}
    # Two of the names are a slip apart, and stay so: misspellings are renamed alike.
    new["Alva Rotvig"] = new["Alva Rotvik"][:-1] + "o"
    renamed = _renamed(archive, new)
    assert isinstance(renamed, Archive)
    before, after = People(archive).individuals, People(renamed).individuals
    assert [one.id for one in before] == [one.id for one in after]
    assert [[new[name] for name in one.names] for one in before] == [one.names for one in after]
    parts = {part.lower() for name in NAMES for part in name.split()}
    assert not any(part in one.id for one in before for part in parts if len(part) > 3)


@pytest.mark.parametrize(
    ("rows", "clashes"),
    [
        ([person("Alva Rotvik", "ark-1", id="m-1"), person("Moa Sundklint", "ark-2", id="m-1")], 1),
        ([person("Alva Rotvik", "ark-1", id="m-1"), person("Alva Ek", "ark-2", id="m-1")], 0),
        (
            [
                person("Alva Rotvik", "ark-1", id="m-1", always_named="har bett om det"),
                person("Alva Ek", "ark-2", id="m-1"),
            ],
            1,
        ),
        (
            [
                person("Alva Rotvik", "ark-1", id="m-1"),
                person("Moa Sundklint", "ark-2", id="m-1", other_names=("Alva Rotvik",)),
            ],
            0,
        ),
        ([person("Alva Rotvik", "ark-1", id="m-1"), person("ALVA  Rotvik", "ark-2", id="m-1")], 0),
        ([person("Alva Rotvik", "ark-1", id="m-1"), person("Moa Sundklint", "ark-2", id="m-2")], 0),
        ([person("Alva Rotvik", "ark-1"), person("Moa Sundklint", "ark-2")], 0),
    ],
)
def test_a_copied_row_that_kept_its_id_is_an_error_that_names_nobody(
    rows: list[Person], clashes: int
) -> None:
    found = [*_people(network("ark", rows)).problems()]
    assert [problem.field for problem in found] == ["id"] * clashes
    assert "rotvik" not in str(found).casefold()
    assert "sundklint" not in str(found).casefold()
