"""Databases that are broken or hostile, in packages that are sound: refused in one line each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from studypress.adopt import collection
from tests.adopt.packages import (
    refusal,
    with_database,
    with_models,
    zipped,
)

DATABASES: dict[str, tuple[tuple[str, ...], str]] = {
    "no notes": (("DELETE FROM notes",), "it has no note with a card"),
    "no cards": (("DELETE FROM cards",), "it has no note with a card"),
    "a view that never ends": (
        (
            "DROP TABLE notes",
            "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) "
            "SELECT id FROM n",
        ),
        "its database has no table `notes`",
    ),
    "no note type": (("UPDATE col SET models = '{}'",), "its database is not one of Anki's"),
    "models that are none": (("UPDATE col SET models = 'x'",), "its database is not one of Anki's"),
    "models nested deeply": (
        (f"UPDATE col SET models = '{'[' * 100_000}'",),
        "its database is not one of Anki's",
    ),
    "a time far off": (
        ("UPDATE notes SET mod = 99999999999",),
        "its database is not one of Anki's",
    ),
    "a time before time": (("UPDATE notes SET mod = -5",), "its database is not one of Anki's"),
    "a number without end": (
        ("UPDATE cards SET did = 9e999",),
        "its database is not one of Anki's",
    ),
    "no col": (("DELETE FROM col",), "its database is not one of Anki's"),
    "bytes that are no text": (
        ("UPDATE notes SET flds = CAST(x'ff1fff' AS TEXT)",),
        "its database cannot be read",
    ),
    "a deck that cannot be typed": (
        ("UPDATE col SET decks = replace(decks, 'Chemistry', 'Che\\u202emistry')",),
        "its deck 'Che\\u202emistry' has a name that cannot be typed; rename it",
    ),
}


@pytest.mark.parametrize("name", DATABASES)
def test_a_database_that_is_not_ankis_is_refused_in_one_line(
    name: str, sound: bytes, tmp_path: Path
) -> None:
    statements, reason = DATABASES[name]
    assert refusal(with_database(sound, *statements), tmp_path).startswith(reason)


@pytest.mark.parametrize(("page_size", "views"), [(512, 20_000), (65_536, 40_000)])
def test_a_list_of_tables_without_end_is_refused_before_sqlite_reads_it(
    page_size: int, views: int, tmp_path: Path
) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"PRAGMA page_size = {page_size}")
    connection.execute("CREATE TABLE col (a)")
    connection.execute("PRAGMA writable_schema = ON")
    named = ((f"v{n}", f"v{n}", f"CREATE VIEW v{n} AS SELECT 1") for n in range(views))
    connection.executemany("INSERT INTO sqlite_master VALUES ('view', ?, ?, 0, ?)", named)
    connection.commit()
    package = zipped([("collection.anki2", connection.serialize())])
    connection.close()
    assert refusal(package, tmp_path) == "its database has more tables than any of Anki's"


def test_more_tags_than_anybody_gives_are_refused(sound: bytes, tmp_path: Path) -> None:
    tagged = with_database(sound, f"UPDATE notes SET tags = '{'t ' * 50_001}'")
    assert refusal(tagged, tmp_path) == "its notes hold more text than is read"


def test_absurd_counts_are_refused(
    sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(collection._MOST, "notes", 1)
    assert refusal(sound, tmp_path) == "it has 2 notes, and at most 1 are read"


TYPES: dict[str, tuple[Callable[[dict[str, object]], object], str]] = {
    "two fields of one name": (
        lambda t: t.update(flds=[{"name": "A"}, {"name": "A"}]),
        "its note type “Simple” has two fields of one name",
    ),
    "no template": (lambda t: t.update(tmpls=[]), "its note type “Simple” has 2 fields and 0"),
    "of another kind": (lambda t: t.update(type=7), "its note type “Simple” is of a kind"),
    "no name": (lambda t: t.pop("name"), "its database is not one of Anki's"),
    "half a character": (lambda t: t.update(css="\ud800"), "its database is not one of Anki's"),
    "no number": (lambda t: t.update(size=float("nan")), "its database is not one of Anki's"),
    "another id": (lambda t: t.update(id="5"), "its database is not one of Anki's"),
    "an odd field to sort by": (lambda t: t.update(sortf="x"), "its database is not one of Anki's"),
    "templates that are none": (lambda t: t.update(tmpls=5), "its database is not one of Anki's"),
}


@pytest.mark.parametrize("name", TYPES)
def test_a_note_type_that_is_none_is_refused_in_one_line(
    name: str, sound: bytes, tmp_path: Path
) -> None:
    change, reason = TYPES[name]
    assert refusal(with_models(sound, change), tmp_path).startswith(reason)
