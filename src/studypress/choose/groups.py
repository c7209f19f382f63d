"""The places of a paper's sections, by purpose, and the questions for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from studypress.choose.places import Purpose, plain
from studypress.choose.requirements import Request, Requirement, Together
from studypress.filters import counts_for
from studypress.model.question import Question
from studypress.model.words import Form

_OF_SEVERAL_FACTS = frozenset({Form.ORDERING, Form.MATCHING})


class Group(Struct, frozen=True):
    """Places of a section with one purpose, and the questions for them, the preferred first.

    `of_section` says that these are all its places, for anything: so that its quotas are for the
    search to keep. `whole` says that no question was left out.
    """

    section: int
    places: int
    questions: tuple[Question, ...]
    of_section: bool
    whole: bool = True


Purposes = Mapping[Purpose, int]


def groups(
    request: Request, requirements: Collection[Requirement], purposes: Mapping[int, Purposes]
) -> tuple[Group, ...]:
    """Those of every section in `purposes`, in the order in which they choose.

    Sections whose questions ask several facts at once choose last: one of these stands in the way
    of many, and so that none of these many is displaced where one more is written.
    """
    sections = request.quiz.sections
    order = sorted(purposes, key=lambda number: sections[number].form in _OF_SEVERAL_FACTS)
    return tuple(
        Group(
            number,
            places,
            _questions(request, requirements, number, purpose),
            of_section=purposes[number] == plain(sections[number]),
        )
        for number in order
        for purpose, places in purposes[number].items()
    )


def _questions(
    request: Request, requirements: Collection[Requirement], section: int, purpose: Purpose
) -> tuple[Question, ...]:
    """What there is for places of a section; a set is there as a whole or not at all."""
    bank = request.supply.bank
    fit = [
        q
        for q in request.drawable[section]
        if all(counts_for(q, quota, bank) for quota in purpose.of)
        and not any(counts_for(q, quota, bank) for quota in purpose.without)
        and not request.out(q, requirements)
    ]
    if not request.supply.sets:
        return tuple(fit)
    there = {str(q.id) for q in fit}
    split = {
        n for n, m in request.supply.sets.items() if Together(n) in requirements and not m <= there
    }
    return tuple(q for q in fit if str(q.set) not in split)


def narrowed(group: Group) -> Group:
    """Only its first questions, beyond which a paper will hardly ever go; sets as a whole."""
    questions = group.questions
    end = min(3 * group.places + 20, len(questions))
    while end < len(questions) and questions[end].set in {questions[end - 1].set} - {None}:
        end += 1
    if end == len(questions):
        return group
    return replace(group, questions=questions[:end], whole=False)
