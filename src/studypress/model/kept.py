"""A paper as it was handed out: `decks/papers/<id>.yaml`, written by `studypress build --keep`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from studypress import codes
from studypress.decode import Malformed, Origin, key, pair
from studypress.model.extracts import Extracts
from studypress.model.folders import Folder
from studypress.model.names import Name, Version
from studypress.model.words import Form, Format, Id


@dataclass(frozen=True, slots=True)
class Places:
    """What comes first, second and so on, by its place in the question from 1: of options the
    answer, then `wrong`; of events by time; of pairs as in `of`, and after a slash their answers,
    the spare last."""

    order: tuple[int, ...]
    pool: tuple[int, ...] = ()

    pattern: ClassVar[str] = r"\d+(?: \d+)*(?: / \d+(?: \d+)*)?"
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> Places:
        """Raises Malformed."""
        parts = [tuple(map(int, part.split())) for part in text.split("/") if _is_places(part)]
        if not re.fullmatch(cls.pattern, text) or not all(map(_is_order, parts)):
            advice = "undo the change to this file: it says how a paper was printed"
            raise Malformed(codes.KEPT_PAPER_ALTERED, f"`{text}` is not an order", advice)
        return cls(*parts)

    def __str__(self) -> str:
        return " / ".join(" ".join(map(str, part)) for part in (self.order, self.pool) if part)


def _is_places(text: str) -> bool:
    return text.isascii() and text.replace(" ", "").isdigit() and len(text) < 5000


def _is_order(places: tuple[int, ...]) -> bool:
    return sorted(places) == list(range(1, len(places) + 1))


@pair
@dataclass(frozen=True, slots=True)
class Shown:
    """How one version shows something."""

    version: Version
    places: Places


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A question of a kept paper."""

    origin: Origin
    id: Id = key("the question")
    marks: int = key("its marks")
    content: str = key("a hash of what paper and key say of it")
    shown: tuple[Shown, ...] = key("for each version, what comes in which order", default=())


@dataclass(frozen=True, slots=True)
class KeptSection:
    """A section of a kept paper."""

    title: str = key("its heading")
    form: Form = key("the form of its questions")
    questions: tuple[KeptQuestion, ...] = key("its questions")
    instruction: str | None = key("one sentence under the heading", default=None)
    extract: Extracts | None = key("paragraphs printed before its questions", default=None)
    orders: tuple[Shown, ...] = key("the order of its questions in each version", default=())


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper as it was handed out."""

    origin: Origin
    format: Format = key("the version of the format: 1")
    paper: Name = key("its id, printed on each page and key")
    quiz: Name = key("the definition that it was made of")
    title: str = key("its title")
    minutes: int = key("time allowed")
    bank_title: str = key("the bank's name, as printed")
    bank_version: str = key("the bank's version, as printed")
    language: str = key("the bank's language")
    versions: tuple[Version, ...] = key("letters of the versions, or how many")
    sections: tuple[KeptSection, ...] = key("the parts of the paper")
    reading: bool = key("whether there is a handout of the texts", default=False)
    look: Folder | None = key("a folder of templates and style sheets", default=None)
