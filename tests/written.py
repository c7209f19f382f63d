"""Banks written to disk for tests: YAML in, faults and outputs out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from studypress.diagnostics import Diagnostic, Span
from studypress.project import Project, read_project
from tests.examples import example_files

QUESTION = """\
- id: proposal
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  cite:
  - A history, chapter 1
"""


def write_bank(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """These files, and a folder for definitions; returns the root."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    (root / "decks").mkdir(exist_ok=True)
    return root


def read_example(root: Path, example: str | bytes) -> Project:
    """The example bank with one example of a code laid over it, read and checked."""
    return read_project(write_bank(root, example_files(example)))


def found(project: Project) -> list[str]:
    """Each fault as `code file:line:column`."""
    return [one_line(d) for d in project.diagnostics]


def one_line(diagnostic: Diagnostic) -> str:
    span = diagnostic.place
    assert isinstance(span, Span)
    return f"{diagnostic.code.id} {span.file}:{span.line}:{span.column}"
