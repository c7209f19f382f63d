"""Faults of files as people make them: where they are reported, and that all of them are."""

from __future__ import annotations

from pathlib import Path

import pytest

from studypress.project import read_project
from studypress.report_style import Style
from studypress.show import show
from tests.written import QUESTION, found, read_example, write_bank

HEADER_LINES = 3  # `format`, `topic` and `questions:` stand above the items of an example


def at(code: str, line: int, column: int) -> str:
    return f"{code} questions/example.yaml:{line + HEADER_LINES}:{column}"


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        ("  kind: term", "   kind: term", at("Q009", 2, 4)),
        ("  kind: term", "\tkind: term", at("Q008", 2, 1)),
        ("  kind: term", " kind: term", at("Q009", 2, 2)),
        ("a cease-fire", '"a cease-fire', at("Q010", 4, 11)),
        ("a cease-fire", "'tis a truce", at("Q010", 4, 11)),
        ("a cease-fire", '"a" cease-fire', at("Q011", 4, 14)),
        ("a cease-fire", "{what: truce}", at("Q015", 4, 11)),
        ("a cease-fire", "{a truce} at once", at("Q013", 4, 11)),
        ("a cease-fire", "[July 27, 1953]", at("Q107", 4, 11)),
        ("a cease-fire", "truce #1", at("Q014", 4, 17)),
        ("a cease-fire", "#1 truce", at("Q014", 4, 11)),
        ("a cease-fire", "truce # 1", at("Q014", 4, 17)),
        ("a cease-fire", "one word: truce", at("Q012", 4, 19)),
        ("a cease-fire", "[1953] truce", at("Q013", 4, 11)),
        ("a cease-fire", "> 100 men", at("Q013", 4, 11)),
        ("a cease-fire", "@ once", at("Q013", 4, 11)),
        ("a cease-fire", "% of men", at("Q013", 4, 11)),
        ("a cease-fire", "`truce`", at("Q013", 4, 11)),
        ("a cease-fire", "- truce", at("Q013", 4, 11)),
        ("a cease-fire", "*truce* at once", at("Q013", 4, 11)),
        ("a cease-fire", "!truce", at("Q019", 4, 11)),
        ("a cease-fire", "!!python/object/apply:os.system [x]", at("Q019", 4, 11)),
        ("a cease-fire", "&truce", at("Q017", 4, 11)),
        ("a cease-fire", "", at("Q102", 4, 10)),
        ("a cease-fire", '""', at("Q102", 4, 11)),
        ("What did the envoy propose?", "", at("Q102", 3, 7)),
        ("a cease-fire", "a truce\n  answer: a treaty", at("Q016", 5, 3)),
        ("answer:", "anwser:", at("Q103", 4, 3)),
        ("kind: term", "kind: trem", at("Q104", 2, 9)),
        ("kind: term", "kind term", at("Q025", 2, 3)),
    ],
)
def test_slip_is_named_where_it_is(wrong: str, right: str, expected: str, tmp_path: Path) -> None:
    project = read_example(tmp_path, QUESTION.replace(wrong, right, 1))
    assert found(project) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "kind: term  # a comment",
        "kind: term   # another",
        "kind: 'term'",
        'kind: "term" # after a quote nothing is cut',
    ],
)
def test_sound_lines_stay_sound(text: str, tmp_path: Path) -> None:
    assert found(read_example(tmp_path, QUESTION.replace("kind: term", text))) == []


MANY = """\
- id: first
  kind: dat
  ask: When did the envoy come?
  answer: 3 May 1901
  cite:
  - A history, chapter 1
- id: second
  kind: fact
  statement: The envoy proposed an attack.
  statement-is: false
  cite:
  - A history, chapter 1
- id: third
  kind: term
  ask: One word: what did the envoy propose?
  answer: "a cease-fire
  wrong: [$nobody, $minister]
  cite:
  - A history, chapter 1
- id: fourth
   kind: term
  ask: What did the minister answer?
  answer: peace #1
- id: fifth
  kind: term
  ask: What did the general want?
  answer: a blockade
  wrong:
  - A blockade
  - $nobody
  cite:
  - A history, chapter 1
- id: sixth
  order: [$envoy-arrives, $envoy-leaves, $month-of-the-mission]
- id: seventh
  kind: date
  ask: When did the general resign?
  answer: 31 June 1901
  cite:
  - A history, chapter 1
- id: fifth
  kind: term
  ask: Where did the general go?
  answer: {home}
"""


def test_every_fault_of_a_file_is_reported_at_once(tmp_path: Path) -> None:
    project = read_example(tmp_path, MANY)
    assert found(project) == [
        at("Q104", 2, 9),
        at("Q206", 10, 17),
        at("Q012", 15, 16),
        at("Q010", 16, 11),
        at("Q302", 17, 11),
        at("Q303", 17, 20),
        at("Q601", 20, 3),
        at("Q009", 21, 4),
        at("Q014", 23, 17),
        at("Q208", 29, 5),
        at("Q302", 30, 5),
        at("Q217", 34, 42),
        at("Q217", 34, 42),
        at("Q110", 38, 11),
        at("Q015", 44, 11),
    ]


def test_the_last_line_explains_an_error_before_a_warning(tmp_path: Path) -> None:
    items = (
        QUESTION.replace("  cite", "  wrong:\n  - a truce\n  cite") + MANY.split("- id: second")[0]
    )
    report = show(read_example(tmp_path, items).diagnostics, Style.PRETTY, tmp_path)
    assert report.startswith("warning[Q404]")
    assert report.endswith("1 error and 1 warning; `studypress explain Q104` says more\n")


def test_a_broken_file_hides_no_fault_of_another(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "questions/a.yaml": "format: 1\ntopic: A\nquestions:\n" + QUESTION.replace("kind", " kind"),
        "questions/b.yaml": b"format: 1\ntopic: B \xff\nquestions:\n",
        "questions/c.yaml": "format: 1\ntopic: C\nquestion:\n",
        "questions/d.yaml": "format: 1\ntopic: D".encode("utf-16"),
        "decks/e.yaml": "deck: E\nformat: 1\nid: one\nforms: [short]\n",
    }
    assert found(read_project(write_bank(tmp_path, files))) == [
        "Q106 decks/e.yaml:3:5",
        "Q009 questions/a.yaml:5:4",
        "Q001 questions/b.yaml:2:10",
        "Q102 questions/b.yaml:3:11",
        "Q304 questions/bank.yaml:None:None",
        "Q103 questions/c.yaml:3:1",
        "Q002 questions/d.yaml:1:1",
    ]


def test_a_reference_to_a_broken_question_is_not_unknown(tmp_path: Path) -> None:
    broken = QUESTION.replace("kind: term", "kind: trem")
    other = QUESTION.replace("id: proposal", "id: other").replace("What", "Why and what")
    project = read_example(
        tmp_path, broken + other.replace("  cite", "  after: [$proposal]\n  cite")
    )
    assert found(project) == [at("Q104", 2, 9)]


def test_duplicate_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    example = (
        "# questions/one.yaml\nformat: 1\ntopic: One\nquestions:\n"
        + QUESTION
        + "# questions/two.yaml\nformat: 1\ntopic: Two\nquestions:\n"
        + QUESTION
    )
    project = read_example(tmp_path, example)
    assert found(project)[0] == "Q301 questions/two.yaml:4:7"
    (label,) = project.diagnostics[0].labels
    assert (label.place.file, label.place.line) == ("questions/one.yaml", 4)


def test_alias_bomb_is_refused_before_it_grows(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    project = read_example(tmp_path, bomb)
    assert {d.code.id for d in project.diagnostics} >= {"Q017"}
    assert project.has_errors


@pytest.mark.parametrize("depth", [65, 5000])
@pytest.mark.parametrize("bracket", ["[", "- ", "{a: "])
def test_deep_nesting_is_refused(depth: int, bracket: str, tmp_path: Path) -> None:
    project = read_example(tmp_path, "format: 1\ntopic: " + bracket * depth + "\n")
    assert project.has_errors
    assert len(project.diagnostics) < 10


def test_text_stays_as_typed(tmp_path: Path) -> None:
    values = ["no", "010", "1.10", "12:30", "null", "~", "1e3", "0x10", "2001-01-01", "yes"]
    items = "".join(
        QUESTION.replace("proposal", f"q{n}")
        .replace("What did", f"What did in case {n}")
        .replace("a cease-fire", value)
        for n, value in enumerate(values)
    )
    project = read_example(tmp_path, items.replace("  answer: no\n", '  answer: "no"\n'))
    answers = [q.known.answer for q in project.bank.questions.values() if str(q.id)[0] == "q"]  # type: ignore[union-attr]
    assert answers == values


def test_windows_lines_and_byte_order_mark_are_read_with_a_warning(tmp_path: Path) -> None:
    text = "format: 1\ntopic: T\nquestions:\n" + QUESTION
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    project = read_project(
        write_bank(tmp_path, {"questions/t.yaml": data, "questions/bank.yaml": BANK_FILE})
    )
    assert [d.code.id for d in project.diagnostics] == ["Q003", "Q004"]
    assert list(project.bank.questions) == ["proposal"]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Cells.YAML", "rename it to `Cells.yaml`"),
        ("cells.yaml.txt", "rename it to `cells.yaml`"),
        ("cells.Yml", "rename it to `cells.yaml`"),
        ("unit-1/cells.yml", "move it to questions/"),
    ],
)
def test_a_file_that_is_not_read_is_named(name: str, advice: str, tmp_path: Path) -> None:
    files = {f"questions/{name}": "format: 1\n", "questions/bank.yaml": BANK_FILE}
    (diagnostic,) = read_project(write_bank(tmp_path, files)).diagnostics
    assert (diagnostic.code.id, diagnostic.place.file) == ("Q321", f"questions/{name}")
    assert diagnostic.help == advice


@pytest.mark.parametrize("definition", ["deck: D\nformat: 1\nid: 1\n", "quiz: Q\nminutes: 9\n"])
def test_a_definition_among_the_questions_is_one_fault(definition: str, tmp_path: Path) -> None:
    files = {"questions/test.yaml": definition, "questions/bank.yaml": BANK_FILE}
    (diagnostic,) = read_project(write_bank(tmp_path, files)).diagnostics
    assert diagnostic.code.id == "Q103"
    assert diagnostic.help == "move the file to decks/"


@pytest.mark.parametrize("name", ["cells.yaml~", ".cells.YAML", "cells.md", "yaml.txt"])
def test_what_is_no_file_of_questions_is_passed_over(name: str, tmp_path: Path) -> None:
    files = {f"questions/{name}": "format: 1\n", "questions/bank.yaml": BANK_FILE}
    assert not read_project(write_bank(tmp_path, files)).diagnostics


def test_the_files_of_a_bank_may_end_in_yml(tmp_path: Path) -> None:
    people = "format: 1\npeople:\n- id: envoy\n  names:\n  - Ada Envoy\n"
    files = {"questions/bank.yml": BANK_FILE, "questions/people.yml": people}
    project = read_project(write_bank(tmp_path, files))
    assert not project.diagnostics
    assert list(project.bank.people) == ["envoy"]


BANK_FILE = "format: 1\nbank: b\ntitle: B\nversion: 1\nlanguage: en\ntag: b\n"
