"""What Python-Markdown's extensions say is in the site's language."""

from arkiv.markdown_words import worded
from arkiv.pages import load_words


def test_links_to_headings_and_back_from_notes_are_in_the_language_of_the_site() -> None:
    options = worded({"toc": {"permalink": "#"}}, load_words("en"))
    assert options["toc"] == {"permalink": "#", "permalink_title": "Link to this heading"}
    assert options["footnotes"] == {"BACKLINK_TITLE": "Back to note {} in the text"}


def test_words_in_mkdocs_yml_win_and_are_not_changed() -> None:
    own = {"toc": {"permalink_title": "Hit"}}
    assert worded(own, load_words("sv"))["toc"] == {"permalink_title": "Hit"}
    assert own == {"toc": {"permalink_title": "Hit"}}
