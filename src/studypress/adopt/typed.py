"""Files of a bank as a person would type them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from studypress.adopt.questions import Draft
from studypress.source import scalar

_MODELINE = "# yaml-language-server: $schema={}.schema.json"
_NOT_ON_CARDS = "# On papers and in lists; the card shows what stands under `fields`."


class Typed(NamedTuple):
    """A question that is to be typed, and its id."""

    id: str
    draft: Draft


class NamedDeck(NamedTuple):
    """A deck of Anki's and its number; `topics` are those whose cards it takes."""

    name: str
    id: int
    topics: tuple[str, ...]


def bank_file(namespace: str, title: str, language: str) -> str:
    keys = {
        "format": "1",
        "bank": namespace,
        "title": title,
        "version": "1",
        "language": language,
        "tag": namespace,
    }
    lines = (f"{key}: {scalar(text)}" for key, text in keys.items())
    return _file(_MODELINE.format("question"), *lines)


def question_file(topic: str, questions: Iterable[str]) -> str:
    """The questions, as they are typed, under their topic."""
    head = (_MODELINE.format("question"), "format: 1", f"topic: {scalar(topic)}", "questions:")
    return _file(*head, *questions)


def question(asked: Typed, cited: str) -> str:
    """One question, and the deck that it comes from."""
    return "\n".join(_lines(asked, cited))


def deck_file(deck: NamedDeck, subdecks: Iterable[NamedDeck]) -> str:
    return _file(
        _MODELINE.format("definition"),
        f"deck: {scalar(deck.name)}",
        "format: 1",
        f"id: {deck.id}",
        "forms: [short, cloze]",
        *_from(deck.topics, ""),
        *_subdecks(tuple(subdecks)),
    )


def _subdecks(subdecks: tuple[NamedDeck, ...]) -> Iterator[str]:
    if subdecks:
        yield "subdecks:"
    for subdeck in subdecks:
        yield f"- deck: {scalar(subdeck.name)}"
        yield f"  id: {subdeck.id}"
        yield from _from(subdeck.topics, "  ")


def _from(topics: tuple[str, ...], indent: str) -> Iterator[str]:
    if topics:
        yield f"{indent}from:"
        yield f"{indent}  topic:"
        yield from (f"{indent}  - {scalar(topic)}" for topic in topics)


def _lines(asked: Typed, cited: str) -> Iterator[str]:
    read_as = asked.draft
    yield f"- id: {asked.id}"
    yield "  kind: fact"
    for key, text in read_as.texts.items():
        if key not in read_as.sources and key == next(iter(read_as.texts)):
            yield f"  {_NOT_ON_CARDS}"
        yield f"  {key}: {scalar(text, 4)}"
    if read_as.fields:
        yield "  fields:"
        yield from (f"  - {scalar(n)}: {scalar(text, 6)}" for n, text in read_as.fields.items())
    yield "  cite:"
    yield f"  - {scalar(cited)}"
    yield ""


def _file(*lines: str) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
