"""The versions of a paper."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypress.arrange import papers
from studypress.build import Project
from studypress.items import Events, Options, Pairing
from studypress.model.definitions import Quiz
from studypress.paper import Paper
from tests.quizzes import dated, project, quiz, section, term


def all_papers(found: Project) -> tuple[Paper, ...]:
    assert [d.message for d in found.diagnostics if d.is_error] == []
    definition = found.definitions["d"]
    assert isinstance(definition, Quiz)
    return papers("d", definition, found.drawn["d"], found.bank)


def terms(number: int) -> str:
    return "".join(term(f"t{n}") for n in range(number))


def test_versions_ask_the_same_in_the_same_order_with_other_keys(tmp_path: Path) -> None:
    definition = quiz(section("choice", 30), "versions: [A, B]\n")
    a, b = all_papers(project(tmp_path, terms(40), definition))
    assert [e.item.id for e in a.entries] == [e.item.id for e in b.entries]
    assert [e.item.response for e in a.entries] != [e.item.response for e in b.entries]
    assert a.code != b.code


def test_versions_may_be_counted(tmp_path: Path) -> None:
    definition = quiz(section("choice", 1), "versions: 28\n")
    versions = [p.version for p in all_papers(project(tmp_path, terms(1), definition))]
    assert versions[0] == "A"
    assert versions[25:] == ["Z", "AA", "AB"]
    assert len(versions) == 28


@pytest.mark.parametrize("versions", ["0", "703", "many", "[A, A]", "[a]", "[AAA]"])
def test_what_is_not_a_version_is_a_fault(versions: str, tmp_path: Path) -> None:
    definition = quiz(section("choice", 1), f"versions: {versions}\n")
    found = project(tmp_path, terms(1), definition).diagnostics
    assert [d.code.id for d in found] == ["Q121"]


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(1, 10**6))
def test_keys_are_balanced_and_never_run_over_three(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("quiz")
    definition = quiz(section("choice", 32), "versions: [A, B]\n", seed)
    for paper in all_papers(project(root, terms(40), definition)):
        keys = [e.item.response.key for e in paper.entries if isinstance(e.item.response, Options)]
        counts = Counter(keys)
        assert max(counts.values()) - min(counts[p] for p in range(4)) <= 2
        assert all(len(set(keys[i : i + 4])) > 1 for i in range(len(keys) - 3))


def test_ordering_and_matching_are_never_shown_in_the_order_of_their_key(tmp_path: Path) -> None:
    questions = (
        "".join(dated(f"d{n}", 1900 + n) for n in range(5))
        + "- id: o\n  order: [$d0, $d1, $d2, $d3, $d4]\n"
        + terms(4)
        + "- id: m\n  match: answer\n  of: [$t0, $t1, $t2]\n  spare: $t3\n"
    )
    definition = quiz(section("ordering", 1) + section("matching", 1), "versions: [A, B, C, D]\n")
    for paper in all_papers(project(tmp_path, questions, definition)):
        ordering, matching = (e.item.response for e in paper.entries)
        assert isinstance(ordering, Events)
        ranks = [e.rank for e in ordering.events]
        assert ranks != sorted(ranks)
        assert isinstance(matching, Pairing)
        answers = {p: matching.pool[k] for p, k in zip(matching.prompts, matching.key, strict=True)}
        assert answers == {
            f"What is the term for t{n}, in one word?": f"answer t{n}" for n in range(3)
        }
