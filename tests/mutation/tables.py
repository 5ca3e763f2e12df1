"""The rules that are data: tables, their entries, and what patterns choose between."""

import ast
import inspect
import re
from collections.abc import Iterator
from types import CodeType, ModuleType
from typing import Any

from tests.mutation.places import replaced, said
from tests.mutation.rules import OFF, Rule, named

MOST_ENTRIES = 16
"""Entries of a table that are rules one by one; a longer one is a list of words, and one rule as a whole."""

LONGEST_PATTERN = 600
"""Letters of a pattern that is looked into; a longer one is made of parts, which are rules themselves."""


def in_tables(module: ModuleType) -> Iterator[Rule]:
    """The rules that a module holds outside its functions."""
    yield from named(module, _in_tables(module))


def _in_tables(module: ModuleType) -> Iterator[tuple[str, Rule]]:
    tree = ast.parse(inspect.getsource(module))
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            name = said(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            value = getattr(module, name)
            if isinstance(value, re.Pattern):
                for words, pattern in _patterns(value):
                    yield f"{name}: {words}", Rule("", module, name, value=pattern)
            if isinstance(value, dict | set | frozenset | list | tuple) and len(value) > MOST_ENTRIES:
                empty = ast.parse(f"{type(value).__name__}()", mode="eval").body
                yield f"{name}: empty", Rule("", module, "", _instead(tree, node.value, empty))
            for words, old, new in _entries(node.value):
                yield f"{name}: {words}", Rule("", module, "", _instead(tree, old, new))


def _instead(tree: ast.Module, old: ast.AST, new: ast.AST | None) -> CodeType:
    return replaced(tree, old, new, lambda: compile(tree, OFF, "exec"))


def _entries(value: ast.expr) -> Iterator[tuple[str, ast.AST, ast.AST | None]]:
    """What can be left out of a table's source: one of the listed, one side of a union, one kind of many."""
    for node in ast.walk(value):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            yield f"without {said(node.right)}", node, node.left
            yield f"without {said(node.left)}", node, node.right
        elif isinstance(node, ast.Dict) and 1 < len(node.keys) <= MOST_ENTRIES:
            for at, key in enumerate(node.keys):
                fewer = ast.Dict(
                    node.keys[:at] + node.keys[at + 1 :], node.values[:at] + node.values[at + 1 :]
                )
                yield f"without {said(key) if key else at}", node, fewer
        elif isinstance(node, ast.Tuple | ast.List | ast.Set) and 1 < len(node.elts) <= MOST_ENTRIES:
            if not _is_pair(node):
                yield from ((f"without {said(one)}", one, None) for one in node.elts)
        elif isinstance(node, ast.Call) and len(node.args) > 2:
            yield from ((f"without {said(one)}", one, None) for one in node.args)


def _is_pair(node: ast.Tuple | ast.List | ast.Set) -> bool:
    """Whether it is no list but an entry of one, such as `("th", "t")`."""
    return isinstance(node, ast.Tuple) and len(node.elts) == 2


def _patterns(pattern: "re.Pattern[Any]") -> Iterator[tuple[str, object]]:
    """The pattern without one of its alternatives."""
    source = pattern.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    for start, end in _removable(text) if len(text) <= LONGEST_PATTERN else ():
        left = text[:start] + text[end:]
        again = re.compile(left.encode("latin-1") if isinstance(source, bytes) else left, pattern.flags)
        yield f"without {text[start:end].strip('|')}", again


def _removable(text: str) -> Iterator[tuple[int, int]]:
    """The alternatives in a pattern, each with a bar; those of conditions on what stands around are none."""
    groups: list[tuple[int, list[int]]] = [(0, [])]
    for at, sign in _signs(text):
        if sign == "(":
            groups.append((at, []))
        elif sign == "|":
            groups[-1][1].append(at)
        else:
            start, bars = groups.pop()
            yield from _alternatives(_inside(text, start), bars, at)
    yield from _alternatives(0, groups[0][1], len(text))


def _inside(text: str, start: int) -> int:
    """Where the content of a group begins."""
    opened = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[a-z]*:))?").match(text, start)
    return opened.end() if opened else start + 1


def _alternatives(start: int, bars: list[int], end: int) -> Iterator[tuple[int, int]]:
    if bars and len(bars) < MOST_ENTRIES:
        for first, last in zip([start, *bars], [*bars, end], strict=True):
            yield (first, last + 1) if first == start else (first, last)


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """The parentheses and bars that are not letters, with their places."""
    for match in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", text, re.DOTALL):
        if match[0] in "()|":
            yield match.start(), match[0]
