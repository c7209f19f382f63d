"""The questions of a paper, drawn from a bank.

The first paper is drawn: the sections choose in turn, each for every place the question with the
best lot that some paper holds together with what is chosen already. What that promises when a
question is added to the bank:

- Where no section can draw it, the paper stays as it is: it depends on what can be drawn alone.
- Where a section can, and there are enough questions for all, each section loses one at most. For
  let `e` be the one question that is there now and was not before. A place takes `e` or goes on as
  before; where it takes it, the question that it had is now the one that is there and was not.
  (In short: greedy choice in a transversal matroid; see `places` for why quotas do not spoil it.)
- Where questions are so few that one section must leave some to another, the change is a path of
  exchanges that comes to each purpose of a section once: one at most of each.
- It can be more where the new question, or the one that it frees, stands in the way of several
  others (because it asks their facts, or gives away their answers), or belongs to a set: whole
  sets come and go. No choice can promise one then: two papers may be all there are, and share no
  question. Of the questions of the bank that studypress ships, each added in turn to the rest, one
  in a hundred of those that displaced any displaced two of a section, and none more.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from graphlib import TopologicalSorter

from msgspec import Struct

from studypress.bank import Bank
from studypress.choose.contradictions import contradictions
from studypress.choose.groups import Purposes, groups, narrowed
from studypress.choose.places import plain, ways
from studypress.choose.posing import Seat, pose
from studypress.choose.problem import bits
from studypress.choose.requirements import PaperRule, Request, Requirement
from studypress.choose.search import Undecided, find, first
from studypress.choose.supply import Supply
from studypress.filters import facts_of
from studypress.model.definitions import Quiz
from studypress.model.question import Question

Drawn = tuple[tuple[Question, ...], ...]

_TRIES_A_WAY = 200


class Impossible(Struct, frozen=True):
    """There is no such paper: each group of requirements cannot hold together, and could if any
    one of it were dropped. Without groups, it was not decided whether there is one."""

    request: Request
    contradictions: tuple[tuple[Requirement, ...], ...] = ()


def draw_all(
    quizzes: Mapping[str, Quiz], bank: Bank, kept: Mapping[str, frozenset[str]]
) -> Mapping[str, Drawn | Impossible]:
    """The papers of all quizzes, by name, each drawn after those that it is to share nothing with.

    `kept` are the facts of papers that were handed out. Left out are quizzes that name one which
    is not there or has no paper. Raises graphlib.CycleError where quizzes name each other.
    """
    facts, supply = dict(kept), Supply(bank)
    outcomes: dict[str, Drawn | Impossible] = {}
    named = {name: list(map(str, quiz.not_in)) for name, quiz in quizzes.items()}
    for name in TopologicalSorter(named).static_order():
        if name in quizzes and all(other in facts for other in named[name]):
            others = tuple(facts[other] for other in named[name])
            outcomes[name] = outcome = draw(Request(quizzes[name], supply, others))
            if isinstance(outcome, tuple):
                facts[name] = _facts(outcome)
    return {name: outcomes[name] for name in quizzes if name in outcomes}


def _facts(drawn: Drawn) -> frozenset[str]:
    return frozenset(fact for section in drawn for q in section for fact in facts_of(q))


def draw(request: Request) -> Drawn | Impossible:
    """The questions of each section, in the order of their lots."""
    loose = {n: plain(section) for n, section in enumerate(request.quiz.sections)}
    purposes = {n: _purposes(request, n) for n in loose}
    required = request.requirements
    for places, wished in ((purposes, (*required, PaperRule.NO_RUN)), (purposes, required)):
        with suppress(Undecided):
            paper = _first(request, places, wished)
            if paper is not None:
                return paper
    try:
        paper = _first(request, loose, required)
        if paper is not None:
            return paper
        return Impossible(request, tuple(contradictions(request)))
    except Undecided:
        return Impossible(request)


def _purposes(request: Request, number: int) -> Purposes:
    """What the places of a section are for: the first way for which it has the questions."""
    section = request.quiz.sections[number]
    if section.count <= len(request.drawable[number]):
        for purposes in ways(section, request.quiz.seed):
            if purposes == plain(section) or _can_fill(request, number, purposes):
                return purposes
    return plain(section)


def _can_fill(request: Request, number: int, purposes: Purposes) -> bool:
    whole = groups(request, request.requirements, {number: purposes})
    for some in (tuple(map(narrowed, whole)), whole):
        problem, _ = pose(request, some, request.requirements)
        with suppress(Undecided):
            if find(problem, _TRIES_A_WAY) is not None:
                return True
    return False


def _first(
    request: Request, purposes: Mapping[int, Purposes], requirements: Collection[Requirement]
) -> Drawn | None:
    """The first paper. Most often it is found among the first questions of every section, and
    then is the same as among all. Raises Undecided."""
    whole = groups(request, requirements, purposes)
    few = tuple(map(narrowed, whole))
    if few != whole:
        with suppress(Undecided):
            problem, seats = pose(request, few, requirements)
            found = first(problem, request.quiz.tries)
            if found and found.certain:
                return _paper(request, [seats[v] for v in bits(found.chosen)])
    problem, seats = pose(request, whole, requirements)
    found = first(problem, request.quiz.tries)
    return _paper(request, [seats[v] for v in bits(found.chosen)]) if found else None


def _paper(request: Request, chosen: Sequence[Seat]) -> Drawn:
    sections: list[list[Question]] = [[] for _ in request.quiz.sections]
    for number, question in sorted(chosen, key=lambda s: request.preference(s.section, s.question)):
        sections[number].append(question)
    return tuple(map(tuple, sections))
