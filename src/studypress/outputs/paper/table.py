"""The answers of all versions side by side, for whoever marks a pile of mixed papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studypress.outputs.paper import words
from studypress.outputs.paper.heading import Heading, heading
from studypress.outputs.paper.key import Body, body
from studypress.paper import Entry, Paper

_ABREAST = 8  # versions that stand side by side on one page


@dataclass(frozen=True, slots=True)
class Column:
    """A version, and the code on its papers."""

    version: str
    code: str


@dataclass(frozen=True, slots=True)
class Row:
    """The answers to the questions of one number.

    `answer` is the answer in words, "" where the versions ask different things. `cells` are what
    each version's students were to mark; there are none where the answer is written.
    """

    number: int
    marks: str
    answer: str
    also: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a section."""

    letter: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """As many versions as stand side by side."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All versions."""

    heading: Heading
    blocks: tuple[Block, ...]


def table(papers: Sequence[Paper]) -> Table:
    """The papers are versions of one quiz: as many questions each, in the same sections."""
    first = heading(papers[0])
    whole = replace(first, edition="", imprint=f"{papers[0].bank_title} {papers[0].bank_version}")
    starts = range(0, len(papers), _ABREAST)
    return Table(whole, tuple(_block(papers[at : at + _ABREAST]) for at in starts))


def _block(papers: Sequence[Paper]) -> Block:
    columns = tuple(Column(paper.version, paper.code) for paper in papers)
    return Block(columns, tuple(_groups(papers)))


def _groups(papers: Sequence[Paper]) -> Iterator[Group]:
    for sections in zip(*(paper.sections for paper in papers), strict=True):
        entries = zip(*(section.entries for section in sections), strict=True)
        yield Group(sections[0].letter, sections[0].title, tuple(map(_row, entries)))


def _row(entries: Sequence[Entry]) -> Row:
    bodies = [body(entry.item.response) for entry in entries]
    first = bodies[0]
    one_question = len({entry.item.id for entry in entries}) == 1
    return Row(
        number=entries[0].number,
        marks=" / ".join(dict.fromkeys(str(entry.marks) for entry in entries)),
        answer=_in_words(first) if one_question else "",
        also=first.also if one_question else "",
        cells=_cells(bodies) if first.strip or not one_question else (),
    )


def _cells(bodies: Sequence[Body]) -> tuple[str, ...]:
    return tuple(answer.strip or _in_words(answer) for answer in bodies)


def _in_words(answer: Body) -> str:
    return answer.text or (words.BOXES_FROM_TOP if answer.strip else words.SEE_KEY)
