"""Questions that return: found by title or by what the record says, and linked both ways."""

from dataclasses import replace
from datetime import date

from arkiv.model import RecordKind, Status
from arkiv.pages import load_words, pages
from arkiv.pages.generated import Site
from arkiv.pages.returns import returns
from arkiv.public import PublicMeeting, PublicText
from tests.unit.pages.archives import archive, item, meeting, record
from tests.unit.pages.rendering import Parsed, body, html

WORDS = load_words("sv")
TITLE = "Granar i tätort"


def held(day: date, title: str = TITLE, again: bool = False, to: str | None = None) -> PublicMeeting:
    """A meeting with one item, which may return."""
    said = replace(
        record(RecordKind.RETURN, "nästa möte", "aterkommer-1-1"), to=PublicText(to) if to else None
    )
    return replace(meeting(day), items=(item(1, title, *([said] if again else [])),))


JANUARY, JUNE = held(date(2024, 1, 1), again=True), held(date(2024, 6, 1), again=True)
AUTUMN = held(date(2024, 10, 1), title="  granar i TÄTORT!")


def onward(*meetings: PublicMeeting) -> dict[str, str]:
    """From which day to which each question leads."""
    newest = tuple(sorted(meetings, key=lambda one: one.date, reverse=True))
    found = returns([newest]).onward
    return {path[11:21]: point.meeting.date.isoformat() for (path, _), point in found.items()}


def shown(path: str, *meetings: PublicMeeting) -> str:
    """The text of a page."""
    made = {page.path: page.markdown for page in pages(archive(*meetings), WORDS)}
    return Parsed(html(body(made[path]))).text


def test_a_question_returns_at_the_next_meeting_that_has_its_title() -> None:
    assert onward(JANUARY, JUNE, AUTUMN) == {"2024-01-01": "2024-06-01", "2024-06-01": "2024-10-01"}


def test_a_question_does_not_return_at_a_cancelled_meeting() -> None:
    cancelled = replace(AUTUMN, status=Status.CANCELLED)
    assert onward(JANUARY, cancelled) == {}


def test_a_heading_of_every_agenda_is_not_taken_for_the_question_that_returns() -> None:
    others = [held(date(2023, month, 1), "Övriga frågor") for month in (1, 2, 3)]
    assert (
        onward(
            *others,
            held(date(2024, 1, 1), "Övriga frågor", again=True),
            held(date(2024, 2, 1), "Övriga frågor"),
        )
        == {}
    )


def test_a_record_can_say_where_a_question_returned_under_another_title() -> None:
    said = held(date(2024, 1, 1), again=True, to="2024-06-01-skogschefer#punkt-1")
    assert onward(said, held(date(2024, 6, 1), "Träd")) == {"2024-01-01": "2024-06-01"}


def test_a_reference_back_in_time_leads_nowhere_and_so_in_no_circle() -> None:
    said = held(date(2024, 6, 1), again=True, to="2024-01-01-skogschefer#punkt-1")
    assert onward(JANUARY, said) == {"2024-01-01": "2024-06-01"}


def test_the_first_and_the_previous_and_the_next_time_are_told_on_the_meetings_pages() -> None:
    assert "Återkom: 1 juni 2024, punkt 1" in shown(JANUARY.path, JANUARY, JUNE, AUTUMN)
    text = shown(AUTUMN.path, JANUARY, JUNE, AUTUMN)
    assert "Togs upp första gången: 1 januari 2024, punkt 1 · Senast uppe: 1 juni 2024, punkt 1" in text
    middle = shown(JUNE.path, JANUARY, JUNE, AUTUMN)
    assert "Togs upp första gången: 1 januari 2024, punkt 1 · Återkom: 1 oktober 2024, punkt 1" in middle


def test_a_question_is_open_in_the_register_until_a_held_meeting_has_taken_it_up() -> None:
    planned = replace(AUTUMN, status=Status.PLANNED)
    text = shown("aterkommer.md", JANUARY, JUNE, planned)
    still, over = text.split("Har återkommit")
    assert "1 juni 2024" in still
    assert "Tas upp igen: 1 oktober 2024, punkt 1" in still
    assert "Återkom: 1 juni 2024, punkt 1" in over


def test_a_question_that_is_closed_without_returning_is_not_open() -> None:
    said = replace(record(RecordKind.RETURN, "nästa möte", "aterkommer-1-1"), done=date(2024, 3, 1))
    closed = replace(JANUARY, items=(item(1, TITLE, said),))
    text = shown("aterkommer.md", closed, AUTUMN)
    assert "Alla frågor som skulle tas upp igen har återkommit." in text
    assert "Avslutad: 1 mars 2024" in text


def test_a_closed_item_is_never_where_a_question_returns() -> None:
    hidden = replace(AUTUMN, items=(item(1, None, internal=True),))
    assert onward(JANUARY, hidden) == {}


def test_every_page_is_given_the_same_returns() -> None:
    site = Site(archive(JANUARY, JUNE), WORDS)
    assert [point.meeting.path for point in site.returns.carried] == [JUNE.path, JANUARY.path]
