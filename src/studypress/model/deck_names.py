"""The names of decks in Anki: levels, each below the one before it.

What Anki makes of a name: https://github.com/ankitects/anki/blob/main/rslib/src/decks/name.rs
"""

from __future__ import annotations

import re
from unicodedata import normalize

BELOW = "::"  # between the name of a deck and that of one below it
_EMPTY = "blank"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ENDS = ": \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))


def imported(name: str) -> str:
    """The name that a deck of this name has once Anki has imported it."""
    plain = normalize("NFC", _CONTROL.sub("", name))
    return BELOW.join(level.strip(_ENDS) or _EMPTY for level in plain.split(BELOW))


def changes(name: str) -> bool:
    """Whether that is another name: composed letters look as they did before."""
    return imported(name) != normalize("NFC", name)


def nearest(name: str) -> str:
    """The nearest name that Anki leaves as it is; empty where there is none."""
    levels = (level.strip(_ENDS) for level in _CONTROL.sub("", name).split(BELOW))
    return normalize("NFC", BELOW.join(filter(None, levels)))


def alike(name: str) -> str:
    """The same for two names that are one to Anki, which tells no capitals from small letters."""
    return imported(name).casefold()
