"""How quizzes are named, and their versions, sections and options lettered."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import ClassVar

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed

_LONGEST_NAME = 250  # bytes: a system's 255 without `.yaml`
MOST_VERSIONS = 100  # of a paper: 200 files for Word, which take a quarter of a minute
_ADVICE = f"write Latin letters, as in `[A, B]`, or how many, from 1 to {MOST_VERSIONS}"


def letter(place: int) -> str:
    """The letter of a version, a section or an option, by its place from 0: A to Z, then AA, AB,
    and so on."""
    rounds, place = divmod(place, len(ascii_uppercase))
    return (letter(rounds - 1) if rounds else "") + ascii_uppercase[place]


def letters(count: int) -> tuple[str, ...]:
    """So many letters, from A on."""
    return tuple(map(letter, range(count)))


class Version(Struct, frozen=True):
    """The letter of a version, or its two letters."""

    text: str

    pattern: ClassVar[str] = r"[A-Z]{1,2}"
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Version:
        """Raises Malformed."""
        if not re.fullmatch(cls.pattern, text):
            raise Malformed(codes.BAD_VERSION, f"`{text}` is not the letter of a version", _ADVICE)
        return cls(text)

    @classmethod
    def several(cls, text: str) -> tuple[Version, ...]:
        """So many versions, from A on. Raises Malformed."""
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
        if not 1 <= number <= MOST_VERSIONS:
            message = f"`{text}` is not a number of versions"
            raise Malformed(codes.BAD_VERSION, message, _ADVICE)
        return tuple(map(cls, letters(number)))

    def __str__(self) -> str:
        return self.text


class Name(Struct, frozen=True):
    """The name of a definition: that of its file in `decks/`, without `.yaml`."""

    text: str

    pattern: ClassVar[str] = r"[^./\\][^/\\]*"  # it leads to no other folder
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Name:
        """Raises Malformed."""
        if not re.fullmatch(cls.pattern, text) or len(text.encode()) > _LONGEST_NAME:
            advice = "write the name of its file, without its folder and `.yaml`"
            raise Malformed(codes.UNKNOWN_QUIZ, f"there is no quiz `{text[:90]}`", advice)
        return cls(text)

    def __str__(self) -> str:
        return self.text
