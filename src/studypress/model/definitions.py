"""What to build: one file in `decks/` a deck or quiz."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studypress.decode import Origin, key
from studypress.model.extracts import Extracts
from studypress.model.folders import Folder
from studypress.model.names import Name, Version
from studypress.model.question import Allowed
from studypress.model.words import Form, Format, Id, Importance, Kind, Level, Reference


class Cards(StrEnum):
    """How many cards a fact."""

    ONE = "one"
    ALL = "all"


class Order(StrEnum):
    """What decides which card comes first."""

    AFTER = "after"
    IMPORTANCE = "importance"
    TIME = "time"


class Shuffled(StrEnum):
    """What stands in another order in each version. Options do always."""

    OPTIONS = "options"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which questions may be drawn; an absent key lets all pass."""

    kind: tuple[Kind, ...] = key("only these kinds", default=())
    text: tuple[Id, ...] = key("only questions that cite one of these texts", default=())
    importance: tuple[Importance, ...] = key("only of this importance", default=())
    level: tuple[Level, ...] = key("only of these levels", default=())
    topic: tuple[str, ...] = key("only of these topics", default=())
    tag: tuple[Id, ...] = key("only with one of these tags", default=())
    ids: tuple[Reference, ...] = key("only these questions", default=())


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of a section's questions are to be of some kind, text, level and so on."""

    count: int = key("how many")
    kind: Kind | None = key("of this kind", default=None)
    text: Id | None = key("that cite this text", default=None)
    level: Level | None = key("of this level", default=None)
    importance: Importance | None = key("of this importance", default=None)
    tag: Id | None = key("with this tag", default=None)


@dataclass(frozen=True, slots=True)
class Subdeck:
    """A deck below another, in the same package: Anki studies one after the other."""

    deck: str = key("its whole name in Anki, as in `Geography::Rivers`; never change it")
    id: int = key("its number in Anki, any large one; never change it")
    from_: Filter = key("whose cards go there; the first that fits takes them", default=Filter())


@dataclass(frozen=True, slots=True)
class Deck:
    """An Anki deck."""

    origin: Origin
    deck: str = key("the deck's name in Anki; never change it")
    format: Format = key("the version of the format: 1")
    id: int = key("the deck's number in Anki, any large one; never change it")
    forms: tuple[Form, ...] = key("forms to ask in; with one card a fact, the first that it has")
    cards: Cards = key("one or all of these forms a fact", default=Cards.ONE)
    sequence: tuple[Order, ...] = key("what decides the order of new cards", default=tuple(Order))
    from_: Filter = key("which questions to take", default=Filter())
    description: str | None = key("shown in Anki under the deck's name", default=None)
    subdecks: tuple[Subdeck, ...] = key("decks below it, for decks that have some", default=())


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper: so many questions in one form."""

    title: str = key("its heading")
    form: Form = key("the form of its questions")
    count: int = key("how many questions")
    marks: int | None = key("marks a question, instead of the form's own", default=None)
    from_: Filter = key("which questions may be drawn", default=Filter())
    at_least: tuple[Quota, ...] = key("least numbers by kind, text, level and so on", default=())
    at_most: tuple[Quota, ...] = key("greatest numbers by the same", default=())
    instruction: str | None = key("one sentence under the heading", default=None)
    extract: Extracts | None = key(
        "paragraphs to print before its questions, as in `essay 31-32`", default=None
    )


@dataclass(frozen=True, slots=True)
class Quiz:
    """A printed paper with its key."""

    origin: Origin
    quiz: str = key("the paper's title")
    format: Format = key("the version of the format: 1")
    minutes: int = key("time allowed")
    sections: tuple[Section, ...] = key("the parts of the paper")
    versions: tuple[Version, ...] = key(
        "letters, as in `[A, B]`, or how many, as in `12`", default=()
    )
    shuffle: Shuffled = key(
        "what has another order in each version: options only, or questions too",
        default=Shuffled.OPTIONS,
    )
    seed: int = key("another number draws another paper", default=1)
    must: tuple[Reference, ...] = key("questions that must be in", default=())
    must_not: tuple[Reference, ...] = key("questions that must not be in", default=())
    not_in: tuple[Name, ...] = key(
        "quizzes or kept papers; no question and no fact of theirs is in this one",
        default=(),
    )
    allow: tuple[Allowed, ...] = key("warnings that are meant: code, then the reason", default=())
    look: Folder | None = key(
        "a folder in decks/ of templates and style sheets that replace the built-in ones",
        default=None,
    )
    reading: bool = key("whether to print a numbered handout of the texts", default=False)
    tries: int = key("dead ends after which the search for a paper ends", default=10_000)


Definition = Deck | Quiz

DEFINITIONS: dict[str, type[Definition]] = {"deck": Deck, "quiz": Quiz}
