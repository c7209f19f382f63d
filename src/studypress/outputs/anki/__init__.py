"""The Anki deck: one package, whose notes stay the same notes in every later release."""

from __future__ import annotations

from studypress.identity import Identity
from studypress.items import Item
from studypress.model.definitions import Deck
from studypress.model.records import BankFile
from studypress.outputs.anki import package
from studypress.outputs.anki.notes import note


def render(
    name: str, deck: Deck, items: tuple[Item, ...], bank: BankFile, identity: Identity
) -> dict[str, bytes]:
    """`name`.apkg, a card an item, new cards in the order of the items.

    Raises ValueError for an item that a card cannot ask: ordering, matching and long questions, an
    empty prompt, an empty gap.
    """
    notes = tuple(note(item, identity, str(bank.tag)) for item in items)
    return {f"{name}.apkg": package.write(deck, bank, identity, notes)}
