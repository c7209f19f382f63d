"""What a command does not import or compile, since it takes longer than what it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from studypress.cli import COMMANDS
from tests.running import FILES, contents, studypress
from tests.written import write_bank


def python(*lines: str) -> str:
    """What the lines print, run by a Python of their own."""
    command = [sys.executable, "-c", "\n".join(lines)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_command_is_imported_when_it_is_asked_for() -> None:
    loaded = "print(*(name for name in sys.modules if name.startswith('studypress.commands.')))"
    assert python("import sys", "import studypress.cli", loaded) == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_list_is_there(command: str) -> None:
    assert f" studypress {command} [OPTIONS]" in studypress(command, "--help").stdout


def test_a_slip_in_a_command_is_met_with_what_may_be_meant() -> None:
    done = studypress("biuld")
    assert done.returncode == 2
    assert "Did you mean 'build'?" in done.stderr


GENANKI = "from studypress.outputs.anki.genanki import Deck, Model"


def test_genanki_does_not_run_what_it_is_not_made_to_use() -> None:
    used = "print(*(name in sys.modules for name in ('ssl', 'yaml.reader', 'genanki.model')))"
    assert python("import sys", GENANKI, used) == "False False True"


@pytest.mark.parametrize(
    "use",
    [
        "import yaml; print(yaml.safe_load('ok'))",
        "from yaml import CLoader; print('ok')",
        "import yaml.cyaml; print(yaml.safe_load('ok'))",
        "import asyncio; print(asyncio.run(asyncio.sleep(0, 'ok')))",
        "import asyncio.subprocess as part; print('ok' if part.PIPE else '')",
        "print(Model(1, 'ok', fields='[{name: Front}]').name)",
    ],
)
def test_what_genanki_did_not_run_works_when_it_is_used(use: str) -> None:
    assert python(GENANKI, use) == "ok"


def test_compiled_templates_are_kept_where_python_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And pages are the same from kept templates, and where none can be kept."""
    root, kept = write_bank(tmp_path / "bank", FILES), tmp_path / "kept"
    pages = []
    for prefix in (kept, kept, root / "questions" / "bank.yaml"):
        monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "")
        monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(prefix))
        assert studypress("build", "--root", root).returncode == 0
        pages.append(contents(root / "build"))
    assert pages[0] == pages[1] == pages[2]
    templates = {path for path in kept.rglob("*.pyc") if path.parent.name == "templates"}
    assert len(templates) > 2
