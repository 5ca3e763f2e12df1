"""The index in parts by time, so that one new meeting costs the index of its own time and no other's.

A part is a bundle of its own under the search folder, and `shards.json` lists them, the newest first. The
browser asks every part that a search concerns, and puts the answers together (search-shards.js).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from arkiv.search.records import UNDATED, SearchRecord
from arkiv.search.service import index
from arkiv.workers import drawn

LIST = "shards.json"
"""Which parts there are, and the years in each."""

_MONTH = len("2024-10")
_YEAR = len("2024")
_UNDATED = "odaterat"


@dataclass(frozen=True, slots=True)
class Limits:
    """Records in a part: years are put together up to `enough`, and parted at months from `many` on.

    The newest part, to which meetings are added, is parted from `few` on: indexing takes about a millisecond
    a record, and every part costs those who search three small files more.
    """

    few: int = 1_000
    enough: int = 3_000
    many: int = 5_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Shard:
    """One part; `years` are those its records can be filtered by."""

    name: str
    years: tuple[str, ...]
    records: tuple[SearchRecord, ...]

    def key(self, language: str) -> str:
        """A digest of all that its bundle depends on but programs."""
        told = [[r.url, r.title, r.content, r.meta, r.filters, r.sort] for r in self.records]
        said = json.dumps([language, told], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


Make = Callable[[Shard, Path], None]
"""Makes the bundle of a part in a folder that does not exist yet."""


def index_shard(shard: Shard, folder: Path) -> None:
    """Make the bundle of one part, in Swedish."""
    index(shard.records, folder)


def index_shards(
    records: Iterable[SearchRecord],
    target: Path,
    make: Make = index_shard,
    limits: Limits = LIMITS,
) -> None:
    """Make the whole index in the folder `target`, which does not exist yet: a part a core at a time.

    Args:
        records: what can be found.
        target: the search folder.
        make: makes one part.
        limits: how large parts are.

    Raises:
        SearchError: a part could not be made.
    """
    found = shards(records, limits)
    target.mkdir(parents=True)

    def made(some: Iterable[Shard]) -> None:
        for shard in some:
            make(shard, target / shard.name)

    largest_first = sorted(found, key=lambda shard: -len(shard.records))
    drawn(made, largest_first, processes=len(found))
    listed = [{"name": shard.name, "years": shard.years} for shard in found]
    (target / LIST).write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")


def shards(records: Iterable[SearchRecord], limits: Limits = LIMITS) -> tuple[Shard, ...]:
    """The records in parts, the newest first and those without a date last; none where there are none.

    Parts are laid out from the oldest on, so that what is added at the end moves no border behind it. The
    newest is in small parts until the next one begins.
    """
    by_month = {month: list(found) for month, found in groupby(sorted(records, key=_month), key=_month)}
    undated = by_month.pop(UNDATED[:_MONTH], [])
    *settled, growing = [*_parts(by_month, limits.enough, limits.many)] or [[]]
    small = _parts({month: by_month[month] for month in growing}, limits.few, limits.few)
    dated = [_shard(part, by_month) for part in (*settled, *small)]
    last = [Shard(_UNDATED, (), tuple(undated))] if undated else []
    return (*reversed(dated), *last)


def _month(record: SearchRecord) -> str:
    """The month of a record's sort key, which begins with its date."""
    return next(iter(record.sort.values()))[:_MONTH]


def _parts(by_month: dict[str, list[SearchRecord]], enough: int, many: int) -> Iterator[list[str]]:
    """Months that follow each other and go into one part."""
    part: list[str] = []
    size = 0
    for month, found in by_month.items():
        new_year = bool(part) and part[-1][:_YEAR] != month[:_YEAR]
        if part and (size + len(found) > many or (new_year and size >= enough)):
            yield part
            part, size = [], 0
        part.append(month)
        size += len(found)
    if part:
        yield part


def _shard(months: list[str], by_month: dict[str, list[SearchRecord]]) -> Shard:
    records = tuple(record for month in months for record in by_month[month])
    years = tuple(dict.fromkeys(month[:_YEAR] for month in months))
    return Shard(f"{months[0]}-{months[-1]}", years, records)
