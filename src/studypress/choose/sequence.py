"""The order in which a student meets questions."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from studypress.bank import Bank
from studypress.model import kinds
from studypress.model.definitions import Order
from studypress.model.question import Question

Key = tuple[date | int, ...]
Needs = Mapping[int, Sequence[int]]  # by the place of a question, those of what comes before it


def in_sequence(questions: Sequence[Question], sequence: Sequence[Order], bank: Bank) -> list[int]:
    """The places of questions, in order. With `after`, none comes before one that it comes after.

    What a core question needs first is met as early as if it were core itself. Where all else is
    the same, they stay in the order given.
    """
    keys = _keys(questions, sequence, bank)
    if Order.AFTER not in sequence:
        return sorted(range(len(keys)), key=keys.__getitem__)
    needs = _needs(questions)
    urgent = _as_urgent_as_what_follows(keys, needs)
    return list(_topological(urgent, needs))


def _keys(questions: Sequence[Question], sequence: Sequence[Order], bank: Bank) -> list[Key]:
    measures = [_MEASURES[order] for order in sequence if order in _MEASURES]
    return [
        tuple([part for measure in measures for part in measure(question, bank)] + [at])
        for at, question in enumerate(questions)
    ]


def _importance(question: Question, bank: Bank) -> Key:
    return (question.importance.rank,)


def _time(question: Question, bank: Bank) -> Key:
    """When a fact was; what has no time comes last."""
    known, when = question.known, question.when
    if isinstance(known, kinds.Date):
        return known.answer.sort_key()
    if when and when.date:
        return when.date.sort_key()
    event = bank.question(when.reference) if when and when.reference else None
    if event and isinstance(event.known, kinds.Date):
        return event.known.answer.sort_key()
    return _NO_TIME


_NO_TIME = (date.max, date.max)
_MEASURES: Mapping[Order, Callable[[Question, Bank], Key]] = {
    Order.IMPORTANCE: _importance,
    Order.TIME: _time,
}


def _needs(questions: Sequence[Question]) -> Needs:
    named = {reference.id for question in questions for reference in question.after}
    places = {q.id.text: at for at, q in enumerate(questions) if q.id.text in named}
    waiting = ((at, question.after) for at, question in enumerate(questions) if question.after)
    needs = {at: tuple([places[r.id] for r in after if r.id in places]) for at, after in waiting}
    return {at: before for at, before in needs.items() if before}


def _as_urgent_as_what_follows(keys: Sequence[Key], needs: Needs) -> list[Key]:
    urgent = list(keys)
    for at in sorted(needs, key=keys.__getitem__):
        waiting = list(needs[at])
        while waiting:
            needed = waiting.pop()
            if urgent[needed] > urgent[at]:
                urgent[needed] = (*urgent[at][:-1], -1, *keys[needed])
                waiting.extend(needs.get(needed, ()))
    return urgent


def _topological(keys: Sequence[Key], needs: Needs) -> Iterator[int]:
    missing = {at: len(before) for at, before in needs.items()}
    follow: dict[int, list[int]] = defaultdict(list)
    for at, before in needs.items():
        for needed in before:
            follow[needed].append(at)
    free = (at for at in range(len(keys)) if at not in missing)
    ready = sorted(free, key=keys.__getitem__, reverse=True)
    freed: list[tuple[Key, int]] = []  # those that had to wait: a heap
    while ready or freed:
        is_freed = freed and (not ready or freed[0][0] < keys[ready[-1]])
        first = heapq.heappop(freed)[1] if is_freed else ready.pop()
        yield first
        for at in follow.pop(first, ()):
            missing[at] -= 1
            if not missing[at]:
                heapq.heappush(freed, (keys[at], at))
