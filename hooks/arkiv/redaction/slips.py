"""Misspellings: two words that differ by one slip of the keys."""


def slips(word: str) -> set[str]:
    """The word, and it with any one letter missing; two words that share one differ by one slip at most.

    A letter too many, too few or wrong, or two exchanged: each leaves a common remainder. Candidates
    still need `is_slip`, since two letters in different places share remainders too.
    """
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def is_slip(one: str, other: str) -> bool:
    """Whether the two differ by one letter, or by two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, rest_of_other = one[start:], other[start:]
    if len(one) == len(other):
        exchanged = rest[:2] == rest_of_other[:2][::-1] and rest[2:] == rest_of_other[2:]
        return rest[1:] == rest_of_other[1:] or exchanged
    return rest[1:] == rest_of_other or rest == rest_of_other[1:]
