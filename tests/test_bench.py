"""The banks that `tests/bench/bench.py` measures with are sound, and of the size that it states."""

from __future__ import annotations

from pathlib import Path

from studypress.project import read_project
from tests.bench.generate import write_bank
from tests.bench.kingdom import QUESTIONS_A_FILE


def test_a_made_bank_has_no_fault_and_no_warning(tmp_path: Path) -> None:
    write_bank(tmp_path, 2 * QUESTIONS_A_FILE)
    project = read_project(tmp_path)
    assert project.diagnostics == ()
    assert len(project.bank.questions) == 2 * QUESTIONS_A_FILE


def test_a_made_question_has_about_12_lines_and_417_bytes(tmp_path: Path) -> None:
    write_bank(tmp_path, QUESTIONS_A_FILE)
    (file,) = (tmp_path / "questions").glob("register-*.yaml")
    data = file.read_bytes()
    assert 400 <= len(data) / QUESTIONS_A_FILE <= 430
    assert 11 <= data.count(b"\n") / QUESTIONS_A_FILE <= 13
