"""Chance without chance: the same words give the same order, on every machine and for ever."""

from __future__ import annotations

import hashlib


def rank(*words: str | int) -> int:
    """A number that looks random and is a function of the words alone (not of PYTHONHASHSEED)."""
    return int.from_bytes(hashlib.sha256("\0".join(map(str, words)).encode()).digest()[:8])
