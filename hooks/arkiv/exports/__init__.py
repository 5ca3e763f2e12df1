"""Public values to files for other programs: feeds."""

from arkiv.exports.feeds import Export, Publisher, feeds

__all__ = ["Export", "Publisher", "feeds"]
