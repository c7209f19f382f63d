"""Cloze: the student fills the one gap of a sentence."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from studypress.bank import Bank
from studypress.decode import Malformed
from studypress.forms.answers import Value, accepted
from studypress.forms.base import Asked, item, rejected
from studypress.forms.enough import enough
from studypress.items import Gap, Item, Written
from studypress.model import dates, numbers
from studypress.model.question import Question
from studypress.model.wordings import Cloze
from studypress.model.words import Form
from studypress.rules import Rule

BLANK = "____"


def make(wording: Cloze, question: Question, bank: Bank) -> Item:
    """The stem is the sentence with a blank; outputs that draw their own read the response.

    An adopted sentence of several gaps is answered with all of them.
    """
    text = wording.cloze
    stem = BLANK.join(text.texts)
    accept, reject = accepted(question, bank), rejected(question, bank)
    if text.more:
        answer = Written("; ".join(text.gaps), accept, reject)
        return item(question, bank, Asked(Form.CLOZE, stem, answer))
    less = enough(_value(text.gap), f"{text.before} {text.after}", question, bank)
    gap = Gap(text.before, text.gap, text.after, accept, reject, less)
    return item(question, bank, Asked(Form.CLOZE, stem, gap))


def _value(gap: str) -> Value | None:
    """The words of the gap as a date or a number, where they are one."""
    for parse in (dates.Date.parse, numbers.Number.parse):
        with suppress(Malformed):
            return parse(gap)
    return None


RULES: tuple[Rule[Any], ...] = ()
