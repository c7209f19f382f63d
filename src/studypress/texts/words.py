"""Words as they are compared: one rule for evidence, one for answers."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_DASHES = re.compile(r"[-‐-―−/]")
_IN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
_KEPT = re.compile(r"[^\w\s\x00$%€£]")

_ANSWER_WORD = re.compile(r"[\w$%]+")
_ARTICLES = ("the", "a", "an")  # of English; another language would add its own


def words(text: str) -> list[str]:
    """Unicode NFKC, case folded, dashes as spaces, punctuation dropped except within numbers."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    marked = _IN_NUMBER.sub("\0", _DASHES.sub(" ", folded))
    return _KEPT.sub("", marked).replace("\0", ",").split()


def same(text: str) -> str:
    """What is left of an answer when case, marks and articles are forgotten."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(w for w in _ANSWER_WORD.findall(folded) if w not in _ARTICLES)


def holds(text: str, phrase: str) -> bool:
    """Whether the words of a phrase stand in a text, next to each other."""
    return f" {' '.join(words(phrase))} " in f" {' '.join(words(text))} "
