"""One catalogue a language: the words that outputs print, how dates and numbers are written.

A bank names its language in `bank.yaml`. Questions are in the author's own words anyway; the
catalogue is for what studypress itself prints around them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from studypress.languages.catalogue import Language
from studypress.languages.english import AMERICAN, BRITISH
from studypress.languages.russian import RUSSIAN

__all__ = [
    "LANGUAGES",
    "Direction",
    "Language",
    "direction",
    "is_known",
    "language",
    "paper_size",
]

# By language tag (BCP 47), folded: the whole tag first, then its first part.
LANGUAGES: Mapping[str, Language] = {"en": BRITISH, "en-us": AMERICAN, "ru": RUSSIAN}

# Languages and scripts (ISO 639, ISO 15924) that are written from the right.
_FROM_THE_RIGHT = frozenset(
    "ar arc ckb dv fa he iw ks ps sd syr ug ur yi adlm arab hebr nkoo rohg samr syrc thaa".split()
)


# Regions that print on Letter and not on A4 (Unicode CLDR, `paperSize`).
_ON_LETTER = frozenset("bz ca cl co cr gt mx ni pa ph pr sv us ve".split())


class PaperSize(StrEnum):
    """What people print on; the words are those of CSS."""

    A4 = "A4"
    LETTER = "Letter"


class Direction(StrEnum):
    """Where a line begins; the words are those of HTML's `dir`."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


def language(tag: str) -> Language:
    """The catalogue of `en-GB` is that of `en`; a language without one gets English words."""
    folded = tag.casefold()
    return LANGUAGES.get(folded) or LANGUAGES.get(folded.split("-")[0], BRITISH)


def is_known(tag: str) -> bool:
    return tag.casefold().split("-")[0] in LANGUAGES


def direction(tag: str) -> Direction:
    """By the script that the tag names (`ku-Arab`), or else by its language."""
    name, *rest = tag.casefold().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), name)
    return Direction.RIGHT_TO_LEFT if script in _FROM_THE_RIGHT else Direction.LEFT_TO_RIGHT


def paper_size(tag: str) -> PaperSize:
    """By the region that the tag names, as in `en-US`; without one, people print on A4."""
    regions = tag.casefold().split("-")[1:]
    return PaperSize.A4 if _ON_LETTER.isdisjoint(regions) else PaperSize.LETTER
