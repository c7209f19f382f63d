"""What a paper prints of the texts: extracts before its questions, and a handout for reading.

The texts are not in the repository; whoever builds may have them. A copy is printed only where
its paragraphs are those in which the evidence was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from studypress import codes
from studypress.bank import Bank
from studypress.diagnostics import Pointer, Report, Step
from studypress.model.definitions import Definition, Quiz, QuizSection
from studypress.model.extracts import Stretch
from studypress.model.records import Text
from studypress.paper import Extract, Paper, Paragraph
from studypress.proving import Texts, editions
from studypress.texts.numbered import Place


def with_texts(paper: Paper, quiz: Quiz, bank: Bank, texts: Texts) -> Paper:
    """The paper with its extracts and handout; those of a text that is not at hand are empty."""
    sections = tuple(
        replace(made, extracts=tuple(_extract(s, bank, texts) for s in _stretches(wanted)))
        for made, wanted in zip(paper.sections, quiz.sections, strict=True)
    )
    reading = tuple(_handout(paper, quiz, bank, texts)) if quiz.reading else ()
    return replace(paper, sections=sections, reading=reading)


def missing_texts(paper: Paper) -> Iterator[str]:
    """The keys of the texts that the paper prints something of and that are not at hand."""
    shown = [extract for section in paper.sections for extract in section.extracts]
    empty = (extract.text for extract in (*shown, *paper.reading) if not extract.paragraphs)
    yield from dict.fromkeys(empty)


def check_copies(
    definitions: Iterable[Definition], bank: Bank, texts: Texts, report: Report
) -> None:
    """Whether what quizzes print of the texts at hand is what the lock knows."""
    differing = {e.text: frozenset(e.differing) for e in editions(bank, texts)}
    for quiz in definitions:
        if isinstance(quiz, Quiz):
            for path, stretch in _printed(quiz, bank):
                if stretch.text in texts:
                    at = Pointer(*quiz.origin, path)
                    _check_copy(stretch, differing[stretch.text], texts, at, report)


def _check_copy(
    stretch: Stretch, differing: frozenset[str], texts: Texts, at: Pointer, report: Report
) -> None:
    wanted = range(stretch.first, stretch.last + 1)
    passages = texts[stretch.text].passages
    other = [str(n) for n in wanted if str(n) in differing or Place(n) not in passages]
    if other:
        report.add(
            codes.OTHER_COPY,
            at,
            f"the copy of `{stretch.text}` is not the edition that evidence.lock knows: paragraph "
            f"{other[0]} differs" + (f", and {len(other) - 1} more" if len(other) > 1 else ""),
            help="get the same edition; if this is the one, run `studypress sources lock` first",
        )


def _printed(quiz: Quiz, bank: Bank) -> Iterator[tuple[tuple[Step, ...], Stretch]]:
    """Every stretch that a quiz prints, and the key that asks for it."""
    for position, section in enumerate(quiz.sections):
        for stretch in _stretches(section):
            yield ("sections", position, "extract"), stretch
    if quiz.reading:
        for key, record in bank.texts.items():
            yield ("reading",), Stretch(key, 1, record.paragraphs)


def _stretches(section: QuizSection) -> tuple[Stretch, ...]:
    return section.extract.stretches if section.extract else ()


def _handout(paper: Paper, quiz: Quiz, bank: Bank, texts: Texts) -> Iterator[Extract]:
    """Whole, every text that a question is about or that the quiz prints a part of."""
    asked = {label for entry in paper.entries for label in entry.item.labels}
    shown = {stretch.text for section in quiz.sections for stretch in _stretches(section)}
    for key, record in bank.texts.items():
        if record.label in asked or key in shown:
            whole = Stretch(key, 1, record.paragraphs)
            paragraphs = _paragraphs(key, record, texts)
            yield replace(_extract(whole, bank, texts), paragraphs=paragraphs)


def _extract(stretch: Stretch, bank: Bank, texts: Texts) -> Extract:
    record = bank.texts[stretch.text]
    wanted = range(stretch.first, stretch.last + 1)
    return Extract(
        text=stretch.text,
        label=record.label,
        title=record.title,
        by=record.by,
        first=stretch.first,
        last=stretch.last,
        paragraphs=tuple(
            Paragraph(p.number, p.text)
            for p in _paragraphs(stretch.text, record, texts)
            if p.number in wanted and not p.is_caption
        ),
    )


def _paragraphs(key: str, record: Text, texts: Texts) -> tuple[Paragraph, ...]:
    """Every paragraph and caption of a text at hand, with the headings of its sections."""
    headings = {section.paragraphs.low: section.title for section in record.sections}
    passages = texts[key].passages if key in texts else {}
    return tuple(
        Paragraph(
            place.paragraph,
            text,
            place.caption,
            "" if place.caption else headings.get(place.paragraph, ""),
        )
        for place, text in passages.items()
    )
