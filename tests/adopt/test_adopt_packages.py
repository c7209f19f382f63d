"""Packages that are broken or hostile: one line each, status 1, and nothing is written."""

from __future__ import annotations

import io
import json
import stat
import struct
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from studypress.adopt import archive
from studypress.cli import app
from tests.adopt.packages import (
    entries,
    refusal,
    run,
    with_database,
    with_entries,
    zipped,
)


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


def test_a_list_that_would_fill_the_memory_is_refused(sound: bytes, tmp_path: Path) -> None:
    """JSON takes twenty times as much of it as of a file."""
    files = [f'"{n}": "{n}.png"' for n in range(250_000)]
    listed = with_entries(sound, media=f"{{{', '.join(files)}}}".encode())
    assert refusal(listed, tmp_path) == "`media` in it is larger than this version reads"
    decks = [f'"{n}": {{"name": "{n}"}}' for n in range(250_000)]
    many = with_database(sound, f"UPDATE col SET decks = '{{{', '.join(decks)}}}'")
    assert "string or blob too big" in refusal(many, tmp_path)


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
