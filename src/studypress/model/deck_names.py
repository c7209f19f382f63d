"""The names of decks in Anki: levels, each below the one before it.

What Anki makes of a name: https://github.com/ankitects/anki/blob/main/rslib/src/decks/name.rs
"""

from __future__ import annotations

import re
from unicodedata import normalize

BELOW = "::"  # between the name of a deck and that of one below it
_EMPTY = "blank"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ENDS = re.compile(r"^[\s:]+|[\s:]+$")


def imported(name: str) -> str:
    """The name that a deck of this name has once Anki has imported it."""
    plain = normalize("NFC", _CONTROL.sub("", name))
    return BELOW.join(_ENDS.sub("", level) or _EMPTY for level in plain.split(BELOW))


def nearest(name: str) -> str:
    """The nearest name that Anki leaves as it is; empty where there is none."""
    levels = (_ENDS.sub("", level) for level in _CONTROL.sub("", name).split(BELOW))
    return normalize("NFC", BELOW.join(filter(None, levels)))


def alike(name: str) -> str:
    """The same for two names that are one to Anki, which tells no capitals from small letters."""
    return imported(name).casefold()
