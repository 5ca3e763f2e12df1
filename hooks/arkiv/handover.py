"""What `arkiv build` hands to the engine's hook, so that the sources are read and projected once."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from arkiv.building import View

_handed: ContextVar[View | None] = ContextVar("arkiv_view", default=None)


@contextmanager
def handing_over(view: View) -> Iterator[None]:
    """For as long as this lasts, `taken` gives the view."""
    token = _handed.set(view)
    try:
        yield
    finally:
        _handed.reset(token)


def taken() -> View | None:
    """The view that was handed over, or None where the engine was started by itself."""
    return _handed.get()
