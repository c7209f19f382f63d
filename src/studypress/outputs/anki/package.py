"""Notes to the bytes of an Anki package: the same bytes for the same notes, wherever it is built.

genanki states the collection, its decks and its note types (through its own classes). Rows are
written here, many with one statement, and so is the zip: genanki gives every row one time and one
statement, and stamps a zip with the clock and leaves it uncompressed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from studypress.adopted import AdoptedDeck
from studypress.languages import language
from studypress.ledger import Ledger
from studypress.markdown import literal
from studypress.model.definitions import Deck
from studypress.model.records import BankFile
from studypress.outputs.anki import collection, media
from studypress.outputs.anki.models import Model
from studypress.outputs.anki.note import Note
from studypress.outputs.anki.setting import Setting
from studypress.outputs.archive import Data, archive

_QUICK = 1  # of the levels of compression


class Times(Struct, frozen=True):
    """When notes and note types last changed. Anki takes an update only where this is newer."""

    ledger: Ledger
    now: int | None

    def of_note(self, note: Note) -> int:
        is_known = note.guid in self.ledger.notes  # else it need not be hashed
        return self.ledger.modified(note.guid, note.hash if is_known else "", self.now)

    def of_type(self, model: Model) -> int:
        return self.ledger.type_modified(model.name, model.look, self.now)


def write(
    deck: Deck,
    setting: Setting,
    notes: Iterable[Note],
    models: Mapping[str, Model],
    times: Times,
) -> bytes:
    """The deck and those of its subdecks that have cards, new and due in the order of the notes."""
    decks = _decks(deck, setting)
    types = {name: collection.Type(model, times.of_type(model)) for name, model in models.items()}
    search = media.Search()
    dated = ((note, times.of_note(note)) for note in _searched(notes, search, setting))
    with TemporaryDirectory(prefix="studypress-") as folder:
        path = Path(folder) / "collection.anki2"
        used = collection.write(path, dated, decks, types)
        for name in used if setting.media else ():
            search.look_at(models[name].stated)
        files = {name: setting.media[name] for name in search.found(setting.media)}
        return archive(_entries(path, files), _QUICK)


def _searched(notes: Iterable[Note], search: media.Search, setting: Setting) -> Iterator[Note]:
    for note in notes:
        if setting.media:
            search.look_in(note.fields.values())
        yield note


def _decks(deck: Deck, setting: Setting) -> list[AdoptedDeck]:
    """The deck first, then all that its cards may lie in; what an adopted one says stays."""
    adopted = setting.adopted.decks
    says = deck.description or _description(setting.bank)
    own = AdoptedDeck(deck.deck, deck.id, says, is_markdown=True)
    first = own if deck.description else adopted.get(deck.deck, own)
    below = (AdoptedDeck(s.deck, s.id, "", is_markdown=True) for s in deck.subdecks)
    others = {d.name: d for d in (*below, *adopted.values()) if d.name != deck.deck}
    return [replace(first, id=deck.id), *others.values()]


def _description(bank: BankFile) -> str:
    """Markdown, shown under the deck's name."""
    words = language(bank.language).cards
    return words.description.format(title=literal(bank.title), version=literal(bank.version))


def _entries(database: Path, files: Mapping[str, Path]) -> Iterator[tuple[str, Data]]:
    """The collection, the list of media, and the media under their places in that list."""
    yield "collection.anki2", collection.pieces(database)
    yield "media", json.dumps({str(at): name for at, name in enumerate(files)}).encode()
    for at, path in enumerate(files.values()):
        yield str(at), path.read_bytes()
