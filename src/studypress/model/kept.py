"""A paper as it was handed out: `decks/papers/<id>.yaml`, written by `studypress build --keep`."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from msgspec import Struct

from studypress import codes
from studypress.decode import Malformed, Origin, pair
from studypress.model.extracts import Extracts
from studypress.model.folders import Folder
from studypress.model.names import Name, Version
from studypress.model.words import Form, Format, Id


class KeptArrangement(Struct, frozen=True):
    """What comes first, second and so on, by its place in the question from 1: of options the
    answer, then `wrong`; of events by time; of pairs as in `of`, and after a slash their answers,
    the spare last."""

    order: tuple[int, ...]
    pool: tuple[int, ...] = ()

    pattern: ClassVar[str] = r"\d+(?: \d+)*(?: / \d+(?: \d+)*)?"
    loose: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: str) -> KeptArrangement:
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
class Shown(Struct, frozen=True):
    """How one version shows something."""

    version: Version
    arrangement: KeptArrangement


class KeptQuestion(Struct, frozen=True):
    """A question of a kept paper."""

    origin: Origin
    id: Annotated[Id, "the question"]
    marks: Annotated[int, "its marks"]
    content: Annotated[str, "a hash of what paper and key say of it"]
    shown: Annotated[tuple[Shown, ...], "for each version, what comes in which order"] = ()


class KeptSection(Struct, frozen=True):
    """A section of a kept paper."""

    title: Annotated[str, "its heading"]
    form: Annotated[Form, "the form of its questions"]
    questions: Annotated[tuple[KeptQuestion, ...], "its questions"]
    instruction: Annotated[str | None, "one sentence under the heading"] = None
    extract: Annotated[Extracts | None, "paragraphs printed before its questions"] = None
    orders: Annotated[tuple[Shown, ...], "the order of its questions in each version"] = ()


class KeptPaper(Struct, frozen=True):
    """A paper as it was handed out."""

    origin: Origin
    format: Annotated[Format, "the version of the format: 1"]
    paper: Annotated[Name, "its id, printed on each page and key"]
    quiz: Annotated[Name, "the definition that it was made of"]
    title: Annotated[str, "its title"]
    minutes: Annotated[int, "time allowed"]
    bank_title: Annotated[str, "the bank's name, as printed"]
    bank_version: Annotated[str, "the bank's version, as printed"]
    language: Annotated[str, "the bank's language"]
    versions: Annotated[tuple[Version, ...], "letters of the versions, or how many"]
    sections: Annotated[tuple[KeptSection, ...], "the parts of the paper"]
    reading: Annotated[bool, "whether there is a handout of the texts"] = False
    look: Annotated[Folder | None, "a folder of templates and style sheets"] = None
