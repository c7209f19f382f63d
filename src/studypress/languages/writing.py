"""Dates and numbers written as a language writes them: `27 July 1953`, `July 27, 1953`,
`27 июля 1953`; `100,000`, `100 000`. [Brackets] stay around what was supplied."""

from __future__ import annotations

import re
from typing import Any

from studypress.languages.catalogue import Calendar, Language
from studypress.languages.english import BRITISH

_DAY = re.compile(r"(\[?)(\d{1,2})(\]?) (\[?)([^\W\d_]{3,12})(\]?) (\[?)(\d{1,4})(\]?)(?!\d)")
_MONTH = re.compile(r"(\[?)([^\W\d_]{3,12})(\]?) (\[?)(\d{1,4})(\]?)")
_NEIGHBOURS = re.compile(r"\](,? )\[")
_ENGLISH = BRITISH.calendar.months
_FIGURES = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d,.]*\d)")


def date(text: str, language: Language) -> str:
    """Days within a text of dates, and a month that is all of it, from the order and the names of
    English. A month beside other words stays, since those would have to bend with it."""
    if language.shows_as_typed:
        return text
    calendar = language.calendar
    month = _MONTH.fullmatch(text)
    if month:
        return _month(month, calendar)
    return _DAY.sub(lambda found: _day(found, calendar), text)


def figures(text: str, language: Language) -> str:
    """Figures within a text of numbers, typed with `,` between thousands and `.` for decimals."""
    if language.shows_as_typed:
        return text
    numerals = language.numerals

    def written(found: re.Match[str]) -> str:
        whole = found[1].replace(",", numerals.group)
        return whole + (found[2] or "").replace(".", numerals.decimal)

    return _FIGURES.sub(written, text)


def _day(found: re.Match[str], calendar: Calendar) -> str:
    month = _ENGLISH.get(found[5].casefold()) or calendar.months.get(found[5].casefold())
    if month is None:
        return found[0]
    name = calendar.in_day[month - 1]
    words = _supplied(found.group(1, 2, 3), (found[4], name, found[6]), found.group(7, 8, 9))
    return _joined(calendar.day, dict(zip(("day", "month", "year"), words, strict=True)))


def _month(found: re.Match[str], calendar: Calendar) -> str:
    month = _ENGLISH.get(found[2].casefold())
    if month is None:
        return found[0]
    words = _supplied((found[1], calendar.alone[month - 1], found[3]), found.group(4, 5, 6))
    return _joined(calendar.month, dict(zip(("month", "year"), words, strict=True)))


def _supplied(*words: tuple[str | Any, ...]) -> list[str]:
    """Each word, in brackets of its own where it stands within brackets."""
    written, inside = [], False
    for opening, word, closing in words:
        inside = inside or bool(opening)
        written.append(f"[{word}]" if inside else word)
        inside = inside and not closing
    return written


def _joined(pattern: str, words: dict[str, str]) -> str:
    return _NEIGHBOURS.sub(r"\1", pattern.format(**words))
