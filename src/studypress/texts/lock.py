"""`evidence.lock`: proof that every citation was found in its text, without shipping the text.

It holds one keyed hash a citation (text, place, words of the evidence), one hash a paragraph, so
that anybody can tell whether their copy is the same edition, and a sparse winnowed sample of
hashes of eight words for the test of copying (Schleimer, Wilkerson & Aiken, “Winnowing”, 2003).
The sample is too sparse to be chained back into the text; a full set of word n-grams was not.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from msgspec import Struct

from studypress.texts.numbered import NumberedText, Place
from studypress.texts.words import words

HEADER = "# Proof that each citation stands in its text. Written by `studypress sources lock`."
GRAM = 8  # words
_WINDOW = 12  # grams of which one is kept: every run of 19 words that is copied has one
_DIGITS = 16
_LINE = re.compile(
    r"(?P<what>paragraph|evidence|sample) (?P<text>[a-z][a-z0-9-]*)"
    r"(?: (?P<paragraph>\d+)(?P<caption> caption)?)? (?P<hash>[0-9a-f]{16})"
)


class Entry(NamedTuple):
    """One line: `what` is paragraph, evidence or sample; a sample has no place."""

    text: str
    what: str
    paragraph: int
    caption: bool
    hash: str

    def __str__(self) -> str:
        place = f" {Place(self.paragraph, self.caption)}" if self.paragraph else ""
        return f"{self.what} {self.text}{place} {self.hash}"


class Lock(Struct, frozen=True, dict=True):
    """The entries of a bank's lock, as its lines: they are many, and read only when it is made."""

    lines: frozenset[str] = frozenset()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Lock:
        return cls(frozenset(map(str, entries)))

    @property
    def entries(self) -> frozenset[Entry]:
        return frozenset(map(_entry, self.lines))

    def proves(self, bank: str, text: str, place: Place, evidence: str) -> bool:
        return f"evidence {text} {place} {_proof(bank, text, place, evidence)}" in self.lines

    def samples(self, gram: Iterable[str]) -> bool:
        """Whether eight words are among the sampled words of some text."""
        return _hash("sample", " ".join(gram)) in self._sampled

    @cached_property
    def _sampled(self) -> frozenset[str]:
        return frozenset(e.hash for e in self.entries if e.what == "sample")

    def with_text(self, text: str, entries: Iterable[Entry]) -> Lock:
        """The lock with all entries of one text replaced."""
        return Lock.of({*(e for e in self.entries if e.text != text), *entries})

    def dump(self) -> str:
        """Sorted, one entry a line, so that changes merge."""
        return "\n".join([HEADER, *map(str, sorted(self.entries))]) + "\n"


def parse_lock(text: str) -> Lock:
    """Raises ValueError, naming the line, where a line is not one that `dump` writes."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            match = _LINE.fullmatch(line)
            if not match or (match["what"] == "sample") is bool(match["paragraph"]):
                raise ValueError(f"line {number} is not an entry")
    return Lock(frozenset(line for line in lines if line and not line.startswith("#")))


def _entry(line: str) -> Entry:
    match = _LINE.fullmatch(line)
    assert match  # `parse_lock` has seen to it
    what, text, paragraph, caption, digest = match.groups()
    return Entry(text, what, int(paragraph or 0), bool(caption), digest)


def evidence_entry(bank: str, text: str, place: Place, evidence: str) -> Entry:
    """The entry of a citation."""
    digest = _proof(bank, text, place, evidence)
    return Entry(text, "evidence", place.paragraph, place.caption, digest)


def _proof(bank: str, text: str, place: Place, evidence: str) -> str:
    """A hash that depends on every word of the evidence and on where they are to be found."""
    return _hash(f"{bank}\0{text}\0{place}", " ".join(words(evidence)))


def text_entries(text: str, numbered: NumberedText) -> Iterator[Entry]:
    """The entries that tell an edition: a hash a paragraph, and the sample."""
    for place, passage in numbered.passages.items():
        said = words(passage)
        digest = _hash("paragraph", " ".join(said))
        yield Entry(text, "paragraph", place.paragraph, place.caption, digest)
        yield from (Entry(text, "sample", 0, False, h) for h in _winnowed(said))


def grams(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every run of eight words."""
    return (said[i : i + GRAM] for i in range(len(said) - GRAM + 1))


def _winnowed(said: tuple[str, ...]) -> Iterator[str]:
    hashes = [_hash("sample", " ".join(gram)) for gram in grams(said)]
    for start in range(max(len(hashes) - _WINDOW + 1, 1)):
        window = hashes[start : start + _WINDOW]
        if window:
            yield min(window)


def _hash(key: str, message: str) -> str:
    keyed = _keyed(key).copy()  # takes half the time of making one
    keyed.update(message.encode())
    return keyed.hexdigest()[:_DIGITS]


@lru_cache(maxsize=1024)
def _keyed(key: str) -> hmac.HMAC:
    return hmac.new(key.encode(), digestmod="sha256")
