"""The two faces of a card: a frame that all note types share, around what is each one's own."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from studypress.model.words import Address
from studypress.outputs.anki import timeline
from studypress.outputs.anki.notetypes import NoteType
from studypress.outputs.anki.setting import Setting

_BODY = "<!-- body -->"
_LANGUAGE = "<!-- language -->"
_TIMELINE = "<!-- timeline -->"
_REPORT = "<!-- report -->"


def front(note_type: NoteType, setting: Setting) -> str:
    """Without a field for a retired question, so that it makes no new card."""
    return _face(note_type, "front", setting)


def back(note_type: NoteType, setting: Setting) -> str:
    """With the bank's timeline and, where the bank has one, its link for reports."""
    return _face(note_type, "back", setting)


def css() -> str:
    return _read("card.css")


def _face(note_type: NoteType, side: str, setting: Setting) -> str:
    filled = {
        _LANGUAGE: escape(setting.bank.language),
        _TIMELINE: timeline.drawing(setting.landmarks, "{{Timeline}}"),
        _REPORT: _report(setting.bank.report),
        _BODY: _read(f"{note_type.name}.{side}.html").rstrip(),
    }
    face = _read(f"{side}.html")
    for name, text in filled.items():
        face = face.replace(name, text)
    return face


def _report(address: Address | None) -> str:
    """A link by which a student reports a mistake; the question's id is added to the address."""
    if address is None:
        return ""
    return f' · <a href="{escape(address.text)}{{{{Id}}}}">report a mistake</a>'


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text("utf-8")
