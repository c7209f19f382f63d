"""The database of a package: opened so that it can do no harm, and read within bounds."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from studypress.adopt import schema11, schema18
from studypress.adopt.btree import refuse_long_schema
from studypress.adopt.found import Found, FoundCard, FoundNote, FoundType, Refused
from studypress.adopted import NOT_AS_WRITTEN

_MOST = {"notes": 200_000, "cards": 1_000_000}
_MOST_FIELDS, _MOST_TEMPLATES = 500, 100
_LONGEST_NAME = 500
_LONGEST_VALUE = 6 * 2**20  # bytes of one value of the database: as JSON, it takes 150 MiB
_LONGEST_NOTE = 2 * 2**20  # characters of one note
_LONGEST_TAGS = 100_000  # characters of the tags of one note
_MOST_TEXT = 128 * 2**20  # characters of all notes
_MOST_MEMORY = 2**30  # bytes that SQLite may take in all
_MOST_STEPS = 5_000  # of a hundred thousand of SQLite's instructions each
_LATEST = 2**33  # seconds since 1970: in the 23rd century
_LARGEST_ROW = 10**15  # as many digits as the ledger has for a number
_NEEDED = ("col", "notes", "cards")
_TAG_ENDS = re.compile("[ \u3000]+")  # as Anki splits them


def read_collection(path: Path) -> Found:
    """Raises Refused, and OSError."""
    refuse_long_schema(path)
    try:
        with closing(_opened(path)) as connection:
            return _read(connection)
    except (sqlite3.Error, MemoryError) as error:
        raise Refused(f"its database cannot be read ({error})") from error
    except NOT_AS_WRITTEN as error:
        raise Refused(f"its database is not one of Anki's ({error})") from error


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.execute(f"PRAGMA hard_heap_limit = {_MOST_MEMORY}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, 100_000)
    return connection


def _read(connection: sqlite3.Connection) -> Found:
    kinds = dict(connection.execute("SELECT name, type FROM sqlite_master"))
    missing = next((name for name in _NEEDED if kinds.get(name) != "table"), None)
    if missing:
        raise Refused(f"its database has no table `{missing}`")
    for table, most in _MOST.items():
        count = _count(connection, table)
        if count > most:
            raise Refused(f"it has {count:,} {table}, and at most {most:,} are read")
    schema = schema18 if kinds.get("notetypes") == "table" else schema11
    types = schema.read_types(connection)
    return Found(
        tuple(_notes(connection, types)),
        tuple(_cards(connection)),
        types,
        schema.read_decks(connection),
        reviews=_count(connection, "revlog") if kinds.get("revlog") == "table" else 0,
        notes_in_all=_count(connection, "notes"),
    )


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(count)


def _notes(connection: sqlite3.Connection, types: Mapping[int, FoundType]) -> Iterator[FoundNote]:
    """Those with an identity, each once."""
    seen: set[str] = set()
    checked: set[int] = set()
    rows = connection.execute("SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id")
    room = _MOST_TEXT
    for row, guid, type_id, modified, tags, fields in rows:
        room -= len(str(fields))
        is_long = len(str(fields)) > _LONGEST_NOTE or len(str(tags)) > _LONGEST_TAGS
        if is_long or room < 0:
            raise Refused("its notes hold more text than is read")
        if not str(guid).strip() or guid in seen:
            continue
        seen.add(guid)
        if type_id not in checked:
            _check_type(type_id, types[type_id])
            checked.add(type_id)
        yield FoundNote(
            _within(row, _LARGEST_ROW),
            str(guid),
            type_id,
            _within(modified, _LATEST),
            tuple(filter(None, _TAG_ENDS.split(str(tags)))),
            _fitted(str(fields).split("\x1f"), len(types[type_id].stated["flds"])),
        )


def _fitted(fields: list[str], count: int) -> tuple[str, ...]:
    """As many as the note type has; Anki mends such notes in the same way when it imports them."""
    while len(fields) > count:
        last = fields.pop()
        fields[-1] = f"{fields[-1]}; {last}"
    return (*fields, *[""] * (count - len(fields)))


def _check_type(id_: int, found: FoundType) -> None:
    """Only of types that notes have. Raises Refused, or as `schema11.read_types` does."""
    _within(id_, _LARGEST_ROW)
    _within(found.modified, _LATEST)
    name, fields, templates = (found.stated[key] for key in ("name", "flds", "tmpls"))
    names = [part["name"] for part in fields]
    texts = [template[side] for template in templates for side in ("name", "qfmt", "afmt")]
    if not all(isinstance(text, str) for text in (name, *names, *texts)):
        raise TypeError(f"the note type {id_} has a name or template that is not text")
    if int(found.stated["id"]) != id_ or not isinstance(found.stated.get("sortf", 0), int):
        raise ValueError(f"the note type {id_} has another id or no field to sort by")
    if any(len(text) > _LONGEST_NAME for text in (name, *names)):
        raise Refused(f"its note type {id_} has a name of more than {_LONGEST_NAME} characters")
    if len(set(names)) < len(names):
        raise Refused(f"its note type “{name}” has two fields of one name")
    if not 0 < len(names) <= _MOST_FIELDS or not 0 < len(templates) <= _MOST_TEMPLATES:
        counts = f"{len(names)} fields and {len(templates)} templates"
        raise Refused(f"its note type “{name}” has {counts}")
    if found.stated["type"] not in (0, 1):
        raise Refused(f"its note type “{name}” is of a kind that this version does not know")


def _cards(connection: sqlite3.Connection) -> Iterator[FoundCard]:
    """With their own decks and places, also where a filtered deck has borrowed them."""
    query = "SELECT id, nid, ord, did, odid, type, due, odue, data FROM cards ORDER BY nid, ord, id"
    for row, note, ordinal, deck, home, kind, due, own_due, data in connection.execute(query):
        yield FoundCard(
            _within(row, _LARGEST_ROW),
            int(note),
            int(ordinal),
            int(home or deck),
            int(own_due if home else due) if kind == 0 else _position(data),
            kind == 0,
        )


def _position(data: Any) -> int | None:
    """Where a studied card stood among the new ones, which current clients note down."""
    if not isinstance(data, str) or not data.startswith("{"):
        return None
    position = json.loads(data).get("pos")
    return position if isinstance(position, int) else None


def _within(number: Any, end: int) -> int:
    if not isinstance(number, int) or not 0 <= number < end:
        raise ValueError(f"{number!r} is no id and no time")
    return number
