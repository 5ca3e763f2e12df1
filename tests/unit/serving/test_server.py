"""What the preview's server answers: to whom, with what, and in which words."""

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from arkiv.model import Place
from arkiv.problems import ArchiveError, Problem
from arkiv.serving import Bench, PortTaken, PreviewServer
from arkiv.serving.workshop import Workshop
from tests.unit.serving.making import PUBLIC, Client, Maker, settings, working

BROKEN = ArchiveError((Problem(Place("moten/a.md", 7), "text", "has <b>tags</b>", "remove them"),))


class Site(Maker):
    """Makes a site that has a file of every sort in it."""

    def __call__(self, choice: object, folder: Path, sources: int) -> tuple[str, ...]:
        warnings = super().__call__(choice, folder, sources)  # type: ignore[arg-type]
        for path in (
            "moten/index.html",
            "tom/fil.txt",
            ".hemlig",
            "pagefind/x.pf_meta",
            "pagefind/wasm.sv.pagefind",
        ):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(f"<body>{path}</body>")
        (folder / "404.html").write_text("<body>Sidan finns inte</body>")
        (folder / "länk.txt").symlink_to(folder.parent.parent / "utanför.txt")
        return warnings


@pytest.fixture
def maker(tmp_path: Path) -> Site:
    (tmp_path / "utanför.txt").write_text("utanför")
    (tmp_path / "previews").mkdir()
    return Site()


@pytest.fixture
def workshop(maker: Site, tmp_path: Path) -> Iterator[Workshop]:
    made = Workshop(maker, tmp_path / "previews", lambda _: None)
    with working(made.run, made.stop):
        yield made
        maker.gate.set()


@pytest.fixture
def server(workshop: Workshop, tmp_path: Path) -> Iterator[PreviewServer]:
    known = settings(tmp_path)
    bench = Bench(known, lambda: known, None, lambda _, __: (), lambda _: None)
    with PreviewServer(0, bench, workshop, PUBLIC) as made:
        with working(lambda: made.serve_forever(poll_interval=0.01), made.shutdown):
            yield made


@pytest.fixture
def asked(server: PreviewServer) -> Client:
    """A client of a server that has made its first site."""
    client = Client(server.server_port)
    assert settled(client) == "Visar det som står i filerna nu."
    return client


def settled(client: Client) -> str:
    """The status of a preview, when nothing newer is on its way."""
    for _ in range(1000):
        status: str = json.loads(client("/__arkiv/state").text)["status"]
        if not status.endswith("…") and "Bygger om" not in status:
            return status
        time.sleep(0.01)
    raise AssertionError("it is never made")


def test_only_this_machine_can_reach_it(server: PreviewServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "0.0.0.0", ""]
)
def test_another_name_for_this_machine_is_refused(asked: Client, host: str) -> None:
    for path in ("/", "/__arkiv/state", "/pagefind/x.pf_meta"):
        answer = asked(path, Host=host)
        assert answer.status == 421
        assert b"body" not in answer.content


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:9"])
def test_this_machine_s_own_names_are_answered(asked: Client, host: str) -> None:
    assert asked("/", Host=host).status == 200


def test_two_names_or_none_are_refused(asked: Client) -> None:
    for hosts in ("Host: localhost\r\nHost: evil.example\r\n", ""):
        with socket.create_connection(("127.0.0.1", asked.port), timeout=10) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n".encode())
            assert b" 421 " in connection.recv(100)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/moten/", "text/html; charset=utf-8"),
        ("/moten/?q=a#b", "text/html; charset=utf-8"),
        ("/tom/fil.txt", "text/plain; charset=utf-8"),
        ("/pagefind/x.pf_meta", "application/octet-stream"),
        ("/pagefind/wasm.sv.pagefind", "application/octet-stream"),
    ],
)
def test_a_file_is_shown_as_what_it_is_and_never_kept(asked: Client, path: str, kind: str) -> None:
    answer = asked(path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "content-encoding" not in answer.headers


def test_a_file_that_is_no_page_is_shown_byte_for_byte(asked: Client) -> None:
    assert asked("/pagefind/x.pf_meta").content == b"<body>pagefind/x.pf_meta</body>"


def test_a_folder_s_page_has_a_slash_last(asked: Client) -> None:
    for path in ("/moten", "//moten"):
        answer = asked(path)
        assert (answer.status, answer.headers["location"]) == (302, "/moten/")


@pytest.mark.parametrize(
    "path",
    [
        "/finns/inte/",
        "/tom/",
        "/tom",
        "/.hemlig",
        "/%2ehemlig",
        "/../utanf%C3%B6r.txt",
        "/moten/../../../utanf%C3%B6r.txt",
        "/%2e%2e/%2e%2e/utanf%C3%B6r.txt",
        "/..%2f..%2futanf%C3%B6r.txt",
        "/..%5c..%5cutanf%C3%B6r.txt",
        "/l%C3%A4nk.txt",
        "/index.html/",
        "/%00",
        "/%ff",
    ],
)
def test_what_is_not_on_show_is_answered_with_the_site_s_own_page_for_it(asked: Client, path: str) -> None:
    answer = asked(path)
    assert answer.status == 404
    assert "Sidan finns inte" in answer.text
    assert "arkiv-preview" in answer.text
    assert "fil.txt" not in answer.text


def test_a_page_is_the_site_s_with_a_bar_that_says_it_is_a_preview(asked: Client) -> None:
    page = asked("/moten/").text
    assert page.startswith("<body>moten/index.html<")
    assert page.endswith("</body>")
    assert "<strong>Förhandsvisning</strong>" in page
    assert '<option value="lugnt" selected>Lugnt läge</option>' in page
    assert page.count("<aside") == 1


def test_the_bar_is_never_written_into_the_site(asked: Client, tmp_path: Path) -> None:
    asked("/moten/")
    [page] = tmp_path.glob("previews/*/moten/index.html")
    assert page.read_text() == "<body>moten/index.html</body>"


def test_a_choice_is_kept_and_leads_back_to_the_page(asked: Client) -> None:
    form = urlencode({"audience": "internal", "level": "skarpt", "page": "/moten/?q=1"})
    answer = asked("/__arkiv/choice", method="POST", body=form, Origin=f"http://127.0.0.1:{asked.port}")
    assert (answer.status, answer.headers["location"]) == (303, "/moten/?q=1")
    cookie = answer.headers["set-cookie"]
    assert cookie == f"arkiv_preview_{asked.port}=internal.skarpt; Path=/; HttpOnly; SameSite=Strict"
    state = json.loads(asked("/__arkiv/state", Cookie=f'odd="; {cookie.partition(";")[0]}; x').text)
    assert ".internal.skarpt." in state["version"]
    assert ".public.lugnt." in json.loads(asked("/__arkiv/state").text)["version"]


@pytest.mark.parametrize(
    "page", ["//evil.example/", "\\\\evil.example", "https://evil.example/", "/\r\nX: y", ""]
)
def test_a_choice_never_leads_to_another_site(asked: Client, page: str) -> None:
    form = urlencode({"audience": "public", "level": "lugnt", "page": page or "/"})
    location = asked("/__arkiv/choice", method="POST", body=form).headers["location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    assert "\n" not in location


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_another_site_cannot_choose(asked: Client, origin: str) -> None:
    form = urlencode({"audience": "internal", "level": "skarpt", "page": "/"})
    answer = asked("/__arkiv/choice", method="POST", body=form, Origin=origin)
    assert answer.status == 400
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "form", ["", "audience=alla&level=lugnt", "audience=public&level=nej", "x" * 5000, "level=%ff"]
)
def test_a_choice_that_is_none_is_refused(asked: Client, form: str) -> None:
    assert asked("/__arkiv/choice", method="POST", body=form).status == 400


@pytest.mark.parametrize("cookie", ["public.nej", "alla.lugnt", "", "%ff", "internal"])
def test_an_unknown_choice_in_a_cookie_is_no_choice(asked: Client, cookie: str) -> None:
    state = json.loads(asked("/__arkiv/state", Cookie=f"arkiv_preview_{asked.port}={cookie}").text)
    assert ".public.lugnt." in state["version"]


def test_other_requests_find_nothing(asked: Client) -> None:
    assert asked("/__arkiv/hemligt").status == 404
    assert asked("/__arkiv/../making.py").status == 404
    assert asked("/", method="POST", body="x").status == 404
    assert asked("/", method="DELETE").status == 501


def test_a_head_has_the_headers_alone(asked: Client) -> None:
    answer = asked("/moten/", method="HEAD")
    assert (answer.status, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) > 100


def test_until_there_is_a_site_the_page_says_that_it_is_made(server: PreviewServer, maker: Site) -> None:
    maker.gate.clear()
    answer = Client(server.server_port)("/moten/")
    assert answer.status == 503
    assert "<h1>Bygger förhandsvisningen …</h1>" in answer.text
    assert '<option value="skarpt">Skarpt läge</option>' in answer.text


def test_faults_are_shown_over_the_last_good_page_and_as_text(
    asked: Client, maker: Site, workshop: Workshop
) -> None:
    maker.error = BROKEN
    workshop.changed()
    assert settled(asked) == "Det senaste går inte att bygga. Här visas det som gick att bygga senast."
    page = asked("/moten/")
    assert page.status == 200
    assert "<summary>1 fel att rätta</summary>" in page.text
    assert "moten/a.md:7: text: has &lt;b&gt;tags&lt;/b&gt; - remove them" in page.text
    assert json.loads(asked("/__arkiv/state").text)["notes"][0]["lines"] == [str(BROKEN.problems[0])]


def test_where_nothing_could_be_made_the_page_is_the_faults_alone(server: PreviewServer, maker: Site) -> None:
    maker.error = BROKEN
    client = Client(server.server_port)
    assert settled(client) == "Det går inte att bygga, och därför visas ingenting."
    page = client("/moten/")
    assert page.status == 500
    assert "moten/a.md:7" in page.text


def test_a_port_that_is_taken_is_refused_with_what_to_do(server: PreviewServer, workshop: Workshop) -> None:
    with pytest.raises(PortTaken, match=f"port {server.server_port} is taken - give another with --port"):
        PreviewServer(server.server_port, server.bench, workshop, PUBLIC)
