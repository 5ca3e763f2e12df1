"""Source Markdown does nothing, as Python-Markdown with our extensions reads it."""

import re
import time
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from arkiv.audit import Judge
from arkiv.markdown_words import worded
from arkiv.model import Audience, Place, Prose
from arkiv.pages import load_words
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import Secrets
from arkiv.projection.assets import AssetDesk
from arkiv.projection.markup import below_items, harmless
from arkiv.projection.writing import Writer
from arkiv.redaction import Redactor

CONFIG = Path(__file__).resolve().parents[3] / "mkdocs.yml"
ACTIVE = frozenset(
    "script style iframe object embed template svg math img input form base link meta button".split()
)
OWN_ATTRIBUTES = frozenset(
    {"id", "class", "href", "title", "src", "alt", "align", "start", "role", "aria-hidden"}
)


class Acts(HTMLParser):
    """What in a page could act: elements, attributes and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is no text."""
        if tag in ACTIVE - {"img"}:
            self.found.append(tag)
        for name, value in attrs:
            scheme = re.match(r"[\x00-\x20]*([a-z][a-z0-9+.-]*):", (value or "").lower())
            if scheme and name in ("href", "src") and scheme[1] not in ("http", "https", "mailto", "tel"):
                self.found.append(f"{name}={scheme[1]}")
            aligned = name == "style" and re.fullmatch(r"text-align: \w+;", value or "")
            if name not in OWN_ATTRIBUTES and not aligned:
                self.found.append(name)

    def handle_comment(self, data: str) -> None:
        """A comment hides what it says from readers only."""
        self.found.append("comment")


@cache
def engine() -> Markdown:
    """Python-Markdown as MkDocs sets it up."""
    config = load_config(str(CONFIG))
    return Markdown(
        extensions=config.markdown_extensions, extension_configs=worded(config.mdx_configs, load_words("sv"))
    )


def rendered(text: str) -> str:
    """The page's HTML."""
    made = engine()
    made.reset()
    return made.convert(text)


def acts(text: str) -> list[str]:
    """What could act in the page of a Markdown text."""
    parser = Acts()
    parser.feed(rendered(text))
    parser.close()
    return parser.found


def writer() -> Writer:
    """A writer for a page at the top, in an archive of that page and a picture."""
    nobody = Secrets((), ())
    redactor = Redactor(nobody, is_common=str.islower, is_word=str.islower, is_place=str.islower)
    return Writer(
        path="sida.md",
        redactor=redactor,
        desk=AssetDesk(Path(), redactor, Judge(nobody)),
        known=frozenset(),
        disclosure=Disclosure.NAMED,
        is_built={"annan.md", "index.md"}.__contains__,
        exists={"annan.md", "index.md", "dold.md"}.__contains__,
        files=frozenset(),
        warn=lambda problem: None,
    )


def written(text: str) -> str:
    """The Markdown a page gets for a source."""
    return str(writer().markdown(text, Place("sida.md")))


HOSTILE = [
    "<script>alert(1)</script>",
    "<scr<script></script>ipt>alert(1)</script>",
    "`\n\n<script>alert(1)</script>\n\n`",
    "`a\n<script>alert(1)</script>\nb`",
    "```\n<script>alert(1)</script>",
    "   ```\n<script>alert(1)</script>\n   ```",
    "``` ett två\n<script>alert(1)</script>\n```",
    "```{ .x onclick=alert(1) }\ntext\n```",
    "- ```\n<script>alert(1)</script>\n- ```",
    "<img/src=x/onerror=alert(1)//:x>",
    "<img/src=x/onerror=alert(1)//@x>",
    "<p onclick=alert(1)>text</p>",
    "<svg onload=alert(1)>",
    "*ord*{title onclick=alert(1)}",
    "*ord*{'a' onclick=alert(1)}",
    "text\n{: onclick=alert(1) }",
    "## Rubrik {onclick=alert(1)}",
    "[x](javascript:alert(1))",
    "[[[x]]](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](\njavascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](JaVaScRiPt:alert(1) 'titel\" i')",
    "[x]\n\n[x]: javascript:alert(1)",
    "[x]\n\n[x]:\njavascript:alert(1)",
    "> [x]\n>\n> [x]: javascript:alert(1)",
    "- [x]\n\n    [x]: javascript:alert(1)",
    "[x][y]\n\n[y]: data:text/html,<script>alert(1)</script>",
    "![x](javascript:alert(1))",
    "[![x](javascript:alert(1))](https://a.example)",
    "<javascript:alert(1)>",
    "<p><https://a.example/onclick=alert(1)></p>",
    "<!-- kommentar -->",
    "<!-- öppen",
    "<style>p{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>",
    "<div markdown onclick=alert(1)>x</div>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\<script>alert(1)</script>",
    "\x02klzzwxh:0\x03<script>",
    "<details><summary onclick=alert(1)>x</summary></details>",
    "| a |\n|---|\n| <b onclick=alert(1)>x</b> |",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "Term\n:   <script>alert(1)</script>",
]


@pytest.mark.parametrize("source", HOSTILE)
def test_nothing_in_a_source_acts(source: str) -> None:
    assert acts(written(source)) == []


FRAGMENTS = [
    *(
        "<",
        ">",
        "`",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "[",
        "]",
        "(",
        ")",
        "!",
        "{",
        "}",
        "\\",
        '"',
        "'",
        "<!--",
        "-->",
    ),
    *(
        "<script>",
        "</script>",
        "<b ",
        "<img src=x ",
        "onerror=alert(1)",
        "javascript:alert(1)",
        "[x]",
        "[x]:",
        "](",
        "&",
        "#",
        "x",
        " ",
    ),
    *(
        "<https://a.example>",
        ":",
        "@",
        "/",
        "=",
        "|",
        "|---|",
        "<p>",
        "</p>",
        "<pre>",
        "</pre>",
        "<code>",
        "<div>",
        ": ",
        "[^1]",
        "[^1]: ",
    ),
]


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
@example("<b `>\n<script>`")
def test_no_mixture_of_marks_makes_a_source_act(source: str) -> None:
    assert acts(written(source)) == []


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("`<b>` och `a*b`", "<code>&#60;b&#62;</code> och <code>a&#42;b</code>"),
        ("```\n<b>\n```", "<pre><code>&#60;b&#62;\n</code></pre>"),
        ("`kod` står kvar", "`kod` står kvar"),
        ("<BR> <b class='x'>fet</b>", "<br> <b>fet</b>"),
        ("2 < 3 och {inte attribut}", "2 < 3 och &#123;inte attribut}"),
        ("## Rubrik {#egen}", "## Rubrik "),
        (
            "<kansli@a.example> <https://a.example/b>",
            "[kansli@a.example](mailto:kansli@a.example) [https://a.example/b](https://a.example/b)",
        ),
        ("<svg> utan slut, men text kvar", "&lt;svg> utan slut, men text kvar"),
    ],
)
def test_what_is_harmless_is_shown_as_it_was_meant(source: str, shown: str) -> None:
    assert harmless(source) == shown


@pytest.mark.parametrize("source", ["a\n\n```\n<b>[x](y){z}\n\nmer\n```\n\nb", "`<b>[x](y){z}`"])
def test_code_reads_as_it_was_written(source: str) -> None:
    text = re.sub(r"<[^>]+>", "", rendered(written(source)))
    assert "&#60;b&#62;&#91;x&#93;(y)&#123;z&#125;" in text or "&lt;b&gt;[x](y){z}" in text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("[a](annan.md#p)", "[a](annan.md#p)"),
        ('[a](https://x.example "titel")', "[a](https://x.example)"),
        ("[a](dold.md)", "a"),
        ("[a](borta.md)", "a"),
        ("[a](../ut.md)", "a"),
        ("[a](#punkt-1)", "[a](#punkt-1)"),
        ("[a][b]\n\n[b]: annan.md 'titel'", "[a][b]\n\n[b]: annan.md"),
        ("[a][b]\n\n[b]: borta.md", "[a][b]\n\n[b]: #"),
        ("[Obs]: detta gäller alla", "[Obs&#93;: detta gäller alla"),
        ("Not[^1]\n\n[^1]: Text.", "Not[^1]\n\n[^1]: Text."),
        ("![a](borta.png)", ""),
        ("[ett [två] tre](annan.md)", "[ett [två] tre](annan.md)"),
    ],
)
def test_links_lead_to_what_is_built_or_are_text(source: str, shown: str) -> None:
    assert written(source) == shown


def test_headings_in_minutes_stay_below_those_of_items() -> None:
    assert (
        below_items("# Ett\n## Två\n### Tre\n#### Fyra\n```\n# kod\n```")
        == "### Ett\n### Två\n### Tre\n#### Fyra\n```\n# kod\n```"
    )


def passages(*pairs: tuple[str, Audience]) -> tuple[Prose, ...]:
    return tuple(Prose(text, audience, Place("sida.md")) for text, audience in pairs)


def test_internal_passages_are_for_the_internal_audience() -> None:
    blocks = passages(("öppen", Audience.PUBLIC), ("sluten", Audience.INTERNAL))
    assert [one.text for one in writer().prose(blocks, Audience.PUBLIC)] == ["öppen"]
    assert [(one.text, one.internal) for one in writer().prose(blocks, Audience.INTERNAL)] == [
        ("öppen", False),
        ("sluten", True),
    ]


@pytest.mark.parametrize("kind", ["<script>", "<svg ", "<script></svg>", "<!--", "<b ", "{#", "`a ``b "])
def test_200_kilobytes_made_to_be_slow_are_tamed_within_seconds(kind: str) -> None:
    start = time.perf_counter()
    harmless(kind * (200_000 // len(kind)))
    assert time.perf_counter() - start < 10
