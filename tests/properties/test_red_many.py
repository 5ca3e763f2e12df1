"""What holds of the redaction for all names and texts, not only for the ones somebody thought of."""

import html
import re
import time
import unicodedata
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from arkiv.data.dictionary import is_word
from arkiv.policy.secrets import HiddenPerson, Secrets
from tests.unit.redaction.rosters import GOLDEN, everyone, is_common, person, read, redactor, roster

SENTENCES: list[str] = read(GOLDEN / "innocent.yml")["sentences"]
SHARED = roster(read(GOLDEN / "roster.yml"))
CONSONANTS, VOWELS = "bdfgklmnprstv", "aeiouyåäö"


@st.composite
def invented(draw: st.DrawFn, syllables: int = 3) -> str:
    """A capitalised word that no Swedish text holds."""
    parts = draw(
        st.lists(
            st.tuples(st.sampled_from(CONSONANTS), st.sampled_from(VOWELS)),
            min_size=syllables,
            max_size=syllables + 1,
        )
    )
    name = "".join(a + b for a, b in parts).capitalize() + draw(st.sampled_from("klmnrt"))
    assume(not is_common(name) and not is_word(name) and not is_word(name.lower()))
    return name


@st.composite
def full_names(draw: st.DrawFn) -> str:
    """First name, maybe with a hyphen, and surname."""
    first, last = draw(invented()), draw(invented())
    second = draw(st.none() | invented())
    assume(len({first, last, second}) == 3)
    return f"{first}-{second} {last}" if second else f"{first} {last}"


def split(name: str) -> tuple[str, str]:
    first, _, last = name.rpartition(" ")
    return first, last


def slug(text: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return re.sub(r"[\s-]+", "-", bare.lower())


def initials(first: str) -> str:
    return "-".join(f"{one[0]}." for one in first.split("-"))


FORMS: dict[str, Callable[[str, str], str]] = {
    "full": lambda first, last: f"{first} {last}",
    "first": lambda first, last: first,
    "first in one word": lambda first, last: first.replace("-", ""),
    "first in two words": lambda first, last: first.replace("-", " "),
    "last": lambda first, last: last,
    "genitive": lambda first, last: f"{first} {last}s",
    "genitive of the first": lambda first, last: f"{first}s",
    "genitive of the last": lambda first, last: f"{last}s",
    "surname first": lambda first, last: f"{last}, {first}",
    "initials": lambda first, last: f"{initials(first)} {last}",
    "capitals": lambda first, last: f"{first} {last}".upper(),
    "lower case": lambda first, last: f"{first} {last}".lower(),
    "slug": lambda first, last: slug(f"{first} {last}"),
    "file": lambda first, last: slug(f"{first} {last}").replace("-", "_") + ".pdf",
    "handle": lambda first, last: "@" + slug(f"{first}{last}").replace("-", ""),
    "address": lambda first, last: slug(first) + "." + slug(last) + "@norrvik.example",
    "link": lambda first, last: f"https://norrvik.example/{slug(first)}-{slug(last)}",
    "hyphened compound": lambda first, last: f"{last}-rapporten",
    "shared": lambda first, last: f"{first} och Sara {last}",
}

CHANNELS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "bold": lambda text: f"**{text}**",
    "half bold": lambda text: f"**{text[:2]}**{text[2:]}",
    "half a tag": lambda text: f"<i>{text[:2]}</i>{text[2:]}",
    "soft hyphens": "\u00ad".join,
    "zero width": lambda text: text[:3] + "\u200b" + text[3:],
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "entities": lambda text: "".join(f"&#{ord(one)};" if one.isalpha() else one for one in text),
    "named entities": lambda text: html.escape(text).replace("ö", "&ouml;").replace("å", "&aring;"),
    "percent": quote,
    "full-width": lambda text: "".join(
        chr(ord(one) + 0xFEE0) if "a" <= one.lower() <= "z" else one for one in text
    ),
    "look-alikes": lambda text: text.translate(str.maketrans("aeoiy", "аеоіу")),
    "wrapped": lambda text: text.replace(" ", "\n"),
    "quoted": lambda text: "> " + text.replace(" ", "\n> "),
    "comment": lambda text: f"<!-- {text} -->",
    "attribute": lambda text: f'<img alt="{text}">',
    "link text": lambda text: f"[{text}](sida.md)",
    "title": lambda text: f'[x](sida.md "{text}")',
    "cell": lambda text: f"| {text} | ja |",
    "heading": lambda text: f"## {text}\n",
}


def bare(text: str) -> str:
    """The text in bare letters and nothing else, as a suspicious reader of bytes would fold it."""
    decomposed = unicodedata.normalize("NFKD", html.unescape(text)).casefold()
    return "".join(one for one in decomposed if one.isalpha() and one.isascii())


@settings(max_examples=2500)
@given(
    full_names(),
    st.sampled_from(sorted(FORMS)),
    st.sampled_from(sorted(CHANNELS)),
    st.sampled_from(SENTENCES),
)
def test_no_part_of_a_name_survives_in_any_form_through_any_channel(
    name: str, form: str, channel: str, sentence: str
) -> None:
    hidden = person(name)
    said = CHANNELS[channel](FORMS[form](*split(name)))
    after = redactor(Secrets((hidden,), ())).text(
        f"{sentence}\n\n{said}\n\n{sentence}", frozenset({hidden.id})
    )
    parts = [part for part in re.split(r"[\s-]", name) if len(part) >= 4]
    assert not [part for part in parts if bare(part) in bare(after)]


@settings(max_examples=2500)
@given(full_names(), full_names(), st.sampled_from(sorted(FORMS)), st.sampled_from(SENTENCES))
def test_a_person_by_any_other_name_reads_the_same(one: str, other: str, form: str, sentence: str) -> None:
    assume(one.count("-") == other.count("-"))
    texts = []
    for name in (one, other):
        hidden = HiddenPerson("x", (name,), (), person("A B").disclosure, "kommundirektör", "Norrvik")
        first, last = split(name)
        text = (
            f"{sentence} {FORMS[form](first, last)} informerar. Enligt {FORMS[form](first, last)} räcker det."
        )
        texts.append(redactor(Secrets((hidden,), ())).text(text, frozenset({"x"})))
    assert texts[0] == texts[1]


@settings(max_examples=2500)
@given(
    st.permutations([name for one in SHARED.hidden for name in one.names]),
    st.lists(st.sampled_from(SENTENCES), max_size=3),
    st.sampled_from([" och ", ", ", " / ", "\n", " mot ", " [", "](x) **"]),
)
def test_what_is_written_is_left_alone_when_it_is_read_again(
    names: list[str], sentences: list[str], between: str
) -> None:
    shared = redactor(SHARED)
    once = shared.text(between.join((*names[:4], *sentences)), everyone(SHARED))
    assert shared.text(once, everyone(SHARED)) == once


@settings(max_examples=2500)
@given(st.text())
def test_a_text_is_left_alone_where_nobody_is_hidden(text: str) -> None:
    assert redactor(Secrets((), ("Malin Svensson",))).text(text) == text


FAR = redactor(Secrets((person("Qwzxqvina Zxqwvström"),), ()))


@settings(max_examples=2500)
@given(st.text(alphabet=st.characters(blacklist_characters="\ufffd")))
def test_a_text_without_any_form_of_a_name_is_returned_unchanged(text: str) -> None:
    assert FAR.text(text, frozenset({"qwzxqvina"})) == text


@settings(max_examples=2500)
@given(st.text(alphabet="Mm Aa lL Ii nN .,-[]()*_`<>&;%25#\n\t@:/|!\"'\\ÅÃ¥\u00ad\ufffd"), st.booleans())
def test_any_text_can_be_read(text: str, known: bool) -> None:
    after = redactor(SHARED).text(text, everyone(SHARED) if known else frozenset())
    assert isinstance(after, str)


ADVERSARIAL = {
    "brackets": "[" * 200_000,
    "images": "![](" * 50_000,
    "letters": "a" * 200_000,
    "capital letters": "A" * 200_000,
    "percents": "%25" * 66_000,
    "a long percent": "%" + "25" * 100_000,
    "ampersands": "&" * 200_000,
    "escaped ampersands": "&amp;" * 40_000,
    "initials": "A " * 100_000,
    "pointed initials": "A. " * 66_000,
    "dots": "a." * 100_000,
    "hisses": "s" * 200_000,
    "tags": "<a " * 66_000,
    "comments": "<!--" * 50_000,
    "stars": "*" * 200_000,
    "spaced stars": "* " * 100_000,
    "underscores": "_" * 200_000,
    "ats": "a@" * 100_000,
    "domains": "a@" + "a." * 100_000,
    "digits": "1" * 200_000,
    "spaced digits": "070 " * 50_000,
    "quotes": "> " * 100_000,
    "lines": "\n" * 200_000,
    "blanks": " " * 200_000,
    "backslashes": "\\" * 200_000,
    "mojibake": "Ã¥" * 100_000,
    "names": "Malin " * 33_000,
    "words that are names": "Sten och " * 22_000,
    "names in brackets": "[Malin](" * 25_000,
    "starred names": "**Malin " * 25_000,
    "losses": "\ufffd" * 200_000,
    "marks": "a" + "\u0301" * 200_000,
    "equals": "a=" * 100_000,
    "definitions": "\n[a]: b" * 28_000,
}


@pytest.mark.parametrize("kind", sorted(ADVERSARIAL))
def test_200_kilobytes_made_to_be_slow_are_read_within_seconds(kind: str) -> None:
    shared = redactor(SHARED)
    start = time.perf_counter()
    shared.text(ADVERSARIAL[kind], everyone(SHARED))
    assert time.perf_counter() - start < 20
