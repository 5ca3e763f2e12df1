import pytest

from arkiv.importers.mentions import TextLine, mentions

Row = tuple[str, str | None, str | None]


def people(text: str, *known: str) -> list[Row]:
    lines = [TextLine(number, row) for number, row in enumerate(text.split("\n"), start=1)]
    found = mentions([line for line in lines if line.text.strip()], "prov.txt", known)
    return [(one.person.name, one.person.organization, one.person.role) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sofia Exempel, SKR, har bjudits in.", ("Sofia Exempel", "SKR", None)),
        ("Malin af Exempel slutar som kommundirektör.", ("Malin af Exempel", None, None)),
        ("I samband med punkten har Lova Tingberg bjudits in.", ("Lova Tingberg", None, None)),
        (
            "Under mötet tog Karin Lönn, utvecklingsledare på Adda, ordet.",
            ("Karin Lönn", "Adda", "utvecklingsledare"),
        ),
        (
            "Utvecklingsledare Åsa-Lill von Hägg (SKR) visar.",
            ("Åsa-Lill von Hägg", "SKR", "Utvecklingsledare"),
        ),
        ("Gästen Xiu Wang berättade.", ("Xiu Wang", None, None)),
        ("Vi tackar Zubair Aminzadeh för besöket.", ("Zubair Aminzadeh", None, None)),
        ("Diskussion om Sofia Lagergrens förslag.", ("Sofia Lagergren", None, None)),
        ("Tomasz K. Wiśniewski deltog.", ("Tomasz K. Wiśniewski", None, None)),
        ("**Eva Tallgren** informerar.", ("Eva Tallgren", None, None)),
        ("- Eva Tallgren", ("Eva Tallgren", None, None)),
        ("Beslutet fattades sedan i samråd med Eva\nTallgren och andra.", ("Eva Tallgren", None, None)),
        ("EVA TALLGREN informerar.", ("EVA TALLGREN", None, None)),
        ("Лев Иванов har bjudits in.", ("Лев Иванов", None, None)),
    ],
)
def test_a_full_name_in_the_text_is_found_with_what_is_said_of_the_person(text: str, expected: Row) -> None:
    assert people(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Västra Götaland, Region Skåne, Lilla Edet och Upplands Väsby.",
        "Regionala rådet och GR Utbildning arbetar vidare.",
        "Nationell plattform. Planeringsdag November.",
        "Göteborgs Stad, Business Region Göteborg och Göteborgs Universitet.",
        "Sveriges Kommuner och Regioner. Svenskt Näringsliv. Rädda Barnen.",
        "Nora Kommun, Kinda kommun och Marks Kommun.",
        "Mötet hålls i Microsoft Teams på Lindholmen Science Park.",
        "Under 2025 träffas SKR:s nätverk i Stockholm.",
        "Jörgen meddelar att han gärna kommer.",
        "Styrgruppen Digital Samverkan har möte Måndag.",
        "Återrapportering Agenda 2030 och Gröna Lund.",
        "Skriv till anna.ekfors@ale.example.",
    ],
)
def test_places_organisations_and_other_capitals_are_no_people(text: str) -> None:
    assert people(text) == []


def test_whoever_attended_is_not_mentioned_whatever_form_the_name_has() -> None:
    text = "Anna Ekfors, Anna Ekfors förslag och Anna Maria Ekfors. Anna säger ja."
    assert people(text, "Anna Maria Ekfors") == []


def test_a_name_misspelt_in_the_text_is_somebody_else_until_the_registry_knows_better() -> None:
    assert people("Ylvike Sandmor rapporterar.", "Ylvice Sandmor") == [("Ylvike Sandmor", None, None)]


def test_a_person_named_twice_is_listed_once_with_all_that_was_said() -> None:
    assert people("Lova Tingberg kommer.\n\nLova Tingberg, SKR, visar.") == [("Lova Tingberg", "SKR", None)]


def test_two_rows_of_a_list_are_not_one_name() -> None:
    assert [name for name, _, _ in people("Lova Tingberg\nBo Ahlgrund")] == ["Lova Tingberg", "Bo Ahlgrund"]


def test_a_heading_and_the_text_below_it_are_not_one_name() -> None:
    lines = [
        TextLine(1, "2. Besök från Norrviks Gård", alone=True),
        TextLine(2, "Bo Ahlgrund berättar om gården."),
    ]
    found = {one.person.name: one.person.place.line for one in mentions(lines, "prov.txt", ())}
    assert found["Bo Ahlgrund"] == 2


def test_what_may_be_a_person_is_taken_in_and_marked_as_uncertain() -> None:
    lines = [TextLine(1, "Deltagarna fick också träffa Clarion Post."), TextLine(2, "Lova Tingberg kommer.")]
    found = {one.person.name: one.certain for one in mentions(lines, "prov.txt", ())}
    assert found == {"Clarion Post": False, "Lova Tingberg": True}
