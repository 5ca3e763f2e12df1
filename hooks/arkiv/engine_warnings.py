"""What the page engine warns of, told without the words of the sources: a link's target may be a name."""

import re

_LINK = re.compile(r"Doc file '(?P<file>[^'\n]+)' contains an? (?:\w+ )*link")


def told(message: str) -> str:
    """A warning in the form of all others; of one that nobody foresaw, what stands before the first quote."""
    link = _LINK.match(message)
    if link:
        return f"{link['file']}: link: leads to no page or heading - correct it, or remove it"
    return re.split(r"['\"\n]", message)[0].strip()
