"""A paper to be found, as sets of candidates: the bits of whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec import Struct

NO_LIMIT = 1_000_000


class Bound(Struct, frozen=True):
    """At least and at most so many of some candidates.

    `whole` says that none was left out of the problem, so that a lack of them is one.
    """

    mask: int
    least: int = 0
    most: int = NO_LIMIT
    whole: bool = True


class Problem(Struct, frozen=True):
    """What a paper is found in.

    `questions` gives the question of each candidate: none may stand in two groups. `places` are
    the bounds of the groups, which share no candidate, `bounds` all others. `blocks` are
    candidates that come together or not at all, `clash` gives those that cannot stand beside one.
    """

    questions: tuple[int, ...]
    places: tuple[Bound, ...]
    bounds: tuple[Bound, ...]
    blocks: tuple[int, ...]
    clash: Callable[[int], int]

    @property
    def everything(self) -> int:
        return (1 << len(self.questions)) - 1


class State(NamedTuple):
    """What is chosen, and what may still be: two sets of candidates."""

    chosen: int
    open: int


class Found(NamedTuple):
    """The first paper; `certain` unless candidates that were left out might have changed it."""

    chosen: int
    certain: bool


def bits(mask: int) -> Iterator[int]:
    """The candidates of a set, in order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
