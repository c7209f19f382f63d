"""[Brackets] in answers: what the author supplied because the cited words do not say it."""

from __future__ import annotations

import re

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


def plain(text: str) -> str:
    """The text without its brackets, as an option shows it (brackets would give the key away)."""
    return " ".join((_BRACKETED.sub(r"\1", text) if "[" in text else text).split())


def has_supplied(text: str) -> bool:
    return "[" in text and _BRACKETED.search(text) is not None


def unsupplied(text: str) -> str:
    """What is left of the text without its bracketed parts: what the cited words must say."""
    return " ".join(_BRACKETED.sub(" ", text).split())
