"""Contract, promise 1: a name that ends in s, x or z and one that does not leave the same page behind.

Swedish writes no genitive of the first, so `Lindenius förslag` is `Vrimos förslag` with another person in it.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arkiv.data.dictionary import is_word
from arkiv.policy.secrets import Secrets
from tests.unit.redaction.rosters import person, redactor

HISSING = ("Jorvius", "Knamix", "Tolvendutz", "Brunkvius", "Gyltrix", "Ejnarz")
OTHERS = ("Vrimo", "Ogdurak", "Tjelmar", "Knuvel", "Frodmyra", "Jemtulf")

OWNED = (
    """
    förslag. rapport. nya förslag. senaste rapport. egna synpunkter. eget yttrande. tre frågor. fråga. arbete.
    idéer. presentation av läget. uppdrag som ombud. mandat. medverkan. frånvaro. tankar. tjänst. möten.
    grupp. anställning. SKR-uppdrag. reviderade utkast. rapporter. planer. insatser. kommuns svar. kontor.
    bil. initiativ
""".strip()
    .replace("\n    ", " ")
    .split(". ")
)
DONE = (
    """
    föreslår. föreslog avslag. rapporterar från mötet. presenterade läget. talar. svarade. utses till ombud.
    gick. sjöng. läser. välkommen. själv. ordförande för gruppen, och. är. Volvo. (Byn). , Byn. , som kommer.
    i kommunen. då. hem. till. med flera. nöjd. boken. frågan. sist. ! ? : vi väntar. ; nästa punkt.
    och andra. , ordförande i nämnden, svarar. , förslag nummer två
""".strip()
    .replace("\n    ", " ")
    .split(". ")
)

BEFORE = (
    "Enligt",
    "Vi antog",
    "Därefter följde",
    "Nämnden biföll",
    "",
    "Mötet tackade",
    "- ",
    "| ",
    "**Beslut:** ",
)


def owner(name: str, mark: str) -> str:
    """The genitive, which a name that ends in s, x or z has in three spellings."""
    return name + ("s" if name[-1] not in "sxz" else mark)


def shown(names: tuple[str, str], text: str) -> str:
    hidden = person(" ".join(names), id="x", role="jurist", organization="Byn")
    return redactor(Secrets((hidden,), ())).text(text, frozenset({"x"}))


def pairs(pool: tuple[str, ...]) -> st.SearchStrategy[tuple[str, str]]:
    return st.permutations(pool).map(lambda drawn: (drawn[0], drawn[1]))


def test_the_names_are_no_words() -> None:
    assert not [name for name in (*HISSING, *OTHERS) if is_word(name) or is_word(name.lower())]


@given(
    pairs(HISSING),
    pairs(OTHERS),
    st.sampled_from(BEFORE),
    st.sampled_from(OWNED + DONE),
    st.sampled_from(["", "'", "’"]),
    st.sampled_from(["first", "last", "full"]),
)
def test_a_genitive_tells_not_how_the_name_ends(
    one: tuple[str, str], other: tuple[str, str], before: str, after: str, mark: str, form: str
) -> None:
    texts = []
    for names in (one, other):
        said = {"first": names[0], "last": names[1], "full": " ".join(names)}[form]
        texts.append(shown(names, f"{before} {owner(said, mark)} {after}"))
    assert texts[0] == texts[1]


@given(
    pairs(HISSING),
    pairs(OTHERS),
    st.sampled_from(BEFORE),
    st.sampled_from(DONE),
    st.sampled_from(["first", "last", "full"]),
)
def test_a_name_that_owns_nothing_tells_not_how_it_ends(
    one: tuple[str, str], other: tuple[str, str], before: str, after: str, form: str
) -> None:
    texts = []
    for names in (one, other):
        said = {"first": names[0], "last": names[1], "full": " ".join(names)}[form]
        texts.append(shown(names, f"{before} {said} {after}"))
    assert texts[0] == texts[1]


@pytest.mark.parametrize("after", OWNED)
@pytest.mark.parametrize("name", ["Jorvius", "Jorvius'", "Jorvius’", "Vrimos", "Vrimo:s", "Vrimo's"])
def test_what_is_owned_reads_as_owned(name: str, after: str) -> None:
    names = ("Frodmyra", "Jorvius" if name.startswith("J") else "Vrimo")
    assert shown(names, f"Vi antog {name} {after}") == f"Vi antog deltagarens {after}"
