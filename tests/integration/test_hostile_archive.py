"""An archive in which something hidden stands in every place where something can: `tests/sites/fientligt`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import mkdocs_events
from arkiv.audit import audit
from arkiv.building import View, build_site, secrets, view
from arkiv.handover import handing_over
from arkiv.model import Audience, RecordKind
from arkiv.public import PublicMeeting, PublicPerson, PublicRecord
from tests.integration.demo import CONFIG, ROOT, prepared, site

pytestmark = pytest.mark.xdist_group("demo")

DOCS = ROOT / "tests" / "sites" / "fientligt"
PUBLIC = (Audience.PUBLIC, "normal")


def seen(audience: Audience = Audience.PUBLIC, level: str = "normal") -> View:
    """What one build of it shows."""
    archive = prepared(DOCS)
    return view(archive, audience, archive.settings.levels.get(level))


def meeting(shown: View, stem: str) -> PublicMeeting:
    """A meeting by its file's name."""
    return next(one for one in shown.archive.meetings if one.id == stem)


def files(folder: Path) -> Iterator[Path]:
    """All files of a site."""
    return (path for path in folder.rglob("*") if path.is_file())


def test_no_secret_is_in_any_byte_of_the_public_site() -> None:
    holding = [path.name for path in files(site(*PUBLIC, DOCS)) if b"hemlighet" in path.read_bytes()]
    assert not holding
    assert not audit(site(*PUBLIC, DOCS), secrets(prepared(DOCS), *PUBLIC))


def test_the_internal_site_shows_what_the_public_one_may_not() -> None:
    text = "".join(
        path.read_text("utf-8") for path in site(Audience.INTERNAL, "normal", DOCS).rglob("*.html")
    )
    shown = set(re.findall(r"(\w+) hemlighet", text))
    assert shown == {"Passagens", "Punktens", "Utkastets", "Handlingens", "Mötets", "Sidans"}


def test_the_site_is_pages_of_the_projection_its_assets_and_the_program_s_own_files() -> None:
    shown = seen()
    pages = {
        re.sub(r"(^|/)index/index\.html$", r"\1index.html", f"{page.path.removesuffix('.md')}/index.html")
        for page in shown.pages
    }
    own = {path for asset in shown.archive.assets for path in [asset.target]} | pages
    rest = {path.relative_to(site(*PUBLIC, DOCS)).as_posix() for path in files(site(*PUBLIC, DOCS))} - own
    others = {path for path in rest if not path.startswith(("assets/", "pagefind/"))}
    assert others == {"404.html", "flode.xml", "natverk/oppna/flode.xml", "natverk/roller/flode.xml"}
    assert "assets/javascripts/extra.js" not in rest
    assert own <= {path.relative_to(site(*PUBLIC, DOCS)).as_posix() for path in files(site(*PUBLIC, DOCS))}


def test_assets_have_neutral_names_and_pictures_lose_what_was_written_into_them() -> None:
    targets = {asset.target for asset in seen().archive.assets}
    assert {re.sub(r"-\d+\.\w+$", "", target.rsplit("/", 1)[-1]) for target in targets} == {
        "bilaga",
        "bild",
        "fil",
    }
    published = site(*PUBLIC, DOCS) / "om" / "bild-1.png"
    assert b"Bildens" in (DOCS / "bilagor" / "ritning.png").read_bytes()
    assert b"Bildens" not in published.read_bytes()


@pytest.mark.parametrize("level", ["normal", "forsamrat", "skarpt", "hogsta"])
def test_a_withheld_network_is_on_no_list_and_has_no_page(level: str) -> None:
    text = "".join(path.read_text("utf-8") for path in site(Audience.PUBLIC, level, DOCS).rglob("*.html"))
    assert "Skymning" not in text
    assert "slutna/" not in text
    assert "Bergrummet" not in text


def test_a_rule_s_basis_in_a_withheld_network_is_a_date_and_words_without_a_link() -> None:
    shown = seen().archive
    bases = {basis.date.isoformat(): basis for basis in shown.restriction.bases}
    assert bases["2025-03-01"].link is None
    assert "Skymning" not in bases["2025-03-01"].text
    assert bases["2025-02-01"].link is not None
    assert bases["2025-02-01"].link.anchor == "punkt-2"


def test_dates_of_a_withheld_network_are_not_shown_and_those_below_named_have_no_place() -> None:
    events = {str(event.title): event for event in seen().archive.events}
    assert set(events) == {"Rollernas dag", "Allas dag"}
    assert (events["Rollernas dag"].location, events["Allas dag"].location) == (None, "Torget")
    assert "Dagens utkast" in {event.title for event in seen(Audience.INTERNAL).archive.events}


def test_a_coming_meeting_below_named_has_neither_time_nor_place() -> None:
    hidden, open_ = meeting(seen(), "2025-12-01-roller"), meeting(seen(), "2025-12-02-oppna")
    assert (hidden.start, hidden.end, hidden.location) == (None, None, None)
    assert (open_.start, open_.location) == ("10:11", "Synliga salen")
    assert meeting(seen(Audience.INTERNAL), "2025-12-01-roller").location == "Gömda gården"


def names(people: Iterator[PublicPerson]) -> list[str | None]:
    return [person.name for person in people]


def test_people_are_listed_by_organisation_and_those_of_closed_items_alone_are_left_out() -> None:
    present = meeting(seen(), "2025-02-01-oppna").present
    assert names(one.person for one in present.listed) == ["Signe Barkland", "Tyra Kvistfors"]  # Åmyra, Ödeby
    assert names(one.person for one in present.guests) == ["Ebbot Granliden"]
    assert (present.counted.people, present.total.people, present.total.organizations) == (1, 4, 2)
    internal = meeting(seen(Audience.INTERNAL), "2025-02-01-oppna").present
    assert names(one.person for one in internal.listed) == [
        "Malte Grenhag",
        "Signe Barkland",
        "Tyra Kvistfors",
    ]


def test_below_named_people_are_roles_and_an_exempt_one_has_a_name() -> None:
    present = meeting(seen(), "2025-06-01-roller").present
    people = [
        (one.person.name, one.person.role, one.person.organization)
        for one in (*present.listed, *present.guests)
    ]
    assert people == [
        (None, "ledamot", "Askhult"),
        ("Ceasar Mossvik", "presschef", "Åmyra"),
        (None, "planerare", "Östhult"),
        (None, "forskare", None),
    ]
    counted = meeting(seen(level="skarpt"), "2025-06-01-roller").present
    assert names(one.person for one in counted.listed) == ["Ceasar Mossvik"]
    assert (counted.counted.people, counted.counted.organizations, counted.total.people) == (3, 2, 4)


def test_contact_details_are_those_of_people_with_a_name() -> None:
    networks = {network.id: network for network in seen().archive.networks}
    assert [(one.person.name, one.person.email, one.person.phone) for one in networks["roller"].members] == [
        (None, None, None),
        ("Ceasar Mossvik", "ceasar.mossvik@amyra.example", None),
        (None, None, None),
    ]
    assert {one.person.phone for one in networks["oppna"].members} == {None, "0480-112 233"}


def test_a_substitute_s_principal_is_found_by_id_and_by_name() -> None:
    networks = {network.id: network for network in seen().archive.networks}
    said = {member.person.name: member.substitute_for for member in networks["oppna"].members}
    assert said == {
        "Tyra Kvistfors": None,
        "Malte Grenhag": "Tyra Kvistfors",
        "Signe Barkland": "Tyra Kvistfors",
    }
    (hidden,) = [member.substitute_for for member in networks["roller"].members if member.substitute_for]
    assert hidden is not None
    assert not {"Alvin", "Tallmyr", "r-1"} & set(re.findall(r"[\w-]+", hidden))


def test_recorder_and_adjuster_are_shown_as_the_rule_lets_them() -> None:
    shown = meeting(seen(), "2025-02-01-oppna")
    assert shown.recorder is not None
    assert (shown.recorder.name, shown.adjusted_by) == ("Signe Barkland", None)
    planned = meeting(seen(), "2025-12-01-roller").recorder
    assert planned is not None
    assert (planned.name, planned.role) == (None, "planerare")


def test_drafts_and_internal_documents_are_for_the_internal_audience() -> None:
    public = {one.id for one in seen().archive.meetings}
    internal = {one.id for one in seen(Audience.INTERNAL).archive.meetings}
    assert internal - public == {"2025-03-01-slutna", "2025-04-01-oppna", "2025-05-01-oppna"}
    assert [page.path for page in seen(Audience.INTERNAL).archive.pages if page.internal] == ["internt.md"]


def test_a_closed_item_leaves_its_number_and_a_closed_passage_nothing() -> None:
    items = meeting(seen(), "2025-02-01-oppna").items
    assert [(item.number, item.anchor, item.title is None, len(item.blocks)) for item in items] == [
        (1, "punkt-1", False, 1),
        (2, "punkt-2", False, 2),
        (3, "punkt-3", True, 0),
    ]


def decision(shown: View, stem: str, anchor: str) -> PublicRecord:
    items = meeting(shown, stem).items
    blocks = (block for item in items for block in item.blocks if isinstance(block, PublicRecord))
    return next(block for block in blocks if block.kind is RecordKind.DECISION and block.anchor == anchor)


def test_a_decision_that_was_replaced_in_secret_is_ended_and_links_nowhere() -> None:
    public = decision(seen(), "2025-02-01-oppna", "beslut-2-1")
    assert (public.in_force, public.replaced_by, public.repealed_by) == (False, (), ())
    internal = decision(seen(Audience.INTERNAL), "2025-02-01-oppna", "beslut-2-1")
    assert [(link.path, link.anchor) for link in internal.replaced_by] == [
        ("moten/2025/2025-03-01-slutna.md", "beslut-1-1")
    ]
    assert internal.repealed_by == ()  # a draft decides nothing
    assert decision(seen(), "2025-02-01-oppna", "beslut-2-2").replaces == ()


def test_links_to_what_is_not_built_leave_their_text() -> None:
    (network,) = [one for one in seen().archive.networks if one.id == "oppna"]
    assert network.plain.startswith("Se slutna nätverket, mötet, rollerna, ingenstans och ritning")
    assert re.findall(r"\]\(([^)]*)\)", network.body) == ["roller.md", "oppna/bild-1.png"]


def test_what_is_broken_is_warned_of_and_not_published() -> None:
    said = {
        (one.place.file, one.field)
        for one in seen().warnings
        if "leads nowhere" in one.what or "not there" in one.what
    }
    assert said == {
        ("natverk/oppna.md", "link"),
        ("moten/2025/2025-02-01-oppna.md", "link"),
        ("om.md", "link"),
    }
    assert "borta.png" not in "".join(page.markdown for page in seen().pages)


def test_attachments_are_shown_as_far_as_their_audience_and_the_people_in_them_allow() -> None:
    shown = meeting(seen(), "2025-02-01-oppna").attachments
    assert [(one.title, one.asset is None) for one in shown] == [
        ("Öppen lista", False),
        ("Deltagarens lista", True),
    ]
    assert len(meeting(seen(Audience.INTERNAL), "2025-02-01-oppna").attachments) == 3
    assert [one.asset for one in meeting(seen(), "2025-06-01-roller").attachments] == [None]  # a picture
    noted = [one for one in seen().warnings if one.field == "attachments"]
    assert {one.place.file for one in noted} == {"moten/2025/2025-02-01-oppna.md", "natverk/roller.md"}


def test_a_tag_or_a_title_loses_a_name() -> None:
    assert meeting(seen(), "2025-02-01-oppna").tags == ("ekonomi", "avsked")
    assert "Alvin" not in meeting(seen(), "2025-06-01-roller").title


def test_a_page_whose_address_is_a_name_is_left_out_and_warned_of_without_it() -> None:
    assert "teodora-langtjarn.md" not in {page.path for page in seen().pages}
    noted = [one for one in seen().warnings if one.field == "file"]
    assert len(noted) == 1
    assert not re.search("teodora|långtjärn|langtjarn", str(noted[0]), re.IGNORECASE)


SMUGGLER = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
@event_priority(-50)
def {event}(first, *, config, files=None):
    found = first if files is None else files
    if found.get_file_from_path("{path}"):
        found.remove(found.get_file_from_path("{path}"))
    found.append(File.generated(config, "{path}", content="Smugglat"))
    return first
"""


@pytest.mark.parametrize("event", ["on_files", "on_nav", "on_env"])
@pytest.mark.parametrize("path", ["smuggel.md", "om.md", "assets/smuggel.js"])
def test_what_another_plugin_adds_or_exchanges_is_refused(tmp_path: Path, event: str, path: str) -> None:
    smuggler = tmp_path / "smuggler.py"
    smuggler.write_text(SMUGGLER.format(event=event, path=path), "utf-8")
    hooks = [str(ROOT / "hooks" / "mkdocs_events.py"), str(smuggler)]
    target = tmp_path / "site"
    config = load_config(str(CONFIG), site_dir=str(target), docs_dir=str(DOCS), hooks=hooks)
    with handing_over(seen()), pytest.raises(Abort):
        build(config)
    assert not target.exists() or not list(files(target))


def test_a_file_that_was_there_before_the_projection_is_left_out(tmp_path: Path) -> None:
    """`.gomd.md`, `hemlig.txt` and the like: MkDocs finds them in docs/, and none is in what it renders."""
    rendered = tmp_path / "site"
    build_site(seen(), rendered, mkdocs_events.render, lambda line: None)
    assert not [
        path
        for path in files(rendered)
        if path.name in {"hemlig.txt", "namn.yml", "sida.html", "fil.txt", "extra.js"}
    ]
    assert sys.modules["mkdocs_events"] is mkdocs_events
