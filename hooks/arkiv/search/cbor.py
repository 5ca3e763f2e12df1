"""Just enough CBOR (RFC 8949) to read Pagefind's tables and write them as Pagefind's reader takes them.

Its tables hold three kinds of values: unsigned integers, texts and arrays of definite length. A library
would take any other kind as well and hand it on; here it is an error, so a table of another shape than
the pinned version's stops the build instead of being rewritten half understood. Written values have the
shortest form, which is the one that `minicbor` writes.
"""

Value = int | str | list["Value"]

_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


class CborError(ValueError):
    """The bytes are not what this codec knows, or are cut short."""


def decode(data: bytes) -> Value:
    """The one value that `data` holds.

    Raises:
        CborError: another kind of value, bytes missing, or bytes left over.
    """
    value, end = _decode(data, 0)
    if end != len(data):
        raise CborError(f"{len(data) - end} bytes after the value")
    return value


def encode(value: Value) -> bytes:
    """The value in CBOR, each head in its shortest form."""
    out = bytearray()
    _encode(value, out)
    return bytes(out)


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    kind, size, at = _head(data, at)
    if kind == _UNSIGNED:
        return size, at
    if kind == _TEXT:
        return _text(data, at, size)
    if kind != _ARRAY:
        raise CborError(f"values of kind {kind} are not known")
    items: list[Value] = []
    for _ in range(size):
        item, at = _decode(data, at)
        items.append(item)
    return items, at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    if at >= len(data):
        raise CborError("the data is cut short")
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if size < 24:
        return kind, size, at
    width = _WIDTHS.get(size)
    if width is None or at + width > len(data):
        raise CborError("a head of a form that is not known, or cut short")
    return kind, int.from_bytes(data[at : at + width], "big"), at + width


def _text(data: bytes, at: int, size: int) -> tuple[str, int]:
    if at + size > len(data):
        raise CborError("the data is cut short")
    try:
        return data[at : at + size].decode("utf-8"), at + size
    except UnicodeDecodeError as error:
        raise CborError("a text that is not UTF-8") from error


def _encode(value: Value, out: bytearray) -> None:
    if isinstance(value, int):
        out += _written(_UNSIGNED, value)
    elif isinstance(value, str):
        text = value.encode("utf-8")
        out += _written(_TEXT, len(text)) + text
    else:
        out += _written(_ARRAY, len(value))
        for item in value:
            _encode(item, out)


def _written(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    for code, width in _WIDTHS.items():
        if size < 1 << (8 * width):
            return bytes([kind << 5 | code]) + size.to_bytes(width, "big")
    raise CborError("a number beyond 64 bits")
