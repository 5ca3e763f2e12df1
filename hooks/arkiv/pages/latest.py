"""A stable address for the latest minutes of each network: a page that leads on at once."""

from collections.abc import Iterator

from arkiv.model import Status
from arkiv.pages.generated import NETWORKS, GeneratedPage, Site
from arkiv.pages.markdown import address, document, escape, heading, marked
from arkiv.pages.meetings import dated_title
from arkiv.public import PublicMeeting, PublicNetwork


def latest_path(network: PublicNetwork) -> str:
    """Where the page is."""
    return f"{network.path.removesuffix('.md')}/senaste.md"


def latest(network: PublicNetwork, site: Site) -> PublicMeeting | None:
    """The newest meeting with minutes, if there is one."""
    written = (Status.APPROVED, Status.DRAFT)
    return next((one for one in site.meetings.get(network.id, ()) if one.status in written), None)


def latest_pages(site: Site) -> Iterator[GeneratedPage]:
    """One page for each network with minutes."""
    for network in site.archive.networks:
        if meeting := latest(network, site):
            yield _page(network, meeting, site)


def _page(network: PublicNetwork, meeting: PublicMeeting, site: Site) -> GeneratedPage:
    """The browser follows `forward` by itself; the link is for what does not."""
    path, words = latest_path(network), site.words
    title = words("network.latest_title", name=network.name)
    description = words("network.latest_description", name=network.name)
    meta = {"title": title, "description": description, "section": NETWORKS, "unlisted": True}
    link = f"[{escape(dated_title(meeting, site))}]({address(path, meeting.path)})"
    blocks = [
        marked(f"[{escape(network.name)}]({address(path, network.path)})", "arkiv-kicker"),
        heading(1, escape(title), "sidan"),
        words("network.latest_text", link=link),
    ]
    forward = meeting.path.removesuffix(".md") + "/"
    return GeneratedPage(path, document(meta | {"arkiv": "latest", "forward": forward}, blocks))
