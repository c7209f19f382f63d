"""Note types and decks as older packages hold them: JSON in one row.

https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from studypress.adopt.found import FoundDeck, FoundType

_TIMES = ("mod", "usn")


def read_types(connection: sqlite3.Connection) -> dict[int, FoundType]:
    """Raises ValueError, TypeError and LookupError where the JSON is not what it should be."""
    return {
        int(id_): FoundType(
            {key: value for key, value in stated.items() if key not in _TIMES}, int(stated["mod"])
        )
        for id_, stated in _column(connection, "models").items()
    }


def read_decks(connection: sqlite3.Connection) -> dict[int, FoundDeck]:
    """Raises as `read_types` does."""
    return {int(id_): _deck(stated) for id_, stated in _column(connection, "decks").items()}


def _deck(stated: Mapping[str, Any]) -> FoundDeck:
    return FoundDeck(
        str(stated["name"]),
        str(stated.get("desc") or ""),
        bool(stated.get("md")),
        bool(stated.get("dyn")),
        int(stated.get("conf") or 1) != 1,
    )


def _column(connection: sqlite3.Connection, name: str) -> Mapping[str, Mapping[str, Any]]:
    (text,) = connection.execute(f"SELECT {name} FROM col").fetchone()
    stated: Mapping[str, Mapping[str, Any]] = parse_json(text)
    return stated


def parse_json(text: str | bytes) -> Any:
    """As others read it too: without NaN, and without halves of characters. Raises ValueError."""
    value = json.loads(text)
    json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    return value
