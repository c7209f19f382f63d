"""What is known, by kind: the keys that each kind adds to a question, and its answer's type.

Adding a kind: its class here, its word in `words.Kind`, its line in KINDS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed
from studypress.model import dates, numbers
from studypress.model.words import Citation, Kind, Reference, Words, is_reference


class Counted(Struct, frozen=True):
    """A relative date: from another fact, by the text's own words."""

    from_: Annotated[Reference, "the date question that it is counted from"]
    shift: Annotated[dates.Shift, "the span, as in `2 days`, `about 2 weeks`"]


class Occasion(Struct, frozen=True):
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


class Date(Struct, frozen=True, gc=False):
    """When something was."""

    answer: Annotated[dates.Date, "the date as one says it, as in `27 July [1953]`"]
    event: Annotated[str | None, "its name on timelines and in ordering questions"] = None
    counted: Annotated[Counted | None, "a relative date: what it is counted from"] = None


class Person(Struct, frozen=True, gc=False):
    """Who did or was something."""

    answer: Annotated[Reference, "`$` and the id of somebody in people.yaml"]
    event: Annotated[str | None, "what the person did, as the reason of a distractor"] = None


class Number(Struct, frozen=True, gc=False):
    """How many, how much, how long."""

    answer: Annotated[numbers.Number, "hedge, value and unit, as in `some 100,000 prisoners`"]
    counts: Annotated[str | None, "what it counts: its name as another's distractor"] = None


class Quote(Struct, frozen=True, gc=False):
    """Who said it, and to whom."""

    words: Annotated[str, "the words, as the source has them"]
    speaker: Annotated[Reference, "`$` and the id of the speaker in people.yaml"]
    to: Annotated[Words | None, "to whom they were said: a person or words"] = None


class Place(Struct, frozen=True, gc=False):
    """Where something was."""

    answer: Annotated[str | None, "the place"] = None
    event: Annotated[str | None, "what happened there, as the reason of a distractor"] = None


class Term(Struct, frozen=True, gc=False):
    """What something is called, or what a word means."""

    answer: Annotated[str | None, "the term, or what it means"] = None


class Fact(Struct, frozen=True, gc=False):
    """Anything else that has an answer of a few words."""

    answer: Annotated[str | None, "the answer, in a few words"] = None


class Point(Struct, frozen=True, gc=False):
    """One point of an argument, proved where it stands."""

    point: Annotated[str, "the step, in a few words"]
    cite: Annotated[tuple[Citation, ...], "where the text says so"] = ()


class Objection(Struct, frozen=True, gc=False):
    """What is said against a claim, and what is said back."""

    point: Annotated[str, "the objection"]
    reply: Annotated[str | None, "the answer to it"] = None
    cite: Annotated[tuple[Citation, ...], "where the text says so"] = ()


class MarksFor(Struct, frozen=True):
    """Marks for the parts of an argument."""

    reasons: Annotated[int, "marks for reasons"] = 0
    support: Annotated[int, "marks for support"] = 0
    objections: Annotated[int, "marks for objections"] = 0
    concedes: Annotated[int, "marks for concessions"] = 0
    limits: Annotated[int, "marks for limits"] = 0

    def part(self, name: str) -> int:
        """The marks for one of ARGUMENT_PARTS."""
        marks: int = getattr(self, name)
        return marks


ARGUMENT_PARTS = ("reasons", "support", "objections", "concedes", "limits")


class Argument(Struct, frozen=True, gc=False):
    """What somebody claims, on what it rests, and what is said against it."""

    held_by: Annotated[str, "whose argument it is"]
    claim: Annotated[str, "what is claimed"]
    reasons: Annotated[tuple[Point, ...], "why, each proved"]
    support: Annotated[tuple[Point, ...], "what backs a reason"] = ()
    objections: Annotated[tuple[Objection, ...], "what is said against it, with the reply"] = ()
    concedes: Annotated[tuple[Point, ...], "what the holder grants"] = ()
    limits: Annotated[tuple[Point, ...], "how far it is meant to reach"] = ()
    marks_for: Annotated[MarksFor | None, "marks for its parts"] = None

    def part(self, name: str) -> tuple[Point | Objection, ...]:
        """The points of one of ARGUMENT_PARTS."""
        points: tuple[Point | Objection, ...] = getattr(self, name)
        return points


class Side(Struct, frozen=True, gc=False):
    """One of the two that are compared."""

    name: Annotated[str, "the text, country or person"]
    says: Annotated[str, "what it says or does, on the point compared"]
    cite: Annotated[tuple[Citation, ...], "where the text says so"] = ()


class Verdict(StrEnum):
    """How two sides stand to each other."""

    AGREE = "agree"
    DIFFER = "differ"
    CONTRADICT = "contradict"
    ONLY_APPARENT = "only apparent"
    ONE_IS_SILENT = "one is silent"


class Comparison(Struct, frozen=True, gc=False):
    """What two sides hold, and how they stand to each other."""

    sides: Annotated[tuple[Side, ...], "the two sides"]
    verdict: Annotated[Verdict, "how they stand to each other"]


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
