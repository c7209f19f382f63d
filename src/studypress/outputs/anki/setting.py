"""What all notes of a bank share: its record, identities, landmarks in time, what it adopted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from studypress.adopted import Adopted
from studypress.identity import Identity
from studypress.items import Landmark
from studypress.languages import language
from studypress.languages.catalogue import CardWords
from studypress.model.records import BankFile


class Setting(Struct, frozen=True):
    """The bank that notes belong to. Its landmarks stand in the templates, never in a note.

    `media` are the files that notes may name.
    """

    bank: BankFile
    identity: Identity
    landmarks: tuple[Landmark, ...] = ()
    adopted: Adopted = field(default_factory=Adopted)
    media: Mapping[str, Path] = field(default_factory=dict)

    @property
    def words(self) -> CardWords:
        return language(self.bank.language).cards
