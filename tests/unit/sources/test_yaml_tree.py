"""YAML is read as text with lines, and nothing in it can run, explode or crash."""

import time
from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from arkiv.sources.yaml_tree import Node, YamlError, parse


def _plain(node: Node | None) -> object:
    if node is None or isinstance(node.value, str):
        return node and node.value
    if isinstance(node.value, tuple):
        return [_plain(child) for child in node.value]
    return {key: _plain(child) for key, child in node.value.items()}


@pytest.mark.parametrize(
    "word", ["No", "Null", "NULL", "True", "1234", "09:00", "2024-10-11", "1e3", "0x1F", "Nan", "y"]
)
def test_a_scalar_stays_the_text_that_was_written(word: str) -> None:
    assert _plain(parse(f"name: {word}")) == {"name": word}


@pytest.mark.parametrize("absent", ["", "~", "null"])
def test_a_null_is_an_absent_field_and_an_absent_row(absent: str) -> None:
    assert _plain(parse(f"name: {absent}\nrows:\n  - {absent}\n  - x")) == {"rows": ["x"]}


@pytest.mark.parametrize("quoted", ["'null'", '"~"', "!!str null"])
def test_a_quoted_null_is_a_text(quoted: str) -> None:
    assert _plain(parse(f"name: {quoted}", allow_tags=True)) == {
        "name": quoted.removeprefix("!!str ").strip("'\"")
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "~"])
def test_an_empty_document_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: !!python/object/apply:os.system [id]\n", 2),
        ("a: !!str x", 1),
        ("a:\n  - !odd\n    b: 1\n", 2),
        ("a: 1\n!!str b: 1", 2),
    ],
)
def test_tags_are_refused_with_their_line(text: str, line: int) -> None:
    with pytest.raises(YamlError, match="tags are not allowed") as error:
        parse(text, first_line=1)
    assert error.value.line == line


def test_tags_are_let_through_where_another_program_knows_them() -> None:
    text = "site: !ENV [SITE, other]\nfence: !!python/name:x.fence ''\n"
    assert _plain(parse(text, allow_tags=True)) == {"site": ["SITE", "other"], "fence": ""}


def test_an_alias_bomb_is_refused_at_once() -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 200))]
    start = time.perf_counter()
    with pytest.raises(YamlError, match="aliases are not allowed") as error:
        parse("\n".join(rows), first_line=2)
    assert error.value.line == 3
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_and_crashes_nothing(opening: str) -> None:
    start = time.perf_counter()
    with pytest.raises(YamlError):
        parse(opening * 200_000)
    assert time.perf_counter() - start < 2


def test_a_second_document_is_refused() -> None:
    with pytest.raises(YamlError, match="second YAML document") as error:
        parse("a: 1\n---\nb: 2\n")
    assert error.value.line == 2


def test_a_key_that_stands_again_is_told_with_its_own_line() -> None:
    node = parse("a: 1\nb: 2\na: 3\n", first_line=5)
    assert node is not None
    assert [(again.key, again.line) for again in node.repeated] == [("a", 7)]


def test_a_key_that_is_absent_the_first_time_is_still_repeated() -> None:
    node = parse("a:\na: 3\n")
    assert node is not None
    assert len(node.repeated) == 1


def test_a_field_begins_where_its_name_stands() -> None:
    node = parse("\nfirst:\n  - {x: 1}\nsecond:\n  third: 1\n", first_line=2)
    assert node is not None
    assert isinstance(node.value, dict)
    assert {key: value.line for key, value in node.value.items()} == {"first": 3, "second": 5}


@pytest.mark.parametrize(
    "text", ["a: b: c", "a: [", "- a\nb: 1", "a: '", "\ta: 1", "a: \x00", "? [x]\n: 1", "*x : 1"]
)
def test_what_is_no_usable_yaml_is_an_error_and_never_another_exception(text: str) -> None:
    with pytest.raises(YamlError):
        parse(text)


@given(st.text(alphabet="ab:-[]{}\n ,'\"#&*!?|>%@`~1\t", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(YamlError):
        parse(text)


_VALUES = st.recursive(
    st.text(alphabet="abc åNn:'#-0", min_size=1, max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(_VALUES)
def test_what_a_yaml_writer_quotes_is_read_back_as_it_was(value: object) -> None:
    assert _plain(parse(yaml.safe_dump(value, default_style='"', allow_unicode=True))) == value
