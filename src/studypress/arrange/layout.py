"""A paper before it is printed: its questions, and how each version shows them."""

from __future__ import annotations

from msgspec import Struct

from studypress.arrange.responses import Arrangement, shown
from studypress.fingerprints import fingerprint
from studypress.items import Item
from studypress.model.extracts import Extracts
from studypress.model.folders import Folder
from studypress.model.names import letter
from studypress.model.words import Form
from studypress.paper import Entry, Paper, PaperSection

# Fields of an item that neither paper nor key shows.
_NOT_PRINTED = frozenset(
    {"kind", "importance", "topic", "tags", "retired", "days", "named", "adoption", "subdeck"}
)
_ID_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_ID_LENGTH = 6


class Chosen(Struct, frozen=True):
    """A question of a paper, its marks, and its arrangement in each version."""

    item: Item
    marks: int
    arrangements: tuple[Arrangement, ...]


class LayoutSection(Struct, frozen=True):
    """A section in all versions. `orders` are the places of its questions in each version, none
    where all versions have them as they stand here; `extract` is printed before them."""

    title: str
    form: Form
    instruction: str | None
    questions: tuple[Chosen, ...]
    extract: Extracts | None = None
    orders: tuple[tuple[int, ...], ...] = ()


class Layout(Struct, frozen=True, rename={"sections": "parts"}):
    """A paper in all its versions; `reading` and `look` as in its definition. Its fingerprint is
    its id, in which sections have the name that they had when the first papers were kept."""

    name: str
    title: str
    minutes: int
    bank_title: str
    bank_version: str
    language: str
    versions: tuple[str, ...]
    sections: tuple[LayoutSection, ...]
    reading: bool = False
    look: Folder | None = None


def content(item: Item) -> str:
    """A hash of all that paper and key say of a question."""
    return fingerprint(item, _NOT_PRINTED)


def papers(layout: Layout) -> tuple[Paper, ...]:
    """Every version, without the words of extracts. All have one id, which names exactly this
    paper: its questions, their words, and how they stand."""
    id_ = id_of(layout)
    return tuple(_paper(layout, number, id_) for number in range(len(layout.versions)))


def id_of(layout: Layout) -> str:
    """The paper's id: six letters and digits, none of which is mistaken for another."""
    number = int(fingerprint(layout, _NOT_PRINTED), 16)
    letters = ""
    for _ in range(_ID_LENGTH):
        number, rest = divmod(number, len(_ID_LETTERS))
        letters += _ID_LETTERS[rest]
    return letters


def _paper(layout: Layout, version: int, id_: str) -> Paper:
    sections: list[PaperSection] = []
    number = 1
    for place, section in enumerate(layout.sections):
        entries = _entries(section, version, number)
        number += len(entries)
        sections.append(
            PaperSection(letter(place), section.title, section.form, entries, section.instruction)
        )
    return Paper(
        name=layout.name,
        title=layout.title,
        version=layout.versions[version],
        minutes=layout.minutes,
        id=id_,
        bank_title=layout.bank_title,
        bank_version=layout.bank_version,
        language=layout.language,
        sections=tuple(sections),
    )


def _entries(section: LayoutSection, version: int, first: int) -> tuple[Entry, ...]:
    order = section.orders[version] if section.orders else range(len(section.questions))
    return tuple(
        Entry(number, shown(chosen.item, chosen.arrangements[version]), chosen.marks)
        for number, chosen in enumerate((section.questions[place] for place in order), first)
    )
