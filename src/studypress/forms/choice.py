"""Choice: the student picks the one right option."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from string import ascii_uppercase
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.decode import Malformed
from studypress.forms.answers import (
    Value,
    answer_of,
    distractors,
    option_of,
    reason_of,
    value_of,
)
from studypress.forms.base import Asked, item
from studypress.forms.overlaps import overlapping
from studypress.items import Choice, Item, Options
from studypress.model import dates, kinds, numbers, wordings
from studypress.model.question import Question
from studypress.model.supplied import plain
from studypress.model.wordings import Short
from studypress.model.words import Form, Option
from studypress.rules import Finding, Rule
from studypress.texts.words import same


def make(wording: wordings.Choice, question: Question, bank: Bank) -> Item:
    """Dates and numbers in ascending order; other options with the key first, to be shuffled."""
    short = question.wording(Short)
    key = Choice(plain(answer_of(question, bank) or ""))
    choices = [key, *(_choice(option, question, bank) for option in wording.wrong)]
    ordered = value_of(question) is not None
    if ordered:
        choices.sort(key=lambda c: _value(c.text, question).sort_key())  # type: ignore[union-attr]
    options = Options(tuple(choices), choices.index(key), ordered)
    return item(question, bank, Asked(Form.CHOICE, short.ask if short else "", options))


def _choice(option: Option, question: Question, bank: Bank) -> Choice:
    words = option.option
    reason = option.reason or (reason_of(words.reference, bank) if words.reference else None)
    return Choice(option_of(option, question, bank), reason)


_PARSERS: dict[type, Callable[[str], Value]] = {
    kinds.Date: dates.Date.parse,
    kinds.Number: numbers.Number.parse,
}


def _value(text: str, question: Question) -> Value | None:
    """An option's text as a value of the answer's type; None where it is not one."""
    parse = _PARSERS.get(type(question.known))
    return _parsed(text, parse) if parse else None


@lru_cache(maxsize=512)  # two rules ask for the same options in turn
def _parsed(text: str, parse: Callable[[str], Value]) -> Value | None:
    try:
        return parse(text)
    except Malformed:
        return None


def _without_ask(choice: wordings.Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    if not question.wording(Short):
        yield Finding(("wrong",), "there are options, and no question", "add `ask:`")


def _too_many(choice: wordings.Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    count = len(choice.wrong) + 1
    if count > len(ascii_uppercase):
        message = f"with the key these are {count} options, and there are 26 letters for them"
        yield Finding(("wrong",), message, "keep the best three or four distractors")


def _of_structure(choice: wordings.Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    if isinstance(question.known, kinds.Argument | kinds.Comparison):
        message = (
            f"the answer to a question of kind `{question.kind}` is not one of several options"
        )
        yield Finding(("wrong",), message, "delete `wrong`, or ask for one point of it as a fact")


def _is_key(choice: wordings.Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    answer = answer_of(question, bank)
    right = {same(plain(a)) for a in (answer, *question.accept) if a}
    for position, text in enumerate(distractors(question, bank)):
        if same(text) in right:
            message = f"the option `{text}` is the answer itself"
            yield Finding(
                ("wrong", position), message, "write something that is wrong, or delete it"
            )


def _twice(choice: wordings.Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    seen: set[str] = set()
    for position, text in enumerate(map(same, distractors(question, bank))):
        if text in seen:
            message = f"the option `{distractors(question, bank)[position]}` stands twice"
            yield Finding(("wrong", position), message, "delete one of the two")
        seen.add(text)


def _not_of_type(known: Measured, question: Question, bank: Bank) -> Iterator[Finding]:
    choice = question.wording(wordings.Choice)
    for position, option in enumerate(choice.wrong if choice else ()):
        text = option.option.text  # a reference has a rule of its own
        if option.option.reference is None and _value(text, question) is None:
            message = f"the answer is a {question.kind}, and the option `{text}` is not"
            yield Finding(("wrong", position), message, f"write a {question.kind}")


def _overlapping(known: Measured, question: Question, bank: Bank) -> Iterator[Finding]:
    texts = distractors(question, bank)
    if not texts:
        return
    key = plain(known.answer.text)
    places = {same(key): -1}  # options that say the same are another fault
    for position, text in enumerate(texts):
        places.setdefault(same(text), position)
    options = [(at, _value(texts[at], question)) for at in places.values() if at >= 0]
    compared = [(-1, known.answer), *((at, value) for at, value in options if value is not None)]
    for first, second in overlapping([value.sort_key() for _, value in compared]):
        other, position = compared[first][0], compared[second][0]
        message = f"`{texts[position]}` and `{texts[other]}` overlap"
        if other < 0:
            message = f"`{texts[position]}` could also be `{key}`: two options would be right"
        yield Finding(("wrong", position), message, "write options that exclude each other")


Measured = kinds.Date | kinds.Number

RULES: tuple[Rule[Any], ...] = (
    Rule(codes.WRONG_WITHOUT_ASK, wordings.Choice, _without_ask),
    Rule(codes.WRONG_OF_STRUCTURE, wordings.Choice, _of_structure),
    Rule(codes.TOO_MANY_OPTIONS, wordings.Choice, _too_many),
    Rule(codes.OPTION_IS_KEY, wordings.Choice, _is_key),
    Rule(codes.OPTION_TWICE, wordings.Choice, _twice),
    Rule(codes.OPTION_NOT_OF_TYPE, kinds.Date, _not_of_type),
    Rule(codes.OPTION_NOT_OF_TYPE, kinds.Number, _not_of_type),
    Rule(codes.OPTIONS_OVERLAP, kinds.Date, _overlapping),
    Rule(codes.OPTIONS_OVERLAP, kinds.Number, _overlapping),
)
