"""The languages a site can speak: those that have a catalogue of the site's own words."""

from pathlib import Path

FOLDER = Path(__file__).parent / "theme" / "words"
"""The catalogue: `NAME.LANGUAGE.yml`."""

REFERENCE = "sv"
"""The language that the other catalogues are held against, and that a site speaks where nothing is said."""


def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages there are, in order."""
    return tuple(sorted({file.name.split(".")[1] for file in FOLDER.glob("*.*.yml")}))
