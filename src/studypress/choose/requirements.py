"""What a paper must be: every requirement of its definition, and the rules that hold for all."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum, auto
from functools import cached_property

from msgspec import Struct

from studypress.choose.supply import Supply
from studypress.decode import Origin
from studypress.filters import facts_of, passing
from studypress.model.definitions import Quiz
from studypress.model.question import Question
from studypress.seeds import rank


class PaperRule(Enum):
    """What holds for every paper, or if it can: that no key need come too often in a row."""

    NO_GIVEAWAY = auto()
    NO_FACT_TWICE = auto()
    NO_RUN = auto()


class Together(Struct, frozen=True):
    """The questions of a set stay together or stay out."""

    set: str


class NotIn(Struct, frozen=True):
    """No question and no fact of another paper; `number` is its place under `not-in`."""

    number: int


class MustNot(Struct, frozen=True):
    """A question that must not be in."""

    number: int


class Must(Struct, frozen=True):
    """A question that must be in."""

    number: int


class Most(Struct, frozen=True):
    """A greatest number of a section."""

    section: int
    number: int


class Least(Struct, frozen=True):
    """A least number of a section."""

    section: int
    number: int


class Count(Struct, frozen=True):
    """How many questions a section has."""

    section: int


Requirement = PaperRule | Together | NotIn | MustNot | Must | Most | Least | Count


class Request(Struct, frozen=True, dict=True):
    """A paper that is wanted: its definition, what it is drawn from, and the facts that each of the
    papers named under `not-in` asks."""

    quiz: Quiz
    supply: Supply
    others: tuple[frozenset[str], ...] = ()

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """All of them. Where some cannot hold together, the last of them say it best."""
        return tuple(self._requirements())

    def _requirements(self) -> Iterator[Requirement]:
        quiz = self.quiz
        backwards = list(enumerate(quiz.sections))[::-1]
        yield from (PaperRule.NO_GIVEAWAY, PaperRule.NO_FACT_TWICE)
        yield from (Together(name) for name in self.supply.sets)
        yield from map(NotIn, range(len(self.others)))
        yield from map(MustNot, range(len(quiz.must_not)))
        yield from map(Must, range(len(quiz.must)))
        yield from (Most(s, n) for s, section in backwards for n in range(len(section.at_most)))
        yield from (Least(s, n) for s, section in backwards for n in range(len(section.at_least)))
        yield from (Count(s) for s, _ in backwards)

    @cached_property
    def drawable(self) -> tuple[tuple[Question, ...], ...]:
        """What each section may draw by its form and filter, the preferred questions first."""
        return tuple(map(self._drawable, range(len(self.quiz.sections))))

    def _drawable(self, number: int) -> tuple[Question, ...]:
        section = self.quiz.sections[number]
        asked = self.supply.by_form[section.form]
        fit = passing(asked, section.from_, self.supply.bank)
        return tuple(sorted(fit, key=lambda question: self.preference(number, question)))

    def preference(self, section: int, question: Question) -> tuple[bool, int, Origin]:
        """What must be in comes first, the rest by lot. A question's lot depends on the seed, its
        section and its own id alone; those of a set have one lot together, in the bank's order."""
        name = (question.set or question.id).text
        return name not in self._must, rank(self.quiz.seed, section, name), question.origin

    @cached_property
    def _must(self) -> frozenset[str]:
        questions = filter(None, map(self.supply.bank.question, self.quiz.must))
        return frozenset(str(q.set or q.id) for q in questions)

    def out(self, question: Question, requirements: Collection[Requirement]) -> bool:
        """Whether a question must not be in, itself or because another paper has it."""
        if not self.quiz.must_not and not self.others:
            return False
        facts = facts_of(question)
        return any(
            reference.id == str(question.id) and MustNot(n) in requirements
            for n, reference in enumerate(self.quiz.must_not)
        ) or any(
            not facts.isdisjoint(other) and NotIn(n) in requirements
            for n, other in enumerate(self.others)
        )
