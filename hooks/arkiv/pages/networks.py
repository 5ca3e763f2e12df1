"""The networks: one page each, and one that lists them all."""

from collections.abc import Iterator
from functools import partial

from arkiv.model import RecordKind, Status
from arkiv.pages.attachments import attachments
from arkiv.pages.dates import dated
from arkiv.pages.generated import ACTIONS, DECISIONS, NETWORKS, GeneratedPage, Site, feed, is_date
from arkiv.pages.introductions import introduced
from arkiv.pages.latest import latest, latest_path
from arkiv.pages.markdown import address, box, document, escape, heading, marked
from arkiv.pages.matrices import matrices, matrix
from arkiv.pages.meetings import definitions, meeting_list, tag_links
from arkiv.pages.people import headcount, hidden_note, members_table
from arkiv.pages.records import all_records, in_register
from arkiv.pages.restriction import basis_text, note
from arkiv.pages.volumes import Series, by_year, newest, older, year_links, year_pages
from arkiv.pages.years import held
from arkiv.public import PublicMeeting, PublicMember, PublicNetwork

LATEST_DECISIONS = 5
OPEN_ACTIONS = 100
"""Open actions on a network's page; all of them are in the register, and with the year of their meeting."""
MEETINGS = 100
"""Meetings on a network's page, in whole years; older ones are on the pages of their years."""


def network_page(network: PublicNetwork, site: Site) -> GeneratedPage:
    """The page at the network's own address."""
    blocks = [
        marked(f"[{site.words('networks.title')}]({address(network.path, NETWORKS)})", "arkiv-kicker"),
        heading(1, escape(network.name), "sidan"),
        network.body,
        *_facts(network, site),
        *_note(network, site),
        *_coming(network, site),
        *_records(network, site),
        *_meetings(network, site),
        *_members(network, site),
        *_section("network.matrix", "narvaro", matrices(network, site), site),
        *_attachments(network, site),
    ]
    return GeneratedPage(network.path, document(_meta(network, site), blocks))


def _meta(network: PublicNetwork, site: Site) -> dict[str, object]:
    """Frontmatter."""
    description = site.words("network.description", name=network.name)
    kind = {"title": str(network.name), "description": description, "arkiv": "network", "section": NETWORKS}
    return kind | {"feed": feed(site.meetings.get(network.id, ()), site, network)}


def _facts(network: PublicNetwork, site: Site) -> list[str]:
    """The latest minutes, at an address that stays, and the network's topics."""
    facts, meeting = dict[str, str](), latest(network, site)
    if meeting:
        day = dated(meeting.date, site.language)
        facts[site.words("network.latest")] = f"[{day}]({address(network.path, latest_path(network))})"
    facts[site.words("network.tags")] = tag_links(network.tags, network.path, site)
    return [definitions(facts)] if any(facts.values()) else []


def _note(network: PublicNetwork, site: Site) -> list[str]:
    """Why names are missing, and the decision that says so."""
    text = note(network.disclosure, tuple(seat.person for seat in network.members), site)
    if not network.basis:
        return [hidden_note(text)] if text else []
    basis = f"*{site.words('restriction.basis')}:* {basis_text(network.basis, site, network.path)}"
    return [hidden_note(f"{text}  \n{basis}" if text else basis)]


def _coming(network: PublicNetwork, site: Site) -> list[str]:
    """Planned meetings, the nearest first."""
    planned = [found for found in site.meetings.get(network.id, ()) if found.status is Status.PLANNED]
    blocks = [meeting_list(tuple(reversed(planned)), network.path, site, network=False)]
    return _section("network.coming", "kommande", blocks, site)


def _records(network: PublicNetwork, site: Site) -> list[str]:
    """The latest decisions and the open actions."""
    meetings, path = site.meetings.get(network.id, ()), network.path
    decisions = [*all_records(meetings, RecordKind.DECISION)][:LATEST_DECISIONS]
    actions = [found for found in all_records(meetings, RecordKind.ACTION) if not found.record.done]
    all_decisions = _more("network.all_decisions", path, DECISIONS, site)
    all_actions = _more("network.all_actions", path, ACTIONS, site)
    blocks = [in_register(found, path, site) for found in decisions]
    shown = _section("network.decisions", "beslut", [*blocks, all_decisions] if blocks else [], site)
    blocks = [in_register(found, path, site) for found in actions[:OPEN_ACTIONS]]
    return shown + _section("network.actions", "atgarder", [*blocks, all_actions] if blocks else [], site)


def _meetings(network: PublicNetwork, site: Site) -> list[str]:
    """Meetings that were to be by now, cancelled ones too, by year, newest first."""
    years = by_year(_past(network, site), held)
    shown = newest(years, MEETINGS)
    blocks = [year_links(network.path, network.path, tuple(years), site)]
    for year, found in shown.items():
        blocks.append(heading(3, str(year), f"moten-{year}"))
        blocks.append(meeting_list(tuple(found), network.path, site, network=False))
    blocks += older(years, shown, site) if years else [site.words("network.none")]
    return _section("network.meetings", "moten", [*blocks, *_feed(network, site)], site)


def _past(network: PublicNetwork, site: Site) -> list[PublicMeeting]:
    """Meetings that are no longer planned: with minutes, or cancelled."""
    return [found for found in site.meetings.get(network.id, ()) if found.status is not Status.PLANNED]


def network_year_pages(site: Site) -> Iterator[GeneratedPage]:
    """For each network a page a year: its meetings, what they decided and agreed to do, and who was there."""
    for network in site.archive.networks:
        show = partial(_year, site=site)
        series = Series(network.path, str(network.name), NETWORKS, held, show)
        yield from year_pages(series, _past(network, site), site)


def _year(meetings: list[PublicMeeting], page: str, site: Site) -> list[str]:
    """The blocks of a network's year."""
    found = tuple(meetings)
    records = {
        key: [in_register(one, page, site) for one in all_records(found, kind)]
        for key, kind in (("decisions", RecordKind.DECISION), ("actions", RecordKind.ACTION))
    }
    return [
        *_section("meetings.title", "moten", [meeting_list(found, page, site, network=False)], site),
        *_section("decisions.title", "beslut", records["decisions"], site),
        *_section("actions.title", "atgarder", records["actions"], site),
        *_section("network.matrix", "narvaro", matrix(meetings, page, site), site),
    ]


def _feed(network: PublicNetwork, site: Site) -> list[str]:
    """How to be told of new minutes."""
    path = feed(site.meetings.get(network.id, ()), site, network)
    return [_more("network.feed", network.path, path, site)] if path else []


def _more(key: str, page: str, path: str, site: Site) -> str:
    """A way on, in a paragraph of its own, which paper does without."""
    return marked(f"[{site.words(key)}]({address(page, path)})", "arkiv-more")


def _members(network: PublicNetwork, site: Site) -> list[str]:
    """Members and substitutes as a table, or as a number; former ones folded away."""
    listed = [seat for seat in network.members if not seat.substitute_for]
    substitutes = [seat for seat in network.members if seat.substitute_for]
    count = headcount(network.counted, site.words, "attendance.members", also=bool(network.members))
    blocks = [
        members_table(listed, network.path, site),
        count,
        *_group("network.substitutes", "ersattare", substitutes, network, site),
    ]
    blocks += _group("network.former", "tidigare", list(network.former), network, site)
    return _section("network.members", "ledamoter", blocks, site)


def _group(key: str, anchor: str, seats: list[PublicMember], network: PublicNetwork, site: Site) -> list[str]:
    """A table of members under a heading of its own."""
    return [heading(3, site.words(key), anchor), members_table(seats, network.path, site)] if seats else []


def _attachments(network: PublicNetwork, site: Site) -> list[str]:
    """The network's own documents."""
    return _section(
        "network.attachments", "dokument", [attachments(network.attachments, network.path, site)], site
    )


def _section(key: str, anchor: str, blocks: list[str], site: Site) -> list[str]:
    """Blocks under a heading; nothing where there are none."""
    found = [block for block in blocks if block]
    return [heading(2, site.words(key), anchor), *found] if found else []


def networks_page(site: Site) -> GeneratedPage:
    """The page that lists all networks."""
    return introduced(
        NETWORKS, "networks", [network_list(NETWORKS, site) or site.words("networks.none")], site
    )


def network_list(page: str, site: Site) -> str:
    """All networks in Swedish order, each with how much there is to read; empty without any."""
    ordered = sorted(site.archive.networks, key=lambda network: (site.words.order(network.name), network.id))
    lines = "\n".join(_line(network, page, site) for network in ordered)
    return box("div", 'class="arkiv-cards"', lines) if lines else ""


def _line(network: PublicNetwork, page: str, site: Site) -> str:
    """A network in the list."""
    found = [meeting for meeting in site.meetings.get(network.id, ()) if not is_date(meeting)]
    parts = [site.words.count("networks.meetings", len(found))]
    parts += [_latest(found[0], site)] if found else []
    return f"- [{escape(network.name)}]({address(page, network.path)}) <small>{', '.join(parts)}</small>"


def _latest(meeting: PublicMeeting, site: Site) -> str:
    """When a network last met."""
    return site.words("networks.latest", date=dated(meeting.date, site.language))
