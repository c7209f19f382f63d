"""Dates as history gives them: an interval of days, known more or less exactly.

Rules (see `studypress explain Q110`): early is days 1 to 10, mid 11 to 20, late 21 to the end;
seasons and halves are whole months; winter ends in the next year; `about` adds one unit of its
precision on either side; `before`, `after`, `since` and `by` are open on one side. The words are
those of every language that has a catalogue.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed
from studypress.languages import LANGUAGES
from studypress.languages.english import BRITISH
from studypress.model.numbers import COUNT_WORDS
from studypress.model.supplied import plain

_CALENDARS = [known.calendar for known in LANGUAGES.values()]
_MONTHS = {word: number for known in _CALENDARS for word, number in known.months.items()}
_SEASONS = {word: months for known in _CALENDARS for word, months in known.seasons.items()}
_HALVES = {word: months for known in _CALENDARS for word, months in known.halves.items()}
_PARTS = {word: part for known in _CALENDARS for word, part in known.parts.items()}
_LEADS = {word: lead for known in _CALENDARS for word, lead in known.leads.items()}
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_YEAR_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


_MONTH = r"(?P<month>[^\W\d_]{3,12})"
_YEAR = r"(?P<year>[0-9]{1,4})"
_PART = rf"(?P<part>{_any(_PARTS)})[ -]"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<day>[0-9]{{1,2}}) {_MONTH} {_YEAR}",
        rf"(?:{_PART})?{_YEAR}",
        rf"{_MONTH} (?P<day>[0-9]{{1,2}}),? {_YEAR}",
        rf"(?:the )?(?P<season>{_any(_SEASONS)})(?: of)? {_YEAR}",
        rf"(?:{_PART})?{_MONTH}(?: of)? {_YEAR}",
        rf"(?:the )?(?P<half>{_any(_HALVES)}) {_YEAR}",
    )
)
_LEAD = re.compile(rf"({_any(_LEADS)}) ")
_RANGE = re.compile(
    rf"(?:(?:{_any(w for c in _CALENDARS for w in c.openings)}) )?"
    rf"(.+?) (?:{_any(w for c in _CALENDARS for w in c.joints)}) (.+)"
)
_YEAR_WORD = re.compile(
    rf"(?<=[0-9]) (?:{_any(w for c in _CALENDARS for w in c.year_words)})(?!\w)"
)
_DEEPEST = 3  # `about early May 1952 to by June 1953`: a range of dates that are hedged


class Days(NamedTuple):
    """An interval of days, both ends included; None is open."""

    first: date | None
    last: date | None

    def overlaps(self, other: Days) -> bool:
        starts_in_time = self.first is None or other.last is None or self.first <= other.last
        return starts_in_time and (
            other.first is None or self.last is None or other.first <= self.last
        )


class Date(Struct, frozen=True, gc=False):
    """A date as typed, and the days that it may mean. `unit` is its precision in words."""

    text: str
    days: Days
    unit: str

    pattern: ClassVar[str] = r".*\d.*"
    loose: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Date:
        """Raises Malformed."""
        said = plain(text).casefold().replace("the latter", "latter")
        days, unit = _parse(_YEAR_WORD.sub("", said), text)
        return cls(text, days, unit)

    def sort_key(self) -> tuple[date, date]:
        """By first possible day, then last; open ends are as far away as can be."""
        return (self.days.first or date.min, self.days.last or date.max)

    def shifted(self, shift: Shift) -> Days:
        """The days that lie the given span after (or before) this date."""
        slack = shift.slack_days
        return Days(
            _moved(self.days.first, shift, timedelta(days=-slack)),
            _moved(self.days.last, shift, timedelta(days=slack)),
        )


def _malformed(text: str, advice: str | None = None) -> Malformed:
    return Malformed(
        codes.BAD_DATE,
        f"`{text}` is not a date",
        advice or _likely(text) or _AS_IN,
    )


_AS_IN = "write it as in `27 July 1953`, `July 1953`, `early May 1953`, `by June 1951`"
_DIGITS = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)([./-])(\d\d?)\5(\d{4})", re.ASCII)
_IDLE = re.compile(r"^(?:in |on )?(?:the year )?|(?<=\d)(?:st|nd|rd|th)\b(?: of\b)?", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"\d ?b\.? ?c", re.IGNORECASE)


def _likely(text: str) -> str:
    """What was meant by a date in digits, or with words that are not needed; "" where unclear."""
    if _BEFORE_CHRIST.search(text):
        return "years run from 1 to 9998; what is older can be asked as a `fact`"
    if match := _DIGITS.fullmatch(text.strip()):
        year, a, b = match.group(1, 2, 3) if match[1] else match.group(7, 6, 4)
        readings = ((b, a),) if match[1] or match[5] == "." else ((b, a), (a, b))
        said = (_in_words(int(year), int(month), int(day)) for day, month in readings)
        return " or ".join(f"write {date}" for date in dict.fromkeys(said) if date)
    shorter = _IDLE.sub("", text)
    try:
        return f"write `{Date.parse(shorter).text}`" if shorter != text else ""
    except Malformed:
        return ""


def _in_words(year: int, month: int, day: int) -> str:
    try:
        date(year, month, day)
    except ValueError:
        return ""
    return f"`{day} {BRITISH.calendar.alone[month - 1]} {year}`"


def _parse(said: str, text: str, depth: int = 0) -> tuple[Days, str]:
    if depth > _DEEPEST:
        raise _malformed(text)
    lead = _LEAD.match(said)
    if lead:
        days, unit = _parse(said[lead.end() :], text, depth + 1)
        return _opened(days, unit, _LEADS[lead[1]]), f"{lead[1]} {unit}"
    for shape in _SHAPES:
        if match := shape.fullmatch(said):
            return _simple(match, text)
    if match := _RANGE.fullmatch(said):
        (first, _), (last, unit) = (_parse(said, text, depth + 1) for said in match.groups())
        if first.first and last.last and first.first > last.last:
            raise _malformed(text, "the second date of a range comes after the first")
        return Days(first.first, last.last), f"range of {unit}s"
    raise _malformed(text)


def _simple(match: re.Match[str], text: str) -> tuple[Days, str]:
    found = match.groupdict()
    year = int(found["year"])
    if not 1 <= year <= 9998:
        raise _malformed(text, "years run from 1 to 9998")
    if season := found.get("season"):
        return _months(year, *_SEASONS[season]), "season"
    if half := found.get("half"):
        return _months(year, *_HALVES[half]), "half"
    if not found.get("month"):
        part = found.get("part")
        months = _YEAR_THIRDS[_PARTS[part]] if part else (1, 12)
        return _months(year, *months), "part of a year" if part else "year"
    return _in_month(found, year, text)


def _in_month(found: dict[str, str | None], year: int, text: str) -> tuple[Days, str]:
    month = _MONTHS.get(found["month"] or "")
    if month is None:
        raise _malformed(text)
    length = monthrange(year, month)[1]
    if day := found.get("day"):
        if not 1 <= int(day) <= length:
            raise _malformed(text, f"{BRITISH.calendar.alone[month - 1]} {year} has {length} days")
        exact = date(year, month, int(day))
        return Days(exact, exact), "day"
    if part := found.get("part"):
        first, last = _THIRDS[_PARTS[part]]
        return Days(
            date(year, month, first), date(year, month, min(last, length))
        ), "part of a month"
    return Days(date(year, month, 1), date(year, month, length)), "month"


def _months(year: int, first: int, last: int) -> Days:
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    end = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Days(date(year, first, 1), end)


_UNIT_DAYS = {"day": 1, "part of a month": 10, "month": 31, "season": 92, "half": 183, "year": 366}


def _opened(days: Days, unit: str, lead: str) -> Days:
    one = timedelta(days=1)
    match lead:
        case "before":
            return Days(None, _clamped(days.first, -one))
        case "after":
            return Days(_clamped(days.last, one), None)
        case "by":
            return Days(None, days.last)
        case "since":
            return Days(days.first, None)
        case _:
            slack = timedelta(days=_UNIT_DAYS.get(unit, 122))
            return Days(_clamped(days.first, -slack), _clamped(days.last, slack))


def _clamped(day: date | None, step: timedelta) -> date | None:
    if day is None:
        return None
    return date.fromordinal(min(max(day.toordinal() + step.days, 1), date.max.toordinal()))


_SHIFT = re.compile(
    r"(?P<about>about |around |roughly )?(?P<count>\d{1,5}|[a-z]+) (?P<unit>day|week|month|year)s?"
    r"(?: (?P<back>earlier|before|later|after))?"
)
_COUNTS = {word: count for count, word in enumerate(COUNT_WORDS) if count}


class Shift(Struct, frozen=True):
    """A span from one date to another, as the text counts it: `about 2 weeks`, `1 month`."""

    text: str
    count: int
    unit: str
    about: bool

    pattern: ClassVar[str] = (
        _SHIFT.pattern.replace("(?P<about>", "(")
        .replace("(?P<count>", "(")
        .replace("(?P<unit>", "(")
        .replace("(?P<back>", "(")
    )
    loose: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Shift:
        """Raises Malformed."""
        match = _SHIFT.fullmatch(text.strip().casefold())
        count = match and (
            int(match["count"]) if match["count"].isdigit() else _COUNTS.get(match["count"])
        )
        if not match or count is None:
            advice = "write it as in `2 days`, `about 2 weeks`, `1 month earlier`"
            raise Malformed(codes.BAD_SHIFT, f"`{text}` is not a span of time", advice)
        back = match["back"] in ("earlier", "before")
        return cls(text, -count if back else count, match["unit"], bool(match["about"]))

    @property
    def slack_days(self) -> int:
        return {"day": 1, "week": 7, "month": 31, "year": 366}[self.unit] if self.about else 0


def _moved(day: date | None, shift: Shift, slack: timedelta) -> date | None:
    if day is None:
        return None
    if shift.unit in ("day", "week"):
        days = shift.count * (7 if shift.unit == "week" else 1)
        return _clamped(day, timedelta(days=days) + slack)
    months = shift.count * (12 if shift.unit == "year" else 1)
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, 1), 9998), index % 12 + 1
    length = monthrange(year, month)[1]
    last_of_month = day.day == monthrange(day.year, day.month)[1]
    moved = date(year, month, length if last_of_month else min(day.day, length))
    return _clamped(moved, slack)
