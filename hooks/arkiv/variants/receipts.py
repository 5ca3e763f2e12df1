"""The log beside the site: what was done, when and by whom. Lines are added and never changed."""

import json
import os
from dataclasses import asdict, dataclass
from enum import StrEnum

from arkiv.model import Audience
from arkiv.variants.layout import Layout, Variant
from arkiv.variants.manifest import now, whoami


class Action(StrEnum):
    """What a receipt is for."""

    STAGED = "staged"
    PUBLISHED = "published"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Receipt:
    """One line of the log; digests as in the variant's manifest."""

    when: str
    by: str
    action: Action
    audience: Audience
    level: str | None
    variant: str
    sources: str
    site: str
    audit: str


def receipt_for(action: Action, variant: Variant) -> Receipt:
    """A receipt, from now and from whoever runs the program."""
    manifest = variant.manifest
    return Receipt(
        now(), whoami(), action, manifest.audience, manifest.level, variant.name,
        manifest.sources, manifest.site, manifest.audit,
    )  # fmt: skip


def append(layout: Layout, receipt: Receipt) -> None:
    """Add a line and see it onto the disk.

    Raises:
        OSError: it cannot be written.
    """
    line = json.dumps(asdict(receipt), ensure_ascii=False, sort_keys=True).encode() + b"\n"
    descriptor = os.open(layout.log, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        os.write(descriptor, (b"" if _ends_whole(descriptor) else b"\n") + line)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(layout: Layout) -> tuple[Receipt, ...]:
    """Every receipt, the oldest first. A line that was cut off by a crash is passed over."""
    try:
        lines = layout.log.read_bytes().splitlines()
    except FileNotFoundError:
        return ()
    return tuple(receipt for line in lines if (receipt := _parsed(line)))


def _ends_whole(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    return size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"


def _parsed(line: bytes) -> Receipt | None:
    try:
        fields = json.loads(line)
        return Receipt(
            **{**fields, "action": Action(fields["action"]), "audience": Audience(fields["audience"])}
        )
    except (ValueError, TypeError, LookupError):
        return None
