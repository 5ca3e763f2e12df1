"""The catalogue of words is whole, or it is refused."""

import ast
import re
from pathlib import Path

import pytest

from arkiv.languages import FOLDER, languages
from arkiv.pages.words import WordsError, load_words
from tests.unit.pages.rendering import ROOT

PACKAGE = ROOT / "hooks" / "arkiv"
SWEDISH = load_words("sv")


def keys_in_code() -> set[str]:
    """Every text in arkiv.pages that looks like a whole key of the catalogue."""
    heads = {key.split(".")[0] for key in SWEDISH.entries}
    texts = {
        node.value
        for file in (PACKAGE / "pages").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch(r"\w+(\.\w+)+", text) and text.split(".")[0] in heads}


def keys_in_templates() -> set[str]:
    """Every key that a template asks for."""
    templates = (PACKAGE / "theme").rglob("*.html")
    found = (
        re.findall(r"arkiv\.words\([\"']([\w.]+)[\"']", path.read_text(encoding="utf-8"))
        for path in templates
    )
    return {key for keys in found for key in keys}


def test_every_key_that_code_and_templates_ask_for_has_words() -> None:
    asked = {key for key in keys_in_code() if not key.endswith((".md", "_"))} | keys_in_templates()
    asked = {f"{key}.title" if f"{key}.title" in SWEDISH.entries else key for key in asked}
    assert len(asked) > 80
    stems = {key.removesuffix(".one") for key in SWEDISH.entries} | SWEDISH.entries.keys()
    assert asked - stems == set()


def test_a_plural_takes_the_form_that_fits_the_number() -> None:
    assert SWEDISH.count("attendance.members", 1) == "en ledamot"
    assert SWEDISH.count("attendance.members", 13) == "13 ledamöter"
    assert SWEDISH.count("attendance.members", 0) == "0 ledamöter"


@pytest.mark.parametrize(
    ("parts", "text"), [((), ""), (("a",), "a"), (("a", "b"), "a och b"), (("a", "b", "c"), "a, b och c")]
)
def test_parts_are_joined_as_running_text(parts: tuple[str, ...], text: str) -> None:
    assert SWEDISH.joined(parts) == text


def test_words_that_lack_a_key_or_a_field_are_an_error_that_names_it() -> None:
    with pytest.raises(WordsError, match=r"no\.such\.key"):
        SWEDISH("no.such.key")
    with pytest.raises(WordsError, match="item"):
        SWEDISH("attendance.to_item")


def test_another_file_is_a_part_of_its_own() -> None:
    assert SWEDISH.parts.keys() >= {"site", "search"}
    assert all(key.startswith("search.") for key in SWEDISH.entries if key.startswith("search"))


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """A folder with a Swedish catalogue, for a translation to be put beside."""
    swedish = "a: hej {namn}\nb: {one: en, other: flera}\n"
    (tmp_path / "site.sv.yml").write_text(swedish, encoding="utf-8")
    return tmp_path / "site.en.yml"


def test_a_translation_with_the_same_keys_and_fields_is_taken(english: Path) -> None:
    english.write_text("a: hi {namn}\nb: {one: one, other: many}\n", encoding="utf-8")
    assert load_words("en", english.parent)("a", namn="you") == "hi you"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: hi {namn}\n", r"en: b\.one: is missing"),
        ("a: hi {namn}\nb: {one: one, other: many}\nc: x\n", "en: c: is not in"),
        ("a: hi {name}\nb: {one: one, other: many}\n", "en: a: has other"),
        ("a: hi {namn}\nb: {one: one}\n", "site: b: a plural"),
        ("a: 3\n", "site: a: is no text"),
        ("a:\n", "site: a: is no text"),
        ("", "site: the file: is no text"),
        ("a: [", "site.en.yml: the file: not YAML"),
    ],
)
def test_a_translation_that_differs_is_refused(english: Path, text: str, message: str) -> None:
    english.write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match=message):
        load_words("en", english.parent)


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(WordsError, match="xx: no such language"):
        load_words("xx", FOLDER)


@pytest.mark.parametrize(
    ("language", "count"), [("sv", 0), ("sv", 1), ("sv", 2), ("en", 0), ("en", 1), ("en", 21)]
)
def test_one_is_singular_and_everything_else_plural_in_swedish_and_english(language: str, count: int) -> None:
    words = load_words(language)
    form = "one" if count == 1 else "other"
    assert words.count("networks.meetings", count) == words(f"networks.meetings.{form}", count=count)


def test_a_language_with_more_plural_forms_has_them(tmp_path: Path) -> None:
    (tmp_path / "site.sv.yml").write_text(
        "a: {one: '{count} sak', other: '{count} saker'}\n", encoding="utf-8"
    )
    polish = (
        "a: {one: '{count} rzecz', few: '{count} rzeczy', many: '{count} spraw', other: '{count} sprawy'}\n"
    )
    (tmp_path / "site.pl.yml").write_text(polish, encoding="utf-8")
    words = load_words("pl", tmp_path)
    assert [words.count("a", number) for number in (1, 3, 5)] == ["1 rzecz", "3 rzeczy", "5 spraw"]


@pytest.mark.parametrize(
    ("language", "order"),
    [("sv", ["Norra", "Zon", "Åsen", "Öster"]), ("en", ["Åsen", "Norra", "Öster", "Zon"])],
)
def test_labels_are_in_the_order_of_the_languages_own_alphabet(language: str, order: list[str]) -> None:
    assert sorted(sorted(order), key=load_words(language).order) == order


@pytest.mark.parametrize("folder", ["theme/words", "ledger/words", "serving/words"])
def test_every_catalogue_has_every_language_of_the_site(folder: str) -> None:
    names = {tuple(path.name.split(".")[:2]) for path in (PACKAGE / folder).glob("*.yml")}
    assert {language for _, language in names} == set(languages())
    assert len(names) == len({name for name, _ in names}) * len(languages())
    for language in languages():
        assert load_words(language, PACKAGE / folder).entries


def test_an_english_sites_own_words_are_told_to_the_detector_of_names_and_a_swedish_ones_are_not() -> None:
    assert {"Government", "June", "Here"} <= load_words("en").ordinary
    assert SWEDISH.ordinary == frozenset()
