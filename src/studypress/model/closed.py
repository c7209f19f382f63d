"""Words of closed sets: what the command line, too, has to know of the format."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What is known. It fixes the type of the answer."""

    DATE = "date"
    PERSON = "person"
    NUMBER = "number"
    QUOTE = "quote"
    PLACE = "place"
    TERM = "term"
    FACT = "fact"
    ARGUMENT = "argument"
    COMPARISON = "comparison"


class Form(StrEnum):
    """How it is asked."""

    SHORT = "short"
    CHOICE = "choice"
    CLOZE = "cloze"
    TRUE_FALSE = "true-false"
    ORDERING = "ordering"
    MATCHING = "matching"
    LONG = "long"


class Importance(StrEnum):
    """What to learn first; not how hard it is."""

    CORE = "core"
    SUPPORTING = "supporting"
    DETAIL = "detail"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {importance: rank for rank, importance in enumerate(Importance)}


class Level(StrEnum):
    """What a question asks of the mind; not how important it is."""

    RECALL = "1"
    EXPLANATION = "2"
    ANALYSIS = "3"
