"""A paper: items in sections, numbered, in the order and arrangement in which they are printed."""

from __future__ import annotations

from msgspec import Struct

from studypress.items import Item
from studypress.model.words import Form


class Entry(Struct, frozen=True):
    """One numbered question of a paper. Numbers run through all sections."""

    number: int
    item: Item
    marks: int


class Paragraph(Struct, frozen=True):
    """A numbered paragraph of a text, or the caption in it, and the heading before it (or "")."""

    number: int
    text: str
    is_caption: bool = False
    heading: str = ""


class Extract(Struct, frozen=True):
    """Paragraphs of a text, from the first to the last. `paragraphs` is empty where the text is
    not at hand."""

    text: str
    label: str
    title: str
    by: str
    first: int
    last: int
    paragraphs: tuple[Paragraph, ...] = ()


class PaperSection(Struct, frozen=True):
    """A section of one version. `letter` is A, B, …; `instruction` is None where the form's own
    serves."""

    letter: str
    title: str
    form: Form
    entries: tuple[Entry, ...]
    instruction: str | None = None
    extracts: tuple[Extract, ...] = ()

    @property
    def marks(self) -> int:
        return sum(entry.marks for entry in self.entries)


class Paper(Struct, frozen=True):
    """One version of a quiz. `id` names the paper in all its versions: its questions, their
    words and how they stand; `reading` are the texts of a handout that goes with it."""

    name: str
    title: str
    version: str
    minutes: int
    id: str
    bank_title: str
    bank_version: str
    language: str
    sections: tuple[PaperSection, ...]
    reading: tuple[Extract, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def marks(self) -> int:
        return sum(section.marks for section in self.sections)
