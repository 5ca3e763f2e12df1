"""Frontmatter Markdown under docs/ to an `Archive`, or every error at once."""
