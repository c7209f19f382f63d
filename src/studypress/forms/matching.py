"""Matching: the student pairs quotes with speakers, or questions with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.forms.answers import answer_of, words_of
from studypress.forms.base import Asked, item
from studypress.items import Item, Pairing
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.supplied import plain
from studypress.model.wordings import Matched, Matching, Short
from studypress.model.words import Form, Words
from studypress.rules import Finding, Rule
from studypress.texts.words import same

_FEWEST = 3


def make(wording: Matching, question: Question, bank: Bank) -> Item:
    """A pair a mark. The pool holds the answers in the order of their prompts, the spare last."""
    members = [q for q in map(bank.question, wording.of) if q]
    pool = [plain(answer_of(q, bank) or "") for q in members]
    if wording.spare:
        spare = Words(f"${wording.spare.id}", wording.spare)
        pool.append(plain(words_of(spare, bank)))
    prompts = tuple(_prompt(q, bank) for q in members)
    pairing = Pairing(prompts, tuple(pool), tuple(range(len(members))))
    asked = Asked(Form.MATCHING, _task(wording.match, bank), pairing, len(members))
    return item(question, bank, asked, derived_from=members)


def _task(match: Matched, bank: Bank) -> str:
    words = bank.language.cards
    return words.match_speakers if match is Matched.SPEAKER else words.match_answers


def _prompt(question: Question, bank: Bank) -> str:
    if isinstance(question.known, kinds.Quote):
        return bank.language.cards.quotation.format(question.known.words.strip("“”«»"))
    short = question.wording(Short)
    return short.ask if short else str(question.id)


def _same_answer(wording: Matching, question: Question, bank: Bank) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for position, reference in enumerate(wording.of):
        other = bank.question(reference)
        answer = plain(answer_of(other, bank) or "") if other else ""
        if same(answer) in seen:
            message = f"`${reference.id}` has the same answer as `${seen[same(answer)]}`: {answer}"
            yield Finding(("of", position), message, "leave one of the two out")
        elif answer:
            seen[same(answer)] = reference.id
    if wording.spare:
        spare = plain(words_of(Words("", wording.spare), bank))
        if same(spare) in seen:
            message = f"the spare, {spare}, is the answer to `${seen[same(spare)]}`"
            yield Finding(("spare",), message, "name somebody or something else")


def _too_few(wording: Matching, question: Question, bank: Bank) -> Iterator[Finding]:
    if len(set(wording.of)) < _FEWEST:
        message = f"a matching question needs at least {_FEWEST} pairs"
        yield Finding(("of",), message, "add questions to the list")


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.SAME_ANSWER, Matching, _same_answer),
    Rule(codes.TOO_FEW_PAIRS, Matching, _too_few),
)
