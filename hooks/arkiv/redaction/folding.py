"""One letter for every way of writing it, always as many characters out as in.

Folding keeps lengths, so that a place in folded text is the same place in the text itself. What is
longer or shorter than it looks (ligatures, combining marks, entities) is undone by the skeleton first.
"""

import re
import unicodedata
from contextlib import suppress

_LOOKALIKES = dict(
    zip(
        "аеорсухіјѕԁһӏмткѵԝАВЕКМНОРСТУХІЈЅαονικρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijsdhlmtkvwABEKMHOPCTYXIJSaovikptuxABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones."""

_STROKED = dict(zip("øØđĐłŁħĦŧŦıſ", "oOdDlLhHtTis", strict=True))
"""Letters that Unicode does not decompose into a base letter and a mark."""

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘǫʀᴛᴜᴠᴡʏᴢɡɑ", "abcdefghijklmnopqrtuvwyzga", strict=True))
"""Capitals as tall as small letters, which programs that set headings write."""


def _folded(character: str) -> str:
    known = _LOOKALIKES.get(character) or _STROKED.get(character) or _SMALL_CAPITALS.get(character)
    if known:
        return known.lower()
    decomposed = unicodedata.normalize("NFKD", character)
    bases = "".join(part for part in decomposed if not unicodedata.combining(part)).casefold()
    return bases if len(bases) == 1 and bases.isalnum() else character


_ALPHABETS = (
    range(0x41, 0x590),
    range(0x1D00, 0x1D80),
    range(0x1E00, 0x2190),
    range(0xFF10, 0xFFDD),
    range(0x1D400, 0x1D800),
)
"""Latin, Greek, Cyrillic, Armenian; letter-like, full-width and mathematical letters. Others have no case."""

FOLD = {
    code: folded
    for block in _ALPHABETS
    for code in block
    if chr(code).isalnum() and (folded := _folded(chr(code))) != chr(code)
}
"""A table for `str.translate`: letter to bare lower-case letter, one to one."""


def _spelled_out(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part))


LONG = {
    chr(code): _spelled_out(chr(code))
    for block in (range(0xC0, 0x250), range(0xFB00, 0xFB07))
    for code in block
    if len(_spelled_out(chr(code))) > 1 and _spelled_out(chr(code)).isalpha()
} | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "Th"}
"""Letters that are written with several: ligatures, and ß."""

ENCLOSED = {
    chr(code): _spelled_out(chr(code))
    for block in (range(0x2460, 0x2500), range(0x1F130, 0x1F170))
    for code in block
    if len(_spelled_out(chr(code))) == 1 and _spelled_out(chr(code)).isalpha()
}
"""Letters in circles and squares, which Unicode does not count as letters."""

INVISIBLE = "".join(
    chr(code)
    for code in range(0x80, 0x1_0000)
    if unicodedata.category(chr(code)) in ("Mn", "Me", "Cf") or code in (0x115F, 0x1160, 0x3164, 0xFFA0)
)
"""Characters that take no room: combining marks, soft hyphens, joiners, direction marks, fillers."""


_MICRO = "\xb5"
"""The micro sign: the one letter of Latin-1 that folds to what is not in it, the Greek letter."""

_BYTES = bytes(ord(FOLD.get(code, chr(code))) if chr(code) != _MICRO else code for code in range(0x100))

_ELSE = re.compile(r"([^\x00-\xff]+)")


def fold(text: str) -> str:
    """The text in bare lower-case letters; as long as it was."""
    # Bytes are translated a hundred times as fast as letters, and nearly all letters are in Latin-1.
    text = text.replace(_MICRO, "\u03bc")
    with suppress(UnicodeEncodeError):
        return text.encode("latin-1").translate(_BYTES).decode("latin-1")
    runs = _ELSE.split(text)
    runs[::2] = [run.encode("latin-1").translate(_BYTES).decode("latin-1") for run in runs[::2]]
    runs[1::2] = [run.translate(FOLD) for run in runs[1::2]]
    return "".join(runs)


_SOUNDS = (
    ("qv", "kv"), ("qu", "kv"), ("ph", "f"), ("ae", "a"), ("oe", "o"), ("w", "v"), ("c", "k"), ("z", "s"),
    ("x", "ks"),
)  # fmt: skip


def sound(folded: str) -> str:
    """How a folded name sounds: names that differ only in spelling (Lindqvist, Lindkvist) become equal."""
    for written, heard in _SOUNDS:
        folded = folded.replace(written, heard)
    folded = folded[:1] + folded[1:].replace("h", "")
    return "".join(letter for at, letter in enumerate(folded) if at == 0 or folded[at - 1] != letter)
