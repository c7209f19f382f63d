"""How many there are of something, as messages say it."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """`1 question`, `440 questions`; for nouns that take an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
