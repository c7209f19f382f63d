"""The floor: notes that are ready, as typed JSON, to the same rows, to a zip. Nothing else.

    python floor_deck.py NOTES.json OUT.apkg

NOTES.json is what `notes_of` reads out of a package that studypress built.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
_CARD = "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


def notes_of(package: Path) -> dict[str, Any]:
    """The notes of a package, and its schema and its one row of settings."""
    with zipfile.ZipFile(package) as archive, tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(archive.extract("collection.anki2", folder))
        schema = [
            sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql > ''")
        ]
        notes = [
            {
                "id": id_, "guid": guid, "type": type_, "modified": modified,
                "tags": tags.split(), "fields": fields.split("\x1f"), "sort": sort,
                "card": card, "deck": deck, "card_modified": card_modified, "due": due,
            }
            for id_, guid, type_, modified, tags, fields, sort, card, deck, card_modified, due
            in connection.execute(
                "SELECT n.id, guid, mid, n.mod, tags, flds, sfld, c.id, did, c.mod, due "
                "FROM notes n JOIN cards c ON c.nid = n.id ORDER BY n.rowid"
            )
        ]  # fmt: skip
        settings = connection.execute("SELECT * FROM col").fetchone()
        connection.close()
    return {"schema": schema, "settings": settings, "notes": notes}


def checksum(field: str) -> int:
    return int.from_bytes(hashlib.sha1(field.encode()).digest()[:4])


def main(notes: Path, out: Path) -> None:
    read = json.loads(notes.read_bytes())
    connection = sqlite3.connect(":memory:")
    for sql in read["schema"]:
        connection.execute(sql)
    connection.execute(f"INSERT INTO col VALUES ({', '.join('?' * 13)})", read["settings"])
    connection.executemany(
        _NOTE,
        (
            (n["id"], n["guid"], n["type"], n["modified"], f" {' '.join(n['tags'])} ",
             "\x1f".join(n["fields"]), n["sort"], checksum(n["fields"][0]))
            for n in read["notes"]
        ),
    )  # fmt: skip
    connection.executemany(
        _CARD,
        ((n["card"], n["id"], n["deck"], n["card_modified"], n["due"]) for n in read["notes"]),
    )
    connection.commit()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("collection.anki2", connection.serialize())
        package.writestr("media", "{}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
