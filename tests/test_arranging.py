"""The versions of a paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, groupby, permutations, product
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studypress.arrange import lay_out, papers
from studypress.arrange.order import Block, without_runs
from studypress.arrange.positions import Slot, positions
from studypress.items import Events, Item, Options, Pairing, fixed_mark
from studypress.model.definitions import Quiz
from studypress.paper import Paper
from studypress.project import Project
from studypress.seeds import rank
from tests.quizzes import dated, project, quiz, section, term


def all_papers(found: Project) -> tuple[Paper, ...]:
    assert [d.message for d in found.diagnostics if d.is_error] == []
    definition = found.definitions["d"]
    assert isinstance(definition, Quiz)
    return papers(lay_out("d", definition, found.drawn["d"], found.bank))


def terms(number: int) -> str:
    return "".join(term(f"t{n}") for n in range(number))


def test_versions_ask_the_same_in_the_same_order_with_other_keys(tmp_path: Path) -> None:
    definition = quiz(section("choice", 30), "versions: [A, B]\n")
    a, b = all_papers(project(tmp_path, terms(40), definition))
    assert [e.item.id for e in a.entries] == [e.item.id for e in b.entries]
    assert [e.item.response for e in a.entries] != [e.item.response for e in b.entries]
    assert a.id == b.id


def test_versions_may_be_counted(tmp_path: Path) -> None:
    definition = quiz(section("choice", 1), "versions: 100\n")
    versions = [p.version for p in all_papers(project(tmp_path, terms(1), definition))]
    assert versions[0] == "A"
    assert versions[25:28] == ["Z", "AA", "AB"]
    assert len(versions) == 100


@pytest.mark.parametrize("versions", ["0", "101", "many", "[A, A]", "[a]", "[AAA]"])
def test_what_is_not_a_version_is_a_fault(versions: str, tmp_path: Path) -> None:
    definition = quiz(section("choice", 1), f"versions: {versions}\n")
    found = project(tmp_path, terms(1), definition).diagnostics
    assert [d.code.id for d in found] == ["Q121"]


def runs(keys: list[str]) -> int:
    """The longest run."""
    return max((len(list(same)) for _, same in groupby(keys)), default=0)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(1, 10**6), shuffle=st.sampled_from(["options", "questions"]))
def test_keys_are_balanced_and_never_run_over_three(
    seed: int, shuffle: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Also with dates, whose options are never shuffled, and with statements."""
    dates = "".join(dated(f"d{n}", 1900 + 9 * n, wrong=WRONG[n % 3]) for n in range(9))
    truths = "".join(statement(f"s{n}", is_true=n % 4 > 0) for n in range(9))
    parts = section("choice", 16) + section("true-false", 8) + section("choice", 8)
    more = f"versions: [A, B, C]\nshuffle: {shuffle}\n"
    found = project(
        tmp_path_factory.mktemp("quiz"), terms(24) + dates + truths, quiz(parts, more, seed)
    )
    for paper in all_papers(found):
        keys = [fixed_key(e.item) for e in paper.entries]
        counts = Counter(keys)
        assert max(counts[p] for p in "0123") - min(counts[p] for p in "0123") <= 1
        assert runs(keys) <= 3


WRONG = ((2001, 2002, 2003), (1801, 2002, 2003), (1801, 1802, 2003))


def statement(name: str, *, is_true: bool) -> str:
    correction = "" if is_true else f"  correction: It was not {name}.\n"
    return (
        f"- id: {name}\n  kind: fact\n  statement: It was so with {name} in those days.\n"
        f"  statement-is: {str(is_true).lower()}\n{correction}  cite:\n  - A history, 1\n"
    )


def fixed_key(item: Item) -> str:
    match item.response:
        case Options(key=key):
            return str(key)
        case response:
            return str(fixed_mark(response))


@pytest.mark.parametrize(("others", "allowed"), [(0, 7), (1, 3), (4, 3)])
def test_not_more_dates_with_one_key_are_drawn_than_can_be_kept_apart(
    others: int, allowed: int, tmp_path: Path
) -> None:
    """Where there is nothing else, no paper is refused for it."""
    dates = "".join(dated(f"d{n}", 1900 + n, wrong=WRONG[0]) for n in range(9))
    for seed in range(1, 9):
        definition = quiz(section("choice", 7), seed=seed)
        (paper,) = all_papers(project(tmp_path, dates + terms(others), definition))
        longest = runs([fixed_key(entry.item) for entry in paper.entries])
        assert longest <= allowed


def test_options_of_dates_and_numbers_ascend_in_every_version(tmp_path: Path) -> None:
    questions = "".join(dated(f"d{n}", 1900 + n, wrong=(1850, 1950, 2000)) for n in range(8))
    definition = quiz(section("choice", 8), "versions: 9\nshuffle: questions\n")
    for paper in all_papers(project(tmp_path, questions, definition)):
        for entry in paper.entries:
            assert isinstance(entry.item.response, Options)
            years = [option.text for option in entry.item.response.options]
            assert years == sorted(years)


def test_questions_are_shuffled_on_request_those_of_a_set_together(tmp_path: Path) -> None:
    questions = terms(6) + "".join(term(f"s{n}", "  set: extract\n") for n in range(3))
    definition = quiz(section("short", 9), "versions: 8\nshuffle: questions\n")
    orders = {
        "".join(e.item.id for e in paper.entries)
        for paper in all_papers(project(tmp_path, questions, definition))
    }
    assert len(orders) > 4
    assert all("s0s1s2" in order for order in orders)


MARKS = st.lists(st.sampled_from(["", "A", "A", "A", "B"]), max_size=7)


@settings(max_examples=200, deadline=None)
@given(st.lists(MARKS, min_size=1, max_size=2))
@example([["A", "A", "B"], ["A", "A", "A"]])
@example([["A", "A", "A", "B", ""], [], ["A"]])
def test_some_order_without_runs_is_found_just_where_there_is_one(marks: list[list[str]]) -> None:
    ordered = without_runs([[Block((), (mark,)) for mark in section] for section in marks])
    made = [[mark for block in section for mark in block.marks] for section in ordered]
    assert list(map(sorted, made)) == list(map(sorted, marks))
    orders = product(*(set(permutations(section)) for section in marks))
    if any(fixed_runs(chain(*order)) <= 3 for order in orders):
        assert fixed_runs(chain(*made)) <= 3
    if fixed_runs(chain(*marks)) <= 3:
        assert made == marks


def fixed_runs(marks: Iterable[str]) -> int:
    return max((len(list(run)) for mark, run in groupby(marks) if mark), default=0)


SLOTS = st.builds(
    lambda options, fixed: Slot(options, None if fixed is None else fixed % options),
    st.integers(3, 5),
    st.none() | st.integers(0, 4),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SLOTS, max_size=6), st.integers())
def test_counts_of_positions_differ_as_little_as_they_can(slots: list[Slot], seed: int) -> None:
    keys = positions(slots, lambda *words: rank(seed, *words))
    ways = list(product(*([s.fixed] if s.fixed is not None else range(s.options) for s in slots)))
    assert tuple(keys) in ways
    sound = [way for way in ways if runs(list(map(str, way))) <= 3]
    if sound:
        assert runs(list(map(str, keys))) <= 3
        assert unevenness(keys) == min(map(unevenness, sound))


def unevenness(keys: Sequence[int | None]) -> int:
    return sum(count**2 for count in Counter(keys).values())


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
