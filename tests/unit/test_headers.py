"""What a web server is told to send with a site."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from arkiv.headers import headers, policy, write_headers
from arkiv.model import Audience

SCRIPT = "document.title='ä'"


def put(folder: Path, script: str = SCRIPT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("index.html", "404.html"):
        (folder / name).write_text(f'<script src="a.js"></script><script>{script}</script>', "utf-8")
    return folder


def test_nothing_is_allowed_but_what_is_named(tmp_path: Path) -> None:
    said = dict(part.partition(" ")[::2] for part in policy(put(tmp_path)).split("; "))
    assert said["default-src"] == "'none'"
    assert said["style-src"] == "'self'"
    assert "'unsafe-inline'" not in str(said)
    assert "http" not in str(said)


def test_inline_scripts_are_let_through_by_their_hash_alone(tmp_path: Path) -> None:
    digest = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    assert f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{digest}';" in policy(put(tmp_path))


def test_an_internal_site_is_kept_by_no_cache_and_no_search_engine(tmp_path: Path) -> None:
    site = put(tmp_path)
    assert headers(site, Audience.INTERNAL)["Cache-Control"] == "private, no-cache"
    assert "noindex" in headers(site, Audience.INTERNAL)["X-Robots-Tag"]
    assert "X-Robots-Tag" not in headers(site, Audience.PUBLIC)


def test_they_are_written_beside_the_sites_and_told_of_only_when_they_change(tmp_path: Path) -> None:
    put(tmp_path / "public")
    assert write_headers(tmp_path, Audience) == ()
    put(tmp_path / "public", "alert(1)")
    assert [path.relative_to(tmp_path).as_posix() for path in write_headers(tmp_path, Audience)] == [
        "headers/public.nginx.conf",
        "headers/public.txt",
    ]
    assert write_headers(tmp_path, Audience) == ()
    assert sorted(path.name for path in (tmp_path / "headers").iterdir()) == [
        "public.nginx.conf",
        "public.txt",
    ]


@pytest.mark.parametrize("audience", Audience)
def test_every_line_for_nginx_is_a_directive_that_also_holds_for_error_pages(
    tmp_path: Path, audience: Audience
) -> None:
    put(tmp_path / str(audience))
    write_headers(tmp_path, [audience])
    path = tmp_path / f"headers/{audience}.nginx.conf"
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) == len(headers(tmp_path / str(audience), audience))
    assert all(line.startswith("add_header ") and line.endswith('" always;') for line in lines)


def test_the_search_of_a_portal_may_ask_the_sites_it_names_and_no_others(tmp_path: Path) -> None:
    said = policy(put(tmp_path), ["https://b.example/x/", "https://a.example/", "https://b.example/y/"])
    assert "connect-src 'self' https://a.example https://b.example;" in said
