"""What a bank has for papers, worked out once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, cached_property

from msgspec import Struct

from studypress.bank import Bank
from studypress.choose.giveaways import Printed, printed
from studypress.forms import make_item
from studypress.items import Item
from studypress.model.question import Question
from studypress.model.words import Form


class Supply(Struct, frozen=True, dict=True, eq=False):
    """A bank's questions as papers draw them."""

    bank: Bank

    @cached_property
    def sets(self) -> Mapping[str, frozenset[str]]:
        """The questions of each set, by its name."""
        sets: dict[str, set[str]] = defaultdict(set)
        for question in self.bank.questions.values():
            if question.set and question.forms:
                sets[str(question.set)].add(str(question.id))
        return {name: frozenset(members) for name, members in sets.items()}

    @cached_property
    def by_form(self) -> Mapping[Form, list[Question]]:
        """The questions that are asked in each form, in the order of the bank."""
        asked: dict[Form, list[Question]] = defaultdict(list)
        for question in self.bank.questions.values():
            for form in question.forms:
                asked[form].append(question)
        return asked

    @cached_property
    def item(self) -> Callable[[str, Form], Item]:
        """A question in a form, made once."""
        return cache(lambda name, form: make_item(self.bank.questions[name], form, self.bank))

    @cached_property
    def printed(self) -> Callable[[str, Form], Printed]:
        """What a paper shows of a question in a form, worked out once."""
        names = {person.name: person.names[1:] for person in self.bank.people.values()}
        return cache(lambda name, form: printed(self.item(name, form), names))
