"""One entry a code: its documentation, its examples, and what a person sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from studypress.codes.table import BY_ID
from studypress.diagnostics import Code
from studypress.show import Style, show
from tests.banks import read_example
from tests.golden import FOLDER, assert_golden

CODES = pytest.mark.parametrize("code", BY_ID.values(), ids=BY_ID.keys())


@CODES
def test_bad_example_is_reported_as_documented(code: Code, tmp_path: Path) -> None:
    project = read_example(tmp_path, code.bad)
    assert code.id in [d.code.id for d in project.diagnostics]
    assert_golden(f"codes/{code.id}.txt", show(project.diagnostics, Style.PRETTY, tmp_path))


@CODES
def test_good_example_has_no_fault(code: Code, tmp_path: Path) -> None:
    project = read_example(tmp_path, code.good)
    assert not [d.message for d in project.diagnostics]


@CODES
def test_every_fault_says_what_to_do(code: Code, tmp_path: Path) -> None:
    project = read_example(tmp_path, code.bad)
    assert all(d.help for d in project.diagnostics)


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
