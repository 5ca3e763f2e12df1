"""Markdown as text: what is plain stays plain, whatever it holds.

The pages are read in three ways: rendered by Python-Markdown, rendered by someone else's Markdown, and
as they are. So escaping is by backslash where Markdown has one, by entity where it does not, and only
for characters that could mean something.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import takewhile
from posixpath import relpath
from urllib.parse import quote

import yaml

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_ANYWHERE = re.compile(r"[\\`*_\[\]{}|>]")
_ENTITY = re.compile(r"&(?=[#\w])")
_ODD = re.compile(r"[\\`*_\[\]{}|><&\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Anything that one of them may find, but for spaces and what stands first."""

_FIRST = re.compile(r"^(\d*)([#+\-=:~!.)])")


_NO_FOLDING = 100_000
"""Columns: a value stays on one line, however long."""


def escape(text: str) -> str:
    """Plain text as Markdown that shows just that text, on one line, and makes no element."""
    if _is_plain(text):
        return text
    text = _SPACE.sub(" ", _CONTROL.sub("", text)).strip()
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;")
    return _FIRST.sub(_first, _ANYWHERE.sub(r"\\\g<0>", text))


def _is_plain(text: str) -> bool:
    """Whether a text is itself when it is escaped, as most are."""
    return not (_ODD.search(text) or "  " in text or text != text.strip() or _FIRST.match(text))


def _first(match: re.Match[str]) -> str:
    """What opens a block at the start of a line, made harmless. Only some can have a backslash."""
    digits, mark = match.groups()
    return f"{digits}&#{ord(mark)};" if mark in "=:~" else f"{digits}\\{mark}"


def link(label: str, target: str, **attributes: str) -> str:
    """A link with a label that is plain text."""
    marks = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"[{escape(label)}]({target}){{{marks} }}" if marks else f"[{escape(label)}]({target})"


def address(page: str, target: str, anchor: str | None = None) -> str:
    """Where `target` is, seen from `page`; both relative to docs/. MkDocs checks such links."""
    if page == target and anchor:
        return f"#{anchor}"
    relative = _relative(target, page.rpartition("/")[0])
    return f"{relative}#{anchor}" if anchor else relative


@lru_cache(maxsize=2**14)
def _relative(target: str, folder: str) -> str:
    """As `relpath`, quoted. Lists have the same links from the same folder thousands of times.

    Both are plain paths in docs/, so no disk need be asked where they are, which `relpath` does.
    """
    to, at = target.split("/"), folder.split("/") if folder else []
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(to, at, strict=False)))
    return quote("/".join([".."] * (len(at) - shared) + to[shared:]) or ".")


def url(page: str, target: str) -> str:
    """The same as a browser needs it, for HTML that MkDocs leaves alone: from one built page to another."""
    return f"{quote(relpath(built(target) or '.', built(page) or '.'))}/"


def built(path: str) -> str:
    """The folder of a built page: `om` for om.md and om/index.md."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index")


def heading(level: int, text: str, anchor: str, *classes: str) -> str:
    """A heading with an anchor that does not depend on its words; `text` is Markdown."""
    marks = " ".join((f"#{anchor}", *(f".{name}" for name in classes)))
    return f"{'#' * level} {text} {{ {marks} }}"


def marked(text: str, *classes: str, anchor: str | None = None, data: Mapping[str, str] | None = None) -> str:
    """A paragraph with an anchor, classes and data attributes; `text` is Markdown."""
    marks = [f"#{anchor}"] if anchor else []
    marks += [f".{name}" for name in classes]
    marks += [f'{key}="{value}"' for key, value in (data or {}).items()]
    return f"{text}\n{{ {' '.join(marks)} }}"


def box(tag: str, marks: str, *blocks: str) -> str:
    """Blocks within an HTML element; the blocks are Markdown."""
    return "\n\n".join((f"<{tag} {marks} markdown>", *blocks, f"</{tag}>"))


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table; the cells are inline Markdown."""
    lines = (head, tuple("---" for _ in head), *rows)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def document(meta: Mapping[str, object], blocks: Iterable[str]) -> str:
    """A whole page: frontmatter, and blocks with a blank line between; empty ones are left out."""
    front = yaml.dump(
        dict(meta), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=_NO_FOLDING
    )
    body = "\n\n".join(block for block in blocks if block)
    return f"---\n{front}---\n\n{body}\n"
