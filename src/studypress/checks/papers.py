"""Rules over the papers that quizzes ask for: why one cannot be drawn, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import assert_never

from msgspec import Struct

from studypress import codes
from studypress.checks.demands import count_words, quota_words, section_name
from studypress.choose import Drawn, Impossible, Request
from studypress.choose.requirements import (
    Count,
    Least,
    Most,
    Must,
    MustNot,
    NotIn,
    PaperRule,
    Requirement,
    Together,
)
from studypress.diagnostics import Code, Label, Pointer, Report, Step
from studypress.filters import counts_for
from studypress.model.definitions import Quota
from studypress.model.question import Question

_MANY_TRIES = 100_000
_RULES = {
    PaperRule.NO_FACT_TWICE: "no fact is asked twice",
    PaperRule.NO_GIVEAWAY: "no question gives away the answer to another",
    PaperRule.NO_RUN: "no key comes too often in a row",
}
_ADVICE = {
    codes.SECTION_TOO_LARGE: "ask for fewer, widen `from`, or write more questions",
    codes.QUOTA_TOO_LARGE: "ask for fewer, or write more such questions",
    codes.CONTRADICTION: "drop or loosen one of them, or write more questions",
}

_ALONE = "drop it, or add a section of a form that it has, whose `from` lets it in"


def check_papers(outcomes: Mapping[str, Drawn | Impossible], report: Report) -> None:
    """Every paper that cannot be drawn is reported, with each thing that stands in its way."""
    for outcome in outcomes.values():
        if isinstance(outcome, Impossible):
            for contradiction in outcome.contradictions:
                _contradiction(_Words(outcome.request, contradiction), report)
            if not outcome.contradictions:
                _undecided(outcome.request, report)


def _undecided(request: Request, report: Report) -> None:
    quiz = request.quiz
    message = "it could not be decided whether there is such a paper"
    advice = f"ask for less, or let it try longer: `tries: {max(10 * quiz.tries, _MANY_TRIES)}`"
    report.add(codes.UNDECIDED, Pointer(*quiz.origin, ("quiz",)), message, help=advice)


def _contradiction(words: _Words, report: Report) -> None:
    origin = words.request.quiz.origin
    first, *others = words.clauses
    code = _code(words.contradiction)
    labels = [Label(Pointer(*origin, c.path), "not with this") for c in others if c.path]
    place = Pointer(*origin, first.path)
    alone = code is codes.CONTRADICTION and not others
    report.add(code, place, words.message, help=_ALONE if alone else _ADVICE[code], labels=labels)


def _code(contradiction: Sequence[Requirement]) -> Code:
    numbers = [r for r in contradiction if isinstance(r, Count | Least | Most)]
    if len(numbers) < len(contradiction) or len({r.section for r in numbers}) > 1:
        return codes.CONTRADICTION
    only_count = len(numbers) == 1 and isinstance(numbers[0], Count)
    return codes.SECTION_TOO_LARGE if only_count else codes.QUOTA_TOO_LARGE


class _Clause(Struct, frozen=True):
    """One requirement: what is wanted, what there is, and where it is written."""

    wanted: str
    there_is: str = ""
    path: tuple[Step, ...] = ()


class _Words(Struct, frozen=True):
    """A contradiction in words."""

    request: Request
    contradiction: tuple[Requirement, ...]

    @property
    def clauses(self) -> list[_Clause]:
        """The numbers of sections first."""
        return [self._clause(requirement) for requirement in reversed(self.contradiction)]

    @property
    def message(self) -> str:
        clauses = self.clauses
        if len(clauses) == 1:
            return f"{clauses[0].wanted}; {clauses[0].there_is}"
        parts = (f"{c.wanted} ({c.there_is})" if c.there_is else c.wanted for c in clauses)
        return f"these cannot hold together: {'; '.join(parts)}{self._together}"

    @property
    def _together(self) -> str:
        """How many questions the sections have between them, where these are too few."""
        sections = [r.section for r in self.contradiction if isinstance(r, Count)]
        wanted = sum(self.request.quiz.sections[n].count for n in sections)
        left = {str(q.id) for n in sections for q in self._left(self.request.drawable[n])}
        too_few = len(sections) > 1 and len(left) < wanted
        return f"; together they have {len(left)}" if too_few else ""

    def _clause(self, requirement: Requirement) -> _Clause:
        quiz = self.request.quiz
        match requirement:
            case Count(section=number):
                wanted = f"{section_name(number)} wants {count_words(quiz.sections[number])}"
                there_is = self._supply(self.request.drawable[number])
                return _Clause(wanted, there_is, ("sections", number, "count"))
            case Least(section=number, number=place):
                quota = quiz.sections[number].at_least[place]
                return self._quota(number, "at least", quota, ("at-least", place))
            case Most(section=number, number=place):
                quota = quiz.sections[number].at_most[place]
                return self._quota(number, "at most", quota, ("at-most", place))
            case Must(number=place):
                name = quiz.must[place].id
                return _Clause(f"`${name}` must be in", self._askers(name), ("must", place))
            case MustNot(number=place):
                wanted = f"`${quiz.must_not[place].id}` must not be in"
                return _Clause(wanted, path=("must-not", place))
            case NotIn(number=place):
                wanted = f"nothing of `{quiz.not_in[place]}` may be in"
                return _Clause(wanted, path=("not-in", place))
            case Together(set=name):
                count = len(self.request.supply.sets[name])
                return _Clause(f"the {count} questions of the set `{name}` stay together")
            case PaperRule():
                return _Clause(_RULES[requirement])
            case _ as never:
                assert_never(never)

    def _quota(self, number: int, bound: str, quota: Quota, path: tuple[Step, ...]) -> _Clause:
        words = quota_words(self.request.quiz.sections[number], quota)
        bank = self.request.supply.bank
        counted = [q for q in self.request.drawable[number] if counts_for(q, quota, bank)]
        wanted = f"{section_name(number)} wants {bound} {words}"
        return _Clause(wanted, self._supply(counted), ("sections", number, *path))

    def _supply(self, questions: Collection[Question]) -> str:
        left = len(self._left(questions))
        but = f", of which {left} may be in" if left < len(questions) else ""
        return f"it has {len(questions)}{but}"

    def _left(self, questions: Collection[Question]) -> list[Question]:
        """Those that no other requirement of the contradiction shuts out."""
        return [q for q in questions if not self.request.out(q, self.contradiction)]

    def _askers(self, name: str) -> str:
        """Which sections could ask a question."""
        able = [
            section_name(number)
            for number, questions in enumerate(self.request.drawable)
            if any(str(q.id) == name for q in questions)
        ]
        return f"{' and '.join(able)} can ask it" if able else "no section can ask it"
