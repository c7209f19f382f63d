"""What a package holds, read and made safe: notes, cards, note types and decks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class Refused(Exception):
    """A package that cannot be adopted, and why, in one line for people."""


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card: the number of its template or gap, its row, its deck's id, and its place among new
    cards (None where it is not known)."""

    row: int
    note: int
    ordinal: int
    deck: int
    position: int | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class FoundNote:
    row: int
    guid: str
    note_type: int
    modified: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundType:
    """A note type in Anki's JSON, and when it last changed."""

    stated: Mapping[str, Any]
    modified: int


@dataclass(frozen=True, slots=True)
class FoundDeck:
    """A deck; a filtered one only lends cards of others."""

    name: str
    description: str
    is_markdown: bool
    is_filtered: bool = False
    has_options: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """All that a collection holds; note types and decks by id."""

    notes: tuple[FoundNote, ...]
    cards: tuple[FoundCard, ...]
    types: Mapping[int, FoundType]
    decks: Mapping[int, FoundDeck]
    reviews: int
    notes_in_all: int
