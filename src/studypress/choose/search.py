"""Exact search for a paper, over candidates as the bits of whole numbers.

It knows nothing of questions. A candidate is one question in one group of places, and candidates
are numbered in the order in which they are preferred. The first paper is the one that holds the
most preferred candidate that any paper holds, then the next that can stand beside it, and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from studypress.choose.problem import Bound, Found, Problem, State, bits
from studypress.choose.relaxing import alike, can_be_filled

_TRIES_A_WISH = 200  # dead ends after which to go about it in another way, or to drop a wish


class Undecided(Exception):
    """The bound was reached before it was known whether there is a paper."""


def find(problem: Problem, tries: int) -> int | None:
    """The candidates of some paper; None where there is none.

    Raises Undecided where neither is known after so many dead ends.
    """
    search = _Search(problem)
    return search.complete(search.start, tries)


def first(problem: Problem, tries: int) -> Found | None:
    """The first paper; None where there is none. Raises Undecided as find() does.

    A wish for a better paper than the one at hand that cannot be decided is dropped: the paper
    is a good one then, though perhaps not the first.
    """
    search = _Search(problem)
    state = search.start
    paper = search.complete(state, tries)
    while state is not None and paper is not None and state.open:
        wish = next(bits(state.open))
        if not paper >> wish & 1:
            better = search.wish(state, wish) if search.dead_ends < tries else None
            if better is None:
                state = search.without(state, wish)
                continue
            paper = better
        state = search.having(state, wish)
    return None if paper is None else Found(paper, certain=not search.lacked)


Pick = Callable[[State, Bound], int]


def _preferred(state: State, bound: Bound) -> int:
    return next(bits(state.open & bound.mask))


class _Search:
    """A problem, the dead ends met so far, and whether the lack of a candidate that was left out
    of the problem may have decided anything."""

    def __init__(self, problem: Problem) -> None:
        self.dead_ends = 0
        self.lacked = False
        self._problem = problem
        self._bounds = problem.places + problem.bounds
        self._partial = not all(bound.whole for bound in self._bounds)
        self._blocks = {v: block for block in problem.blocks for v in bits(block)}
        self._alike: Mapping[int, int] | None = None

    @property
    def start(self) -> State | None:
        return self._settled(State(0, self._problem.everything))

    def wish(self, state: State, candidate: int) -> int | None:
        """A paper with this candidate besides those chosen, where that is soon known."""
        try:
            return self.complete(self.having(state, candidate), _TRIES_A_WISH)
        except Undecided:
            return None

    def complete(self, state: State | None, tries: int) -> int | None:
        """Some paper that holds what is chosen; None where there is none. Raises Undecided.

        The preferred candidates are tried first; where that leads nowhere soon, those that stand
        in the way of fewest others.
        """
        try:
            return self._depth_first(state, _preferred, min(tries, _TRIES_A_WISH))
        except Undecided:
            return self._depth_first(state, self._least_in_the_way, tries)

    def _depth_first(self, state: State | None, pick: Pick, tries: int) -> int | None:
        later: list[tuple[State, int]] = []
        last = self.dead_ends + tries
        while True:
            if state is not None:
                bound = self._most_urgent(state)
                if bound is None:
                    return state.chosen
                candidate = pick(state, bound)
                later.append((state, candidate))
                state = self.having(state, candidate)
            else:
                self.lacked |= self._partial
                self.dead_ends += 1
                if not later:
                    return None
                if self.dead_ends > last:
                    raise Undecided
                state = self.without(*later.pop())

    def _least_in_the_way(self, state: State, bound: Bound) -> int:
        may = bits(state.open & bound.mask)
        return min(may, key=lambda v: (self._problem.clash(v) & state.open).bit_count())

    def _most_urgent(self, state: State) -> Bound | None:
        """Of the bounds that are not reached the one with least to spare; the first of them while
        all have plenty, so that the first paper is the first to be tried."""
        wanting = [b for b in self._bounds if (state.chosen & b.mask).bit_count() < b.least]
        if not wanting:
            return None
        either = state.chosen | state.open
        spare = [(either & b.mask).bit_count() - b.least for b in wanting]
        missing = sum(b.least - (state.chosen & b.mask).bit_count() for b in wanting)
        least = min(spare)
        return wanting[0] if least > missing else wanting[spare.index(least)]

    def having(self, state: State, candidate: int) -> State | None:
        return self._settled(self._with(state, candidate))

    def without(self, state: State, candidate: int) -> State | None:
        """Neither this candidate nor any that is just like it."""
        if self._alike is None:
            self._alike = alike(self._problem)
        out = self._blocks.get(candidate, 1 << candidate) | self._alike.get(candidate, 0)
        return self._settled(State(state.chosen, state.open & ~out))

    def _with(self, state: State, candidate: int) -> State:
        block = self._blocks.get(candidate, 1 << candidate)
        out = block
        for member in bits(block):
            out |= self._problem.clash(member)
        return State(state.chosen | block, state.open & ~out)

    def _settled(self, state: State) -> State | None:
        """What follows from the bounds; None where they cannot be kept."""
        before = None
        while state != before:
            before = state
            for block in self._problem.blocks:  # one that has lost a candidate is out
                if block & state.open and block & ~state.open:
                    state = State(state.chosen, state.open & ~block)
            for bound in self._bounds:
                may = state.open & bound.mask
                have = (state.chosen & bound.mask).bit_count()
                can = have + may.bit_count()
                if can < bound.least or have > bound.most:
                    return None
                if may and have == bound.most:
                    state = State(state.chosen, state.open & ~may)
                elif may and can == bound.least:
                    self.lacked |= not bound.whole
                    state = self._with(state, next(bits(may)))
                    break
        return state if can_be_filled(self._problem, state) else None
