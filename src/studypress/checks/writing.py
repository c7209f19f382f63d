"""Rules of item-writing: what a good question avoids. All are warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from studypress import codes
from studypress.bank import Bank
from studypress.forms.answers import answer_of, distractors, value_of, variants_of
from studypress.model import kinds
from studypress.model.question import Question
from studypress.model.supplied import plain
from studypress.model.wordings import Choice, Cloze, Short
from studypress.rules import Finding, Rule
from studypress.texts.words import same, words

_MOST_LONGER = 1.5, 15  # times the longest distractor, and characters more
_FEWEST_WRONG, _MOST_WRONG = 2, 4
_GAP_WORDS, _AROUND_GAP = 4, 4
_ANSWER_WORDS = 12
_STEM_WORDS, _SHORTEST_STEM = 60, 4
_ENDS = ("?", ".", "…", "？", "。", "؟", "।", ";", ";")  # also of other scripts; Greek asks with ;
_FOUR_WORDS = re.compile(r"(?:\W*\w+\s){3}\W*\w")  # told without counting them all
_STRUCTURES = (kinds.Argument, kinds.Comparison)
_PINNED = re.compile(
    r"\b(?:all|none|both|neither|any) of (?:the|these)(?: above)?\b", re.IGNORECASE
)
_NEGATIVE = re.compile(r"\b(?:not(?! (?:to|only)\b)|except|never|least likely)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”")
_LIST = re.compile(
    r"^(?:list|name|give|state) (?:the |all )?(?:\w+ )?(?:three|four|five|six|\d+)\b", re.IGNORECASE
)


def _key_is_longest(choice: Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    texts = distractors(question, bank)
    key = plain(answer_of(question, bank) or "")
    longest = max(map(len, texts), default=len(key))
    times, more = _MOST_LONGER
    if value_of(question) is None and len(key) > longest * times and len(key) >= longest + more:
        message = f"the key has {len(key)} characters, the longest distractor {longest}"
        yield Finding(("answer",), message, "shorten the key, or lengthen a distractor")


def _all_of_the_above(choice: Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    for position, text in enumerate(distractors(question, bank)):
        if _PINNED.search(text):
            advice = "write a distractor of its own"
            yield Finding(("wrong", position), f"`{text}` refers to other options", advice)


def _negative(choice: Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    short = question.wording(Short)
    match = _NEGATIVE.search(_QUOTED.sub("", short.ask)) if short else None
    if match:
        message = f"the stem is negative (“{match.group()}”)"
        yield Finding(("ask",), message, "ask for what is so")


def _number_of_options(choice: Choice, question: Question, bank: Bank) -> Iterator[Finding]:
    if not _FEWEST_WRONG <= len(choice.wrong) <= _MOST_WRONG:
        message = f"with the key these are {len(choice.wrong) + 1} options"
        advice = f"write {_FEWEST_WRONG} to {_MOST_WRONG} distractors"
        yield Finding(("wrong",), message, advice)


def _key_in_stem(short: Short, question: Question, bank: Bank) -> Iterator[Finding]:
    answer = answer_of(question, bank)
    if not answer:
        return
    said = f" {same(short.ask)} "
    for text in (plain(answer), *variants_of(question, bank)):
        if same(text) and f" {same(text)} " in said:
            message = f"the answer, “{text}”, stands in the question"
            yield Finding(("ask",), message, "ask without naming it")
            return


def _incomplete(short: Short, question: Question, bank: Bank) -> Iterator[Finding]:
    stem = short.ask
    if not _is_long_enough(stem) or not stem.rstrip("”’»\"')").endswith(_ENDS):
        message = "the stem is not a whole question"
        yield Finding(("ask",), message, "ask in full, ending with a question mark or a full stop")


def _is_long_enough(stem: str) -> bool:
    return _FOUR_WORDS.match(stem) is not None or len(words(stem)) >= _SHORTEST_STEM


def _gap(wording: Cloze, question: Question, bank: Bank) -> Iterator[Finding]:
    gap, around = words(wording.cloze.gap), words(wording.cloze.before + " " + wording.cloze.after)
    if len(gap) > _GAP_WORDS or len(around) < _AROUND_GAP:
        message = f"the gap has {len(gap)} words, the text around it {len(around)}"
        advice = f"at most {_GAP_WORDS} words in the gap, at least {_AROUND_GAP} around it"
        yield Finding(("cloze",), message, advice)


def _long_answer(short: Short, question: Question, bank: Bank) -> Iterator[Finding]:
    answer = answer_of(question, bank)
    if answer and len(answer.split()) > _ANSWER_WORDS:
        message = f"the answer has {len(answer.split())} words"
        advice = f"ask one thing, in at most {_ANSWER_WORDS} words"
        yield Finding(("answer",), message, advice)


def _yes_or_no(_: Question, question: Question, bank: Bank) -> Iterator[Finding]:
    answer = answer_of(question, bank)
    if answer and same(answer) in ("yes", "no"):
        advice = "ask who, what, when or why; or write a `statement`"
        yield Finding(("ask",), "the answer is yes or no", advice)


def same_stem() -> Rule[Short]:
    """A rule that remembers the stems that it has seen: to be made anew for each pass over a bank.

    Stems are the same where only case, articles and punctuation tell them apart.
    """
    first: dict[str, Question] = {}

    def find(short: Short, question: Question, bank: Bank) -> Iterator[Finding]:
        other = first.setdefault(same(short.ask), question)
        if other is not question:
            message = f"`{other.id}` asks the same"
            yield Finding(("ask",), message, "say in each what tells them apart")

    return Rule(codes.SAME_STEM, Short, find)


def _long_stem(short: Short, question: Question, bank: Bank) -> Iterator[Finding]:
    count = len(short.ask.split())
    if count > _STEM_WORDS:
        message = f"the stem has {count} words"
        yield Finding(("ask",), message, f"say it in at most {_STEM_WORDS}")


def _list(short: Short, question: Question, bank: Bank) -> Iterator[Finding]:
    if _LIST.match(short.ask) and not isinstance(question.known, _STRUCTURES):
        yield Finding(("ask",), "the stem asks for a list", "ask for one of them")


RULES: tuple[Rule[Any], ...] = (
    Rule(codes.KEY_IS_LONGEST, Choice, _key_is_longest),
    Rule(codes.ALL_OF_THE_ABOVE, Choice, _all_of_the_above),
    Rule(codes.NEGATIVE_STEM, Choice, _negative),
    Rule(codes.NUMBER_OF_OPTIONS, Choice, _number_of_options),
    Rule(codes.KEY_IN_STEM, Short, _key_in_stem),
    Rule(codes.INCOMPLETE_STEM, Short, _incomplete),
    Rule(codes.GAP_SIZE, Cloze, _gap),
    Rule(codes.LONG_ANSWER, Short, _long_answer),
    Rule(codes.YES_OR_NO, Question, _yes_or_no),
    Rule(codes.LONG_STEM, Short, _long_stem),
    Rule(codes.LIST_ANSWER, Short, _list),
)
