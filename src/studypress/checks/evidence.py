"""Rules over citations: they name a place that the texts have, and words to find there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studypress import codes
from studypress.bank import Bank
from studypress.checks.questions import is_derived
from studypress.decode import meant
from studypress.forms.citations import Cited, cited
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.words import Locator
from studypress.rules import Finding, PartRule, Rule
from studypress.texts.words import holds, words

_FEWEST, _MOST = 4, 7
_WHOLE = re.compile(rf"{Locator.entry_pattern}: .+")  # a citation in one pair of quotes


def _not_cited(question: Question, bank: Bank) -> Iterator[Finding]:
    if question.cite or not question.wordings or is_derived(question):
        return
    if not cited(question):
        advice = "add `cite:` with text, paragraph and four to seven words found there"
        yield Finding((), f"`{question.id}` cites nothing", advice)


def _bad_citation(at: Cited, question: Question, bank: Bank) -> Finding | None:
    place, evidence = at.citation.place, at.citation.evidence
    if place.text is not None or not (evidence or bank.texts):
        return None
    advice = "write it as in `history 23: four to seven words`"
    if evidence and not bank.texts:
        advice = f'put a reference with a colon in double quotes: "{place.shown}: …"'
    elif _WHOLE.fullmatch(place.shown):
        advice = "take the quotation marks away; only the words after the colon may have any"
    return Finding(at.path, f"`{place.shown}` is not a text and a paragraph", advice)


def _unknown_text(at: Cited, question: Question, bank: Bank) -> Finding | None:
    text = at.citation.place.text
    if not text or not bank.texts or text in bank.texts:
        return None
    advice = meant(text, list(bank.texts))
    return Finding(at.path, f"there is no text `{text}` in sources.yaml", advice)


def _no_paragraph(at: Cited, question: Question, bank: Bank) -> Finding | None:
    text = bank.texts.get(at.citation.place.text or "")
    number = at.citation.place.paragraph or 0
    if not text or 1 <= number <= text.paragraphs:
        return None
    message = f"`{text.key_}` has {text.paragraphs} paragraphs, and no paragraph {number}"
    return Finding(at.path, message, "look the place up again")


def _no_evidence(at: Cited, question: Question, bank: Bank) -> Finding | None:
    place, evidence = at.citation.place, at.citation.evidence
    if evidence or not place.text or not bank.texts:
        return None
    advice = f"write `{place.shown}: ` and four to seven words found there"
    return Finding(at.path, "the citation says where, but not which words", advice)


def _length(at: Cited, question: Question, bank: Bank) -> Finding | None:
    evidence = at.citation.evidence
    if not evidence or at.citation.place.text not in bank.texts:
        return None
    count = len(words(evidence))
    if _FEWEST <= count <= _MOST or (count > _MOST and _is_speech(evidence, question)):
        return None
    message = f"the evidence has {count} words; it should have {_FEWEST} to {_MOST}"
    return Finding(at.path, message, "quote as much as finds this place and no other")


def _is_speech(evidence: str, question: Question) -> bool:
    """Whether all of the evidence is a historical speaker's own words."""
    known = question.known
    return isinstance(known, kinds.Quote) and holds(known.words, evidence)


RULES = (Rule(codes.NOT_CITED, _not_cited),)
CITATIONS = (
    PartRule(codes.BAD_CITATION, _bad_citation),
    PartRule(codes.UNKNOWN_TEXT, _unknown_text),
    PartRule(codes.NO_SUCH_PARAGRAPH, _no_paragraph),
    PartRule(codes.NO_EVIDENCE, _no_evidence),
    PartRule(codes.EVIDENCE_LENGTH, _length),
)
