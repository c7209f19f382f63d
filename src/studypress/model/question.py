"""A question: what is known, how it is asked, and where it is proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from studypress.decode import Origin, Parts, Variant, beside, key, pair
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
@dataclass(frozen=True, slots=True)
class Allowed:
    """A warning that is meant, and why."""

    code: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Retired:
    """A form (or, without one, the whole question) that is asked no more."""

    reason: str = key("why it was retired")
    form: Form | None = key(
        "the form that is retired; without it, the whole question", default=None
    )
    successor: Reference | None = key("the question that takes its place", default=None)


@dataclass(frozen=True, slots=True)
class Question:
    """One fact, in all the forms in which it is asked."""

    origin: Origin
    id: Id = key("its identity for ever: kebab-case, never reused")
    kind: Kind | None = key("what is known", default=None)
    importance: Importance = key("what to learn first", default=Importance.SUPPORTING)
    level: Level = key("1 recall, 2 explanation, 3 analysis", default=Level.RECALL)
    claimed_by: str | None = key("whose claim it is; every form keeps it", default=None)
    when: Occasion | None = key("when it was: a date, a date question, `not given`", default=None)
    accept: tuple[str, ...] = key("other answers that are right", default=())
    reject: tuple[Rejected, ...] = key(
        "answers to refuse; the reason may follow a colon", default=()
    )
    cite: tuple[Citation, ...] = key("where it is proved", default=())
    why: str | None = key("what one learns from it, in a sentence or two", default=None)
    note: str | None = key("where the text departs from the record, or is damaged", default=None)
    after: tuple[Reference, ...] = key("questions to be learned before it", default=())
    tags: tuple[Id, ...] = key("tags of your own", default=())
    set: Id | None = key("questions on one extract: together or not at all", default=None)
    allow: tuple[Allowed, ...] = key("warnings that are meant: code, then the reason", default=())
    retired: tuple[Retired, ...] = key("what is asked no more, and why", default=())
    fields: tuple[FieldText, ...] = key(
        "other fields of the note that it was adopted from", default=()
    )
    known: Known | None = beside(Variant("kind", KINDS), default=None)
    wordings: tuple[Wording, ...] = beside(Parts(tuple(WORDINGS)), default=())

    def __hash__(self) -> int:
        """By the id alone, which no two questions share; what several rules ask is remembered."""
        return hash(self.id.text)

    @property
    def written_forms(self) -> tuple[Form, ...]:
        """The forms that it has keys for, in the order of `Form`, the retired ones too."""
        return tuple(WORDINGS[type(w)] for w in self.wordings)

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


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """One `questions/<topic>.yaml`."""

    format: Format = key("the version of the format: 1")
    topic: str = key("what the file is about; a tag and a heading")
    questions: tuple[Question, ...] = key("the questions", default=())
