"""Pages: the public archive as Markdown, one doorway in (`pages`) and no way to a hidden name."""

from arkiv.pages.generated import START, TITLES, GeneratedPage
from arkiv.pages.site import ThemeContext, pages, theme_context
from arkiv.pages.words import Words, WordsError, load_words

__all__ = [
    "START",
    "TITLES",
    "GeneratedPage",
    "ThemeContext",
    "Words",
    "WordsError",
    "load_words",
    "pages",
    "theme_context",
]
