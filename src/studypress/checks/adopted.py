"""Rules that hold adopted questions against the notes that they were read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studypress import codes
from studypress.adopted import FIELDS, Adopted, AdoptedNote
from studypress.bank import Bank
from studypress.decode import meant
from studypress.diagnostics import Code, Report
from studypress.model.question import Question
from studypress.model.wordings import Cloze
from studypress.model.words import Form
from studypress.rules import Finding


def check_adopted(bank: Bank, adopted: Adopted, report: Report) -> None:
    """Fields and several gaps are for questions that were adopted, and their fields are there."""
    by_question = {note.question: note for note in adopted.notes.values()}
    for question in bank.questions.values():
        for code, finding in _faults(question, by_question.get(str(question.id)), adopted):
            place = question.at(*finding.path)
            report.add(code, place, finding.message, help=finding.help)


def _faults(
    question: Question, note: AdoptedNote | None, adopted: Adopted
) -> Iterator[tuple[Code, Finding]]:
    cloze = question.wording(Cloze)
    if cloze and cloze.cloze.more and (note is None or note.form != Form.CLOZE):
        message = f"the cloze text has {len(cloze.cloze.gaps)} gaps, and a card asks for one thing"
        advice = "ask for one of them; write other questions for the others"
        yield codes.BAD_CLOZE, Finding(("cloze",), message, advice)
    if note is not None:
        yield from _field_faults(question, note, adopted.types[note.note_type].fields)
    elif question.fields:
        message = f"`{question.id}` was not adopted from a deck, so it has no fields of its own"
        advice = "delete `fields`, or give the question back the id that it was adopted with"
        yield codes.FIELDS_NOT_ADOPTED, Finding((FIELDS,), message, advice)


def _field_faults(
    question: Question, note: AdoptedNote, known: tuple[str, ...]
) -> Iterator[tuple[Code, Finding]]:
    elsewhere = {name: r.key for name, r in note.readings.items() if r.key != FIELDS}
    times = Counter(field.name.text for field in question.fields)
    for position, field in enumerate(question.fields):
        name = field.name.text
        if name not in known:
            message, advice = f"its note type has no field `{name}`", meant(name, list(known))
        elif name in elsewhere:
            message = f"the field `{name}` already stands under `{elsewhere[name]}`"
            advice = f"delete this line; change `{elsewhere[name]}`"
        elif times[name] > 1:
            message, advice = f"the field `{name}` stands twice", "keep one of the two"
        else:
            continue
        yield codes.UNKNOWN_FIELD, Finding((FIELDS, position), message, advice)
