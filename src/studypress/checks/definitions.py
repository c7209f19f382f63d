"""Rules over definitions: what they want to build is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

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
        for position, subdeck in enumerate(definition.subdecks):
            yield ("subdecks", position, "from"), subdeck.from_
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
    topics = list(dict.fromkeys(bank.topics.values()))
    for position, topic in enumerate(wanted.topic):
        if topic not in topics:
            report.add(
                codes.UNKNOWN_TOPIC_FILTER,
                Pointer(*origin, (*path, "topic", position)),
                f"no file of questions has the topic “{topic}”",
                help=meant(topic, topics, otherwise="write it as after `topic:` in that file"),
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
    for position, subdeck in enumerate(deck.subdecks):
        if not subdeck.deck.startswith(f"{deck.deck}::"):
            message = f"“{subdeck.deck}” is not below “{deck.deck}”"
            advice = f"begin its name with `{deck.deck}::`"
            _add(report, deck, codes.NO_SUBDECK, ("subdecks", position, "deck"), message, advice)
    for place in _places(deck):
        if place.id < _SMALLEST_DECK_ID:
            message = f"{place.id} may be the id of a deck that a student has"
            advice = "write any number of ten digits, once"
            _add(report, deck, codes.DECK_ID_TOO_SMALL, place.path, message, advice)
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


class _Place(NamedTuple):
    """A deck in Anki, and where its definition gives its id."""

    id: int
    name: str
    origin: Origin
    path: tuple[Step, ...]


def _places(deck: Deck) -> Iterator[_Place]:
    yield _Place(deck.id, deck.deck, deck.origin, ("id",))
    for position, subdeck in enumerate(deck.subdecks):
        yield _Place(subdeck.id, subdeck.deck, deck.origin, ("subdecks", position, "id"))


def _check_deck_ids(decks: list[Deck], report: Report) -> None:
    first: dict[int, _Place] = {}
    for place in (place for deck in decks for place in _places(deck)):
        other = first.setdefault(place.id, place)
        if other.name != place.name:
            report.add(
                codes.SAME_DECK_ID,
                Pointer(*place.origin, place.path),
                f"the id {place.id} belongs to the deck “{other.name}”",
                help="give this deck another id, or the same name",
                labels=[Label(Pointer(*other.origin, other.path), "first used here")],
            )
