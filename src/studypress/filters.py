"""Which questions a definition may take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from studypress.bank import Bank
from studypress.forms.citations import citations
from studypress.model import wordings
from studypress.model.definitions import Filter, Quota
from studypress.model.question import Question


def facts_of(question: Question) -> frozenset[str]:
    """The ids of the facts that a question asks: its own, or those that its key is derived from."""
    return frozenset((question.id.text, *_derived_from(question)))


def _derived_from(question: Question) -> list[str]:
    named: list[str] = []
    for wording in question.wordings:
        if isinstance(wording, wordings.Ordering):
            named += [r.id for r in wording.order]
        elif isinstance(wording, wordings.Matching):
            named += [r.id for r in wording.of]
    return named


def texts_of(question: Question, bank: Bank) -> frozenset[str]:
    """Keys of the texts that a question cites, itself or through what it is derived from."""
    long = question.wording(wordings.Long)
    named = [*_derived_from(question), *(r.id for r in (long.indicative if long else ()))]
    members = (bank.questions[name] for name in named if name in bank.questions)
    cited = chain.from_iterable(map(citations, (question, *members)))
    return frozenset([c.place.text for c in cited if c.place.text])


def passing(questions: Iterable[Question], wanted: Filter, bank: Bank) -> Iterator[Question]:
    """The questions that pass every part of a filter; an empty part lets all pass."""
    if wanted == _ALL:
        return iter(questions)
    return (question for question in questions if passes(question, wanted, bank))


def passes(question: Question, wanted: Filter, bank: Bank) -> bool:
    """Whether a question passes every part of a filter; an empty part lets all pass."""
    return (
        (not wanted.kind or question.kind in wanted.kind)
        and (not wanted.importance or question.importance in wanted.importance)
        and (not wanted.level or question.level in wanted.level)
        and (not wanted.ids or question.id.text in {r.id for r in wanted.ids})
        and (not wanted.topic or bank.topic(question) in wanted.topic)
        and (not wanted.tag or not _tags(question, bank).isdisjoint(map(str, wanted.tag)))
        and (not wanted.text or not texts_of(question, bank).isdisjoint(map(str, wanted.text)))
    )


_ALL = Filter()


def _tags(question: Question, bank: Bank) -> set[str]:
    return {*map(str, question.tags), bank.topic_tag(question)}


def counts_for(question: Question, quota: Quota, bank: Bank) -> bool:
    """Whether a question is one of those that a quota counts."""
    return (
        (quota.kind is None or question.kind is quota.kind)
        and (quota.level is None or question.level is quota.level)
        and (quota.importance is None or question.importance is quota.importance)
        and (quota.tag is None or str(quota.tag) in _tags(question, bank))
        and (quota.text is None or str(quota.text) in texts_of(question, bank))
    )
