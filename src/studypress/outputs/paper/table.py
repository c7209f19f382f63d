"""The answers of all versions side by side, for whoever marks a pile of mixed papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from studypress.languages import Language, language
from studypress.languages.catalogue import PaperWords
from studypress.outputs.paper.answers import Body, body
from studypress.outputs.paper.heading import Heading, heading
from studypress.paper import Entry, Paper

_ABREAST = 8  # versions that stand side by side on one page
_WITH_ROOM = 4


class Row(Struct, frozen=True):
    """The answers to the questions of one number.

    `answer` is the answer in words, "" where the versions ask different things. `cells` are what
    each version's students were to mark; there are none where the answer is written.
    """

    number: int
    marks: str
    answer: str
    also: str
    cells: tuple[str, ...]


class TableSection(Struct, frozen=True):
    """The rows of a section."""

    letter: str
    title: str
    rows: tuple[Row, ...]


class Block(Struct, frozen=True):
    """As many versions as stand side by side."""

    versions: tuple[str, ...]
    sections: tuple[TableSection, ...]

    @property
    def has_room(self) -> bool:
        """Whether the answers in letters and numbers fit beside each other unbroken."""
        return len(self.versions) <= _WITH_ROOM


class Table(Struct, frozen=True):
    """All versions."""

    heading: Heading
    words: PaperWords
    blocks: tuple[Block, ...]


def table(papers: Sequence[Paper]) -> Table:
    """The papers are versions of one quiz: as many questions each, in the same sections."""
    first = heading(papers[0])
    id_, record = papers[0].id, f"{papers[0].bank_title} {papers[0].bank_version}"
    whole = replace(first, edition=id_, imprint=f"{record} · {id_}")
    known = language(papers[0].language)
    starts = range(0, len(papers), _ABREAST)
    begun, *others = (_block(papers[at : at + _ABREAST], known) for at in starts)
    return Table(whole, known.papers, (begun, *map(_marked_only, others)))


def _block(papers: Sequence[Paper], known: Language) -> Block:
    return Block(tuple(paper.version for paper in papers), tuple(_sections(papers, known)))


def _marked_only(block: Block) -> Block:
    """Without the answers that are written, which stand in the first block."""
    marked = (replace(s, rows=tuple(row for row in s.rows if row.cells)) for s in block.sections)
    return replace(block, sections=tuple(section for section in marked if section.rows))


def _sections(papers: Sequence[Paper], known: Language) -> Iterator[TableSection]:
    for sections in zip(*(paper.sections for paper in papers), strict=True):
        entries = zip(*(section.entries for section in sections), strict=True)
        rows = tuple(_row(each, known) for each in entries)
        yield TableSection(sections[0].letter, sections[0].title, rows)


def _row(entries: Sequence[Entry], known: Language) -> Row:
    words = known.papers
    bodies = [body(entry.item.response, entry.marks, known) for entry in entries]
    first = bodies[0]
    one_question = len({entry.item.id for entry in entries}) == 1
    return Row(
        number=entries[0].number,
        marks=" / ".join(dict.fromkeys(str(entry.marks) for entry in entries)),
        answer=_in_words(first, words) if one_question else "",
        also=first.also if one_question else "",
        cells=_cells(bodies, words) if first.strip or not one_question else (),
    )


def _cells(bodies: Sequence[Body], words: PaperWords) -> tuple[str, ...]:
    return tuple(answer.strip or _in_words(answer, words) for answer in bodies)


def _in_words(answer: Body, words: PaperWords) -> str:
    return answer.text or (words.boxes_from_top if answer.strip else words.see_key)
