"""Invented people: some hidden, some named, with the names that are hard to tell from words."""

from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson, Secrets


def hidden(person_id: str, *names: str, contacts: tuple[str, ...] = ()) -> HiddenPerson:
    return HiddenPerson(person_id, names, contacts, Disclosure.ROLE, None, None)


SECRETS = Secrets(
    hidden=(
        hidden(
            "m-1",
            "Torvald Åkerblom",
            contacts=(
                "torvald.akerblom@ekdalen.example",
                "0701-23 45 67",
                "ktr77@ekdalen.example",
                "tblom@ekdalen.example",
            ),
        ),
        hidden("m-2", "Anna-Karin Granlöf Vestergren", "Ankkan Granlöf"),
        hidden("m-3", "Sten Berg", contacts=("kommundirektor@almdalen.example",)),
        hidden("m-4", "Maj Ale"),
        hidden("m-5", "Bo Ek"),
        hidden("m-6", "Håkan Lindqvist"),
        hidden("m-7", "Håkan Sund", contacts=("+47 22 11 22 33",)),
        hidden("m-8", "Malvina von Rosenschöld", contacts=("+46 31 765 43 21",)),
        hidden("m-9", "Иван Петренко", "محمد الخطيب"),
        hidden("m-10", "Signe Dahlqvist"),
        hidden("m-11", "Stig-Björn Alvestråle"),
        hidden("m-12", "P-O Vinter"),
        hidden("m-13", "Liv Mac Intosh"),
    ),
    named=(
        "Signe Kvarnström",
        "Anna Lidström",
        "Berit Dahlqvist-Norén",
        "Sixten Bergsten",
        "Anna-Malvina Ljung",
        "Eva Mac Intosh",
    ),
)
