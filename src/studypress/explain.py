"""The manual: what a code means, and which keys there are. Generated from codes and types."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum

from studypress.codes.table import BY_ID
from studypress.decode import describe, meant, optional
from studypress.diagnostics import Code
from studypress.model import definitions, kept, kinds, question, records, wordings

_FORMS: Mapping[str, type] = {form.value: tp for tp, form in wordings.WORDINGS.items()}
_TOPICS: Mapping[str, type] = {
    "question": question.Question,
    **kinds.KINDS,
    **_FORMS,
    "bank.yaml": records.BankFile,
    "people.yaml": records.Person,
    "sources.yaml": records.Text,
    "deck": definitions.Deck,
    "quiz": definitions.Quiz,
    "section": definitions.QuizSection,
    "from": definitions.Filter,
    "subdecks": definitions.Subdeck,
    "at-least": definitions.Quota,
    "paper": kept.KeptPaper,
}
_EMPTY_FILE = re.compile(r"^# \S+\n(?=# (?:questions|decks)/)", re.MULTILINE)
_WIDEST = 100  # characters of an example's line that are shown


def explain(word: str) -> str | None:
    """The page of a code (`Q104`) or of a kind, form or file (`date`); None where there is none."""
    code = BY_ID.get(word.upper())
    if code:
        return "\n".join(_code_page(code)) + "\n"
    tp = _TOPICS.get(word)
    return "\n".join(_keys_page(word, tp)) + "\n" if tp else None


def suggest(word: str) -> str:
    """What may have been meant."""
    return meant(
        word, [*_TOPICS, *(i.lower() for i in BY_ID)], otherwise="see `studypress explain`"
    )


def contents() -> str:
    """All pages, a line each."""
    codes = (f"{code.id}  {code.severity:<7}  {code.title}" for _, code in sorted(BY_ID.items()))
    return "\n".join(["codes:", *codes, "", "keys of:", "  " + ", ".join(_TOPICS)]) + "\n"


def _code_page(code: Code) -> Iterator[str]:
    yield f"{code.id} ({code.severity}): {code.title}"
    yield ""
    yield code.why
    for name, example in (("Not so", code.bad), ("But so", code.good)):
        yield ""
        yield f"{name}:"
        yield ""
        text = repr(example)[2:-1] if isinstance(example, bytes) else example
        shown = _EMPTY_FILE.sub("", text).removesuffix("\n")
        yield from (f"    {_shortened(line)}".rstrip() for line in shown.split("\n"))


def _shortened(line: str) -> str:
    """As a terminal can show it: what cannot be seen as its escape."""
    shown = line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown)


def _keys_page(word: str, tp: type) -> Iterator[str]:
    yield f"Keys of {word} (* must be there):"
    yield ""
    keys = describe(tp).keys
    width = max((len(key.name) for key in keys), default=0)
    for key in keys:
        mark = "*" if key.required else " "
        yield f"  {key.name:<{width}} {mark}  {key.doc}{_words(key.type)}"
    yield from _see_also(word)


def _see_also(word: str) -> Iterator[str]:
    """Where the rest of a question's keys are: those of its kind and form are a part of them."""
    if word in kinds.KINDS or word in _FORMS:
        yield ""
        yield "Keys of every question, such as `cite`: studypress explain question"
    if word in kinds.KINDS:
        yield f"Keys of a form, such as `ask`: studypress explain FORM ({', '.join(_FORMS)})"


def _words(tp: typing.Any) -> str:
    tp = optional(tp)
    if typing.get_origin(tp) is tuple:
        tp = optional(typing.get_args(tp)[0])
    if isinstance(tp, type) and issubclass(tp, StrEnum):
        return f" ({' | '.join(word.value for word in tp)})"
    return ""
