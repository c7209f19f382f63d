"""The files beside the questions: what the bank is, who is in it, which texts it cites."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from studypress.decode import Origin, pair
from studypress.model.words import Address, Format, Id, Range, Reference


class BankFile(Struct, frozen=True):
    """`questions/bank.yaml`: what the bank is, for ever."""

    origin: Origin
    format: Annotated[Format, "the version of the format: 1"]
    bank: Annotated[Id, "namespace of every note's identity; never change it"]
    title: Annotated[str, "the bank's name, for people"]
    version: Annotated[str, "printed on papers and in the deck's description"]
    language: Annotated[str, "a language tag such as `en`"]
    tag: Annotated[Id, "root of all tags"]
    landmarks: Annotated[tuple[Reference, ...], "date questions fixed on every timeline"] = ()
    report: Annotated[Address | None, "address for reports of mistakes; the id is added to it"] = (
        None
    )


class Person(Struct, frozen=True):
    """Somebody, once: answers, speakers and options refer to them."""

    origin: Origin
    id: Annotated[Id, "how questions refer to them: `$` and this"]
    names: Annotated[tuple[str, ...], "names, the one that is shown first"]
    role: Annotated[str | None, "who they are, as the reason of a distractor"] = None

    @property
    def name(self) -> str:
        return self.names[0]


class PeopleFile(Struct, frozen=True):
    """`questions/people.yaml`."""

    format: Annotated[Format, "the version of the format: 1"]
    people: Annotated[tuple[Person, ...], "everybody"]


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


class Defect(Struct, frozen=True):
    """A place where the wording is damaged, or at odds with the historical record."""

    at: Annotated[str, "paragraph, or `6 caption`"]
    kind: Annotated[DefectKind, "what is wrong"]
    found: Annotated[str, "what stands there, in a few words"]
    sure: Annotated[Sureness, "how sure"]
    so: Annotated[str, "what questions must do about it"]
    reads: Annotated[str | None, "what it most likely should read, or what the record is"] = None


@pair
class TextSection(Struct, frozen=True):
    """A section of a text: its paragraphs, then its title."""

    paragraphs: Range
    title: str


@pair
class Variant(Struct, frozen=True):
    """How a text spells a name, then how the bank does."""

    spelled: str
    name: str


class Text(Struct, frozen=True):
    """One text that questions cite. Its defects, names and reliability are for whoever writes
    questions: no rule reads them."""

    origin: Origin
    key: Annotated[Id, "how citations name it"]
    title: Annotated[str, "its title"]
    label: Annotated[str, "the short name that every output prints"]
    by: Annotated[str, "who wrote it, and how that is known"]
    paragraphs: Annotated[int, "how many numbered paragraphs it has"]
    reliability: Annotated[str | None, "how far it can be trusted, and why"] = None
    sections: Annotated[tuple[TextSection, ...], "its sections: paragraphs, then the title"] = ()
    names: Annotated[tuple[Variant, ...], "names that it spells otherwise than the bank"] = ()
    defects: Annotated[tuple[Defect, ...], "places that are damaged or depart from the record"] = ()


class SourcesFile(Struct, frozen=True):
    """`questions/sources.yaml`."""

    format: Annotated[Format, "the version of the format: 1"]
    texts: Annotated[tuple[Text, ...], "the texts"]
