"""Outputs are whole or as they were. `python -m tests.stress.stress` asks the same of whole runs,
hundreds of times."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studypress import atomic
from studypress.atomic import Busy, alone, write_files, write_folders
from tests.running import FILES, contents, studypress
from tests.written import write_bank

ONE, OTHER = ({f"{n}.html": bytes([n, v]) * 2048 for n in range(12)} for v in (1, 2))
_WRITER = """
import sys
from pathlib import Path
from studypress.atomic import write_files, write_folders
versions = [{f"{n}.html": bytes([n, v]) * 2048 for n in range(12)} for v in (1, 2)]
out = Path(sys.argv[1])
print("begun", flush=True)
for turn in range(int(sys.argv[2])):
    files = versions[turn % 2]
    write_folders(out, {"deck": files, "quiz": files})
    write_files({out / "notes.lock": files["1.html"]})
"""


def writer(out: Path, turns: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, str(out), str(turns)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert running.stdout
    assert running.stdout.readline() == "begun\n"
    running.stdout.close()
    return running


def assert_whole(out: Path) -> None:
    for name in ("deck", "quiz"):
        assert contents(out / name) in (ONE, OTHER)
    assert (out / "notes.lock").read_bytes() in (ONE["1.html"], OTHER["1.html"])


def test_a_run_that_is_killed_tears_nothing_and_the_next_clears_up(tmp_path: Path) -> None:
    chance = random.Random(1)
    writer(tmp_path, 2).wait()
    for _ in range(12):
        running = writer(tmp_path, 10_000)
        time.sleep(chance.uniform(0, 0.03))
        running.kill()
        running.wait()
        assert_whole(tmp_path)
    writer(tmp_path, 1).wait()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deck", "notes.lock", "quiz"]


@pytest.mark.parametrize("name", ["essay.docx/part.html", "notes.yaml", "essay.docx", "empty/"])
def test_a_folder_of_somebodys_work_is_not_replaced(name: str, tmp_path: Path) -> None:
    """As where a definition has the name of a folder, and `--out` is where that stands."""
    theirs = tmp_path / "quiz" / name
    theirs.parent.mkdir(parents=True)
    theirs.mkdir() if name.endswith("/") else theirs.write_bytes(b"theirs")
    with pytest.raises(OSError, match="which studypress did not write"):
        write_folders(tmp_path, {"deck": ONE, "quiz": ONE})
    assert theirs.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["quiz"]


def test_a_file_in_the_place_of_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "quiz").write_bytes(b"theirs")
    with pytest.raises(OSError, match="it is not a folder that studypress wrote"):
        write_folders(tmp_path, {"deck": ONE, "quiz": ONE})
    assert contents(tmp_path) == {"quiz": b"theirs"}


def test_what_was_changed_since_it_was_built_is_not_replaced(tmp_path: Path) -> None:
    """Marks that were typed into the sheet, a paper that was edited in Word."""
    write_folders(tmp_path, {"quiz": ONE})
    sheet = tmp_path / "quiz" / "1.html"
    sheet.write_bytes(b"marks")
    with pytest.raises(OSError, match=r"`1\.html` has changed since it was built"):
        write_folders(tmp_path, {"quiz": OTHER})
    assert sheet.read_bytes() == b"marks"
    sheet.rename(tmp_path / "mine.html")
    os.mkfifo(sheet)
    with pytest.raises(OSError, match=r"`1\.html` has changed since it was built"):
        write_folders(tmp_path, {"quiz": OTHER})
    sheet.unlink()
    write_folders(tmp_path, {"quiz": OTHER})
    assert contents(tmp_path / "quiz") == OTHER


def _bound_by_permissions() -> list[str]:
    """What to begin a command with, so that it is: root else may do anything."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root is bound by no permissions, and there is no setpriv")
    without = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={without}", f"--inh-caps={without}"]


def test_a_folder_that_is_read_only_is_replaced_and_left_behind_by_none(tmp_path: Path) -> None:
    command = [*_bound_by_permissions(), sys.executable, "-c", _WRITER, str(tmp_path), "1"]
    for _ in range(2):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (tmp_path / "deck").chmod(0o555)
    assert_whole(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deck", "notes.lock", "quiz"]


def test_what_systems_leave_in_a_folder_is_in_nobodys_way(tmp_path: Path) -> None:
    write_folders(tmp_path, {"deck": ONE})
    for name in (".DS_Store", "Thumbs.db", ".~lock.paper-A.docx#"):
        (tmp_path / "deck" / name).write_bytes(b"")
    write_folders(tmp_path, {"deck": OTHER})
    assert contents(tmp_path / "deck") == OTHER


def test_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    both = [writer(tmp_path, 20) for _ in range(3)]
    assert [running.wait() for running in both] == [0, 0, 0]
    assert_whole(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deck", "notes.lock", "quiz"]


def test_who_waits_in_vain_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_PATIENCE", 0.05)
    with alone(tmp_path), pytest.raises(Busy, match="another studypress is writing there"):
        write_folders(tmp_path, {"deck": ONE})
    write_folders(tmp_path, {"deck": ONE})


@pytest.mark.parametrize("exchanges", [True, False])
def test_where_names_cannot_be_exchanged_two_steps_do(
    exchanges: bool,  # noqa: FBT001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not exchanges:
        monkeypatch.setattr(atomic, "_exchanged", lambda one, other: False)
    for files in (ONE, OTHER):
        write_folders(tmp_path, {"deck": files})
        assert contents(tmp_path) == {f"deck/{name}": data for name, data in files.items()}


def test_a_link_in_the_place_of_a_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_bytes(b"kept")
    out = tmp_path / "out"
    out.mkdir()
    (out / "deck").symlink_to(elsewhere)
    (out / ".quiz.new").symlink_to(elsewhere)
    write_folders(out, {"deck": ONE, "quiz": ONE})
    assert contents(elsewhere) == {"kept": b"kept"}
    assert contents(out / "deck") == ONE == contents(out / "quiz")
    assert not (out / "deck").is_symlink()


@pytest.mark.parametrize("command", ["build", "release"])
def test_a_disk_that_is_full_changes_nothing_and_is_said_in_one_line(
    command: str, tmp_path: Path
) -> None:
    root = write_bank(tmp_path, FILES)
    assert studypress("release", "--root", root).returncode == 0
    before = contents(root)
    version = FILES["questions/bank.yaml"].replace("2026.1", "2026.2")
    write_bank(root, {"questions/bank.yaml": version})
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200));"
        "from studypress.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, command, "--root", str(root)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("studypress: cannot write ")
    assert done.stderr.endswith(
        "File too large; allow larger files, and run it again; what was there is as it was\n"
    )
    write_bank(root, {"questions/bank.yaml": FILES["questions/bank.yaml"]})
    assert contents(root) == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 200


def test_what_a_file_is_replaced_by_is_never_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files({tmp_path / "notes.lock": b"old"})

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_files({tmp_path / "other": b"new", tmp_path / "notes.lock": b"new"})
    assert contents(tmp_path) == {"notes.lock": b"old"}
