"""Nothing reaches a site past the projection: held by the code's own shape, and by MkDocs' events."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hooks" / "arkiv"
PUBLIC_TYPES = frozenset({"PublicText", "PublicMarkdown"})

EXCEPTIONS: frozenset[str] = frozenset()
"""Files outside the projection that make public text. One that is added here needs its reason beside it."""

PRIVATE = (
    "arkiv.sources",
    "arkiv.redaction",
    "arkiv.projection",
    "arkiv.policy.people",
    "arkiv.policy.hiding",
)
OPEN_NAMES = frozenset({"Audience", "RecordKind", "Status"})
"""All of the model that says nothing of anybody."""


def modules(*folders: str) -> Iterator[Path]:
    """The program's files, of some packages or of all."""
    for folder in folders or (".",):
        yield from sorted((PACKAGE / folder).rglob("*.py"))


def called(path: Path) -> set[str]:
    """The names that are called, cast to, or given to something to call, wherever they were imported from."""
    tree = ast.parse(path.read_text("utf-8"))
    annotations = {id(part) for node in ast.walk(tree) for hint in _hints(node) for part in ast.walk(hint)}
    loaded = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in annotations
    )
    return {node.id if isinstance(node, ast.Name) else node.attr for node in loaded}


def _hints(node: ast.AST) -> Iterator[ast.expr]:
    """Where a type is only spoken of."""
    for name in ("annotation", "returns"):
        hint = getattr(node, name, None)
        if hint is not None:
            yield hint
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp):  # an alias: A = B | C
        yield node.value
    if isinstance(node, ast.Subscript):
        yield node.slice


def imported(path: Path) -> set[str]:
    """Everything a file imports, as `module.name`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_public_text_is_made_in_the_projection_and_nowhere_else() -> None:
    making = {path.relative_to(PACKAGE).as_posix() for path in modules() if PUBLIC_TYPES & called(path)}
    outside = {path for path in making if not path.startswith("projection/")}
    assert outside - EXCEPTIONS - {"public.py"} == set()
    assert "projection/writing.py" in making  # else the search above finds nothing at all


def test_no_type_is_waved_through_to_become_public() -> None:
    """`cast` and `type: ignore` can say anything of a text."""
    for path in modules("pages", "search", "projection"):
        ignored = re.findall(r"type: ignore\[(.*?)\]", path.read_text("utf-8"))
        assert set(ignored) <= {"import-untyped"}, path
        assert not any(name.endswith(".cast") for name in imported(path)), path


@pytest.mark.parametrize("package", ["pages", "search"])
def test_what_makes_pages_and_search_sees_public_values_only(package: str) -> None:
    for path in modules(package):
        names = imported(path)
        assert not [name for name in names if name.startswith(PRIVATE)], path
        model = {name.removeprefix("arkiv.model.") for name in names if name.startswith("arkiv.model")}
        assert model <= OPEN_NAMES, path


@pytest.mark.parametrize("package", ["pages", "search"])
def test_what_makes_pages_and_search_opens_no_file_of_the_archive(package: str) -> None:
    """Words and templates come with the program; nothing else is read."""
    readers = {"read_text", "read_bytes", "open", "rglob", "iterdir", "walk", "glob"}
    allowed = {"pages/words.py", "search/labels.py", "search/bundle.py", "search/service.py"}
    reading = {path.relative_to(PACKAGE).as_posix() for path in modules(package) if readers & called(path)}
    assert reading <= allowed


def test_only_the_binding_imports_mkdocs() -> None:
    using = {
        path.name
        for path in (ROOT / "hooks").rglob("*.py")
        if any(name.split(".")[0] == "mkdocs" for name in imported(path))
    }
    assert using == {"mkdocs_events.py"}
