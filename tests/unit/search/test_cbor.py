"""The codec gives back the bytes that it read, and refuses what it does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arkiv.search.cbor import CborError, Value, decode, encode

VALUES: st.SearchStrategy[Value] = st.recursive(
    st.integers(min_value=0, max_value=2**64 - 1) | st.text(max_size=300), st.lists
)


@given(VALUES)
def test_what_is_written_is_read_back(value: Value) -> None:
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [  # RFC 8949, appendix A
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1_000_000, "1a000f4240"),
        (18446744073709551615, "1bffffffffffffffff"),
        ("", "60"),
        ("ü", "62c3bc"),
        ([1, [2, 3], [4, 5]], "8301820203820405"),
    ],
)
def test_values_have_the_bytes_that_the_standard_gives(value: Value, data: str) -> None:
    assert encode(value).hex() == data
    assert decode(bytes.fromhex(data)) == value


@pytest.mark.parametrize(
    "data",
    [
        "",  # nothing
        "20",  # -1: a negative number
        "f6",  # null
        "a0",  # a map
        "9f01ff",  # an array of indefinite length
        "8201",  # an array cut short
        "19ff",  # a number cut short
        "62c3",  # a text cut short
        "62c328",  # a text that is not UTF-8
        "0000",  # something after the value
    ],
)
def test_other_kinds_and_damaged_data_are_refused(data: str) -> None:
    with pytest.raises(CborError):
        decode(bytes.fromhex(data))


def test_a_number_beyond_64_bits_is_refused() -> None:
    with pytest.raises(CborError):
        encode(2**64)
