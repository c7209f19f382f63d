"""The versions of a paper: the same questions, with options, events and pairs in another order.

Options that are dates or numbers stand in ascending order, always. The others are shuffled so
that the key is at each position about equally often, and never at one more than three times in a
row. Questions stand in one order in all versions, unless the definition says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from itertools import chain, groupby

from msgspec import Struct

from studypress.arrange.layout import Chosen, Layout, LayoutSection, content, id_of, papers
from studypress.arrange.order import Block, without_runs
from studypress.arrange.positions import Chance, Slot, positions
from studypress.arrange.responses import Arrangement, arrangement, sizes
from studypress.bank import Bank
from studypress.choose import Drawn
from studypress.forms import make_item
from studypress.items import Item, Options, fixed_mark
from studypress.model.definitions import Quiz, Shuffled
from studypress.model.names import letters
from studypress.model.question import Question
from studypress.seeds import rank

__all__ = [
    "Arrangement",
    "Chosen",
    "Layout",
    "LayoutSection",
    "arrangement",
    "content",
    "id_of",
    "lay_out",
    "papers",
    "sizes",
]

Ids = tuple[tuple[str, ...], ...]  # the ids of each section's questions


def lay_out(name: str, quiz: Quiz, drawn: Drawn, bank: Bank) -> Layout:
    """A quiz in all its versions; without versions in the definition, in version A."""
    versions = tuple(map(str, quiz.versions)) or letters(1)
    arranger = _Arranger(quiz, drawn, bank)
    record = bank.record
    return Layout(
        name=name,
        title=quiz.quiz,
        minutes=quiz.minutes,
        bank_title=record.title,
        bank_version=record.version,
        language=record.language,
        versions=versions,
        sections=arranger.sections(versions),
        reading=quiz.reading,
        look=quiz.look,
    )


class _Arranger(Struct, frozen=True, dict=True):
    """A drawn paper and its items."""

    quiz: Quiz
    drawn: Drawn
    bank: Bank

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        pairs = zip(self.quiz.sections, self.drawn, strict=True)
        items = (make_item(q, section.form, self.bank) for section, qs in pairs for q in qs)
        return {item.id: item for item in items}

    def sections(self, versions: Sequence[str]) -> tuple[LayoutSection, ...]:
        plain = self._in_order(self.drawn)
        shuffled = self.quiz.shuffle is Shuffled.QUESTIONS
        orders = [self._shuffled(version) if shuffled else plain for version in versions]
        arranged = [
            self._arrangements(order, partial(rank, self.quiz.seed, version))
            for order, version in zip(orders, versions, strict=True)
        ]
        return tuple(
            LayoutSection(
                title=section.title,
                form=section.form,
                instruction=section.instruction,
                questions=tuple(self._chosen(name, section.marks, arranged) for name in ids),
                extract=section.extract,
                orders=tuple(tuple(map(ids.index, order[number])) for order in orders)
                if shuffled
                else (),
            )
            for number, (section, ids) in enumerate(zip(self.quiz.sections, plain, strict=True))
        )

    def _chosen(
        self, name: str, marks: int | None, arranged: Sequence[Mapping[str, Arrangement]]
    ) -> Chosen:
        item = self._items[name]
        return Chosen(item, marks or item.marks, tuple(version[name] for version in arranged))

    def _shuffled(self, version: str) -> Ids:
        """The sections in another order by lot, those of a set in theirs."""
        lot = partial(rank, self.quiz.seed, version, "order")
        sections = (
            sorted(section, key=lambda question: lot(str(question.set or question.id)))
            for section in self.drawn
        )
        return self._in_order(tuple(map(tuple, sections)))

    def _in_order(self, sections: Drawn) -> Ids:
        """Without runs of one key."""
        blocks = [[self._block(tuple(same)) for same in _blocks(section)] for section in sections]
        return tuple(
            tuple(str(q.id) for block in section for q in block.questions)
            for section in without_runs(blocks)
        )

    def _block(self, questions: tuple[Question, ...]) -> Block:
        marks = (fixed_mark(self._items[str(q.id)].response) for q in questions)
        return Block(questions, tuple(mark for mark in marks if mark is not None))

    def _arrangements(self, order: Ids, chance: Chance) -> dict[str, Arrangement]:
        items = [self._items[name] for name in chain(*order)]
        marked = [item for item in items if fixed_mark(item.response) is not None]
        keys = positions(list(map(_slot, marked)), chance)
        places = dict(zip((item.id for item in marked), keys, strict=True))
        return {item.id: arrangement(item, places.get(item.id), chance) for item in items}


def _blocks(section: Sequence[Question]) -> list[list[Question]]:
    """Questions of one set together, every other by itself."""
    sets = groupby(section, key=lambda question: question.set or question.id)
    return [list(questions) for _, questions in sets]


def _slot(item: Item) -> Slot:
    match item.response:
        case Options(options=options, key=key, ordered=ordered):
            return Slot(len(options), key if ordered else None)
        case _:
            return Slot(0)
