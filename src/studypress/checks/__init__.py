"""Every rule over a bank. Adding a rule: one function, its line in a RULES table, its code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.checks import evidence, proof, questions, references, writing
from studypress.checks.definitions import check_definitions
from studypress.checks.extracts import check_extracts
from studypress.checks.published import check_published
from studypress.diagnostics import MOST_FAULTS, Code, Full, Pointer, Report, Severity
from studypress.forms import FORMS
from studypress.forms.citations import cited
from studypress.languages import LANGUAGES, is_known
from studypress.model.question import Question
from studypress.model.words import Reference
from studypress.rules import Finding, Rule

__all__ = ["check_bank", "check_definitions", "check_extracts", "check_published"]

_RULES: tuple[Rule[Question], ...] = (
    *questions.RULES,
    *references.RULES,
    *evidence.RULES,
    *proof.RULES,
    *(rule for spec in FORMS.values() for rule in spec.rules),
    *writing.RULES,
)
_CITATIONS = (*evidence.CITATIONS, *proof.CITATIONS)
_OVER_ALL = (
    (codes.CIRCLE, references.circles),
    (codes.LOOKALIKE_ID, references.lookalikes),
    (codes.SAME_STEM, writing.same_stems),
)


def check_bank(bank: Bank, report: Report) -> None:
    """Every rule over every question; a warning that is allowed beside the question is left out.

    Of a file that has more faults than are reported, the questions that follow are not checked.
    """
    of_file: dict[str, Report] = {}
    full: set[str] = set()
    for question in bank.questions.values():
        file = question.origin.file
        try:
            if file not in full:
                _check(question, bank, of_file.setdefault(file, Report(most=MOST_FAULTS)))
        except Full:
            full.add(file)
    for found in of_file.values():
        report.extend(found.found)
    for code, find in _OVER_ALL:
        for question, finding in find(bank):
            _add(code, question, finding, report)
    _check_landmarks(bank, report)
    _check_language(bank, report)


def _check(question: Question, bank: Bank, report: Report) -> None:
    """Raises Full."""
    for code, finding in _findings(question, bank):
        _add(code, question, finding, report)


def _findings(question: Question, bank: Bank) -> Iterator[tuple[Code, Finding]]:
    for rule in _rules_about((type(question.known), *map(type, question.wordings))):
        for finding in rule.find(question, bank):
            yield rule.code, finding
    for citation in cited(question):
        for code, judge in _CITATIONS:
            if found := judge(citation, question, bank):
                yield code, found
    for use in references.uses(question):
        for code, judge_use in references.USES:
            if found := judge_use(use, question, bank):
                yield code, found


@cache
def _rules_about(kind_and_forms: tuple[Any, ...]) -> tuple[Rule[Question], ...]:
    """A third of all rules, on the average: the others could find nothing."""
    about = set(kind_and_forms)
    return tuple(rule for rule in _RULES if not rule.on or not about.isdisjoint(rule.on))


def _add(code: Code, question: Question, finding: Finding, report: Report) -> None:
    if code.severity is Severity.WARNING and any(
        a.code == code.id and a.reason for a in question.allow
    ):
        return
    report.add(
        code,
        question.at(*finding.path),
        finding.message,
        help=finding.help,
        labels=finding.labels,
    )


def _check_landmarks(bank: Bank, report: Report) -> None:
    for position, reference in enumerate(bank.record.landmarks):
        if not _is_date(reference, bank) and reference.id not in bank.uncertain:
            report.add(
                codes.UNKNOWN_REFERENCE,
                Pointer(*bank.record.origin, ("landmarks", position)),
                f"`${reference.id}` is not a date question",
                help="landmarks are date questions of this bank",
            )


def _check_language(bank: Bank, report: Report) -> None:
    tag = bank.record.language
    if not is_known(tag):
        report.add(
            codes.NO_CATALOGUE,
            Pointer(*bank.record.origin, ("language",)),
            f"there is no catalogue of words for the language `{tag}`",
            help=f"outputs print English around the questions; there are: {', '.join(LANGUAGES)}",
        )


def _is_date(reference: Reference, bank: Bank) -> bool:
    question = bank.question(reference)
    return question is not None and question.kind == "date"
