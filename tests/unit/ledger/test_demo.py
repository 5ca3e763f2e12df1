"""On the archive under docs/: nothing that a stricter site hides is missing from the ledger."""

from functools import cache
from itertools import combinations

import pytest

from arkiv.ledger import summary
from arkiv.ledger.comparison import Comparison
from arkiv.ledger.entries import Kind, Ledger
from arkiv.model import Audience
from tests.integration.demo import DOCS, LEVELS, prepared
from tests.unit.ledger.comparing import SMALL, ledger, seen

pytestmark = pytest.mark.xdist_group("demo")

PAIRS = [
    (Audience.PUBLIC, "normal", "forsamrat"),
    (Audience.PUBLIC, "forsamrat", "skarpt"),
    (Audience.PUBLIC, "normal", "hogsta"),
    (Audience.INTERNAL, "normal", "hogsta"),
]
"""From names to roles, from roles to counts, from names to nothing, and what insiders lose."""


@cache
def comparison(audience: Audience, laxer: str, stricter: str) -> Comparison:
    """Two builds of the demo archive."""
    return Comparison.of(prepared(), seen(laxer, audience, DOCS), seen(stricter, audience, DOCS))


@cache
def made(audience: Audience, laxer: str, stricter: str) -> Ledger:
    """The ledger of those two builds."""
    found = comparison(audience, laxer, stricter)
    entries, level = tuple(found.entries()), prepared().settings.levels.get
    followers = tuple(found.followers({entry.path for entry in entries}))
    return Ledger(audience, level(laxer), level(stricter), True, entries, followers, 0, "")


def shown(audience: Audience, laxer: str, stricter: str) -> dict[str, set[str]]:
    """By page, the full names of people that the laxer build shows there and the stricter hides."""
    lax, strict = seen(laxer, audience, DOCS), seen(stricter, audience, DOCS)
    already = {one.id for one in lax.secrets.hidden}
    names = {
        name for one in strict.secrets.hidden if one.id not in already for name in one.names if " " in name
    }
    found = {page.path: {name for name in names if name in page.markdown} for page in lax.pages}
    return {path: here for path, here in found.items() if here}


def own(path: str) -> str:
    """The source of a page; nothing for one that is made of others."""
    return (DOCS / path).read_text("utf-8") if (DOCS / path).exists() else ""


@pytest.mark.parametrize(("audience", "laxer", "stricter"), PAIRS)
def test_every_full_name_that_will_be_hidden_is_marked_in_a_passage_of_the_page_that_says_it(
    audience: Audience, laxer: str, stricter: str
) -> None:
    found = made(audience, laxer, stricter)
    marked = {
        entry.path: "\n".join(piece.text for one in entry.passages for piece in one.laxer if piece.changed)
        for entry in found.entries
    }
    everywhere = "\n".join(marked.values())
    for path, names in shown(audience, laxer, stricter).items():
        assert path in marked or comparison(audience, laxer, stricter).place(path) in found.followers, path
        assert not [name for name in names if name not in everywhere], path
        assert not [name for name in names if name in own(path) and name not in marked[path]], path


def test_the_public_site_at_the_next_level_hides_many_names() -> None:
    """Else everything above would hold of an archive without people."""
    assert sum(map(len, shown(*PAIRS[0]).values())) > 200


@pytest.mark.parametrize(("audience", "laxer", "stricter"), PAIRS)
def test_no_page_differs_without_being_told_of(audience: Audience, laxer: str, stricter: str) -> None:
    lax, strict = seen(laxer, audience, DOCS).pages, seen(stricter, audience, DOCS).pages
    theirs = {page.path: page.markdown for page in strict}
    found, place = made(audience, laxer, stricter), comparison(audience, laxer, stricter).place
    differing = {place(page.path) for page in lax if theirs.get(page.path) != page.markdown}
    assert differing == {entry.place for entry in found.entries} | {*found.followers}
    gone = {entry.place for entry in found.entries if entry.withheld}
    assert gone - {*found.followers} == {place(one.path) for one in lax if one.path not in theirs} - {
        *found.followers
    }


def test_nobodys_name_is_in_the_report_that_a_log_may_keep() -> None:
    for pair in PAIRS:
        report = summary(made(*pair), names=False)
        people = prepared().people.individuals
        assert not {one.id for one in people for said in (*one.names, *one.contacts) if said in report}


@pytest.mark.parametrize("level", LEVELS)
def test_between_a_level_and_itself_nothing_changes(level: str) -> None:
    assert ledger(level, level).is_empty


@pytest.mark.parametrize(("laxer", "stricter"), [*combinations(LEVELS, 2)])
def test_the_way_back_shows_what_the_way_there_hides(laxer: str, stricter: str) -> None:
    there, back = ledger(laxer, stricter, docs=SMALL), ledger(stricter, laxer, docs=SMALL)
    assert (there.raises, back.raises) == (True, False)
    assert there.counts == back.counts
    assert there.entries == back.entries


def counted(found: Ledger, path: str) -> dict[Kind, int]:
    """What is counted on one page."""
    return next(dict(entry.counts) for entry in found.entries if entry.path == path)


def test_everything_on_a_page_is_counted_by_its_kind() -> None:
    assert counted(ledger("normal", "forsamrat"), "moten/2025/2025-03-04-kajer.md") == {
        Kind.FULL_NAME: 7,
        Kind.FIRST_NAME: 2,
        Kind.NAME_PART: 2,
        Kind.UNREGISTERED: 1,
        Kind.ROLE: 1,
        Kind.ATTACHMENT: 1,
        Kind.LINK: 1,
    }
