"""Addresses that every build has, whatever its sources."""

GENERATED = frozenset(
    {"index.md", "beslut.md", "atgarder.md", "natverk/index.md", "moten/index.md", "kalender/index.md"}
)
"""Pages that are made in any case, and that a source of the same path introduces."""
