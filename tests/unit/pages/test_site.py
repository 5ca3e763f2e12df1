"""All pages together: what they are, how they hang together, and what they never do."""

from dataclasses import replace
from datetime import date
from functools import cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest

from arkiv.exports import Publisher, feeds
from arkiv.model import Audience, RecordKind, Status
from arkiv.pages import load_words, pages, theme_context
from arkiv.policy.disclosures import Disclosure
from arkiv.projection.addresses import GENERATED
from arkiv.public import Build, PublicArchive, PublicBasis, PublicText, Restriction
from tests.unit.pages import archives
from tests.unit.pages.rendering import Parsed, body, html

WORDS = load_words("sv")
RICH = archives.rich_archive()
MEETING = "moten/2024/2024-10-11-skogschefer.md"


def made(archive: PublicArchive) -> dict[str, str]:
    """Every page's Markdown by path."""
    return {page.path: page.markdown for page in pages(archive, WORDS)}


@cache
def anchors() -> dict[str, set[str]]:
    """Every page of the rich archive with its anchors."""
    return {page: {*Parsed(html(body(text))).values("id")} for page, text in made(RICH).items()}


def as_source(page: str, target: str, path: str) -> str:
    """The page a link leads to; HTML that MkDocs leaves alone has addresses as a browser knows them."""
    if not target.endswith("/"):
        return page
    address = normpath(join(path.removesuffix(".md").removesuffix("/index"), target))
    return next(one for one in (f"{address}.md", f"{address}/index.md") if one in anchors())


def shown(archive: PublicArchive, path: str) -> Parsed:
    """One page as it is rendered."""
    return Parsed(html(body(made(archive)[path])))


def test_there_is_a_page_of_every_kind_and_each_once() -> None:
    paths = [page.path for page in pages(RICH, WORDS)]
    assert paths == sorted(set(paths))
    assert {"index.md", "beslut.md", "atgarder.md", "kalender/index.md", "om.md"} <= {*paths}
    assert {"moten/index.md", "moten/2023/index.md", "natverk/index.md", "natverk/beredskap.md", MEETING} <= {
        *paths
    }


def test_an_empty_archive_has_its_start_page_and_registers_and_no_calendar() -> None:
    assert {*made(archives.archive())} == GENERATED - {"kalender/index.md"}


@pytest.mark.parametrize("path", made(RICH))
def test_every_link_leads_to_a_page_or_file_and_anchor_of_this_build(path: str) -> None:
    every = anchors()
    feed_files = (made.path for made in feeds(RICH, Publisher("Prov"), WORDS))
    files = {"bilagor/a.pdf", *feed_files}
    links = [*shown(RICH, path).values("href")]
    assert links
    for link in links:
        if link.startswith(("mailto:", "tel:")):
            continue
        target, _, anchor = unquote(link).partition("#")
        page = as_source(normpath(join(dirname(path), target)) if target else path, target, path)
        assert page in every or page in files, link
        assert not anchor or anchor in every[page], link


@pytest.mark.parametrize("path", made(RICH))
def test_every_page_has_one_first_heading_unique_anchors_and_no_active_content(path: str) -> None:
    parsed = shown(RICH, path)
    assert [tag for tag, _ in parsed.elements].count("h1") == 1
    assert len(ids := [*parsed.values("id")]) == len({*ids})
    attributes = {name for _, attrs in parsed.elements for name in attrs}
    assert not [name for name in attributes if name == "style" or name.startswith("on")]
    assert not {"script", "iframe", "form"} & {tag for tag, _ in parsed.elements}


def test_items_and_records_have_their_permanent_anchors_on_the_meeting_page() -> None:
    ids = {*shown(RICH, MEETING).values("id")}
    records = {"beslut-1-1", "atgard-1-1", "utsedd-2-1", "medskick-2-1", "aterkommer-4-1"}
    assert records | {"punkt-1", "punkt-2", "punkt-3", "punkt-4"} <= ids


def test_a_register_has_no_copy_of_a_records_anchor() -> None:
    assert "beslut-1-1" not in {*shown(RICH, "beslut.md").values("id")}


def test_a_decision_tells_its_life() -> None:
    assert "Gäller · Ersätter: 3 februari 2023, punkt 1 Länk" in shown(RICH, MEETING).text
    assert "Ersatt · Ersatt av: 11 oktober 2024, punkt 1" in shown(RICH, "beslut.md").text


def test_a_decision_replaced_by_one_that_is_not_shown_is_said_to_be_over_and_no_more() -> None:
    over = replace(archives.record(RecordKind.DECISION, "Gallra.", "beslut-1-1"), in_force=False)
    held = replace(archives.meeting(date(2024, 1, 1)), items=(archives.item(1, "Skog", over),))
    assert "Gäller inte längre" in shown(archives.archive(held), "beslut.md").text


def test_an_open_action_carries_its_date_for_the_browser_and_a_done_one_does_not() -> None:
    register = shown(RICH, "atgarder.md")
    assert [*register.values("data-arkiv-due")] == ["2024-12-01"]
    assert (
        register.text.index("vindfällen")
        < register.text.index("Genomförda")
        < register.text.index("ritningarna")
    )
    assert "örsenad" not in register.text


def test_a_closed_item_leaves_its_number_and_says_that_it_is_closed() -> None:
    assert "3. Punkten är inte offentlig" in shown(RICH, MEETING).text


def test_internal_items_and_passages_are_marked_in_the_internal_site() -> None:
    item = archives.item(1, "Lokaler", archives.prose("Dold text."), internal=True)
    passage = archives.item(2, "Öppet", archives.prose("Viskat.", internal=True))
    held = replace(archives.meeting(date(2024, 1, 1)), items=(item, passage))
    parsed = shown(archives.archive(held), held.path)
    assert "Sluten punkt. Den visas bara i den interna versionen." in parsed.text
    assert "Visas bara i den interna versionen Viskat." in parsed.text


def test_a_record_of_a_closed_item_is_marked_in_the_registers_of_the_internal_site() -> None:
    decision = archives.record(RecordKind.DECISION, "Lokalen byts.", "beslut-1-1")
    held = replace(
        archives.meeting(date(2024, 1, 1)), items=(archives.item(1, "x", decision, internal=True),)
    )
    assert "Beslut, internt: Lokalen byts." in shown(archives.archive(held), "beslut.md").text


def test_a_cancelled_meeting_is_not_among_the_planned_ones() -> None:
    cancelled = replace(archives.meeting(date(2024, 1, 1)), status=Status.CANCELLED)
    text = shown(archives.archive(cancelled, networks=(archives.network(),)), "natverk/skogschefer.md").text
    assert "Planerade möten" not in text
    assert "Inställt" in text


def test_a_withheld_attachment_has_a_note_in_its_place() -> None:
    text = shown(RICH, MEETING).text
    assert "Karta över vindfällen (PDF, 235 kB)" in text
    assert "Intern budget (visas inte i den här versionen)" in text


def test_the_neighbours_in_the_network_are_links_that_say_which_way() -> None:
    assert [*shown(RICH, MEETING).values("rel")] == ["prev", "next"]


@pytest.mark.parametrize(
    ("status", "text"),
    [(Status.PLANNED, "är planerat"), (Status.DRAFT, "utkast"), (Status.CANCELLED, "inställt")],
)
def test_a_meeting_that_is_not_approved_says_so(status: Status, text: str) -> None:
    held = replace(archives.meeting(date(2024, 1, 1)), status=status)
    assert text in shown(archives.archive(held), held.path).text


def test_a_page_below_named_says_why_names_are_missing() -> None:
    text = shown(RICH, "moten/2024/2024-05-03-beredskap.md").text
    assert "visas roller i stället för namn. Så gör vi när nivån är försämrat säkerhetsläge." in text
    assert "Beslut om vad som visas: 3 februari 2023: Gallring" in shown(RICH, "natverk/beredskap.md").text
    assert "i stället för namn" not in shown(RICH, MEETING).text


def test_a_named_page_with_a_hidden_person_says_that_some_are_without_a_name() -> None:
    held = replace(archives.meeting(date(2024, 1, 1)), recorder=archives.person(None, "sekreterare"))
    assert "en del personer utan namn" in shown(archives.archive(held), held.path).text


def test_the_start_page_says_what_is_restricted_and_on_which_decision() -> None:
    text = shown(RICH, "index.md").text
    assert "Nivån är Försämrat säkerhetsläge." in text
    assert "Ett nätverk visas med roller i stället för namn och ett nätverk visas med namn." in text
    assert "3 februari 2023: Gallring" in text


def test_the_start_page_says_that_nothing_is_restricted_when_nothing_is() -> None:
    assert "Inget är begränsat just nu." in shown(archives.archive(), "index.md").text


def test_a_basis_in_a_withheld_network_is_told_without_a_link() -> None:
    basis = PublicBasis(date(2024, 6, 14), PublicText("punkt 4"), None)
    archive = archives.archive(restriction=Restriction({Disclosure.WITHHELD: 2}, (basis,)))
    text = shown(archive, "index.md").text
    assert "2 nätverk visas inte alls." in text
    assert "14 juni 2024: punkt 4" in text


def test_the_start_page_takes_up_the_editors_own_words() -> None:
    parsed = shown(RICH, "index.md")
    assert parsed.text.startswith("Arkivet")
    assert "Välkommen." in parsed.text
    assert "Här finns anteckningar" not in parsed.text


def test_a_page_at_a_registers_address_is_its_introduction() -> None:
    own = archives.page("beslut.md", "Våra beslut", "# Våra beslut\n\nLäs så här.")
    text = shown(archives.archive(pages=(own,)), "beslut.md").text
    assert text.startswith("Våra beslut")
    assert "Läs så här." in text
    assert "Inga beslut" in text


def test_coming_dates_are_those_after_the_latest_minutes_the_nearest_first() -> None:
    late = archives.event(date(2030, 1, 1), "Långt fram")
    past = archives.event(date(2020, 1, 1), "Länge sedan")
    held, soon = archives.meeting(date(2024, 1, 1)), archives.event(date(2024, 2, 1), "Snart")
    text = shown(archives.archive(held, events=(late, past, soon)), "index.md").text
    assert text.index("Snart") < text.index("Långt fram")
    assert "Länge sedan" not in text


def test_networks_are_listed_in_swedish_order() -> None:
    names = ("Äldre", "Zoner", "Alla", "Åkrar")
    networks = tuple(archives.network(f"n{number}", name) for number, name in enumerate(names))
    text = shown(archives.archive(networks=networks), "natverk/index.md").text
    assert sorted(names, key=text.index) == ["Alla", "Zoner", "Åkrar", "Äldre"]


def test_a_title_that_is_markup_is_shown_as_text_on_every_page() -> None:
    hostile = PublicText("<b onclick=x>*A* | [b](javascript:c)")
    held = replace(
        archives.meeting(date(2024, 1, 1)),
        title=hostile,
        network_name=hostile,
        items=(archives.item(1, hostile, archives.record(RecordKind.DECISION, "x", "beslut-1-1")),),
    )
    archive = archives.archive(held, networks=(replace(archives.network(), name=hostile),))
    for path, text in made(archive).items():
        parsed = Parsed(html(body(text)))
        assert not {"b"} & {tag for tag, _ in parsed.elements}, path
        assert not [link for link in parsed.values("href") if "javascript" in link]
        assert hostile in parsed.text or path in GENERATED


def test_the_same_archive_makes_the_same_pages() -> None:
    assert pages(RICH, WORDS) == pages(archives.rich_archive(), load_words("sv"))


def test_a_description_names_no_person() -> None:
    for text in made(RICH).values():
        assert "Rotvik" not in text.split("---\n")[1]


def test_the_footer_links_to_the_pages_that_exist() -> None:
    context = theme_context(RICH, WORDS, "seal")
    assert [(link.url, link.label) for link in context.footer] == [("om/", "Om arkivet")]
    assert not context.internal


def test_the_theme_knows_an_internal_build() -> None:
    build = Build(Audience.INTERNAL, "normal", "Normalläge", "Allt visas.", False)
    assert theme_context(archives.archive(build=build), WORDS, "seal").internal
