"""What there is to say after a deck was adopted: what was written, and what could not be kept."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from studypress.adopt.bank import Made
from studypress.adopt.found import Found
from studypress.counted import counted
from studypress.outputs.anki import media


class Media(Struct, frozen=True):
    """The names of media in the package: those that were kept, and those that nothing names."""

    kept: tuple[str, ...]
    unused: int


def lines(found: Found, made: Made, files: Media) -> Iterator[str]:
    notes = made.adopted.notes.values()
    cards = sum(len(note.cards) for note in notes)
    yield (
        f"{counted(len(notes), 'note')} with {counted(cards, 'card')}, "
        f"{counted(len(made.adopted.types), 'note type')}, "
        f"{counted(len(files.kept), 'file')} of media"
    )
    lost = list(_lost(found, made, files))
    if lost:
        yield "Not kept (your students keep what they have of it):"
        yield from (f"- {line}" for line in lost)


def _lost(found: Found, made: Made, files: Media) -> Iterator[str]:
    if found.reviews or not all(card.is_new for card in found.cards):
        yield "reviews and scheduling: all cards of a package are new"
    if any(deck.has_options for deck in found.decks.values()):
        yield "deck options"
    if any(deck.is_filtered for deck in found.decks.values()):
        yield "filtered decks"
    left_out = found.notes_in_all - len(made.adopted.notes)
    if left_out:
        yield f"{counted(left_out, 'note')} without a card, or with the identity of another"
    if files.unused:
        yield f"{counted(files.unused, 'file')} of media that no note or note type names"
    missing = _missing(made, files)
    if missing:
        yield f"{counted(missing, 'file')} of media that notes name, and the package does not hold"


def _missing(made: Made, files: Media) -> int:
    kept = frozenset(files.kept)
    fields = (html for note in made.adopted.notes.values() for html in note.fields.values())
    named = {names for html in fields for names in media.named_in(html)}
    return sum(
        kept.isdisjoint(names) and ":" not in names[0] and not names[0].startswith(("//", "#"))
        for names in named
    )
