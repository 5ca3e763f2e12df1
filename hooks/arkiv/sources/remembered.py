"""Files that were read in an earlier build, not read again while their bytes are what they were."""

import io
import pickle
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from arkiv import model
from arkiv.memory import Recall, Results, key_of_bytes
from arkiv.problems import Problem
from arkiv.sources.documents import Parsed, parsed
from arkiv.workers import divided

WORTH_A_PROCESS = 100
"""Files; fewer are read before a process has started."""

_KINDS: tuple[type, ...] = (
    *(one for one in vars(model).values() if isinstance(one, type) and one.__module__ == model.__name__),
    Parsed,
    Problem,
    date,
)
_NAMED = {(kind.__module__, kind.__qualname__): kind for kind in _KINDS}
"""The classes that what was kept may name. All of them hold values, and do nothing."""

File = tuple[str, bytes]
"""A path relative to docs/, and what lies there."""


def remembered(recall: Recall, files: Sequence[File]) -> list[Parsed]:
    """What files say, in their order; what `recall` does not know is read, on all cores where it is much."""
    fresh = [file for file in files if _key(file) not in recall.before]

    def read(part: Iterable[File]) -> Results:
        return {_key(file): packed(parsed(*file)) for file in part}

    for made in divided(read, fresh, at_least=WORTH_A_PROCESS):
        recall.take(made)
    return [_known(recall, file) for file in files]


def _known(recall: Recall, file: File) -> Parsed:
    """What is kept of a file; what turns out to be no such thing is read again."""
    kept = recall.of(_key(file), lambda: packed(parsed(*file)))
    found = unpacked(kept)
    if isinstance(found, Parsed):
        return found
    made = parsed(*file)
    recall.take({_key(file): packed(made)})
    return made


def _key(file: File) -> bytes:
    path, raw = file
    return key_of_bytes(path.encode("utf-8", "surrogateescape"), raw)


def packed(made: Parsed) -> bytes:
    """As `unpacked` reads it: every object as its class and its fields in order, compressed."""
    stream = io.BytesIO()
    _Packer(stream, protocol=5).dump(made)
    return zlib.compress(stream.getvalue(), 1)


def unpacked(kept: bytes) -> Any:
    """What was packed, or None where it is of any other class or no pack at all."""
    try:
        return _Unpacker(io.BytesIO(zlib.decompress(kept))).load()
    except (zlib.error, ValueError, TypeError, EOFError, IndexError, AttributeError, pickle.UnpicklingError):
        return None


class _Packer(pickle.Pickler):
    def reducer_override(self, one: Any) -> Any:
        """Dataclasses by their fields alone, so that reading them calls nothing but their class."""
        if is_dataclass(one) and not isinstance(one, type):
            return type(one), tuple(getattr(one, field.name) for field in fields(one))
        return NotImplemented


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> type:
        """The model's own classes, and no other: nothing here may run."""
        found = _NAMED.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
