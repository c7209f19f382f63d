"""Papers hold what is required of them; where there is none, the reason is true. How reasons read
is in `test_contradictions`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studypress.choose import Impossible, Request, draw
from studypress.choose.supply import Supply
from studypress.filters import facts_of
from studypress.model.definitions import Quiz
from studypress.project import Project
from studypress.rendering import render
from tests.quizzes import (
    dated,
    drawn_ids,
    every_paper,
    faults,
    full_papers,
    holds,
    project,
    quiz,
    quota,
    section,
    term,
    terms,
)
from tests.written import write_bank

EXAMPLES = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NAMES = ["q1", "q2", "q3", "q4", "q5", "q6"]
MARKS = ["kind: date", "kind: term", "level: 2", "level: 1", "importance: core", "tag: x"]


@st.composite
def banks(draw: st.DrawFn, most: int = 6) -> str:
    """Dates and terms, some in a set, some that give others away, and an ordering question."""
    names = NAMES[: draw(st.integers(1, most))]
    text = ""
    for position, name in enumerate(names):
        extra = draw(st.sampled_from(["", "", "  level: 2\n", "  importance: core\n"]))
        extra += draw(st.sampled_from(["", "", "  tags: [x]\n", "  set: s\n", "  set: t\n"]))
        beside = draw(st.sampled_from(["", "", "", *names]))
        if draw(st.booleans()):
            text += dated(name, 1900 + 10 * position, extra, wrong=(1800, 1801, 1802))
        else:
            beside = "" if beside == name else beside
            text += term(name, extra, wrong=draw(st.sampled_from([0, 3])), beside=beside)
    dates = [n for n in names if f"- id: {n}\n  kind: date" in text]
    if len(dates) >= 3 and draw(st.booleans()):
        text += f"- id: order\n  order: [{', '.join(f'${n}' for n in dates[:3])}]\n"
    return text


@st.composite
def sections(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(["short", "choice", "short", "choice", "ordering"]))
    quotas = [
        quota(bound, draw(st.integers(0, 3)), draw(st.sampled_from(MARKS)))
        for bound in ("at-least", "at-most")
        if draw(st.booleans())
    ]
    return section(form, draw(st.integers(0, 3)), *quotas)


@st.composite
def quizzes(draw: st.DrawFn, most_sections: int = 2) -> str:
    parts = draw(st.lists(sections(), min_size=1, max_size=most_sections))
    more = "".join(
        f"{key}: [${draw(st.sampled_from(NAMES[:3]))}]\n"
        for key in ("must", "must-not")
        if draw(st.integers(0, 3)) == 0
    )
    return quiz("".join(parts), more, seed=draw(st.integers(1, 9)))


def request_of(found: Project, name: str = "d") -> Request | None:
    """The request for a quiz, where nothing else is wrong with it."""
    definition = found.definitions[name]
    assert isinstance(definition, Quiz)
    faults = {d.code.id for d in found.diagnostics if d.is_error}
    return None if faults - {"Q502", "Q507", "Q511"} else Request(definition, Supply(found.bank))


@EXAMPLES
@given(questions=banks(), definition=quizzes())
def test_a_paper_is_found_just_where_there_is_one(
    questions: str, definition: str, tmp_path: Path
) -> None:
    request = request_of(project(tmp_path, questions, definition))
    if request is None:
        return
    everything = request.requirements
    there_is_one = any(holds(paper, request, everything) for paper in full_papers(request))
    outcome = draw(request)
    if isinstance(outcome, Impossible):
        assert outcome.contradictions
        assert not there_is_one
    else:
        assert holds(outcome, request, everything)


@EXAMPLES
@given(questions=banks(5), definition=quizzes())
def test_reasons_are_true_and_each_part_of_them_is_needed(
    questions: str, definition: str, tmp_path: Path
) -> None:
    request = request_of(project(tmp_path, questions, definition))
    outcome = draw(request) if request else ()
    if request is None or not isinstance(outcome, Impossible):
        return
    papers = list(every_paper(request))
    for reason in outcome.contradictions:
        assert not any(holds(paper, request, reason) for paper in papers)
        for dropped in reason:
            rest = [r for r in reason if r != dropped]
            assert any(holds(paper, request, rest) for paper in papers), dropped


@EXAMPLES
@given(questions=banks(), forms=st.lists(st.sampled_from(["short", "choice"]), min_size=1))
def test_the_first_paper_is_drawn(questions: str, forms: list[str], tmp_path: Path) -> None:
    """Where nothing else decides: the best lots of the first section, then of the second."""
    definition = quiz("".join(section(form, 2) for form in forms[:2]))
    request = request_of(project(tmp_path, questions, definition))
    outcome = draw(request) if request else ()
    if request is None or isinstance(outcome, Impossible):
        return
    papers = (p for p in full_papers(request) if holds(p, request, request.requirements))
    first = min(papers, key=lambda paper: lots(paper, request))
    assert lots(outcome, request) == lots(first, request)


def lots(paper: tuple[tuple[object, ...], ...], request: Request) -> list[list[int]]:
    pairs = zip(paper, request.drawable, strict=True)
    return [sorted(map(questions.index, part)) for part, questions in pairs]


def test_no_fact_is_asked_twice_and_sections_are_full(tmp_path: Path) -> None:
    definition = quiz(section("choice", 10) + section("short", 3))
    first, second = drawn_ids(project(tmp_path, terms(20), definition))
    assert (len(first), len(second)) == (10, 3)
    assert len(set(first + second)) == 13


def test_a_derived_question_shares_no_fact_with_another(tmp_path: Path) -> None:
    questions = (
        "".join(dated(f"d{n}", 1900 + n) for n in range(6)) + "- id: o\n  order: [$d0, $d1, $d2]\n"
    )
    found = project(tmp_path, questions, quiz(section("short", 3) + section("ordering", 1)))
    facts = [f for part in found.drawn["d"] for q in part for f in facts_of(q)]
    assert len(facts) == len(set(facts)) == 7


def test_another_seed_draws_another_paper(tmp_path: Path) -> None:
    parts = section("choice", 10)
    definitions = (quiz(parts, seed=1), quiz(parts, seed=1), quiz(parts, seed=2))
    found = project(tmp_path, terms(20), *definitions)
    assert drawn_ids(found, "d") == drawn_ids(found, "d1") != drawn_ids(found, "d2")


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(1, 10**6), order=st.permutations(range(9)))
def test_a_seed_draws_the_same_paper_in_whatever_order_questions_stand(
    seed: int, order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    definition = quiz(section("choice", 3) + section("short", 2), "versions: [A, B]\n", seed)
    made = [
        project(
            tmp_path_factory.mktemp("bank"), "".join(term(f"t{n}") for n in numbers), definition
        )
        for numbers in (range(9), order)
    ]
    assert render(made[0], "d").files == render(made[1], "d").files


def test_a_seed_draws_the_same_paper_for_ever(tmp_path: Path) -> None:
    """If this fails, every teacher's paper becomes another one."""
    found = project(tmp_path, terms(9), quiz(section("choice", 3) + section("short", 3), seed=7))
    assert drawn_ids(found) == [["t6", "t2", "t4"], ["t5", "t3", "t1"]]


def test_least_and_greatest_numbers_are_kept(tmp_path: Path) -> None:
    questions = terms(20) + "".join(dated(f"d{n}", 1900 + n) for n in range(20))
    bounds = (quota(bound, 4, "kind: date") for bound in ("at-least", "at-most"))
    more = "must: [$t7]\nmust-not: [$d1]\n"
    found = project(tmp_path, questions, quiz(section("short", 10, *bounds), more))
    (ids,) = drawn_ids(found)
    assert Counter(i[0] for i in ids) == {"d": 4, "t": 6}
    assert "t7" in ids
    assert "d1" not in ids


def test_a_set_stands_together_or_stays_out(tmp_path: Path) -> None:
    questions = terms(6) + "".join(term(f"s{n}", "  set: extract\n") for n in range(3))
    seen = set()
    for seed in range(1, 9):
        found = project(tmp_path, questions, quiz(section("short", 4), seed=seed))
        (ids,) = drawn_ids(found)
        members = [i for i in ids if i.startswith("s")]
        assert members in ([], ["s0", "s1", "s2"])
        assert "s0s1s2" in "".join(ids) or not members
        seen.add(len(members))
    assert seen == {0, 3}


def test_papers_share_nothing_with_those_named_under_not_in(tmp_path: Path) -> None:
    questions = (
        terms(6)
        + "".join(dated(f"d{n}", 1900 + n) for n in range(6))
        + "- id: o1\n  order: [$d0, $d1, $d2]\n- id: o2\n  order: [$d3, $d4, $d5]\n"
    )
    other = section("short", 3, "from:\n    ids: [$d0, $t0, $t1]")
    definition = quiz(section("ordering", 1) + section("short", 4), "not-in: [d1]\n")
    ordering, short = drawn_ids(project(tmp_path, questions, definition, quiz(other)))
    assert ordering == ["o2"]
    assert not {"d0", "t0", "t1"} & {*short}


def test_a_question_that_gives_another_away_is_not_beside_it(tmp_path: Path) -> None:
    questions = term("teller", beside="told") + term("told") + term("plain")
    for seed in range(1, 6):
        found = project(tmp_path, questions, quiz(section("short", 2), seed=seed))
        (ids,) = drawn_ids(found)
        assert "plain" in ids


_PEOPLE = """format: 1
people:
- id: ann
  names:
  - Ann Lee
  - Lee
- id: bo
  names:
  - Bo Day
- id: cy
  names:
  - Cy Fox
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Lee opens the bridge", ["Q511"]),
        ("Ann Lee opens the bridge", ["Q511"]),
        ("Lee leaves the town", []),  # of which no prompt speaks
        ("The bridge is opened", []),
    ],
)
def test_a_matching_question_is_not_answered_by_what_stands_beside_it(
    said: str, expected: list[str], tmp_path: Path
) -> None:
    """By no name of a person, where it is said of the same thing."""
    did = {"ann": "opened the bridge", "bo": "closed the mine", "cy": "wrote the charter"}
    questions = (
        "".join(
            f"- id: did-{who}\n  kind: person\n  ask: Who {what}?\n  answer: ${who}\n"
            "  cite:\n  - A history, 1\n"
            for who, what in did.items()
        )
        + "- id: pairs\n  match: answer\n  of: [$did-ann, $did-bo, $did-cy]\n"
    )
    questions += dated("x", 1900).replace("Event x", said) + dated("y", 1910) + dated("z", 1920)
    questions += "- id: in-time\n  order: [$x, $y, $z]\n"
    write_bank(tmp_path, {"questions/people.yaml": _PEOPLE})
    sections = section("matching", 1) + section("ordering", 1)
    found = faults(project(tmp_path, questions, quiz(sections)))
    assert [code for code, _ in found] == expected
