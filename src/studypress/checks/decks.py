"""Rules over decks: they have cards, and Anki imports each as what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studypress import codes
from studypress.bank import Bank
from studypress.choose import CARD_FORMS, makes_cards
from studypress.decode import Origin
from studypress.diagnostics import Code, Label, Pointer, Report, Step
from studypress.model.deck_names import BELOW, alike, changes, imported, nearest
from studypress.model.definitions import Deck

_SMALLEST_ID = 1_000_000_000


class _Place(NamedTuple):
    """A deck in Anki, and where its definition names it."""

    id: int
    name: str
    origin: Origin
    path: tuple[Step, ...]

    def at(self, key: str) -> Pointer:
        return Pointer(*self.origin, (*self.path, key))


def _places(deck: Deck) -> Iterator[_Place]:
    yield _Place(deck.id, deck.deck, deck.origin, ())
    for position, subdeck in enumerate(deck.subdecks):
        yield _Place(subdeck.id, subdeck.deck, deck.origin, ("subdecks", position))


def check_deck(deck: Deck, bank: Bank, report: Report) -> None:
    """The rules over one."""
    for position, form in enumerate(deck.forms):
        if form not in CARD_FORMS:
            report.add(
                codes.FORM_MAKES_NO_CARDS,
                Pointer(*deck.origin, ("forms", position)),
                f"`{form}` questions are for paper",
                help=f"cards ask: {', '.join(sorted(CARD_FORMS))}",
            )
    for place in _places(deck):
        _check_place(place, deck, report)
    if not report.has_errors and not makes_cards(bank, deck):
        report.add(
            codes.EMPTY_DECK,
            Pointer(*deck.origin, ("deck",)),
            "no question makes a card of this deck",
            help="widen `from` or `forms`",
        )


def _check_place(place: _Place, deck: Deck, report: Report) -> None:
    if changes(place.name):
        write = nearest(place.name)
        report.add(
            codes.DECK_NAME_CHANGES,
            place.at("deck"),
            f"Anki would call this deck “{imported(place.name)}”",
            help=f"write `{write}`" if write else "give it a name",
        )
    elif place.path and not place.name.startswith(f"{deck.deck}{BELOW}"):
        report.add(
            codes.NO_SUBDECK,
            place.at("deck"),
            f"“{place.name}” is not below “{deck.deck}”",
            help=f"begin its name with `{deck.deck}{BELOW}`",
        )
    if place.id < _SMALLEST_ID:
        report.add(
            codes.DECK_ID_TOO_SMALL,
            place.at("id"),
            f"{place.id} may be the id of a deck that a student has",
            help="write any number of ten digits, once",
        )


def check_together(decks: Sequence[Deck], report: Report) -> None:
    """No two of them are one to Anki, which knows a deck by its id in a package and by its name in
    a collection."""
    by_id: dict[int, _Place] = {}
    by_name: dict[str, _Place] = {}
    for place in (place for deck in decks for place in _places(deck)):
        other = by_id.setdefault(place.id, place)
        if other.name != place.name:
            message = f"the id {place.id} belongs to the deck “{other.name}”"
            advice = "give this deck another id, or the same name"
            _add(codes.SAME_DECK_ID, place, other, "id", message, advice, report)
        other = by_name.setdefault(alike(place.name), place)
        if other.id != place.id:
            message = f"“{place.name}” and “{other.name}” would be one deck in Anki"
            advice = "give this deck another name; a smaller package of the same deck shares its id"
            _add(codes.SAME_DECK_NAME, place, other, "deck", message, advice, report)


def _add(
    code: Code, place: _Place, other: _Place, key: str, message: str, advice: str, report: Report
) -> None:
    first = Label(other.at(key), "first used here")
    report.add(code, place.at(key), message, help=advice, labels=[first])
