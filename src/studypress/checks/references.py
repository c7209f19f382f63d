"""Rules over references: they lead somewhere, to something of the right kind, still in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from studypress import codes
from studypress.bank import Bank
from studypress.decode import meant
from studypress.diagnostics import Label, Pointer, Step
from studypress.lookalikes import skeleton
from studypress.model import kinds, wordings
from studypress.model.question import Question
from studypress.model.words import Kind, Reference
from studypress.rules import Finding, Rule

PERSON = "person in people.yaml"
_ANY = frozenset(Kind)


class Use(NamedTuple):
    """A reference, where it stands, and what it may lead to: kinds of questions, or a person."""

    path: tuple[Step, ...]
    reference: Reference
    leads_to: frozenset[str]


_PEOPLE, _DATES = frozenset({PERSON}), frozenset({Kind.DATE})


def uses(question: Question) -> Iterator[Use]:
    """Every reference in a question."""
    for part in (question.known, *question.wordings):
        if find := _USES.get(type(part)):
            yield from find(part, question)
    if question.when and question.when.reference:
        yield Use(("when",), question.when.reference, _DATES)
    for position, reference in enumerate(question.after):
        yield Use(("after", position), reference, _ANY)
    for position, retired in enumerate(question.retired):
        if retired.successor:
            yield Use(("retired", position, "successor"), retired.successor, _ANY)


def _of_person(known: kinds.Person, question: Question) -> Iterator[Use]:
    yield Use(("answer",), known.answer, _PEOPLE)


def _of_quote(known: kinds.Quote, question: Question) -> Iterator[Use]:
    yield Use(("speaker",), known.speaker, _PEOPLE)
    if known.to and known.to.reference:
        yield Use(("to",), known.to.reference, _PEOPLE)


def _of_date(known: kinds.Date, question: Question) -> Iterator[Use]:
    if known.counted:
        yield Use(("counted", "from"), known.counted.from_, _DATES)


def _of_choice(choice: wordings.Choice, question: Question) -> Iterator[Use]:
    leads_to = _options_of(question)
    for position, option in enumerate(choice.wrong):
        if option.option.reference:
            yield Use(("wrong", position), option.option.reference, leads_to)


def _of_ordering(ordering: wordings.Ordering, question: Question) -> Iterator[Use]:
    for position, reference in enumerate(ordering.order):
        yield Use(("order", position), reference, _DATES)


def _of_matching(matching: wordings.Matching, question: Question) -> Iterator[Use]:
    speaker = matching.match is wordings.Matched.SPEAKER
    for position, reference in enumerate(matching.of):
        yield Use(("of", position), reference, frozenset({Kind.QUOTE}) if speaker else _ANY)
    if matching.spare:
        yield Use(("spare",), matching.spare, _PEOPLE if speaker else _ANY | _PEOPLE)


def _of_long(long: wordings.Long, question: Question) -> Iterator[Use]:
    for position, reference in enumerate(long.indicative):
        yield Use(("indicative", position), reference, _ANY)


_USES: Mapping[type, Callable[[Any, Question], Iterator[Use]]] = {
    kinds.Person: _of_person,
    kinds.Quote: _of_quote,
    kinds.Date: _of_date,
    wordings.Choice: _of_choice,
    wordings.Ordering: _of_ordering,
    wordings.Matching: _of_matching,
    wordings.Long: _of_long,
}


def _options_of(question: Question) -> frozenset[str]:
    """What a distractor may be: something of the answer's own kind."""
    if question.kind in (Kind.PERSON, Kind.QUOTE):
        return frozenset({PERSON, Kind.PERSON, Kind.QUOTE})
    return frozenset({question.kind}) if question.kind else _ANY


def _unknown(use: Use, question: Question, bank: Bank) -> Iterator[Finding]:
    name = use.reference.id
    if name not in bank.questions and name not in bank.people and name not in bank.uncertain:
        known = [*bank.people] if use.leads_to == _PEOPLE else [*bank.questions, *bank.people]
        advice = meant(name, known, otherwise=_ids(use))
        yield Finding(use.path, f"`${name}` is neither a question nor a person", advice)


def _ids(use: Use) -> str:
    if use.leads_to == _PEOPLE:
        return "write the id of somebody in people.yaml, or add the person there"
    return "write the id of a question in questions/, or of somebody in people.yaml"


def _of_other_kind(use: Use, question: Question, bank: Bank) -> Iterator[Finding]:
    found = _kind_of(use.reference, bank)
    if found is not None and found not in use.leads_to:
        wanted = " or ".join(sorted(use.leads_to)) if len(use.leads_to) < 4 else "question"
        message = f"`${use.reference.id}` is a {found}, and a {wanted} is wanted here"
        yield Finding(use.path, message, f"name a {wanted}")


def _kind_of(reference: Reference, bank: Bank) -> str | None:
    if reference.id in bank.people:
        return PERSON
    question = bank.question(reference)
    if question is None:
        return None
    return question.kind.value if question.kind else "derived question"


def _retired(use: Use, question: Question, bank: Bank) -> Iterator[Finding]:
    other = bank.question(use.reference)
    if other and any(r.form is None for r in other.retired):
        label = Label(other.at("retired"), "retired here")
        message = f"`${other.id}` is retired"
        yield Finding(use.path, message, "name another question, or leave it out", (label,))


def circles(bank: Bank) -> Iterator[tuple[Question, Finding]]:
    """Each circle of `after` once, at the question with the first id of it."""
    state: dict[str, int] = {}  # 1: on the way, 2: done
    for start in bank.questions:
        trail: list[str] = []
        stack = [(start, iter(_after(start, bank)))]
        while stack:
            name, following = stack[-1]
            if state.get(name) is None:
                state[name] = 1
                trail.append(name)
            step = next((n for n in following if state.get(n) != 2), None)
            if step is None:
                stack.pop()
                if state[name] == 1:
                    state[name] = 2
                    trail.pop()
            elif state.get(step) == 1:
                yield _circle(trail[trail.index(step) :], bank)
            else:
                stack.append((step, iter(_after(step, bank))))


def _after(name: str, bank: Bank) -> list[str]:
    return [r.id for r in bank.questions[name].after if r.id in bank.questions]


def _circle(names: list[str], bank: Bank) -> tuple[Question, Finding]:
    first = names.index(min(names))
    shown = " after ".join(f"`{n}`" for n in [*names[first:], *names[:first], names[first]])
    message = f"these come after each other: {shown}"
    return bank.questions[min(names)], Finding(("after",), message, "take one of the steps away")


def _shared(_: Question, question: Question, bank: Bank) -> Iterator[Finding]:
    person = bank.people.get(str(question.id))
    if person:
        label = Label(Pointer(*person.origin, ("id",)), "the person")
        message = f"the id `{question.id}` is already a person's"
        yield Finding(("id",), message, "give the question another id", (label,))


def lookalikes(bank: Bank) -> Iterator[tuple[Question, Finding]]:
    """Each question whose id looks like that of one before it."""
    first: dict[str, Question] = {}
    for name, question in bank.questions.items():
        other = first.setdefault(skeleton(name), question)
        if other is not question:
            message = f"the id `{name}` looks like `{other.id}`"
            label = Label(other.at("id"), "this one")
            advice = "give one of them an id that cannot be taken for the other"
            yield question, Finding(("id",), message, advice, (label,))


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.UNKNOWN_REFERENCE, Use, _unknown),
    Rule(codes.WRONG_REFERENCE, Use, _of_other_kind),
    Rule(codes.RETIRED_REFERENCE, Use, _retired),
    Rule(codes.SHARED_ID, Question, _shared),
)
