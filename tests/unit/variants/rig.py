"""The types of this folder's fixtures."""

from typing import Protocol

from arkiv.model import Audience
from arkiv.variants import Variant


class Stage(Protocol):
    """Stage a small site; `text` is on its pages, `sources` is what it claims to be made from."""

    def __call__(
        self,
        level: str,
        text: str = "Anteckningar",
        *,
        audience: Audience = Audience.PUBLIC,
        sources: str = "today",
        created: str = "2026-01-01T00:00:00+00:00",
    ) -> Variant: ...


class GoLive(Protocol):
    """Stage a site and put it live, whatever was live before."""

    def __call__(
        self, level: str, *, audience: Audience = Audience.PUBLIC, sources: str = "today"
    ) -> Variant: ...


class Page(Protocol):
    """What a visitor reads."""

    def __call__(self, audience: Audience = Audience.PUBLIC, path: str = "index.html") -> str: ...
