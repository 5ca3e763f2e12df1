"""Turns one rule off for as long as a block runs, in every module that knows it."""

import ast
import inspect
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

from tests.mutation.rules import Rule, names_for_tables

LONGEST = 10.0
"""Seconds of computing after which a rule that is off counts as noticed: without it nothing ends."""


class Endless(Exception):
    """Without the rule the work does not end."""


@contextmanager
def off(rule: Rule) -> Iterator[None]:
    """The rule, turned off; endless work is cut short."""
    with ExitStack() as undo:
        forget(rule.module)
        undo.callback(forget, rule.module)
        _turn_off(rule, undo)
        before = signal.signal(signal.SIGVTALRM, _ended)
        undo.callback(signal.signal, signal.SIGVTALRM, before)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        undo.callback(signal.setitimer, signal.ITIMER_VIRTUAL, 0)
        yield


def _ended(_signal: int, _frame: FrameType | None) -> None:
    raise Endless


def function_at(module: ModuleType, qualified: str) -> FunctionType:
    """The function itself, under whatever decorates it."""
    found: Any = module
    for name in qualified.split("."):
        found = vars(found)[name]
    for inner in ("fget", "__func__", "__wrapped__"):
        found = getattr(found, inner, None) or found
    assert isinstance(found, FunctionType)
    return found


def _turn_off(rule: Rule, undo: ExitStack) -> None:
    if rule.code is None:
        _spread(rule.module, {rule.target: rule.value}, undo)
    elif rule.target:
        function = function_at(rule.module, rule.target)
        undo.callback(setattr, function, "__code__", function.__code__)
        function.__code__ = rule.code
    else:
        _run_again(rule.module, rule.code, undo)


def _run_again(module: ModuleType, code: CodeType, undo: ExitStack) -> None:
    """Run a changed module, and after it those whose own tables were made of its."""
    again = ModuleType(module.__name__)
    exec(code, vars(again))
    made = {name: value for name, value in vars(again).items() if _is_made(value, module)}
    made = {name: value for name, value in made.items() if not name.startswith("__")}
    _spread(module, made, undo)
    for other in family(module):
        if other is not module and _made_of(other) & _imported(other, module):
            _run_again(other, compile(inspect.getsource(other), "<run again>", "exec"), undo)


def _is_made(value: object, module: ModuleType) -> bool:
    """Whether a value is made by running a module: tables are, and functions of its own; classes stay."""
    if isinstance(value, type | ModuleType):
        return False
    return getattr(value, "__module__", module.__name__) == module.__name__


def _spread(module: ModuleType, values: dict[str, object], undo: ExitStack) -> None:
    """Put values where those of the same name stood, in every module that had them from this one."""
    for name, value in values.items():
        kept = vars(module).get(name)
        for one in family(module):
            if vars(one).get(name) is kept:
                undo.callback(setattr, one, name, kept)
                setattr(one, name, value)


@cache
def _made_of(module: ModuleType) -> frozenset[str]:
    """The names that a module reads for its own tables."""
    return names_for_tables(ast.parse(inspect.getsource(module)))


@cache
def _imported(module: ModuleType, source: ModuleType) -> frozenset[str]:
    """The names that a module imports from another."""
    imports = (one for one in ast.parse(inspect.getsource(module)).body if isinstance(one, ast.ImportFrom))
    return frozenset(one.name for line in imports if line.module == source.__name__ for one in line.names)


def family(module: ModuleType) -> list[ModuleType]:
    """The modules of the same package that are in use."""
    package = ".".join(module.__name__.split(".")[:2])
    return [one for name, one in sorted(sys.modules.items()) if name.startswith(package)]


def forget(module: ModuleType) -> None:
    """Empty the caches of functions, which a rule that is off may have filled."""
    for one in family(module):
        for value in vars(one).values():
            if hasattr(value, "cache_clear") and value.__module__ == one.__name__ and not _is_costly(value):
                value.cache_clear()


def _is_costly(function: Any) -> bool:
    """What is read from the installed packages stays."""
    return str(function.__module__).endswith(".pinned")
