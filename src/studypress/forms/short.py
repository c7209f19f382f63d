"""Short: the student writes or recalls the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.forms.answers import answer_of, value_of, variants_of
from studypress.forms.base import Asked, item, rejected
from studypress.forms.citations import shown
from studypress.forms.enough import enough
from studypress.items import Item, Outline, Part, Point, Response, Side, Sides, Written
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.wordings import Short
from studypress.model.words import Form
from studypress.rules import Finding, Rule
from studypress.texts.words import same

_COMPARISON_MARKS = 3  # one a side, one for the verdict


def make(wording: Short, question: Question, bank: Bank) -> Item:
    """The item, with a structure for its key where what is known is an argument or comparison."""
    response, marks = _response(wording, question, bank)
    return item(question, bank, Asked(Form.SHORT, wording.ask, response, marks))


def _response(wording: Short, question: Question, bank: Bank) -> tuple[Response, int]:
    known = question.known
    if isinstance(known, kinds.Argument):
        outline = _outline(known, bank)
        marks = sum(part.marks for part in outline.parts) or len(known.reasons)
        return outline, marks
    if isinstance(known, kinds.Comparison):
        first, second = (Side(s.name, s.says, shown(s.cite, bank)) for s in known.sides)
        verdict = bank.language.cards.verdicts[known.verdict]
        return Sides(first, second, verdict), _COMPARISON_MARKS
    answer = answer_of(question, bank) or ""
    accept = tuple(v for v in variants_of(question, bank) if not _is_part(v, answer))
    less = enough(value_of(question), wording.ask, question, bank)
    return Written(answer, accept, rejected(question, bank), less), 1


def _is_part(variant: str, answer: str) -> bool:
    """Whether a variant goes without saying: a surname where the answer is the whole name."""
    return set(same(variant).split()) <= set(same(answer).split())


def _outline(argument: kinds.Argument, bank: Bank) -> Outline:
    marks = argument.marks_for or kinds.MarksFor()
    parts = tuple(
        Part(
            name,
            bank.language.cards.parts[name],
            tuple(_point(p, bank) for p in argument.part(name)),
            marks.part(name),
        )
        for name in kinds.ARGUMENT_PARTS
        if argument.part(name)
    )
    return Outline(argument.held_by, argument.claim, parts)


def _point(point: kinds.Point | kinds.Objection, bank: Bank) -> Point:
    reply = point.reply if isinstance(point, kinds.Objection) else None
    return Point(point.point, reply, shown(point.cite, bank))


def _no_answer(short: Short, question: Question, bank: Bank) -> Iterator[Finding]:
    structured = isinstance(question.known, kinds.Argument | kinds.Comparison | None)
    if not structured and not answer_of(question, bank):
        yield Finding(("ask",), "the question has no `answer`", "add `answer:` and what is right")


def _not_two_sides(known: kinds.Comparison, question: Question, bank: Bank) -> Iterator[Finding]:
    count = len(known.sides)
    if count != 2:
        message = f"a comparison has two sides, and this has {count}"
        yield Finding(("sides",), message, "compare two at a time")


def _marks_for_nothing(known: kinds.Argument, question: Question, bank: Bank) -> Iterator[Finding]:
    marks = known.marks_for or kinds.MarksFor()
    for name in kinds.ARGUMENT_PARTS:
        if marks.part(name) and not known.part(name):
            message = f"marks are given for `{name}`, and the argument has none"
            yield Finding(("marks-for", name), message, f"add `{name}:`, or take the marks away")


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.NO_ANSWER, Short, _no_answer),
    Rule(codes.NOT_TWO_SIDES, kinds.Comparison, _not_two_sides),
    Rule(codes.MARKS_FOR_NOTHING, kinds.Argument, _marks_for_nothing),
)
