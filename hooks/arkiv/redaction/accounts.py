"""User names as Swedish offices make them of a name: `annlin` for Anna Lind, `lbergm` for Lars Bergman."""

import re

JOINED_INITIAL = re.compile(r"(?<![\w.@])(?P<letters>[^\W\d_])[._-]$")
"""What stands before `lindqvist` in `k.lindqvist`."""

_SCHEMES = (
    (3, 3), (2, 3), (3, 2), (4, 2), (4, 3), (4, 4), (2, 4), (1, 4), (1, 5), (1, 6), (99, 1), (99, 2),
)  # fmt: skip
"""Letters of the first name, and of the surname after it; 99 is all of them."""

_TURNED = ((3, 3), (99, 1), (99, 2), (4, 2), (2, 3))
"""The same with the surname first."""

_SHORTEST = 5


def accounts(words: tuple[str, ...]) -> set[str]:
    """The user names of a name, given as its folded words."""
    if len(words) < 2:
        return set()
    made: set[str] = set()
    for first, last in ((words[0], last) for last in {words[-1], "".join(words[1:])}):
        made |= {first[:one] + last[:other] for one, other in _SCHEMES}
        made |= {last[:one] + first[:other] for one, other in _TURNED}
    return {account for account in made if len(account) >= _SHORTEST and account not in words}
