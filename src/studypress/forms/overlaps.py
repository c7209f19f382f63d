"""Which of several spans (of days, of numbers) overlap: one walk, not each with each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Span = tuple[Any, Any]  # first and last, both included, of one type that has an order


def overlapping(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The positions of each two that overlap, the earlier position first."""
    open_: list[int] = []
    for at in sorted(range(len(spans)), key=lambda at: spans[at][0]):
        open_ = [other for other in open_ if spans[other][1] >= spans[at][0]]
        yield from ((min(at, other), max(at, other)) for other in open_)
        open_.append(at)
