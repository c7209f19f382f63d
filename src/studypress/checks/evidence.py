"""Rules over citations: they name a place that the texts have, and words to find there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.checks.questions import is_derived
from studypress.decode import meant
from studypress.forms.citations import Cited, citations
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.words import Locator
from studypress.rules import Finding, Rule
from studypress.texts.words import holds, words

_FEWEST, _MOST = 4, 7
_WHOLE = re.compile(rf"{Locator.entry_pattern}: .+")  # a citation in one pair of quotes


def _not_cited(_: Question, question: Question, bank: Bank) -> Iterator[Finding]:
    if question.cite or not question.wordings or is_derived(question):
        return
    if not citations(question):
        advice = "add `cite:` and, below, `- ` and the book or page that proves it"
        if bank.texts:
            advice = "add `cite:` with text, paragraph and four to seven words found there"
        yield Finding((), f"`{question.id}` cites nothing", advice)


def _bad_citation(at: Cited, question: Question, bank: Bank) -> Iterator[Finding]:
    place, evidence = at.citation.place, at.citation.evidence
    if place.text is None and (evidence or bank.texts):
        advice = "write it as in `history 23: four to seven words`"
        if evidence and not bank.texts:
            advice = f'put a reference with a colon in double quotes: "{place.shown}: …"'
        elif _WHOLE.fullmatch(place.shown):
            advice = "take the quotation marks away; only the words after the colon may have any"
        yield Finding(at.path, f"`{place.shown}` is not a text and a paragraph", advice)


def _unknown_text(at: Cited, question: Question, bank: Bank) -> Iterator[Finding]:
    text = at.citation.place.text
    if text and bank.texts and text not in bank.texts:
        advice = meant(text, list(bank.texts))
        yield Finding(at.path, f"there is no text `{text}` in sources.yaml", advice)


def _no_paragraph(at: Cited, question: Question, bank: Bank) -> Iterator[Finding]:
    text = bank.texts.get(at.citation.place.text or "")
    number = at.citation.place.paragraph or 0
    if text and not 1 <= number <= text.paragraphs:
        message = f"`{text.key}` has {text.paragraphs} paragraphs, and no paragraph {number}"
        yield Finding(at.path, message, "look the place up again")


def _no_evidence(at: Cited, question: Question, bank: Bank) -> Iterator[Finding]:
    place = at.citation.place
    if not at.citation.evidence and place.text and bank.texts:
        advice = f"write `{place.shown}: ` and four to seven words found there"
        yield Finding(at.path, "the citation says where, but not which words", advice)


def _length(at: Cited, question: Question, bank: Bank) -> Iterator[Finding]:
    evidence = at.citation.evidence
    if not evidence or at.citation.place.text not in bank.texts:
        return
    count = len(words(evidence))
    if count < _FEWEST or (count > _MOST and not _is_speech(evidence, question)):
        message = f"the evidence has {count} words; it should have {_FEWEST} to {_MOST}"
        yield Finding(at.path, message, "quote as much as finds this place and no other")


def _is_speech(evidence: str, question: Question) -> bool:
    """Whether all of the evidence is a historical speaker's own words."""
    known = question.known
    return isinstance(known, kinds.Quote) and holds(known.words, evidence)


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.NOT_CITED, Question, _not_cited),
    Rule(codes.BAD_CITATION, Cited, _bad_citation),
    Rule(codes.UNKNOWN_TEXT, Cited, _unknown_text),
    Rule(codes.NO_SUCH_PARAGRAPH, Cited, _no_paragraph),
    Rule(codes.NO_EVIDENCE, Cited, _no_evidence),
    Rule(codes.EVIDENCE_LENGTH, Cited, _length),
)
