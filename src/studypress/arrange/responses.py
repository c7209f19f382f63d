"""Responses in the order in which one version shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from studypress.arrange.positions import Chance
from studypress.items import Events, Item, Options, Pairing

T = TypeVar("T")


class Arrangement(Struct, frozen=True):
    """The places, in the item as it was made, of what a version shows first, second and so on:
    options, events or prompts, and the answers of a pool. Empty: as it was made."""

    order: tuple[int, ...] = ()
    pool: tuple[int, ...] = ()


def arrangement(item: Item, key: int | None, chance: Chance) -> Arrangement:
    """By lot, with the right option at `key`. What happened, dates and numbers keep their order."""
    match item.response:
        case Options(ordered=False, options=options, key=right) if key is not None:
            others = [place for place in range(len(options)) if place != right]
            order = _by_lot(others, item.id, "option", chance)
            return Arrangement((*order[:key], right, *order[key:]))
        case Events(events=events):
            order = _by_lot(range(len(events)), item.id, "event", chance)
            in_time = sorted(order, key=lambda place: events[place].rank)
            if order == in_time:  # nothing would be left to do
                order.reverse()
            return Arrangement(tuple(order))
        case Pairing(prompts=prompts, pool=pool):
            return Arrangement(
                tuple(_by_lot(range(len(prompts)), item.id, "prompt", chance)),
                tuple(_by_lot(range(len(pool)), item.id, "pool", chance)),
            )
        case _:
            return Arrangement()


def _by_lot(places: Sequence[int], name: str, part: str, chance: Chance) -> list[int]:
    return sorted(places, key=lambda place: chance(name, part, place))


def sizes(item: Item) -> tuple[int, int]:
    """How many places an arrangement of the item has; 0 where nothing is rearranged."""
    match item.response:
        case Options(ordered=False, options=things) | Events(events=things):
            return len(things), 0
        case Pairing(prompts=prompts, pool=pool):
            return len(prompts), len(pool)
        case _:
            return 0, 0


def shown(item: Item, arrangement: Arrangement) -> Item:
    """The item as a version shows it."""
    order, pool = arrangement.order, arrangement.pool
    match item.response:
        case Options(options=options, key=key, ordered=ordered) if order:
            response = Options(_picked(options, order), order.index(key), ordered)
            return replace(item, response=response)
        case Events(events=events) if order:
            return replace(item, response=Events(_picked(events, order)))
        case Pairing() as pairing if order:
            answers = tuple(pool.index(pairing.key[place]) for place in order)
            prompts = _picked(pairing.prompts, order)
            return replace(item, response=Pairing(prompts, _picked(pairing.pool, pool), answers))
        case _:
            return item


def _picked(things: Sequence[T], places: Sequence[int]) -> tuple[T, ...]:
    return tuple(things[place] for place in places)
