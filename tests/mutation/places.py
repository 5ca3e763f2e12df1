"""Where in a tree of source a node hangs, and how another comes in its place for a while."""

import ast
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any


def said(node: ast.AST) -> str:
    """The source of a node on one line."""
    return " ".join(ast.unparse(node).split())


def replaced(tree: ast.AST, old: ast.AST, new: ast.AST | None, compiled: Callable[[], CodeType]) -> CodeType:
    """What `compiled` makes of the tree with one node replaced, or left out; the tree is then as it was."""
    holder, field, at = next(_places(tree, old))
    if new is None:
        assert at is not None
        kept = getattr(holder, field)
        put(holder, field, None, [*kept[:at], *kept[at + 1 :]])
        undo: tuple[ast.AST, str, int | None, Any] = (holder, field, None, kept)
    else:
        put(holder, field, at, ast.fix_missing_locations(ast.copy_location(new, old)))
        undo = (holder, field, at, old)
    try:
        return compiled()
    finally:
        put(*undo)


def put(holder: ast.AST, field: str, at: int | None, value: Any) -> None:
    """Hang a node, or a list of them, where another hung."""
    if at is None:
        setattr(holder, field, value)
    else:
        getattr(holder, field)[at] = value


def _places(tree: ast.AST, wanted: ast.AST) -> Iterator[tuple[ast.AST, str, int | None]]:
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if value is wanted:
                yield node, field, None
            elif isinstance(value, list):
                yield from ((node, field, at) for at, one in enumerate(value) if one is wanted)
