"""What stands in place of a name fits its sentence, in an English text too."""

import pytest

from arkiv.building import redactor_for
from arkiv.pages import load_words
from arkiv.policy.disclosures import Disclosure
from arkiv.policy.secrets import HiddenPerson, Secrets
from arkiv.redaction import Redactor
from arkiv.redaction.grammar import grammar


def redactor(role: str | None, organization: str | None) -> Redactor:
    """For an English site with two hidden people."""
    hidden = tuple(
        HiddenPerson(person, (name,), (), Disclosure.ROLE, role, organization)
        for person, name in (("m-1", "Anna Lindqvist"), ("m-2", "Bo Hellström"))
    )
    return redactor_for(Secrets(hidden, ()), load_words("en"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Lindqvist opened.", "The participant opened."),
        ("They took up Anna Lindqvist's plan.", "They took up the participant's plan."),
        ("It was Anna Lindqvist’s.", "It was the participant's."),
        ("Ms Lindqvist and Mr Hellström agreed.", "The participants agreed."),
        ("The Lindqvist report was read.", "The participant report was read."),
        ("Then the chair Anna Lindqvist spoke.", "Then the participant spoke."),
        ("Our chair Anna Lindqvist spoke.", "The participant spoke."),
    ],
)
def test_the_constant_word_fits_its_sentence(text: str, said: str) -> None:
    assert redactor(None, None).text(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Lindqvist opened.", "The chair (Ale) opened."),
        ("They took up Anna Lindqvist's plan.", "They took up the chair's (Ale) plan."),
        ("We thank Anna Lindqvist (Ale).", "We thank the chair (Ale)."),
        ("Our chair Anna Lindqvist spoke.", "Our chair (Ale) spoke."),
    ],
)
def test_the_role_fits_its_sentence(text: str, said: str) -> None:
    assert redactor("chair", "Ale").text(text) == said


def test_a_role_of_several_words_has_a_definite_form_in_english() -> None:
    assert (
        redactor("municipal director", None).text("Anna Lindqvist opened.")
        == "The municipal director opened."
    )


def test_a_language_without_a_grammar_says_the_constant_word() -> None:
    assert grammar("xx").definite("chair") is None
