"""A small bank to start from: one commented question of each kind, a deck, a test, a workflow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from studypress.model.words import Id
from studypress.schema import schema_files
from studypress.seeds import rank
from studypress.source import on_one_line

_FIRST_DECK_ID, _DECK_IDS = 1_600_000_000, 400_000_000


def starter(bank: Id, title: str, language: str) -> Mapping[str, bytes]:
    """The files of a new bank by path. It checks without a warning and builds at once."""
    words = {
        "{bank}": str(bank),
        "{title}": on_one_line(title),
        "{test_title}": on_one_line(f"{title}, a first test"),
        "{language}": language,
        "{deck_id}": str(_FIRST_DECK_ID + rank("deck", str(bank)) % _DECK_IDS),
    }
    made = {path: _filled(text, words) for path, text in _walk(files(__package__) / "files")}
    return {path: text.encode() for path, text in {**made, **schema_files()}.items()}


def _walk(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    """Every file with its text; `dot-` stands for a dot, which packaging would leave out."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        path = above + re.sub(r"^dot-", ".", entry.name)
        if entry.is_dir():
            yield from _walk(entry, f"{path}/")
        else:
            yield path, entry.read_text(encoding="utf-8")


def _filled(text: str, words: Mapping[str, str]) -> str:
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], text)
