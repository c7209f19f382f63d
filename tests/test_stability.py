"""A question added to the bank displaces at most one of a section."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studypress.bank import Bank
from studypress.choose import Impossible, Request, draw
from studypress.choose.supply import Supply
from studypress.model.definitions import Quiz
from tests.quizzes import dated, project, quiz, quota, section, term

EXAMPLES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SEEDS = st.integers(1, 10**6)
ASKED: dict[str, Callable[[str, str], str]] = {
    "date": lambda name, extra: dated(name, 1900, extra, wrong=(1800, 1801, 1802)),
    "term": term,
    "short term": lambda name, extra: term(name, extra, wrong=0),
}
EXTRAS = ["", "  level: 2\n", "  importance: core\n", "  level: 2\n  importance: core\n"]
KINDS = st.tuples(st.sampled_from(sorted(ASKED)), st.sampled_from(EXTRAS))


def question(name: str, kind: tuple[str, str]) -> str:
    return ASKED[kind[0]](name, kind[1])


def displaced(root: Path, questions: str, added: str, definition: str) -> list[set[str]]:
    """What each section loses when a question is added at the end of the bank."""
    bank = _bank(root, questions)
    one = project(root, added, definition)
    quiz_ = one.definitions["d"]
    assert isinstance(quiz_, Quiz)
    more = replace(bank, questions={**bank.questions, **one.bank.questions})
    before, after = (_drawn(Request(quiz_, Supply(each))) for each in (bank, more))
    return [one - other for one, other in zip(before, after, strict=True)]


@cache
def _bank(root: Path, questions: str) -> Bank:
    return project(root, questions).bank


def _drawn(request: Request) -> list[set[str]]:
    outcome = draw(request)
    assume(not isinstance(outcome, Impossible))
    return [{str(q.id) for q in part} for part in outcome]  # type: ignore[union-attr]


@EXAMPLES
@given(bank=st.lists(KINDS, min_size=6, max_size=12), added=KINDS, seed=SEEDS, counts=st.data())
def test_without_quotas_also_where_questions_are_few(
    bank: list[tuple[str, str]],
    added: tuple[str, str],
    seed: int,
    counts: st.DataObject,
    tmp_path: Path,
) -> None:
    parts = "".join(
        section(form, counts.draw(st.integers(0, 4)), *more)
        for form, *more in (
            ("short", "from:\n    level: [2]"),
            ("choice",),
            ("short",),
            ("choice", "from:\n    kind: [date]"),
        )
    )
    questions = "".join(question(f"q{n}", kind) for n, kind in enumerate(bank))
    lost = displaced(tmp_path, questions, question("added", added), quiz(parts, seed=seed))
    assert max(map(len, lost)) <= 1


QUOTAS = st.lists(
    st.tuples(
        st.sampled_from(["kind: date", "level: 2", "importance: core"]),
        st.sampled_from(["at-least", "at-most"]),
        st.integers(1, 3),
    ),
    max_size=2,
    unique_by=lambda q: q[1],
)


@EXAMPLES
@given(quotas=st.lists(QUOTAS, min_size=1, max_size=3), added=KINDS, seed=SEEDS)
def test_with_quotas_that_overlap_where_there_are_enough_questions(
    quotas: list[list[tuple[str, str, int]]], added: tuple[str, str], seed: int, tmp_path: Path
) -> None:
    parts = "".join(
        section(form, 5, *(quota(bound, count, of) for of, bound, count in wanted))
        for form, wanted in zip(("short", "choice", "short"), quotas, strict=False)
    )
    kinds = [(kind, extra) for kind in sorted(ASKED) for extra in EXTRAS] * 5
    questions = "".join(question(f"q{n}", kind) for n, kind in enumerate(kinds))
    lost = displaced(tmp_path, questions, question("added", added), quiz(parts, seed=seed))
    assert max(map(len, lost)) <= 1


@EXAMPLES
@given(added=KINDS, seed=SEEDS)
def test_one_that_no_section_can_draw_displaces_none(
    added: tuple[str, str], seed: int, tmp_path: Path
) -> None:
    parts = section("choice", 3, "from:\n    kind: [date]") + section("cloze", 0)
    questions = "".join(question(f"q{n}", ("date", "")) for n in range(8))
    extra = question("added", ("short term", added[1]))
    assert displaced(tmp_path, questions, extra, quiz(parts, seed=seed)) == [set(), set()]
