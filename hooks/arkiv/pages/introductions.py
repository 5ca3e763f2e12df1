"""Pages that the archive makes, with what the editors have written at the same address as introduction."""

from collections.abc import Iterable

from arkiv.pages.generated import REGISTERS, TITLES, GeneratedPage, Site
from arkiv.pages.markdown import address, document, escape, heading, marked


def introduced(path: str, key: str, blocks: Iterable[str], site: Site, **more: object) -> GeneratedPage:
    """A made page; `key` is where the catalogue has its title, description and introduction.

    An ordinary page at the same path gives its title and text instead of the catalogue's. `more` goes into
    the frontmatter.
    """
    own = site.introductions.get(path)
    title = own.title if own else site.words(f"{key}.title")
    text = without_title(own.body) if own else site.words(f"{key}.introduction")
    section = REGISTERS if key.startswith("registers.") else path
    meta = {"title": str(title), "description": site.words(f"{key}.description")}
    top = [heading(1, escape(title), "sidan"), text if own else marked(text, "arkiv-lead")]
    if section != path:
        back = f"[{site.words(TITLES[REGISTERS])}]({address(path, REGISTERS)})"
        top.insert(0, marked(back, "arkiv-kicker"))
    front = meta | {"arkiv": key, "section": section} | more
    return GeneratedPage(path, document(front, [*top, *blocks]))


def entry(
    path: str, label: str, description: str, register: str, blocks: Iterable[str], site: Site, **more: object
) -> GeneratedPage:
    """A page of something that a register lists: the way back, its name, and what there is of it."""
    own = site.introductions.get(path)
    meta = {"title": label, "description": description, "arkiv": "entry", "section": REGISTERS} | more
    back = marked(f"[{site.words(TITLES[register])}]({address(path, register)})", "arkiv-kicker")
    top = [back, heading(1, escape(label), "sidan"), without_title(own.body) if own else ""]
    return GeneratedPage(path, document(meta, [*top, *blocks]))


def without_title(body: str) -> str:
    """A page's own text without the first-level heading it opens with: the title stands there already."""
    first, _, rest = body.lstrip().partition("\n")
    return rest.lstrip("\n") if first.startswith("# ") else body
