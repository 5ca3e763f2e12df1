"""A Pagefind index is read whole: every part decodes, none is left over, no word comes from nowhere."""

import gzip
import html
import importlib.util
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from arkiv.audit import Finding, FormKind, audit
from arkiv.policy.secrets import Secrets
from tests.unit.audit import builders as make
from tests.unit.audit.people import SECRETS


def theme(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


def judged(tmp_path: Path, files: dict[str, bytes]) -> tuple[Finding, ...]:
    for name, content in files.items():
        path = tmp_path / "pagefind" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return audit(tmp_path, SECRETS)


def test_an_index_without_names_passes(tmp_path: Path) -> None:
    assert judged(tmp_path, make.bundle()) == ()


@pytest.mark.parametrize(
    ("bundle", "place"),
    [
        (make.bundle(content="Mötet öppnades av Åkerblom."), "fragment sv_f of /moten/: value.content"),
        (make.bundle(title="Torvalds möte"), "fragment sv_f of /moten/: value.meta.title"),
        (make.bundle(anchor="fraga-fran-torvald"), "fragment sv_f of /moten/: value.anchors[0].id"),
        (make.bundle(filter_value="Torvald"), "filter sv_p: filter value"),
        (make.bundle(words=("mot", "torvald")), "index sv_i: word index"),
        (make.bundle(variants=("åkerblom",)), "index sv_i: word index"),
    ],
)
def test_a_hidden_name_in_any_part_of_the_index_is_found(
    tmp_path: Path, bundle: dict[str, bytes], place: str
) -> None:
    assert place in {finding.place for finding in judged(tmp_path, bundle) if finding.person}


def test_an_address_that_names_somebody_is_withheld_where_it_tells_of_a_fragment(tmp_path: Path) -> None:
    bundle = make.bundle(content="Mötet öppnades av Åkerblom.")
    fragment = bundle["fragment/sv_f.pf_fragment"]
    told = gzip.decompress(fragment).replace(b"/moten/", b"/moten/torvald/")
    places = {
        one.place for one in judged(tmp_path, bundle | {"fragment/sv_f.pf_fragment": gzip.compress(told)})
    }
    assert places
    assert not any("torvald" in place for place in places)


@pytest.mark.parametrize("words", [("mot", "torval"), ("mot", "okand")])
def test_a_word_of_the_index_that_begins_no_word_of_a_fragment_is_found(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert [finding.form for finding in judged(tmp_path, make.bundle(words=words))] == [FormKind.POSTING]


def test_a_stem_that_is_a_name_passes_where_only_a_longer_word_stands(tmp_path: Path) -> None:
    assert judged(tmp_path, make.bundle(content="Torvaldine kom.", words=("kom", "torvald"))) == ()


def test_a_street_that_is_called_by_a_name_passes_in_the_index_as_in_the_text(tmp_path: Path) -> None:
    text = "Torvald Ribbings gata stängs."
    words = ("torvald", "ribbing", "gat", "stang")
    assert judged(tmp_path, make.bundle(content=text, words=words)) == ()


def test_a_name_that_only_the_index_puts_together_is_found(tmp_path: Path) -> None:
    bundle = make.bundle(content="Tor→vald öppnade mötet.", words=("torvald", "mot"))
    assert {finding.person for finding in judged(tmp_path, bundle)} == {"m-1"}


def test_a_fragment_left_over_from_an_older_index_is_found(tmp_path: Path) -> None:
    files = make.bundle()
    files["fragment/sv_old.pf_fragment"] = files["fragment/sv_f.pf_fragment"]
    findings = judged(tmp_path, files)
    assert [(finding.file, finding.form) for finding in findings] == [
        ("pagefind/fragment/sv_old.pf_fragment", FormKind.ORPHAN)
    ]


@pytest.mark.parametrize("name", sorted(set(make.bundle()) - {"pagefind-entry.json"}))
def test_an_index_with_a_part_missing_is_found(tmp_path: Path, name: str) -> None:
    files = make.bundle()
    del files[name]
    assert FormKind.UNREADABLE in {finding.form for finding in judged(tmp_path, files)}


def test_an_index_without_its_entry_is_found(tmp_path: Path) -> None:
    files = make.bundle()
    del files["pagefind-entry.json"]
    assert {finding.form for finding in judged(tmp_path, files)} == {FormKind.ORPHAN}


@pytest.mark.parametrize("name", sorted(make.bundle()))
@pytest.mark.parametrize("content", [b"hej", make.pf(b"\xbf"), make.pf(b"\x80\x80"), make.pf(b"[]")])
def test_a_part_that_does_not_decode_is_found(tmp_path: Path, name: str, content: bytes) -> None:
    files = make.bundle() | {name: content}
    assert FormKind.UNREADABLE in {finding.form for finding in judged(tmp_path, files)}


def test_a_file_of_another_kind_among_the_parts_is_found(tmp_path: Path) -> None:
    files = make.bundle() | {"wasm.sv.pagefind": b"hej"}
    assert [finding.form for finding in judged(tmp_path, files)] == [FormKind.UNKNOWN_FILE]


def test_what_pagefind_itself_writes_passes_with_its_scripts_and_every_kind_of_word(tmp_path: Path) -> None:
    """Closure holds for stems, folded words, hyphens, digits, signs, capitals within words and links."""
    text = (
        "Kommunernas mötesanteckningar fullt löst Åkeröströmska CamelCaseOrd e-tjänst 2024/118 KS2024-0012 "
        "§ 12 foo_bar C++ 3,5 miljoner 40% info@kansliet.example https://a.example/b-c/d?e=f naïve "
        "A4-format IT-säkerhet Älvdalsförbundets t.ex. bl.a. dvs. o.s.v. 'citat' ”sagt” – streck… 😀 SKR:s "
        "œuvre ½ m² ABCdef x2y3 iPhone15Pro 1:a 2:a kommun/region och/eller (1)text Übergröße Москва 日本"
    )
    page = f'<html lang="sv"><body><main><h1 id="a">Rubrik</h1><p>{text}</p></main></body></html>'
    (tmp_path / "index.html").write_text(page)
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert (tmp_path / "pagefind" / "pagefind.js").exists()
    assert audit(tmp_path, SECRETS) == ()


def test_a_sign_or_a_rare_letter_inside_a_word_passes_whatever_it_is(tmp_path: Path) -> None:
    """Of every kind that Unicode has, between letters: `Ale→Kil`, `längd×bredd`, `klart✓ja`."""
    signs = [chr(code) for code in (*range(0xA1, 0x3000), *range(0x1F300, 0x1FA00))]
    said = [sign for sign in signs if unicodedata.category(sign)[0] not in "CZ"]
    text = " ".join(f"ord{_spelled(number)}{sign}slut" for number, sign in enumerate(said))
    page = (
        f'<html lang="sv"><body><main><h1 id="a">Rubrik</h1><p>{html.escape(text)}</p></main></body></html>'
    )
    (tmp_path / "index.html").write_text(page)
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert audit(tmp_path, SECRETS) == ()


def _spelled(number: int) -> str:
    """A number in letters, so that each word is another."""
    return chr(ord("a") + number % 26) + (_spelled(number // 26) if number > 25 else "")


def test_english_stems_that_end_in_another_letter_than_their_words_pass(tmp_path: Path) -> None:
    text = "Early replies from every agency: happy parties, dying trees, lying snow, tied bodies."
    page = f'<html lang="en"><body><main><h1 id="a">Title</h1><p>{text}</p></main></body></html>'
    (tmp_path / "index.html").write_text(page)
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    assert audit(tmp_path, SECRETS) == ()


def test_a_script_that_only_calls_itself_pagefinds_is_read(tmp_path: Path) -> None:
    (tmp_path / "pagefind.js").write_text('const pagefind_version="1.5.2"; // Torvald')
    assert audit(tmp_path, SECRETS)


def test_the_themes_own_files_are_known_by_their_bytes_and_not_by_their_names(tmp_path: Path) -> None:

    assets = theme("material") / "templates" / "assets" / "javascripts"
    asset = next(assets.glob("bundle.*.js"))
    (tmp_path / "a.js").write_bytes(asset.read_bytes())
    secrets = Secrets(SECRETS.hidden, ())
    assert audit(tmp_path, secrets) == ()
    shutil.copy(asset, tmp_path / asset.name)
    (tmp_path / asset.name).write_bytes(asset.read_bytes() + b"/* Torvald */")
    assert [finding.file for finding in audit(tmp_path, secrets)] == [asset.name]
