"""A bank that was adopted: built, released and edited as its maintainer would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studypress.adopt import Naming, adopt
from studypress.paths import LEDGER_FILE
from studypress.project import read_project
from studypress.release import prepare
from studypress.rendering import render

LATER = 1_900_000_000  # after anything that a test's own client has stamped


def adopted(package: bytes, folder: Path) -> Path:
    """The root of a bank that was adopted from the package."""
    file = folder / "deck.apkg"
    file.write_bytes(package)
    adopt(file, folder / "bank", Naming())
    return folder / "bank"


def built(root: Path) -> bytes:
    """The one package of the bank, which must be without fault."""
    project = read_project(root)
    assert [d.message for d in project.diagnostics] == []
    (name,) = project.definitions
    return render(project, name).files[f"{name}.apkg"]


def released(root: Path, now: int = LATER) -> tuple[str, bytes]:
    """Release notes and the package; the ledger is written."""
    project = read_project(root)
    assert [d.message for d in project.diagnostics] == []
    done = prepare(project, now)
    (root / LEDGER_FILE).write_text(done.release.ledger.dump(), encoding="utf-8")
    (name,) = project.definitions
    return done.notes, done.outputs[name].files[f"{name}.apkg"]


def edit(root: Path, change: Callable[[str], str]) -> None:
    for path in (root / "questions").glob("*.yaml"):
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
