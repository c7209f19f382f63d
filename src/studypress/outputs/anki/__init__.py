"""The Anki deck: one package, whose notes stay the same notes in every later release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from studypress.batches import batches
from studypress.items import Item
from studypress.ledger import Content, Ledger, PublishedType
from studypress.model.definitions import Deck
from studypress.outputs.anki import package
from studypress.outputs.anki.models import models
from studypress.outputs.anki.notes import note
from studypress.outputs.anki.setting import Setting

__all__ = ["Setting", "content", "render", "types"]


def render(
    name: str,
    deck: Deck,
    items: Iterable[Item],
    setting: Setting,
    ledger: Ledger | None = None,
    now: int | None = None,
) -> dict[str, bytes]:
    """`name`.apkg, a card an item, new cards in the order of the items.

    Each note carries the time at which it last changed by the ledger; what is not as released
    carries `now`, or the ledger's next time. Raises ValueError for an item that a card cannot ask:
    ordering, matching and long questions, an empty stem, an empty gap.
    """
    notes = chain.from_iterable([note(item, setting) for item in some] for some in batches(items))
    times = package.Times(ledger or Ledger(), now)
    return {f"{name}.apkg": package.write(deck, setting, notes, models(setting), times)}


def content(item: Item, setting: Setting) -> Content:
    """What the ledger keeps of the item's note. Raises ValueError as `render` does."""
    return note(item, setting).content


def types(setting: Setting, ledger: Ledger, now: int | None = None) -> Iterator[PublishedType]:
    """All note types as the ledger keeps them, with the time at which each last changed."""
    for model in models(setting).values():
        modified = ledger.type_modified(model.name, model.look, now)
        yield PublishedType(model.name, model.id, modified, model.look, model.signature)
