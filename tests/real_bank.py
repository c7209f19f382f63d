"""The bank that this repository ships, for tests that need it without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from studypress.project import Project, read_project

ROOT = Path(__file__).parents[1]


def sound_bank() -> Project:
    """Skips where it has a fault: a change that is not proved yet fails one test, which says so."""
    project = read_project(ROOT)
    if project.has_errors:
        pytest.skip("the bank has a fault, which tests/test_real_bank.py shows")
    return project
