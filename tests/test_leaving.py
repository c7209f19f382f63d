"""How commands end when something goes wrong: one line, the right status, no traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from studypress.commands.leaving import guarded
from tests.running import FILES, studypress
from tests.written import write_bank

Raised = Callable[[], None]


def raising(error: BaseException) -> Raised:
    def command() -> None:
        raise error

    return command


@pytest.fixture(autouse=True)
def _as_a_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STUDYPRESS_DEBUG", raising=False)
    monkeypatch.setattr(sys, "argv", ["studypress", "build"])


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted; what was there is as it was"),
        (
            PermissionError(13, "Permission denied", "f"),
            1,
            "f: Permission denied; see who may read",
        ),
        (
            OSError(28, "No space left on device"),
            1,
            "cannot write to standard output: No space left on device",
        ),
        (MemoryError(), 1, "the memory is full; close other programs"),
        (
            ValueError("of\ntwo lines"),
            1,
            "ValueError: of; that is a mistake in studypress; --debug",
        ),
        (RecursionError("deep"), 1, "RecursionError: deep; that is a mistake in studypress"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_goes_wrong_is_one_line(
    error: BaseException, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(raising(error)) == status
    shown = capsys.readouterr()
    assert shown.err.startswith(f"studypress: {said}")
    assert shown.err.count("\n") == 1
    assert shown.out == ""


@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_command_decides_its_status(code: int) -> None:
    assert guarded(raising(SystemExit(code))) == code


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    assert guarded(raising(ValueError("oh"))) == 1
    monkeypatch.setattr(sys, "argv", ["studypress", "--debug", "build"])
    with pytest.raises(ValueError, match="oh"):
        guarded(raising(ValueError("oh")))
    monkeypatch.setattr(sys, "argv", ["studypress", "build"])
    monkeypatch.setenv("STUDYPRESS_DEBUG", "1")
    with pytest.raises(ValueError, match="oh"):
        guarded(raising(ValueError("oh")))


def test_whoever_reads_may_stop_reading(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    for command in (["list"], ["schema"]):
        at = ["--root", str(root)]
        running = subprocess.Popen(
            [sys.executable, "-m", "studypress", *command, *at],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert running.stdout
        running.stdout.close()
        _, said = running.communicate()
        assert (running.returncode, said) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_under_the_output_is_one_line(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "studypress", "list", "--root", str(root)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "studypress: cannot write to standard output: No space left on device; "
        "make room, and run it again; what was there is as it was\n"
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_terminal_shows_faults_and_json_stays_json(encoding: str, tmp_path: Path) -> None:
    text = FILES["questions/base.yaml"].replace("Come in", "Войдите 😀")
    root = write_bank(
        tmp_path, {**FILES, "questions/base.yaml": text.replace("kind: dat", "kind: é")}
    )
    env = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    for command in (["check"], ["check", "--format", "json"]):
        done = subprocess.run(
            [sys.executable, "-m", "studypress", *command, "--root", str(root)],
            capture_output=True,
            env=env,
            check=False,
        )
        assert done.returncode == 1
        assert done.stderr == b""
        shown = done.stdout.decode(encoding)
    assert any("é" in row["message"] for row in json.loads(shown))


def test_ctrl_c_is_no_traceback(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; sys.argv = ['studypress', 'list'];"
        "import studypress.project as build;"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"  # nohup and & switch it off
        "build.read_project = lambda root: os.kill(os.getpid(), signal.SIGINT);"
        "from studypress.__main__ import main; main()"
    )
    root = write_bank(tmp_path, FILES)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr in ("", "studypress: interrupted; what was there is as it was\n")


def test_ctrl_c_before_anything_is_imported_is_no_traceback() -> None:
    code = (
        "import sys; sys.argv = ['studypress', 'list']\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'studypress.commands.leaving': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from studypress.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.parametrize(
    ("out", "said"),
    [
        (
            "/proc/studypress",
            "No such file or directory; see whether its path is written as it should be",
        ),
        ("/sys/studypress", "Operation not permitted; see who may read and write there"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc and no /sys here")
def test_where_one_may_not_write_is_one_line(out: str, said: str, tmp_path: Path) -> None:
    done = studypress("build", "--root", write_bank(tmp_path, FILES), "--out", out)
    assert (done.returncode, done.stderr) == (1, f"studypress: cannot write {out}: {said}\n")


def test_a_folder_in_the_place_of_a_page_is_named(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    page = root / "build" / "coverage.html"
    page.mkdir(parents=True)
    done = studypress("coverage", "--root", root)
    assert done.returncode == 1
    assert done.stderr == (
        f"studypress: cannot write {page}: Is a directory; "
        "a folder stands where a file is needed; move it\n"
    )


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    root = write_bank(tmp_path, FILES)
    (root / "questions" / "folder.yaml").mkdir()
    done = studypress("check", "--root", root)
    assert done.returncode == 1
    assert done.stderr.startswith(f"studypress: cannot read {root}/questions/folder.yaml: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /dev/full here")
def test_a_version_that_cannot_be_written_is_one_line() -> None:
    command = f"{sys.executable} -m studypress --version >/dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("command", "status"), [("check", 1), ("list", 1), ("new new", 2)])
def test_without_any_stream_a_command_still_ends(
    command: str, status: int, closed: str, tmp_path: Path
) -> None:
    broken = {"questions/base.yaml": "format: 2\n"}
    write_bank(tmp_path, {**FILES, **broken})
    line = f"{sys.executable} -m studypress {command} {closed}"
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status
    assert "mistake" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /dev/zero here")
@pytest.mark.parametrize("command", ["adopt", "sources number"])
def test_what_never_ends_is_not_read(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = studypress(*command.split(), "/dev/zero")
    assert done.returncode == 1
    assert "it is not a file" in done.stderr


def test_what_a_message_quotes_stays_on_its_line() -> None:
    done = studypress("explain", "a\nb\x1b[2J")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
