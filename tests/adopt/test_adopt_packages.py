"""Packages that are broken or hostile: one line each, status 1, and nothing is written."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
import struct
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from studypress.adopt import archive, collection
from studypress.cli import app
from tests.adopt.decks import genanki_package


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return genanki_package(tmp_path_factory.mktemp("sound") / "deck.apkg")


def run(package: bytes, folder: Path, *options: str) -> Result:
    file = folder / "deck.apkg"
    file.write_bytes(package)
    arguments = ["adopt", str(file), "--root", str(folder / "bank"), *options]
    return CliRunner().invoke(app, arguments)


def refusal(package: bytes, folder: Path) -> str:
    """The one line of a refusal, after the package's name."""
    done = run(package, folder)
    assert done.exit_code == 1, done.output
    assert not done.stdout
    (line,) = done.stderr.splitlines()
    assert list((folder / "bank").iterdir()) == []
    head, _, reason = line.partition(" cannot be adopted: ")
    assert head == f"studypress: {folder / 'deck.apkg'}"
    return reason


def zipped(entries: Iterable[tuple[str, bytes]], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as made:
        for name, data in entries:
            made.writestr(name, data)
    return buffer.getvalue()


def entries(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        return {name: read.read(name) for name in read.namelist()}


def with_entries(package: bytes, **changed: bytes) -> bytes:
    return zipped({**entries(package), **changed}.items())


def with_database(package: bytes, *statements: str) -> bytes:
    """The package after its database was changed."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(entries(package)["collection.anki2"])
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    changed = connection.serialize()
    connection.close()
    return with_entries(package, **{"collection.anki2": changed})


def with_models(package: bytes, change: Callable[[dict[str, object]], object]) -> bytes:
    """The package after the JSON of its one note type was changed."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(entries(package)["collection.anki2"])
    (text,) = connection.execute("SELECT models FROM col").fetchone()
    connection.close()
    models = json.loads(text)
    change(models["1607392319"])
    changed = json.dumps(models).replace("'", "''")
    return with_database(package, f"UPDATE col SET models = '{changed}'")


def test_a_sound_package_is_adopted(sound: bytes, tmp_path: Path) -> None:
    done = run(sound, tmp_path, "--bank", "elements", "--language", "de")
    assert done.exit_code == 0, done.output
    assert "2 notes with 2 cards, 1 note type, 0 files of media" in done.stdout
    record = (tmp_path / "bank" / "questions" / "bank.yaml").read_text(encoding="utf-8")
    assert "bank: elements\ntitle: Chemistry\nversion: 1\nlanguage: de\n" in record
    assert CliRunner().invoke(app, ["check", "--root", str(tmp_path / "bank")]).exit_code == 0


def test_a_folder_that_holds_a_bank_is_refused(sound: bytes, tmp_path: Path) -> None:
    run(sound, tmp_path)
    again = run(sound, tmp_path)
    assert again.exit_code == 2
    assert "is not empty; name a new folder with --root" in again.stderr


def test_a_namespace_that_is_none_is_refused(sound: bytes, tmp_path: Path) -> None:
    assert run(sound, tmp_path, "--bank", "My Bank").exit_code == 2


def test_a_language_that_is_none_is_refused(sound: bytes, tmp_path: Path) -> None:
    done = run(sound, tmp_path, "--language", "!")
    assert (done.exit_code, done.stderr.partition(";")[0]) == (
        2,
        "studypress: `!` is not a language tag",
    )
    assert not (tmp_path / "bank").exists()


BROKEN: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "it is not a package of Anki's (an .apkg is a zip)"),
    "a text": (b"Front\tBack\n" * 99, "it is not a package of Anki's (an .apkg is a zip)"),
    "an empty zip": (zipped([]), "there is no collection in it: it is not a package of Anki's"),
    "a list of nothing": (b"PK\x05\x06" + b"\0" * 18, "there is no collection in it"),
    "another zip": (zipped([("a.txt", b"x")]), "there is no collection in it"),
    "no database": (zipped([("collection.anki2", b"x" * 999)]), "its database cannot be read"),
    "an empty database": (zipped([("collection.anki2", b"")]), "its database has no table `col`"),
    "too new": (zipped([("meta", b"\x08\x09")]), "it is of a newer kind than this version knows"),
    "a bad meta": (zipped([("meta", b"\xff")]), "it is damaged (the message is cut short)"),
    "no zstd": (
        zipped([("meta", b"\x08\x03"), ("collection.anki21b", b"not zstd")]),
        "it is damaged",
    ),
    "a long list": (
        b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 9, 9, 2**30, 0, 0),
        "it holds more files than this version reads",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_package_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    package, reason = BROKEN[name]
    assert refusal(package, tmp_path).startswith(reason)


ODD_NAMES = ["../../evil.png", "/etc/passwd", "a\\b.png", "..", "", "c:x.png", "a\nb", "x" * 300]
HALF_A_CHARACTER = b'{"0": "\\ud800.png"}'


@pytest.mark.parametrize("name", ODD_NAMES)
def test_media_whose_name_is_a_path_are_refused(name: str, sound: bytes, tmp_path: Path) -> None:
    package = with_entries(sound, media=json.dumps({"0": name}).encode(), **{"0": b"x"})
    assert "a file of media in it" in refusal(package, tmp_path)
    assert not (tmp_path.parent / "evil.png").exists()


def test_media_that_are_listed_and_not_there_are_said(sound: bytes, tmp_path: Path) -> None:
    named = with_database(sound, "UPDATE notes SET flds = '<img src=a.png>' || char(31) || 'x'")
    done = run(with_entries(named, media=b'{"0": "a.png"}'), tmp_path)
    assert done.exit_code == 0
    assert "- 1 file of media that notes name, and the package does not hold" in done.stdout


def test_a_link_is_refused(sound: bytes, tmp_path: Path) -> None:
    named = with_database(sound, "UPDATE notes SET flds = '<img src=a.png>' || char(31) || 'x'")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in {**entries(named), "media": b'{"0": "a.png"}'}.items():
            made.writestr(name, data)
        link = zipfile.ZipInfo("0")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    assert refusal(buffer.getvalue(), tmp_path) == "`0` in it is a link, and not a file"


@pytest.mark.parametrize(
    "media", [HALF_A_CHARACTER, b"[]", b'{"0": 5}', b'{"a": "b"}', b"{", b"[" * 100_000]
)
def test_a_list_of_media_that_is_none_is_refused(
    media: bytes, sound: bytes, tmp_path: Path
) -> None:
    done = run(with_entries(sound, media=media), tmp_path)
    assert done.exit_code == (0 if media == b'{"0": 5}' else 1)  # nothing names a file `5`
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_without_the_library_it_is_said_which_and_how_to_do_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    current = zipped([("meta", b"\x08\x03"), ("collection.anki21b", zstandard.compress(b"x"))])
    reason = refusal(current, tmp_path)
    assert "`pip install 'studypress[adopt]'`" in reason
    assert "tick “Support older Anki versions”" in reason


def test_a_zip_bomb_is_refused_before_it_bursts(
    sound: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_LARGEST_DATABASE", 2**20)
    bomb = with_entries(sound, **{"collection.anki2": b"\0" * 2**22})
    assert len(bomb) < 2**15
    assert "`collection.anki2` in it is larger" in refusal(bomb, tmp_path)
    packed = zstandard.compress(b"\0" * 2**22)
    current = zipped([("meta", b"\x08\x03"), ("collection.anki21b", packed)])
    assert "`collection.anki21b` in it is larger" in refusal(current, tmp_path)


def test_a_zip_bomb_is_told_by_how_small_it_is_packed(sound: bytes, tmp_path: Path) -> None:
    zeros = bytes(2**26)
    assert "`collection.anki2` in it is larger" in refusal(
        with_entries(sound, **{"collection.anki2": zeros}), tmp_path
    )
    packed = zipped([("meta", b"\x08\x03"), ("collection.anki21b", zstandard.compress(zeros))])
    assert "`collection.anki21b` in it is larger" in refusal(packed, tmp_path)


def test_one_file_under_many_names_is_refused(sound: bytes, tmp_path: Path) -> None:
    """A list of media may name an entry of the zip as often as it likes."""
    names = {"0" * n: f"{n}.png" for n in range(1, 200)}
    pictures = "".join(f"<img src={name}>" for name in names.values())
    named = with_database(sound, f"UPDATE notes SET flds = '{pictures}' || char(31) || 'x'")
    picture = {"media": json.dumps(names).encode(), "0": bytes(2**20)}
    assert "`0` in it is larger" in refusal(with_entries(named, **picture), tmp_path)


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


def test_a_list_that_would_fill_the_memory_is_refused(sound: bytes, tmp_path: Path) -> None:
    """JSON takes twenty times as much of it as of a file."""
    files = [f'"{n}": "{n}.png"' for n in range(250_000)]
    listed = with_entries(sound, media=f"{{{', '.join(files)}}}".encode())
    assert refusal(listed, tmp_path) == "`media` in it is larger than this version reads"
    decks = [f'"{n}": {{"name": "{n}"}}' for n in range(250_000)]
    many = with_database(sound, f"UPDATE col SET decks = '{{{', '.join(decks)}}}'")
    assert "string or blob too big" in refusal(many, tmp_path)


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


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_no_damage_to_the_bytes_makes_a_traceback(sound: bytes, data: st.DataObject) -> None:
    """Damage in the list of the zip, in the compressed data, or in the database itself."""
    database = bytearray(entries(sound)["collection.anki2"])
    damaged = bytearray(sound) if data.draw(st.booleans()) else database
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    package = (
        with_entries(sound, **{"collection.anki2": bytes(damaged)})
        if damaged is database
        else bytes(damaged)
    )
    with TemporaryDirectory() as folder:
        done = run(package, Path(folder))
    assert done.exit_code in (0, 1), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
