"""Notes laid out by deck, in the order in which a student met them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, takewhile

from msgspec import Struct

from studypress.adopt.found import Found, FoundCard, FoundDeck, FoundNote
from studypress.adopted import AdoptedType
from studypress.model.deck_names import BELOW, imported
from studypress.outputs.anki.cardmaking import CLOZE, MOST_GAPS

_DEFAULT = "Default"


class Laid(Struct, frozen=True):
    """A note with a card: `decks` are the names of those that its cards lie in, in order."""

    note: FoundNote
    cards: tuple[FoundCard, ...]
    decks: tuple[str, ...]

    @property
    def deck(self) -> str:
        """Where its first card lies."""
        return self.decks[0]


class Tree(Struct, frozen=True):
    """A deck and those below it, which one package holds."""

    name: str
    below: tuple[str, ...]


def laid_out(found: Found, types: Mapping[int, AdoptedType]) -> tuple[Laid, ...]:
    """Sorted by deck, then by their places among new cards, or by age where one has none."""
    laid = tuple(_laid(found, types))
    is_known = all(one.cards[0].position is not None for one in laid)
    return tuple(
        sorted(
            laid,
            key=lambda one: (one.deck, (one.cards[0].position or 0) * is_known, one.note.row),
        )
    )


def _laid(found: Found, types: Mapping[int, AdoptedType]) -> Iterator[Laid]:
    cards: dict[int, dict[int, FoundCard]] = {}
    for card in found.cards:
        cards.setdefault(card.note, {}).setdefault(card.ordinal, card)
    for note in found.notes:
        stated = types[note.note_type].stated
        most = MOST_GAPS if stated["type"] == CLOZE else len(stated["tmpls"])
        own = tuple(c for n, c in sorted(cards.get(note.row, {}).items()) if 0 <= n < most)
        if own:
            yield Laid(note, own, tuple(_deck_name(c.deck, found.decks) for c in own))


def _deck_name(id_: int, decks: Mapping[int, FoundDeck]) -> str:
    """As students have it. A filtered deck only lends cards; one that lies there alone has no home
    but the default."""
    deck = decks.get(id_)
    return _DEFAULT if deck is None or deck.is_filtered else imported(deck.name)


def trees(laid: Iterable[Laid]) -> Iterator[Tree]:
    """One for all decks of notes that share the beginning of their names: what they share."""
    paths = sorted({tuple(one.deck.split(BELOW)) for one in laid})
    for _, group in groupby(paths, key=lambda path: path[0]):
        together = list(group)
        shared = takewhile(lambda level: len(set(level)) == 1, zip(*together, strict=False))
        name = BELOW.join(level[0] for level in shared)
        names = map(BELOW.join, together)
        yield Tree(name, tuple(below for below in names if below != name))
