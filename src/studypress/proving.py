"""Finds each citation's evidence in the texts at hand, and writes what proves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from studypress import codes
from studypress.bank import Bank
from studypress.diagnostics import Pointer, Report
from studypress.forms.citations import cited
from studypress.model.question import Question
from studypress.model.words import Citation
from studypress.texts.lock import Entry, Lock, evidence_entry, text_entries
from studypress.texts.numbered import NumberedText, Place

Texts = Mapping[str, NumberedText]


class Edition(Struct, frozen=True):
    """How a copy of a text compares with the one that the lock was made from."""

    text: str
    same: int
    differing: tuple[str, ...]


def prove(bank: Bank, texts: Texts, report: Report) -> Lock:
    """The bank's lock with the entries of these texts made anew.

    What cannot be found goes to the report. Entries of other texts stay as long as a citation
    uses them.
    """
    lock = _without_unused(bank)
    for key, numbered in texts.items():
        _check_length(bank, key, numbered, report)
        found = set(text_entries(key, numbered))
        for question, pointer, citation in _citations_of(bank, key):
            if _is_found(citation, numbered, question.at(*pointer), report):
                found.add(_entry(bank, citation))
        lock = lock.with_text(key, found)
    return lock


def editions(bank: Bank, texts: Texts) -> Iterator[Edition]:
    """Whether each text at hand is the edition that the lock knows, paragraph by paragraph."""
    known = bank.lock.entries if bank.lock else frozenset()
    for key, numbered in texts.items():
        made = [e for e in text_entries(key, numbered) if e.what == "paragraph"]
        other = [str(Place(e.paragraph, e.caption)) for e in made if e not in known]
        yield Edition(key, len(made) - len(other), tuple(other))


def _without_unused(bank: Bank) -> Lock:
    used = {_entry(bank, c) for key in bank.texts for _, _, c in _citations_of(bank, key)}
    entries = bank.lock.entries if bank.lock else frozenset()
    return Lock.of(e for e in entries if e.what != "evidence" or e in used)


def _citations_of(
    bank: Bank, text: str
) -> Iterator[tuple[Question, tuple[str | int, ...], Citation]]:
    for question in bank.questions.values():
        for path, citation in cited(question):
            if citation.place.text == text and citation.evidence:
                yield question, path, citation


def _entry(bank: Bank, citation: Citation) -> Entry:
    name, text = str(bank.record.bank), citation.place.text or ""
    return evidence_entry(name, text, citation.place.passage, citation.evidence or "")


def _is_found(citation: Citation, numbered: NumberedText, at: Pointer, report: Report) -> bool:
    wanted = citation.place.passage
    places = numbered.places_of(citation.evidence or "")
    if places == [wanted]:
        return True
    if not places:
        said, advice = "stands nowhere in the text", "copy the words from the text"
    elif wanted in places:
        others = ", ".join(str(p) for p in places if p != wanted)
        said, advice = f"stands also in paragraph {others}", "cite words that stand there only"
    else:
        said = f"stands in paragraph {', '.join(map(str, places))}"
        advice = "correct the paragraph, or the words"
    message = f"`{citation.place.shown}`: “{citation.evidence}” {said}"
    report.add(codes.EVIDENCE_NOT_FOUND, at, message, help=advice)
    return False


def _check_length(bank: Bank, key: str, numbered: NumberedText, report: Report) -> None:
    record = bank.texts[key]
    if numbered.paragraphs != record.paragraphs:
        message = (
            f"the copy of `{key}` has {numbered.paragraphs} paragraphs, not {record.paragraphs}"
        )
        place = Pointer(*record.origin, ("paragraphs",))
        advice = "correct the number here, or get the same edition"
        report.add(codes.OTHER_EDITION, place, message, help=advice)
