"""What a package holds, read and made safe: notes, cards, note types and decks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Refused(Exception):
    """A package that cannot be adopted, and why, in one line for people."""


class FoundCard(Struct, frozen=True):
    """A card: the number of its template or gap, its row, its deck's id, and its place among new
    cards (None where it is not known)."""

    row: int
    note: int
    ordinal: int
    deck: int
    position: int | None
    is_new: bool


class FoundNote(Struct, frozen=True):
    """A note: its fields in Anki's HTML, in the order of its note type, whose id is given."""

    row: int
    guid: str
    note_type: int
    modified: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


class FoundType(Struct, frozen=True):
    """A note type in Anki's JSON, and when it last changed."""

    stated: Mapping[str, Any]
    modified: int


class FoundDeck(Struct, frozen=True):
    """A deck; a filtered one only lends cards of others."""

    name: str
    description: str
    is_markdown: bool
    is_filtered: bool = False
    has_options: bool = False


class Found(Struct, frozen=True):
    """All that a collection holds; note types and decks by id."""

    notes: tuple[FoundNote, ...]
    cards: tuple[FoundCard, ...]
    types: Mapping[int, FoundType]
    decks: Mapping[int, FoundDeck]
    reviews: int
    notes_in_all: int
