"""What every test may ask for, and the settings that hold for all of them."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from scripts.test import find_browser

# The same examples every time: a suite that fails now and then is not believed. No deadline, because the
# machine may be busy with other things.
settings.register_profile("arkiv", derandomize=True, deadline=None)
settings.load_profile("arkiv")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for a browser, so that `-m 'not browser'` leaves it out."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: what a packer made of them may differ from one worker to the next."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; a test that asks for it is skipped where there is none."""
    path = find_browser()
    if path is None:
        pytest.skip("no Chromium on this machine: install chromium, or name one in ARKIV_CHROMIUM")
    return path


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real minutes, not in the repository; a test that asks for it is skipped without."""
    folder = os.environ.get("ARKIV_SAMPLES")
    if not folder:
        pytest.skip("real minutes are not in the repository: name their folder in ARKIV_SAMPLES")
    return Path(folder)
