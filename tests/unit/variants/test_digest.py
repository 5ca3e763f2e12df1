import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arkiv.variants import DeploymentError, tree_digest


def _write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_the_digest_is_the_same_wherever_and_whenever_the_tree_was_written(tmp_path: Path) -> None:
    files = {"index.html": b"a", "a/b.html": b"b", "a.html": b"c", "ä/ö.html": b"d"}
    one = _write(tmp_path / "one", files)
    other = _write(tmp_path / "other", dict(reversed(files.items())))
    os.utime(other / "index.html", (0, 0))
    assert tree_digest(one) == tree_digest(other)


_NAMES = st.sampled_from(["a", "b", "ab", "å", "x.html", ".dold"])
_TREES = st.dictionaries(
    st.lists(_NAMES, min_size=1, max_size=2).map(lambda names: "d/" * (len(names) - 1) + names[-1]),
    st.binary(max_size=4),
    max_size=4,
)


@given(_TREES, _TREES)
def test_two_trees_have_one_digest_only_when_they_are_equal(
    tmp_path_factory: pytest.TempPathFactory, one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    folders = [_write(tmp_path_factory.mktemp("tree"), files) for files in (one, other)]
    assert (tree_digest(folders[0]) == tree_digest(folders[1])) == (one == other)


def test_a_link_or_a_pipe_in_a_site_is_an_error(tmp_path: Path) -> None:
    for name, make in (("link", lambda path: path.symlink_to("/etc")), ("pipe", os.mkfifo)):
        folder = _write(tmp_path / name, {"index.html": b""})
        make(folder / "x")
        with pytest.raises(DeploymentError, match="is no plain file"):
            tree_digest(folder)
