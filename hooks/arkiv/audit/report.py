"""What is said of the audit's findings: alike ones once, what an editor can follow first, and no flood."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from arkiv.audit.findings import Finding, FormKind

MOST = 30
"""Lines of a report that is not asked for in full: what a screen holds."""


def report(
    findings: Iterable[Finding], docs_dir: Path | None = None, most: int | None = MOST
) -> tuple[str, ...]:
    """One line for each file, person and kind of form, then one for what was left out.

    Args:
        findings: what the audit found.
        docs_dir: the sources; a page's own source is then told, since that is where an editor mends it.
        most: the greatest number of lines; None for all.
    """
    ordered = sorted(findings, key=_order)
    groups = [list(alike) for _, alike in groupby(ordered, key=_likeness)]
    lines = [_line(alike, docs_dir) for alike in groups[:most]]
    return (*lines, *_rest(groups[len(lines) :]))


def _order(finding: Finding) -> tuple[bool, Finding]:
    """Pages before the search index, which repeats what pages say."""
    return (".pf_" in finding.file, finding)


def _likeness(finding: Finding) -> tuple[str, str, FormKind, str]:
    return (finding.file, finding.person, finding.form, finding.message)


def _line(alike: list[Finding], docs_dir: Path | None) -> str:
    first, *others = alike
    also = f" (and in {len(others)} more places of the file)" if others else ""
    source = _source(first.file, docs_dir) if docs_dir else None
    return f"{first}{also}" + (f" [its source: {source.as_posix()}]" if source else "")


def _rest(groups: list[list[Finding]]) -> Iterator[str]:
    if groups:
        left = [finding for alike in groups for finding in alike]
        people = len({finding.person for finding in left} - {""})
        files = len({finding.file for finding in left})
        yield f"and {len(left)} more findings, of {people} people in {files} files"


def _source(file: str, docs_dir: Path) -> Path | None:
    """The file a page was made of: docs/X.md is X/index.html."""
    if not file.endswith("index.html"):
        return None
    folder = docs_dir / file.removesuffix("index.html")
    return next((path for path in (folder.with_suffix(".md"), folder / "index.md") if path.is_file()), None)
