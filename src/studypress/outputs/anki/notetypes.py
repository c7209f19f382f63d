"""The note types of a deck: fixed for ever, so that a corrected deck updates what students have.

Anki updates no note of a type whose fields or templates were added, removed or reordered. So every
type has its fields in final order, fields for what cards may show later (a picture, a link
for reports), and spare ones. A later feature fills or renames a
field: its `id` tells Anki that it is still the same one. So no id here ever changes.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct


class Field(Struct, frozen=True):
    """A field; `flags` are the editor's options that are on. Ids differ within a note type."""

    name: str
    id: int
    flags: tuple[str, ...] = ()


class NoteType(Struct, frozen=True):
    """A note type with one template; templates/`name`.front.html and .back.html show it."""

    name: str
    template_id: int
    fields: tuple[Field, ...]
    sort_field: str = "Question"
    gapped: str | None = None

    @property
    def signature(self) -> str:
        """A hash of what may never change: the ids of fields and template, in order.

        A field may be renamed: its id tells Anki that it is still the same one.
        """
        ids = [self.template_id, *(field.id for field in self.fields)]
        return hashlib.sha256(repr(ids).encode()).hexdigest()[:16]


_TYPED = ("plainText",)
_FOLDED = ("collapsed",)

ID = Field("Id", 1001, _TYPED)
QUESTION = Field("Question", 1002)
LABEL = Field("Label", 1003)
ANSWER = Field("Answer", 1004)
DETAIL = Field("Detail", 1005)
ALSO = Field("Also", 1006)
NOT = Field("Not", 1007)
HOLDER = Field("Holder", 1008)
WHY = Field("Why", 1009)
NOTE = Field("Note", 1010)
SOURCE = Field("Source", 1011)
SENTENCE = Field("Sentence", 1012)
OPTIONS = Field("Options", 1013)
EXPLAINED = Field("Explained", 1014)
KEY = Field("Key", 1015)
CORRECTION = Field("Correction", 1016)
CLAIM = Field("Claim", 1017)
REASONS = Field("Reasons", 1018)
SUPPORT = Field("Support", 1019)
OBJECTIONS = Field("Objections", 1020)
CONCEDES = Field("Concedes", 1021)
LIMITS = Field("Limits", 1022)
SIDE_1 = Field("Side 1", 1023)
SIDE_1_SAYS = Field("Side 1 says", 1024)
SIDE_1_SOURCE = Field("Side 1 source", 1025)
SIDE_2 = Field("Side 2", 1026)
SIDE_2_SAYS = Field("Side 2 says", 1027)
SIDE_2_SOURCE = Field("Side 2 source", 1028)
VERDICT = Field("Verdict", 1029)
PICTURE = Field("Picture", 1030, _FOLDED)
TIMELINE = Field("Timeline", 1031, _FOLDED)
REPORT = Field("Report", 1032, _FOLDED)
KIND = Field("Kind", 1033, (*_FOLDED, *_TYPED))
FORM = Field("Form", 1034, (*_FOLDED, *_TYPED))
RETIRED = Field("Retired", 1035, _FOLDED)
SPARES = tuple(Field(f"Spare {n}", 1035 + n, _FOLDED) for n in range(1, 6))

_REASONED = (WHY, NOTE, SOURCE)
_ALWAYS = (PICTURE, TIMELINE, REPORT, KIND, FORM, RETIRED, *SPARES)

NOTE_TYPES = {
    note_type.name: note_type
    for note_type in (
        NoteType(
            "question",
            2001,
            (ID, QUESTION, LABEL, ANSWER, DETAIL, HOLDER, ALSO, NOT, *_REASONED, *_ALWAYS),
        ),
        NoteType(
            "cloze",
            2002,
            (ID, SENTENCE, LABEL, DETAIL, HOLDER, ALSO, NOT, *_REASONED, *_ALWAYS),
            sort_field="Sentence",
            gapped="Sentence",
        ),
        NoteType(
            "choice",
            2003,
            (
                *(ID, QUESTION, LABEL, OPTIONS, KEY, ANSWER, CORRECTION, EXPLAINED, DETAIL, HOLDER),
                *_REASONED,
                *_ALWAYS,
            ),
        ),
        NoteType(
            "argument",
            2004,
            (
                *(ID, QUESTION, LABEL, HOLDER, CLAIM),
                *(REASONS, SUPPORT, OBJECTIONS, CONCEDES, LIMITS, DETAIL),
                *_REASONED,
                *_ALWAYS,
            ),
        ),
        NoteType(
            "comparison",
            2005,
            (
                *(ID, QUESTION, LABEL, SIDE_1, SIDE_1_SAYS, SIDE_1_SOURCE),
                *(SIDE_2, SIDE_2_SAYS, SIDE_2_SOURCE, VERDICT, DETAIL),
                *_REASONED,
                *_ALWAYS,
            ),
        ),
    )
}
