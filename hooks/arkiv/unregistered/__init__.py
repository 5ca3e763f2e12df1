"""People nobody registered: found in running text without a model, masked until an editor has settled them.

A build below `named` makes one `Detector` and calls `mask` on text that redaction has been through; `check`
calls `survey`. What is settled stands in docs/namn.yml (`arkiv.sources.settlements`).
"""

from arkiv.unregistered.detector import Detector
from arkiv.unregistered.finds import Find
from arkiv.unregistered.learning import Lessons, learn, learn_pages
from arkiv.unregistered.survey import (
    Suspicion,
    innocent_words,
    names_near,
    passages,
    snippet,
    survey,
    unsettled,
)

__all__ = [
    "Detector",
    "Find",
    "Lessons",
    "Suspicion",
    "innocent_words",
    "learn",
    "learn_pages",
    "names_near",
    "passages",
    "snippet",
    "survey",
    "unsettled",
]
