"""YAML as a tree that remembers its lines, read without making a single Python object of it.

Scalars stay the text that was written, so a person named `No` or a time `09:00` is never turned into
something else. Tags and aliases are refused: they are what YAML bombs are made of, and no editor needs them.
The tree is made from events, one at a time, so that what is too deep is refused before it is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import yaml

_ABSENT = frozenset({"", "~", "null"})
"""What a plain scalar says when there is nothing. `Null` and `NULL` are text: they may be somebody's name."""

_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Repeated:
    """A key that stands once more, and the line where it does."""

    key: str
    line: int


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (as written), a list or a mapping, with the line (from 1) where it begins.

    A list or a mapping in a field begins where the field's name stands. A key that is given twice keeps its
    last value, and `repeated` says where.
    """

    value: "str | tuple[Node, ...] | dict[str, Node]"
    line: int
    repeated: tuple[Repeated, ...] = ()


class YamlError(Exception):
    """The YAML cannot be used; `line` counts from 1."""

    def __init__(self, line: int, what: str, remedy: str) -> None:
        """Keep where, what and what to do."""
        self.line, self.what, self.remedy = line, what, remedy
        super().__init__(f"{line}: {what} - {remedy}")


def parse(text: str, first_line: int = 1, *, allow_tags: bool = False) -> Node | None:
    """The tree of one YAML document, or None for an empty one.

    Args:
        text: the YAML.
        first_line: the line that its first line has in its file.
        allow_tags: read tagged nodes as if they had no tag (for mkdocs.yml, where MkDocs knows the tags).

    Raises:
        YamlError: it is not YAML, or uses tags or aliases, or is nested too deep.
    """
    try:
        return _Reader(yaml.parse(text, Loader=yaml.CSafeLoader), first_line, allow_tags).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise YamlError(line, "this is not valid YAML", "check indentation, colons and quotes") from None
    except (yaml.YAMLError, ValueError):
        raise YamlError(first_line, "this is not valid YAML", "check for odd characters") from None


class _Reader:
    """Makes nodes of a stream of events."""

    def __init__(self, events: Iterator[yaml.Event], first_line: int, allow_tags: bool) -> None:
        self._events = events
        self._first_line = first_line
        self._allow_tags = allow_tags

    def document(self) -> Node | None:
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        root = self._node(next(self._events), 0)
        next(self._events)  # the document's end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise YamlError(self._line(after), "a second YAML document begins here", "keep one")
        return root

    def _line(self, event: yaml.Event) -> int:
        return self._first_line + (event.start_mark.line if event.start_mark else 0)

    def _node(self, event: yaml.Event, depth: int) -> Node | None:
        self._refuse_tricks(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            is_absent = not event.style and event.tag is None and event.value in _ABSENT
            return None if is_absent else Node(str(event.value), self._line(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        return self._mapping(event, depth)

    def _refuse_tricks(self, event: yaml.Event, depth: int) -> None:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent):
            raise YamlError(line, "YAML anchors and aliases are not allowed", "write the value out")
        if depth > _MAX_DEPTH:
            raise YamlError(line, "the YAML is nested too deep", "flatten it")
        if getattr(event, "tag", None) is not None and not self._allow_tags:
            raise YamlError(line, "YAML tags are not allowed", "remove the word that starts with '!'")

    def _list(self, start: yaml.Event, depth: int) -> Node:
        values = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            value = self._node(event, depth + 1)
            if value is not None:
                values.append(value)
        return Node(tuple(values), self._line(start))

    def _mapping(self, start: yaml.Event, depth: int) -> Node:
        values: dict[str, Node] = {}
        seen: set[str] = set()
        repeated: list[Repeated] = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            value = self._node(next(self._events), depth + 1)
            if key in seen:
                repeated.append(Repeated(key, self._line(event)))
            seen.add(key)
            if value is not None:
                is_text = isinstance(value.value, str)
                values[key] = value if is_text else replace(value, line=self._line(event))
        return Node(values, self._line(start), tuple(repeated))

    def _key(self, event: yaml.Event) -> str:
        self._refuse_tricks(event, 0)
        if not isinstance(event, yaml.ScalarEvent):
            raise YamlError(self._line(event), "a field's name must be plain text", "write `field: value`")
        return str(event.value)
