"""The two faces of a card: a frame that all note types share, around what is each one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from msgspec.structs import asdict

from studypress.languages.catalogue import CardWords
from studypress.model.words import Address
from studypress.outputs.anki import timeline
from studypress.outputs.anki.notetypes import NoteType
from studypress.outputs.anki.setting import Setting

# A place in a template that is filled before Anki sees it: its name, and for a phrase the field
# that stands in it, as in `<!-- claimed_by {{Holder}} -->`.
_PLACE = re.compile(r"<!-- (\w+)(?: (\{\{\w+\}\}))? -->")

# What Anki would play or render wherever it stands, as an address may have it (RFC 3986).
_ENCODED = {ord(character): f"%{ord(character):02X}" for character in "[]\\"}


def front(note_type: NoteType, setting: Setting) -> str:
    """Without a field for a retired question, so that it makes no new card."""
    return _face(note_type, "front", setting)


def back(note_type: NoteType, setting: Setting) -> str:
    """With the bank's timeline and, where the bank has one, its link for reports."""
    return _face(note_type, "back", setting)


def css() -> str:
    return _read("card.css")


def _face(note_type: NoteType, side: str, setting: Setting) -> str:
    words = setting.words
    filled = {
        **{name: escape(word) for name, word in _phrases(words)},
        "language": escape(setting.bank.language),
        "timeline": timeline.drawing(setting.landmarks, "{{Timeline}}", words.place_in_time),
        "report": _report(setting.bank.report, words),
    }
    frame, body = _read(f"{side}.html"), _read(f"{note_type.name}.{side}.html").rstrip()
    whole = frame.replace("<!-- body -->", body)
    return _PLACE.sub(lambda place: filled[place[1]].replace("{}", place[2] or "{}"), whole)


def _phrases(words: CardWords) -> Iterator[tuple[str, str]]:
    named = asdict(words).items()
    yield from ((name, word) for name, word in named if isinstance(word, str))
    yield from words.parts.items()


def _report(address: Address | None, words: CardWords) -> str:
    """A link by which a student reports a mistake; the question's id is added to the address."""
    if address is None:
        return ""
    href = escape(address.text.translate(_ENCODED))
    return f' · <a href="{href}{{{{Id}}}}">{escape(words.report)}</a>'


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text("utf-8")
