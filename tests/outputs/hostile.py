"""A bank that attacks whoever builds it: every text of every kind, form and definition is code of
some language. Its fields are taken from the model's types, so that new ones are attacked too."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import count
from typing import Any

from studypress.decode import describe, is_mapping, optional
from studypress.model import dates, kinds, numbers, wordings
from studypress.model.definitions import Deck, Quiz, QuizSection
from studypress.model.kinds import KINDS, Occasion
from studypress.model.question import Question
from studypress.model.records import BankFile, Person, Text
from studypress.model.words import (
    Address,
    Citation,
    Form,
    Gapped,
    Id,
    Kind,
    Range,
    Reference,
    Words,
)

ATTACKS = (
    "<script>window.attacked = 1</script> </script> </style> </title> </textarea>",
    "<img src=x onerror=alert(1)> <svg onload=alert(1)> \"><b onmouseover=alert(1)> '><i>",
    "javascript:alert(1) <a href=javascript:alert(1)>a</a> <iframe srcdoc=a></iframe> <!-- -->",
    "{{Question}} {{#Why}} {{/Why}} {{c1::a}} {% raw %} {{ 7 * 7 }} {0} {a!r} %s %(a)s ${a}",
    "[sound:a.mp3] [anki:tts lang=en_US]a[/anki:tts] [latex]a[/latex] [$]a[/$] \\(a\\) \\[a\\] $$a$$",
    "&lt;b&gt; &#60; ]]> url(https://attack.test/a) @import 'a'; \\3c b } body{display:none}",
    '<w:r/> \\" =1+1 +1 -1 @SUM(1) <https://attack.test/b> ![a](https://attack.test/c)',
)
HARMLESS = ("nothing but [words]",)

# No texts but names of something; and `fields`, of adopted notes only (see tests/adopt).
_SKIPPED = set(
    "fields after allow counted retired set format landmarks language from at-least at-most subdecks "
    "topics".split()
)


class Author:
    """Writes values for the types of keys. Each text begins with a word of its own."""

    def __init__(self, attacks: tuple[str, ...]) -> None:
        self._attacks = attacks
        self._number = count(1)
        self._day = count()
        self.texts: list[str] = []

    def text(self) -> str:
        number = next(self._number)
        turn = number % len(self._attacks)
        said = " ".join((*self._attacks[turn:], *self._attacks[:turn]))
        self.texts.append(f"Mark{number} {said}")
        return self.texts[-1]

    def value(self, tp: Any) -> Any:
        """A value of a type, as YAML has it. Raises LookupError for a type that is new here."""
        tp = optional(tp)
        if typing.get_origin(tp) is tuple:
            return [self.value(typing.get_args(tp)[0]) for _ in range(3)]
        if tp in (str, Words, Citation):
            return self.text()
        if tp is Gapped:
            before, gap, after = (
                self.text().replace("{", "{{").replace("}", "}}") for _ in range(3)
            )
            return f"{before} {{{gap}}} {after}"
        if tp is dates.Date:
            day = next(self._day)
            return f"{day % 28 + 1} May {1800 + day // 28}"
        if tp is numbers.Number:
            return f"{next(self._number)} {self.text()}"
        if hasattr(tp, "__pair__"):
            first, second = describe(tp).keys
            return {str(self.value(first.type)): self.value(second.type)}
        if is_mapping(tp):
            return self.keys(tp)
        return self._word(tp)

    def _word(self, tp: Any) -> str:
        if isinstance(tp, type) and issubclass(tp, StrEnum):
            return next(iter(tp)).value
        return {
            bool: "false",
            int: str(next(self._number)),
            Id: f"id-{next(self._number)}",
            Reference: "$somebody",
            Range: "1-8",
            Occasion: "not given",
            Address: "https://example.org/[sound:a.mp3]\\(a\\)&quot;?id=",
        }[tp]

    def keys(self, tp: type, **given: Any) -> dict[str, Any]:
        """All keys of a type that take text, and those that must be there."""
        made = {
            key.name: self.value(key.type)
            for key in describe(tp).keys
            if key.name not in given and key.name not in _SKIPPED
            if key.required or _takes_text(key.type)
        }
        return {name.replace("_", "-"): value for name, value in given.items()} | made


def _takes_text(tp: Any) -> bool:
    tp = optional(tp)
    if typing.get_origin(tp) is tuple:
        return _takes_text(typing.get_args(tp)[0])
    if tp in (str, Words, Address) or hasattr(tp, "__pair__"):
        return True
    is_group = is_mapping(tp)
    return is_group and any(_takes_text(key.type) for key in describe(tp).keys)


_STRUCTURES = (Kind.ARGUMENT, Kind.COMPARISON)


def _of_kind(author: Author, kind: str, number: int) -> dict[str, Any]:
    known = author.keys(KINDS[kind])
    if kind == Kind.COMPARISON:
        known["sides"] = known["sides"][:2]
    question = author.keys(Question, id=f"{kind}-{number}", kind=kind)
    question |= author.keys(wordings.Short) | author.keys(wordings.Cloze)
    if kind not in _STRUCTURES:
        question |= author.keys(wordings.Choice)
    if number and kind not in _STRUCTURES:  # what somebody claims is neither true nor false
        del question["claimed-by"]
        question |= author.keys(wordings.TrueFalse)
    answers = {Kind.DATE: dates.Date, Kind.NUMBER: numbers.Number}
    if kind in answers:
        wrong = [author.value(answers[Kind(kind)]) for _ in range(3)]
        question["wrong"] = [{option: author.text()} for option in wrong]
    if number == 0 and kind in _NAMED:  # as the option of another it brings its event or role
        question["wrong"] = [*question["wrong"][:2], _NAMED[Kind(kind)]]
    return question | known


_NAMED = {
    Kind.DATE: "$date-1",
    Kind.NUMBER: "$number-1",
    Kind.PERSON: "$speaker-2",
    Kind.PLACE: "$place-1",
    Kind.QUOTE: "$speaker-1",
}


def questions(author: Author) -> Iterator[dict[str, Any]]:
    """Each kind in every form that it may have, three times; and the derived ones."""
    for kind in KINDS:
        for number in range(3):
            question = _of_kind(author, kind, number)
            if kind == Kind.QUOTE:
                question["speaker"] = f"$speaker-{number}"
            yield question
    dated, quoted = (", ".join(f"${k}-{n}" for n in range(3)) for k in (Kind.DATE, Kind.QUOTE))
    yield author.keys(Question, id="ordering") | {"order": Listed(dated)}
    yield author.keys(Question, id="matching") | {"match": "speaker", "of": Listed(quoted)}
    essay = author.keys(wordings.Long, marks="8", levels=[{"1-8": author.text()}])
    yield author.keys(Question, id="essay") | essay | {"indicative": Listed("$argument-0, $fact-0")}


class Listed(str):
    """References in brackets."""


def files(attacks: tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    """The files of the bank, and the texts in them."""
    author = Author(attacks)
    asked = list(questions(author))
    names = ["somebody", *(f"speaker-{n}" for n in range(3))]
    people = [author.keys(Person, id=name) for name in names]
    bank = author.keys(BankFile, bank="hostile", tag="hostile", language="en")
    bank |= {"format": "1", "landmarks": Listed("$date-0, $date-1, $date-2")}
    made = {
        "questions/bank.yaml": yaml(bank),
        "questions/people.yaml": yaml({"format": "1", "people": people}),
        "questions/all.yaml": yaml({"format": "1", "topic": author.text(), "questions": asked}),
        "decks/cards.yaml": yaml(
            author.keys(Deck, id="1600000001", forms=list(Form)[:4])
            | {"format": "1", "cards": "all"}
        ),
    }
    for form in Form:
        counted = sum(form in _forms(question) for question in asked)
        section = author.keys(QuizSection, form=form.value, count=str(counted))
        quiz = author.keys(Quiz, minutes="10", sections=[section]) | {"format": "1"}
        made[f"decks/{form}.yaml"] = yaml(quiz)
    whole = "".join(made.values())
    return made, [text for text in author.texts if f"{text.split()[0]} " in whole]


def _forms(question: Mapping[str, Any]) -> set[Form]:
    return {
        form
        for tp, form in wordings.WORDINGS.items()
        if {k.name for k in describe(typing.cast(Any, tp)).keys if k.required} <= question.keys()
    }


def sources(attacks: tuple[str, ...]) -> tuple[str, str, str]:
    """A record of a text, a quotation from it, and that text."""
    author = Author(attacks)
    said = author.text()
    text = author.keys(Text, key="memoir", paragraphs="1", sections=[{"1": author.text()}])
    record = yaml({"format": "1", "texts": [text]})
    quote = author.keys(kinds.Quote, words=said, speaker="$somebody")
    question = {"id": "quoted", "kind": "quote", **quote, "cite": [{"memoir 1": said}]}
    question |= author.keys(wordings.Short)
    asked = yaml({"format": "1", "topic": "Quoted", "questions": [question]})
    return record, asked, f"[1] {said}\n"


def yaml(value: object, indent: int = 0) -> str:
    """Block YAML, every text in double quotes."""
    pad = " " * indent
    if isinstance(value, Listed):
        return f" [{value}]\n"
    if isinstance(value, list):
        return "\n" + "".join(f"{pad}-{_item(entry, indent)}" for entry in value)
    if isinstance(value, dict):
        lines = "".join(f"{pad}{_key(name)}:{yaml(v, indent + 2)}" for name, v in value.items())
        return ("\n" if indent else "") + lines
    return f" {_quoted(str(value))}\n"


def _item(value: object, indent: int) -> str:
    return f" {yaml(value, indent + 2).lstrip()}" if isinstance(value, dict) else yaml(value)


def _key(name: str) -> str:
    return name if name.replace("-", "").isalnum() else _quoted(name)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
