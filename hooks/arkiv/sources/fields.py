"""Typed reading of a YAML mapping's fields, collecting every problem instead of stopping at the first."""

import re
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from arkiv.model import Place
from arkiv.problems import Problem, Severity
from arkiv.sources.yaml_tree import Node

E = TypeVar("E", bound=StrEnum)

_SWEDISH = {
    "skydd": "protected", "sekret": "protected", "alias": "other_names", "namn": "name", "närv": "present",
    "frånv": "absent", "deltag": "present", "ledam": "members", "medlem": "members", "omnämn": "mentioned",
    "gäst": "guest", "målgrupp": "audience", "synlig": "visibility", "datum": "date", "nätverk": "network",
    "plats": "location", "roll": "role", "kommun": "organization", "epost": "email", "e-post": "email",
    "antecknat": "recorder", "justera": "adjusted_by", "bilag": "attachments", "ämne": "tags",
}  # fmt: skip
"""How editors begin the names of fields in their own language: `skyddad`, `närvarande`."""
_NICKNAMES = "namn"
"""How they end those of the names that people have beside their own: `smeknamn`."""

PROTECTING = frozenset(
    "absent audience guest members mentioned other_names present protected status visibility".split()
)
"""Fields that decide who or what is shown: misspelt, one of them must stop a build and not be passed over."""

_SHOWABLE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]")
_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_TRUTH = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nej": False}

NAMES = frozenset(
    """
    absent adjusted_by always_named attachments audience basis date email end end_date file format from_item
    guest id item items kind location meeting members mentioned name network networks number organization
    other_names phone present protected recorder reference role start start_date status substitute_for tags
    title to_item visibility public internal
    extra arkiv levels lowest_level default_visibility label meaning docs_dir site_name theme
    """.split()
)
"""The fields there are. Any other key may be a name that slipped in, and is told by its line only."""


class Problems:
    """The problems found in one file so far."""

    def __init__(self, file: str) -> None:
        """Start with none; `file` is relative to docs/."""
        self.file = file
        self.found: list[Problem] = []

    def add(self, line: int, field: str, what: str, remedy: str, severity: Severity = "error") -> None:
        """Note one problem."""
        self.found.append(Problem(Place(self.file, line), field, what, remedy, severity))


class Fields:
    """One mapping. A getter gives None (or empty) for an absent field and for a wrong one, which it notes."""

    def __init__(self, node: Node, problems: Problems, prefix: str = "") -> None:
        """Read `node`, noting problems under the field name `prefix` + key."""
        self.line = node.line
        self.problems = problems
        self._prefix = prefix
        self._values = node.value if isinstance(node.value, dict) else {}
        self._read: set[str] = set()
        self._is_mapping = isinstance(node.value, dict)
        if not self._is_mapping:
            self._note(node.line, self._own, "is not a mapping", "write `field: value` lines")
        for again in node.repeated:
            field = prefix + again.key if again.key in NAMES else self._own
            self._note(again.line, field, "stands twice", "keep one of them")

    @property
    def _own(self) -> str:
        return self._prefix.rstrip(".") or "frontmatter"

    def _note(self, line: int, field: str, what: str, remedy: str, severity: Severity = "error") -> None:
        self.problems.add(line, field, what, remedy, severity)

    def wrong(self, key: str, what: str, remedy: str) -> None:
        """Note an error at the field's own line."""
        self._note(self.line_of(key), self._prefix + key, what, remedy)

    def doubt(self, key: str, what: str, remedy: str) -> None:
        """Note a warning at the field's own line."""
        self._note(self.line_of(key), self._prefix + key, what, remedy, "warning")

    def node(self, key: str) -> Node | None:
        """The field's node as it is."""
        self._read.add(key)
        return self._values.get(key)

    def line_of(self, key: str) -> int:
        """The field's line, or the mapping's own where it is absent."""
        node = self._values.get(key)
        return node.line if node else self.line

    def text(self, key: str, *, required: bool = False) -> str | None:
        """A text as written, without surrounding space; an empty one is absent."""
        node = self.node(key)
        said = "" if node is None else node.value
        if not isinstance(said, str):
            self.wrong(key, "is not a plain text", "write one value on the line")
            return None
        text = " ".join(said.split())
        if not text and required and self._is_mapping:
            self.wrong(key, "is missing", "add it")
        return text or None

    def date(self, key: str, *, required: bool = False) -> date | None:
        """A date, YYYY-MM-DD."""
        text = self.text(key, required=required)
        if text is None:
            return None
        found = parse_date(text)
        if found is None:
            self.wrong(key, f"is not a date{shown(text)}", "write it as YYYY-MM-DD")
        return found

    def time(self, key: str) -> str | None:
        """A time of day as HH:MM."""
        text = self.text(key)
        if text is None or _TIME.fullmatch(text):
            return text.replace(".", ":").zfill(len("09:00")) if text else None
        self.wrong(key, "is not a time of day", 'write it as "09:00"')
        return None

    def number(self, key: str) -> int | None:
        """A whole number from 1."""
        text = self.text(key)
        if text is None:
            return None
        if not _NUMBER.fullmatch(text):
            self.wrong(key, "is not a whole number from 1", "write digits only")
            return None
        return int(text)

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers from 1."""
        node = self.node(key)
        if node is None:
            return ()
        texts = [child.value for child in node.value] if isinstance(node.value, tuple) else [node.value]
        if not all(isinstance(text, str) and _NUMBER.fullmatch(text) for text in texts):
            self.wrong(key, "is not a list of whole numbers", "write `[1, 2]`")
            return ()
        return tuple(int(text) for text in texts if isinstance(text, str))

    def truth(self, key: str) -> bool:
        """True or false; absent is false. A wrong value is an error, and counts as true."""
        text = self.text(key)
        if text is None:
            return False
        if text.lower() not in _TRUTH:
            self.wrong(key, "is neither true nor false", "write true or false")
        return _TRUTH.get(text.lower(), True)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        node = self.node(key)
        if node is None:
            return ()
        children = node.value if isinstance(node.value, tuple) else (node,)
        if not all(isinstance(child.value, str) for child in children):
            self.wrong(key, "is not a list of texts", "write `[one, another]`")
            return ()
        texts = (" ".join(str(child.value).split()) for child in children)
        return tuple(text for text in texts if text)

    def choice(self, key: str, kind: type[E], default: E) -> E:
        """One of an enum's values."""
        text = self.text(key)
        if text is None:
            return default
        if text in list(kind):
            return kind(text)
        self.wrong(key, "is unknown", f"write one of: {', '.join(kind)}")
        return default

    def mappings(self, key: str) -> "tuple[Fields, ...]":
        """A list of mappings."""
        node = self.node(key)
        if node is None:
            return ()
        if not isinstance(node.value, tuple):
            self.wrong(key, "is not a list", "write one `- {...}` a line")
            return ()
        return tuple(
            Fields(child, self.problems, f"{self._prefix}{key}[{row}].")
            for row, child in enumerate(node.value, start=1)
        )

    def mapping(self, key: str) -> "Fields | None":
        """A mapping in the field."""
        node = self.node(key)
        return None if node is None else Fields(node, self.problems, f"{self._prefix}{key}.")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that stand there, in their order."""
        return tuple(self._values)

    def warn_unknown(self) -> None:
        """Warn of fields that nothing has read; they are never published."""
        self._note_unknown("warning")

    def refuse_unknown(self) -> None:
        """Refuse fields that nothing has read, where one that is overlooked would change who is shown."""
        self._note_unknown("error")

    def _note_unknown(self, severity: Severity) -> None:
        expected = sorted(self._read)
        for key, node in self._values.items():
            if key not in expected:
                meant = _in_english(key, expected) or get_close_matches(key, expected, n=1)
                remedy = f"did you mean `{meant[0]}`?" if meant else f"known are: {', '.join(expected)}"
                kind: Severity = "error" if set(meant) & PROTECTING else severity
                self._note(node.line, self._own, "holds a field that is not known", remedy, kind)


def parse_date(text: str) -> date | None:
    """A date written YYYY-MM-DD, or None."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def shown(value: str) -> str:
    """A date gone wrong, in parentheses for a message; nothing for what might be a person's name."""
    return f" ({value})" if _SHOWABLE.fullmatch(value) else ""


def _in_english(key: str, expected: list[str]) -> list[str]:
    """The field that one in Swedish stands for, where such a field may stand."""
    said = key.casefold()
    meant = [field for part, field in _SWEDISH.items() if said.startswith(part)]
    meant += ["other_names"] if said.endswith(_NICKNAMES) else []
    return [field for field in meant if field in expected][:1]
