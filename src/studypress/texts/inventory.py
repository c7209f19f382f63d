"""What a passage holds that a question could ask: dates, numbers, names and quotations.

It looks for shapes, not meanings, and finds too much rather than too little: it is a list to go
through, for the maintainer who has the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from studypress.texts.words import words

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands"
_DATE = (
    rf"(?:\d{{1,2}} )?\b(?:(?:early|mid|late)[- ])?(?:{_MONTH})\b"
    r"(?: \d{1,2}\b)?(?:,? \d{4})?"
)
_FIGURE = rf"[$€£]?\b\d[\d,.]*\b(?!\w)(?: (?:million|billion|percent))?|\b(?:{_SMALL})\b"
_NAME = r"(?:(?:[A-Z]\.)+|[A-Z][\w’'-]+)"
_SHAPES = (
    ("quotation", re.compile(r"“[^“”]{2,400}”")),
    ("date", re.compile(_DATE)),
    ("date", re.compile(r"\b(?:1[5-9]|20)\d{2}\b")),
    ("number", re.compile(_FIGURE)),
    ("name", re.compile(rf"(?<![.!?”] )(?<!^)(?<!“)\b{_NAME}(?: (?:of |the )?{_NAME})*")),
)  # fmt: skip
_NOT_NAMES = frozenset({"I", "The", "A", "An", "In", "It", "He", "His", "They", "But", "And"})


class Phrase(Struct, frozen=True):
    """A phrase of a passage, and what it looks like: a date, a number, a name, a quotation."""

    what: str
    words: str


def phrases(passage: str) -> Iterator[Phrase]:
    """Every phrase that looks like something to ask. What lies in a date is no number and no
    name; what lies in a quotation may still be a name."""
    taken: list[tuple[str, int, int]] = []
    for what, shape in _SHAPES:
        for match in shape.finditer(passage):
            said = match.group().strip(" .,;")
            within = {t for t, a, b in taken if a <= match.start() < b}
            if within - {"quotation"} or (within and what != "name") or said in _NOT_NAMES:
                continue
            taken.append((what, *match.span()))
            yield Phrase(what, said)


def is_covered(phrase: Phrase, evidence: list[str]) -> bool:
    """Whether some evidence found in the passage holds the phrase, or a part of a quotation."""
    wanted = f" {' '.join(words(phrase.words))} "
    for said in (f" {' '.join(words(e))} " for e in evidence):
        if wanted in said or (phrase.what == "quotation" and said in wanted):
            return True
    return False
