"""A new bank, as somebody begins one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from studypress.build import read_project
from studypress.model.words import Form, Kind
from tests.test_build import studypress


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


@pytest.mark.parametrize("title", ["Law: a bank", "«Право» #1", '"Quoted"', "yes", "- dash"])
def test_any_title_is_kept_as_it_is(title: str, tmp_path: Path) -> None:
    project = read_project(begun(tmp_path / "bank", "--title", title))
    assert project.diagnostics == ()
    assert project.bank.record.title == title


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    root = begun(tmp_path / "moon")
    again = studypress("new", root, "--bank", "moon-landing")
    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert studypress("new", tmp_path / "b", "--bank", "Not an id").returncode == 2
