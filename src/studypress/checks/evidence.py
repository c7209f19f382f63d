"""Rules over citations: they name a place that the texts have, and words to find there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studypress import codes
from studypress.bank import Bank
from studypress.checks.questions import is_derived
from studypress.decode import meant
from studypress.forms.citations import cited
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.words import Locator
from studypress.rules import Finding, Rule
from studypress.texts.words import words

_FEWEST, _MOST = 4, 7
_WHOLE = re.compile(rf"{Locator.entry_pattern}: .+")  # a citation in one pair of quotes


def _not_cited(question: Question, bank: Bank) -> Iterator[Finding]:
    if question.wordings and not is_derived(question) and not any(cited(question)):
        advice = "add `cite:` with text, paragraph and four to seven words found there"
        yield Finding((), f"`{question.id}` cites nothing", advice)


def _bad_citation(question: Question, bank: Bank) -> Iterator[Finding]:
    for path, citation in cited(question):
        place = citation.place
        if place.text is None and (citation.evidence or bank.texts):
            advice = "write it as in `history 23: four to seven words`"
            if citation.evidence and not bank.texts:
                advice = f'put a reference with a colon in double quotes: "{place.shown}: …"'
            elif _WHOLE.fullmatch(place.shown):
                advice = (
                    "take the quotation marks away; only the words after the colon may have any"
                )
            yield Finding(path, f"`{place.shown}` is not a text and a paragraph", advice)


def _unknown_text(question: Question, bank: Bank) -> Iterator[Finding]:
    for path, citation in cited(question):
        text = citation.place.text
        if text and bank.texts and text not in bank.texts:
            advice = meant(text, list(bank.texts))
            yield Finding(path, f"there is no text `{text}` in sources.yaml", advice)


def _no_paragraph(question: Question, bank: Bank) -> Iterator[Finding]:
    for path, citation in cited(question):
        text = bank.texts.get(citation.place.text or "")
        number = citation.place.paragraph or 0
        if text and not 1 <= number <= text.paragraphs:
            message = f"`{text.key_}` has {text.paragraphs} paragraphs, and no paragraph {number}"
            yield Finding(path, message, "look the place up again")


def _no_evidence(question: Question, bank: Bank) -> Iterator[Finding]:
    for path, citation in cited(question):
        if citation.place.text and bank.texts and not citation.evidence:
            advice = f"write `{citation.place.shown}: ` and four to seven words found there"
            yield Finding(path, "the citation says where, but not which words", advice)


def _length(question: Question, bank: Bank) -> Iterator[Finding]:
    for path, citation in cited(question):
        if not citation.evidence or citation.place.text not in bank.texts:
            continue
        count = len(words(citation.evidence))
        if count < _FEWEST or (count > _MOST and not _is_speech(citation.evidence, question)):
            message = f"the evidence has {count} words; it should have {_FEWEST} to {_MOST}"
            yield Finding(path, message, "quote as much as finds this place and no other")


def _is_speech(evidence: str, question: Question) -> bool:
    """Whether all of the evidence is a historical speaker's own words."""
    known = question.known
    spoken = f" {' '.join(words(known.words))} " if isinstance(known, kinds.Quote) else ""
    return f" {' '.join(words(evidence))} " in spoken


RULES = (
    Rule(codes.NOT_CITED, _not_cited),
    Rule(codes.BAD_CITATION, _bad_citation),
    Rule(codes.UNKNOWN_TEXT, _unknown_text),
    Rule(codes.NO_SUCH_PARAGRAPH, _no_paragraph),
    Rule(codes.NO_EVIDENCE, _no_evidence),
    Rule(codes.EVIDENCE_LENGTH, _length),
)
