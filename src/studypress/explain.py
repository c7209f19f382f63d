"""The manual: what a code means, and which keys there are. Generated from codes and types."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum

from studypress.codes.table import BY_ID
from studypress.decode import Key, describe, is_mapping, meant, optional
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
_FILES: Mapping[str, type] = {
    "a file of questions": question.QuestionFile,
    "people.yaml": records.PeopleFile,
    "sources.yaml": records.SourcesFile,
}
_EMPTY_FILE = re.compile(r"^# \S+\n(?=# (?:questions|decks)/)", re.MULTILINE)
_WIDEST = 100  # characters of an example's line that are shown


def explain(word: str) -> str | None:
    """The page of a code (`Q104`), of a kind, form or file (`date`), or of a key (`cite`); None
    where there is none."""
    code = BY_ID.get(word.upper())
    if code:
        lines = list(_code_page(code))
    elif word in _TOPICS:
        lines = [*_keys_page(word, _TOPICS[word]), *_see_also(word)]
    else:
        lines = list(_key_page(word))
    return "\n".join(lines).rstrip() + "\n" if lines else None


def suggest(word: str) -> str:
    """What may have been meant."""
    keys = (key.name for _, tp in _mappings() for key in describe(tp).keys)
    known = dict.fromkeys((*_TOPICS, *keys, *(i.lower() for i in BY_ID)))
    return meant(word, list(known), otherwise="see `studypress explain`")


def contents() -> str:
    """All pages, a line each."""
    codes = (f"{code.id}  {code.severity:<7}  {code.title}" for _, code in sorted(BY_ID.items()))
    topics = ["keys of:", "  " + ", ".join(_TOPICS), "", "any key, such as `cite`"]
    return "\n".join(["codes:", *codes, "", *topics]) + "\n"


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
        yield f"  {key.name:<{width}} {mark}  {_said(key)}"


def _key_page(name: str) -> Iterator[str]:
    """Where a key stands, what it says there, and what stands under it."""
    places: dict[tuple[str, typing.Any], list[str]] = {}
    for word, tp in _mappings():
        for key in describe(tp).keys:
            if key.name == name:
                places.setdefault((_said(key), _inner(key.type)), []).append(word)
    for (said, tp), words in places.items():
        yield f"{name}, a key of {', '.join(dict.fromkeys(words))}: {said}"
        if _is_pair(tp):
            first, second = describe(tp).keys
            alone = "" if second.required else f", or `{first.name}` alone"
            yield f"  each on a line: `{first.name}: {second.name}`{alone}"
        elif is_mapping(tp):
            yield from ("", *_keys_page(name, tp), "")


def _mappings() -> Iterator[tuple[str, type]]:
    """Whatever is typed as keys and values, by its page or by the key under which it stands."""
    waiting = [*_FILES.items(), *_TOPICS.items()]
    while waiting:
        word, tp = waiting.pop(0)
        yield word, tp
        below = ((key.name, _inner(key.type)) for key in describe(tp).keys)
        waiting += [(name, inner) for name, inner in below if _has_no_page(inner)]


def _has_no_page(tp: typing.Any) -> bool:
    """Whether a type is typed as keys and values, and no word of the contents leads to it."""
    return is_mapping(tp) and not _is_pair(tp) and tp not in _TOPICS.values()


def _is_pair(tp: typing.Any) -> bool:
    return hasattr(tp, "__pair__")


def _inner(tp: typing.Any) -> typing.Any:
    """The type of a value, or of each value of a list."""
    tp = optional(tp)
    return optional(typing.get_args(tp)[0]) if typing.get_origin(tp) is tuple else tp


def _said(key: Key) -> str:
    """What a key holds, and its words where they are a closed set."""
    tp = _inner(key.type)
    closed = isinstance(tp, type) and issubclass(tp, StrEnum)
    return f"{key.doc} ({' | '.join(word.value for word in tp)})" if closed else key.doc


def _see_also(word: str) -> Iterator[str]:
    """Where the rest of a question's keys are: those of its kind and form are a part of them."""
    if word in kinds.KINDS or word in _FORMS:
        yield ""
        yield "Keys of every question, such as `cite`: studypress explain question"
    if word in kinds.KINDS:
        yield f"Keys of a form, such as `ask`: studypress explain FORM ({', '.join(_FORMS)})"
