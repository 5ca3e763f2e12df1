"""Each way to write a hidden name is found, and each text that only looks like one is left alone."""

import unicodedata
from pathlib import Path

import pytest

from arkiv.audit import FormKind, audit
from arkiv.policy.secrets import Secrets
from tests.unit.audit.conftest import Judge
from tests.unit.audit.people import hidden

LEAKS = {
    "full name": "Torvald Åkerblom öppnade mötet.",
    "first name": "Torvald öppnade mötet.",
    "surname": "Föredragning av Åkerblom.",
    "genitive": "Åkerbloms förslag antogs.",
    "genitive with colon": "Åkerblom:s förslag antogs.",
    "genitive with apostrophe": "Åkerblom's förslag antogs.",
    "upper case": "ÅKERBLOM",
    "lower case": "åkerblom",
    "folded": "Akerblom",
    "transliterated": "Aakerblom",
    "decomposed": unicodedata.normalize("NFD", "Åkerblom"),
    "soft hyphen": "Åker\u00adblom",
    "zero width": "Åker\u200bblom",
    "combining mark": "To\u0336rvald",
    "no-break space in weak name": "Sten\u00a0Berg",
    "entity": "&Aring;kerblom",
    "numeric entity": "&#197;kerblom",
    "hex entity": "&#xC5;kerbl&#x6f;m",
    "entity twice": "&amp;Aring;kerblom",
    "percent": "%C3%85kerblom",
    "percent latin-1": "%C5kerblom",
    "percent twice": "%25C3%2585kerblom",
    "percent of plain letters": "T%6Frvald",
    "json escape": '<script>var x = "\\u00c5kerblom"</script>',
    "json escape after a line feed": '<script>var x = "Rad\\nTorvald"</script>',
    "hex escape": '<script>var x = "T\\x6frvald"</script>',
    "css escape": '<style>a::after { content: "\\c5 kerblom" }</style>',
    "css escape, six digits": '<style>a::after { content: "\\0000C5kerblom" }</style>',
    "markup inside": "<p>Åk<b>er</b>blom</p>",
    "comment inside": "<p>Åk<!-- x -->erblom</p>",
    "markup inside, beside a tag that is never closed": "<p>5 <6, Åk<b>er</b>blom</p>",
    "markup over lines inside": "<p>Åk<b\nclass=x>er</b>blom</p>",
    "split over cells": "<tr><td>Sten</td><td>Berg</td></tr>",
    "split over lines": "<p>Sten\n   Berg</p>",
    "word break": "Åker<wbr>blom",
    "footnote inside": '<p>Åker<sup id="r"><a href="#fn:1">1</a></sup>blom</p>',
    "raised figure inside": "<p>Åker<sup>1)</sup>blom</p>",
    "surname first": "Berg, Sten",
    "shared surname": "Bo och Signe Ek",
    "initial of a word surname": "S. Berg",
    "initial without a dot": "S Berg",
    "initial and dot, closed": "S.Berg",
    "initial and hyphen": "S-Berg",
    "initial and underscore": "S_Berg",
    "initial at the end of a line": "Förslag av S.\nBerg.",
    "small initial and dot": "s.berg",
    "small initial and hyphen": "s-berg",
    "small initial and underscore": "s_berg",
    "two letters and a dot": "P.O kom.",
    "two letters and dots": "P. O. kom.",
    "two letters, dot and hyphen": "P.-O kom.",
    "two letters apart": "P O kom.",
    "surname of somebody else between": "Sten och Eva Berg",
    **{
        f"particle that is not theirs, {particle}": f"Sten {particle} Berg"
        for particle in "von van de af der den la el al".split()
    },
    "weak slug, surname first": '<a href="?q=berg+sten">x</a>',
    "initial of a distinctive surname": "T. Åkerblom",
    "middle initial": "Sten G. Berg",
    "middle name": "Sten Olof Berg",
    "hyphened": "Anna-Karin",
    "two letters for a first name": "P-O kom.",
    "hyphened, apart": "Anna Karin Granlöf",
    "hyphened, closed": "Annakarin",
    "hyphened, no-break hyphen": "Anna\u2011Karin",
    "half of a hyphened name": "Karin höll i punkten",
    "half of a double surname": "Vestergren",
    "other half": "Granlöf",
    "alias": "Ankkan",
    "joined by tags that show two words": "<a>Lista</a><a>Torvald</a>",
    "particle": "Rosenschöld",
    "weak name": "Sten Berg",
    "weak name, genitive": "Sten Bergs uppdrag",
    "weak name, lower case": "sten berg",
    "weak name, upper case": "STEN BERG",
    "month and place": "Maj Ale",
    "short": "Bo Ek",
    "after a title": "Som ordförande Sten framhöll",
    "a word but for its diacritics": "Då sade Håkan nej.",
    "its genitive": "Håkans fråga",
    "e-mail": "torvald.akerblom@ekdalen.example",
    "e-mail of other people's words": "kommundirektor@almdalen.example",
    "e-mail in words": "kommundirektor (at) almdalen.example",
    "e-mail with digits": "KTR77@ekdalen.example",
    "mailto": '<a href="mailto:torvald.akerblom%40ekdalen.example">skriv</a>',
    "slug": '<a href="torvald-akerblom/">x</a>',
    "slug with underscore": '<a href="sten_berg/">x</a>',
    "slug with dot": "sten.berg",
    "slug closed": "torvaldakerblom",
    "slug closed, weak": "stenberg",
    "initial in slug": "takerblom",
    "camel case": "TorvaldAkerblom",
    "phone": "070-123 45 67",
    "phone, abroad": "+46 70 123 45 67",
    "phone with zero": "+46 (0)70-123 45 67",
    "phone closed": "tel:0701234567",
    "mojibake": "Åkerblom".encode().decode("latin-1"),
    "mojibake, Windows": "Granlöf".encode().decode("cp1252"),
    "mojibake, Macintosh": "Granlöf".encode().decode("mac_roman"),
    "mojibake, DOS": "Granlöf".encode().decode("cp850"),
    "mojibake, DOS in America": "Granlöf".encode().decode("cp437"),
    "accent before its letter": "Granl¨of",
    "accent behind its letter": "A˚kerblom",
    "accent with a space": "Granl ¨of",
    "grave accent": "Granl`of",
    "name beside what may be a code": "?lang=de&q=Torvald",
    "quoted-printable, small": "Granl=c3=b6f",
    "quoted-printable in Latin-1, small": "Granl=f6f",
    "quoted-printable over lines": "Gran=\nl=C3=\r\n=B6f",
    "lost letters": "Granl\ufffdf",
    "lost letters, question mark": "?kerblom",
    "lookalike Cyrillic": "Tоrvаld",
    "lookalike Greek": "Τorvald",
    "full width": "Ｔｏｒｖａｌｄ",
    "mathematical": "𝐓𝐨𝐫𝐯𝐚𝐥𝐝",
    "letter-spaced": "T o r v a l d",
    "misspelt": "Enligt Dahlkvist är det klart",
    "misspelt, transposed": "Enligt Rosenscöhld är det klart",
    "misspelt genitive": "Vestregrens fråga",
    "compound": "Åkerblomsutredningen",
    "hyphened compound": "Åkerblom-utredningen",
    "handle": "@torvald",
    "Cyrillic name": "Иван",
    "Arabic name": "قال محمد ذلك",
    "first name shared with someone named": "Signe sade nej",
    "surname shared with someone named": "Dahlqvist sade nej",
    "alt text": '<img alt="Porträtt av Åkerblom" src="a.png">',
    "alt text with a bracket": '<img alt="a > b Torvald c < d">',
    "comment with brackets": "<!-- a > b Torvald c < d -->",
    "script with brackets": "<script>if (a > b) f('Torvald'); c < d</script>",
    "title": '<a title="Torvald" href="#">x</a>',
    "meta": '<meta name="author" content="Åkerblom">',
    "anchor": '<h2 id="fraga-fran-torvald">x</h2>',
    "comment": "<!-- Torvald får svara -->",
    "comment over lines": "<!--\nSten\nBerg\n-->",
    "JSON-LD": '<script type="application/ld+json">{"attendee": "Torvald"}</script>',
    "template": "<template>Torvald</template>",
    "data attribute": "<p data-torvald>x</p>",
    "data address": '<img src="data:text/html;base64,PHA+VG9ydmFsZDwvcD4=">',
    "data address, percent": '<a href="data:text/plain,T%6Frvald">x</a>',
    "data address, cut": "<p>Skriv data:image/svg+xml,%3Ctext%3ET%6Frvald</p>",
    "markup in code": "<p>Tor&lt;b&gt;vald&lt;/b&gt; sade</p>",
    "markup in code, twice": "<p>Tor&amp;#60;b>vald sade</p>",
    "markup in a page inside": '<iframe srcdoc="Tor&lt;b&gt;vald&lt;/b&gt; sade"></iframe>',
    "markup in an address": '<a href="?q=Tor%3Cb%3Evald">x</a>',
    "markup in a script": "<script>x = 'Tor\\u003cb>vald'</script>",
    "markup in a comment": "<!-- <p>Tor<b>vald</b> sade</p> -->",
    "hyphened of two words, apart": "Då sade Stig Björn nej.",
    "lost letters, genitive": "Granl\ufffdfs fråga",
    "slug closed, surname first": "akerblomtorvald",
    "misspelt, a letter more": "Enligt Dahlqviist är det klart",
    "handle of an address": "Fråga @tblom om det",
    "phone noted from abroad, at home": "031-765 43 21",
    "phone of another country": "+47 22 11 22 33",
    "attribute of a tag on two lines": '<img alt="Torvald"\nsrc="a.png">',
    "street of the whole name": "Vi ses på Torvald Åkerblomsgatan.",
    "name before a street": "Vi mötte Torvald Nybomsvik och Torvald på Nybomsgatan.",
    "quoted-printable": "=C3=85kerblom",
}

INNOCENTS = [
    "Vi gick uppför berget och såg en sten.",
    "Ale kommun och Marks kommun deltog. I maj möts vi igen.",
    "Maj månad. Den 3 maj i Ale.",
    "Vi frågade kommundirektör Ale om det.",
    "Alexandersgatan, Bergsgatan och Ekhagen ligger nära.",
    "Standardlinjen och stenbrottet. Boende, eken och ekar.",
    "Signe Kvarnström hälsade välkommen. Signe Kvarnströms förslag antogs.",
    "Kontakta signe.kvarnstrom@lunden.example, signe-kvarnstrom eller signekvarnstrom.",
    "Berit Dahlqvist-Norén och Berit Dahlqvist Norén är samma person.",
    "Sixten Bergsten talade om bergsten.",
    "Kommundirektör, Ale. Kommundirektör Almdalen.",
    "Ale, Berg, Mark och Sund är med. Sten, sand och grus.",
    "Nya ordförande. Sten är ett material.",
    "Hakan är en del av ansiktet; hon hakade på.",
    "Ring 0301-12 34 56 eller 2024-10-11 09:00-12:00.",
    "Dahlqvistsgatan och Vestergrensvägen ska asfalteras.",
    "Annandag, annars och kanna.",
    "Dahlqvistsgatans beläggning och Vestergrensvägens kantsten. Dahlqvistsvarvets port.",
    "S:t Torvalds torg och Sankt Torvald är torg.",
    "Mötet hålls på Torvald Nybomsgatan, nära Torvald Nyboms torg.",
    "Anna-Malvina kom. Anna-Malvinas förslag antogs.",
    "En representant från kansliet vet mer. Sten eller trä? Bo eller flytta?",
    "Bo på ek: ett golv.",
    "Nästa punkt S, Bergs kommun",
    "<ul><li>Berg</li><li>Gata av sten</li></ul>",
    "<ul><li>N</li><li>O</li><li>P</li></ul>",
    "<ul><li>Vinter</li></ul>\n<h2>P</h2>",
    "eva.macintosh@kommun.example",
    "?lang=de&vy=fa, ├──┤, √2 och ≈5, 5°C, rad =\n slut, sista ¨ordet",
    "app.3fabcde91.js sha256-3e4bb0aada1 ",
]


@pytest.mark.parametrize("text", LEAKS.values(), ids=LEAKS)
def test_a_hidden_name_is_found_however_it_is_written(judge: Judge, text: str) -> None:
    assert judge("index.html", f"<!doctype html>\n<html><body>\n{text}\n</body></html>")


@pytest.mark.parametrize("text", INNOCENTS)
def test_an_innocent_text_passes(judge: Judge, text: str) -> None:
    assert judge("index.html", f"<!doctype html>\n<html><body>\n<p>{text}</p>\n</body></html>") == ()


def test_a_namesake_who_is_named_does_not_excuse_the_name_of_the_hidden(tmp_path: Path) -> None:

    (tmp_path / "a.txt").write_text("Torvald Åkerblom")
    person = hidden("m-1", "Torvald Åkerblom")
    assert audit(tmp_path, Secrets((person,), ("Torvald Åkerblom",)))


def test_a_name_of_letters_that_count_is_found_beside_digests(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("0a1b2c3d, sedan facebade")
    assert audit(tmp_path, Secrets((hidden("m-1", "Beda Facebade"),), ()))
    (tmp_path / "a.txt").write_text("0beda1facebade")
    assert not audit(tmp_path, Secrets((hidden("m-1", "Beda Facebade"),), ()))


def test_a_capitalised_word_one_letter_from_a_surname_is_excused_where_it_is_a_word_of_the_site(
    judge: Judge,
) -> None:
    assert judge("a.txt", "Rosenskölding kom. Vestegren och vestegren är ett ord.") == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Torvald Åkerblom", FormKind.FULL),
        ("Torvald kom", FormKind.PART),
        ("Åkerbloms fråga", FormKind.GENITIVE),
        ("S. Berg", FormKind.INITIALS),
        ("stenberg", FormKind.SLUG),
        ("kommundirektor@almdalen.example", FormKind.EMAIL),
        ("0701234567", FormKind.PHONE),
        ("Dahlkvist", FormKind.MISSPELLING),
        ("Åkerblomsutredningen", FormKind.COMPOUND),
        ("T o r v a l d", FormKind.SPACED),
        ("Enligt ordförande Sten", FormKind.CONTEXT),
    ],
)
def test_a_finding_tells_how_the_name_was_written(judge: Judge, text: str, form: FormKind) -> None:
    assert form in {finding.form for finding in judge("a.txt", text)}


def test_a_name_of_its_own_is_no_slip_for_another(tmp_path: Path) -> None:
    """`Lindeberg` is one letter from Lindberg, and somebody else's."""
    page = "<!doctype html>\n<html><body>\n<p>{}</p>\n</body></html>"
    secrets = Secrets((hidden("m-90", "Lars Lindberg"),), ())
    for said, found in (
        ("Lindeberg svarar.", False),
        ("Lindbarg svarar.", True),
        ("Linndberg svarar.", True),
    ):
        (tmp_path / "index.html").write_text(page.format(said), "utf-8")
        assert bool(audit(tmp_path, secrets)) is found, said
