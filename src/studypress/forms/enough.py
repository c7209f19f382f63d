"""What still earns the mark: marking is generous where history is.

The right month and year of a date are enough unless the stem says “exact” or gives the month
itself; a number is enough without its hedge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studypress.bank import Bank
from studypress.forms.answers import Value
from studypress.items import Enough, Lack
from studypress.languages import writing
from studypress.languages.catalogue import Calendar
from studypress.model import dates, numbers
from studypress.model.question import Question
from studypress.model.supplied import plain
from studypress.texts.words import holds, same

_EXACT = re.compile(r"\bexact", re.IGNORECASE)
_WITHIN_A_MONTH = re.compile(r"(?:(?:about|around|roughly) )?(?:day|part of a month)")


def enough(answer: Value | None, stem: str, question: Question, bank: Bank) -> tuple[Enough, ...]:
    """Answers that say less than `answer`, besides what the author accepts or rejects already."""
    found = tuple(_enough(answer, stem, bank))
    if not found:
        return ()
    decided = (*question.accept, *(rejected.answer for rejected in question.reject))
    known = {same(plain(text)) for text in decided}
    return tuple(e for e in found if same(e.answer) not in known)


def _enough(answer: Value | None, stem: str, bank: Bank) -> Iterator[Enough]:
    if isinstance(answer, dates.Date):
        month = _month(answer, bank.language.calendar)
        if month and not _EXACT.search(stem) and not holds(stem, month.split()[0]):
            yield Enough(month, Lack.DAY)
    elif isinstance(answer, numbers.Number) and answer.hedge:
        said = writing.figures(plain(answer.text), bank.language)
        start = said.casefold().find(answer.hedge)
        yield Enough(said[start + len(answer.hedge) :].strip(), Lack.HEDGE)


def _month(answer: dates.Date, calendar: Calendar) -> str:
    """The month and year of a date that is known to the day or to a part of a month."""
    first, last = answer.days
    if not first or not last or not _WITHIN_A_MONTH.fullmatch(answer.unit):
        return ""
    middle = first + (last - first) / 2
    return calendar.month.format(month=calendar.alone[middle.month - 1], year=middle.year)
