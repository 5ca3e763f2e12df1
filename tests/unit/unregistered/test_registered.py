"""What detection need not find, since redaction hides it."""

from arkiv.unregistered.registered import hidden, hider

_TEXT = "Rosenbladhs förslag antogs. Viggo tackade Qvimla."


def test_names_of_the_roster_are_hidden_and_no_others() -> None:
    roster = ["Viggo Rosenbladh"]
    gone = [_TEXT[start:end] for start, end in hidden(hider(roster), _TEXT, roster)]
    assert gone[0] == "Rosenbladhs"
    assert "Viggo" in gone
    assert "Qvimla" not in gone


def test_without_a_roster_nothing_is_hidden() -> None:
    assert hidden(hider([]), _TEXT, []) == []
