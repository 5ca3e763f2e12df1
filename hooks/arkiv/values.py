"""Values that are handed from one process to another by the hundred thousand."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


class Value:
    """What a frozen dataclass inherits to be handed over as its class and its fields, in their order.

    What the language itself does for frozen dataclasses with slots takes twice as long, each way.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """How pickle takes it apart: the class, to be called with each field."""
        kind: Any = type(self)  # mypy does not see that a class can be hashed
        return kind, _fields(kind)(self)


@cache
def _fields(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = [one.name for one in fields(kind)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda one: (get(one),)
