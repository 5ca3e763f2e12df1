"""Which previews are made, when, and what is shown where they cannot be."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from arkiv.audit import Finding
from arkiv.audit.findings import FormKind
from arkiv.building import AuditFailed
from arkiv.model import Place
from arkiv.problems import ArchiveError, Problem
from arkiv.serving.choices import Choice
from arkiv.serving.workshop import Shown, Workshop
from tests.unit.serving.making import INTERNAL, PUBLIC, Maker, working

BROKEN = ArchiveError((Problem(Place("moten/a.md", 7), "date", "is missing", "write it"),))


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def workshop(maker: Maker, told: list[str], tmp_path: Path) -> Iterator[Workshop]:
    made = Workshop(maker, tmp_path, told.append)
    with working(made.run, made.stop):
        yield made
        maker.gate.set()


def settled(workshop: Workshop, choice: Choice) -> Shown:
    """What a choice shows when nothing newer is on its way."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        shown, building = workshop.shown(choice)
        if not building:
            return shown
        time.sleep(0.005)
    raise AssertionError("it is never made")


def heading(shown: Shown) -> str:
    assert shown.site is not None
    return (shown.site / "index.html").read_text(encoding="utf-8").split("h1>")[1].removesuffix("</")


def test_what_is_asked_for_is_made_and_shown(workshop: Workshop) -> None:
    assert workshop.shown(PUBLIC) == (Shown(), True)
    assert heading(settled(workshop, PUBLIC)) == "public at lugnt 1"


def test_what_has_been_made_is_kept_until_the_files_change(workshop: Workshop, maker: Maker) -> None:
    for choice in (PUBLIC, INTERNAL, PUBLIC, INTERNAL):
        settled(workshop, choice)
    assert maker.made == [(PUBLIC, 1), (INTERNAL, 1)]


def test_asking_often_while_it_is_made_makes_it_once(workshop: Workshop, maker: Maker) -> None:
    maker.gate.clear()
    workshop.shown(PUBLIC)
    assert maker.begun.wait(10)
    assert [workshop.shown(PUBLIC)[1] for _ in range(5)] == [True] * 5
    maker.gate.set()
    settled(workshop, PUBLIC)
    assert maker.made == [(PUBLIC, 1)]


def test_a_change_makes_anew_what_was_asked_for_last_without_being_asked(
    workshop: Workshop, maker: Maker
) -> None:
    first = settled(workshop, PUBLIC)
    maker.begun.clear()
    workshop.changed()
    assert maker.begun.wait(10)
    second = settled(workshop, PUBLIC)
    assert heading(second) == "public at lugnt 2"
    assert second.serial != first.serial


def test_a_change_in_the_middle_of_a_build_is_built_too(workshop: Workshop, maker: Maker) -> None:
    maker.gate.clear()
    workshop.shown(PUBLIC)
    assert maker.begun.wait(10)
    workshop.changed()
    maker.gate.set()
    assert heading(settled(workshop, PUBLIC)) == "public at lugnt 2"


def test_the_old_site_is_shown_while_the_new_one_is_made(workshop: Workshop, maker: Maker) -> None:
    settled(workshop, PUBLIC)
    maker.gate.clear()
    maker.begun.clear()
    workshop.changed()
    assert maker.begun.wait(10)
    shown, building = workshop.shown(PUBLIC)
    assert (heading(shown), building) == ("public at lugnt 1", True)


def test_broken_content_leaves_the_last_good_site_on_show_and_is_told_everywhere(
    workshop: Workshop, maker: Maker, told: list[str]
) -> None:
    good = settled(workshop, PUBLIC)
    maker.error = BROKEN
    workshop.changed()
    shown = settled(workshop, PUBLIC)
    assert heading(shown) == "public at lugnt 1"
    assert shown.serial == good.serial  # the page in the browser need not be loaded again
    assert shown.faults == ("moten/a.md:7: date: is missing - write it",)
    until = time.monotonic() + 10
    while not told and time.monotonic() < until:
        time.sleep(0.005)
    assert told == ["moten/a.md:7: date: is missing - write it"]


def test_content_that_is_mended_is_shown_without_faults(workshop: Workshop, maker: Maker) -> None:
    maker.error = BROKEN
    assert settled(workshop, PUBLIC).site is None
    maker.error = None
    workshop.changed()
    shown = settled(workshop, PUBLIC)
    assert (heading(shown), shown.faults) == ("public at lugnt 2", ())


def test_a_failed_audit_leaves_nothing_on_show_and_nothing_on_the_disk(
    workshop: Workshop, maker: Maker, tmp_path: Path
) -> None:
    good = settled(workshop, PUBLIC)
    finding = Finding("index.html", "text", "m-17", FormKind.FULL, "m-17 stands here")
    maker.error = AuditFailed((finding,))
    workshop.changed()
    shown = settled(workshop, PUBLIC)
    assert (shown.site, shown.faults) == (None, (str(finding),))
    assert shown.serial != good.serial  # so that the browser lets go of the page it has
    assert list(tmp_path.iterdir()) == []


def test_of_a_fault_nobody_foresaw_only_kind_and_line_are_told(workshop: Workshop, maker: Maker) -> None:
    maker.error = ValueError("Gertrud Hemlig")
    [fault] = settled(workshop, PUBLIC).faults
    assert "ValueError" in fault
    assert "Hemlig" not in fault


def test_a_warning_is_shown_each_time_and_told_once(
    workshop: Workshop, maker: Maker, told: list[str]
) -> None:
    maker.warnings = ("a link leads nowhere",)
    settled(workshop, PUBLIC)
    workshop.changed()
    assert settled(workshop, PUBLIC).warnings == ("a link leads nowhere",)
    settled(workshop, INTERNAL)
    assert told == ["warning: a link leads nowhere"]


def test_of_each_choice_no_more_than_two_sites_are_kept(workshop: Workshop, tmp_path: Path) -> None:
    for _ in range(4):
        settled(workshop, PUBLIC)
        workshop.changed()
    settled(workshop, PUBLIC)
    assert len(list(tmp_path.iterdir())) == 2
