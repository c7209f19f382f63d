"""What a language brings: the words that outputs print, its calendar and its numerals.

Adding a language: a module with its `Language`, one line in `studypress.languages`. The type
checker says which words are missing. `{}` in a phrase stands for what is named there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CardWords:
    """Words on cards, in the deck's description, and in what forms make of a question."""

    claim_held_by: str
    claimed_by: str
    said_to: str
    date_not_given: str
    parts: Mapping[str, str]  # by the key of an argument's part: reasons, support, …
    verdict: str
    verdicts: Mapping[str, str]  # by the word of the format: agree, differ, …
    also: str
    not_accepted: str
    note_on_the_text: str
    retired: str
    retired_front: str
    takes_its_place: str
    report: str
    true: str
    false: str
    place_in_time: str
    number_the_events: str
    match_speakers: str
    match_answers: str
    caption: str
    find: str
    description: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words of dates, folded, as they are read, and how a date is written.

    `day` and `month` are patterns with {day}, {month} and {year}; `in_day` and `alone` are the
    names of the months beside a day and without one.
    """

    months: Mapping[str, int]
    in_day: tuple[str, ...]
    alone: tuple[str, ...]
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    parts: Mapping[str, str] = field(default_factory=dict)  # to early, mid, late
    seasons: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # first and last month
    halves: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)  # to about, before, after, by, since


@dataclass(frozen=True, slots=True)
class Numerals:
    """Words of numbers, folded, as they are read, and the marks within figures as written."""

    hedges: tuple[str, ...] = ()
    scales: Mapping[str, int] = field(default_factory=dict)
    group: str = ","
    decimal: str = "."


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `shows_as_typed`: dates and numbers stand as their author wrote them."""

    cards: CardWords
    calendar: Calendar
    numerals: Numerals
    shows_as_typed: bool = False
