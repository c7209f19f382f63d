"""How it is asked: the keys of each form. The key that is present decides the form.

What a form does with them stands in `studypress.forms`, one module a form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studypress.decode import key, pair
from studypress.model.words import Form, Gapped, MarkRange, Option, Reference


@dataclass(frozen=True, slots=True)
class Short:
    ask: str = key("the question")


@dataclass(frozen=True, slots=True)
class Choice:
    """Goes with `ask`."""

    wrong: tuple[Option, ...] = key("distractors, one a line; a reason may follow a colon")


@dataclass(frozen=True, slots=True)
class Cloze:
    cloze: Gapped = key("a sentence with one gap in braces")


@dataclass(frozen=True, slots=True)
class TrueFalse:
    statement: str = key("a statement that is true or false")
    statement_is: bool = key("true or false")
    correction: str | None = key("where it is false: what is true instead", default=None)


@dataclass(frozen=True, slots=True)
class Ordering:
    order: tuple[Reference, ...] = key("date questions; the key follows from their dates")


class Matched(StrEnum):
    """What a matching question pairs its questions with."""

    SPEAKER = "speaker"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Matching:
    match: Matched = key("pair quotes with their speakers, or questions with their answers")
    of: tuple[Reference, ...] = key("the questions to be paired")
    spare: Reference | None = key("one more, which pairs with nothing", default=None)


@pair
@dataclass(frozen=True, slots=True)
class LevelOfResponse:
    """Marks, and what an answer at this level does."""

    marks: MarkRange
    answer: str


@dataclass(frozen=True, slots=True)
class Long:
    long: str = key("the question")
    marks: int = key("marks for the whole answer")
    levels: tuple[LevelOfResponse, ...] = key("levels of response, best first", default=())
    indicative: tuple[Reference, ...] = key("questions that hold indicative content", default=())


Wording = Short | Choice | Cloze | TrueFalse | Ordering | Matching | Long

WORDINGS: dict[type[Wording], Form] = {
    Short: Form.SHORT,
    Choice: Form.CHOICE,
    Cloze: Form.CLOZE,
    TrueFalse: Form.TRUE_FALSE,
    Ordering: Form.ORDERING,
    Matching: Form.MATCHING,
    Long: Form.LONG,
}
