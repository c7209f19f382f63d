"""What is known, by kind: the keys that each kind adds to a question, and its answer's type.

Adding a kind: its class here, its word in `words.Kind`, its line in KINDS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from studypress import codes
from studypress.decode import Malformed, key
from studypress.model import dates, numbers
from studypress.model.words import Citation, Judgement, Kind, Reference, Words, is_reference


@dataclass(frozen=True, slots=True)
class Counted:
    """A relative date: from another fact, by the text's own words."""

    from_: Reference = key("the date question that it is counted from")
    shift: dates.Shift = key("the span, as in `2 days`, `about 2 weeks`")


@dataclass(frozen=True, slots=True)
class Occasion:
    """When something was: a date, a question's own event, or `not given`."""

    text: str
    date: dates.Date | None = None
    reference: Reference | None = None

    pattern: ClassVar[str] = r".*\S.*"
    loose: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Occasion:
        """Raises Malformed."""
        if text == "not given":
            return cls(text)
        if is_reference(text):
            return cls(text, reference=Reference.parse(text))
        try:
            return cls(text, date=dates.Date.parse(text))
        except Malformed:
            if re.search(r"\d", text):
                raise
            advice = "write a date, `$` and the id of a date question, or `not given`"
            raise Malformed(codes.BAD_DATE, f"`{text}` is not a date", advice) from None


@dataclass(frozen=True, slots=True)
class Date:
    answer: dates.Date = key("the date as one says it, as in `27 July [1953]`")
    event: str | None = key("its name on timelines and in ordering questions", default=None)
    counted: Counted | None = key("a relative date: what it is counted from", default=None)


@dataclass(frozen=True, slots=True)
class Person:
    answer: Reference = key("`$` and the id of somebody in people.yaml")
    event: str | None = key("what the person did, as the reason of a distractor", default=None)


@dataclass(frozen=True, slots=True)
class Number:
    answer: numbers.Number = key("hedge, value and unit, as in `some 100,000 prisoners`")
    counts: str | None = key("what it counts: its name as another's distractor", default=None)


@dataclass(frozen=True, slots=True)
class Quote:
    words: str = key("the words, as the source has them")
    speaker: Reference = key("`$` and the id of the speaker in people.yaml")
    to: Words | None = key("to whom they were said: a person or words", default=None)


@dataclass(frozen=True, slots=True)
class Place:
    answer: str | None = key("the place", default=None)
    event: str | None = key("what happened there, as the reason of a distractor", default=None)


@dataclass(frozen=True, slots=True)
class Term:
    answer: str | None = key("the term, or what it means", default=None)


@dataclass(frozen=True, slots=True)
class Fact:
    answer: str | None = key("the answer, in a few words", default=None)


@dataclass(frozen=True, slots=True)
class Point:
    """One step of an argument, proved where it stands."""

    point: str = key("the step, in a few words")
    cite: tuple[Citation, ...] = key("where the text says so", default=())


@dataclass(frozen=True, slots=True)
class Objection:
    """What is said against a claim, and what is said back."""

    point: str = key("the objection")
    reply: str | None = key("the answer to it", default=None)
    cite: tuple[Citation, ...] = key("where the text says so", default=())


@dataclass(frozen=True, slots=True)
class MarksFor:
    """Marks for the parts of an argument."""

    reasons: int = key("marks for reasons", default=0)
    support: int = key("marks for support", default=0)
    objections: int = key("marks for objections", default=0)
    concedes: int = key("marks for concessions", default=0)
    limits: int = key("marks for limits", default=0)

    def part(self, name: str) -> int:
        """The marks for one of ARGUMENT_PARTS."""
        marks: int = getattr(self, name)
        return marks


ARGUMENT_PARTS = ("reasons", "support", "objections", "concedes", "limits")


@dataclass(frozen=True, slots=True)
class Argument:
    held_by: str = key("whose argument it is")
    claim: str = key("what is claimed")
    reasons: tuple[Point, ...] = key("why, each proved")
    support: tuple[Point, ...] = key("what backs a reason", default=())
    objections: tuple[Objection, ...] = key("what is said against it, with the reply", default=())
    concedes: tuple[Point, ...] = key("what the holder grants", default=())
    limits: tuple[Point, ...] = key("how far it is meant to reach", default=())
    marks_for: MarksFor | None = key("marks for its parts", default=None)

    def part(self, name: str) -> tuple[Point | Objection, ...]:
        """The steps of one of ARGUMENT_PARTS."""
        steps: tuple[Point | Objection, ...] = getattr(self, name)
        return steps


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared."""

    name: str = key("the text, country or person")
    says: str = key("what it says or does, on the point compared")
    cite: tuple[Citation, ...] = key("where the text says so", default=())


@dataclass(frozen=True, slots=True)
class Comparison:
    sides: tuple[Side, ...] = key("the two sides")
    verdict: Judgement = key("how they stand to each other")


Known = Date | Person | Number | Quote | Place | Term | Fact | Argument | Comparison

KINDS: Mapping[str, type[Known]] = {
    Kind.DATE: Date,
    Kind.PERSON: Person,
    Kind.NUMBER: Number,
    Kind.QUOTE: Quote,
    Kind.PLACE: Place,
    Kind.TERM: Term,
    Kind.FACT: Fact,
    Kind.ARGUMENT: Argument,
    Kind.COMPARISON: Comparison,
}
