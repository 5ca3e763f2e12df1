"""People nobody registered, masked on the pages of networks below `named` until an editor settles them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from arkiv.memory import Recall, key
from arkiv.policy.disclosures import Disclosure
from arkiv.unregistered import Detector


def unmasked(text: str) -> str:
    """The text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Masks:
    """The detector of one build, and for each page the names it knows that may be shown.

    `recall` has what this detector made of texts before.
    """

    detector: Detector | None = None
    near: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recall: Recall = field(default_factory=Recall)

    def on(self, path: str, disclosure: Disclosure) -> Callable[[str], str]:
        """What masks text that has been redacted, on one page; nothing where names are shown."""
        if self.detector is None or disclosure.shows_names:
            return unmasked
        mask, near = self.detector.mask, self.near.get(path, ())
        on = key(*near).hex()
        return lambda text: self.recall.text(text, on, lambda: mask(text, near=near))


NO_MASKS = Masks()
"""Nothing is masked."""
