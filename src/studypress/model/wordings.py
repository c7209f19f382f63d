"""How it is asked: the keys of each form. The key that is present decides the form.

What a form does with them stands in `studypress.forms`, one module a form.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from studypress.decode import pair
from studypress.model.words import Form, Gapped, Option, Range, Reference


class Short(Struct, frozen=True, gc=False):
    """The student writes or recalls the answer."""

    ask: Annotated[str, "the question"]


class Choice(Struct, frozen=True, gc=False):
    """Goes with `ask`."""

    wrong: Annotated[
        tuple[Option, ...], "distractors of an `ask`, one a line; a reason may follow a colon"
    ]


class Cloze(Struct, frozen=True, gc=False):
    """The student fills the one gap of a sentence."""

    cloze: Annotated[Gapped, "a sentence with one gap in braces"]


class TrueFalse(Struct, frozen=True, gc=False):
    """The student judges a statement, and corrects a false one."""

    statement: Annotated[str, "a statement that is true or false"]
    statement_is: Annotated[bool, "true or false"]
    correction: Annotated[str | None, "where it is false: what is true instead"] = None


class Ordering(Struct, frozen=True):
    """The student puts events in order."""

    order: Annotated[tuple[Reference, ...], "date questions; the key follows from their dates"]


class Matched(StrEnum):
    """What a matching question pairs its questions with."""

    SPEAKER = "speaker"
    ANSWER = "answer"


class Matching(Struct, frozen=True):
    """The student pairs prompts with answers."""

    match: Annotated[Matched, "pair quotes with their speakers, or questions with their answers"]
    of: Annotated[tuple[Reference, ...], "the questions to be paired"]
    spare: Annotated[Reference | None, "one more, which pairs with nothing"] = None


@pair
class LevelOfResponse(Struct, frozen=True):
    """Marks, and what an answer at this level does."""

    marks: Range
    answer: str


class Long(Struct, frozen=True):
    """The student writes at length, and is marked by levels of response."""

    long: Annotated[str, "the question"]
    marks: Annotated[int, "marks for the whole answer"]
    levels: Annotated[tuple[LevelOfResponse, ...], "levels of response, best first"] = ()
    indicative: Annotated[tuple[Reference, ...], "questions that hold indicative content"] = ()


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
