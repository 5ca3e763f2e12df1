"""YAML as a tree that remembers its lines, read without making a single Python object of it.

Scalars stay the text that was written, so a person named `No` or a time `09:00` is never turned into
something else. Tags and aliases are refused: they are what YAML bombs are made of, and no editor needs them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_NULL = "tag:yaml.org,2002:null"
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("null", "bool", "int", "float", "str", "timestamp", "seq", "map", "value", "merge")
)
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (as written), a list or a mapping, with the line (from 1) where it begins.

    A key that is given twice keeps its last value, and `repeated` names it.
    """

    value: "str | tuple[Node, ...] | dict[str, Node]"
    line: int
    repeated: tuple[str, ...] = ()


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
        YamlError: it is not YAML, or uses tags or aliases.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise YamlError(line, "this is not valid YAML", "check indentation, colons and quotes") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise YamlError(first_line, "this is not valid YAML", "check for odd characters") from None
    if root is None:
        return None
    return _Reader(first_line, allow_tags).read(root, 0)


class _Reader:
    def __init__(self, first_line: int, allow_tags: bool) -> None:
        self._first_line = first_line
        self._allow_tags = allow_tags
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, depth: int) -> Node | None:
        line = self._first_line + node.start_mark.line
        self._refuse_tricks(node, line, depth)
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == _NULL else Node(node.value, line)
        if isinstance(node, yaml.SequenceNode):
            values = (self.read(child, depth + 1) for child in node.value)
            return Node(tuple(value for value in values if value is not None), line)
        return self._mapping(node, line, depth)

    def _refuse_tricks(self, node: yaml.Node, line: int, depth: int) -> None:
        if id(node) in self._seen:
            raise YamlError(line, "YAML anchors and aliases are not allowed", "write the value out")
        self._seen.add(id(node))
        if depth > _MAX_DEPTH:
            raise YamlError(line, "the YAML is nested too deep", "flatten it")
        if node.tag not in _PLAIN_TAGS and not self._allow_tags:
            raise YamlError(line, "YAML tags are not allowed", "remove the word that starts with '!'")

    def _mapping(self, node: yaml.Node, line: int, depth: int) -> Node:
        values: dict[str, Node] = {}
        repeated: list[str] = []
        for key_node, value_node in node.value:
            key = self._key(key_node)
            value = self.read(value_node, depth + 1)
            if key in values:
                repeated.append(key)
            if value is not None:
                values[key] = value
        return Node(values, line, tuple(repeated))

    def _key(self, node: yaml.Node) -> str:
        line = self._first_line + node.start_mark.line
        self._refuse_tricks(node, line, 0)
        if not isinstance(node, yaml.ScalarNode):
            raise YamlError(line, "a field's name must be plain text", "write `field: value`")
        return str(node.value)


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    yield node
    children = node.value.values() if isinstance(node.value, dict) else node.value
    if not isinstance(children, str):
        for child in children:
            yield from walk(child)
