"""What can be chosen in the preview, an audience and a level, and how the choice is remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from arkiv.model import Audience
from arkiv.policy.levels import Levels


@dataclass(frozen=True, slots=True)
class Choice:
    """An audience and the id of a level."""

    audience: Audience
    level: str

    def __str__(self) -> str:
        return f"{self.audience} at {self.level}"

    @property
    def token(self) -> str:
        """The choice as a cookie's value."""
        return f"{self.audience}.{quote(self.level, safe='')}"


def chosen(audience: str, level: str, levels: Levels) -> Choice | None:
    """The choice with this audience and level, or None where there is no such."""
    if audience not in list(Audience) or level not in levels:
        return None
    return Choice(Audience(audience), level)


def remembered(cookies: str, name: str, levels: Levels) -> Choice | None:
    """The choice in a request's cookies.

    Read by hand: the cookies of everything else on this machine come with it, whatever their form.
    """
    pairs = (pair.strip().partition("=") for pair in cookies.split(";"))
    values: Mapping[str, str] = {key: value for key, _, value in pairs}
    audience, _, level = values.get(name, "").partition(".")
    return chosen(audience, unquote(level), levels)


def known(choice: Choice, levels: Levels) -> Choice:
    """The choice itself, or at the strictest level where its own has gone from mkdocs.yml."""
    return choice if choice.level in levels else Choice(choice.audience, levels.strictest.id)
