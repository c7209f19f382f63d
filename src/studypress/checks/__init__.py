"""Every rule over a bank. Adding a rule: one function, its line in a RULES table, its code.

Over one question: `questions`, `references`, `evidence` (where), `proof` (what it says) and
`writing`; a form's own rules stand with the form. Over the rest: `definitions`, `decks`, `papers`,
`demands` (their words), `extracts`, `published` and `adopted`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain, groupby
from typing import Any

from studypress import codes
from studypress.adopted import Adopted
from studypress.bank import Bank
from studypress.batches import batches
from studypress.checks import evidence, proof, questions, references, writing
from studypress.checks.adopted import check_adopted
from studypress.checks.definitions import check_definitions, check_names
from studypress.checks.extracts import check_extracts
from studypress.checks.papers import check_papers
from studypress.checks.published import check_published
from studypress.diagnostics import MOST_FAULTS, Code, Full, Pointer, Report, Severity
from studypress.forms import FORMS
from studypress.forms.citations import cited
from studypress.languages import LANGUAGES, is_known
from studypress.model.question import Question
from studypress.model.words import Reference
from studypress.rules import Finding, Rule

__all__ = [
    "check_bank",
    "check_definitions",
    "check_extracts",
    "check_names",
    "check_papers",
    "check_published",
]

_RULES: tuple[Rule[Any], ...] = (
    *questions.RULES,
    *references.RULES,
    *evidence.RULES,
    *(rule for spec in FORMS.values() for rule in spec.rules),
)
_OVER_ALL = (
    (codes.CIRCLE, references.circles),
    (codes.LOOKALIKE_ID, references.lookalikes),
)


def check_bank(bank: Bank, adopted: Adopted, report: Report) -> None:
    """Every rule over every question; a warning that is allowed beside the question is left out.

    How a question is written is not held against one that was adopted with the deck of others:
    thousands of warnings would hide the rest. Of a file that has more faults than are reported, the
    questions that follow are not checked.
    """
    sound = (*_RULES, *(proof.RULES if bank.texts else ()))
    well_written = (*writing.RULES, writing.same_stem())
    rules, of_adopted = _by_part((*sound, *well_written)), _by_part(sound)
    as_found = {note.question for note in adopted.notes.values()}
    for _, questions_ in groupby(bank.questions.values(), key=lambda q: q.origin.file):
        found = Report(most=MOST_FAULTS)
        with suppress(Full):
            for some in batches(questions_):
                own = [q for q in some if q.id.text not in as_found]
                _check(own, bank, rules, found)
                if len(own) < len(some):
                    _check([q for q in some if q.id.text in as_found], bank, of_adopted, found)
        report.extend(found.found)
    for code, find in _OVER_ALL:
        for question, finding in find(bank):
            _add(code, question, finding, report)
    _check_landmarks(bank, report)
    _check_language(bank, report)
    check_adopted(bank, adopted, report)


Rules = Mapping[type, Sequence[Rule[Any]]]


def _by_part(rules: Iterable[Rule[Any]]) -> Rules:
    """The rules by the types of the parts that they are over."""
    found: dict[type, list[Rule[Any]]] = {}
    for rule in rules:
        found.setdefault(rule.over, []).append(rule)
    return found


def _check(questions: Iterable[Question], bank: Bank, rules: Rules, report: Report) -> None:
    """Rule by rule. Raises Full."""
    parts: dict[type, list[tuple[Any, Question]]] = {}
    for question in questions:
        own = (question, question.known, *question.wordings)
        for part in chain(own, cited(question), references.uses(question)):
            parts.setdefault(type(part), []).append((part, question))
    for tp, found in parts.items():
        for rule in rules.get(tp, ()):
            for part, question in found:
                for finding in rule.find(part, question, bank):
                    _add(rule.code, question, finding, report)


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
                help="name a date question of this bank, or delete it from `landmarks`",
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
