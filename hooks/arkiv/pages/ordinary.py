"""Ordinary pages: what the editors have written, as it is."""

from arkiv.pages.attachments import attachments
from arkiv.pages.generated import GeneratedPage, Site
from arkiv.pages.markdown import document, escape, heading, marked
from arkiv.pages.meetings import tag_links
from arkiv.public import PublicPage


def ordinary_page(page: PublicPage, site: Site) -> GeneratedPage:
    """The page at its own address; a title is put on top where the text has none."""
    words = site.words
    has_title = page.body.lstrip().startswith("# ")
    files = attachments(page.attachments, page.path, site)
    blocks = [
        "" if has_title else heading(1, escape(page.title), "sidan"),
        marked(words("meeting.internal_document"), "arkiv-notice", "arkiv-internal") if page.internal else "",
        page.body,
        heading(2, words("meeting.attachments"), "bilagor") if files else "",
        files,
    ]
    if page.tags:
        tags = f"*{words('meeting.tags')}:* {tag_links(page.tags, page.path, site)}"
        blocks.append(marked(tags, "arkiv-tags"))
    meta = {"title": str(page.title), "arkiv": "page", "section": page.path}
    return GeneratedPage(page.path, document(meta, blocks))
