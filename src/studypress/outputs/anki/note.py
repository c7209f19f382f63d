"""A note as a package holds it, whatever it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import Struct

from studypress.items import Named
from studypress.ledger import Content
from studypress.outputs.anki.markup import Html


class Card(Struct, frozen=True):
    """One card of a note: the number of its template (or of its gap), from 0, its row, and the name
    of its deck where that is not the package's first."""

    ordinal: int
    row: int
    deck: str | None = None


class Note(Struct, frozen=True):
    """One note: `fields` are all that its note type has, in order.

    A retired one has no card: whoever has its card keeps it, nobody gets a new one.
    """

    guid: str
    row: int
    note_type: str
    fields: Mapping[str, Html]
    tags: tuple[str, ...]
    sort_text: str
    cards: tuple[Card, ...]
    id: str = ""
    form: str = ""
    kind: str = ""
    is_retired: bool = False
    named: tuple[Named, ...] = ()

    @property
    def hash(self) -> str:
        """Of the whole: note type, fields and tags."""
        return digest("\0".join((self.note_type, *self.fields.values(), " ".join(self.tags))))

    @property
    def content(self) -> Content:
        """What the ledger keeps of it: hashes of the whole, of each field, of the tags, and of what
        it shows by `$id`."""
        said = {name: value for name, value in self.fields.items() if value}
        said["tags"] = Html(" ".join(self.tags))
        parts = {name: digest(value)[:4] for name, value in said.items()}
        parts |= {f"${named.id}": digest(named.words)[:4] for named in self.named}
        return Content(
            self.id, self.form, self.guid, self.kind or "-", self.hash, parts, self.is_retired
        )


def digest(text: str) -> str:
    """64 bits of the text's SHA-256, as the ledger writes them."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
