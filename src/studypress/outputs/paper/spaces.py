"""Where students answer: each shape of response without its key.

The classes here have no field that could hold an answer, so a slip in a template cannot print
one.
"""

from __future__ import annotations

import re
from math import ceil
from typing import ClassVar, assert_never

from msgspec import Struct

from studypress.items import (
    Essay,
    Events,
    Gap,
    Options,
    Outline,
    Pairing,
    Response,
    Sides,
    Truth,
    Written,
)
from studypress.languages.catalogue import PaperWords
from studypress.model.names import letter

LINES_A_MARK = 2
MOST_LINES = 60  # two pages
ESSAY_LINES_A_MARK = 2.5
FEWEST_ESSAY_LINES = 20
MOST_ESSAY_LINES = 26
# Space up to this many lines stays whole; longer space may run over a page, but neither its
# first lines leave the question nor do so few go over that a page is nearly empty.
_WHOLE_LINES = 12
_TALL_LINES = 6
_FIRST_LINES = 3
_LAST_LINES = 7

_LONGEST_ABREAST = 30  # characters that fit half a page at 11 pt, in a wide face
_LONGEST_POOL_ABREAST = 34


class Lines(Struct, frozen=True):
    """Writing lines, in groups that are each kept on one page."""

    shape: ClassVar[str] = "lines"
    groups: tuple[int, ...]

    @property
    def flows(self) -> bool:
        """Whether the space may run over a page."""
        return len(self.groups) > 1

    @property
    def is_tall(self) -> bool:
        """Whether a page with this question alone is not nearly empty."""
        return sum(self.groups) >= _TALL_LINES


class Blank(Struct, frozen=True):
    """A sentence with a blank. `opening` and `closing` are the marks that must not leave it."""

    shape: ClassVar[str] = "blank"
    before: str
    opening: str
    closing: str
    after: str


class Choices(Struct, frozen=True):
    """Options with their letters; short ones stand two abreast."""

    shape: ClassVar[str] = "choices"
    options: tuple[tuple[str, str], ...]
    abreast: bool


class TrueFalse(Struct, frozen=True):
    """The letters for true and false, and a line for the correction."""

    shape: ClassVar[str] = "true_false"
    letters: tuple[str, str]
    ask: str


class Boxes(Struct, frozen=True):
    """Events to be numbered, in the order shown."""

    shape: ClassVar[str] = "boxes"
    events: tuple[str, ...]


class Pool(Struct, frozen=True):
    """Prompts with a box each, and the lettered answers."""

    shape: ClassVar[str] = "pool"
    prompts: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    abreast: bool


Space = Lines | Blank | Choices | TrueFalse | Boxes | Pool


def space(response: Response, marks: int, words: PaperWords) -> Space:
    """The space for the answer to a question of so many marks."""
    match response:
        case Written() | Outline() | Sides():
            return _lines(min(max(LINES_A_MARK * marks, 1), MOST_LINES))
        case Essay():
            wanted = ceil(ESSAY_LINES_A_MARK * marks)
            return _lines(min(max(wanted, FEWEST_ESSAY_LINES), MOST_ESSAY_LINES))
        case Gap(before=before, after=after):
            return _blank(before, after)
        case Options(options=options):
            texts = tuple(option.text for option in options)
            abreast = len(texts) == 4 and _all_within(_LONGEST_ABREAST, texts)
            return Choices(_lettered(texts), abreast)
        case Truth():
            return TrueFalse((words.true_letter, words.false_letter), words.if_false)
        case Events(events=events):
            return Boxes(tuple(event.text for event in events))
        case Pairing(prompts=prompts, pool=pool):
            abreast = _all_within(_LONGEST_POOL_ABREAST, pool)
            return Pool(prompts, _lettered(pool), abreast)
        case _ as never:
            assert_never(never)


def _lines(count: int) -> Lines:
    if count <= _WHOLE_LINES:
        return Lines((count,))
    singly = (1,) * (count - _FIRST_LINES - _LAST_LINES)
    return Lines((_FIRST_LINES, *singly, _LAST_LINES))


def _blank(before: str, after: str) -> Blank:
    """A line may end neither between an opening quotation mark and the blank, nor before a stop."""
    opening = _found(r"[^\w\s]{0,3}\Z", before)
    closing = _found(r"\A[^\w\s]{0,3}", after)
    return Blank(before[: len(before) - len(opening)], opening, closing, after[len(closing) :])


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[0] if found else ""


def _lettered(texts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((letter(position), text) for position, text in enumerate(texts))


def _all_within(longest: int, texts: tuple[str, ...]) -> bool:
    return all(len(text) <= longest for text in texts)
