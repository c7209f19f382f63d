"""Words as they are compared: one rule for evidence, one for answers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_IN_NUMBER = re.compile(r"[.,](?<=\d.)(?=\d)")
_ARTICLES = frozenset({"the", "a", "an"})  # of English; another language would add its own

# Several rules ask for the words of the same few stems, answers and evidence, one after the other.
_remembered = lru_cache(maxsize=1024)


class _Table(dict[int, str | None]):
    """What becomes of each character, by `str.translate`: found by a rule once, then looked up."""

    def __init__(self, rule: Callable[[str], str | None]) -> None:
        self._rule = rule

    def __missing__(self, code: int) -> str | None:
        self[code] = self._rule(chr(code))
        return self[code]


def _in_evidence(character: str) -> str | None:
    if re.match(r"[-‐-―−/]", character):
        return " "
    if character == "\0":  # stands for a comma or point within a number
        return ","
    return character if re.match(r"[\w\s$%€£]", character) else None


def _in_answer(character: str) -> str:
    return character if re.match(r"[\w$%]", character) else " "


_IN_EVIDENCE, _IN_ANSWER = _Table(_in_evidence), _Table(_in_answer)


@_remembered
def words(text: str) -> tuple[str, ...]:
    """Unicode NFKC, case folded, dashes as spaces, punctuation dropped except within numbers."""
    return tuple(_IN_NUMBER.sub("\0", _folded(text)).translate(_IN_EVIDENCE).split())


@_remembered
def same(text: str) -> str:
    """What is left of an answer when case, marks and articles are forgotten."""
    said = _folded(text).translate(_IN_ANSWER).split()
    return " ".join([word for word in said if word not in _ARTICLES])


def _folded(text: str) -> str:
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def holds(text: str, phrase: str) -> bool:
    """Whether the words of a phrase stand in a text, next to each other."""
    return f" {' '.join(words(phrase))} " in f" {' '.join(words(text))} "
