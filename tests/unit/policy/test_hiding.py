"""Who is hidden in one build: anywhere means everywhere, by the strictest disclosure."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from arkiv.model import Archive, Audience, Network, RecordKind
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.hiding import Hiding, hiding
from arkiv.policy.people import Individual, People
from arkiv.policy.rule import rule
from tests.unit.policy.archives import (
    LEVEL_IDS,
    LEVELS,
    archives,
    attendee,
    default,
    minutes,
    network,
    person,
    record,
)

NAMED, ROLE, UNNAMED, WITHHELD = Disclosure
PUBLIC, INTERNAL = Audience


def _cells(disclosure: Disclosure) -> dict[str, dict[str, str]]:
    return {"public": {"normal": disclosure.value}, "internal": {"normal": "named"}}


def _hiding(archive: Archive, audience: Audience = PUBLIC, level: str = "normal") -> Hiding:
    return hiding(People(archive), rule(LEVELS, default({}), archive.networks), audience, level)


def _disclosures(*networks: Network, **said: object) -> dict[str, Disclosure]:
    meetings = (minutes("ark", **said),) if said else ()  # type: ignore[arg-type]
    found = _hiding(Archive(networks=networks, minutes=meetings))
    return {one.names[0]: found.disclosure(one) for one in found.people.individuals}


def _ark(disclosure: Disclosure, *names: str, **said: object) -> Network:
    return network(
        "ark", [person(name, f"ark-{row}", **said) for row, name in enumerate(names, 1)], _cells(disclosure)
    )


def _bok(disclosure: Disclosure, *names: str, **said: object) -> Network:
    return network(
        "bok", [person(name, f"bok-{row}", **said) for row, name in enumerate(names, 1)], _cells(disclosure)
    )


@pytest.mark.parametrize("disclosure", list(Disclosure))
def test_a_member_is_shown_as_the_network_says(disclosure: Disclosure) -> None:
    assert _disclosures(_ark(disclosure, "Alva Rotvik")) == {"Alva Rotvik": disclosure}


@pytest.mark.parametrize("one", list(Disclosure))
@pytest.mark.parametrize("other", list(Disclosure))
def test_hidden_anywhere_is_hidden_everywhere_by_the_strictest(one: Disclosure, other: Disclosure) -> None:
    assert _disclosures(_ark(one, "Alva Rotvik"), _bok(other, "Alva Rotvik")) == {
        "Alva Rotvik": max(one, other)
    }


@pytest.mark.parametrize(
    "said",
    [
        {"present": (attendee("Alva Rotvik"),)},
        {"absent": (attendee("Alva Rotvik"),)},
        {"mentioned": (person("Alva Rotvik"),)},
        {"recorder": person("Alva Rotvik")},
        {"adjusted_by": person("Alva Rotvik")},
        {"records": [record(RecordKind.ACTION, ansvarig="Alva Rotvik")]},
        {"records": [record(RecordKind.APPOINTMENT, "Alva Rotvik väljs om")]},
    ],
)
def test_whoever_stands_in_minutes_below_named_is_hidden(said: dict[str, object]) -> None:
    assert _disclosures(_ark(UNNAMED), _bok(NAMED, "Alva Rotvik"), **said) == {"Alva Rotvik": UNNAMED}


@pytest.mark.parametrize("disclosure", list(Disclosure))
def test_protected_always_hides_and_always_named_exempts(disclosure: Disclosure) -> None:
    assert _disclosures(_ark(disclosure, "Alva Rotvik", protected=True)) == {"Alva Rotvik": WITHHELD}
    assert _disclosures(_ark(disclosure, "Alva Rotvik", always_named="press")) == {"Alva Rotvik": NAMED}


def test_protected_in_minutes_hides_from_everyone_at_every_level() -> None:
    meeting = minutes("ark", present=(attendee("Alva Rotvik", protected=True),))
    archive = Archive(networks=(_ark(NAMED, "Alva Rotvik"),), minutes=(meeting,))
    for audience in Audience:
        for level in LEVEL_IDS:
            found = _hiding(archive, audience, level)
            assert [found.disclosure(one) for one in found.people.individuals] == [WITHHELD]


def test_exempt_on_one_mention_exempts_the_person() -> None:
    exempt = _bok(ROLE, "Alva Rotvik", always_named="press")
    assert _disclosures(_ark(WITHHELD, "Alva Rotvik"), exempt) == {"Alva Rotvik": NAMED}


@pytest.mark.parametrize(
    "misspelt", ["Alva Rotvig", "Alva Rotvk", "Alvar Rotvik", "AlvaRotvik", "Alva-Rotvik"]
)
def test_names_a_slip_apart_in_one_organisation_are_hidden_together(misspelt: str) -> None:
    found = _disclosures(
        _ark(ROLE, "Alva Rotvik", organization="Almeå"), _bok(NAMED, misspelt, organization="Almeå")
    )
    assert set(found.values()) == {ROLE}


def test_names_a_slip_apart_are_hidden_together_where_no_organisation_tells_them_apart() -> None:
    found = _disclosures(_ark(ROLE, "Alva Rotvik", organization="Almeå"), _bok(NAMED, "Alva Rotvig"))
    assert set(found.values()) == {ROLE}


def test_names_a_slip_apart_in_two_organisations_are_two_people() -> None:
    found = _disclosures(
        _ark(ROLE, "Alva Rotvik", organization="Almeå"), _bok(NAMED, "Alva Rotvig", organization="Norrvik")
    )
    assert found == {"Alva Rotvik": ROLE, "Alva Rotvig": NAMED}


def test_names_further_apart_or_too_short_are_two_people() -> None:
    assert _disclosures(_ark(ROLE, "Alva Rotvik", "Bo Ek"), _bok(NAMED, "Alma Rotvig", "Bo El")) == {
        "Alva Rotvik": ROLE,
        "Bo Ek": ROLE,
        "Alma Rotvig": NAMED,
        "Bo El": NAMED,
    }


def test_two_of_one_name_are_hidden_together_since_no_reader_tells_them_apart() -> None:
    hidden = network("ark", [person("Alva Rotvik", "ark-1", id="m-1", organization="Almeå")], _cells(ROLE))
    other = network("bok", [person("Alva Rotvik", "bok-1", id="m-2", organization="Norrvik")], _cells(NAMED))
    found = _hiding(Archive(networks=(hidden, other)))
    assert [found.disclosure(one) for one in found.people.individuals] == [ROLE, ROLE]


def test_a_chain_of_slips_is_hidden_together() -> None:
    found = _disclosures(_ark(UNNAMED, "Alva Rotvik"), _bok(NAMED, "Alva Rotvig", "Alma Rotvig"))
    assert set(found.values()) == {UNNAMED}


def test_an_exempt_person_shares_nobodys_hiding_but_that_of_a_protected_one() -> None:
    exempt = _bok(NAMED, "Alva Rotvig", always_named="press")
    assert _disclosures(_ark(ROLE, "Alva Rotvik"), exempt) == {"Alva Rotvik": ROLE, "Alva Rotvig": NAMED}
    assert set(_disclosures(_ark(NAMED, "Alva Rotvik", protected=True), exempt).values()) == {WITHHELD}


def test_an_internal_network_hides_its_members_from_the_public() -> None:
    closed = network("ark", [person("Alva Rotvik", "ark-1")], _cells(NAMED), INTERNAL)
    archive = Archive(networks=(closed, _bok(NAMED, "Alva Rotvik")))
    for audience, disclosure in ((PUBLIC, WITHHELD), (INTERNAL, NAMED)):
        found = _hiding(archive, audience)
        assert [found.disclosure(one) for one in found.people.individuals] == [disclosure]


def test_at_an_unknown_level_everyone_is_withheld() -> None:
    found = _hiding(Archive(networks=(_ark(NAMED, "Alva Rotvik"),)), level="okand")
    assert [found.disclosure(one) for one in found.people.individuals] == [WITHHELD]


def test_somebody_unknown_is_withheld() -> None:
    assert _hiding(Archive()).disclosure(Individual("x-1")) is WITHHELD


def test_secrets_are_the_hidden_with_all_their_names_and_the_names_of_the_named() -> None:
    hidden = person(
        "Alva Rotvik",
        "ark-1",
        other_names=("Alva Ek",),
        email="a@x.example",
        phone="08-1",
        role="chef",
        organization="Almeå",
    )
    archive = Archive(networks=(network("ark", [hidden], _cells(ROLE)), _bok(NAMED, "Bo Lundmark")))
    secrets = _hiding(archive).secrets
    (one,) = secrets.hidden
    assert (one.id, one.names, one.contacts) == ("ark-1", ("Alva Rotvik", "Alva Ek"), ("a@x.example", "08-1"))
    assert (one.disclosure, one.role, one.organization) == (ROLE, "chef", "Almeå")
    assert secrets.named == ("Bo Lundmark",)


def _named(archive: Archive, audience: Audience, level: str) -> set[str]:
    found = _hiding(archive, audience, level)
    return {one.id for one in found.people.individuals if found.disclosure(one).shows_names}


@settings(max_examples=150)
@given(archives())
def test_a_stricter_level_never_names_more_and_the_public_never_sees_more_than_insiders(
    archive: Archive,
) -> None:
    for audience in Audience:
        for laxer, stricter in combinations(LEVEL_IDS, 2):
            assert _named(archive, audience, stricter) <= _named(archive, audience, laxer)
    for level in LEVEL_IDS:
        assert _named(archive, PUBLIC, level) <= _named(archive, INTERNAL, level)


@settings(max_examples=150)
@given(archives())
def test_whoever_is_in_a_network_below_named_is_hidden_unless_exempt(archive: Archive) -> None:
    found_rule = rule(LEVELS, default({}), archive.networks)
    for level in LEVEL_IDS:
        found = _hiding(archive, level=level)
        for one in found.people.individuals:
            shown = [found_rule.decide(network_id, PUBLIC, level).disclosure for network_id in one.networks]
            if one.protected or not one.exempt:
                assert found.disclosure(one) >= max(shown)
