"""What must hold of any input: it ends in values or in faults, never in an exception.

Hypothesis asks this in the suite; `fuzz.py` asks it for hours, with a guide to the code reached.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from studypress import listing
from studypress.codes.bank import UNKNOWN_FIELD
from studypress.codes.definitions import KEPT_QUESTION_CHANGED
from studypress.decode import Malformed
from studypress.diagnostics import Report, Span
from studypress.ledger import parse_ledger
from studypress.model import dates, kinds, numbers, words
from studypress.previewing import deck_names, previewed
from studypress.project import Project, read_project
from studypress.release import prepare
from studypress.remaking import read_with_papers, remade, reread
from studypress.rendering import Wishes, kept, render
from studypress.report_style import Style
from studypress.show import show
from studypress.source.read import read
from studypress.texts.inventory import phrases
from studypress.texts.lock import parse_lock
from studypress.texts.numbered import number_page, parse_numbered
from tests.examples import BANK, example_files
from tests.written import write_bank

DECK = "deck: The mission\nformat: 1\nid: 1600000001\nforms: [short, choice, cloze, true-false]\n"
QUIZ = (
    "quiz: The mission\nformat: 1\nminutes: 10\nversions: [A, B]\nsections:\n"
    "- title: Short answers\n  form: short\n  count: 1\n"
)
CITED = """\
# questions/sources.yaml
format: 1
texts:
- key: history
  title: A history of the mission
  label: History
  by: an invented historian
  paragraphs: 6
# questions/base.yaml
# questions/example.yaml
format: 1
topic: Example
questions:
- id: proposal
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  cite:
  - history 3: proposed that both sides cease fire
"""
DEFINITIONS = {"decks/cards.yaml": DECK, "decks/test.yaml": QUIZ}
KEPT = "a kept paper"  # its path has its id
BANKS: Mapping[str, Mapping[str, str | bytes]] = {
    "plain": {**BANK, **DEFINITIONS},
    "cited": {**example_files(CITED), **DEFINITIONS},
    "adopted": {**example_files(UNKNOWN_FIELD.good), **DEFINITIONS},
}
# Each file that people or programs write, in a bank in which it matters.
PLACES = (
    ("plain", "questions/example.yaml"),
    ("cited", "questions/example.yaml"),
    ("plain", "questions/bank.yaml"),
    ("plain", "questions/people.yaml"),
    ("cited", "questions/sources.yaml"),
    ("cited", "questions/evidence.lock"),
    ("plain", "decks/cards.yaml"),
    ("plain", "decks/test.yaml"),
    ("plain", "decks/notes.lock"),
    ("adopted", "decks/notes.lock"),
    ("adopted", "questions/example.yaml"),
    ("plain", KEPT),
)


def reads(data: bytes) -> None:
    """Any bytes are read or reported, each fault inside the file."""
    report = Report()
    document = read(data, "f.yaml", report)
    assert document.root is not None or report.has_errors
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for diagnostic in report.found:
        span = diagnostic.place
        assert isinstance(span, Span)
        assert span.line is None or 1 <= span.line <= lines
        assert span.column is None or span.column >= 1


def _grammars() -> tuple[Callable[[str], Any], ...]:
    """`parse` of every value that has a grammar of its own."""
    types = (tp for module in (dates, kinds, numbers, words) for tp in vars(module).values())
    return tuple({tp.parse for tp in types if inspect.isclass(tp) and hasattr(tp, "parse")})


GRAMMARS = _grammars()


def parses(text: str) -> None:
    """Any text is a value or malformed."""
    for parse in GRAMMARS:
        with suppress(Malformed):
            parse(text)


def numbers_texts(text: str) -> None:
    """Any page is numbered, and what was numbered is read again or refused."""
    number_page(text)
    list(phrases(text))
    for parse in (parse_numbered, parse_lock, parse_ledger):
        with suppress(ValueError):
            parse(text)


class Banks:
    """The banks on disk, one file of one of them overlaid at a time."""

    def __init__(self, folder: Path) -> None:
        self._roots = {name: write_bank(folder / name, files) for name, files in BANKS.items()}
        root = self._roots["plain"]
        ((self._kept, self.kept),) = kept(read_project(root), "test").items()
        write_bank(root, {self._kept: self.kept})

    def builds(self, place: int, data: bytes) -> Project:
        """Read and checked, shown in every style and, where nothing is wrong, built."""
        bank, path = PLACES[place % len(PLACES)]
        file = self._roots[bank] / (self._kept if path == KEPT else path)
        before = file.read_bytes() if file.exists() else None
        file.write_bytes(data)
        try:
            project = read_with_papers(self._roots[bank])
            uses(project)
            if path == KEPT:
                makes_again(project, file.stem)
        finally:
            if before is None:
                file.unlink()
            else:
                file.write_bytes(before)
        return project


def makes_again(project: Project, code: str) -> None:
    """A kept paper is made again, or the faults say why not."""
    paper = reread(project, code, {})
    faults = [fault for fault in paper.faults if fault.code is not KEPT_QUESTION_CHANGED]
    if not faults and paper.kept:
        remade(project, paper, Wishes(allow_templates=True))


def uses(project: Project) -> None:
    """All that the commands make of a project."""
    for style in Style:
        show(project.diagnostics, style, project.root)
    if project.has_errors:
        return
    questions = list(project.bank.questions.values())
    listing.as_json(questions, project.bank)
    listing.as_table(questions, project.bank)
    for name in project.definitions:
        render(project, name)
    for name in deck_names(project):
        previewed(project, name, [])
    prepare(project, 1_800_000_000)
