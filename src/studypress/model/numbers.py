"""Numbers as they are read: hedge, value, unit.

The value decides order and equality; the hedge belongs to the answer as shown, and marking gives
the mark without it. Hedges, scales and units are read in every language that has a catalogue,
numbers in words in English only.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import islice
from typing import ClassVar

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed
from studypress.languages import LANGUAGES
from studypress.model.supplied import plain

_NUMERALS = [known.numerals for known in LANGUAGES.values()]
_HEDGES = sorted({hedge for known in _NUMERALS for hedge in known.hedges}, key=len, reverse=True)
_SCALES = {word: size for known in _NUMERALS for word, size in known.scales.items()}
_UNITS = {word: unit for known in _NUMERALS for word, unit in known.units.items()}
_HEDGE = re.compile(rf"(?P<hedge>(?:(?:{'|'.join(_HEDGES)}) )+)")
_VERDICT = re.compile(r"^(?:only|just) ", re.IGNORECASE)  # says what one thinks of the number
COUNT_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_ONES = (*COUNT_WORDS, *_TEENS)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = (
    {word: i for i, word in enumerate(_ONES)}
    | {word: 10 * i for i, word in enumerate(_TENS, 2)}
    | {
        f"{ten}-{one}": 10 * t + o
        for t, ten in enumerate(_TENS, 2)
        for o, one in enumerate(_ONES[1:10], 1)
    }
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_MANY = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}

_UNIT_SIZES = {
    "hour": Fraction(1, 24), "day": Fraction(1), "week": Fraction(7), "month": Fraction(3044, 100),
    "year": Fraction(36525, 100), "decade": Fraction(36525, 10), "century": Fraction(36525),
    "percent": Fraction(1, 100),
}  # fmt: skip

# What was taken is not given back: the digits of a number belong together.
_FIGURE = re.compile(
    r"[$€£¥]?(\d{1,3}(?:,\d{3})++|\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d++)([.,]\d++)?+"
    r"(?![\d,.]*\d|\w)"
)
_MOST_WORDS = 20  # of one number
_LONGEST_FIGURE = 40  # characters; no count of anything has more
_MAGNITUDE = re.compile(
    r"(tens|hundreds|dozens|scores|thousands|millions|billions)"
    r"(?: of (thousands|millions|billions))?\b"
)
_FRACTION = re.compile(rf"(?:an? )?(?:(\w+)[ -])?({'|'.join(_PARTS)})s?\b")
_SCALE = "|".join(map(re.escape, sorted(_SCALES, key=len, reverse=True)))
_RANGE = re.compile(r"\s*(?:to|or|–|-)\s*")
_AND_A_HALF = re.compile(r"(?P<unit> \w+)? and a half\b")
_WORD = re.compile(r" ?(?:and )?([a-z]+(?:-[a-z]+)?)\b")
_AFTER_A = re.compile(rf" (?:{'|'.join(_SCALES)}|hour|day|week|month|year|decade|century)\b")
_NUMBER_WORDS = "|".join((*_ONES, *_TENS, *_SCALES, *_PARTS, *_MANY, "tens", "an? (?:year|month)"))
_TOKEN = re.compile(r"[$€£¥]?\d|\w+")
_NUMBERS = (*_ONES, *_TENS, *_SCALES, *_MANY, "tens", *_PARTS, *(f"{part}s" for part in _PARTS))
_FIRST_WORDS = frozenset(
    phrase.split()[0] for phrase in ("only", "just", "a", "an", *_HEDGES, *_NUMBERS)
)


def may_begin(text: str, at: int) -> bool:
    """Whether a number may begin at a place: much quicker to tell than what it is."""
    token = _TOKEN.match(text, at)
    return token is not None and (token[0][-1].isdigit() or token[0].casefold() in _FIRST_WORDS)


class Number(Struct, frozen=True, gc=False):
    """A number as typed: its hedge (or ""), its value or range of values, and what follows."""

    text: str
    hedge: str
    low: Fraction
    high: Fraction
    unit: str

    pattern: ClassVar[str] = rf".*(?:\d|\b(?:{_NUMBER_WORDS})).*"
    loose: ClassVar[bool] = True

    @classmethod
    def parse(cls, text: str) -> Number:
        """Raises Malformed."""
        said = plain(text)
        said = _VERDICT.sub("", said)
        match = _HEDGE.match(said.casefold())
        hedge = match["hedge"].strip() if match else ""
        rest = said[match.end() :] if match else said
        value, unit = _range(rest.strip(), text)
        return cls(text, hedge, value[0], value[1], unit)

    def sort_key(self) -> tuple[Fraction, Fraction]:
        """By size, without hedge: five months stand before two years, half before 60 percent."""
        scale = _UNIT_SIZES.get(_UNITS.get(self._unit_word, ""), Fraction(1))
        return (self.low * scale, self.high * scale)

    @property
    def _unit_word(self) -> str:
        return self.unit.casefold().split(" ", 1)[0]


def _malformed(text: str) -> Malformed:
    advice = "write the number first, as in `some 300,000 soldiers`, `two to three years`"
    return Malformed(codes.BAD_NUMBER, f"`{text}` is not a number", advice)


def _range(said: str, text: str) -> tuple[tuple[Fraction, Fraction], str]:
    first = _one(said)
    if first is None:
        raise _malformed(text)
    (low, high), length = first
    if half := _AND_A_HALF.match(said, length):
        more = low + Fraction(1, 2)
        return (more, more), ((half["unit"] or "") + said[half.end() :]).strip()
    joint = _RANGE.match(said, length)
    second = _one(said[joint.end() :]) if joint and joint.end() > length else None
    if joint and second and second[0][0] > low:
        return (low, second[0][1]), said[joint.end() + second[1] :].strip()
    return (low, high), said[length:].strip()


Value = tuple[tuple[Fraction, Fraction], int]


def _one(said: str) -> Value | None:
    """A number at the beginning of the text, and how many characters it takes."""
    lower = said.casefold()
    for read_one in (_magnitude, _figure, _fraction, _in_words):
        if found := read_one(lower):
            return found
    return None


def _magnitude(said: str) -> Value | None:
    match = _MAGNITUDE.match(said)
    if not match:
        return None
    unit = _MANY.get(match[2] or "", 1)
    base = (10 if match[1] == "tens" else _MANY[match[1]]) * unit
    return (Fraction(2 * base), Fraction(10 * base - 1)), match.end()


def _figure(said: str) -> Value | None:
    match = _FIGURE.match(said)
    if not match or len(match[0]) > _LONGEST_FIGURE:
        return None
    value = Fraction(re.sub(r"\D", "", match[1]) + (match[2] or "").replace(",", "."))
    end = match.end()
    scale = re.match(rf"[ -]({_SCALE})(?!\w)", said[end:])
    if scale:
        value, end = value * _SCALES[scale[1]], end + scale.end()
    return (value, value), end


def _fraction(said: str) -> Value | None:
    match = _FRACTION.match(said)
    if not match or (match[1] and match[1] not in _WORDS):
        return None
    value = Fraction(_WORDS[match[1] or "one"], _PARTS[match[2]])
    return (value, value), match.end()


def _in_words(said: str) -> Value | None:
    total, current, end = 0, 0, 0
    for match in islice(_WORD.finditer(said), _MOST_WORDS):
        word = match[1]
        if match.start() != end or not _counts(word, said[match.end() :]):
            break
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
        else:
            current += _WORDS.get(word, 1)
        end = match.end()
    value = Fraction(total + current)
    return ((value, value), end) if end else None


def _counts(word: str, rest: str) -> bool:
    """ "a" is a number before a scale or a unit of time ("a year and a half"), not else."""
    if word in ("a", "an"):
        return _AFTER_A.match(rest) is not None
    return word in _WORDS or word in _SCALES
