"""An item: one question in one form, ready to show. It knows no output.

Forms make items and outputs read them; neither knows the other. An output that meets a new
response shape fails to type-check at its `match` (`assert_never`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from studypress.adopted import AdoptedNote
from studypress.model.words import Form, Importance, Kind, Level

# Fingerprints know a renamed field by the name that it had when the first papers were kept.
_SOURCES = {"citations": "sources"}


class Citation(Struct, frozen=True):
    """A citation, ready to show. `label` is the text's short name, "" for a plain reference;
    `find` is how it says what to search for."""

    label: str
    place: str
    evidence: str | None = None
    find: str = "find “{}”"

    def __str__(self) -> str:
        """Where, and the words to search for: `Essay ¶23 · find “signed on July 27”`."""
        where = f"{self.label} {self.place}".strip()
        if not self.evidence:
            return where
        return f"{where} · {self.find.replace('{}', self.evidence.strip('“”«»'))}"


class Rejected(Struct, frozen=True):
    """An answer that is not accepted, and why not."""

    answer: str
    reason: str | None = None


class Lack(StrEnum):
    """What an answer that still earns the mark leaves out."""

    DAY = "day"
    HEDGE = "hedge"


class Enough(Struct, frozen=True):
    """An answer that says less than the whole one and still earns the mark."""

    answer: str
    lacks: Lack


class Written(Struct, frozen=True):
    """A short answer in the student's own hand. `[brackets]` in the answer are supplied."""

    answer: str
    accept: tuple[str, ...] = ()
    reject: tuple[Rejected, ...] = ()
    enough: tuple[Enough, ...] = ()


class Gap(Struct, frozen=True):
    """The words that fill the one gap of a sentence."""

    before: str
    answer: str
    after: str
    accept: tuple[str, ...] = ()
    reject: tuple[Rejected, ...] = ()
    enough: tuple[Enough, ...] = ()


class Choice(Struct, frozen=True):
    """One thing to choose, and why it is wrong (None for the key)."""

    text: str
    reason: str | None = None


class Options(Struct, frozen=True):
    """Options in the order shown; `key` is the position of the right one.

    `ordered` options are dates or numbers: they stand in ascending order and are never shuffled.
    """

    options: tuple[Choice, ...]
    key: int
    ordered: bool


class Truth(Struct, frozen=True):
    """Whether the statement is true; where it is not, what is true instead."""

    is_true: bool
    correction: str | None = None


class Event(Struct, frozen=True):
    """One event to be put in order, its date, and its place in time, from 1."""

    text: str
    date: str
    rank: int


class Events(Struct, frozen=True):
    """Events in the order shown."""

    events: tuple[Event, ...]


class Pairing(Struct, frozen=True):
    """Prompts and a pool of answers in the order shown; `key` gives each prompt's place in it."""

    prompts: tuple[str, ...]
    pool: tuple[str, ...]
    key: tuple[int, ...]


class LevelOfResponse(Struct, frozen=True):
    """A level of response: its marks ("6–8"), and what an answer at this level does."""

    marks: str
    answer: str


class Content(Struct, frozen=True, rename=_SOURCES):
    """Something that a good long answer may hold, the points that it rests on, and where that is
    proved."""

    text: str
    points: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


class Essay(Struct, frozen=True):
    """A long answer, marked by level of response, with what it may be expected to hold."""

    levels: tuple[LevelOfResponse, ...]
    indicative: tuple[Content, ...]


class Point(Struct, frozen=True, rename=_SOURCES):
    """One point of an argument, the reply to it (objections only), and where it is proved."""

    text: str
    reply: str | None = None
    citations: tuple[Citation, ...] = ()


class Part(Struct, frozen=True, rename={"points": "steps"}):
    """The reasons, support, objections, concessions or limits of an argument, and their marks.

    `key` is the part's key in the format, `name` the word that is shown for it.
    """

    key: str
    name: str
    points: tuple[Point, ...]
    marks: int = 0


class Outline(Struct, frozen=True):
    """An argument as a structure."""

    holder: str
    claim: str
    parts: tuple[Part, ...]


class Side(Struct, frozen=True, rename=_SOURCES):
    """One of two that are compared."""

    name: str
    says: str
    citations: tuple[Citation, ...]


class Sides(Struct, frozen=True):
    """Two sides set against each other, and how they stand."""

    first: Side
    second: Side
    verdict: str


Response = Written | Gap | Options | Truth | Events | Pairing | Essay | Outline | Sides


class Landmark(Struct, frozen=True):
    """An event by which others are placed in time, and its day, counted as an item's days."""

    name: str
    day: int


class Named(Struct, frozen=True):
    """A question or person that the author named by `$id`, and the words of it that are shown."""

    id: str
    words: str


class Adoption(Struct, frozen=True):
    """The adopted note that asks a question, and by field the texts changed since as typed."""

    note: AdoptedNote
    corrected: Mapping[str, str]


class Item(Struct, frozen=True, rename=_SOURCES):
    """One question in one form. `labels` are the short names of the texts that it cites; `topic` is
    its file's, as a tag; `retired` says why it is asked no more, for those who learned it. `days`
    are the first and the last day of a dated event, counted from 1 January of the year 1. `named`
    is what of other questions and of people it shows. `adoption` is its note where it was adopted
    from a deck; `subdeck` the deck below the deck's own that its cards lie in."""

    id: str
    form: Form
    kind: Kind | None
    stem: str
    response: Response
    marks: int
    labels: tuple[str, ...]
    citations: tuple[Citation, ...]
    detail: str | None
    why: str | None
    note: str | None
    importance: Importance
    level: Level
    topic: str
    tags: tuple[str, ...]
    retired: str | None = None
    days: tuple[int, int] | None = None
    named: tuple[Named, ...] = ()
    adoption: Adoption | None = None
    subdeck: str | None = None


LONGEST_RUN = 3  # how often a key may have the same mark in a row


def fixed_mark(response: Response) -> str | None:
    """What marks the key however options are shuffled: its position where they are not, whether
    a statement is true. "" where it may be at any position, None where nothing is marked."""
    match response:
        case Options(key=key, ordered=ordered):
            return str(key) if ordered else ""
        case Truth(is_true=is_true):
            return str(is_true)
        case _:
            return None


def answer_lines(response: Response) -> Iterator[str]:
    """The key as lines of plain text, structured answers indented: for lists and keys."""
    match response:
        case Written(answer=answer) | Gap(answer=answer):
            yield answer
        case Options(options=options, key=key):
            yield options[key].text
        case Truth(is_true=True):
            yield "true"
        case Truth(correction=correction):
            yield f"false: {correction}" if correction else "false"
        case Events(events=events):
            yield from (
                f"{e.rank}. {e.text} ({e.date})" for e in sorted(events, key=lambda e: e.rank)
            )
        case Pairing(prompts=prompts, pool=pool, key=key):
            yield from (f"{prompt}: {pool[at]}" for prompt, at in zip(prompts, key, strict=True))
        case Essay(levels=levels, indicative=indicative):
            yield from (f"{level.marks}: {level.answer}" for level in levels)
            yield from (f"  {line}" for content in indicative for line in _content_lines(content))
        case Outline():
            yield from _outline_lines(response)
        case Sides(first=first, second=second, verdict=verdict):
            yield from (f"{side.name}: {side.says}" for side in (first, second))
            yield f"Verdict: {verdict}"


def _content_lines(content: Content) -> Iterator[str]:
    yield content.text
    yield from (f"  {point}" for point in content.points)


def _outline_lines(outline: Outline) -> Iterator[str]:
    yield f"Claim ({outline.holder}): {outline.claim}"
    for part in outline.parts:
        yield f"{part.name}:"
        for point in part.points:
            yield f"  {point.text}"
            if point.reply:
                yield f"    reply: {point.reply}"
