"""A body that was kept is used again only where converting the page anew would give the same."""

import pytest

from arkiv.memory import Recall
from arkiv.rendering.body import Body, Heading
from arkiv.rendering.remembered import Bodies

PAGE, TEXT, PERMALINK = "moten/2024/a.md", "# Budget\n\n[Nätverket](../../natverk/kultur.md#om)\n", "<a>¶</a>"
BODY = Body(
    "<h1>Budget</h1>",
    (Heading(1, "budget", "Budget"),),
    frozenset({"budget"}),
    {"natverk/kultur.md": {"om": "../../natverk/kultur.md#om"}},
)
PATHS = {PAGE, "natverk/kultur.md"}


def kept(*links: str) -> Recall:
    bodies = Bodies(Recall(), PERMALINK, PATHS)
    bodies.keep(PAGE, TEXT, BODY, links)
    return Recall(bodies.recall.handed_over())


def test_a_body_is_what_it_was_while_what_it_links_to_is_there() -> None:
    recall = kept("../../natverk/kultur.md#om", "https://exempel.se/a", "#budget", "mailto:a@exempel.se")
    assert Bodies(recall, PERMALINK, PATHS).known(PAGE, TEXT) == BODY
    assert Bodies(recall, PERMALINK, PATHS | {"om.md"}).known(PAGE, TEXT) == BODY
    assert recall.used == recall.before


@pytest.mark.parametrize(
    ("page", "text", "permalink", "paths"),
    [
        ("moten/2023/a.md", TEXT, PERMALINK, PATHS),
        (PAGE, TEXT + "\nMera.\n", PERMALINK, PATHS),
        (PAGE, TEXT, "<a>#</a>", PATHS),
        (PAGE, TEXT, PERMALINK, {PAGE}),
    ],
    ids=["at another address", "another text", "other permalinks", "a link's target gone"],
)
def test_a_page_is_converted_anew_where_it_would_become_another(
    page: str, text: str, permalink: str, paths: set[str]
) -> None:
    recall = kept("../../natverk/kultur.md#om")
    assert Bodies(recall, permalink, paths).known(page, text) is None
    assert not recall.used


@pytest.mark.parametrize("link", ["../../natverk/%6Bultur.md", "./../../natverk/kultur.md?a=b"])
def test_a_link_s_target_is_known_however_it_is_written(link: str) -> None:
    recall = kept(link)
    assert Bodies(recall, PERMALINK, PATHS).known(PAGE, TEXT)
    assert Bodies(recall, PERMALINK, {PAGE}).known(PAGE, TEXT) is None
