"""People nobody registered: found by name, shape and context, masked so that the sentence reads."""

import pytest

from arkiv.model import Place
from arkiv.sources.settlements import Kind, Settlement, Settlements
from arkiv.unregistered import Detector, learn


def _found(text: str, detector: Detector | None = None) -> list[str]:
    return [find.name for find in (detector or Detector()).find(text)]


def _settled(*entries: Settlement) -> Detector:
    return Detector(settled=Settlements(entries))


def _entry(name: str, kind: Kind, **more: str) -> Settlement:
    return Settlement(name, kind, Place("namn.yml", 3), **more)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Till mötet kom Anna Exempelgren från SKR.", ["Anna Exempelgren"]),
        ("Frågan lyftes av Yrsa.", ["Yrsa"]),
        ("Enligt handläggaren Xilbert räcker det.", ["Xilbert"]),
        ("Därefter berättade Qvimla om läget.", ["Qvimla"]),
        ("Pirjos förslag bifalls.", ["Pirjos"]),
        ("Annelie de la Vålberg och Göta talar.", ["Annelie de la Vålberg", "Göta"]),
        ("Mohammed El Idrissi deltar.", ["Mohammed El Idrissi"]),
        ("Sten avböjer omval.", ["Sten"]),
        ("Björns kommun söker medel.", ["Björns"]),
        ("ANNA EXEMPELGREN kallade.", ["ANNA EXEMPELGREN"]),
        ("Vid protokollet: Zuleyka", ["Zuleyka"]),
        ("Grip ansåg att det räcker.", ["Grip"]),
        ("Enligt Tegel saknas resurser.", ["Tegel"]),
        ("Vi tackar vår nya ordförande, Xolvi.", ["Xolvi"]),
        ("Frågan om taket gick till Zorvan.", ["Zorvan"]),
        ("Doktoranden Xyun-Ju läser.", ["Xyun-Ju"]),
        ("Ansvariga: Trelba/Zorbin.", ["Trelba", "Zorbin"]),
        ("Rätta gärna! //Xolvi", ["Xolvi"]),
        ("Tf blir Petra Nord.", ["Petra Nord"]),
        ("Tf är Karin Sjö.", ["Karin Sjö"]),
        ("Kan @xolvi skriva?", ["xolvi"]),
        ("- ANNIKA: ringer kommunen", ["ANNIKA"]),
        ("Ordet gick till Freja.", ["Freja"]),
        ("Xolvinor är en klok ledare.", ["Xolvinor"]),
        ("Xolvinor är bosatt i Ale.", ["Xolvinor"]),
        ("Ordet gick till Valborg.", ["Valborg"]),
        ("Moa Thoresen kommer.", ["Moa Thoresen"]),
        ("Moa Mertens och Per Qvibbeten kommer.", ["Moa Mertens", "Per Qvibbeten"]),
        ("- Sture Fröjel, Hemse\n- Ebba Roos, Slite", ["Sture Fröjel", "Ebba Roos"]),
    ],
)
def test_a_person_in_running_text_is_found(text: str, names: list[str]) -> None:
    assert _found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Qvimlatornet syns från hela staden.",
        "Bussen går från Nils Xolvisonsterminalen.",
        "Partille Kulturhus deltar.",
        "Kontoret är stängt på Valborg.",
        "Xolvinor är en plattform för ansökningar.",
        "Xolvinor är bokat till maj.",
        "Xolvinor är namnet på kampanjen.",
        "En elev med Xolvins syndrom får stöd.",
        "Inloggning sker med Freja eller BankID.",
        "Kommunerna använder Xolvinor.",
        "Xolvinsecure svarar för larmen.",
        "Xolvinor+ finansierar resan.",
        "Xolvinska fonden delar ut stipendier.",
        "Per och Moa Xolvins stiftelse har gett bidrag.",
        "Middag på Xolvins slott.",
        "Region Nord och Västra Nord svarar.",
        "Svenska kraftnät och Energimyndigheten svarar före midsommar.",
        "Mötet hålls i Göteborg den 3 maj. Maj blir varm.",
        "En sten föll. Sten läggs i muren. Dag och tid meddelas.",
        "Ale kommun deltar, liksom Nora kommun.",
        "Bussarna stannar på Olof Palmes gata.",
        "SKR:s cirkulär, LOU och OSL gäller. SharePoint ersätts.",
        "Systemet Krafto ersätter kvarnen. Bokbussen Selma är ute.",
        "Bokstart och Stockholmsresan fortsätter. Matsvinn: Metoden är ny.",
        "Skriv till @alla eller @lerum. Se docs/Moten/Xolvi.",
        "Nu är det klart. Han svarar. Frågor ställs per brev.",
        "Anticimex och Xolvi besiktigar. Resan gick till Torneträsk.",
        "Larmplaner och Rakel. Förbundsdirektionens ordförande kallar.",
        "Se https://exempel.se/Anna eller skriv till Anna.Ek@exempel.se.",
    ],
)
def test_what_is_no_person_stays(text: str) -> None:
    assert _found(text) == []
    assert Detector().mask(text) == text


def test_a_full_name_lends_its_parts_to_the_whole_archive() -> None:
    texts = [
        "Vid mötet deltog Viggo Rosenbladh.",
        "Rosenbladh och ekonomen har räknat.",
        "Rosenbladh har sett det.",
    ]
    assert all(_found(text, Detector(lessons=learn(texts))) for text in texts)


def test_a_surname_that_organisations_are_called_by_is_somebody_where_people_do_things() -> None:
    texts = ["Vi hörde Moa Skog.", "Skog undrar.", "Enligt Skog går det."]
    detector = Detector(lessons=learn(texts))
    assert [_found(text, detector) for text in texts] == [["Moa Skog"], ["Skog"], ["Skog"]]
    assert _found("Skog avverkas. Sveriges Skog AB svarar.", detector) == []


def test_one_group_holds_full_name_first_name_and_genitive() -> None:
    texts = ["Vi hörde Viggo Rosenbladh.", "Viggo tackade.", "Rosenbladhs förslag antogs."]
    detector = Detector(lessons=learn(texts))
    assert {find.group for text in texts for find in detector.find(text)} == {"viggo rosenbladh"}


def test_registered_people_are_no_news() -> None:
    detector = Detector(["Anna-Karin Exempelgren"])
    for text in ("Anna-Karin Exempelgren sa.", "Exempelgrens fråga.", "Anna-Karin svarar."):
        assert _found(text, detector) == []


def test_a_name_put_together_from_two_registered_people_is_nobody_registered() -> None:
    detector = Detector(["Anna Exempelgren", "Bo Modellin"])
    assert _found("Vi hörde Anna Modellin.", detector) == ["Anna Modellin"]


def test_a_first_name_alone_is_a_strangers_where_the_page_knows_nobody_of_that_name() -> None:
    detector = Detector(["Anna Exempelgren"])
    assert detector.find("Anna svarar.", ["Anna Exempelgren"]) == ()
    assert [find.name for find in detector.find("Anna svarar.", ["Bo Modellin"])] == ["Anna"]


def test_what_is_settled_as_no_name_is_never_masked() -> None:
    text = "Vi hörde att Maria Ungdom svarar. Marias hus."
    assert "Maria Ungdom" in _settled(_entry("Maria Ungdom", Kind.NOT_A_NAME)).mask(text)


def test_members_are_registered_by_their_settlement() -> None:
    detector = _settled(_entry("Yrsa Holmertz", Kind.MEMBER, network="kultur"))
    assert _found("Yrsa Holmertz sa. Yrsas fråga.", detector) == []


def test_other_people_are_masked_but_marked_as_settled() -> None:
    detector = _settled(_entry("Yrsa Holmertz", Kind.OTHER_PERSON))
    assert [find.settled for find in detector.find("Yrsa Holmertz sa. Yrsa svarar.")] == [True, True]
    assert detector.mask("Vi hörde Yrsa Holmertz.") == "Vi hörde deltagaren."


def test_other_people_with_a_reason_are_shown() -> None:
    detector = _settled(_entry("Yrsa Holmertz", Kind.OTHER_PERSON, always_named="författare"))
    assert detector.mask("Vi hörde Yrsa Holmertz.") == "Vi hörde Yrsa Holmertz."


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Yrsa Holmertz tackade.", "Deltagaren tackade."),
        ("Vi tackar Yrsa Holmertz.", "Vi tackar deltagaren."),
        ("Yrsas förslag antogs.", "Deltagarens förslag antogs."),
        ("Yrsa, Göta och Tyko tackade.", "Deltagarna tackade."),
        ("Frågan lyftes av rektor Yrsa.", "Frågan lyftes av rektorn."),
        ("Regionens samordnare Yrsa svarar.", "Regionens samordnare svarar."),
        ("Kuratorn Yrsas bild delas.", "Kuratorns bild delas."),
        ("**Yrsa** Holmertz tackade.", "**Deltagaren** tackade."),
        ("Enligt [Yrsa Holmertz](om.md) går det.", "Enligt [deltagaren](om.md) går det."),
        ('Bild <img alt="Yrsa Holmertz"> här.', 'Bild <img alt="deltagaren"> här.'),
        ("- Yrsa tackade.", "- Deltagaren tackade."),
        ("Lars tackade. Lars bil.", "Deltagaren tackade. Deltagarens bil."),
    ],
)
def test_masked_text_reads_as_swedish_and_keeps_its_markup(text: str, masked: str) -> None:
    assert Detector().mask(text) == masked


def test_findings_never_print_a_name() -> None:
    text = "Vi hörde Yrsa Holmertz."
    lessons = learn([text])
    printed = f"{Detector(lessons=lessons).find(text)} {lessons}"
    printed += repr(_entry("Yrsa Holmertz", Kind.OTHER_PERSON))
    assert "yrsa" not in printed.casefold()
    assert "holmertz" not in printed.casefold()


@pytest.mark.parametrize("name", ["Anna", "Sten", "Qvorbin", "Lindqvist", "Lerum"])
def test_what_is_learnt_of_a_stranger_does_not_depend_on_the_registered_name_beside(name: str) -> None:
    lessons = learn([f"Xolvi och {name} tackade. Grip och {name}s vän."], [f"{name} Exempelgren"])
    assert {word: lessons.evidence.get(word) for word in ("xolvi", "grip")} == {"xolvi": 2, "grip": 2}


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Närv: Fatima och Samira", "Närv: deltagarna"),
        ("Ansv. Fatima skickar ut.", "Ansv. deltagaren skickar ut."),
        ("Frånv: ingen", "Frånv: ingen"),
        ("Bitr. chef Fatima", "Bitr. chefen"),
        ("Uppföljn. av Yrsas fråga", "Uppföljn. av deltagarens fråga"),
        ("Valberedn. föreslår Yrsa.", "Valberedn. föreslår deltagaren."),
        ("Kommundir. Yrsa ringer.", "Kommundir. Deltagaren ringer."),
        ("Vi frågar Xilbert. Han vet.", "Vi frågar deltagaren. Han vet."),
        ("Pga. Yrsas pension", "Pga. deltagarens pension"),
        ("To do: Yrsa ringer", "To do: deltagaren ringer"),
        ("Sign. Yrsa", "Sign. deltagaren"),
    ],
)
def test_what_secretaries_shorten_is_no_name(text: str, masked: str) -> None:
    assert Detector().mask(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Gun & deltagaren delar rum.", "Deltagarna delar rum."),
        ("Ansv. Gun/deltagaren", "Ansv. deltagarna"),
        ("Vi hörde deltagaren & Gun om saken.", "Vi hörde deltagarna om saken."),
        ("Sten, deltagarna och deltagaren skriver.", "Deltagarna skriver."),
        ("Deltagarens och Yrsas förslag antas.", "Deltagarens och deltagarens förslag antas."),
        ("Berg & deltagaren AB lägger anbud.", "Berg & deltagaren AB lägger anbud."),
        ("Lerum, deltagaren och Ale svarar.", "Lerum, deltagaren och Ale svarar."),
        ("Kalle likaså.", "Deltagaren likaså."),
        ("Inga planer finns.", "Inga planer finns."),
        ("Budget likaså.", "Budget likaså."),
    ],
)
def test_who_stands_beside_a_hidden_person_is_a_person_too(text: str, masked: str) -> None:
    assert Detector().mask(text) == masked
