"""What all forms share: an item's citations, labels, tags and the line under its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from studypress.bank import Bank
from studypress.forms.answers import answer_of, as_written, reason_of, words_of
from studypress.forms.citations import citations, shown
from studypress.items import Item, Named, Rejected, Response
from studypress.languages import writing
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.wordings import Choice
from studypress.model.words import Form, Reference, Words

_ANSWERED_BY_NAME = frozenset({Form.SHORT, Form.CHOICE})


class Asked(Struct, frozen=True):
    """What a form adds to a question: the stem, the response, and its marks."""

    form: Form
    stem: str
    response: Response
    marks: int = 1


def item(
    question: Question, bank: Bank, asked: Asked, derived_from: Iterable[Question] = ()
) -> Item:
    """The question in one form. `derived_from` are those that its key follows from."""
    from_where = (question, *derived_from)
    cited = shown(chain.from_iterable(map(citations, from_where)), bank)
    details = [d[:1].upper() + d[1:] for d in _details(question, bank, asked.form)]
    return Item(
        id=question.id.text,
        form=asked.form,
        kind=question.kind,
        stem=asked.stem,
        response=asked.response,
        marks=asked.marks,
        labels=tuple(dict.fromkeys([c.label for c in cited if c.label])),
        citations=cited,
        detail=". ".join(details) or None,
        why=question.why,
        note=question.note,
        importance=question.importance,
        level=question.level,
        topic=bank.topic_tag(question),
        tags=tuple([tag.text for tag in question.tags]),
        days=_days(question),
        named=tuple(_named(r, bank) for r in dict.fromkeys(_references(question, asked.form))),
    )


def _named(reference: Reference, bank: Bank) -> Named:
    words = words_of(Words("", reference), bank), reason_of(reference, bank)
    return Named(reference.id, " · ".join(filter(None, words)))


def _references(question: Question, form: Form) -> Iterator[Reference]:
    """What the author names by `$id` and this form shows."""
    choice = question.wording(Choice)
    if form is Form.CHOICE and choice:
        yield from (o.option.reference for o in choice.wrong if o.option.reference)
    if form not in _ANSWERED_BY_NAME:
        return
    match question.known:
        case kinds.Person(answer=reference):
            yield reference
        case kinds.Quote(speaker=speaker, to=to):
            yield speaker
            said = (to.reference if to else None, question.when and question.when.reference)
            yield from filter(None, said)


def _days(question: Question) -> tuple[int, int] | None:
    known = question.known
    if not isinstance(known, kinds.Date):
        return None
    first, last = known.answer.days
    ends = [day.toordinal() for day in (first, last) if day]
    return (ends[0], ends[-1]) if ends else None


def rejected(question: Question, bank: Bank) -> tuple[Rejected, ...]:
    return tuple(Rejected(as_written(r.answer, question, bank), r.reason) for r in question.reject)


def _details(question: Question, bank: Bank, form: Form) -> Iterator[str]:
    """What belongs to the answer besides its words: whose claim, who that is, said to whom."""
    words = bank.language.cards
    if question.claimed_by:
        yield words.claimed_by.format(question.claimed_by)
    known = question.known
    if form not in _ANSWERED_BY_NAME:
        return
    if isinstance(known, kinds.Person):
        person = bank.person(known.answer)
        if person and person.role:
            yield person.role
    if isinstance(known, kinds.Quote):
        if known.to:
            yield words.said_to.format(words_of(known.to, bank))
        if question.when and question.when.text == "not given":
            yield words.date_not_given
        elif question.when:
            yield _occasion(question, bank)


def _occasion(question: Question, bank: Bank) -> str:
    when = question.when
    if when is None or when.reference is None:
        return writing.date(when.text, bank.language) if when else ""
    named = bank.question(when.reference)
    dated = isinstance(named.known, kinds.Date) if named else False
    return (answer_of(named, bank) or "") if named and dated else when.text
