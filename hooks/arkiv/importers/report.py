"""What an import did, in words: counts, what is not in the file word for word, people found in the text.

Names stand in it only when they may be shown (contract, promise 7).
"""

from collections.abc import Iterator

from arkiv.importers.draft import Draft, Leftover
from arkiv.importers.intake import Imported, Intake
from arkiv.importers.mentions import Mention
from arkiv.importers.roster import Near
from arkiv.minutes_file import network_path

HIDDEN = "(not shown)"


def report(intake: Intake, network: str, *, names: bool, dry_run: bool) -> str:
    """The report of a whole call; `names` says whether text from the documents may stand in it."""
    rows = [row for one in intake.imported for row in _document(one, names=names, dry_run=dry_run)]
    if intake.new_network:
        members = intake.new_network.count("\n  - ")
        did = "would be created" if dry_run else "created"
        rows.append(f"{network_path(network)}: {did} with {members} members - write its name and rule there")
    return "\n".join(rows)


def _document(one: Imported, *, names: bool, dry_run: bool) -> Iterator[str]:
    found, file = one.draft, one.draft.source.path
    yield f"{file}: {'would become' if dry_run else 'is now'} {found.minutes.path} ({found.minutes.status})"
    yield f"  {_counts(found)}"
    for note in _notes(found):
        yield f"  {note}"
    yield from _leftovers(found, names=names)
    yield from _mentions(found, names=names)
    for near in one.near:
        yield f"  {file}:{near.person.place.line}: {_near(near, names=names)}"
    for fault in one.faults:
        yield f"  {fault}"


def _counts(found: Draft) -> str:
    minutes, items = found.minutes, len(found.parts.agenda.heads)
    guests = sum(one.guest for one in minutes.present)
    of_them = f" ({guests} of them guests)" if guests else ""
    counts = f"{len(minutes.present)} present{of_them}, {len(minutes.absent)} absent, {items} items"
    return f"{counts}, {len(minutes.mentioned)} mentioned, {'a' if minutes.recorder else 'no'} recorder"


def _notes(found: Draft) -> Iterator[str]:
    """What the editor should look at, without names."""
    yield from found.source.notes
    if not found.minutes.present:
        yield "no list of who was present was found - write `present:` in the file"
    numbers = [head.number for _, head in sorted(found.parts.agenda.heads.items())]
    if not numbers:
        yield "no agenda items were found - write headings like `## 1. Rubrik` in the file"
    elif found.parts.agenda.renumbered:
        yield "the items had no numbers and were numbered in their order"
    elif gaps := sorted(set(range(min(numbers), max(numbers))) - set(numbers)):
        yield f"no heading was found for item {', '.join(map(str, gaps))} - look for it in the text above"
    if numbers != sorted(numbers):
        yield "the items do not stand in the order of their numbers"
    if others := sorted(day for day in found.dates if day != found.minutes.date):
        yield f"the document itself tells the date {others[0]}"
    yield from _beyond(found, set(numbers))


def _beyond(found: Draft, numbers: set[int]) -> Iterator[str]:
    for one in found.minutes.present:
        named = {*one.items, *(number for number in (one.from_item, one.to_item) if number)}
        if unknown := sorted(named - numbers):
            yield f"line {one.person.place.line}: attended item {unknown[0]}, which was not found"


def _leftovers(found: Draft, *, names: bool) -> Iterator[str]:
    if found.leftovers:
        yield f"  {len(found.leftovers)} lines are not in the file word for word:"
    for leftover in found.leftovers:
        yield f"  {found.source.path}:{leftover.line}: {_leftover(leftover, names=names)}"


def _leftover(leftover: Leftover, *, names: bool) -> str:
    text = leftover.text if names or leftover.safe else HIDDEN
    return f"{text} - {f'now: {leftover.became}' if leftover.became else 'not placed'}"


def _mentions(found: Draft, *, names: bool) -> Iterator[str]:
    if found.mentions:
        yield f"  {len(found.mentions)} people were found in the text only, and are hidden like the others:"
    for mention in found.mentions:
        place, name = mention.person.place, mention.person.name if names else HIDDEN
        yield f"  {found.source.path}:{place.line}: {name} - {_doubt(mention)}"


def _doubt(mention: Mention) -> str:
    return "mentioned" if mention.certain else "mentioned, perhaps no person: then remove it from `mentioned`"


def _near(near: Near, *, names: bool) -> str:
    who = near.person.name if names else "a name"
    whose = f"{near.member} ({near.place})"
    return f"{who} is one letter from {whose} - if they are one, add it to other_names there"
