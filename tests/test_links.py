"""A bank may be a stranger's repository, in which any path is a link: nothing is written, moved or
deleted where such links lead. A folder that is named with `--out` may be a link."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import FILES, contents, studypress
from tests.written import write_bank

COMMANDS = ["build", "build --keep", "release", "preview", "coverage"]


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "diary").write_text("mine")
    return write_bank(tmp_path / "bank", FILES)


def untouched(root: Path) -> bool:
    return contents(root.parent / "theirs") == {"diary": b"mine"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("target", ["../theirs", "../nothing", "build"])
def test_build_is_no_link_out_of_the_bank(command: str, target: str, root: Path) -> None:
    (root / "build").symlink_to(target)
    done = studypress(*command.split(), "--root", root)
    assert done.returncode == 1
    *_, last = done.stderr.splitlines()
    assert last.startswith(f"studypress: cannot write {root}/build: it is a link that leads ")
    assert last.endswith("remove it, or name a folder with --out")
    assert untouched(root)
    assert not (root.parent / "nothing").exists()
    assert not (root / "decks" / "papers").exists()
    assert not (root / "decks" / "notes.lock").exists()


def test_a_link_is_followed_where_it_is_named_or_stays_within(root: Path) -> None:
    (root / "elsewhere").mkdir()
    (root / "build").symlink_to("elsewhere")
    assert studypress("build", "--root", root).returncode == 0
    assert "cards/cards.apkg" in contents(root / "elsewhere")
    (root / "out").symlink_to("../theirs")
    assert studypress("build", "--root", root, "--out", root / "out").returncode == 0
    assert "cards/cards.apkg" in contents(root.parent / "theirs")


@pytest.mark.parametrize(
    ("command", "path", "target"),
    [
        ("preview", "build/.preview.html.new", "diary"),
        ("coverage", "build/coverage.html", "diary"),
        ("release", "decks/.notes.lock.new", "diary"),
        ("release", "build/.release-notes.md.new", "diary"),
        ("build", "build/.cards.new", ""),
        ("build", "build/.cards.old", ""),
        ("build", "build/cards", ""),
        ("schema --write", "questions/.question.schema.json.new", "diary"),
    ],
)
def test_what_stands_where_something_is_written_is_not_followed(
    command: str, path: str, target: str, root: Path
) -> None:
    """Nor where it stands in the place for what is written beside the old."""
    link = root / path
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(root.parent / "theirs" / target)
    done = studypress(*command.split(), "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert untouched(root)
    assert not link.is_symlink()


def test_what_is_written_to_a_folder_of_links_stays_in_the_bank(root: Path) -> None:
    for name in ("questions", "decks"):
        (root / name).rename(root / f"{name}-before")
        (root / name).symlink_to("../theirs")
    done = studypress("schema", "--write", "--root", root)
    assert done.returncode == 1
    assert "it is a link that leads out of the bank" in done.stderr
    assert untouched(root)


@pytest.mark.parametrize("link", ["questions", "decks", ".github", "README.md"])
def test_a_bank_is_not_begun_through_links(link: str, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / link).symlink_to("../theirs")
    done = studypress("new", tmp_path / "bank", "--bank", "mine")
    assert done.returncode in (1, 2)
    assert done.stderr.count("\n") == 1
    assert contents(tmp_path / "theirs") == {}


@pytest.mark.parametrize("link", [".adopt-1", ".studypress-adopt-1"])
def test_what_looks_like_the_rest_of_an_adoption_is_not_followed(
    link: str, root: Path, tmp_path: Path
) -> None:
    ready = root.parent / "theirs" / "ready" / "questions"
    ready.mkdir(parents=True)
    (ready / "mine").write_text("mine")
    place = tmp_path / "place"
    place.mkdir()
    (place / link).symlink_to(root.parent / "theirs")
    done = studypress("adopt", "nothing.apkg", "--root", place)
    assert done.returncode == 1
    assert (ready / "mine").exists()
