"""Cloze: the student fills the one gap of a sentence."""

from __future__ import annotations

from studypress.bank import Bank
from studypress.forms.base import Asked, item, refused
from studypress.items import Gap, Item
from studypress.model.question import Question
from studypress.model.wordings import Cloze
from studypress.model.words import Form
from studypress.rules import Rule

BLANK = "____"


def make(wording: Cloze, question: Question, bank: Bank) -> Item:
    """The prompt is the sentence with a blank; outputs that draw their own read the response."""
    text = wording.cloze
    gap = Gap(text.before, text.gap, text.after, question.accept, refused(question))
    return item(question, bank, Asked(Form.CLOZE, f"{text.before}{BLANK}{text.after}", gap))


RULES: tuple[Rule[Question], ...] = ()
