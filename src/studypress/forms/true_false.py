"""True or false: the student judges a statement, and corrects a false one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.forms.base import Asked, item
from studypress.items import Item, Truth
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.wordings import TrueFalse
from studypress.model.words import Form
from studypress.rules import Finding, Rule


def make(wording: TrueFalse, question: Question, bank: Bank) -> Item:
    """One mark either way: marks that differ would tell which statements are false."""
    truth = Truth(wording.statement_is, wording.correction)
    return item(question, bank, Asked(Form.TRUE_FALSE, wording.statement, truth))


def _no_correction(wording: TrueFalse, question: Question, bank: Bank) -> Iterator[Finding]:
    if not wording.statement_is and not wording.correction:
        message = "the statement is false, and nothing says what is true"
        yield Finding(("statement-is",), message, "add `correction:` and the true statement")


def _needless_correction(wording: TrueFalse, question: Question, bank: Bank) -> Iterator[Finding]:
    if wording.statement_is and wording.correction:
        message = "the statement is true, so there is nothing to correct"
        yield Finding(("correction",), message, "delete it, or write `statement-is: false`")


def _contested(wording: TrueFalse, question: Question, bank: Bank) -> Iterator[Finding]:
    if question.claimed_by or isinstance(question.known, kinds.Argument | kinds.Comparison):
        message = "a claim that somebody holds is neither true nor false here"
        yield Finding(("statement",), message, "ask who claims it, or what is claimed")


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.NO_CORRECTION, TrueFalse, _no_correction),
    Rule(codes.NEEDLESS_CORRECTION, TrueFalse, _needless_correction),
    Rule(codes.CONTESTED_TRUE_FALSE, TrueFalse, _contested),
)
