"""Notes to the bytes of an Anki package: the same bytes for the same notes, wherever it is built.

The database is written in memory by genanki (through its own classes) and zipped here, since
genanki stamps the zip with the clock and leaves it uncompressed.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import genanki

from studypress.adopted import AdoptedDeck
from studypress.languages import language
from studypress.ledger import Ledger
from studypress.model.definitions import Deck
from studypress.model.records import BankFile
from studypress.outputs.anki import media
from studypress.outputs.anki.models import Model
from studypress.outputs.anki.note import Card, Note
from studypress.outputs.anki.setting import Setting
from studypress.outputs.archive import archive

_QUICK = 1  # of the levels of compression
_WRITTEN_BY = slice(96, 100)  # the SQLite version in a database's header: sqlite.org/fileformat
_SQLITE = (3_040_000).to_bytes(4)
_NOT_SYNCED = -1  # Anki's update sequence number of what is not on its server yet

Row = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """When notes and note types last changed. Anki takes an update only where this is newer."""

    ledger: Ledger
    now: int | None

    def of_note(self, note: Note) -> int:
        return self.ledger.modified(note.content, self.now)

    def of_type(self, model: Model) -> int:
        return self.ledger.type_modified(model.name, model.look, self.now)


def write(
    deck: Deck,
    setting: Setting,
    notes: tuple[Note, ...],
    models: Mapping[str, Model],
    times: Times,
) -> bytes:
    """The deck and those of its subdecks that have cards, new and due in the order of the notes."""
    used = [models[name] for name in dict.fromkeys(note.note_type for note in notes)]
    types = {model.name: model.id for model in used}
    named = {card.deck for note in notes for card in note.cards}
    first, *others = (_Deck(d) for d in _decks(deck, setting) if d.name in {deck.deck, *named})
    ids = {d.name: d.deck_id for d in (first, *others)}
    for model in used:
        first.add_model(_Stated(model, times.of_type(model)))
    for due, note in enumerate(notes, start=1):
        modified = times.of_note(note)
        first.note_rows.append(_note_row(note, types[note.note_type], modified))
        for card in note.cards:
            lies_in = ids.get(card.deck or deck.deck, deck.id)
            first.card_rows.append(_card_row(card, note, lies_in, modified, due))
    database = _database(genanki.Package([first, *others]))
    return archive(_entries(database, _media(notes, used, setting)), _QUICK)


def _decks(deck: Deck, setting: Setting) -> list[AdoptedDeck]:
    """The deck first, then all that its cards may lie in; what an adopted one says stays."""
    adopted = setting.adopted.decks
    says = deck.description or _description(setting.bank)
    own = AdoptedDeck(deck.deck, deck.id, says, is_markdown=True)
    first = own if deck.description else adopted.get(deck.deck, own)
    below = (AdoptedDeck(s.deck, s.id, "", is_markdown=True) for s in deck.subdecks)
    others = {d.name: d for d in (*below, *adopted.values()) if d.name != deck.deck}
    return [replace(first, id=deck.id), *others.values()]


def _media(notes: Iterable[Note], used: Iterable[Model], setting: Setting) -> Mapping[str, Path]:
    if not setting.media:
        return {}
    fields = (html for note in notes for html in note.fields.values() if html)
    looks = (text for model in used for text in media.looks(model.stated))
    return {name: setting.media[name] for name in media.used(fields, looks, setting.media)}


def _description(bank: BankFile) -> str:
    """Markdown, shown under the deck's name."""
    words = language(bank.language).cards
    return words.description.format(title=bank.title, version=bank.version)


def _note_row(note: Note, note_type: int, modified: int) -> Row:
    """id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data."""
    fields = tuple(note.fields.values())
    tags = f" {' '.join(note.tags)} "
    identity = (note.row, note.guid, note_type, modified, _NOT_SYNCED)
    return (*identity, tags, "\x1f".join(fields), note.sort_text, _checksum(fields[0]), 0, "")


def _card_row(card: Card, note: Note, deck: int, modified: int, due: int) -> Row:
    """id, nid, did, ord, mod, usn, type, queue, due; then what only a studied card has."""
    new, unstudied = 0, (0,) * 8
    place = (card.row, note.row, deck, card.ordinal, modified, _NOT_SYNCED)
    return (*place, new, new, due, *unstudied, "")


def _checksum(first_field: str) -> int:
    """By this Anki finds duplicates: the first 32 bits of the SHA-1 of the first field's text."""
    return int.from_bytes(hashlib.sha1(first_field.encode(), usedforsecurity=False).digest()[:4])


@dataclass(frozen=True, slots=True)
class _Stated:
    """A model as genanki asks for it."""

    model: Model
    modified: int

    @property
    def model_id(self) -> int:
        return self.model.id

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        return {**self.model.stated, "mod": self.modified, "usn": _NOT_SYNCED}


class _Deck(genanki.Deck):  # type: ignore[misc]  # genanki is untyped
    """Its description may be Markdown, which Anki also cleans of scripts; its rows are written at
    once: genanki gives every row one time, and one statement."""

    def __init__(self, shown: AdoptedDeck) -> None:
        super().__init__(shown.id, shown.name, shown.description)
        self._is_markdown = shown.is_markdown
        self.note_rows: list[Row] = []
        self.card_rows: list[Row] = []

    def to_json(self) -> dict[str, Any]:
        stated: dict[str, Any] = super().to_json()
        return stated | {"md": self._is_markdown}

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, timestamp, id_gen)
        for table, rows in (("notes", self.note_rows), ("cards", self.card_rows)):
            if rows:
                places = ",".join("?" * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _database(package: genanki.Package) -> bytes:
    """The collection, without the version of the SQLite library that wrote it."""
    connection = sqlite3.connect(":memory:")
    try:
        package.write_to_db(connection.cursor(), 0, iter(()))  # each has its own time
        connection.commit()
        database = bytearray(connection.serialize())
    finally:
        connection.close()
    database[_WRITTEN_BY] = _SQLITE
    return bytes(database)


def _entries(database: bytes, files: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    """The collection, the list of media, and the media under their places in that list."""
    yield "collection.anki2", database
    yield "media", json.dumps({str(at): name for at, name in enumerate(files)}).encode()
    for at, path in enumerate(files.values()):
        yield str(at), path.read_bytes()
