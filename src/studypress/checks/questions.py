"""Rules over one question, whatever its forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.codes.table import BY_ID
from studypress.diagnostics import Label, Severity
from studypress.model import kinds, wordings
from studypress.model.question import Question
from studypress.rules import Finding, Rule

Derived = wordings.Ordering | wordings.Matching | wordings.Long


def is_derived(question: Question) -> bool:
    """Whether its key follows from other questions."""
    return any(isinstance(w, Derived) for w in question.wordings)


def _no_form(_: Question, question: Question, bank: Bank) -> Iterator[Finding]:
    if not question.wordings:
        advice = "add `ask`, `cloze` or `statement`; see the README's table of forms"
        yield Finding((), f"`{question.id}` asks nothing", advice)


def _no_kind(_: Question, question: Question, bank: Bank) -> Iterator[Finding]:
    if question.wordings and question.kind is None and not is_derived(question):
        yield Finding((), f"`{question.id}` has no `kind`", "add `kind:`, as in `kind: date`")


def _kind_not_needed(derived: Derived, question: Question, bank: Bank) -> Iterator[Finding]:
    if question.kind or len(question.wordings) > 1:
        message = "an ordering, matching or long question has no kind and no second form"
        path = ("kind",) if question.kind else ()
        yield Finding(path, message, "delete `kind`, or write two questions")


def _shift(known: kinds.Date, question: Question, bank: Bank) -> Iterator[Finding]:
    if known.counted is None:
        return
    start = bank.question(known.counted.from_)
    if start is None or not isinstance(start.known, kinds.Date):
        return
    reached = start.known.answer.shifted(known.counted.shift)
    if not reached.overlaps(known.answer.days):
        said = f"{known.counted.shift.text} from {start.known.answer.text}"
        message = f"{said} is not {known.answer.text}"
        label = Label(start.at("answer"), "counted from here")
        yield Finding(("counted", "shift"), message, "correct the one that is wrong", (label,))


def _allowance(_: Question, question: Question, bank: Bank) -> Iterator[Finding]:
    for position, allowed in enumerate(question.allow):
        code = BY_ID.get(allowed.code)
        if code is None:
            message = f"there is no code `{allowed.code}`"
            yield Finding(
                ("allow", position), message, "write a code such as `Q401` and the reason"
            )
        elif code.severity is Severity.ERROR:
            message = f"`{allowed.code}` is an error, and errors cannot be allowed"
            yield Finding(("allow", position), message, "mend what it reports")
        elif not allowed.reason:
            message = "the allowance has no reason"
            yield Finding(("allow", position), message, f"write `{allowed.code}: ` and the reason")


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.NO_FORM, Question, _no_form),
    Rule(codes.NO_KIND, Question, _no_kind),
    Rule(codes.KIND_NOT_NEEDED, wordings.Ordering, _kind_not_needed),
    Rule(codes.KIND_NOT_NEEDED, wordings.Matching, _kind_not_needed),
    Rule(codes.KIND_NOT_NEEDED, wordings.Long, _kind_not_needed),
    Rule(codes.SHIFT_DISAGREES, kinds.Date, _shift),
    Rule(codes.BAD_ALLOWANCE, Question, _allowance),
)
