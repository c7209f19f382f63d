"""The files beside the questions: what the bank is, who is in it, which texts it cites."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studypress.decode import Origin, key, pair
from studypress.model.words import Address, Format, Id, MarkRange, Reference


@dataclass(frozen=True, slots=True)
class BankFile:
    """`questions/bank.yaml`: what the bank is, for ever."""

    origin: Origin
    format: Format = key("the version of the format: 1")
    bank: Id = key("namespace of every note's identity; never change it")
    title: str = key("the bank's name, for people")
    version: str = key("printed on papers and in the deck's description")
    language: str = key("a language tag such as `en`")
    tag: Id = key("root of all tags")
    landmarks: tuple[Reference, ...] = key("date questions fixed on every timeline", default=())
    report: Address | None = key(
        "address for reports of mistakes; the id is added to it", default=None
    )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, once: answers, speakers and options refer to them."""

    origin: Origin
    id: Id = key("how questions refer to them: `$` and this")
    names: tuple[str, ...] = key("names, the one that is shown first")
    role: str | None = key("who they are, as the reason of a distractor", default=None)

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """`questions/people.yaml`."""

    format: Format = key("the version of the format: 1")
    people: tuple[Person, ...] = key("everybody")


class DefectKind(StrEnum):
    """What is wrong with a place in a text."""

    DAMAGED = "damaged"
    SPLICED = "spliced"
    RECORD = "record"
    UNCLEAR = "unclear"


class Sureness(StrEnum):
    """How sure the maintainer is."""

    SURE = "sure"
    FAIRLY_SURE = "fairly sure"
    A_GUESS = "a guess"


@dataclass(frozen=True, slots=True)
class Defect:
    """A place where the wording is damaged, or at odds with the historical record."""

    at: str = key("paragraph, or `6 caption`")
    kind: DefectKind = key("what is wrong")
    found: str = key("what stands there, in a few words")
    sure: Sureness = key("how sure")
    so: str = key("what questions must do about it")
    reads: str | None = key("what it most likely should read, or what the record is", default=None)


@pair
@dataclass(frozen=True, slots=True)
class Part:
    """A section of a text: its paragraphs, then its title."""

    paragraphs: MarkRange
    title: str


@pair
@dataclass(frozen=True, slots=True)
class Variant:
    """How a text spells a name, then how the bank does."""

    spelled: str
    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text that questions cite."""

    origin: Origin
    key_: Id = key("how citations name it")
    title: str = key("its title")
    label: str = key("the short name that every output prints")
    by: str = key("who wrote it, and how that is known")
    paragraphs: int = key("how many numbered paragraphs it has")
    reliability: str | None = key("how far it can be trusted, and why", default=None)
    sections: tuple[Part, ...] = key("its sections: paragraphs, then the title", default=())
    names: tuple[Variant, ...] = key("names that it spells otherwise than the bank", default=())
    defects: tuple[Defect, ...] = key(
        "places that are damaged or depart from the record", default=()
    )


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """`questions/sources.yaml`."""

    format: Format = key("the version of the format: 1")
    texts: tuple[Text, ...] = key("the texts")
