"""Pages that the archive makes, with what the editors have written at the same address as introduction."""

from collections.abc import Iterable

from arkiv.pages.generated import GeneratedPage, Site
from arkiv.pages.markdown import document, escape, heading, marked


def introduced(path: str, key: str, blocks: Iterable[str], site: Site, **fields: object) -> GeneratedPage:
    """A made page; `key` is where the catalogue has its title, description and introduction.

    An ordinary page at the same path gives its title and text instead of the catalogue's.
    """
    own = site.introductions.get(path)
    title = own.title if own else site.words(f"{key}.title", **fields)
    text = without_title(own.body) if own else site.words(f"{key}.introduction", **fields)
    meta = {"title": str(title), "description": site.words(f"{key}.description", **fields)}
    top = [heading(1, escape(title), "sidan"), text if own else marked(text, "arkiv-lead")]
    return GeneratedPage(path, document(meta | {"arkiv": key, "section": path}, [*top, *blocks]))


def without_title(body: str) -> str:
    """A page's own text without the first-level heading it opens with: the title stands there already."""
    first, _, rest = body.lstrip().partition("\n")
    return rest.lstrip("\n") if first.startswith("# ") else body
