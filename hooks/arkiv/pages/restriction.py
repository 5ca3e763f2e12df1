"""What the present level does, in plain sentences: on the start page, and on each page it touches."""

from arkiv.model import Audience
from arkiv.pages.dates import written
from arkiv.pages.generated import Site
from arkiv.pages.markdown import address, escape
from arkiv.policy.disclosures import Disclosure
from arkiv.public import PublicBasis, PublicMeeting, PublicPerson


def present(site: Site, page: str) -> list[str]:
    """The blocks that say what is restricted at present, and on which decisions."""
    build, words = site.archive.build, site.words
    level = words("restriction.level", level=escape(build.level_label))
    meaning = escape(build.level_meaning)
    return [f"{level} {meaning}", what_is_hidden(site), *_bases(site, page)]


def what_is_hidden(site: Site) -> str:
    """One sentence: how many networks appear in which way."""
    words, counts = site.words, site.archive.restriction.disclosures
    hidden = {way: counts[way] for way in Disclosure if way is not Disclosure.NAMED and counts.get(way)}
    if not hidden:
        internal = site.archive.build.audience is Audience.INTERNAL
        return words("restriction.nothing_internal" if internal else "restriction.nothing")
    ways = hidden | {Disclosure.NAMED: counts[Disclosure.NAMED]} if counts.get(Disclosure.NAMED) else hidden
    parts = tuple(words.count(f"restriction.{way.value}", count) for way, count in ways.items())
    sentence = words("restriction.sentence", networks=words.joined(parts))
    return sentence[:1].upper() + sentence[1:]


def _bases(site: Site, page: str) -> list[str]:
    """The decisions the rule rests on, as a list."""
    lines = "\n".join(f"- {basis_text(basis, site, page)}" for basis in site.archive.restriction.bases)
    return [f"**{site.words('restriction.basis')}**", lines] if lines else []


def basis_text(basis: PublicBasis, site: Site, page: str) -> str:
    """`14 juni 2024: text`, linked where the meeting is shown in this build."""
    text = escape(basis.text)
    if basis.link:
        text = f"[{text}]({address(page, basis.link.path, basis.link.anchor)})"
    return site.words("restriction.basis_date", date=written(basis.date, site.language), text=text)


def meeting_note(meeting: PublicMeeting, site: Site) -> str:
    """Why names are missing on a meeting's page; empty where none are."""
    attendees = (*meeting.present.listed, *meeting.present.guests, *meeting.absent.listed)
    people = [attendee.person for attendee in attendees]
    people += [who for who in (meeting.recorder, meeting.adjusted_by) if who]
    return note(meeting.disclosure, tuple(people), site)


def note(disclosure: Disclosure, people: tuple[PublicPerson, ...], site: Site) -> str:
    """Why names are missing on a page of a network with this disclosure; empty where none are."""
    if not disclosure.shows_names:
        key = "hidden.role" if disclosure.shows_roles else "hidden.unnamed"
        return site.words(key, level=escape(site.archive.build.level_label.lower()))
    return site.words("hidden.some") if any(who.name is None for who in people) else ""
