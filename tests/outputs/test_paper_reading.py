"""Extracts and handouts: printed where the text is at hand and is the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples import HISTORY, example_files
from tests.outputs.paper_samples import sample_paper, text_of
from tests.running import studypress
from tests.written import write_bank

SOURCES = """# questions/sources.yaml
format: 1
texts:
- key: history
  title: A history of the mission
  label: History
  by: an invented historian
  paragraphs: 6
  sections:
  - 1-3: The journey
  - 4-6: In the hall
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
QUIZ = """# decks/test.yaml
quiz: The mission
format: 1
minutes: 10
sections:
- title: The proposal
  form: short
  count: 1
"""


def build(root: Path, quiz: str, *options: str, history: str = HISTORY) -> tuple[str, int]:
    """What the build says on standard error, and its status."""
    write_bank(root, example_files(SOURCES + QUIZ + quiz))
    (root / "history.txt").write_text(history, encoding="utf-8")
    done = studypress("build", "--root", root, *options)
    return done.stderr, done.returncode


def page(root: Path, name: str) -> str:
    return text_of((root / "build" / "test" / name).read_text(encoding="utf-8"))


def at_hand(root: Path) -> str:
    return f"--text=history={root / 'history.txt'}"


# Extracts ----------------------------------------------------------------------------------


def test_extract_is_printed_with_its_paragraphs_where_the_text_is_at_hand(tmp_path: Path) -> None:
    assert build(tmp_path, "  extract: history 2-3\n", at_hand(tmp_path)) == ("", 0)
    for name in ("paper-A.html", "paper-A-large.html"):
        text = page(tmp_path, name)
        assert "Study the extract. State what is asked" in text
        assert "Extract History, paragraphs 2–3 2 By then the fighting" in text
        assert "3 She proposed that both sides cease fire" in text
        assert "A history of the mission. An invented historian" in text
        assert "The envoy arrived" not in text
        assert "Ben Minister" not in text


def test_without_the_text_a_labelled_box_stands_in_its_place(tmp_path: Path) -> None:
    assert build(tmp_path, "  extract: history 3\n") == ("", 0)
    text = page(tmp_path, "paper-A.html")
    assert "Extract History, paragraph 3 Paste here: History, paragraph 3 1 What did" in text


def test_several_extracts_are_numbered(tmp_path: Path) -> None:
    build(tmp_path, "  extract: history 1, history 3\n", at_hand(tmp_path))
    text = page(tmp_path, "paper-A.html")
    assert "Study the extracts." in text
    assert "Extract 1 History, paragraph 1" in text
    assert "Extract 2 History, paragraph 3" in text


def test_caption_is_no_part_of_an_extract(tmp_path: Path) -> None:
    build(tmp_path, "  extract: history 5\n", at_hand(tmp_path))
    assert "photograph" not in page(tmp_path, "paper-A.html")


@pytest.mark.parametrize(
    ("quiz", "old", "new", "code"),
    [
        ("  extract: history 2-3\n", "the fighting had begun", "the fight had begun", "Q618"),
        ("  extract: history 2-3\n", "[3] She", "She", "Q618"),
        ("reading: true\n", "The talks were held", "The talk was held", "Q618"),
        ("  extract: history 6-7\n", "", "", "Q520"),
        ("  extract: histroy 1\n", "", "", "Q520"),
        ("  extract: history 3-2\n", "", "", "Q124"),
    ],
)
def test_another_copy_or_a_wrong_place_is_a_fault_and_nothing_is_written(
    quiz: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    said, status = build(tmp_path, quiz, at_hand(tmp_path), history=HISTORY.replace(old, new))
    assert f"error[{code}]" in said
    assert status == 1
    assert not (tmp_path / "build").exists()


def test_a_difference_elsewhere_in_the_copy_does_not_matter_to_an_extract(tmp_path: Path) -> None:
    other = HISTORY.replace("a failure", "a triumph")
    said = build(tmp_path, "  extract: history 3\n", at_hand(tmp_path), history=other)
    assert said == ("", 0)


def test_a_text_that_is_not_of_the_bank_is_misuse(tmp_path: Path) -> None:
    said, status = build(tmp_path, "", f"--text=diary={tmp_path / 'history.txt'}")
    assert "write KEY=FILE; the texts of this bank are: history" in said
    assert status == 2


# Reading -----------------------------------------------------------------------------------


def test_handout_has_every_paragraph_numbered_under_its_heading(tmp_path: Path) -> None:
    assert build(tmp_path, "reading: true\n", at_hand(tmp_path)) == ("", 0)
    text = page(tmp_path, "reading.html")
    assert text.startswith("The mission For reading A history of the mission History An invented")
    assert "The journey 1 The envoy arrived" in text
    assert "In the hall 4 Ben Minister" in text
    assert "by the harbour. A photograph of the envoy on his return 6 The memoir" in text
    assert "Use the handout" in page(tmp_path, "paper-A.html")


def test_without_the_text_the_handout_says_how_to_fill_it(tmp_path: Path) -> None:
    assert build(tmp_path, "reading: true\n") == ("", 0)
    assert "studypress build test --text history=FILE" in page(tmp_path, "reading.html")


def test_there_is_no_handout_where_none_is_asked_for(tmp_path: Path) -> None:
    assert build(tmp_path, "", at_hand(tmp_path)) == ("", 0)
    assert not (tmp_path / "build" / "test" / "reading.html").exists()
    assert "handout" not in page(tmp_path, "paper-A.html")


def test_same_texts_same_paper_whatever_else_is_at_hand(tmp_path: Path) -> None:
    """An extract changes nothing in the choice of questions, their order or the paper's code."""
    build(tmp_path / "a", "  extract: history 3\n")
    build(tmp_path / "b", "  extract: history 3\n", at_hand(tmp_path / "b"))
    keys = [page(tmp_path / name, "key-A.html") for name in ("a", "b")]
    assert keys[0] == keys[1]


def test_sample_shows_one_extract_that_is_at_hand_and_one_that_is_not() -> None:
    sections = [s for s in sample_paper().sections if s.extracts]
    assert [bool(s.extracts[0].paragraphs) for s in sections] == [True, False]
