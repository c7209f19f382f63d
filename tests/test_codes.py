"""One entry a code: its documentation, its examples, and what a person sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from studypress.codes.definitions import (
    KEPT_PAPER_ALTERED,
    KEPT_QUESTION_CHANGED,
    KEPT_QUESTION_GONE,
)
from studypress.codes.evidence import EVIDENCE_NOT_FOUND, OTHER_COPY, OTHER_EDITION
from studypress.codes.table import BY_ID
from studypress.diagnostics import Code, Diagnostic, Report
from studypress.project import Project, faults_of_copies, sorted_diagnostics
from studypress.proving import prove
from studypress.remaking import reread
from studypress.report_style import Style
from studypress.show import show
from studypress.texts.numbered import parse_numbered
from tests.examples import HISTORY
from tests.golden import FOLDER, assert_golden
from tests.written import read_example

CODES = pytest.mark.parametrize("code", BY_ID.values(), ids=BY_ID.keys())
FOUND_BY_LOCK = {EVIDENCE_NOT_FOUND, OTHER_EDITION}
FOUND_BY_PAPER = {KEPT_QUESTION_CHANGED, KEPT_QUESTION_GONE, KEPT_PAPER_ALTERED}


def diagnostics(code: Code, project: Project) -> tuple[Diagnostic, ...]:
    """What `check` says of an example, or `sources lock`, `build --text` and `paper` where only
    they can tell."""
    if code in FOUND_BY_PAPER:
        kept = (project.root / "decks/papers").iterdir()
        return tuple(f for path in kept for f in reread(project, path.stem, {}).faults)
    texts = {"history": parse_numbered(HISTORY)}
    if code is OTHER_COPY:
        return faults_of_copies(project, project.definitions, texts)
    if code not in FOUND_BY_LOCK:
        return project.diagnostics
    report = Report()
    prove(project.bank, texts, report)
    return sorted_diagnostics(report, project.root)


@CODES
def test_bad_example_is_reported_as_documented(code: Code, tmp_path: Path) -> None:
    project = read_example(tmp_path, code.bad)
    found = diagnostics(code, project)
    assert code.id in [d.code.id for d in found]
    assert_golden(f"codes/{code.id}.txt", show(found, Style.PRETTY, tmp_path))


@CODES
def test_good_example_has_no_fault(code: Code, tmp_path: Path) -> None:
    project = read_example(tmp_path, code.good)
    assert not [d.message for d in (*project.diagnostics, *diagnostics(code, project))]


@CODES
def test_every_fault_says_what_to_do(code: Code, tmp_path: Path) -> None:
    project = read_example(tmp_path, code.bad)
    assert all(d.help for d in diagnostics(code, project))


@CODES
def test_documentation_is_whole(code: Code) -> None:
    assert code.title
    assert not code.title.endswith(".")
    assert code.why.endswith(".")
    assert code.bad != code.good


def test_every_code_belongs_to_a_group() -> None:
    assert all(len(i) == 4 and i[0] == "Q" and i[1] in "0123456" for i in BY_ID)


def test_no_golden_file_is_left_over() -> None:
    assert {p.stem for p in (FOLDER / "codes").iterdir()} == set(BY_ID)
