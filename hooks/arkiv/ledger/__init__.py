"""What a change of level hides or shows, page by page, for internal eyes.

A sibling of the projection that holds names on purpose: it lays two projections side by side, so it can tell
nothing that the laxer of the two does not show. Nothing that makes a site can reach it (import-linter).
"""

from arkiv.ledger.comparison import compare
from arkiv.ledger.entries import Kind, Ledger
from arkiv.ledger.sheet import sheet
from arkiv.ledger.summary import summary

__all__ = ["Kind", "Ledger", "compare", "sheet", "summary"]
