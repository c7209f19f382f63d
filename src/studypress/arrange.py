"""The versions of a paper: the same questions, with options, events and pairs in another order.

Options that are dates or numbers stand in ascending order, always. The others are shuffled so
that the key is in each position about equally often, and never in one more than three times in
a row.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from studypress.bank import Bank
from studypress.choose import Drawn
from studypress.forms import make_item
from studypress.items import Events, Item, Options, Pairing, answer_lines
from studypress.model.definitions import Quiz
from studypress.model.names import LETTERS, Version
from studypress.paper import Entry, Paper, Section
from studypress.seeds import rank

_LONGEST_RUN = 3
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is mistaken for another
_CODE_LENGTH = 6


def papers(name: str, quiz: Quiz, drawn: Drawn, bank: Bank) -> tuple[Paper, ...]:
    """Every version of a quiz; without versions in the definition, version A."""
    versions = quiz.versions or (Version(LETTERS[0]),)
    return tuple(_paper(name, quiz, drawn, bank, version) for version in versions)


def _paper(name: str, quiz: Quiz, drawn: Drawn, bank: Bank, version: Version) -> Paper:
    arranger = _Arranger(lambda *words: rank(quiz.seed, version.text, *words))
    sections = []
    number = 0
    for letter, section, questions in zip(
        string.ascii_uppercase, quiz.sections, drawn, strict=False
    ):
        entries = []
        for question in questions:
            number += 1
            item = arranger.arranged(make_item(question, section.form, bank))
            entries.append(Entry(number, item, section.marks or item.marks))
        shown = Section(letter, section.title, section.form, tuple(entries), section.instruction)
        sections.append(shown)
    record = bank.record
    paper = Paper(
        name, quiz.quiz, version.text, quiz.minutes, "", record.title, record.version,
        record.language, tuple(sections),
    )  # fmt: skip
    return replace(paper, code=_code(paper))


def _code(paper: Paper) -> str:
    """Names exactly this paper: its questions, their arrangement and their words."""
    number = rank(paper.name, paper.version, *(_words(e) for e in paper.entries))
    letters = ""
    for _ in range(_CODE_LENGTH):
        number, rest = divmod(number, len(_CODE_LETTERS))
        letters += _CODE_LETTERS[rest]
    return letters


def _words(entry: Entry) -> str:
    item = entry.item
    return "\0".join(
        (item.id, item.form, item.prompt, repr(item.response), *answer_lines(item.response))
    )


@dataclass(slots=True)
class _Arranger:
    """Arranges the items of one version in turn, keeping count of where keys have stood."""

    chance: Callable[..., int]
    counts: Counter[int] = field(default_factory=Counter)
    keys: list[int] = field(default_factory=list)

    def arranged(self, item: Item) -> Item:
        match item.response:
            case Options() as options:
                return item._replace(response=self._options(options, item.id))
            case Events() as events:
                return item._replace(response=self._events(events, item.id))
            case Pairing() as pairing:
                return item._replace(response=self._pairing(pairing, item.id))
            case _:
                return item

    def _options(self, options: Options, name: str) -> Options:
        if not options.ordered:
            key = options.options[options.key]
            others = [o for o in options.options if o is not key]
            others.sort(key=lambda o: self.chance(name, o.text))
            position = self._position(len(options.options), name)
            others.insert(position, key)
            options = Options(tuple(others), position, ordered=False)
        self.counts[options.key] += 1
        self.keys.append(options.key)
        return options

    def _position(self, length: int, name: str) -> int:
        last = self.keys[-_LONGEST_RUN:]
        tired = last[0] if len(last) == _LONGEST_RUN and len(set(last)) == 1 else None
        free = [p for p in range(length) if p != tired]
        return min(free, key=lambda p: (self.counts[p], self.chance(name, "key", p)))

    def _events(self, events: Events, name: str) -> Events:
        shuffled = sorted(events.events, key=lambda e: self.chance(name, e.text))
        if [e.rank for e in shuffled] == sorted(e.rank for e in shuffled):
            shuffled.reverse()  # in order already: nothing would be left to do
        return Events(tuple(shuffled))

    def _pairing(self, pairing: Pairing, name: str) -> Pairing:
        prompts = self._shuffled(range(len(pairing.prompts)), name, "prompt")
        pool = self._shuffled(range(len(pairing.pool)), name, "pool")
        return Pairing(
            tuple(pairing.prompts[p] for p in prompts),
            tuple(pairing.pool[p] for p in pool),
            tuple(pool.index(pairing.key[p]) for p in prompts),
        )

    def _shuffled(self, positions: Sequence[int], name: str, part: str) -> list[int]:
        return sorted(positions, key=lambda p: self.chance(name, part, p))
