"""Rules over definitions: what they want to build is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from studypress import codes
from studypress.bank import Bank
from studypress.choose import CARD_FORMS, Shortage, draw, makes_cards
from studypress.decode import Origin, meant
from studypress.diagnostics import Code, Label, Pointer, Report, Step
from studypress.model.definitions import Deck, Definition, Filter, Quiz, Quota
from studypress.model.words import Reference

_SMALLEST_DECK_ID = 1_000_000_000


def check_definitions(definitions: Mapping[str, Definition], bank: Bank, report: Report) -> None:
    """Every rule over every definition; `bank` must be without errors."""
    for definition in definitions.values():
        found = Report()
        for path, wanted in _filters(definition):
            _check_filter(definition.origin, path, wanted, bank, found)
        if isinstance(definition, Deck):
            _check_deck(definition, bank, found)
        elif not found.has_errors:
            _check_quiz(definition, bank, found)
        report.extend(found.found)
    _check_deck_ids([d for d in definitions.values() if isinstance(d, Deck)], report)


def _filters(definition: Definition) -> Iterator[tuple[tuple[Step, ...], Filter]]:
    if isinstance(definition, Deck):
        yield ("from",), definition.from_
    else:
        for position, section in enumerate(definition.sections):
            yield ("sections", position, "from"), section.from_


def _check_filter(
    origin: Origin, path: tuple[Step, ...], wanted: Filter, bank: Bank, report: Report
) -> None:
    for position, text in enumerate(wanted.text):
        if str(text) not in bank.texts:
            report.add(
                codes.UNKNOWN_TEXT_FILTER,
                Pointer(*origin, (*path, "text", position)),
                f"there is no text `{text}` in sources.yaml",
                help=meant(str(text), list(bank.texts), otherwise="see `questions/sources.yaml`"),
            )
    _check_references(origin, (*path, "ids"), wanted.ids, bank, report)


def _check_references(
    origin: Origin,
    path: tuple[Step, ...],
    references: tuple[Reference, ...],
    bank: Bank,
    report: Report,
) -> None:
    for position, reference in enumerate(references):
        if bank.question(reference) is None:
            report.add(
                codes.UNKNOWN_REFERENCE,
                Pointer(*origin, (*path, position)),
                f"there is no question `{reference.id}`",
                help=meant(reference.id, list(bank.questions), otherwise="see `studypress list`"),
            )


def _check_deck(deck: Deck, bank: Bank, report: Report) -> None:
    for position, form in enumerate(deck.forms):
        if form not in CARD_FORMS:
            message = f"`{form}` questions are for paper"
            advice = "write short, cloze, choice or true-false"
            _add(report, deck, codes.FORM_MAKES_NO_CARDS, ("forms", position), message, advice)
    if deck.id < _SMALLEST_DECK_ID:
        message = f"{deck.id} may be the id of a deck that a student has"
        advice = "write any number of ten digits, once"
        _add(report, deck, codes.DECK_ID_TOO_SMALL, ("id",), message, advice)
    if not report.has_errors and not makes_cards(bank, deck):
        message = "no question makes a card of this deck"
        _add(report, deck, codes.EMPTY_DECK, ("deck",), message, "widen `from` or `forms`")


def _check_quiz(quiz: Quiz, bank: Bank, report: Report) -> None:
    _check_references(quiz.origin, ("must",), quiz.must, bank, report)
    _check_references(quiz.origin, ("must-not",), quiz.must_not, bank, report)
    drawn = draw(bank, quiz)
    if not isinstance(drawn, Shortage):
        return
    section = quiz.sections[drawn.section]
    wants = f"“{section.title}” wants"
    if drawn.quota is None:
        message = f"{wants} {drawn.wanted} {section.form} questions; it has {drawn.found}"
        advice = "ask for fewer, widen `from`, or write more questions"
        path: tuple[Step, ...] = ("sections", drawn.section, "count")
        _add(report, quiz, codes.SECTION_TOO_LARGE, path, message, advice)
        return
    of = f"{_quota_name(section.at_least[drawn.quota])} {section.form} questions"
    message = f"{wants} at least {drawn.wanted} {of}; it has {drawn.found}"
    path = ("sections", drawn.section, "at-least", drawn.quota)
    _add(report, quiz, codes.QUOTA_TOO_LARGE, path, message, "ask for fewer, or write more such")


def _quota_name(quota: Quota) -> str:
    parts = (quota.kind, quota.level and f"level {quota.level}", quota.text)
    return " ".join(str(part) for part in parts if part)


def _add(
    report: Report, on: Definition, code: Code, path: tuple[Step, ...], message: str, advice: str
) -> None:
    report.add(code, Pointer(*on.origin, path), message, help=advice)


def _check_deck_ids(decks: list[Deck], report: Report) -> None:
    first: dict[int, Deck] = {}
    for deck in decks:
        other = first.setdefault(deck.id, deck)
        if other.deck != deck.deck:
            report.add(
                codes.SAME_DECK_ID,
                Pointer(*deck.origin, ("id",)),
                f"the id {deck.id} belongs to the deck “{other.deck}”",
                help="give this deck another id, or the same name",
                labels=[Label(Pointer(*other.origin, ("id",)), "first used here")],
            )
