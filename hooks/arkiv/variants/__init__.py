"""Stage, publish, switch, close: what is live is always one whole, audited site, at a level somebody chose.

An audience's site is a link that is replaced by a rename. So every request is answered from one whole site;
what a link cannot promise is that one *visit* is: a page fetched before a switch may fetch its pictures and
its search index after it. They are then missing, or the stricter site's own; never a laxer one's, once the
level was raised.
"""

from arkiv.variants.deployment import AudienceStatus, Deployment
from arkiv.variants.digest import Contents, contents, tree_digest
from arkiv.variants.errors import DeploymentError
from arkiv.variants.layout import Variant
from arkiv.variants.live import UNKNOWN, Live, State
from arkiv.variants.manifest import Manifest, now, whoami
from arkiv.variants.publishing import Published, Reason, Refused
from arkiv.variants.receipts import Action, Receipt
from arkiv.variants.store import Store
from arkiv.variants.switching import Move, Work, move, rehearse, switch

__all__ = [
    "UNKNOWN",
    "Action",
    "AudienceStatus",
    "Contents",
    "Deployment",
    "DeploymentError",
    "Live",
    "Manifest",
    "Move",
    "Published",
    "Reason",
    "Receipt",
    "Refused",
    "State",
    "Store",
    "Variant",
    "Work",
    "contents",
    "move",
    "now",
    "rehearse",
    "switch",
    "tree_digest",
    "whoami",
]
