"""What the browser filters a register by; hidden without JavaScript, where the list is whole."""

from collections.abc import Iterable, Mapping
from html import escape

from arkiv.pages.generated import Site
from arkiv.pages.records import Found

FEWEST = 8
"""A list shorter than this is read faster than it is filtered."""


def filters(found: Iterable[Found], states: tuple[str, ...], site: Site) -> str:
    """The choices for these records as plain HTML; nothing where there is little to choose from."""
    records = [*found]
    if len(records) < FEWEST:
        return ""
    words = site.words
    names = {one.meeting.network: one.meeting.network_name for one in records}
    networks = dict(sorted(names.items(), key=lambda pair: (words.order(pair[1]), pair[0])))
    choices = {state: words(f"registers.filter.{state}") for state in states}
    parts = [_choice("network", networks, site) if len(networks) > 1 else "", _choice("state", choices, site)]
    label, shown = (escape(words(f"registers.filter.{key}")) for key in ("label", "shown"))
    text = f'<label>{escape(words("registers.filter.text"))} <input type="search" data-arkiv-text></label>'
    start = f'<div class="arkiv-filter" role="group" aria-label="{label}" data-arkiv-filter="{shown}" hidden>'
    return f'{start}{"".join(parts)}{text}<p class="arkiv-filter__shown" role="status"></p></div>'


def _choice(key: str, options: Mapping[str, str], site: Site) -> str:
    """A list to choose from, with a first line for all."""
    any_of = escape(site.words(f"registers.filter.any_{key}"))
    lines = "".join(
        f'<option value="{escape(value)}">{escape(label)}</option>' for value, label in options.items()
    )
    label = escape(site.words(f"registers.filter.{key}"))
    every = f'<option value="">{any_of}</option>{lines}'
    return f'<label>{label} <select data-arkiv-key="{key}">{every}</select></label>'
