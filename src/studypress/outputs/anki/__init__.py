"""The Anki deck: one package, whose notes stay the same notes in every later release."""

from __future__ import annotations

from collections.abc import Iterator

from studypress.identity import Identity
from studypress.items import Item
from studypress.ledger import Content, Ledger, PublishedType
from studypress.model.definitions import Deck
from studypress.model.records import BankFile
from studypress.outputs.anki import package
from studypress.outputs.anki.notes import note
from studypress.outputs.anki.notetypes import NOTE_TYPES


def render(
    name: str,
    deck: Deck,
    items: tuple[Item, ...],
    bank: BankFile,
    identity: Identity,
    ledger: Ledger | None = None,
    now: int | None = None,
) -> dict[str, bytes]:
    """`name`.apkg, a card an item, new cards in the order of the items.

    Each note carries the time at which it last changed by the ledger; what is not as released
    carries `now`, or the ledger's next time. Raises ValueError for an item that a card cannot ask:
    ordering, matching and long questions, an empty prompt, an empty gap.
    """
    notes = tuple(note(item, identity, str(bank.tag)) for item in items)
    times = package.Times(ledger or Ledger(), now)
    return {f"{name}.apkg": package.write(deck, bank, identity, notes, times)}


def content(item: Item, bank: BankFile, identity: Identity) -> Content:
    """What the ledger keeps of the item's note. Raises ValueError as `render` does."""
    return note(item, identity, str(bank.tag)).content


def types(
    bank: BankFile, identity: Identity, ledger: Ledger, now: int | None = None
) -> Iterator[PublishedType]:
    """All note types as the ledger keeps them, with the time at which each last changed."""
    for note_type in NOTE_TYPES.values():
        look = package.look(note_type, bank)
        yield PublishedType(
            note_type.name,
            identity.notetype(note_type.name),
            ledger.type_modified(note_type.name, look, now),
            look,
            note_type.signature,
        )
