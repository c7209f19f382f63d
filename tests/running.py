"""Commands run as from a shell, on a small bank with a deck and a test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.examples import BANK

DECK = "deck: The mission\nformat: 1\nid: 1600000001\nforms: [short, cloze]\n"
QUIZ = (
    "quiz: The mission\nformat: 1\nminutes: 10\nversions: [A, B]\nsections:\n"
    "- title: Short answers\n  form: short\n  count: 4\n"
)
FILES = {**BANK, "decks/cards.yaml": DECK, "decks/test.yaml": QUIZ}


def studypress(*args: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "studypress", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """All files, but for the lists of what was written."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.name != ".made")
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}
