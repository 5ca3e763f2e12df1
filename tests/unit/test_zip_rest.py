"""Every byte of a zip belongs to a part, to the tables, or to what is told of."""

import io
import zipfile
from collections.abc import Callable

import pytest

from arkiv.zip_rest import Rest, rest_of


class Forward(io.RawIOBase):
    """A stream that cannot go back, so that sizes are written behind each part."""

    def __init__(self) -> None:
        self.written = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.written += bytes(data)
        return len(data)


def plain(*, force_zip64: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("a.xml", "mapp/ö.xml", "tom"):
            with package.open(name, "w", force_zip64=force_zip64) as part:
                part.write(b"" if name == "tom" else b"<a/>" * 9)
        package.comment = b"Anteckning"
    return out.getvalue()


def streamed(*, force_zip64: bool = False) -> bytes:
    out = Forward()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("a.xml", "tom"):
            with package.open(name, "w", force_zip64=force_zip64) as part:
                part.write(b"" if name == "tom" else b"<a/>" * 9)
    return out.written


def unmarked(data: bytes) -> bytes:
    """The same with checksums and sizes that no mark goes before, as some programs write them."""
    place = data.rfind(b"PK\5\6") + 16
    start = int.from_bytes(data[place : place + 4], "little")
    moved = data[:place] + (start - 4).to_bytes(4, "little") + data[place + 4 :]
    return moved.replace(b"PK\7\x08", b"", 1)


def single() -> bytes:
    out = Forward()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.xml", b"<a/>")
    return out.written


def rest(data: bytes) -> Rest:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return rest_of(package, data)


WHOLE: dict[str, Callable[[], bytes]] = {
    "plain": plain,
    "for large files": lambda: plain(force_zip64=True),
    "streamed": streamed,
    "streamed, for large files": lambda: streamed(force_zip64=True),
    "streamed, without marks": lambda: unmarked(single()),
    "empty": lambda: b"PK\5\6" + bytes(18),
    "filled up with zeros": lambda: plain() + bytes(9),
}


@pytest.mark.parametrize("case", WHOLE)
def test_nothing_is_unknown_in_a_package_that_is(case: str) -> None:
    assert rest(WHOLE[case]()).unknown == []


def test_names_are_told_as_they_are_written_and_the_remark() -> None:
    said = b"\n".join(rest(plain()).remarks)
    assert said.count("mapp/ö.xml".encode()) == 2
    assert b"Anteckning" in said


def test_what_hangs_on_behind_is_told() -> None:
    assert rest(plain() + b"Mera").unknown == [b"Mera"]


def test_what_stands_before_is_told() -> None:
    assert rest(b"Mera" + plain()).unknown == [b"Mera"]


def test_what_stands_between_parts_and_tables_is_told() -> None:
    data = single()
    place, tables = data.rfind(b"PK\5\6") + 16, data.rfind(b"PK\1\2")
    moved = data[:place] + (tables + 4).to_bytes(4, "little") + data[place + 4 :]
    assert rest(moved[:tables] + b"Mera" + moved[tables:]).unknown == [b"Mera"]


@pytest.mark.parametrize("mark", [b"PK\3\4", b"PK\1\2"])
def test_tables_that_are_none_are_refused(mark: bytes) -> None:
    data = plain()
    with zipfile.ZipFile(io.BytesIO(data)) as package, pytest.raises(zipfile.BadZipFile):
        rest_of(package, data.replace(mark, b"PK\0\0", 1))


def test_parts_that_lie_upon_each_other_are_refused() -> None:
    data = plain()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        package.infolist()[1].header_offset = 1
        with pytest.raises(zipfile.BadZipFile):
            rest_of(package, data)
