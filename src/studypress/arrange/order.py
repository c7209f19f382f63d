"""The order of questions: as they were drawn, unless one key came more than three times in a row.

Some keys stand where they stand in every version: those of dates and numbers, whose options are
never shuffled, and true or false. Where more than three of these with one mark would follow each
other, the first question that may stand between them is moved there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from studypress.items import LONGEST_RUN
from studypress.model.question import Question

FREE = ""  # the mark of a key that can be put anywhere


class Block(Struct, frozen=True):
    """Questions that stand next to each other, and the marks of their keys, if they have any."""

    questions: tuple[Question, ...]
    marks: tuple[str, ...]


class Run(NamedTuple):
    """How often the last mark has come in a row."""

    mark: str
    length: int

    def then(self, mark: str) -> Run:
        return Run(mark, self.length + 1 if mark == self.mark != FREE else 1)


def without_runs(sections: Sequence[Sequence[Block]]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each section in an order without runs, the nearest to the one given.

    Where there is none, it has as few as may be: never where each block is one question and some
    order has none.
    """
    marks = [[mark for block in section for mark in block.marks] for section in sections]
    run = Run(FREE, 0)
    ordered: list[tuple[Block, ...]] = []
    for number, section in enumerate(sections):
        ending = _allowed(marks[number + 1 :])
        rest, done = list(section), list[Block]()
        while rest:
            place = next((p for p in range(len(rest)) if _may(p, rest, run, ending)), 0)
            done.append(rest.pop(place))
            run = _after(run, done[-1])[-1]
        ordered.append(tuple(done))
    return tuple(ordered)


def _after(run: Run, block: Block) -> list[Run]:
    runs = [run]
    for mark in block.marks:
        runs.append(runs[-1].then(mark))
    return runs


def _may(place: int, rest: Sequence[Block], run: Run, ending: Mapping[str, int]) -> bool:
    """Whether a block may come next: without a run now, and so that none must come later."""
    runs = _after(run, rest[place])
    last = runs[-1]
    left = [m for p, block in enumerate(rest) if p != place for m in block.marks]
    return all(r.length <= LONGEST_RUN for r in runs) and all(
        _fits(mark, left, last, ending.get(mark, LONGEST_RUN)) for mark in {*left, last.mark}
    )


def _fits(mark: str, left: Sequence[str], run: Run, ending: int) -> bool:
    """Whether these marks have an order that continues a run, and ends in a short enough one."""
    if mark == FREE:
        return True
    length = run.length if run.mark == mark else 0
    count = left.count(mark)
    others = len(left) - count
    if not others:
        return length + count <= ending
    return count <= (LONGEST_RUN - length) + LONGEST_RUN * (others - 1) + ending


def _allowed(following: Sequence[Sequence[str]]) -> dict[str, int]:
    """How often each mark may come in a row before the sections that follow."""
    allowed: dict[str, int] = {}
    for marks in reversed(following):
        if marks:
            ending = {mark: allowed.get(mark, LONGEST_RUN) for mark in {*marks, *allowed}}
            allowed = {mark: _longest(mark, marks, ending[mark]) for mark in ending}
    return allowed


def _longest(mark: str, marks: Sequence[str], ending: int) -> int:
    """How often a mark may come in a row before these."""
    lengths = range(LONGEST_RUN, 0, -1)
    return next((n for n in lengths if _fits(mark, marks, Run(mark, n), ending)), 0)
