"""How other scripts are written with Latin letters: Swedish, English, scholarly and passport ways together.

After ISO 9, BGN/PCGN, ICAO 9303 and what Språkrådet recommends, from general knowledge. A dot is no letter.
"""

from types import MappingProxyType


def _table(text: str) -> MappingProxyType[str, tuple[str, ...]]:
    rows = (line.split() for line in text.strip().splitlines())
    return MappingProxyType(
        {letter: tuple(one.replace(".", "") for one in ways) for letters, *ways in rows for letter in letters}
    )


CYRILLIC = _table(
    """
    а a
    б b
    в v
    гґ g h
    д d
    еє e je
    ё jo e o
    ж zh sj j
    з z
    и i
    і i
    ї ji
    йј j
    к k
    лљ l
    м m
    нњ n
    о o
    п p
    р r
    с s
    т t
    у u
    ф f
    х ch h
    ц ts z
    ћчџ tj ch tsch
    ђ dj
    ш sj sh sch
    щ sjtj shch schtsch sj
    ъ .
    ы y
    ь . j
    э e
    ю ju u
    я ja
    ў u
    """
)
"""Small letters of Russian, Ukrainian, Belarusian, Serbian and their neighbours."""

CYRILLIC_CASES = tuple("ого ому ыми ами ими ой ою ом ым ых ей ем ею ам ах им их а у ю е ы и я й".split())
"""Endings that names take on in a sentence."""

ARABIC = _table(
    """
    اأإآٱىعئؤءیيې .
    ب b
    پ p b
    ت t
    ث t s
    ج . d g
    چ k
    ح .
    خ k
    د d
    ذ d s
    ر r
    زژس s
    ش s k
    ص s
    ض d
    ط t
    ظ d s
    غ g
    ف f
    ق k g
    كک k
    گ g
    ل l
    م m
    ن n
    هھ .
    ة . t
    و . v
    """
)
"""Consonants of Arabic, Persian and Urdu; the vowels between them are mostly not written."""
