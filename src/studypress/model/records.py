"""The files beside the questions: what the bank is, who is in it, which texts it cites."""

from __future__ import annotations

from dataclasses import dataclass

from studypress.decode import Origin, key
from studypress.model.words import Format, Id, Reference


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


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """`questions/sources.yaml`."""

    format: Format = key("the version of the format: 1")
    texts: tuple[Text, ...] = key("the texts")
