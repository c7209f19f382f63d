"""What all notes of a bank share: the record of the bank, identities, landmarks in time."""

from __future__ import annotations

from dataclasses import dataclass

from studypress.identity import Identity
from studypress.items import Landmark
from studypress.languages import language
from studypress.languages.catalogue import CardWords
from studypress.model.records import BankFile


@dataclass(frozen=True, slots=True)
class Setting:
    """The bank that notes belong to. Its landmarks stand in the templates, never in a note."""

    bank: BankFile
    identity: Identity
    landmarks: tuple[Landmark, ...] = ()

    @property
    def words(self) -> CardWords:
        return language(self.bank.language).cards
