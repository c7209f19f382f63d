"""Which questions would give away each other's answers on one paper.

One gives away another where the other's key, as it would be printed, stands word for word in its
own stem, sentence, statement, events or prompts, or inside a longer option. So does any other name
of somebody who is a key. Case, marks and articles are forgotten. Two things do not count, for they
would shut out half a bank:

- a key that is a whole option: a name in a list tells no one what it is the answer to;
- a key of one word (China, 1952, turf) or of a matching question, whose keys are all printed beside
  it, unless the text around it shares a telling word with what asks for it, one of four letters or
  more that is not everyday English.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from studypress.items import Events, Gap, Item, Options, Pairing, Truth, Written
from studypress.model.supplied import plain
from studypress.texts.words import same

_SHORTEST_TELLING = 4
_EVERYDAY = frozenset(  # of English; without those of another language the rule is stricter there
    "about above account after again against also among another because been before being below "
    "between both called came could does doing done down during each else even ever every first "
    "following from gave give given goes going have having here himself however into itself just "
    "kind know known last later least less like made make many might more most much must name "
    "named never next none nothing once only other others over part said same says second several "
    "shall should since some still such take taken tell than that their them then there these they "
    "this those three through told took toward towards under until upon used very want wanted "
    "went were what when where whether which while whom whose will with within without word words "
    "would year years your".split()
)


class Key(NamedTuple):
    """An answer that is kept back; `near` are the words with one of which it tells, or None where
    it tells by itself."""

    words: str
    near: frozenset[str] | None


class Printed(Struct, frozen=True):
    """An item as students see it, in words to be compared, each part between spaces.

    `shown` are the telling words of all parts and options.
    """

    parts: tuple[str, ...]
    options: tuple[str, ...]
    keys: tuple[Key, ...]
    shown: frozenset[str]


Names = Mapping[str, tuple[str, ...]]  # the other names of a person, by the name shown


def printed(item: Item, names: Names) -> Printed:
    """What a paper shows of an item, and what it keeps back."""
    parts = tuple(map(_phrase, _parts(item)))
    options = tuple(map(_phrase, _options(item)))
    return Printed(parts, options, tuple(_keys(item, names)), _telling((*parts, *options)))


def gives_away(teller: Printed, other: Printed) -> bool:
    """Whether a paper that shows one tells the answer to the other."""
    return any(_tells(teller, key) for key in other.keys)


def _tells(teller: Printed, key: Key) -> bool:
    words, near = key
    said = any(words in part for part in teller.parts)
    if not said and not any(words in option and words != option for option in teller.options):
        return False
    return near is None or not near.isdisjoint(teller.shown)


def _parts(item: Item) -> Iterator[str]:
    yield item.stem
    match item.response:
        case Events(events=events):
            yield from (event.text for event in events)
        case Pairing(prompts=prompts):
            yield from prompts


def _options(item: Item) -> Iterator[str]:
    match item.response:
        case Options(options=options):
            yield from (option.text for option in options)
        case Pairing(pool=pool):
            yield from pool


def _keys(item: Item, names: Names) -> Iterator[Key]:
    """Each answer under every name that it has."""
    for answer, asked in _answers(item):
        telling = _telling((_phrase(asked),))
        for name in map(_phrase, (answer, *names.get(plain(answer), ()))):
            words = name.split()
            alone = len(words) > 1 and not isinstance(item.response, Pairing)
            if words:
                yield Key(name, None if alone else telling.difference(words))


def _answers(item: Item) -> Iterator[tuple[str, str]]:
    """Each with the text that asks for it."""
    match item.response:
        case Written(answer=answer) | Gap(answer=answer):
            yield answer, item.stem
        case Options(options=options, key=key):
            yield options[key].text, item.stem
        case Truth(correction=str() as correction):
            yield correction, item.stem
        case Pairing(prompts=prompts, pool=pool, key=key):
            yield from ((pool[at], prompt) for prompt, at in zip(prompts, key, strict=True))


def _phrase(text: str) -> str:
    return f" {same(plain(text))} "


def _telling(phrases: Sequence[str]) -> frozenset[str]:
    words = (word for phrase in phrases for word in phrase.split())
    return frozenset(w for w in words if len(w) >= _SHORTEST_TELLING and w not in _EVERYDAY)


class Giveaways:
    """Items by number, and for each those that it may not stand beside."""

    def __init__(self, items: Sequence[Printed]) -> None:
        self._items = items
        self._showing: dict[str, list[int]] = defaultdict(list)
        self._keyed: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(items):
            for word in {w for text in (*item.parts, *item.options) for w in text.split()}:
                self._showing[word].append(number)
            for key in item.keys:
                self._keyed[key.words.split()[0]].append(number)

    def of(self, number: int) -> set[int]:
        """Those whose answer it gives away, or which give away its own."""
        mine = self._items[number]
        words = {w for text in (*mine.parts, *mine.options) for w in text.split()}
        told = {o for word in words for o in self._keyed.get(word, ())}
        tellers = {o for key in mine.keys for o in self._showing.get(self._rarest(key.words), ())}
        found = {o for o in told if gives_away(mine, self._items[o])}
        found |= {o for o in tellers if gives_away(self._items[o], mine)}
        return found - {number}

    def _rarest(self, key: str) -> str:
        return min(key.split(), key=lambda word: len(self._showing.get(word, ())))
