"""The bank that this repository ships."""

from __future__ import annotations

from collections import Counter

import pytest

from studypress.filters import facts_of, texts_of
from studypress.model.definitions import Quiz
from studypress.model.words import Form, Kind
from studypress.project import Project, read_project
from studypress.rendering import render
from studypress.report_style import Style
from studypress.show import show
from tests.real_bank import ROOT, sound_bank


@pytest.fixture(scope="module")
def project() -> Project:
    return sound_bank()


def test_it_has_no_fault_and_no_warning() -> None:
    """What is only “not proved yet” waits for whoever has the text: see CONTRIBUTING.md."""
    diagnostics = read_project(ROOT).diagnostics
    if diagnostics:
        pytest.fail(show(diagnostics, Style.PRETTY, ROOT), pytrace=False)


def test_every_definition_builds(project: Project) -> None:
    for name in project.definitions:
        assert all(render(project, name).files.values())


def test_every_kind_form_and_text_is_there(project: Project) -> None:
    questions = project.bank.questions.values()
    assert len(questions) >= 80
    assert {q.kind for q in questions} == {*Kind, None}
    assert {f for q in questions for f in q.forms} == set(Form)
    cited = Counter(t for q in questions for t in texts_of(q, project.bank))
    assert set(cited) == set(project.bank.texts)
    assert min(cited.values()) >= 30


def test_the_two_papers_of_facts_share_nothing(project: Project) -> None:
    asked = [
        {fact for part in project.drawn[name] for q in part for fact in facts_of(q)}
        for name in ("armistice-test", "core-facts")
    ]
    assert not asked[0] & asked[1]


def test_the_test_paper_has_twenty_questions_on_both_texts_in_most_forms(project: Project) -> None:
    quiz = project.definitions["armistice-test"]
    assert isinstance(quiz, Quiz)
    questions = [q for section in project.drawn["armistice-test"] for q in section]
    assert len(questions) == 20
    assert {s.form for s in quiz.sections} == set(Form)
    assert {t for q in questions for t in texts_of(q, project.bank)} == set(project.bank.texts)
