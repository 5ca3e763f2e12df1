"""The bar that the server puts into each page it shows: what is shown, what else can be, and what is wrong.

It is made for each answer and never written into a site.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from arkiv.model import Audience
from arkiv.pages import Words, load_words
from arkiv.policy.levels import Levels
from arkiv.serving.choices import Choice
from arkiv.serving.workshop import Shown

OWN = "/__arkiv/"
"""Where the server has what is its own; no page of an archive can have this address."""

ASSETS = Path(__file__).parent / "assets"
WORDS = Path(__file__).parent / "words"

_STYLE = f'<link rel="stylesheet" href="{OWN}preview.css">'
_SCRIPT = f'<script src="{OWN}preview.js" type="module"></script>'


def words(language: str) -> Callable[..., str]:
    """The bar's words; in Swedish where a language has none of its own."""
    has_own = any(WORDS.glob(f"*.{language}.yml"))
    return _short(load_words(language if has_own else "sv", WORDS))


def _short(found: Words) -> Callable[..., str]:
    def said(key: str, count: int | None = None) -> str:
        return found(f"preview.{key}") if count is None else found.count(f"preview.{key}", count)

    return said


@dataclass(frozen=True, slots=True)
class Note:
    """Lines under a heading: `faults` or `warnings`."""

    kind: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class News:
    """How it stands with a preview. A page that has another `version` shows something else than there is."""

    version: str
    status: str
    notes: tuple[Note, ...]


def news(version: str, shown: Shown, building: bool, said: Callable[..., str]) -> News:
    """How it stands, in words."""
    notes = (("faults", shown.faults), ("warnings", shown.warnings))
    return News(
        version=version,
        status=said(_status(shown, building)),
        notes=tuple(Note(kind, said(kind, len(lines)), lines) for kind, lines in notes if lines),
    )


def _status(shown: Shown, building: bool) -> str:
    if building:
        return "rebuilding" if shown.site else "building"
    if shown.faults:
        return "kept" if shown.site else "nothing"
    return "current"


def bar(found: News, choice: Choice, levels: Levels, page: str, said: Callable[..., str]) -> str:
    """The bar as HTML."""
    audiences = ((str(audience), said(f"audiences.{audience}")) for audience in Audience)
    ids = ((level.id, level.label) for level in levels)
    return f"""<aside class="arkiv-preview" aria-label="{escape(said("title"))}"
 data-version="{escape(found.version)}" data-ended="{escape(said("ended"))}">
<form method="post" action="{OWN}choice" autocomplete="off">
<p><strong>{escape(said("title"))}</strong> <span>{escape(said("hint"))}</span></p>
<input type="hidden" name="page" value="{escape(page)}">
{_select("audience", said("audience"), audiences, str(choice.audience))}
{_select("level", said("level"), ids, choice.level)}
<button type="submit">{escape(said("show"))}</button></form>
<p class="arkiv-preview__status" role="status">{escape(found.status)}</p>
<div class="arkiv-preview__notes">{"".join(map(_note, found.notes))}</div></aside>"""


def _select(name: str, label: str, options: Iterable[tuple[str, str]], current: str) -> str:
    listed = "".join(
        f'<option value="{escape(value)}"{" selected" if value == current else ""}>{escape(text)}</option>'
        for value, text in options
    )
    return f'<label>{escape(label)} <select name="{name}" autocomplete="off">{listed}</select></label>'


def _note(note: Note) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in note.lines)
    is_open = " open" if note.kind == "faults" else ""
    return f"<details{is_open}><summary>{escape(note.title)}</summary><ul>{lines}</ul></details>"


def with_bar(page: bytes, made: str) -> bytes:
    """A page of the site with the bar at its end, and nothing else changed."""
    at = page.rfind(b"</body>")
    at = at if at >= 0 else len(page)
    return page[:at] + f"{_STYLE}{made}{_SCRIPT}".encode() + page[at:]


def bare(heading: str, language: str) -> bytes:
    """A page to put the bar on where there is none to show."""
    return f"""<!doctype html>
<html lang="{escape(language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(heading)}</title><link rel="icon" href="data:,">
<noscript><meta http-equiv="refresh" content="2"></noscript></head>
<body class="arkiv-preview-bare"><main><h1>{escape(heading)}</h1></main></body></html>
""".encode()
