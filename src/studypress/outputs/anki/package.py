"""Notes to the bytes of an Anki package: the same bytes for the same notes, wherever it is built.

The database is written in memory by genanki (through its own classes) and zipped here, since
genanki stamps the zip with the clock and leaves it uncompressed.
"""

from __future__ import annotations

import hashlib
import io
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import genanki

from studypress.identity import Identity
from studypress.ledger import Ledger
from studypress.model.definitions import Deck
from studypress.model.records import BankFile
from studypress.outputs.anki import faces
from studypress.outputs.anki.notes import Note
from studypress.outputs.anki.notetypes import NoteType
from studypress.outputs.anki.setting import Setting

_TEMPLATE = "Card"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold
_WRITTEN_BY = slice(96, 100)  # the SQLite version in a database's header: sqlite.org/fileformat
_SQLITE = (3_040_000).to_bytes(4)


@dataclass(frozen=True, slots=True)
class Times:
    """When notes and note types last changed. Anki takes an update only where this is newer."""

    ledger: Ledger
    now: int | None

    def of_note(self, note: Note) -> int:
        return self.ledger.modified(note.content, self.now)

    def of_type(self, note_type: NoteType, setting: Setting) -> int:
        return self.ledger.type_modified(note_type.name, look(note_type, setting), self.now)


def look(note_type: NoteType, setting: Setting) -> str:
    """A hash of what a note type looks like: templates and css, which may change."""
    sides = (faces.front(note_type, setting), faces.back(note_type, setting))
    return _digest("\0".join((*sides, faces.css(), setting.bank.title)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def write(deck: Deck, setting: Setting, notes: tuple[Note, ...], times: Times) -> bytes:
    """One flat deck, its cards new and due in the order of the notes."""
    types = {n.note_type.name: n.note_type for n in notes}
    made = {
        name: _model(note_type, setting, times.of_type(note_type, setting))
        for name, note_type in types.items()
    }
    written = _Deck(deck.id, deck.deck, deck.description or _description(setting.bank))
    for due, note in enumerate(notes, start=1):
        model = made[note.note_type.name]
        written.add_note(_Note(note, model, setting.identity, due, times.of_note(note)))
    return _zip(_database(genanki.Package(written)))


def _description(bank: BankFile) -> str:
    """Markdown, shown under the deck's name."""
    return (
        f"Cards on *{bank.title}*, version {bank.version}.\n\n"
        "Every answer names the passage that proves it, and words to search for there. "
        "\\[Brackets\\] hold what that passage leaves unsaid.\n\n"
        "Updates keep every review and never double a note. What did not change is not touched; a "
        "corrected note replaces your own edits to it, unless yours are newer."
    )


def _model(note_type: NoteType, setting: Setting, modified: int) -> _Model:
    names = [field.name for field in note_type.fields]
    template = {
        "name": _TEMPLATE,
        "id": note_type.template_id,
        "qfmt": faces.front(note_type, setting),
        "afmt": faces.back(note_type, setting),
    }
    return _Model(
        modified,
        setting.identity.notetype(note_type.name),
        f"{setting.bank.title}: {note_type.name}",
        fields=[
            {"name": f.name, "id": f.id, "preventDeletion": True, **dict.fromkeys(f.flags, True)}
            for f in note_type.fields
        ],
        templates=[template],
        css=faces.css(),
        model_type=genanki.Model.CLOZE if note_type.gapped else genanki.Model.FRONT_BACK,
        sort_field_index=names.index(note_type.sort_field),
    )


class _Model(genanki.Model):  # type: ignore[misc]  # genanki is untyped
    """Has a time of its own, and states which field makes the card: genanki's guess is misled by
    `{{^Retired}}`."""

    def __init__(self, modified: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modified = modified

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        stated: dict[str, Any] = super().to_json(self._modified, deck_id)
        return stated | {"req": [[0, "any", [self.sort_field_index]]]}


class _Deck(genanki.Deck):  # type: ignore[misc]  # genanki is untyped
    """Its description is Markdown, which Anki also cleans of scripts."""

    def to_json(self) -> dict[str, Any]:
        stated: dict[str, Any] = super().to_json()
        return stated | {"md": True}


class _Note(genanki.Note):  # type: ignore[misc]  # genanki is untyped
    """A note with one card, whose row ids follow from its GUID and not from its place.

    A retired one has no card: whoever has its card keeps it, nobody gets a new one.
    """

    def __init__(
        self, note: Note, model: _Model, identity: Identity, due: int, modified: int
    ) -> None:
        super().__init__(model, note.fields, note.sort_text, list(note.tags), note.guid, due)
        self._ids = (identity.note(note.guid), identity.card(note.guid, 0))
        self._modified = modified
        self._cards = [] if note.is_retired else [genanki.Card(0)]

    @property
    def cards(self) -> list[genanki.Card]:
        return self._cards

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]
    ) -> None:
        super().write_to_db(cursor, self._modified, deck_id, iter(self._ids))
        checksum = _checksum(self.fields[0])
        cursor.execute("UPDATE notes SET csum = ? WHERE id = ?", (checksum, self._ids[0]))


def _checksum(first_field: str) -> int:
    """By this Anki finds duplicates: the first 32 bits of the SHA-1 of the first field's text."""
    return int.from_bytes(hashlib.sha1(first_field.encode(), usedforsecurity=False).digest()[:4])


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


def _zip(database: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in _entries(database):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, also when built on Windows
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data, compresslevel=1)
    return buffer.getvalue()


def _entries(database: bytes) -> Iterable[tuple[str, bytes]]:
    """The collection and the list of media, which is empty."""
    return (("collection.anki2", database), ("media", b"{}"))
