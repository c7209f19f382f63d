"""Banks of any size to measure with: an imaginary kingdom, the same words for the same size.

Kinds and forms stand in the proportions of the bank that studypress ships; a question has about
12 lines and 417 bytes. Every citation is in the lock, and no rule finds a fault or a warning.
"""

from __future__ import annotations

from pathlib import Path

from studypress.texts.lock import Lock, evidence_entry
from studypress.texts.numbered import Place
from tests.bench.kingdom import PARAGRAPHS, PEOPLE_A_FILE, QUESTIONS_A_FILE, File, person_name
from tests.bench.questions import register

BANK = "kingdom"

_BANK_FILE = f"""\
format: 1
bank: {BANK}
title: The kingdom
version: 2026.1
language: en
tag: {BANK}
landmarks: [$q0-0, $q0-1, $q0-2]
"""
_SOURCES = f"""\
format: 1
texts:
- key: annals
  title: Annals of the kingdom
  label: Annals
  by: its chroniclers
  paragraphs: {PARAGRAPHS}
- key: letters
  title: Letters of the ministers
  label: Letters
  by: its ministers
  paragraphs: {PARAGRAPHS}
"""
_DECK = """\
deck: The kingdom
format: 1
id: 1700000001
forms: [short, cloze, true-false]
cards: one
sequence: [after, importance, time]
"""
_QUIZ = """\
quiz: The kingdom, a test
format: 1
minutes: 60
versions: [A]
sections:
- title: One answer each
  form: choice
  count: 20
  at-least:
  - kind: date
    count: 2
  - text: annals
    count: 4
- title: Fill the gap
  form: cloze
  count: 10
- title: True or false
  form: true-false
  count: 4
- title: Short answers
  form: short
  count: 20
- title: Number the events
  form: ordering
  count: 1
- title: Match the pairs
  form: matching
  count: 1
"""


def _people(files: int) -> str:
    people = (
        f"- id: p{file}-{person}\n  names:\n  - {person_name(file, person)}\n"
        f"  role: Keeper of the rolls\n"
        for file in range(files)
        for person in range(PEOPLE_A_FILE)
    )
    return "format: 1\npeople:\n" + "".join(people)


def write_bank(root: Path, questions: int) -> None:
    """A bank, its lock, a deck and a quiz; `questions` is a multiple of QUESTIONS_A_FILE."""
    files = questions // QUESTIONS_A_FILE
    entries = set()
    for folder in ("questions", "decks"):
        (root / folder).mkdir(parents=True)
    for number in range(files):
        made = File(number)
        _write(root, f"questions/register-{number:04}.yaml", register(made))
        entries |= {evidence_entry(BANK, t, Place(p), said) for t, p, said in made.cited}
    _write(root, "questions/bank.yaml", _BANK_FILE)
    _write(root, "questions/people.yaml", _people(files))
    _write(root, "questions/sources.yaml", _SOURCES)
    _write(root, "questions/evidence.lock", Lock.of(entries).dump())
    _write(root, "decks/kingdom.yaml", _DECK)
    _write(root, "decks/test.yaml", _QUIZ)


def _write(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")
