"""What whoever marks a paper needs: each answer as the paper of that version shows it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from studypress.items import Gap, Item, Written
from studypress.languages import Language, language
from studypress.languages.catalogue import PaperWords
from studypress.model.supplied import has_supplied
from studypress.outputs.paper.answers import Body, body
from studypress.outputs.paper.heading import Heading, heading
from studypress.paper import Entry, Paper, PaperSection


class Answer(Struct, frozen=True):
    """A numbered answer, and beside it why it is right and where that stands."""

    number: int
    id: str
    marks: int
    body: Body
    detail: str
    why: str
    note: str
    citations: tuple[str, ...]


class KeySection(Struct, frozen=True):
    """The answers of a section."""

    letter: str
    title: str
    worth: str
    answers: tuple[Answer, ...]


class Key(Struct, frozen=True):
    """A whole key. `guidance` is what holds for all its answers."""

    heading: Heading
    words: PaperWords
    guidance: tuple[str, ...]
    sections: tuple[KeySection, ...]
    has_supplied: bool

    @property
    def strip(self) -> tuple[tuple[int, str], ...]:
        answers = (answer for section in self.sections for answer in section.answers)
        return tuple((a.number, a.body.strip) for a in answers if a.body.strip)


def key(paper: Paper) -> Key:
    """The key to one version."""
    known = language(paper.language)
    sections = tuple(_section(section, known) for section in paper.sections)
    bodies = (answer.body for section in sections for answer in section.answers)
    return Key(
        heading(paper),
        known.papers,
        tuple(_guidance(paper, known.papers)),
        sections,
        any(map(_shows_brackets, bodies)),
    )


def _guidance(paper: Paper, words: PaperWords) -> Iterator[str]:
    yield words.mark_the_meaning
    if any(isinstance(entry.item.response, Written | Gap) for entry in paper.entries):
        yield words.mark_dates_and_numbers


def _section(section: PaperSection, known: Language) -> KeySection:
    words = known.papers
    answers = tuple(_answer(entry, known) for entry in section.entries)
    worth = words.counted(section.marks, words.marks)
    return KeySection(section.letter, section.title, worth, answers)


def _answer(entry: Entry, known: Language) -> Answer:
    item: Item = entry.item
    answer = body(item.response, entry.marks, known)
    return Answer(
        number=entry.number,
        id=item.id,
        marks=entry.marks,
        body=answer,
        detail=item.detail or "",
        why=item.why or "",
        note=item.note or "",
        citations=tuple(str(c) for c in item.citations if c not in answer.cited),
    )


def _shows_brackets(body: Body) -> bool:
    details = (d for row in body.rows for d in row.details)
    shown = (text for detail in details for text in (detail.text, detail.aside))
    return any(map(has_supplied, (body.text, *shown)))
