"""Note types and decks as current packages hold them: tables, and messages in their columns.

The numbers of fields are those of Anki's notetypes.proto and decks.proto; the JSON that is made of
them is the one in which Anki itself writes older packages.
https://github.com/ankitects/anki/tree/main/proto/anki
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from studypress.adopt.found import FoundDeck, FoundType
from studypress.adopt.schema11 import parse_json
from studypress.adopt.wire import Message, parse
from studypress.model.deck_names import BELOW

_OTHER = 255  # what older clients knew and newer ones do not, as JSON
_LEVELS = "\x1f"  # between the names of a deck and of those above it
_REQUIRED = ("none", "any", "all")


def _flag(message: Message, field: int) -> bool:
    return bool(message.number(field))


def _optional(message: Message, field: int) -> int | None:
    return message.number(field) if field in message.values else None


def _deck_id(message: Message, field: int) -> int | None:
    return message.number(field) or None


Read = Callable[[Message, int], Any]
_TYPE: Mapping[str, tuple[int, Read]] = {
    "type": (1, Message.number),
    "sortf": (2, Message.number),
    "css": (3, Message.text),
    "did": (4, _deck_id),
    "latexPre": (5, Message.text),
    "latexPost": (6, Message.text),
    "latexsvg": (7, _flag),
}
_TYPE_IF_SET: Mapping[str, tuple[int, Read]] = {
    "originalStockKind": (9, Message.number),
    "originalId": (10, Message.number),
}
_FIELD: Mapping[str, tuple[int, Read]] = {
    "sticky": (1, _flag),
    "rtl": (2, _flag),
    "font": (3, Message.text),
    "size": (4, Message.number),
    "description": (5, Message.text),
    "plainText": (6, _flag),
    "collapsed": (7, _flag),
    "excludeFromSearch": (8, _flag),
    "id": (9, _optional),
    "tag": (10, _optional),
    "preventDeletion": (11, _flag),
}
_TEMPLATE: Mapping[str, tuple[int, Read]] = {
    "qfmt": (1, Message.text),
    "afmt": (2, Message.text),
    "bqfmt": (3, Message.text),
    "bafmt": (4, Message.text),
    "did": (5, _deck_id),
    "bfont": (6, Message.text),
    "bsize": (7, Message.number),
    "id": (8, _optional),
}


def read_types(connection: sqlite3.Connection) -> dict[int, FoundType]:
    """Raises ValueError, TypeError and LookupError where a message is not what it should be."""
    fields = _parts(connection, "fields", _FIELD)
    templates = _parts(connection, "templates", _TEMPLATE)
    rows = connection.execute("SELECT id, name, mtime_secs, config FROM notetypes")
    return {
        int(id_): FoundType(
            {
                "id": int(id_),
                "name": name,
                "flds": fields.get(id_, []),
                "tmpls": templates.get(id_, []),
                **_stated_type(parse(config)),
            },
            int(modified),
        )
        for id_, name, modified, config in rows
    }


def _stated_type(config: Message) -> dict[str, Any]:
    required = [[r.number(1), _REQUIRED[r.number(2)], r.numbers(3)] for r in config.messages(8)]
    set_ = {name: how for name, how in _TYPE_IF_SET.items() if how[0] in config.values}
    return {**_stated(config, {**_TYPE, **set_}), "req": required}


def _parts(
    connection: sqlite3.Connection, table: str, described: Mapping[str, tuple[int, Read]]
) -> dict[int, list[dict[str, Any]]]:
    """Fields or templates in order, by note type."""
    parts: dict[int, list[dict[str, Any]]] = {}
    rows = connection.execute(f"SELECT ntid, ord, name, config FROM {table} ORDER BY ntid, ord")
    for note_type, ordinal, name, config in rows:
        stated = {"name": name, "ord": int(ordinal), **_stated(parse(config), described)}
        parts.setdefault(note_type, []).append(stated)
    return parts


def _stated(message: Message, described: Mapping[str, tuple[int, Read]]) -> dict[str, Any]:
    other = parse_json(message.data(_OTHER) or b"{}")
    return {**other, **{name: read(message, field) for name, (field, read) in described.items()}}


def read_decks(connection: sqlite3.Connection) -> dict[int, FoundDeck]:
    """Raises as `read_types` does."""
    rows = connection.execute("SELECT id, name, kind FROM decks")
    return {int(id_): _deck(name.replace(_LEVELS, BELOW), parse(kind)) for id_, name, kind in rows}


def _deck(name: str, kind: Message) -> FoundDeck:
    normal = next(kind.messages(1), None)
    if normal is None:
        return FoundDeck(name, "", is_markdown=False, is_filtered=True)
    options = normal.number(1, 1) != 1
    return FoundDeck(name, normal.text(4), _flag(normal, 5), has_options=options)
