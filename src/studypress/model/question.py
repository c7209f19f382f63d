"""A question: what is known, how it is asked, and where it is proved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, TypeVar

from msgspec import Struct

from studypress.decode import Origin, Parts, Variant, pair
from studypress.diagnostics import Pointer, Step
from studypress.model.kinds import KINDS, Known, Occasion
from studypress.model.wordings import WORDINGS, Wording
from studypress.model.words import (
    Citation,
    FieldText,
    Form,
    Format,
    Id,
    Importance,
    Kind,
    Level,
    Reference,
    Rejected,
)

W = TypeVar("W")


@pair
class Allowed(Struct, frozen=True):
    """A warning that is meant, and why."""

    code: str
    reason: str | None = None


class Retired(Struct, frozen=True):
    """A form (or, without one, the whole question) that is asked no more."""

    reason: Annotated[str, "why it was retired"]
    form: Annotated[Form | None, "the form that is retired; without it, the whole question"] = None
    successor: Annotated[Reference | None, "the question that takes its place"] = None


# What people type first, and the key that they mean.
_MISTAKEN: Mapping[str, str] = {
    **dict.fromkeys(("question", "prompt", "stem", "text"), "ask"),
    **dict.fromkeys(("correct", "correct-answer", "date", "number", "right", "solution"), "answer"),
    **dict.fromkeys(("alternatives", "also", "synonyms"), "accept"),
    **dict.fromkeys(("choices", "distractors", "incorrect", "options"), "wrong"),
    **dict.fromkeys(("comment", "explanation", "feedback", "reason"), "why"),
    **dict.fromkeys(("citation", "reference", "references", "source", "sources"), "cite"),
    **dict.fromkeys(("true", "true-false", "is-true"), "statement-is"),
    "category": "tags",
    "difficulty": "level",
    "type": "kind",
}


class Question(Struct, frozen=True, gc=False):
    """One fact, in all the forms in which it is asked."""

    origin: Origin
    id: Annotated[Id, "its identity for ever: small letters, words joined by hyphens"]
    kind: Annotated[Kind | None, "what is known"] = None
    importance: Annotated[Importance, "what to learn first"] = Importance.SUPPORTING
    level: Annotated[Level, "1 recall, 2 explanation, 3 analysis"] = Level.RECALL
    claimed_by: Annotated[str | None, "whose claim it is; every form keeps it"] = None
    when: Annotated[Occasion | None, "when it was: a date, a date question, `not given`"] = None
    accept: Annotated[tuple[str, ...], "other answers that are right"] = ()
    reject: Annotated[tuple[Rejected, ...], "answers to refuse; the reason may follow a colon"] = ()
    cite: Annotated[tuple[Citation, ...], "where it is proved"] = ()
    why: Annotated[str | None, "what one learns from it, in a sentence or two"] = None
    note: Annotated[str | None, "where the text departs from the record, or is damaged"] = None
    after: Annotated[tuple[Reference, ...], "questions to be learned before it"] = ()
    tags: Annotated[tuple[Id, ...], "tags of your own"] = ()
    set: Annotated[Id | None, "questions on one extract: together or not at all"] = None
    allow: Annotated[tuple[Allowed, ...], "warnings that are meant: code, then the reason"] = ()
    retired: Annotated[
        tuple[Retired, ...],
        "what is asked no more: its `reason:`, and `form:` where it is one form",
    ] = ()
    fields: Annotated[
        tuple[FieldText, ...], "other fields of the note that it was adopted from"
    ] = ()
    known: Annotated[Known | None, Variant("kind", KINDS)] = None
    wordings: Annotated[tuple[Wording, ...], Parts(tuple(WORDINGS))] = ()

    mistaken: ClassVar[Mapping[str, str]] = _MISTAKEN

    def __hash__(self) -> int:
        """By the id alone, which no two questions share; what several rules ask is remembered."""
        return hash(self.id.text)

    @property
    def written_forms(self) -> tuple[Form, ...]:
        """The forms that it has keys for, in the order of `Form`, the retired ones too."""
        return tuple([WORDINGS[type(w)] for w in self.wordings])

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that it is asked in."""
        written = self.written_forms
        if not self.retired:
            return written
        return tuple(f for f in written if self.retirement(f) is None)

    def retirement(self, form: Form) -> Retired | None:
        """Why it is asked in a form no more; None where it is."""
        return next((r for r in self.retired if r.form in (None, form)), None)

    def wording(self, tp: type[W]) -> W | None:
        """Its keys of one form, or None where it is not asked so."""
        for wording in self.wordings:
            if isinstance(wording, tp):
                return wording
        return None

    def at(self, *path: Step) -> Pointer:
        """The place of one of its values, for a fault."""
        return Pointer(self.origin.file, self.origin.line, path)


class QuestionFile(Struct, frozen=True):
    """One `questions/<topic>.yaml`."""

    format: Annotated[Format, "the version of the format: 1"]
    topic: Annotated[str, "what the file is about; a tag and a heading"]
    questions: Annotated[tuple[Question, ...], "the questions"] = ()

    mistaken: ClassVar[Mapping[str, str]] = dict.fromkeys(("name", "subject", "title"), "topic")
