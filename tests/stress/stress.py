"""Outputs, ledger and lock under kills, a full disk and two runs at once; outside the suite.

    .venv/bin/python -m tests.stress.stress kill [500]    # runs that are killed at random moments
    .venv/bin/python -m tests.stress.stress disk [100]    # disks of every size that are too small
    .venv/bin/python -m tests.stress.stress pairs [100]   # builds two at a time
    .venv/bin/python -m tests.stress.stress adopt [40]    # adopting, killed at random moments

After each run every definition's folder must be wholly of one of two banks, and so must the ledger
and the lock; the run after that must succeed and leave nothing beside them. `disk` mounts small
file systems, for which it must be root; elsewhere it bounds the size of files.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.examples import HISTORY, example_files
from tests.fuzz.targets import CITED, DECK, QUIZ
from tests.written import write_bank

LEDGER, LOCK, KEPT = "decks/notes.lock", "questions/evidence.lock", "decks/papers"
COMMANDS = (
    ("build", "--keep"),
    ("release",),
    ("sources", "lock", "history=history.txt"),
    ("paper", "the first that is kept"),
    ("build",),
)
BANKS = ("one", "other")
Files = Mapping[str, bytes]


def studypress(root: Path, *command: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "studypress", *command, "--root", "."],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "SOURCE_DATE_EPOCH": "1760000000",
        },
        **options,
    )


def succeeds(root: Path, *command: str) -> None:
    running = studypress(root, *command)
    _, said = running.communicate()
    assert running.returncode == 0, said.decode()


def write(root: Path, bank: str) -> None:
    """One of two banks, which differ in every output and in the ledger; no release yet."""
    files: dict[str, str | bytes] = {
        **example_files(CITED),
        **{f"decks/{name}.yaml": DECK for name in ("cards", "more")},
        **{f"decks/{name}.yaml": QUIZ for name in ("quiz", "test")},
        "history.txt": HISTORY,
    }
    record = files["questions/bank.yaml"]
    assert isinstance(record, bytes)
    files["questions/bank.yaml"] = record.replace(b"2026.1", b"2026.1-" + bank.encode())
    if (root / LOCK).exists():
        del files[LOCK]
    write_bank(root, files)


def contents(root: Path) -> dict[str, Files]:
    """What is in each folder of `build/`, and the two files that are remembered; in `""` the names
    of what was left beside them."""
    build = root / "build"
    folders = [p for p in (build.iterdir() if build.exists() else ()) if p.is_dir()]
    found: dict[str, Files] = {
        f.name: {p.name: p.read_bytes() for p in f.iterdir()}
        for f in folders
        if not f.name.startswith(".")
    }
    papers = (p.relative_to(root).as_posix() for p in (root / KEPT).glob("*.yaml"))
    for name in (LEDGER, LOCK, *papers):
        if (root / name).exists():
            found[name] = {name: (root / name).read_bytes()}
    left = [p for folder in _written(root) for p in folder.glob(".*")]
    return found | {"": {p.name: b"" for p in left}}


def _written(root: Path) -> list[Path]:
    """The folders in which something is written."""
    return [root / "build", root / "decks", root / KEPT, root / "questions"]


def wholes(root: Path) -> dict[str, list[Files]]:
    """Each folder and file as each bank makes it from nothing."""
    made: dict[str, list[Files]] = {}
    for bank in BANKS:
        write(root, bank)
        (root / LEDGER).unlink(missing_ok=True)
        for command in COMMANDS:
            succeeds(root, *_named(command, root))
            for name, files in contents(root).items():
                if name and files not in made.setdefault(name, []):
                    made[name].append(files)
    return made


@contextmanager
def fresh(place: Path | None = None) -> Iterator[tuple[Path, dict[str, list[Files]]]]:
    """A bank whose outputs are there, and what they may be."""
    with tempfile.TemporaryDirectory(dir=place) as folder:
        known = wholes(Path(folder) / "known")
        root = Path(folder) / "bank"
        for bank in BANKS:
            write(root, bank)
            mends(root, known)
        yield root, known


def _is_of_a_paper(name: str) -> bool:
    """Whether it is a kept paper or made of one: each bank has others."""
    return name.startswith(KEPT) or name.isupper()


def check(root: Path, known: Mapping[str, list[Files]]) -> None:
    """Everything is there, and each thing is whole."""
    found = contents(root)
    lasting = {name for name in known if name != LEDGER and not _is_of_a_paper(name)}
    assert lasting <= found.keys(), found.keys()
    for name, files in found.items():
        assert not name or files in known[name], f"{name} is torn: {sorted(files)}"


def command_of(root: Path, number: int) -> tuple[str, ...]:
    """Each in turn. A release is always the first one: its time then is the same."""
    command = COMMANDS[number // 2 % len(COMMANDS)]
    if command == ("release",):
        (root / LEDGER).unlink(missing_ok=True)
    return _named(command, root)


def _named(command: tuple[str, ...], root: Path) -> tuple[str, ...]:
    """`paper` with the id of one that is kept."""
    if command[0] != "paper":
        return command
    return "paper", min(path.stem for path in (root / KEPT).glob("*.yaml"))


def mends(root: Path, known: Mapping[str, list[Files]]) -> None:
    (root / LEDGER).unlink(missing_ok=True)
    for command in COMMANDS:
        succeeds(root, *_named(command, root))
    check(root, known)
    assert contents(root)[""] == {}, contents(root)[""]


def kill(times: int) -> None:
    """Half of the kills at any moment of a run, half of them while it writes."""
    chance = random.Random(1)
    ended = 0
    with fresh() as (root, known):
        for number in range(times):
            write(root, BANKS[number % 2])
            running = studypress(root, *command_of(root, number))
            if number // 8 % 2:
                time.sleep(chance.uniform(0, 1.2))
            else:
                _await_writing(root, running)
                time.sleep(chance.uniform(0, 0.004))
            running.kill()
            running.communicate()
            ended += running.returncode == 0
            check(root, known)
            if number % 20 == 19:
                mends(root, known)
    print(f"{times} runs, {times - ended} of them killed before their end: nothing torn")


def _await_writing(root: Path, running: subprocess.Popen[bytes]) -> None:
    places = _written(root)
    while running.poll() is None and not any(
        path.name.startswith(".") for place in places for path in place.iterdir()
    ):
        pass


def disk(times: int) -> None:
    """From no room to enough, in steps: each run fails in one line, or succeeds."""
    failed = 0
    with small_disk() as place, fresh(place) as (root, known):
        most = 2 * sum(p.stat().st_size for p in (root / "build").rglob("*") if p.is_file())
        for number in range(times):
            write(root, BANKS[number % 2])
            command = command_of(root, number)
            size = number * most // times
            with room(root, size) if place else bounded(size) as options:
                running = studypress(root, *command, **options)
                _, said = running.communicate()
            last = said.decode().splitlines()[-1:]
            assert b"Traceback" not in said, said.decode()
            assert running.returncode == 0 or last[0].startswith("studypress: cannot write"), last
            failed += running.returncode
            check(root, known)
        mends(root, known)
    kind = "full disks" if place else "bounded files"
    print(f"{times} runs on {kind}, {failed} of which failed in one line: nothing torn")


@contextmanager
def small_disk() -> Iterator[Path | None]:
    """A file system of 4 MiB, or None where one may not mount any."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]
        if subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


@contextmanager
def bounded(size: int) -> Iterator[dict[str, Any]]:
    """No file of more than so many bytes."""
    yield {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))}


@contextmanager
def room(root: Path, size: int) -> Iterator[dict[str, Any]]:
    """Room for so many bytes more."""
    filler = root.with_name("filler")
    free = os.statvfs(root)
    filler.write_bytes(bytes(max(free.f_bavail * free.f_frsize - size, 0)))
    yield {}
    filler.unlink()


def pairs(times: int) -> None:
    """Two banks built into one folder at once, from two processes."""
    with fresh() as (root, known):
        for _ in range(times):
            both = []
            for bank in BANKS:
                at = root.with_name(f"bank-{bank}")
                write(at, bank)
                both.append(studypress(at, "build", "--out", str(root / "build")))
            for running in both:
                _, said = running.communicate()
                assert running.returncode == 0, said.decode()
            check(root, known)
            assert not contents(root)[""]
    print(f"{times} pairs of builds into one folder: nothing torn")


def adopt(times: int) -> None:
    """A deck becomes a bank at once, or not at all; the next run is not hindered by the last."""
    chance = random.Random(1)
    ended = 0
    with fresh() as (root, _):
        command = ("adopt", str(root / "build/cards/cards.apkg"), "--bank", "adopted")
        for number in range(times):
            place = root.with_name(f"adopted-{number}")
            place.mkdir()
            running = studypress(place, *command)
            time.sleep(chance.uniform(0.2, 1.0))
            running.kill()
            running.communicate()
            ended += running.returncode == 0
            made = {name for name in ("questions", "decks") if (place / name).exists()}
            assert len(made) in (0, 2), made
            if not made:
                succeeds(place, *command)
            assert sorted(p.name for p in place.iterdir()) == ["decks", "questions"]
            succeeds(place, "check", "--strict")
    print(f"{times} decks adopted, {times - ended} runs killed before their end: nothing half made")


RUNS: Mapping[str, Callable[[int], None]] = {
    "kill": kill,
    "disk": disk,
    "pairs": pairs,
    "adopt": adopt,
}

if __name__ == "__main__":
    RUNS[sys.argv[1]](
        int(sys.argv[2]) if len(sys.argv) > 2 else {"kill": 500}.get(sys.argv[1], 100)
    )
