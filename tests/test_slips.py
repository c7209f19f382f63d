"""Slips of people who type YAML for the first time: each is one fault, whose help is the mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from studypress.diagnostics import Diagnostic, Span
from studypress.project import Project
from tests.written import found, read_example

HEADER_LINES = 3
ITEMS = """\
- id: proposal
  kind: term
  ask: What did the envoy propose?
  answer: a cease-fire
  wrong:
  - a retreat
  - an embargo
  cite:
  - A history, chapter 1
- id: harbour
  kind: place
  ask: Where did the two sides talk?
  answer: in the harbour
  cite:
  - A history, chapter 2
- id: reply
  kind: fact
  after: [$proposal, $harbour]
  ask: What did the minister reply?
  answer: that she was welcome
  cite:
  - A history, chapter 3
"""
SLIPS = [
    ("- id: harbour", "-id: harbour", "Q029", 10, 1),
    ("- id: harbour", "– id: harbour", "Q029", 10, 1),
    ("- id: harbour", "2. id: harbour", "Q029", 10, 1),
    ("- id: harbour", "id: harbour", "Q029", 10, 1),
    ("- id: harbour", "  id: harbour", "Q029", 10, 3),
    ("- id: harbour", "  - id: harbour", "Q009", 10, 3),
    ("- id: reply", " - id: reply", "Q009", 16, 2),
    ("  - a retreat", "  -a retreat", "Q029", 6, 3),
    ("  - an embargo", "  -an embargo", "Q029", 7, 3),
    ("  - a retreat", "  • a retreat", "Q029", 6, 3),
    ("  - an embargo", "  — an embargo", "Q029", 7, 3),
    ("  - an embargo", "  * an embargo", "Q029", 7, 3),
    ("  - a retreat", "  a) a retreat", "Q029", 6, 3),
    ("  answer: in the harbour", "answer: in the harbour", "Q009", 13, 1),
    ("  wrong:", "wrong:", "Q009", 5, 1),
    ("answer: in the harbour", "answer:in the harbour", "Q025", 13, 3),
    ("kind: place", "kind:place", "Q025", 11, 3),
    ("answer: a cease-fire", "answer: 'the envoy's cease-fire'", "Q011", 4, 22),
    ("answer: a cease-fire", 'answer: "the "cease-fire""', "Q011", 4, 17),
    ("$harbour]", "$harbour", "Q013", 18, 10),
]


def only(project: Project) -> Diagnostic:
    (diagnostic,) = project.diagnostics
    return diagnostic


def mended(text: str, diagnostic: Diagnostic) -> str:
    """The text with its line as the help says."""
    assert isinstance(diagnostic.place, Span)
    lines = text.split("\n")
    at = (diagnostic.place.line or 0) - HEADER_LINES - 1
    indent = " " * (len(lines[at]) - len(lines[at].lstrip()))
    advice = diagnostic.help or ""
    if under := re.fullmatch("write (.*), under the dash of the entry above", advice):
        lines[at] = under[1]
    elif written := re.fullmatch("write (.*)", advice):
        lines[at] = indent + written[1]
    elif begin := re.fullmatch(r"begin it with (\d+) spaces?", advice):
        lines[at] = " " * int(begin[1]) + lines[at].lstrip()
    return "\n".join(lines)


@pytest.mark.parametrize(("meant", "typed", "code", "line", "column"), SLIPS)
def test_slip_is_one_fault_and_its_help_mends_it(
    meant: str, typed: str, code: str, line: int, column: int, tmp_path: Path
) -> None:
    text = ITEMS.replace(f"{meant}\n", f"{typed}\n", 1)
    project = read_example(tmp_path, text)
    assert found(project) == [f"{code} questions/example.yaml:{line + HEADER_LINES}:{column}"]
    assert not found(read_example(tmp_path, mended(text, only(project))))


def test_key_and_its_list_at_the_margin_are_reported_line_by_line(tmp_path: Path) -> None:
    typed = ITEMS.replace("  cite:\n  - A history, chapter 2", "cite:\n- A history, chapter 2")
    assert found(read_example(tmp_path, typed)) == [
        "Q009 questions/example.yaml:17:1",
        "Q009 questions/example.yaml:18:1",
    ]


def test_entry_that_stands_further_in_takes_its_keys_along(tmp_path: Path) -> None:
    head, tail = ITEMS.split("- id: reply")
    moved = "  - id: reply" + tail.replace("\n  ", "\n    ")
    project = read_example(tmp_path, head + moved)
    assert found(project) == ["Q009 questions/example.yaml:19:3"]
    assert "reply" in project.bank.questions


@pytest.mark.parametrize(
    ("meant", "typed", "column"),
    [
        ("  answer: in", "  answer:\u00a0in", 10),
        ("  answer: in", "\u00a0\u00a0answer: in", 1),
        ("  - a retreat", "  -\u202fa retreat", 4),
    ],
)
def test_odd_space_in_the_layout_is_named(
    meant: str, typed: str, column: int, tmp_path: Path
) -> None:
    project = read_example(tmp_path, ITEMS.replace(meant, typed))
    assert [d.code.id for d in project.diagnostics] == ["Q027"]
    assert only(project).place[2] == column
    assert only(project).help == "delete it and type a space"


def test_no_break_spaces_in_text_are_text(tmp_path: Path) -> None:
    assert not found(read_example(tmp_path, ITEMS.replace("a cease-fire", "a\u00a0cease-fire")))


def test_colon_in_the_second_line_of_a_text_is_mended_on_one(tmp_path: Path) -> None:
    typed = ITEMS.replace("did the minister reply?", "did the minister\n    say to her: what?")
    diagnostic = only(read_example(tmp_path, typed))
    assert diagnostic.code.id == "Q012"
    assert diagnostic.help == 'write, on one line, ask: "What did the minister say to her: what?"'


def test_a_key_without_its_colon_may_be_a_text_that_goes_on(tmp_path: Path) -> None:
    typed = ITEMS.replace("did the minister reply?", "did the minister\n  reply to her?")
    assert only(read_example(tmp_path, typed)).help == (
        "write reply: to her?, or indent the line further where it goes on with the text above"
    )


def test_marks_of_a_merge_are_one_fault(tmp_path: Path) -> None:
    conflict = (
        "<<<<<<< HEAD\n  answer: in the harbour\n=======\n  answer: by the sea\n>>>>>>> other\n"
    )
    project = read_example(tmp_path, ITEMS.replace("  answer: in the harbour\n", conflict))
    assert found(project) == ["Q022 questions/example.yaml:16:1"]
    assert len(project.bank.questions) > 3


def test_block_text_is_not_taken_for_layout(tmp_path: Path) -> None:
    text = "why: |-\n    • one\n    -two\n    id: three\n  - id: four\n    - id: five\n  cite:"
    typed = ITEMS.replace("cite:\n  - A history, chapter 3", text + "\n  - A history, chapter 3")
    sound = typed.replace("  - id: four\n", "    - id: four\n")
    assert not found(read_example(tmp_path, sound))
    broken = sound.replace("kind: fact", "kind fact")
    assert found(read_example(tmp_path, broken)) == ["Q025 questions/example.yaml:20:3"]


DATE = """\
- id: return
  kind: date
  ask: When did the envoy return?
  answer: 12 May 1950
  cite:
  - A history, chapter 1
"""


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("12.5.1950", "write `12 May 1950`"),
        ("1950-05-12", "write `12 May 1950`"),
        ("5/25/1950", "write `25 May 1950`"),
        ("12/5/1950", "write `12 May 1950` or write `5 December 1950`"),
        ("12th of May 1950", "write `12 May 1950`"),
        ("in the year 1950", "write `1950`"),
        ("300 BC", "years run from 1 to 9998; what is older can be asked as a `fact`"),
        ("31.2.1950", "write it as in `27 July 1953`"),
        ("in the 2nd", "write it as in `27 July 1953`"),
    ],
)
def test_date_in_another_dress_is_answered_with_the_one_to_write(
    typed: str, advice: str, tmp_path: Path
) -> None:
    diagnostic = only(read_example(tmp_path, DATE.replace("12 May 1950", typed)))
    assert diagnostic.code.id == "Q110"
    assert (diagnostic.help or "").startswith(advice)


@pytest.mark.parametrize(
    ("meant", "typed", "advice"),
    [
        ("ask: Where", "question: Where", "did you mean `ask`?"),
        ("  wrong:", "  options:", "did you mean `wrong`?"),
        ("answer: a cease", "correct: a cease", "did you mean `answer`?"),
        ("answer: a cease", "Solution: a cease", "did you mean `answer`?"),
        ("kind: place", "type: place", "did you mean `kind`?"),
        ("- id: harbour", "- id: Гавань", "write small Latin letters, words joined by hyphens"),
        ("[$proposal, ", "[proposal, ", "write `$` and the id of a question, or of somebody"),
        ("[$proposal, ", "[$prpsl-nr-one, ", "write the id of a question in questions/, or of"),
        (
            "  cite:\n  - A history, chapter 3",
            "  note: none",
            "add `cite:` and, below, `- ` and the book or page that proves it",
        ),
        (
            "  kind: fact",
            "  kind: fact\n  retired: too easy",
            "begin each entry, below the key, with `- reason: …`",
        ),
        (
            "  kind: fact",
            "  kind: fact\n  retired:\n  - too easy",
            "write its keys one a line, as in `reason: …`",
        ),
    ],
)
def test_help_says_what_to_write(meant: str, typed: str, advice: str, tmp_path: Path) -> None:
    project = read_example(tmp_path, ITEMS.replace(meant, typed, 1))
    assert any((d.help or "").startswith(advice) for d in project.diagnostics)
