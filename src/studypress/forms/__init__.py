"""How questions become items, one module a form. Adding a form: its module and one line here.

Beside the forms stands what they share: `base`, `answers` (what the answer is, as words), `enough`
(what still earns the mark), `citations`, `overlaps` of options, and `adopted` notes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from studypress.bank import Bank
from studypress.forms import choice, cloze, long, matching, ordering, short, true_false
from studypress.items import Item, Landmark
from studypress.model import kinds, wordings
from studypress.model.question import Question, Retired
from studypress.model.words import Form
from studypress.rules import Rule


class FormSpec(Struct, frozen=True):
    """A form: the keys that it reads, how they become an item, and its own rules."""

    wording: type[wordings.Wording]
    make: Callable[[Any, Question, Bank], Item]
    rules: tuple[Rule[Any], ...]


FORMS: Mapping[Form, FormSpec] = {
    Form.SHORT: FormSpec(wordings.Short, short.make, short.RULES),
    Form.CHOICE: FormSpec(wordings.Choice, choice.make, choice.RULES),
    Form.CLOZE: FormSpec(wordings.Cloze, cloze.make, cloze.RULES),
    Form.TRUE_FALSE: FormSpec(wordings.TrueFalse, true_false.make, true_false.RULES),
    Form.ORDERING: FormSpec(wordings.Ordering, ordering.make, ordering.RULES),
    Form.MATCHING: FormSpec(wordings.Matching, matching.make, matching.RULES),
    Form.LONG: FormSpec(wordings.Long, long.make, long.RULES),
}


def make_item(question: Question, form: Form, bank: Bank) -> Item:
    """The question in one of its forms, a retired one with the reason.

    Raises LookupError where it has no keys for that form.
    """
    spec = FORMS[form]
    wording = question.wording(spec.wording)
    if wording is None:
        raise LookupError(f"{question.id} is not asked as {form}")
    item = spec.make(wording, question, bank)
    retirement = question.retirement(form)
    return replace(item, retired=_reason(retirement, bank)) if retirement else item


def landmarks(bank: Bank) -> tuple[Landmark, ...]:
    """The events that the bank names as landmarks, in the order of time."""
    questions = [q for q in map(bank.question, bank.record.landmarks) if q]
    items = [make_item(q, q.written_forms[0], bank) for q in questions if q.written_forms]
    named = ((q.known, i.days) for q, i in zip(questions, items, strict=True))
    found = (
        Landmark(known.event or "", days[0])
        for known, days in named
        if isinstance(known, kinds.Date) and days
    )
    return tuple(sorted(found, key=lambda mark: mark.day))


def _reason(retirement: Retired, bank: Bank) -> str:
    reason = retirement.reason.rstrip(".") + "."
    if retirement.successor is None:
        return reason
    return f"{reason} {bank.language.cards.takes_its_place.format(retirement.successor.id)}"
