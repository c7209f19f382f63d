"""What was adopted from a deck that others made: its notes, note types and decks, kept as they are.

They stand in the ledger, a line each, since students have them: a note's question is read and
corrected in YAML, but what it was stays here, so that a field ships as it was adopted for as long
as the text that was read out of it is not changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from msgspec import Struct, field

FIELDS = "fields"  # the key of a question under which all other fields of its note stand
_LARGEST = 10**15
# What reading JSON of the wrong shape raises.
NOT_AS_WRITTEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_ODD_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")  # some tools end a line there; JSON need not


class AdoptedCard(NamedTuple):
    """A card: the number of its template or gap, from 0, its row, and its deck by name where that
    is not the deck of its note."""

    ordinal: int
    row: int
    deck: str | None = None


class Reading(NamedTuple):
    """Where the text of a field stands in YAML (ask, answer, cloze or fields), and its hash."""

    key: str
    digest: str


class AdoptedNote(Struct, frozen=True):
    """A note as it was adopted; `fields` by name, those that are not empty, in Anki's HTML.

    `readings` say for each field that holds text where it stands in the question.
    """

    question: str
    form: str
    guid: str
    row: int
    note_type: int
    modified: int
    fields: Mapping[str, str]
    tags: tuple[str, ...]
    cards: tuple[AdoptedCard, ...]
    readings: Mapping[str, Reading]


class AdoptedType(Struct, frozen=True):
    """A note type as it was adopted: Anki's JSON, but for its time."""

    id: int
    stated: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name in the ledger; names in Anki change."""
        return str(self.id)

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(f["name"] for f in self.stated["flds"])

    @property
    def sorted_by(self) -> int:
        """The number of the field by which Anki sorts the notes."""
        return min(max(int(self.stated.get("sortf") or 0), 0), len(self.fields) - 1)

    @property
    def signature(self) -> str:
        """A hash of what may never change: which templates and fields there are, in order."""
        parts = [p.get("id") or p["name"] for kind in ("tmpls", "flds") for p in self.stated[kind]]
        return sha256(repr(parts).encode()).hexdigest()[:16]


class AdoptedDeck(Struct, frozen=True):
    """A deck, what is shown under its name, and whether that is Markdown."""

    name: str
    id: int
    description: str
    is_markdown: bool


class Adopted(Struct, frozen=True):
    """All that a bank adopted: notes by question and form, note types by id, decks by name."""

    notes: Mapping[tuple[str, str], AdoptedNote] = field(default_factory=dict)
    types: Mapping[int, AdoptedType] = field(default_factory=dict)
    decks: Mapping[str, AdoptedDeck] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """A line each, sorted, so that changes merge."""
        for deck in sorted(self.decks.values(), key=lambda d: d.name):
            stated = {"name": deck.name, "desc": deck.description, "md": deck.is_markdown}
            yield f"adopted-deck {deck.id} {_json(stated)}"
        for _, note_type in sorted(self.types.items()):
            yield f"adopted-type {note_type.id} {_json(note_type.stated)}"
        for _, note in sorted(self.notes.items()):
            yield f"adopted {note.question} {note.form} {_json(_stated(note))}"


def digest(text: str) -> str:
    """A hash by which it is seen whether a text was changed."""
    return sha256(text.encode()).hexdigest()[:12]


def _stated(note: AdoptedNote) -> dict[str, Any]:
    return {
        "guid": note.guid,
        "id": note.row,
        "type": note.note_type,
        "mod": note.modified,
        "fields": note.fields,
        "tags": note.tags,
        "cards": [card if card.deck else card[:2] for card in note.cards],
        "read": note.readings,
    }


def _json(stated: Any) -> str:
    text = json.dumps(stated, ensure_ascii=False, sort_keys=True)
    return _ODD_BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def parse_adopted(lines: Mapping[int, str]) -> Adopted:
    """Adopted lines by their numbers. Raises ValueError, naming the line that is broken."""
    notes: dict[tuple[str, str], AdoptedNote] = {}
    types: dict[int, AdoptedType] = {}
    decks: dict[str, AdoptedDeck] = {}
    for number, line in lines.items():
        try:
            what, _, rest = line.partition(" ")
            if what == "adopted-deck":
                deck = _deck(*rest.split(" ", 1))
                decks[deck.name] = deck
            elif what == "adopted-type":
                note_type = _type(*rest.split(" ", 1))
                types[note_type.id] = note_type
            else:
                note = _note(*rest.split(" ", 2))
                notes[note.question, note.form] = note
        except NOT_AS_WRITTEN as error:
            raise ValueError(f"line {number} is not an entry") from error
    homeless = next((n for n in notes.values() if n.note_type not in types), None)
    if homeless:
        raise ValueError(f"the note type of the adopted note `{homeless.question}` is missing")
    return Adopted(notes, types, decks)


def _deck(id_: str, text: str) -> AdoptedDeck:
    stated = json.loads(text)
    id_number = _number(int(id_))
    return AdoptedDeck(str(stated["name"]), id_number, str(stated["desc"]), bool(stated["md"]))


def _type(id_: str, text: str) -> AdoptedType:
    stated = json.loads(text)
    fields, templates = stated["flds"], stated["tmpls"]
    texts = [stated["name"], *(field["name"] for field in fields)]
    texts += [t[key] for t in templates for key in ("name", "qfmt", "afmt")]
    is_whole = fields and templates and all(isinstance(text, str) for text in texts)
    is_numbered = _number(int(stated["id"])) == int(id_) and isinstance(stated.get("sortf", 0), int)
    if not is_whole or not is_numbered or stated["type"] not in (0, 1):
        raise ValueError(f"the note type {id_} is not whole")
    return AdoptedType(int(id_), stated)


def _note(question: str, form: str, text: str) -> AdoptedNote:
    stated = json.loads(text)
    return AdoptedNote(
        question,
        form,
        str(stated["guid"]),
        _number(stated["id"]),
        _number(stated["type"]),
        _number(stated["mod"]),
        {str(name): str(value) for name, value in stated["fields"].items()},
        tuple(map(str, stated["tags"])),
        tuple(_card(*card) for card in stated["cards"]),
        {name: _reading(*reading) for name, reading in stated["read"].items()},
    )


def _card(ordinal: Any, row: Any, deck: Any = None) -> AdoptedCard:
    return AdoptedCard(_number(ordinal), _number(row), None if deck is None else str(deck))


def _number(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value < _LARGEST:
        raise ValueError(f"{value!r} is no number of Anki's")
    return value


def _reading(key: Any, hashed: Any) -> Reading:
    return Reading(str(key), str(hashed))
