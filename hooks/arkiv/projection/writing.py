"""The one place where text becomes public: redacted, harmless, its links leading only to what is built."""

import posixpath
import re
from collections.abc import Callable, Set
from dataclasses import dataclass

from arkiv.model import Audience, Place, Prose
from arkiv.policy.disclosures import Disclosure
from arkiv.problems import Problem
from arkiv.projection.assets import AssetDesk
from arkiv.projection.markup import below_items, harmless, outside_code, plain
from arkiv.projection.masking import unmasked
from arkiv.public import PublicMarkdown, PublicProse, PublicText
from arkiv.redaction import Redactor
from arkiv.sources.minutes import resolve

_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'))?\s*\)"
)
_DEFINITION = re.compile(
    r"(?m)^ {0,3}\[(?!\^)(?P<name>[^\[\]]+)\]:[ ]*\n?[ ]*(?P<target>[^\s\x02\x03]+)[ ]*"
    r"(?:\n?[ ]*[\"'(].*[\"')][ ]*)?$"
)
_LEFT = re.compile(r"(?P<note>\[\^[^\[\]\s]+\]:)|\](?=[(:])")
"""What looks like a link or a definition and was not read as one here, so that no engine does."""
_MAY_LINK = re.compile(r"[\[\]\x04]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SAFE = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class Writer:
    """Writes for one page: `known` are the hidden people it knows, `disclosure` what it stands under."""

    path: str
    redactor: Redactor
    desk: AssetDesk
    known: Set[str]
    disclosure: Disclosure
    is_built: Callable[[str], bool]
    exists: Callable[[str], bool]
    files: Set[str]
    warn: Callable[[Problem], None]
    mask: Callable[[str], str] = unmasked
    pictures: int = 0
    linked_files: int = 0

    def text(self, text: str | None) -> PublicText | None:
        """A plain text without hidden names; nothing for nothing."""
        return None if text is None else self.said(text)

    def said(self, text: str) -> PublicText:
        """A plain text without hidden names."""
        return PublicText(self._redacted(" ".join(text.split())))

    def _redacted(self, text: str) -> str:
        return self.redactor.text(text, self.known, restricted=not self.disclosure.shows_names)

    def _holds(self, text: str) -> bool:
        return self.redactor.holds(text, self.known, restricted=not self.disclosure.shows_names)

    def title(self, text: str) -> PublicText:
        """A heading in an editor's words: hidden names and people nobody registered are gone."""
        return PublicText(self.mask(self.said(text)))

    def label(self, text: str) -> PublicText | None:
        """A tag without hidden names; None where it was nothing else, or names somebody unregistered."""
        left = self.redactor.without(text, self.known)
        return PublicText(left) if left and self.mask(left) == left else None

    def labels(self, tags: tuple[str, ...]) -> tuple[PublicText, ...]:
        """Tags without hidden names; those that were nothing else are left out."""
        return tuple(label for tag in tags if (label := self.label(tag)))

    def prose(
        self, blocks: tuple[Prose, ...], audience: Audience, *, in_minutes: bool = False
    ) -> list[PublicProse]:
        """The passages this audience may read."""
        return [
            self.passage(block, in_minutes=in_minutes)
            for block in blocks
            if audience is Audience.INTERNAL or block.audience is Audience.PUBLIC
        ]

    def passage(self, block: Prose, *, in_minutes: bool = False) -> PublicProse:
        """One passage."""
        source = below_items(block.text) if in_minutes else block.text
        markdown = self.markdown(source, block.place)
        return PublicProse(markdown, self.plain(markdown), block.audience is Audience.INTERNAL)

    def markdown(self, text: str, place: Place) -> PublicMarkdown:
        """Markdown without hidden names, harmless, its local links checked."""
        tame = harmless(text)
        linked = outside_code(tame, lambda part: self._relinked(part, place))
        return PublicMarkdown(self.mask(self._redacted(linked)))

    def plain(self, markdown: PublicMarkdown) -> PublicText:
        """The words of a Markdown text; redacted again where markup was, which may have parted a name."""
        words = plain(markdown)
        if words == " ".join(markdown.split()):
            return PublicText(words)
        return PublicText(self.mask(self._redacted(words)))

    def _relinked(self, text: str, place: Place) -> str:
        if not _MAY_LINK.search(text):
            return text
        kept: list[str] = []

        def keep(said: str) -> str:
            kept.append(said)
            return f"\x04{len(kept) - 1}\x05"

        text = _DEFINITION.sub(lambda found: keep(self._definition(found, place)), text)
        text = _LINK.sub(lambda found: keep(self._link(found, place)), text)
        text = _LEFT.sub(lambda found: found["note"] or "&#93;", text)
        return re.sub(r"\x04(\d+)\x05", lambda found: kept[int(found[1])], text)

    def _definition(self, match: re.Match[str], place: Place) -> str:
        target = self._target(match["target"].strip("<>"), place)
        return f"[{match['name']}]: {target or '#'}"

    def _link(self, match: re.Match[str], place: Place) -> str:
        if match["image"]:
            return self._picture(match, place)
        target = self._target(match["target"], place)
        text = self._relinked(match["text"], place)
        return f"[{text}]({target})" if target else text

    def _picture(self, match: re.Match[str], place: Place) -> str:
        self.pictures += 1
        source = resolve(self.path, match["target"])
        if source is None or source not in self.files or not self.desk.is_picture(source):
            self._broken("a picture that is not there, or of a type that is not shown", place)
            return ""
        target = f"{folder_of(self.path)}bild-{self.pictures}"
        asset = self.desk.offer(source, target, place, self.disclosure, self.known)
        return f"![{match['text']}]({relative(self.path, asset.target)})" if asset else ""

    def _target(self, target: str, place: Place) -> str | None:
        """The link's target where it may be followed, else None and the text alone stays."""
        if target.startswith("#") or target.lower().startswith(_SAFE):
            return None if self._holds(target) else target
        page = target.partition("#")[0]
        path = None if _SCHEME.match(target) else resolve(self.path, page)
        if path is not None and path in self.files:
            return self._file(path, place)
        if path is None or not self.exists(path):
            self._broken("a link that leads nowhere", place)
            return None
        return target if self.is_built(path) and not self._holds(target) else None

    def _file(self, source: str, place: Place) -> str | None:
        """A link to a file is an attachment without a line of its own, under a neutral name as well."""
        self.linked_files += 1
        target = f"{folder_of(self.path)}fil-{self.linked_files}"
        asset = self.desk.offer(source, target, place, self.disclosure, self.known)
        return relative(self.path, asset.target) if asset else None

    def _broken(self, what: str, place: Place) -> None:
        self.warn(
            Problem(place, "link", what, "correct or remove it; its text is shown without it", "warning")
        )


def folder_of(path: str) -> str:
    """Where what belongs to a page lies: `moten/2024/x/` for `moten/2024/x.md`."""
    return path.removesuffix(".md") + "/" if not path.endswith("index.md") else path.removesuffix("index.md")


def relative(page: str, target: str) -> str:
    """A link from one source path to another."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
