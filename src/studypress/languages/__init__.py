"""One catalogue a language: the words that outputs print, how dates and numbers are written.

A bank names its language in `bank.yaml`. Questions are in the author's own words anyway; the
catalogue is for what studypress itself prints around them.
"""

from __future__ import annotations

from collections.abc import Mapping

from studypress.languages.catalogue import Language
from studypress.languages.english import AMERICAN, BRITISH
from studypress.languages.russian import RUSSIAN

__all__ = ["LANGUAGES", "Language", "is_known", "language"]

# By language tag (BCP 47), folded: the whole tag first, then its first part.
LANGUAGES: Mapping[str, Language] = {"en": BRITISH, "en-us": AMERICAN, "ru": RUSSIAN}


def language(tag: str) -> Language:
    """The catalogue of `en-GB` is that of `en`; a language without one gets English words."""
    folded = tag.casefold()
    return LANGUAGES.get(folded) or LANGUAGES.get(folded.split("-")[0], BRITISH)


def is_known(tag: str) -> bool:
    return tag.casefold().split("-")[0] in LANGUAGES
