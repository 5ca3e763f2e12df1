"""What in a function makes more be found, and can be left out alone."""

import ast
import copy
from collections.abc import Iterator

from tests.mutation.places import said

Edit = tuple[str, ast.AST, ast.AST]
"""What is left out, in words; the node; and what comes in its place."""


def edits(function: ast.FunctionDef) -> Iterator[Edit]:
    """Every cause, condition, word, union and step of a function that widens."""
    narrowing = {id(inner) for node in ast.walk(function) for inner in _narrowing(node, _given(function))}
    for statement in function.body:
        for node in ast.walk(statement):
            if id(node) not in narrowing:
                yield from _edits(node)


def _edits(node: ast.AST) -> Iterator[Edit]:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        yield from _without_cause(node)
    elif isinstance(node, ast.If):
        yield f"never if {said(node.test)}", node.test, ast.Constant(False)
    elif isinstance(node, ast.IfExp) and _is_no(node.orelse):
        yield f"never {said(node.test)}", node, node.orelse
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield f"without {said(node.right)}", node, node.left
        yield f"without {said(node.left)}", node, node.right
    elif isinstance(node, ast.Set | ast.Tuple | ast.List) and _is_choice(node):
        yield from _without_choice(node)
    elif _is_step(node):
        yield f"without {said(node)}", node, ast.Pass()


def _given(function: ast.FunctionDef) -> frozenset[str]:
    return frozenset(one.arg for one in function.args.args)


def _narrowing(node: ast.AST, given: frozenset[str]) -> Iterator[ast.AST]:
    """The nodes inside what answers no: the tests of such guards, and whatever stands behind a `not`."""
    if isinstance(node, ast.If) and _says_no(node.body, given):
        yield node
        yield from ast.walk(node.test)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield from ast.walk(node.operand)
    elif isinstance(node, ast.IfExp) and _is_no(node.body):
        yield from ast.walk(node.test)


def _says_no(body: list[ast.stmt], given: frozenset[str]) -> bool:
    """Whether all that is done is to answer no, or what was given, or to go on to the next."""
    first = body[0]
    if isinstance(first, ast.Return):
        return first.value is None or _is_no(first.value) or said(first.value) in given
    return isinstance(first, ast.Continue | ast.Break | ast.Raise | ast.Pass)


def _is_no(node: ast.AST) -> bool:
    """Whether an expression is nothing: `False`, `None`, an empty text or collection."""
    if isinstance(node, ast.Constant):
        return not node.value
    if isinstance(node, ast.Call):
        return not node.args and not node.keywords and said(node.func) in ("set", "frozenset", "dict")
    return isinstance(node, ast.Tuple | ast.List) and not node.elts


def _without_cause(node: ast.BoolOp) -> Iterator[Edit]:
    for one in node.values:
        rest = [other for other in node.values if other is not one]
        left = rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        yield f"without {said(one)}", node, left


def _without_choice(node: ast.Tuple | ast.Set | ast.List) -> Iterator[Edit]:
    for one in node.elts:
        fewer = copy.copy(node)
        fewer.elts = [other for other in node.elts if other is not one]
        yield f"{said(node)} without {said(one)}", node, fewer


def _is_choice(node: ast.Tuple | ast.Set | ast.List) -> bool:
    """Whether it lists what to choose from: constants, as in `in ("och", "samt")`, or a set of anything."""
    constants = all(isinstance(one, ast.Constant) and isinstance(one.value, str | bytes) for one in node.elts)
    return len(node.elts) > 1 and (constants or isinstance(node, ast.Set))


def _is_step(node: ast.AST) -> bool:
    if isinstance(node, ast.AugAssign):
        return not isinstance(node.value, ast.Constant)  # that counts, and would never end
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom)
