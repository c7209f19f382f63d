"""A deck that others made becomes a bank: `studypress adopt`.

archive and collection read a package, layout and questions make of its notes what a person would
have typed, bank makes the files. They are written beside their place, read back and checked as
those of any bank, and only then moved into it.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from studypress.adopt import report
from studypress.adopt.archive import Package, opened
from studypress.adopt.bank import Made, Naming, make_bank
from studypress.adopt.collection import read_collection
from studypress.adopt.found import Refused
from studypress.adopt.recording import recorded
from studypress.atomic import alone
from studypress.ledger import Ledger
from studypress.outputs.anki import media
from studypress.paths import FOLDERS, LEDGER_FILE, MEDIA_FOLDER
from studypress.project import read_project
from studypress.schema import schema_files

__all__ = ["Naming", "Refused", "adopt", "recover"]

_SCRATCH, _READY = ".studypress-adopt-", "ready"


def adopt(path: Path, root: Path, naming: Naming) -> tuple[str, ...]:
    """Write the bank of a package into `root`, where FOLDERS are empty or absent.

    Returns what there is to say. Raises Refused for a package that cannot be adopted, and OSError.
    """
    root.mkdir(parents=True, exist_ok=True)
    with (
        alone(root),
        TemporaryDirectory(prefix=_SCRATCH, dir=root) as scratch,
        opened(path) as package,
    ):
        database = Path(scratch) / "collection"
        package.extract_database(database)
        found = read_collection(database)
        made = make_bank(found, naming)
        staged = Path(scratch) / "bank"
        _write(staged, made)
        files = _extract_media(package, made, staged / MEDIA_FOLDER)
        _record(staged, made)
        ready = staged.rename(staged.with_name(_READY))
        _move(ready, root)
    return tuple(report.lines(found, made, files))


def recover(root: Path) -> None:
    """Finish what a killed run was moving, and clear away the rest of it. Raises OSError."""
    with alone(root):
        for scratch in root.glob(f"{_SCRATCH}*"):
            if not scratch.is_symlink():
                _move(scratch / _READY, root)
                shutil.rmtree(scratch)


def _move(ready: Path, root: Path) -> None:
    """The folders of a bank that is complete to their place, or those that are not there yet."""
    for name in FOLDERS:
        if (ready / name).is_dir():
            if (root / name).is_dir():
                (root / name).rmdir()
            (ready / name).rename(root / name)


def _write(staged: Path, made: Made) -> None:
    ledger = {LEDGER_FILE: Ledger(adopted=made.adopted).dump()}
    for name, text in {**made.files, **schema_files(), **ledger}.items():
        path = staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _extract_media(package: Package, made: Made, folder: Path) -> report.Media:
    search = media.Search()
    for note in made.adopted.notes.values():
        search.look_in(note.fields.values())
    for note_type in made.adopted.types.values():
        search.look_at(note_type.stated)
    held = {file.name: file for file in package.media()}
    used = search.found(held)
    if used:
        folder.mkdir()
        package.extract_media(tuple(held[name] for name in used), folder)
    return report.Media(tuple(used), len(held) - len(used))


def _record(staged: Path, made: Made) -> None:
    """Read the bank back, and write the ledger in which its notes are published."""
    project = read_project(staged)
    fault = next((d for d in project.diagnostics if d.is_error), None)
    if fault:
        raise Refused(f"what was made of it is not sound: {fault.place.file}: {fault.message}")
    if len(project.bank.questions) < len(made.adopted.notes):
        raise Refused("two of its decks have names that make the same file")
    text = recorded(project, made).dump()
    (staged / LEDGER_FILE).write_text(text, encoding="utf-8", newline="\n")
