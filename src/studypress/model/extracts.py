"""Source extracts: which paragraphs of which texts a section prints before its questions."""

from __future__ import annotations

import re
from typing import ClassVar

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed

_STRETCH = r"[a-z][a-z0-9-]* \d{1,5}(?:-\d{1,5})?"
_PARTS = re.compile(r"(?P<text>[a-z][a-z0-9-]*) (?P<first>\d{1,5})(?:-(?P<last>\d{1,5}))?")


class Stretch(Struct, frozen=True):
    """Paragraphs of one text, from the first to the last."""

    text: str
    first: int
    last: int

    def __str__(self) -> str:
        last = f"-{self.last}" if self.last > self.first else ""
        return f"{self.text} {self.first}{last}"


class Extracts(Struct, frozen=True):
    """One or more stretches, as in `essay 31-32` or `essay 31-32, biography 1`."""

    stretches: tuple[Stretch, ...]

    pattern: ClassVar[str] = rf"{_STRETCH}(?:, {_STRETCH})*"
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Extracts:
        """Raises Malformed."""
        found = [_PARTS.fullmatch(part.strip()) for part in text.split(",")]
        stretches = [_stretch(match) for match in found if match]
        if len(stretches) < len(found) or any(s.first > s.last for s in stretches):
            advice = "write it as in `essay 31-32`, or `essay 31-32, biography 1`"
            raise Malformed(codes.BAD_EXTRACT, f"`{text}` is not an extract", advice)
        return cls(tuple(stretches))


def _stretch(match: re.Match[str]) -> Stretch:
    first = int(match["first"])
    return Stretch(match["text"], first, int(match["last"] or first))
