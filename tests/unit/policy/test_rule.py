"""`decide()` is total, pure and denies by default, and a rule that is not monotone is refused."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arkiv.model import Audience
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.rule import Rule, rule
from tests.unit.policy.archives import DEFAULT_PLACE, LEVEL_IDS, LEVELS, cells, default, network

NAMED, ROLE, UNNAMED, WITHHELD = Disclosure
PUBLIC, INTERNAL = Audience

DEFAULT = {
    "public": {"normal": "named", "forsamrat": "role", "skarpt": "unnamed"},
    "internal": {"normal": "named", "forsamrat": "named", "skarpt": "named", "hogsta": "role"},
}
NETWORKS = (
    network(
        "egen",
        cells={
            "public": {"normal": "role", "forsamrat": "role", "skarpt": "withheld"},
            "internal": {"normal": "named"},
        },
    ),
    network("arvd"),
    network("sluten", cells={"public": {"normal": "named"}}, audience=INTERNAL),
    network("fel", cells={"public": {"normal": "Named", "forsamrat": ""}, "press": {"normal": "named"}}),
)
RULE = rule(LEVELS, default(DEFAULT), NETWORKS)

OWN, INHERITED = "the network's own row", "the default row"
TRUTH = [
    ("normal", PUBLIC, "egen", ROLE, OWN),
    ("forsamrat", PUBLIC, "egen", ROLE, OWN),
    ("skarpt", PUBLIC, "egen", WITHHELD, OWN),
    ("hogsta", PUBLIC, "egen", WITHHELD, "no row says anything"),
    ("normal", INTERNAL, "egen", NAMED, OWN),
    ("forsamrat", INTERNAL, "egen", NAMED, INHERITED),
    ("skarpt", INTERNAL, "egen", NAMED, INHERITED),
    ("hogsta", INTERNAL, "egen", ROLE, INHERITED),
    ("normal", PUBLIC, "arvd", NAMED, INHERITED),
    ("forsamrat", PUBLIC, "arvd", ROLE, INHERITED),
    ("skarpt", PUBLIC, "arvd", UNNAMED, INHERITED),
    ("hogsta", PUBLIC, "arvd", WITHHELD, "no row says anything"),
    ("normal", INTERNAL, "arvd", NAMED, INHERITED),
    ("forsamrat", INTERNAL, "arvd", NAMED, INHERITED),
    ("skarpt", INTERNAL, "arvd", NAMED, INHERITED),
    ("hogsta", INTERNAL, "arvd", ROLE, INHERITED),
    ("normal", PUBLIC, "sluten", WITHHELD, OWN),
    ("forsamrat", PUBLIC, "sluten", WITHHELD, OWN),
    ("skarpt", PUBLIC, "sluten", WITHHELD, OWN),
    ("hogsta", PUBLIC, "sluten", WITHHELD, OWN),
    ("normal", INTERNAL, "sluten", NAMED, INHERITED),
    ("forsamrat", INTERNAL, "sluten", NAMED, INHERITED),
    ("skarpt", INTERNAL, "sluten", NAMED, INHERITED),
    ("hogsta", INTERNAL, "sluten", ROLE, INHERITED),
    ("normal", PUBLIC, "fel", WITHHELD, "the disclosure is unknown"),
    ("forsamrat", PUBLIC, "fel", WITHHELD, "the disclosure is unknown"),
    ("skarpt", PUBLIC, "fel", UNNAMED, INHERITED),
    ("normal", "press", "fel", WITHHELD, "the audience is unknown"),
    ("okand", PUBLIC, "arvd", WITHHELD, "the level is unknown"),
    ("", INTERNAL, "egen", WITHHELD, "the level is unknown"),
    ("normal", PUBLIC, "okant", WITHHELD, "the network is unknown"),
    ("normal", INTERNAL, "", WITHHELD, "the network is unknown"),
    ("okand", "press", "okant", WITHHELD, "the network is unknown"),
]


@pytest.mark.parametrize(("level", "audience", "network_id", "disclosure", "reason"), TRUTH)
def test_the_truth_table(
    level: str, audience: Audience, network_id: str, disclosure: Disclosure, reason: str
) -> None:
    ruling = RULE.decide(network_id, audience, level)
    assert (ruling.disclosure, ruling.reason) == (disclosure, reason)


def test_the_truth_table_has_every_level_audience_and_good_network() -> None:
    rows = {(level, audience, network_id) for level, audience, network_id, *_ in TRUTH}
    assert rows >= {
        (level, audience, one)
        for level in LEVEL_IDS
        for audience in Audience
        for one in ("egen", "arvd", "sluten")
    }


@given(st.text(max_size=9), st.text(max_size=9), st.text(max_size=9))
def test_any_three_words_have_an_answer_and_unknown_ones_are_withheld(
    network_id: str, audience: str, level: str
) -> None:
    assert RULE.decide(network_id, audience, level).disclosure is WITHHELD  # type: ignore[arg-type]


def test_a_stricter_disclosure_shows_less() -> None:
    assert list(Disclosure) == sorted(Disclosure)
    assert [one.shows_names for one in Disclosure] == [True, False, False, False]
    assert [one.shows_roles for one in Disclosure] == [True, True, False, False]
    assert [one.is_built for one in Disclosure] == [True, True, True, False]


def _problems(own: dict[str, dict[str, str]], fallback: dict[str, dict[str, str]] | None = None) -> list[str]:
    found = rule(LEVELS, default(fallback or {}), (network("egen", cells=own),))
    return [str(problem) for problem in found.problems()]


@pytest.mark.parametrize(
    ("own", "cell"),
    [
        (
            {"public": {"forsamrat": "role"}, "internal": dict.fromkeys(LEVEL_IDS, "named")},
            "public.forsamrat: shows more than public.normal",
        ),
        (
            {"internal": {"normal": "role", "forsamrat": "named"}},
            "internal.forsamrat: shows more than internal.normal",
        ),
        ({"internal": {"hogsta": "unnamed"}}, "internal.hogsta: shows more than internal.skarpt"),
    ],
)
def test_a_cell_that_shows_more_than_a_laxer_level_is_named(
    own: dict[str, dict[str, str]], cell: str
) -> None:
    remedy = "make the stricter level show no more than the laxer one"
    assert f"natverk/egen.md:9: visibility.{cell} - {remedy}" in _problems(own)


def test_a_cell_that_shows_the_public_more_than_the_internal_audience_is_named() -> None:
    assert _problems({"public": {"normal": "named"}, "internal": {"normal": "role"}}) == [
        "natverk/egen.md:9: visibility.public.normal: shows more than internal.normal"
        " - make public show no more than internal"
    ]


def test_a_cell_that_is_not_monotone_only_with_the_default_row_is_named() -> None:
    fallback = {"internal": {"normal": "role", "forsamrat": "role"}}
    assert _problems({"internal": {"forsamrat": "named"}}, fallback) == [
        "natverk/egen.md:9: visibility.internal.forsamrat: shows more than internal.normal"
        " - make the stricter level show no more than the laxer one"
    ]


def test_a_default_row_that_is_not_monotone_is_told_once_and_where_it_stands() -> None:
    fallback = {"internal": {"normal": "role", "forsamrat": "named"}}
    networks = (network("ark"), network("bok"), network("ceder", cells={"internal": {"normal": "named"}}))
    problems = [str(problem) for problem in rule(LEVELS, default(fallback), networks).problems()]
    assert problems == [
        "mkdocs.yml:80: default_visibility.internal.forsamrat: shows more than internal.normal"
        " - make the stricter level show no more than the laxer one"
    ]


def test_a_default_row_is_checked_where_no_network_needs_it() -> None:
    fallback = {"public": {"normal": "named"}}
    for networks in ((), (network("egen", cells={"public": {"normal": "withheld"}}),)):
        (problem,) = rule(LEVELS, default(fallback), networks).problems()
        assert (problem.place, problem.field) == (DEFAULT_PLACE, "default_visibility.public.normal")


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        (
            {"public": {"alva": "named"}},
            "visibility.public, cell 1: is no level - write one of: normal, forsamrat, skarpt, hogsta",
        ),
        (
            {"public": {"normal": "alva"}},
            "visibility.public.normal: is no disclosure - write one of: named, role, unnamed, withheld",
        ),
        (
            {"internal": {"hogsta": ""}},
            "visibility.internal.hogsta: is no disclosure - write one of: named, role, unnamed, withheld",
        ),
        ({"alva": {"normal": "named"}}, "visibility, row 1: is no audience - write one of: public, internal"),
    ],
)
def test_unknown_words_in_a_row_are_told_and_not_repeated(
    own: dict[str, dict[str, str]], problem: str
) -> None:
    assert _problems(own) == [f"natverk/egen.md:9: {problem}"]


def test_unknown_words_are_told_in_a_network_that_the_public_never_sees_too() -> None:
    own = {"public": {"normal": "alva", "alva": "named"}, "internal": {"hogsta": "alva"}}
    found = rule(LEVELS, default({}), (network("sluten", cells=own, audience=INTERNAL),))
    assert [problem.field for problem in found.problems()] == [
        "visibility.public.normal",
        "visibility.public, cell 2",
        "visibility.internal.hogsta",
    ]
    assert {found.decide("sluten", PUBLIC, level).disclosure for level in LEVEL_IDS} == {WITHHELD}


def _is_monotone(found: Rule, network_id: str) -> bool:
    table = {
        audience: [found.decide(network_id, audience, level).disclosure for level in LEVEL_IDS]
        for audience in Audience
    }
    rising = all(laxer <= stricter for row in table.values() for laxer, stricter in pairwise(row))
    return rising and all(
        public >= internal for public, internal in zip(table[PUBLIC], table[INTERNAL], strict=True)
    )


@given(cells(), st.lists(cells(), max_size=3))
def test_a_rule_has_problems_exactly_where_its_table_is_not_monotone(
    fallback: dict[str, dict[str, str]], rows: list[dict[str, dict[str, str]]]
) -> None:
    # The network without a row of its own is the default row's place in the table.
    networks = (network("arvd"), *(network(f"n{nth}", cells=row) for nth, row in enumerate(rows)))
    found = rule(LEVELS, default(fallback), networks)
    assert (not found.problems()) == all(_is_monotone(found, one.id) for one in networks)
