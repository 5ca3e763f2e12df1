"""Members who are named: an A-Z, and a page each with seats, assignments, actions and meetings."""

from collections.abc import Iterator

from arkiv.pages import ledger
from arkiv.pages.generated import MEMBERS, GeneratedPage, Site
from arkiv.pages.introductions import entry, introduced
from arkiv.pages.ledger import Account
from arkiv.pages.markdown import address, box, escape, heading
from arkiv.pages.organizations import account_blocks, account_year_pages
from arkiv.pages.people import terms
from arkiv.pages.topics import by_letter
from arkiv.public import PublicMember, PublicNetwork, PublicPerson


def named(site: Site) -> dict[str, PublicPerson]:
    """Everyone with a page, by path, in alphabetical order; as their newest seat says them."""
    found: dict[str, PublicPerson] = {}
    for network in site.archive.networks:
        for seat in (*network.former, *network.members):
            if seat.person.page:
                found[seat.person.page] = seat.person
    ordered = sorted(found.items(), key=lambda pair: (site.words.order(pair[1].name), pair[0]))
    return dict(ordered)


def members_page(site: Site) -> GeneratedPage:
    """All named members by first letter."""
    lines = [(str(who.name), _line(path, who)) for path, who in named(site).items()]
    blocks = by_letter(lines, site) or [site.words("registers.members.none")]
    return introduced(MEMBERS, "registers.members", blocks, site, unlisted=True)


def _line(path: str, who: PublicPerson) -> str:
    """One member in the list."""
    after = ", ".join(escape(part) for part in (who.role, who.organization) if part)
    small = f" <small>{after}</small>" if after else ""
    return f"- [{escape(str(who.name))}]({address(MEMBERS, path)}){small}"


def member_pages(site: Site) -> Iterator[GeneratedPage]:
    """One page a member. Search engines are asked to leave them out: they are for visitors of the archive."""
    accounts = ledger.members(site)
    description = site.words("registers.members.page_description")
    for path, who in named(site).items():
        account = accounts[path]
        seats = _seats(account, path, site)
        account.seats = []
        blocks = [*seats, *account_blocks(account, path, site)]
        yield entry(path, str(who.name), description, MEMBERS, blocks, site, unlisted=True)
        yield from account_year_pages(account, path, str(who.name), site, unlisted=True)


def _seats(account: Account, page: str, site: Site) -> list[str]:
    """All seats, present and former."""
    lines = "\n".join(_seat(network, seat, page, site) for network, seat in account.seats)
    return [
        heading(2, site.words("registers.members.seats"), "platser"),
        box("div", 'class="arkiv-index"', lines),
    ]


def _seat(network: PublicNetwork, seat: PublicMember, page: str, site: Site) -> str:
    """A seat: in which network, as what, and from when to when."""
    who = ", ".join(escape(part) for part in (seat.person.role, seat.person.organization) if part)
    after = ", ".join(part for part in (who, terms(seat, site)) if part)
    small = f" <small>{after}</small>" if after else ""
    return f"- [{escape(network.name)}]({address(page, network.path)}){small}"
