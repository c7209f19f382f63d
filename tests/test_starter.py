"""A new bank, as somebody begins one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studypress.model.words import Form, Kind
from studypress.project import read_project
from tests.running import studypress


def begun(folder: Path, *options: str) -> Path:
    done = studypress("new", folder, "--bank", "moon-landing", *options)
    assert (done.stderr, done.returncode) == ("", 0)
    return folder


def test_a_new_bank_has_no_fault_and_builds_at_once(tmp_path: Path) -> None:
    root = begun(tmp_path / "moon")
    checked = studypress("check", "--strict", "--root", root)
    assert (checked.stderr, checked.returncode) == ("", 0)
    assert studypress("build", "--root", root).returncode == 0
    assert (root / "build" / "cards" / "cards.apkg").is_file()
    assert (root / "build" / "test" / "paper-B.html").is_file()
    assert studypress("release", "--dry-run", "--root", root).returncode == 0


def test_a_new_bank_shows_every_kind_and_form(tmp_path: Path) -> None:
    project = read_project(begun(tmp_path / "moon"))
    questions = project.bank.questions.values()
    assert {q.kind for q in questions} == {*Kind, None}
    assert {f for q in questions for f in q.forms} == {*Form}


def test_two_new_banks_share_neither_namespace_nor_deck(tmp_path: Path) -> None:
    first = read_project(begun(tmp_path / "one"))
    studypress("new", tmp_path / "two", "--bank", "another")
    second = read_project(tmp_path / "two")
    assert first.bank.record.bank != second.bank.record.bank
    assert first.definitions["cards"].id != second.definitions["cards"].id  # type: ignore[union-attr]


def test_the_namespace_is_asked_for_and_suggested_from_the_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "studypress", "new", str(tmp_path / "Cell Biology 101")]
    done = subprocess.run(command, input="\n", capture_output=True, text=True, check=True)
    assert "[cell-biology-101]" in done.stdout
    record = read_project(tmp_path / "Cell Biology 101").bank.record
    assert (str(record.bank), record.title) == ("cell-biology-101", "Cell biology 101")


def test_where_nobody_answers_one_line_says_how_to_name_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "studypress", "new", str(tmp_path / "moon")]
    done = subprocess.run(command, input="", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "studypress: nobody answered; name the bank's namespace with --bank\n"


@pytest.mark.parametrize("tag", ["", "en US", "ru: x", "русский"])
def test_a_language_is_a_tag(tag: str, tmp_path: Path) -> None:
    done = studypress("new", tmp_path / "b", "--bank", "law", "--language", tag)
    assert done.returncode == 2
    assert f"`{tag}` is not a language tag" in done.stderr
    assert not (tmp_path / "b").exists()


def test_what_to_do_next_can_be_typed(tmp_path: Path) -> None:
    done = studypress("new", tmp_path / "my bank", "--bank", "law")
    assert done.stdout.endswith(f"Next: cd '{tmp_path / 'my bank'}' && studypress build\n")


def test_the_hook_checks_and_says_where_studypress_is_missing(tmp_path: Path) -> None:
    root = begun(tmp_path / "moon")
    hook = [root / ".githooks" / "pre-commit"]
    here = {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    assert subprocess.run(hook, cwd=root, env=here, check=False).returncode == 0
    (root / "questions" / "people.yaml").unlink()
    assert subprocess.run(hook, cwd=root, env=here, check=False).returncode == 1
    away = subprocess.run(
        ["/bin/sh", *hook], cwd=root, env={"PATH": ""}, capture_output=True, text=True, check=False
    )
    assert away.returncode == 1
    assert "studypress is not found" in away.stderr


@pytest.mark.parametrize("title", ["Law: a bank", "«Право» #1", '"Quoted"', "yes", "- dash"])
def test_any_title_is_kept_as_it_is(title: str, tmp_path: Path) -> None:
    project = read_project(begun(tmp_path / "bank", "--title", title))
    assert project.diagnostics == ()
    assert project.bank.record.title == title


@pytest.mark.parametrize(
    "title",
    ["$reference", "two\nlines", " spaced ", "a\x1bb", "\udcff", "\u202eevil", "x" * 201, "a::"],
)
def test_what_cannot_be_a_title_is_refused(title: str, tmp_path: Path) -> None:
    done = studypress("new", tmp_path / "bank", "--bank", "mine", "--title", title)
    assert done.returncode == 2
    assert "is no title: write a few plain words" in done.stderr
    assert not (tmp_path / "bank").exists()


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    root = begun(tmp_path / "moon")
    again = studypress("new", root, "--bank", "moon-landing")
    assert again.returncode == 2
    assert "is there already" in again.stderr
    assert studypress("new", tmp_path / "b", "--bank", "Not an id").returncode == 2
