"""How a test gets a file on disk."""

from collections.abc import Callable
from pathlib import Path

import pytest

Keep = Callable[[str, bytes], Path]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Writes bytes under a name, and gives the path."""

    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write
