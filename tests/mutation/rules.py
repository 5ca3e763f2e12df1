"""Every rule of some modules, found in their source, each with a way to turn it off.

A rule is what makes something be found: a function, one of several causes joined by `or`, a condition under
which something is yielded or returned, an entry of a table, one alternative of a pattern. Nobody lists them:
new code is new rules. What narrows (`and`, guards that answer no) is no rule here: without it more is found,
and the innocent texts tell.
"""

import ast
import inspect
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType, ModuleType

from tests.mutation.places import put, replaced, said
from tests.mutation.widening import edits

_ANSWERS = {
    "bool": "False", "str": "''", "int": "0", "Iterator": "iter(())", "list": "[]", "set": "set()",
    "bytes": "b''", "frozenset": "frozenset()", "tuple": "()", "dict": "{}",
}  # fmt: skip
"""What a function that is turned off answers, by the kind of its answers; None where the kind is not here."""


OFF = "<a rule turned off>"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, and what stands in its place when it is off.

    `code` is run instead of the function `target`; or `value` stands in the table `target`; or `code` is the
    whole module, where `target` is empty.
    """

    name: str
    module: ModuleType
    target: str
    code: CodeType | None = None
    value: object = None


def named(module: ModuleType, told: Iterator[tuple[str, Rule]]) -> Iterator[Rule]:
    """The rules under names of their own, which depend on nothing but the source."""
    home = module.__name__.split(".", 2)[-1]
    count = Counter[str]()
    for words, rule in told:
        count[words] += 1
        number = f" ({count[words]})" if count[words] > 1 else ""
        yield Rule(f"{home}.{words}{number}", rule.module, rule.target, rule.code, rule.value)


def functions_of(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions and methods of a module, with their qualified names."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            methods = (one for one in node.body if isinstance(one, ast.FunctionDef))
            yield from ((f"{node.name}.{one.name}", one) for one in methods)


def in_code(module: ModuleType) -> Iterator[Rule]:
    """The rules that functions hold."""
    yield from named(module, _in_code(module))


def _in_code(module: ModuleType) -> Iterator[tuple[str, Rule]]:
    tree = ast.parse(inspect.getsource(module))
    makers = names_for_tables(tree)
    for qualified, function in functions_of(tree):
        # What makes tables has done so when the module was imported: the whole of it is run again.
        target, compiled = (
            ("", lambda: compile(tree, OFF, "exec"))
            if qualified in makers
            else (qualified, _compiler(function))
        )
        answer = _answer(function)
        yield (
            f"{qualified} answers {answer}",
            Rule("", module, target, _answering(function, answer, compiled)),
        )
        for words, old, new in edits(function):
            code = replaced(function, old, new, compiled)
            yield f"{qualified}: {words}", Rule("", module, target, code)


def names_for_tables(tree: ast.Module) -> frozenset[str]:
    """The names that a module reads for its own tables."""
    tables = (one for one in tree.body if isinstance(one, ast.Assign))
    return frozenset(one.id for table in tables for one in ast.walk(table) if isinstance(one, ast.Name))


def _answer(function: ast.FunctionDef) -> str:
    """What it answers if it does nothing: what it was given, if that is of the same kind."""
    if function.returns is None:
        return "None"
    kind = said(function.returns).strip("'\"")
    alike = [one.arg for one in function.args.args if one.annotation and said(one.annotation) == kind]
    if alike:
        return alike[0]
    return "None" if "| None" in kind else _ANSWERS.get(kind.split("[")[0], "None")


def _answering(function: ast.FunctionDef, answer: str, compiled: Callable[[], CodeType]) -> CodeType:
    kept = function.body
    put(function, "body", None, ast.parse(f"return {answer}").body)
    try:
        return compiled()
    finally:
        put(function, "body", None, kept)


def _compiler(function: ast.FunctionDef) -> Callable[[], CodeType]:
    """Compiles a function as it is then, without its decorators."""

    def compiled() -> CodeType:
        bare = ast.FunctionDef(function.name, function.args, function.body, [], lineno=1, col_offset=0)
        module = compile(ast.Module([bare], []), OFF, "exec")
        return next(one for one in module.co_consts if isinstance(one, CodeType))

    return compiled
