"""What an ordinary page is called where its frontmatter does not say."""

from arkiv.model import Page
from arkiv.projection.vocabulary import Vocabulary
from arkiv.projection.writing import Writer
from arkiv.public import PublicMarkdown, PublicText


def page_title(page: Page, body: PublicMarkdown, writer: Writer, vocabulary: Vocabulary) -> PublicText:
    """The page's own title, else its first heading, else what the catalogue or the file's name says."""
    if page.title:
        return writer.said(page.title)
    opening = body.lstrip().partition("\n")[0]
    if opening.startswith("# "):
        return writer.plain(PublicMarkdown(opening.removeprefix("# ").rstrip("# ")))
    if page.path in vocabulary.titles:
        return PublicText(vocabulary.titles[page.path])
    return writer.said(_file_name(page.path).capitalize())


def _file_name(path: str) -> str:
    """`om` for om.md and om/index.md."""
    stem = path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    return stem.replace("-", " ").replace("_", " ")
