"""From a request to a problem that can be searched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from studypress.choose.giveaways import Giveaways
from studypress.choose.groups import Group
from studypress.choose.problem import Bound, Problem, bits
from studypress.choose.requirements import (
    Count,
    Least,
    Most,
    Must,
    PaperRule,
    Request,
    Requirement,
    Together,
)
from studypress.filters import counts_for, facts_of
from studypress.items import LONGEST_RUN, fixed_mark
from studypress.model.definitions import Quota
from studypress.model.question import Question
from studypress.model.words import Form

_ALL_COMBINED = 6  # least numbers of a section up to which every combination is looked at


class Seat(NamedTuple):
    """A candidate: a question in a section."""

    section: int
    question: Question


def pose(
    request: Request, groups: Sequence[Group], requirements: Collection[Requirement]
) -> tuple[Problem, Sequence[Seat]]:
    """The problem, and what its candidates are."""
    draft = _Draft(request, tuple(groups), frozenset(requirements))
    return draft.problem, draft.seats


class _Draft(Struct, frozen=True, dict=True):
    request: Request
    groups: tuple[Group, ...]
    requirements: frozenset[Requirement]

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        return tuple(Seat(g.section, q) for g in self.groups for q in g.questions)

    @property
    def problem(self) -> Problem:
        clash = cache(self._clash)
        blocks = tuple(self._blocks())
        broken = (block for block in blocks if any(clash(v) & block for v in bits(block)))
        bounds = (
            *self._quotas(),
            *self._musts(),
            *self._marks(),
            *(Bound(block, most=0) for block in broken),
        )
        return Problem(self._numbers(), tuple(self._places()), bounds, blocks, clash)

    def _numbers(self) -> tuple[int, ...]:
        """The number of each candidate's question; of its own where one may be asked twice."""
        if PaperRule.NO_FACT_TWICE not in self.requirements:
            return tuple(range(len(self.seats)))
        numbers: dict[str, int] = {}
        return tuple(numbers.setdefault(str(s.question.id), len(numbers)) for s in self.seats)

    def _spans(self) -> Iterator[tuple[Group, range]]:
        """Each group with its candidates."""
        start = 0
        for group in self.groups:
            yield group, range(start, start + len(group.questions))
            start += len(group.questions)

    def _places(self) -> Iterator[Bound]:
        for group, span in self._spans():
            if Count(group.section) in self.requirements:
                yield Bound(_mask(span), group.places, group.places, group.whole)
            else:
                yield Bound(_mask(span))

    def _blocks(self) -> Iterator[int]:
        for _, span in self._spans():
            together: dict[str, list[int]] = defaultdict(list)
            for candidate in span:
                name = str(self.seats[candidate].question.set)
                if Together(name) in self.requirements:
                    together[name].append(candidate)
            yield from (_mask(members) for members in together.values() if len(members) > 1)

    def _quotas(self) -> Iterator[Bound]:
        """The quotas of sections whose places have no purpose, and what follows from them."""
        for group, span in self._spans():
            if group.of_section:
                yield from self._most(group, span)
                least = tuple(self._least(group, span))
                yield from least
                if Count(group.section) in self.requirements:
                    yield from _rooms(_mask(span), group.places, least)

    def _most(self, group: Group, span: range) -> Iterator[Bound]:
        for number, quota in enumerate(self.request.quiz.sections[group.section].at_most):
            if Most(group.section, number) in self.requirements:
                yield Bound(self._counted(span, quota), most=quota.count)

    def _least(self, group: Group, span: range) -> Iterator[Bound]:
        for number, quota in enumerate(self.request.quiz.sections[group.section].at_least):
            if Least(group.section, number) in self.requirements:
                yield Bound(self._counted(span, quota), quota.count, whole=group.whole)

    def _counted(self, span: range, quota: Quota) -> int:
        bank = self.request.supply.bank
        return _mask(v for v in span if counts_for(self.seats[v].question, quota, bank))

    def _musts(self) -> Iterator[Bound]:
        for number, reference in enumerate(self.request.quiz.must):
            if Must(number) in self.requirements:
                named = (v for v, s in enumerate(self.seats) if str(s.question.id) == reference.id)
                yield Bound(_mask(named), 1)

    def _marks(self) -> Iterator[Bound]:
        """Few enough keys at one position in a section for the others to stand between them."""
        marked: dict[tuple[int, str], int] = defaultdict(int)
        if PaperRule.NO_RUN in self.requirements:
            for candidate, (number, question) in enumerate(self.seats):
                if self.request.quiz.sections[number].form is Form.CHOICE:
                    item = self.request.supply.item(str(question.id), Form.CHOICE)
                    marked[number, fixed_mark(item.response) or ""] |= 1 << candidate
        for (number, mark), mask in marked.items():
            count = self.request.quiz.sections[number].count
            if mark:
                yield Bound(mask, most=LONGEST_RUN * (count + 1) // (LONGEST_RUN + 1))

    def _clash(self, candidate: int) -> int:
        """The candidates that may not stand beside one."""
        mask = 0
        if PaperRule.NO_FACT_TWICE in self.requirements:
            facts = facts_of(self.seats[candidate].question)
            mask |= _union(self._asking[fact] for fact in facts)
        if PaperRule.NO_GIVEAWAY in self.requirements:
            mask |= self._telling(candidate)
        return mask & ~(1 << candidate)

    @cached_property
    def _asking(self) -> Mapping[str, int]:
        """The candidates that ask a fact."""
        asking: dict[str, int] = defaultdict(int)
        for candidate, seat in enumerate(self.seats):
            for fact in facts_of(seat.question):
                asking[fact] |= 1 << candidate
        return asking

    @cached_property
    def _telling(self) -> Callable[[int], int]:
        """The candidates whose answer one gives away, or that give away its own."""
        sections = self.request.quiz.sections
        seated: dict[tuple[str, Form], int] = defaultdict(int)
        for candidate, (section, question) in enumerate(self.seats):
            seated[str(question.id), sections[section].form] |= 1 << candidate
        masks = list(seated.values())
        numbers = {v: number for number, mask in enumerate(masks) for v in bits(mask)}
        giveaways = Giveaways([self.request.supply.printed(name, form) for name, form in seated])
        return lambda candidate: _union(masks[n] for n in giveaways.of(numbers[candidate]))


def _rooms(mask: int, count: int, least: Sequence[Bound]) -> Iterator[Bound]:
    """The room that least numbers which exclude each other leave for what counts for none."""
    largest = len(least) if len(least) <= _ALL_COMBINED else 2
    for size in range(1, largest + 1):
        for some in combinations(least, size):
            counted = _union(bound.mask for bound in some)
            if counted.bit_count() == sum(bound.mask.bit_count() for bound in some):
                yield Bound(mask & ~counted, most=count - sum(bound.least for bound in some))


def _mask(candidates: Iterable[int]) -> int:
    if isinstance(candidates, range):
        return ((1 << len(candidates)) - 1) << candidates.start
    return _union(1 << candidate for candidate in candidates)


def _union(masks: Iterable[int]) -> int:
    union = 0
    for mask in masks:
        union |= mask
    return union
