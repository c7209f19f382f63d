"""Where a question is proved: its own citations, and those of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from studypress import items
from studypress.bank import Bank
from studypress.diagnostics import Step
from studypress.languages.catalogue import CardWords
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.words import Citation


class Cited(NamedTuple):
    """A citation and where it stands in its question."""

    path: tuple[Step, ...]
    citation: Citation


def citations(question: Question) -> tuple[Citation, ...]:
    """Every citation of a question: its own, then those of its parts."""
    match question.known:
        case kinds.Argument() as known:
            parts = [point.cite for name in kinds.ARGUMENT_PARTS for point in known.part(name)]
        case kinds.Comparison(sides=sides):
            parts = [side.cite for side in sides]
        case _:
            return question.cite
    return tuple(chain(question.cite, *parts))


def cited(question: Question) -> list[Cited]:
    """The same, with their places."""
    found = _at((), question.cite)
    known = question.known
    if isinstance(known, kinds.Argument):
        for name in kinds.ARGUMENT_PARTS:
            for position, point in enumerate(known.part(name)):
                found += _at((name, position), point.cite)
    elif isinstance(known, kinds.Comparison):
        for position, side in enumerate(known.sides):
            found += _at(("sides", position), side.cite)
    return found


def _at(path: tuple[Step, ...], citations: tuple[Citation, ...]) -> list[Cited]:
    return [Cited((*path, "cite", i), citation) for i, citation in enumerate(citations)]


def shown(citations: Iterable[Citation], bank: Bank) -> tuple[items.Citation, ...]:
    """Citations ready to show, each once."""
    words = bank.language.cards
    found = [_shown(c, bank, words) for c in citations]
    return tuple(dict.fromkeys(found) if len(found) > 1 else found)


def _shown(citation: Citation, bank: Bank, words: CardWords) -> items.Citation:
    place = citation.place
    if place.text is None:
        return items.Citation("", place.shown, citation.evidence, words.find)
    text = bank.texts.get(place.text)
    where = f"¶{place.paragraph}" + (f", {words.caption}" if place.caption else "")
    return items.Citation(text.label if text else place.text, where, citation.evidence, words.find)
