"""The database of a package: Anki's collection, in a file, of which little is in memory at once."""

from __future__ import annotations

import errno
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from studypress.adopted import AdoptedDeck
from studypress.outputs.anki import genanki
from studypress.outputs.anki.models import Model
from studypress.outputs.anki.note import Card, Note

_BATCH = 2000  # notes whose rows are written with one statement
_PIECE = 1 << 20  # bytes
_WRITTEN_BY = slice(96, 100)  # the SQLite version in a database's header: sqlite.org/fileformat
_SQLITE = (3_040_000).to_bytes(4)
_NOT_SYNCED = -1  # Anki's update sequence number of what is not on its server yet
_SETTINGS = (
    "PRAGMA cache_size = -8000",  # KiB: rows come in no order of their ids
    "PRAGMA journal_mode = OFF",  # what is not finished is thrown away
    "PRAGMA synchronous = OFF",
    "PRAGMA locking_mode = EXCLUSIVE",
)

_NEW = (0, 0)  # the type and the queue of a card
_UNSTUDIED = (*(0,) * 8, "")

Row = tuple[int | str, ...]


class Type(Struct, frozen=True):
    """A note type, and when it last changed: a model as genanki asks for one."""

    model: Model
    modified: int

    @property
    def model_id(self) -> int:
        return self.model.id

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        return {**self.model.stated, "mod": self.modified, "usn": _NOT_SYNCED}


def write(
    path: Path,
    notes: Iterable[tuple[Note, int]],
    decks: Sequence[AdoptedDeck],
    types: Mapping[str, Type],
) -> list[str]:
    """Write notes, each with the time of its last change; returns the names of their note types.

    Cards lie in the first deck unless they name another, and are due in the order of the notes. A
    deck without cards is left out. Raises OSError where there is no room.
    """
    with _database(path) as cursor:
        genanki.Package([]).write_to_db(cursor, 0, iter(()))  # the tables, and no deck yet
        with _indexed_at_the_end(cursor):
            rows = _Rows(cursor, decks, types)
            for due, (note, modified) in enumerate(notes, start=1):
                rows.add(note, modified, due)
            rows.flush()
        first, *others = (_Deck(deck) for deck in decks if deck.name in rows.decks)
        for name in rows.types:
            first.add_model(types[name])
        for deck in (first, *others):
            deck.write_to_db(cursor, 0, iter(()))
    return list(rows.types)


def pieces(path: Path) -> Iterator[bytes]:
    """The database, without the version of the SQLite library that wrote it."""
    with path.open("rb") as file:
        head = bytearray(file.read(_PIECE))
        head[_WRITTEN_BY] = _SQLITE
        yield bytes(head)
        while piece := file.read(_PIECE):
            yield piece


@contextmanager
def _database(path: Path) -> Iterator[sqlite3.Cursor]:
    connection = sqlite3.connect(path)
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        yield connection.cursor()
        connection.commit()
    except sqlite3.OperationalError as error:
        raise _system_error(path, str(error)) from error
    finally:
        connection.close()


@contextmanager
def _indexed_at_the_end(cursor: sqlite3.Cursor) -> Iterator[None]:
    """Without indexes meanwhile: to sort all rows once takes less than to find each its place."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    indexes = dict(cursor.execute(query).fetchall())
    for name in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for statement in indexes.values():
        cursor.execute(statement)


def _system_error(path: Path, said: str) -> OSError:
    """SQLite does not say why it could not write; the system does, when it is asked again."""
    try:
        with path.open("ab") as file:
            file.write(bytes(_PIECE))
    except OSError as error:
        return OSError(error.errno, error.strerror, str(path))
    return OSError(errno.EIO, said, str(path))


class _Rows:
    """Rows that wait to be written, and the names of all note types and decks that have any."""

    def __init__(
        self, cursor: sqlite3.Cursor, decks: Sequence[AdoptedDeck], types: Mapping[str, Type]
    ) -> None:
        self._cursor = cursor
        self._first = decks[0].id
        self._deck_ids = {deck.name: deck.id for deck in decks}
        self._type_ids = {name: tp.model_id for name, tp in types.items()}
        self._notes: list[Row] = []
        self._cards: list[Row] = []
        self.types: dict[str, None] = {}
        self.decks = {decks[0].name}

    def add(self, note: Note, modified: int, due: int) -> None:
        self.types[note.note_type] = None
        self._notes.append(_note_row(note, self._type_ids[note.note_type], modified))
        for card in note.cards:
            deck = self._first
            if card.deck:
                deck = self._deck_ids.get(card.deck, deck)
                self.decks.add(card.deck)
            self._cards.append(_card_row(card, note, deck, modified, due))
        if len(self._notes) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        for table, rows in (("notes", self._notes), ("cards", self._cards)):
            if rows:
                rows.sort()  # by their ids, as the table has them
                places = ",".join("?" * len(rows[0]))
                self._cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
                rows.clear()


def _note_row(note: Note, note_type: int, modified: int) -> Row:
    """id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data."""
    fields = tuple(note.fields.values())
    tags = f" {' '.join(note.tags)} "
    identity = (note.row, note.guid, note_type, modified, _NOT_SYNCED)
    return (*identity, tags, "\x1f".join(fields), note.sort_text, _checksum(fields[0]), 0, "")


def _card_row(card: Card, note: Note, deck: int, modified: int, due: int) -> Row:
    """id, nid, did, ord, mod, usn, type, queue, due; then what only a studied card has."""
    place = (card.row, note.row, deck, card.ordinal, modified, _NOT_SYNCED)
    return (*place, *_NEW, due, *_UNSTUDIED)


def _checksum(first_field: str) -> int:
    """By this Anki finds duplicates: the first 32 bits of the SHA-1 of the first field's text."""
    return int.from_bytes(hashlib.sha1(first_field.encode(), usedforsecurity=False).digest()[:4])


class _Deck(genanki.Deck):  # type: ignore[misc]  # genanki is untyped
    """Its description may be Markdown, which Anki also cleans of scripts."""

    def __init__(self, shown: AdoptedDeck) -> None:
        super().__init__(shown.id, shown.name, shown.description)
        self._is_markdown = shown.is_markdown

    def to_json(self) -> dict[str, Any]:
        stated: dict[str, Any] = super().to_json()
        return stated | {"md": self._is_markdown}
