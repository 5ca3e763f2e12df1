"""Frontmatter Markdown under docs/ to an `Archive`, or every error at once."""

from arkiv.sources.archive import Reading, read_archive

__all__ = ["Reading", "read_archive"]
