"""Where the right options of a version stand: at each position about equally often, and never at
one more than three times in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from studypress.items import LONGEST_RUN

Chance = Callable[..., int]
_STEPS_A_QUESTION = 50  # hardly ever more than one


class Slot(Struct, frozen=True):
    """A question with so many options. Its key stands at `fixed`, or anywhere; one without options
    ends every run."""

    options: int
    fixed: int | None = None

    @property
    def is_free(self) -> bool:
        return bool(self.options) and self.fixed is None


Keys = list[int | None]


def positions(slots: Sequence[Slot], chance: Chance) -> Keys:
    """The position of each key, from 0; None for a question without options.

    The counts of the positions differ as little as the fixed keys allow.
    """
    return _in_shares(slots, _shares(slots, chance), chance) or _in_turn(slots, chance)


def _shares(slots: Sequence[Slot], chance: Chance) -> dict[int, Counter[int]]:
    """How many free keys stand at each position, by the number of options.

    The lowest counts are raised first. Those with fewest options choose first: what they leave
    uneven the others make even.
    """
    counts = Counter(slot.fixed for slot in slots)
    free = sorted(slot.options for slot in slots if slot.is_free)
    shares = {options: Counter[int]() for options in free}
    for number, options in enumerate(free):
        place = min(range(options), key=lambda p: (counts[p], chance("share", number, p)))
        counts[place] += 1
        shares[options][place] += 1
    return shares


def _in_shares(slots: Sequence[Slot], left: dict[int, Counter[int]], chance: Chance) -> Keys:
    """Keys in their shares and without a run; none where that was not found soon."""
    keys: Keys = []
    choices: list[Iterator[int | None]] = []
    for _ in range(_STEPS_A_QUESTION * len(slots) + 1):
        if len(keys) == len(slots):
            return keys
        slot = slots[len(keys)]
        if len(choices) == len(keys):
            choices.append(iter(_choices(slots, keys, left.get(slot.options, Counter()), chance)))
        key = next(choices[-1], -1)
        if key != -1:
            keys.append(key)
            _count(slot, key, left, -1)
        elif keys:
            choices.pop()
            _count(slots[len(keys) - 1], keys.pop(), left, 1)
        else:
            break
    return []


def _count(slot: Slot, key: int | None, left: dict[int, Counter[int]], more: int) -> None:
    if slot.is_free and key is not None:
        left[slot.options][key] += more


def _choices(
    slots: Sequence[Slot], keys: Keys, left: Counter[int], chance: Chance
) -> Sequence[int | None]:
    """Where the next key may stand: by lot, the larger shares first more often."""
    slot = slots[len(keys)]
    if not slot.is_free:
        return [slot.fixed]
    may = [p for p, count in left.items() if count and not _runs(slots, keys, p)]
    return sorted(may, key=lambda p: chance("key", len(keys), p) // left[p])


def _runs(slots: Sequence[Slot], keys: Keys, position: int) -> bool:
    """Whether the next key, there, would make a run with those before and the fixed ones after."""
    before = sum(1 for _ in takewhile(lambda key: key == position, reversed(keys)))
    following = (slots[n].fixed for n in range(len(keys) + 1, len(slots)))
    after = sum(1 for _ in takewhile(lambda fixed: fixed == position, following))
    return before + 1 + after > LONGEST_RUN


def _in_turn(slots: Sequence[Slot], chance: Chance) -> Keys:
    """Each key where there are fewest so far, without a run if that can be."""
    keys: Keys = []
    for slot in slots:
        if slot.is_free:
            counts = Counter(keys)
            keys.append(
                min(
                    range(slot.options),
                    key=lambda p: (_runs(slots, keys, p), counts[p], chance("key", len(keys), p)),
                )
            )
        else:
            keys.append(slot.fixed)
    return keys
