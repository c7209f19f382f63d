"""Who a note is: its GUID, its row ids, and the ids of note types, looked up here only.

A GUID is a function of bank, question id and form, a note type's id of bank and note type: never
of content, deck, position or clock. So a corrected question is the same note to every student.
The table of adopted identities (of a deck that was published before) takes precedence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from msgspec import Struct, field

from studypress.model.words import Form

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
# Anki takes these ids for milliseconds since 1970: 2001 to 2022, never in the future.
_FIRST_ID = 1_000_000_000_000
_ID_SPACE = 640_000_000_000


def _digest(*parts: str) -> int:
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:10])


# Two letters at a time, the first of them the lower digit.
_PAIRS = tuple(first + second for second in _ALPHABET for first in _ALPHABET)


class Identity(Struct, frozen=True):
    """Identities within one bank. `guids` are those of adopted notes, by question and form."""

    bank: str
    guids: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def guid(self, question: str, form: Form) -> str:
        """80 bits, in letters and digits."""
        adopted = self.guids.get((question, form))
        return adopted or _in_letters(_digest("guid", self.bank, question, form))

    def notetype(self, name: str) -> int:
        return self._id("notetype", name)

    def note(self, guid: str) -> int:
        """The note's row in the package. Anki gives it another where that row is taken."""
        return self._id("note", guid)

    def card(self, guid: str, ordinal: int) -> int:
        return self._id("card", guid, str(ordinal))

    def deck(self, name: str) -> int:
        """Of an adopted deck whose own id every collection has; others state their ids."""
        return self._id("deck", name)

    def _id(self, *parts: str) -> int:
        return _FIRST_ID + _digest(*parts, self.bank) % _ID_SPACE


def _in_letters(number: int) -> str:
    """The digits of the number to the base of 62, the lowest first."""
    letters = ""
    while number:
        number, rest = divmod(number, len(_PAIRS))
        letters += _PAIRS[rest]
    return letters.removesuffix(_ALPHABET[0])  # of a pair whose upper digit is none
