"""Which parts of names are also words, places or months: the one question that redaction and audit share."""

from arkiv.data.dictionary import is_common_word
from arkiv.data.places import is_place
from arkiv.data.words import ambiguous_forms


def is_ambiguous(form: str) -> bool:
    """Whether a part of a name, as written, is also something else; such a form alone proves no person."""
    return form.casefold() in ambiguous_forms() or is_place(form) or is_common_word(form)
