"""What a question's answer is, as words: the same for every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import assert_never

from studypress.bank import Bank
from studypress.languages import Language, writing
from studypress.model import dates, kinds, numbers
from studypress.model.question import Question
from studypress.model.supplied import plain
from studypress.model.wordings import Choice
from studypress.model.words import Option, Reference, Words

Value = dates.Date | numbers.Number


def value_of(question: Question) -> Value | None:
    """The answer as a date or number, where it is one: such options stand in ascending order."""
    known = question.known
    return known.answer if isinstance(known, kinds.Date | kinds.Number) else None


_WRITING: Mapping[type, Callable[[str, Language], str]] = {
    kinds.Date: writing.date,
    kinds.Number: writing.figures,
}


def as_written(text: str, question: Question, bank: Bank) -> str:
    """An answer to this question, right or wrong, as the bank's language writes it."""
    write = _WRITING.get(type(question.known))
    return write(text, bank.language) if write else text


def name_of(reference: Reference, bank: Bank) -> str:
    """A person's name as shown; the id of somebody who is not in the bank."""
    person = bank.person(reference)
    return person.name if person else reference.id


def answer_of(question: Question, bank: Bank) -> str | None:
    """The answer in words, brackets and hedges kept; None where it is a structure, or not given."""
    match question.known:
        case kinds.Date(answer=answer) | kinds.Number(answer=answer):
            return as_written(answer.text, question, bank)
        case kinds.Person(answer=reference) | kinds.Quote(speaker=reference):
            return name_of(reference, bank)
        case kinds.Place(answer=text) | kinds.Term(answer=text) | kinds.Fact(answer=text):
            return text
        case kinds.Argument() | kinds.Comparison() | None:
            return None
        case _ as never:
            assert_never(never)


def variants_of(question: Question, bank: Bank) -> tuple[str, ...]:
    """Other answers that are right: what the author accepts, and a person's other names."""
    known = question.known
    if isinstance(known, kinds.Person | kinds.Quote):
        reference = known.answer if isinstance(known, kinds.Person) else known.speaker
        person = bank.person(reference)
        return (*(person.names[1:] if person else ()), *question.accept)
    return accepted(question, bank)


def accepted(question: Question, bank: Bank) -> tuple[str, ...]:
    """What the author accepts besides the answer, in every form."""
    return tuple(as_written(text, question, bank) for text in question.accept)


def words_of(words: Words, bank: Bank) -> str:
    """Words as an option or a label shows them; a reference becomes its answer or name."""
    if words.reference is None:
        return words.text
    question = bank.question(words.reference)
    if question is not None:
        return plain(answer_of(question, bank) or words.text)
    return name_of(words.reference, bank)


@lru_cache(maxsize=128)  # several rules ask for them in turn
def distractors(question: Question, bank: Bank) -> tuple[str, ...]:
    """The texts of its distractors; none for a question that is not asked as a choice."""
    wording = question.wording(Choice)
    return tuple(option_of(o, question, bank) for o in wording.wrong) if wording else ()


def option_of(option: Option, question: Question, bank: Bank) -> str:
    """A distractor as its question shows it."""
    return plain(as_written(words_of(option.option, bank), question, bank))


def reason_of(reference: Reference, bank: Bank) -> str | None:
    """Why a distractor that is another fact is wrong: what it is the answer to."""
    question = bank.question(reference)
    if question is None:
        person = bank.person(reference)
        return person.role if person else None
    match question.known:
        case kinds.Date(event=name) | kinds.Person(event=name) | kinds.Place(event=name):
            return name
        case kinds.Number(counts=name):
            return name
        case _:
            return None
