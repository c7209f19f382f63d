"""The two faces of a card: a frame that all note types share, around what is each one's own."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from studypress.outputs.anki.notetypes import NoteType

_BODY = "<!-- body -->"
_LANGUAGE = "<!-- language -->"


def front(note_type: NoteType, language: str) -> str:
    """Empty for a retired question, so that it makes no new card."""
    return _face(note_type, "front", language)


def back(note_type: NoteType, language: str) -> str:
    return _face(note_type, "back", language)


def css() -> str:
    return _read("card.css")


def _face(note_type: NoteType, side: str, language: str) -> str:
    frame = _read(f"{side}.html").replace(_LANGUAGE, escape(language))
    return frame.replace(_BODY, _read(f"{note_type.name}.{side}.html").rstrip())


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text("utf-8")
