"""Contract, promise 1: who the hidden people are makes no difference to a single byte of a site."""

import pytest

from arkiv.building import secrets
from arkiv.model import Audience
from tests.integration.demo import DOCS, prepared, site, tree, workspace
from tests.integration.renaming import Renaming

pytestmark = pytest.mark.xdist_group("demo")

MISSPELT = {"Karateppe": "Karatepe", "Stjärnfelt": "Stjärnfeldt"}
"""Slips that stand in the demo archive's texts, and what was meant."""

NOBODY = ("Rask handläggning",)
"""Words at the start of a sentence that are also part of a hidden name."""


@pytest.mark.parametrize(
    ("audience", "level"),
    [
        (Audience.PUBLIC, "normal"),
        (Audience.PUBLIC, "forsamrat"),
        (Audience.PUBLIC, "skarpt"),
        (Audience.PUBLIC, "hogsta"),
        (Audience.INTERNAL, "hogsta"),
    ],
)
def test_a_site_is_the_same_byte_for_byte_whoever_its_hidden_people_are(
    audience: Audience, level: str
) -> None:
    hidden = secrets(prepared(), audience, level)
    renamed = Renaming(hidden, misspelt=MISSPELT, kept=NOBODY).copy(
        DOCS, workspace() / f"renamed-{audience}-{level}"
    )
    assert tree(site(audience, level, renamed)) == tree(site(audience, level))


def test_the_renaming_leaves_no_hidden_name_in_the_archive(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Else the test above would compare an archive with itself."""
    hidden = secrets(prepared(), Audience.PUBLIC, "hogsta")
    renamed = Renaming(hidden, misspelt=MISSPELT, kept=NOBODY).copy(DOCS, tmp_path_factory.mktemp("renamed"))
    texts = [path.read_text("utf-8") for path in renamed.rglob("*.md")]
    left = {name for one in hidden.hidden for name in one.names if any(name in text for text in texts)}
    addresses = {contact for one in hidden.hidden for contact in one.contacts if "@" in contact}
    assert not left
    assert not {address for address in addresses if any(address in text for text in texts)}
    assert sum("Rask handläggning" in text for text in texts) == 1
