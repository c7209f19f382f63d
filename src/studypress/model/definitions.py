"""What to build: one file in `decks/` a deck or quiz."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from studypress.decode import Origin
from studypress.model.extracts import Extracts
from studypress.model.folders import Folder
from studypress.model.names import Name, Version
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


class Filter(Struct, frozen=True):
    """Which questions may be drawn; an absent key lets all pass."""

    kind: Annotated[tuple[Kind, ...], "only these kinds"] = ()
    text: Annotated[tuple[Id, ...], "only questions that cite one of these texts"] = ()
    importance: Annotated[tuple[Importance, ...], "only of this importance"] = ()
    level: Annotated[tuple[Level, ...], "only of these levels"] = ()
    topic: Annotated[tuple[str, ...], "only of these topics"] = ()
    tag: Annotated[tuple[Id, ...], "only with one of these tags"] = ()
    ids: Annotated[tuple[Reference, ...], "only these questions"] = ()


class Quota(Struct, frozen=True):
    """How many of a section's questions are to be of some kind, text, level and so on."""

    count: Annotated[int, "how many"]
    kind: Annotated[Kind | None, "of this kind"] = None
    text: Annotated[Id | None, "that cite this text"] = None
    level: Annotated[Level | None, "of this level"] = None
    importance: Annotated[Importance | None, "of this importance"] = None
    tag: Annotated[Id | None, "with this tag"] = None


class Subdeck(Struct, frozen=True):
    """A deck below another, in the same package: Anki studies one after the other."""

    deck: Annotated[str, "its whole name in Anki, as in `Geography::Rivers`; never change it"]
    id: Annotated[int, "its number in Anki, any large one; never change it"]
    from_: Annotated[Filter, "whose cards go there; the first that fits takes them"] = Filter()


class Deck(Struct, frozen=True):
    """An Anki deck."""

    origin: Origin
    deck: Annotated[str, "the deck's name in Anki; never change it"]
    format: Annotated[Format, "the version of the format: 1"]
    id: Annotated[int, "the deck's number in Anki, any large one; never change it"]
    forms: Annotated[
        tuple[Form, ...], "forms to ask in; with one card a fact, the first that it has"
    ]
    cards: Annotated[Cards, "one or all of these forms a fact"] = Cards.ONE
    sequence: Annotated[tuple[Order, ...], "what decides the order of new cards"] = tuple(Order)
    from_: Annotated[Filter, "which questions to take"] = Filter()
    description: Annotated[str | None, "shown in Anki under the deck's name"] = None
    subdecks: Annotated[tuple[Subdeck, ...], "decks below it, for decks that have some"] = ()


class QuizSection(Struct, frozen=True):
    """What a section is to be: so many questions in one form."""

    title: Annotated[str, "its heading"]
    form: Annotated[Form, "the form of its questions"]
    count: Annotated[int, "how many questions"]
    marks: Annotated[int | None, "marks a question, instead of the form's own"] = None
    from_: Annotated[Filter, "which questions may be drawn"] = Filter()
    at_least: Annotated[tuple[Quota, ...], "least numbers by kind, text, level and so on"] = ()
    at_most: Annotated[tuple[Quota, ...], "greatest numbers by the same"] = ()
    instruction: Annotated[str | None, "one sentence under the heading"] = None
    extract: Annotated[
        Extracts | None, "paragraphs to print before its questions, as in `essay 31-32`"
    ] = None


class Quiz(Struct, frozen=True):
    """A printed paper with its key."""

    origin: Origin
    quiz: Annotated[str, "the paper's title"]
    format: Annotated[Format, "the version of the format: 1"]
    minutes: Annotated[int, "time allowed"]
    sections: Annotated[tuple[QuizSection, ...], "the parts of the paper"]
    versions: Annotated[
        tuple[Version, ...], "letters, as in `[A, B]`, or how many, as in `12`"
    ] = ()
    shuffle: Annotated[
        Shuffled, "what has another order in each version: options only, or questions too"
    ] = Shuffled.OPTIONS
    seed: Annotated[int, "another number draws another paper"] = 1
    must: Annotated[tuple[Reference, ...], "questions that must be in"] = ()
    must_not: Annotated[tuple[Reference, ...], "questions that must not be in"] = ()
    not_in: Annotated[
        tuple[Name, ...], "quizzes or kept papers; no question and no fact of theirs is in this one"
    ] = ()
    look: Annotated[
        Folder | None,
        "a folder in decks/ of templates and style sheets that replace the built-in ones",
    ] = None
    reading: Annotated[bool, "whether to print a numbered handout of the texts"] = False
    tries: Annotated[int, "dead ends after which the search for a paper ends"] = 10_000


Definition = Deck | Quiz

DEFINITIONS: dict[str, type[Definition]] = {"deck": Deck, "quiz": Quiz}
