"""Which parts of names are also words, places or months: the one question that redaction and audit share."""

from arkiv.data.dictionary import is_common_word
from arkiv.data.first_names import first_names
from arkiv.data.places import is_place
from arkiv.data.words import ambiguous_forms


def is_ambiguous(form: str) -> bool:
    """Whether a part of a name, as written, is also something else; such a form alone proves no person."""
    return form.casefold() in ambiguous_forms() or is_place(form) or is_common_word(form)


def is_mostly_name(form: str) -> bool:
    """Whether a capitalised form is rather a first name than the rare word it also is: Mats, Lotta, Ebba.

    The everyday words among first names (Sten, Maj, Per) are listed in `ambiguous.txt`.
    """
    lowered = form.casefold()
    return lowered in first_names() and lowered not in ambiguous_forms() and not is_place(form)
