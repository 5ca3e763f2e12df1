"""A meeting's page: facts, who was there, and the agenda with its records."""

from arkiv.model import RecordKind, Status
from arkiv.pages import people
from arkiv.pages.attachments import attachments
from arkiv.pages.carried import both_ways
from arkiv.pages.dates import dated, long_date, time_element, written
from arkiv.pages.generated import MEETINGS, GeneratedPage, Site
from arkiv.pages.markdown import address, box, document, escape, heading, marked
from arkiv.pages.people import attendance_table, with_organization
from arkiv.pages.records import in_minutes
from arkiv.pages.restriction import meeting_note
from arkiv.public import Link, PublicBlock, PublicItem, PublicMeeting, PublicRecord, PublicText

TOPICS = 3
NO_BREAK = "\N{NO-BREAK SPACE}"


def meeting_page(meeting: PublicMeeting, site: Site) -> GeneratedPage:
    """The page at the meeting's own address."""
    blocks = [
        kicker(meeting, site),
        heading(1, escape(dated_title(meeting, site)), "sidan"),
        *_notices(meeting, site),
        _facts(meeting, site),
        *_agenda(meeting, site),
        *_attendance(meeting, site),
        *(prose.text for prose in meeting.preamble if not prose.internal),
        *(_passage(prose, site) for prose in meeting.preamble if prose.internal),
        *(block for item in meeting.items for block in _item(item, meeting, site)),
        *_attachments(meeting, site),
        _neighbours(meeting, site),
    ]
    return GeneratedPage(meeting.path, document(_meta(meeting, site), blocks))


def _meta(meeting: PublicMeeting, site: Site) -> dict[str, object]:
    """Frontmatter."""
    day = written(meeting.date, site.language)
    description = site.words("meeting.description", network=meeting.network_name, date=day)
    title = dated_title(meeting, site)
    return {"title": title, "description": description, "arkiv": "meeting", "section": MEETINGS}


def dated_title(meeting: PublicMeeting, site: Site) -> str:
    """The title with the date, so that headings, tabs and results can be told apart."""
    day = written(meeting.date, site.language)
    return str(meeting.title) if day in meeting.title else f"{meeting.title}, {day}"


def short_title(meeting: PublicMeeting, site: Site) -> str:
    """The title beside its date: a meeting that is called by network and date is the network's name alone."""
    day = written(meeting.date, site.language)
    by_default = meeting.network_name in meeting.title and day in meeting.title
    return str(meeting.network_name if by_default else meeting.title)


def kicker(meeting: PublicMeeting, site: Site) -> str:
    """The line above the title: network, and status."""
    network = site.networks.get(meeting.network)
    name = escape(meeting.network_name)
    if network:
        name = f"[{name}]({address(meeting.path, network.path)})"
    return marked(f"{name} {badge(meeting.status, site)}", "arkiv-kicker")


def badge(status: Status, site: Site) -> str:
    """A status as a word with a look of its own."""
    return f"*{site.words(f'status.{status.value}')}*{{ .arkiv-badge .arkiv-badge--{status.value} }}"


def _notices(meeting: PublicMeeting, site: Site) -> list[str]:
    """What a reader must know before anything else."""
    words, notices = site.words, list[str]()
    if meeting.status is Status.PLANNED and not meeting.disclosure.shows_names:
        notices.append(marked(words("notice.planned_hidden"), "arkiv-notice"))
    elif meeting.status is not Status.APPROVED:
        notices.append(marked(words(f"notice.{meeting.status.value}"), "arkiv-notice"))
    if meeting.internal:
        notices.append(marked(words("meeting.internal_document"), "arkiv-notice", "arkiv-internal"))
    note = meeting_note(meeting, site)
    return [*notices, people.hidden_note(note)] if note else notices


def _facts(meeting: PublicMeeting, site: Site) -> str:
    """Facts as a definition list; those that are not known are left out."""
    words = site.words
    day = time_element(meeting.date, long_date(meeting.date, site.language))
    facts = {
        "date": f"{day}, {clock}" if (clock := _clock(meeting, site)) else day,
        "place": escape(meeting.location or ""),
        "reference": escape(meeting.reference or ""),
        "recorder": with_organization(meeting.recorder, words) if meeting.recorder else "",
        "adjusted_by": with_organization(meeting.adjusted_by, words) if meeting.adjusted_by else "",
        "tags": tag_links(meeting.tags, meeting.path, site),
    }
    return definitions({words(f"meeting.{key}"): value for key, value in facts.items()})


def tag_links(tags: tuple[PublicText, ...], page: str, site: Site) -> str:
    """Tags, each with a link to its page where it has one."""
    pages = [(tag, site.topics.get(tag)) for tag in tags]
    return ", ".join(
        f"[{escape(tag)}]({address(page, topic.path)})" if topic else escape(tag) for tag, topic in pages
    )


def definitions(facts: dict[str, str]) -> str:
    """Facts with a value as a definition list."""
    lines = [f"{term}\n:   {value}" for term, value in facts.items() if value]
    return box("div", 'class="arkiv-facts"', *lines)


def _clock(meeting: PublicMeeting, site: Site) -> str:
    """From when to when, as far as it is known."""
    if meeting.start and meeting.end:
        return site.words("meeting.clock_range", start=meeting.start, end=meeting.end)
    return site.words("meeting.clock", start=meeting.start) if meeting.start else ""


def _agenda(meeting: PublicMeeting, site: Site) -> list[str]:
    """The items as a list of links, in the page itself; with a single one there is nothing to choose."""
    if len(meeting.items) < 2:
        return []
    lines = (f"- [{_title(item, site)}](#{item.anchor})" for item in meeting.items)
    label = site.words("meeting.agenda")
    title = marked(f"**{label}**", "arkiv-agenda__title")
    return [box("nav", f'class="arkiv-agenda" aria-label="{label}"', title, "\n".join(lines))]


def _attendance(meeting: PublicMeeting, site: Site) -> list[str]:
    """Present, guests and absent, apart from each other; nothing where nobody is known."""
    words = site.words
    present = people.attendance(meeting.present, words)
    guests = attendance_table(meeting.present.guests, words)
    absent = attendance_table(meeting.absent.listed, words)
    missed = people.headcount(meeting.absent.counted, words, also=bool(absent))
    parts = {"present": present, "guests": [guests], "absent": [absent, missed]}
    blocks = [block for key, found in parts.items() for block in _part(key, found, site)]
    if not blocks:
        return []
    title = heading(2, words("meeting.attendance"), "deltagare")
    return [box("div", 'class="arkiv-attendance"', title, *blocks)]


_PARTS = {"present": "narvarande", "guests": "gaster", "absent": "franvarande"}


def _part(key: str, found: list[str], site: Site) -> list[str]:
    """One list under its own heading."""
    blocks = [block for block in found if block]
    return [heading(3, site.words(f"meeting.{key}"), _PARTS[key]), *blocks] if blocks else []


def _title(item: PublicItem, site: Site) -> str:
    """`3. Rubrik` as Markdown; a closed item has its number only."""
    words = site.words("meeting.closed_item") if item.title is None else escape(item.title)
    return f"{item.number}\\. {words}"


def _item(item: PublicItem, meeting: PublicMeeting, site: Site) -> list[str]:
    """An item: its heading with the permanent anchor, and its blocks."""
    if item.title is None:
        return [heading(2, _heading(item, site), item.anchor, "arkiv-closed")]
    if not item.internal:
        return [heading(2, _heading(item, site), item.anchor), *_blocks(item, meeting, site)]
    label = marked(site.words("meeting.internal_item"), "arkiv-internal-label")
    return [
        heading(2, _heading(item, site), item.anchor, "arkiv-internal"),
        label,
        *_blocks(item, meeting, site),
    ]


def _heading(item: PublicItem, site: Site) -> str:
    """The title as it is written in minutes: `3. Rubrik`; no list can start within a heading."""
    return _title(item, site).replace("\\.", ".", 1)


def _blocks(item: PublicItem, meeting: PublicMeeting, site: Site) -> list[str]:
    """The item's text and records, in order."""
    return [*both_ways(item, meeting, site), *(_block(block, item, meeting, site) for block in item.blocks)]


def _block(block: PublicBlock, item: PublicItem, meeting: PublicMeeting, site: Site) -> str:
    """A record, running text, or a passage that only the internal audience is shown."""
    if isinstance(block, PublicRecord):
        return in_minutes(block, meeting.path, site)
    return _passage(block, site) if block.internal and not item.internal else block.text


def _passage(block: PublicBlock, site: Site) -> str:
    """Internal text in a box that says so."""
    label = marked(site.words("meeting.internal_passage"), "arkiv-internal-label")
    return box("div", 'class="arkiv-internal"', label, block.text)


def _attachments(meeting: PublicMeeting, site: Site) -> list[str]:
    """The meeting's attachments under a heading."""
    found = attachments(meeting.attachments, meeting.path, site)
    return [heading(2, site.words("meeting.attachments"), "bilagor"), found] if found else []


def _neighbours(meeting: PublicMeeting, site: Site) -> str:
    """The previous and the next meeting in the network."""
    ways = {"prev": (meeting.previous, "meeting.previous"), "next": (meeting.next, "meeting.next")}
    links = [_neighbour(rel, link, key, meeting, site) for rel, (link, key) in ways.items() if link]
    label = site.words("meeting.neighbours")
    return box("nav", f'class="arkiv-neighbours" aria-label="{label}"', *links) if links else ""


def _neighbour(rel: str, link: Link, key: str, meeting: PublicMeeting, site: Site) -> str:
    """One neighbour: which way, and what it is called."""
    label = f"<small>{site.words(key)}</small> {escape(link.label)}"
    return f'[{label}]({address(meeting.path, link.path)}){{ rel="{rel}" }}'


def meeting_line(meeting: PublicMeeting, page: str, site: Site, network: bool = True) -> str:
    """A meeting in a list: date, link, and what is in it."""
    label = f"{dated(meeting.date, site.language)} {escape(short_title(meeting, site))}"
    named = network and meeting.network_name not in meeting.title
    parts = [escape(meeting.network_name)] if named else []
    parts += [badge(meeting.status, site)] if meeting.status is not Status.APPROVED else []
    parts += [*_topics(meeting), *_counts(meeting, site)]
    after = f" <small>{' · '.join(parts)}</small>" if parts else ""
    return f"- [{label}]({address(page, meeting.path)}){after}"


def _topics(meeting: PublicMeeting) -> list[str]:
    """What a meeting was about, for those who browse: items that led to something before others."""
    titled = [item for item in meeting.items if item.title]
    chosen = sorted(titled, key=lambda item: not _led_to_something(item))[:TOPICS]
    return [escape(item.title) for item in titled if item.title and item in chosen]


def _led_to_something(item: PublicItem) -> bool:
    """Whether an item has a record."""
    return any(isinstance(block, PublicRecord) for block in item.blocks)


def _counts(meeting: PublicMeeting, site: Site) -> list[str]:
    """How many decisions and actions a meeting led to, each in one piece."""
    kinds = [block.kind for item in meeting.items for block in item.blocks if isinstance(block, PublicRecord)]
    counts = {"decision": kinds.count(RecordKind.DECISION), "action": kinds.count(RecordKind.ACTION)}
    said = (site.words.count(f"meeting.records.{key}", count) for key, count in counts.items() if count)
    return [text.replace(" ", NO_BREAK) for text in said]


def meeting_list(meetings: tuple[PublicMeeting, ...], page: str, site: Site, network: bool = True) -> str:
    """Meetings as a list of lines; empty without any."""
    lines = "\n".join(meeting_line(meeting, page, site, network) for meeting in meetings)
    return box("div", 'class="arkiv-list"', lines) if lines else ""
