"""Command words: what a question asks a student to do, as examination boards use them.

Where an answer is marked or filled in, the instruction of its form says what to do.
"""

from __future__ import annotations

from enum import StrEnum

from studypress.items import Essay, Item, Outline, Sides, Written
from studypress.languages.catalogue import PaperWords
from studypress.model.words import Level


class Command(StrEnum):
    """Keys of the catalogue's command words and instructions."""

    STATE = "state"
    EXPLAIN = "explain"
    ANALYSE = "analyse"
    COMPARE = "compare"
    ASSESS = "assess"


def command(item: Item, words: PaperWords) -> Command | None:
    """By the shape of the answer and the level of the question; none where the stem says it."""
    first_word = item.stem.split(" ", 1)[0]
    if first_word in words.commands.values():
        return None
    match item.response:
        case Written():
            return Command.STATE
        case Outline():
            return Command.ANALYSE if item.level is Level.ANALYSIS else Command.EXPLAIN
        case Sides():
            return Command.COMPARE
        case Essay():
            return Command.ASSESS
        case _:
            return None
