"""Rules over definitions: what they want to build is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePath
from typing import NamedTuple
from unicodedata import normalize

from studypress import codes
from studypress.bank import Bank
from studypress.checks.decks import check_deck, check_together
from studypress.decode import Origin, meant
from studypress.diagnostics import Code, Pointer, Report, Span, Step
from studypress.model.definitions import Deck, Definition, Filter, Quiz
from studypress.model.names import MOST_VERSIONS
from studypress.model.words import Reference
from studypress.paths import PAGES


def check_names(files: Iterable[str], report: Report) -> None:
    """Each file in `decks/` has a folder of its own in `build/`, beside the pages there."""
    taken = dict.fromkeys(PAGES, "a page of `build/` has this name")
    for file in files:
        name = normalize("NFC", PurePath(file).stem).casefold()
        if name in taken:
            report.add(codes.NAME_TAKEN, Span(file), taken[name], help="give the file another name")
        taken.setdefault(name, f"what is built of `{file}` would stand in the same folder")


def check_definitions(
    definitions: Mapping[str, Definition], kept: Collection[str], bank: Bank, report: Report
) -> Mapping[str, Quiz]:
    """Every rule over every definition but whether its paper can be drawn; returns the quizzes in
    which nothing is wrong. `kept` are the ids of papers that were handed out; `bank` must be
    without errors."""
    sound: dict[str, Quiz] = {}
    papers = [*(name for name, d in definitions.items() if isinstance(d, Quiz)), *kept]
    for name, definition in definitions.items():
        found = Report()
        for path, wanted in _filters(definition):
            _check_filter(definition.origin, path, wanted, bank, found)
        if isinstance(definition, Deck):
            check_deck(definition, bank, found)
        else:
            _check_quiz(definition, papers, bank, found)
            if not found.has_errors:
                sound[name] = definition
        report.extend(found.found)
    check_together([d for d in definitions.values() if isinstance(d, Deck)], report)
    return _without_circles(sound, report)


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
                help=meant(
                    reference.id, list(bank.questions), otherwise="write the id of a question"
                ),
            )


class _Size(NamedTuple):
    """How many of something a quiz wants, and the most that it can have."""

    path: tuple[Step, ...]
    number: int
    most: int
    message: str
    advice: str = "write at most {:,}"


def _sizes(quiz: Quiz) -> Iterator[_Size]:
    sections = quiz.sections
    divide = "make at most {:,}, or two quizzes"
    yield _Size(("tries",), quiz.tries, 1_000_000, "{:,} tries would take too long")  # minutes
    yield _Size(
        ("sections",), len(sections), 26, "{:,} sections are more than a paper holds", divide
    )
    yield _Size(
        ("versions",),
        len(quiz.versions),
        MOST_VERSIONS,
        "{:,} versions are more than a paper has",
        divide,
    )
    for position, section in enumerate(sections):
        at: tuple[Step, ...] = ("sections", position)
        quotas = len(section.at_least) + len(section.at_most)
        many = "so many least and greatest numbers are more than a section can keep"
        marks = "{:,} marks a question are more than anybody can share out"
        yield _Size(
            (*at, "count"), section.count, 500, "{:,} questions are more than a section holds"
        )
        yield _Size((*at, "at-least" if section.at_least else "at-most"), quotas, 20, many)
        yield _Size((*at, "marks"), section.marks or 0, 100, marks)


def _check_size(quiz: Quiz, report: Report) -> None:
    for size in _sizes(quiz):
        if size.number > size.most:
            message, advice = size.message.format(size.number), size.advice.format(size.most)
            _add(report, quiz, codes.PAPER_TOO_LARGE, size.path, message, advice)


def _check_quiz(quiz: Quiz, papers: list[str], bank: Bank, report: Report) -> None:
    _check_size(quiz, report)
    _check_references(quiz.origin, ("must",), quiz.must, bank, report)
    _check_references(quiz.origin, ("must-not",), quiz.must_not, bank, report)
    for position, name in enumerate(map(str, quiz.not_in)):
        if name not in papers:
            otherwise = "name a quiz by its file in `decks/`, or a kept paper by its id"
            advice = meant(name, papers, otherwise=otherwise)
            path = ("not-in", position)
            _add(report, quiz, codes.UNKNOWN_QUIZ, path, f"there is no quiz `{name}`", advice)
    for position, version in enumerate(quiz.versions):
        if version in quiz.versions[:position]:
            message = f"version {version} is already there"
            path = ("versions", position)
            _add(report, quiz, codes.BAD_VERSION, path, message, "write each letter once")


def _without_circles(quizzes: Mapping[str, Quiz], report: Report) -> dict[str, Quiz]:
    """The quizzes that can be drawn in some order; each circle of `not-in` is reported once."""
    left = dict(quizzes)
    while True:
        named = {name: list(map(str, quiz.not_in)) for name, quiz in left.items()}
        try:
            TopologicalSorter(named).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            shown = ", which waits for ".join(f"`{name}`" for name in reversed(circle))
            message = f"no one can be drawn first: {shown}"
            on = left[circle[-1]]
            _add(report, on, codes.CIRCLE_OF_QUIZZES, ("not-in",), message, "take one name away")
            left = {name: quiz for name, quiz in left.items() if name not in circle}
        else:
            return left


def _add(
    report: Report, on: Definition, code: Code, path: tuple[Step, ...], message: str, advice: str
) -> None:
    report.add(code, Pointer(*on.origin, path), message, help=advice)
