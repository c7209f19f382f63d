"""Packages changed and adopted, and how a refusal reads."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from typer.testing import CliRunner, Result

from studypress.cli import app


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
