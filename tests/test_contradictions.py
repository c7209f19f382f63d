"""Why there is no paper: in words, with numbers, and each reason by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quizzes import dated, faults, project, quiz, quota, section, terms


@pytest.mark.parametrize(
    ("parts", "more", "expected"),
    [
        ([section("choice", 6)], "", ("Q502", "Section A wants 6 choice questions; it has 5")),
        (
            [section("short", 2, quota("at-least", 2, "kind: date"))],
            "",
            ("Q507", "Section A wants at least 2 short questions of kind date; it has 1"),
        ),
        (
            [section("short", 3, quota("at-most", 1, "kind: term"))],
            "",
            (
                "Q507",
                "these cannot hold together: Section A wants 3 short questions (it has 6); "
                "Section A wants at most 1 short question of kind term (it has 5)",
            ),
        ),
        (
            [section("choice", 3), section("short", 4)],
            "",
            (
                "Q511",
                "these cannot hold together: Section A wants 3 choice questions (it has 5); "
                "Section B wants 4 short questions (it has 6); no fact is asked twice; "
                "together they have 6",
            ),
        ),
        (
            [section("choice", 5)],
            "must-not: [$t1]\n",
            (
                "Q511",
                "these cannot hold together: Section A wants 5 choice questions (it has 5, "
                "of which 4 may be in); `$t1` must not be in",
            ),
        ),
    ],
    ids=["count", "at-least", "at-most", "sections", "must-not"],
)
def test_what_cannot_hold_is_said_with_numbers(
    parts: list[str], more: str, expected: tuple[str, str], tmp_path: Path
) -> None:
    found = project(tmp_path, terms(5) + dated("d", 1900), quiz("".join(parts), more))
    assert faults(found) == [expected]


def test_a_question_that_no_section_can_ask_is_answered_by_itself(tmp_path: Path) -> None:
    parts = quiz(section("choice", 1), "must: [$d]\n")
    (fault,) = project(tmp_path, terms(5) + dated("d", 1900), parts).diagnostics
    assert fault.message == "`$d` must be in; no section can ask it"
    assert fault.help == "drop it, or add a section of a form that it has, whose `from` lets it in"


def test_every_fault_of_a_paper_is_reported(tmp_path: Path) -> None:
    parts = section("choice", 6) + section("ordering", 1) + section("short", 1)
    found = project(tmp_path, terms(5), quiz(parts))
    assert [message for _, message in faults(found)] == [
        "Section A wants 6 choice questions; it has 5",
        "Section B wants 1 ordering question; it has 0",
    ]


def test_a_quiz_that_waits_for_one_with_a_fault_is_not_reported_too(tmp_path: Path) -> None:
    waiting = quiz(section("short", 1), "not-in: [d1]\n")
    found = project(tmp_path, terms(5), waiting, quiz(section("short", 6)))
    assert [code for code, _ in faults(found)] == ["Q502"]
