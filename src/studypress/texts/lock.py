"""`evidence.lock`: proof that every citation was found in its text, without shipping the text.

It holds one keyed hash a citation (text, place, words of the evidence), one hash a paragraph, so
that anybody can tell whether their copy is the same edition, and a sparse winnowed sample of
hashes of eight words for the test of copying (Schleimer, Wilkerson & Aiken, “Winnowing”, 2003).
The sample is too sparse to be chained back into the text; a full set of word n-grams was not.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studypress.texts.numbered import NumberedText, Place
from studypress.texts.words import words

HEADER = "# Proof that each citation stands in its text. Written by `studypress sources lock`."
GRAM = 8  # words
_WINDOW = 12  # grams of which one is kept: every run of 19 words that is copied has one
_DIGITS = 16
_LINE = re.compile(
    r"(?P<what>paragraph|evidence|sample) (?P<text>[a-z][a-z0-9-]*)"
    r"(?: (?P<place>\d+(?: caption)?))? (?P<hash>[0-9a-f]{16})"
)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One line: `what` is paragraph, evidence or sample; a sample has no place."""

    text: str
    what: str
    paragraph: int
    caption: bool
    hash: str

    def __str__(self) -> str:
        place = f" {Place(self.paragraph, self.caption)}" if self.paragraph else ""
        return f"{self.what} {self.text}{place} {self.hash}"


@dataclass(frozen=True, slots=True)
class Lock:
    """The entries of a bank's lock."""

    entries: frozenset[Entry] = frozenset()

    def proves(self, bank: str, text: str, place: Place, evidence: str) -> bool:
        return evidence_entry(bank, text, place, evidence) in self.entries

    def samples(self, gram: Iterable[str]) -> bool:
        """Whether eight words are among the sampled words of some text."""
        wanted = _hash("sample", " ".join(gram))
        return any(e.hash == wanted for e in self.entries if e.what == "sample")

    def with_text(self, text: str, entries: Iterable[Entry]) -> Lock:
        """The lock with all entries of one text replaced."""
        others = {e for e in self.entries if e.text != text}
        return Lock(frozenset(others | set(entries)))

    def dump(self) -> str:
        """Sorted, one entry a line, so that changes merge."""
        return "\n".join([HEADER, *map(str, sorted(self.entries))]) + "\n"


def parse_lock(text: str) -> Lock:
    """Raises ValueError, naming the line, where a line is not one that `dump` writes."""
    entries = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match or (match["what"] == "sample") is bool(match["place"]):
            raise ValueError(f"line {number} is not an entry")
        paragraph, _, caption = (match["place"] or "0").partition(" ")
        entries.add(
            Entry(match["text"], match["what"], int(paragraph), bool(caption), match["hash"])
        )
    return Lock(frozenset(entries))


def evidence_entry(bank: str, text: str, place: Place, evidence: str) -> Entry:
    """The entry of a citation. Its hash depends on every word and on where they are to be found."""
    digest = _hash(f"{bank}\0{text}\0{place}", " ".join(words(evidence)))
    return Entry(text, "evidence", place.paragraph, place.caption, digest)


def text_entries(text: str, numbered: NumberedText) -> Iterator[Entry]:
    """The entries that tell an edition: a hash a paragraph, and the sample."""
    for place, passage in numbered.passages.items():
        said = words(passage)
        digest = _hash("paragraph", " ".join(said))
        yield Entry(text, "paragraph", place.paragraph, place.caption, digest)
        yield from (Entry(text, "sample", 0, False, h) for h in _winnowed(said))


def grams(said: list[str]) -> Iterator[list[str]]:
    """Every run of eight words."""
    return (said[i : i + GRAM] for i in range(len(said) - GRAM + 1))


def _winnowed(said: list[str]) -> Iterator[str]:
    hashes = [_hash("sample", " ".join(gram)) for gram in grams(said)]
    for start in range(max(len(hashes) - _WINDOW + 1, 1)):
        window = hashes[start : start + _WINDOW]
        if window:
            yield min(window)


def _hash(key: str, message: str) -> str:
    return hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest()[:_DIGITS]
