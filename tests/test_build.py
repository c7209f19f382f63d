"""From a bank on disk to the folders in build/: whole, the same every time, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from studypress.atomic import write_folders
from studypress.codes.table import BY_ID
from studypress.project import find_root, read_project
from studypress.rendering import render
from tests.running import DECK, FILES, contents, studypress
from tests.written import QUESTION, write_bank


def test_build_writes_a_folder_a_definition(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    done = studypress("build", "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(contents(root / "build")) == [
        "cards/cards.apkg",
        "test/key-A.html",
        "test/key-B.html",
        "test/marking.html",
        "test/marks.csv",
        "test/paper-A-large.html",
        "test/paper-A.html",
        "test/paper-B.html",
    ]


def test_build_of_one_definition_leaves_the_others(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    out = tmp_path / "elsewhere"
    assert studypress("build", "cards", "--root", root, "--out", out).returncode == 0
    assert list(contents(out)) == ["cards/cards.apkg"]


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
    ],
    ids=["one", "other"],
)
def test_two_builds_are_the_same_to_the_byte(env: dict[str, str], tmp_path: Path) -> None:
    root = write_bank(tmp_path / "bank", FILES)
    assert studypress("build", "--root", root, "--out", tmp_path / "a").returncode == 0
    assert studypress("build", "--root", root, "--out", tmp_path / "b", **env).returncode == 0
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


WITH_THE_TEXT = {"Q616", "Q617", "Q618"}  # found where the text is at hand
OF_KEPT_PAPERS = {"Q515", "Q516", "Q517"}  # found where one is made again
ELSEWHERE = WITH_THE_TEXT | OF_KEPT_PAPERS
ERRORS = [c for c in BY_ID.values() if c.severity == "error" and c.id not in ELSEWHERE]


@pytest.mark.parametrize("code", ERRORS, ids=[c.id for c in ERRORS])
def test_a_fault_anywhere_changes_no_output(
    code: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from studypress.cli import app
    from studypress.diagnostics import Code
    from tests.examples import example_files

    assert isinstance(code, Code)
    root = write_bank(tmp_path, {"decks/cards.yaml": DECK, **example_files(code.bad)})
    (root / "build").mkdir()
    (root / "build" / "kept.txt").write_text("as it was")
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as end:
        app(["build"])
    assert end.value.code == 1
    assert contents(root / "build") == {"kept.txt": b"as it was"}
    assert f"[{code.id}]" in capsys.readouterr().err


def test_a_swap_that_was_cut_short_is_undone_or_finished(tmp_path: Path) -> None:
    write_folders(tmp_path, {"d": {"a.html": b"old"}})
    (tmp_path / "d").rename(tmp_path / ".d.old")  # cut between the two renames
    (tmp_path / ".d.new").mkdir()
    (tmp_path / ".d.new" / "half.txt").write_bytes(b"ha")
    write_folders(tmp_path, {"d": {"a.html": b"new"}})
    assert contents(tmp_path) == {"d/a.html": b"new"}


def test_files_of_an_earlier_build_do_not_stay(tmp_path: Path) -> None:
    write_folders(tmp_path, {"d": {"key-B.html": b"old"}})
    write_folders(tmp_path, {"d": {"key-A.html": b"new"}})
    assert contents(tmp_path) == {"d/key-A.html": b"new"}


def test_root_is_the_nearest_folder_upward(tmp_path: Path) -> None:
    root = write_bank(tmp_path, {"questions/bank.yaml": "x"})
    inside = root / "questions" / "deeper"
    inside.mkdir()
    assert find_root(inside) == root
    assert find_root(tmp_path.parent) is None


def test_render_depends_on_the_project_alone(tmp_path: Path) -> None:
    project = read_project(write_bank(tmp_path, FILES))
    assert render(project, "test") == render(project, "test")


def test_another_question_leaves_every_other_note_as_it_was(tmp_path: Path) -> None:
    from studypress.choose import cards
    from studypress.ledger import Ledger
    from studypress.model.definitions import Deck

    before = read_project(write_bank(tmp_path / "a", FILES))
    more = {**FILES, "questions/more.yaml": "format: 1\ntopic: More\nquestions:\n" + QUESTION}
    after = read_project(write_bank(tmp_path / "b", more))
    deck = before.definitions["cards"]
    assert isinstance(deck, Deck)
    old = {i.id: i for i in cards(before.bank, deck, Ledger())}
    new = {i.id: i for i in cards(after.bank, deck, Ledger())}
    assert new.keys() - old.keys() == {"proposal"}
    assert {k: new[k] for k in old} == old
