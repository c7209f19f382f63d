"""Which paragraphs of the texts are asked about, by which questions, and what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from studypress.bank import Bank
from studypress.forms.citations import citations
from studypress.model.question import Question
from studypress.proving import Texts
from studypress.texts.inventory import Phrase, is_covered, phrases
from studypress.texts.numbered import Place

_NO_TEXTS = "This bank has no texts to cover; they are recorded in questions/sources.yaml."
_BAR = 24  # questions that a bar of the table shows


class Passage(Struct, frozen=True):
    """A paragraph or caption, the questions that cite it, and with the text at hand, what no
    citation covers (None without it)."""

    place: Place
    questions: tuple[Question, ...]
    left: tuple[Phrase, ...] | None

    @property
    def kinds(self) -> Counter[str]:
        return Counter(q.kind.value if q.kind else "derived" for q in self.questions)


class TextCoverage(Struct, frozen=True):
    """One text, passage by passage."""

    label: str
    passages: tuple[Passage, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        return tuple(str(p.place) for p in self.passages if not p.questions)


def coverage(bank: Bank, texts: Texts) -> tuple[TextCoverage, ...]:
    """Every text of the bank; `texts` are those at hand."""
    by_place: dict[tuple[str, Place], list[tuple[Question, str]]] = {}
    for question in bank.questions.values():
        for citation in citations(question):
            if citation.place.text in bank.texts and citation.evidence:
                key = (citation.place.text or "", citation.place.passage)
                by_place.setdefault(key, []).append((question, citation.evidence))
    return tuple(
        TextCoverage(text.label, tuple(_passages(key, text.paragraphs, texts, by_place)))
        for key, text in bank.texts.items()
    )


def _passages(
    key: str,
    paragraphs: int,
    texts: Texts,
    by_place: dict[tuple[str, Place], list[tuple[Question, str]]],
) -> Iterator[Passage]:
    captions = {place for text, place in by_place if text == key and place.caption}
    at_hand = texts[key].passages if key in texts else {}
    places = {Place(n) for n in range(1, paragraphs + 1)} | captions | set(at_hand)
    for place in sorted(places, key=lambda p: (p.paragraph, p.caption)):
        asked = by_place.get((key, place), [])
        left = None
        if place in at_hand:
            evidence = [e for _, e in asked]
            left = tuple(p for p in phrases(at_hand[place]) if not is_covered(p, evidence))
        yield Passage(place, tuple({str(q.id): q for q, _ in asked}.values()), left)


def as_table(covered: Iterable[TextCoverage]) -> str:
    lines = [line for text in covered for line in _lines(text)]
    return "\n".join(lines or [_NO_TEXTS]) + "\n"


def _lines(text: TextCoverage) -> Iterator[str]:
    asked = sum(bool(p.questions) for p in text.passages)
    yield f"{text.label}: {asked} of {len(text.passages)} passages are asked about"
    for passage in text.passages:
        count = len(passage.questions)
        bar = "█" * min(count, _BAR) + ("…" if count > _BAR else "")
        kinds = ", ".join(f"{kind} {n}" for kind, n in sorted(passage.kinds.items()))
        yield f"  ¶{passage.place!s:<11}{count:>3}  {bar:<{_BAR + 1}}  {kinds or 'no question'}"
        for phrase in passage.left or ():
            yield f"      not covered: {phrase.what} “{phrase.words}”"
    yield ""
