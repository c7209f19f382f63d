"""Rules over what a quiz prints of the texts: the extracts of its sections, the handout."""

from __future__ import annotations

from collections.abc import Iterable

from studypress import codes
from studypress.bank import Bank
from studypress.decode import meant
from studypress.diagnostics import Pointer, Report
from studypress.model.definitions import Definition, Quiz
from studypress.model.extracts import Stretch


def check_extracts(definitions: Iterable[Definition], bank: Bank, report: Report) -> None:
    """Whether the bank records the texts and paragraphs that quizzes want to print."""
    for quiz in definitions:
        if not isinstance(quiz, Quiz):
            continue
        for position, section in enumerate(quiz.sections):
            place = Pointer(*quiz.origin, ("sections", position, "extract"))
            for stretch in section.extract.stretches if section.extract else ():
                _check_stretch(stretch, place, bank, report)
        if quiz.reading and not bank.texts:
            report.add(
                codes.NOTHING_TO_READ,
                Pointer(*quiz.origin, ("reading",)),
                "this bank records no text, so there is nothing to print for reading",
                help="record the texts in `questions/sources.yaml`, or delete `reading`",
            )


def _check_stretch(stretch: Stretch, place: Pointer, bank: Bank, report: Report) -> None:
    record = bank.texts.get(stretch.text)
    if record is None:
        message = f"there is no text `{stretch.text}` in sources.yaml"
        advice = meant(stretch.text, list(bank.texts), otherwise="see `questions/sources.yaml`")
        report.add(codes.NO_SUCH_EXTRACT, place, message, help=advice)
    elif not 1 <= stretch.first <= stretch.last <= record.paragraphs:
        message = f"`{stretch}`: the text has paragraphs 1 to {record.paragraphs}"
        report.add(codes.NO_SUCH_EXTRACT, place, message, help="correct the paragraphs")
