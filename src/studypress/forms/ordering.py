"""Ordering: the student numbers events. The key follows from the events' own dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.diagnostics import Label
from studypress.forms.answers import as_written
from studypress.forms.base import Asked, item
from studypress.forms.overlaps import overlapping
from studypress.items import Event, Events, Item
from studypress.model import kinds
from studypress.model.dates import Date
from studypress.model.question import Question
from studypress.model.wordings import Ordering
from studypress.model.words import Form, Reference
from studypress.rules import Finding, Rule

_FEWEST = 3


def make(wording: Ordering, question: Question, bank: Bank) -> Item:
    """Events by date; one mark for each but the last, which follows from the others."""
    dated = _dated(wording, bank)
    dated.sort(key=lambda pair: pair[1].sort_key())
    events = Events(
        tuple(
            Event(_name(q), as_written(date.text, q, bank), rank)
            for rank, (q, date) in enumerate(dated, 1)
        )
    )
    stem = bank.language.cards.number_the_events
    asked = Asked(Form.ORDERING, stem, events, max(len(dated) - 1, 1))
    return item(question, bank, asked, derived_from=[q for q, _ in dated])


def _dated(wording: Ordering, bank: Bank) -> list[tuple[Question, Date]]:
    questions = (bank.question(reference) for reference in wording.order)
    return [(q, q.known.answer) for q in questions if q and isinstance(q.known, kinds.Date)]


def _name(question: Question) -> str:
    known = question.known
    return (known.event if isinstance(known, kinds.Date) else None) or str(question.id)


def _overlapping(wording: Ordering, question: Question, bank: Bank) -> Iterator[Finding]:
    dated: list[tuple[int, Question, Date]] = []
    for reference, position in _first_places(wording).items():
        other = bank.question(reference)
        if other and isinstance(other.known, kinds.Date):
            dated.append((position, other, other.known.answer))
    for first, second in overlapping([date.sort_key() for _, _, date in dated]):
        (_, earlier, _), (position, other, date) = dated[first], dated[second]
        message = f"`${other.id}` and `${earlier.id}` may be on one day: no order is right"
        label = Label(other.at("answer"), f"this is {date.text}")
        yield Finding(("order", position), message, "leave one of the two out", (label,))


def _first_places(wording: Ordering) -> dict[Reference, int]:
    """Where each event stands, for the first time."""
    places: dict[Reference, int] = {}
    for position, reference in enumerate(wording.order):
        places.setdefault(reference, position)
    return places


def _no_event(wording: Ordering, question: Question, bank: Bank) -> Iterator[Finding]:
    for position, reference in enumerate(wording.order):
        other = bank.question(reference)
        if other and isinstance(other.known, kinds.Date) and not other.known.event:
            message = f"`${reference.id}` has no `event`, so there is nothing to show for it"
            yield Finding(
                ("order", position), message, f"add `event:` to the question `{other.id}`"
            )


def _too_few(wording: Ordering, question: Question, bank: Bank) -> Iterator[Finding]:
    if len(set(wording.order)) < _FEWEST:
        message = f"an ordering question needs at least {_FEWEST} different events"
        yield Finding(("order",), message, "add date questions to the list")


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.DATES_OVERLAP, Ordering, _overlapping),
    Rule(codes.NO_EVENT, Ordering, _no_event),
    Rule(codes.TOO_FEW_EVENTS, Ordering, _too_few),
)
