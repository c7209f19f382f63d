"""Long: the student writes an essay, marked by level of response."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.forms.answers import answer_of
from studypress.forms.base import Asked, item
from studypress.forms.citations import citations, shown
from studypress.items import Content, Essay, Item, LevelOfResponse
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.wordings import Long, Short
from studypress.model.words import Form
from studypress.rules import Finding, Rule


def make(wording: Long, question: Question, bank: Bank) -> Item:
    """Indicative content is written out from the questions that the author names."""
    members = [q for q in map(bank.question, wording.indicative) if q]
    levels = tuple(LevelOfResponse(str(level.marks), level.answer) for level in wording.levels)
    essay = Essay(levels, tuple(_content(q, bank) for q in members))
    asked = Asked(Form.LONG, wording.long, essay, wording.marks)
    return item(question, bank, asked, derived_from=members)


def _content(question: Question, bank: Bank) -> Content:
    text, points = _said(question, bank)
    return Content(text, points, shown(citations(question), bank))


def _said(question: Question, bank: Bank) -> tuple[str, tuple[str, ...]]:
    """An argument says by itself what it is about; sides and answers do not, and stand after what
    they answer."""
    short = question.wording(Short)
    asked = f"{short.ask} " if short else ""
    match question.known:
        case kinds.Argument(held_by=holder, claim=claim, reasons=reasons):
            points = tuple(reason.point for reason in reasons)
            return f"{holder[:1].upper()}{holder[1:]}: {claim}", points
        case kinds.Comparison(sides=sides, verdict=verdict):
            both = "; ".join(f"{s.name}: {s.says}" for s in sides)
            return f"{asked}{both}", (bank.language.cards.verdicts[verdict],)
        case _:
            answer = answer_of(question, bank)
            return f"{asked}{answer}" if asked and answer else str(question.id), ()


def _levels(wording: Long, question: Question, bank: Bank) -> Iterator[Finding]:
    if not wording.levels:
        return
    expected = wording.marks
    for position, level in enumerate(wording.levels):
        if level.marks.high != expected:
            message = f"this level should end at {expected} marks, and ends at {level.marks.high}"
            advice = "begin with the best level, and leave no mark out"
            yield Finding(("levels", position), message, advice)
            return
        expected = level.marks.low - 1
    if expected > 0:
        message = f"no level says what earns {expected} marks or less"
        last = len(wording.levels) - 1
        yield Finding(("levels", last), message, "add a level that begins at 1")


RULES: tuple[Rule[Any], ...] = (Rule(codes.LEVELS_LEAVE_GAPS, Long, _levels),)
