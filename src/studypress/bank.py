"""Files to a bank: every question, person and text by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field

from studypress import codes
from studypress.bounded import read_within
from studypress.decode import Origin
from studypress.diagnostics import MOST_FAULTS, Full, Label, Pointer, Report, Span
from studypress.files import (
    decode_document,
    decode_items,
    decode_sound,
    ids_in,
    name_of,
    read_block,
    read_file,
    yaml_files,
)
from studypress.languages import Language, language
from studypress.limits import LARGEST_RECORD
from studypress.model.definitions import DEFINITIONS
from studypress.model.question import Question, QuestionFile
from studypress.model.records import BankFile, PeopleFile, Person, SourcesFile, Text
from studypress.model.words import Format, Id, Reference
from studypress.paths import BANK_FILE, DECKS, EVIDENCE_LOCK, QUESTIONS
from studypress.source import Document, Scalar
from studypress.source import Mapping as MappingNode
from studypress.texts.lock import Lock, parse_lock
from studypress.texts.words import words

T = TypeVar("T")

RECORDS: Mapping[str, type] = {  # files that hold no questions
    "bank.yaml": BankFile,
    "people.yaml": PeopleFile,
    "sources.yaml": SourcesFile,
}


class Bank(Struct, frozen=True, dict=True, eq=False):
    """All that `questions/` says: questions, people and texts by id, topics by file.

    `uncertain` are ids that stand in files with faults: a reference to one of them is not
    reported as unknown, since the question may only be broken.
    """

    record: BankFile
    questions: Mapping[str, Question]
    people: Mapping[str, Person]
    texts: Mapping[str, Text]
    topics: Mapping[str, str]
    lock: Lock | None = None
    uncertain: frozenset[str] = frozenset()

    @cached_property
    def language(self) -> Language:
        return language(self.record.language)

    def topic(self, question: Question) -> str:
        """What the question's file is about; "" where its file is not sound."""
        return self.topics.get(question.origin.file, "")

    def topic_tag(self, question: Question) -> str:
        """The same, as a tag."""
        return _tag(self.topic(question))

    def question(self, reference: Reference) -> Question | None:
        return self.questions.get(reference.id)

    def person(self, reference: Reference) -> Person | None:
        return self.people.get(reference.id)

    @cached_property
    def people_by_word(self) -> Mapping[str, frozenset[str]]:
        """The ids of those in whose names a word stands."""
        found: dict[str, set[str]] = {}
        for id_, person in self.people.items():
            for word in chain(*map(words, person.names)):
                found.setdefault(word, set()).add(id_)
        return {word: frozenset(ids) for word, ids in found.items()}


@lru_cache(maxsize=64)
def _tag(topic: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in topic.casefold())
    return "-".join(words.split())


class _Gathered(Struct):
    """What the files hold, before ids that stand twice are reported."""

    record: BankFile | None = None
    questions: list[Question] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    topics: dict[str, str] = field(default_factory=dict)
    uncertain: set[str] = field(default_factory=set)


def load_bank(root: Path, report: Report) -> Bank:
    """Read and decode `questions/`; every fault of every file goes to the report.

    Raises OSError where a file cannot be read.
    """
    gathered = _Gathered()
    for path in yaml_files(root / QUESTIONS):
        tp = RECORDS.get(f"{path.stem}.yaml", QuestionFile)
        block = read_block(path)
        value = decode_sound(block, tp, root, path) if block else None
        if value is not None:
            _take(value, name_of(root, path), gathered)
        else:
            _take_with_care(root, path, tp, gathered, report)
    return Bank(
        gathered.record or _no_record(root, report),
        _by_id(((q.id, q.origin, q) for q in gathered.questions), report),
        _by_id(((p.id, p.origin, p) for p in gathered.people), report),
        _by_id(((t.key, t.origin, t) for t in gathered.texts), report),
        gathered.topics,
        _load_lock(root, report),
        frozenset(gathered.uncertain),
    )


def _take(value: object, file: str, gathered: _Gathered) -> None:
    match value:
        case BankFile():
            gathered.record = value
        case PeopleFile():
            gathered.people.extend(value.people)
        case SourcesFile():
            gathered.texts.extend(value.texts)
        case QuestionFile():
            gathered.questions.extend(value.questions)
            gathered.topics[file] = value.topic


def _take_with_care(root: Path, path: Path, tp: type, gathered: _Gathered, report: Report) -> None:
    """Report every fault of a file, and take what is sound of it."""
    found = Report(most=MOST_FAULTS)
    document = read_file(root, path, found)
    if tp is QuestionFile and (key := _key_of_definition(document)):
        message = f"`{key.text}:` begins what is built of questions, and is not read here"
        report.add(codes.UNKNOWN_KEY, key.span(document.file), message, help=_MOVE)
        return
    with suppress(Full):
        value = decode_document(document, tp, found)
        _take(value, document.file, gathered)
        if value is None and tp is QuestionFile:
            gathered.questions.extend(decode_items(document, "questions", Question))
        elif value is None and tp is PeopleFile:
            gathered.people.extend(decode_items(document, "people", Person))
    if found.has_errors:
        gathered.uncertain |= document.ids | set(ids_in(document.root))
    report.extend(found.found)


_MOVE = f"move the file to {DECKS}/"


def _key_of_definition(document: Document) -> Scalar | None:
    entries = document.root.entries if isinstance(document.root, MappingNode) else ()
    return next((key for key, _ in entries if key.text in DEFINITIONS), None)


def _load_lock(root: Path, report: Report) -> Lock | None:
    """The proof of evidence, or None where there is none."""
    path = root / EVIDENCE_LOCK
    if not path.exists():
        return None
    try:
        return parse_lock(read_within(path, LARGEST_RECORD).decode())
    except ValueError as error:
        advice = "write it anew with `studypress sources lock`, or undo the change to it"
        message = f"evidence.lock cannot be read: {error}"
        report.add(codes.BROKEN_LOCK, Span(EVIDENCE_LOCK), message, help=advice)
        return None


def _no_record(root: Path, report: Report) -> BankFile:
    """Stands in for a bank.yaml that is missing or broken, so that checking can go on."""
    if not (root / BANK_FILE).is_file():
        advice = "write one: format, bank, title, version, language and tag; see the README"
        report.add(codes.NO_BANK, Span(BANK_FILE), f"there is no `{BANK_FILE}`", help=advice)
    unknown = Id("unknown")
    return BankFile(Origin(BANK_FILE, 1), Format.ONE, unknown, "", "", "en", unknown)


def _by_id(records: Iterable[tuple[Id, Origin, T]], report: Report) -> dict[str, T]:
    """By id; an id that stands twice is reported where it stands the second time."""
    kept: dict[str, T] = {}
    first: dict[str, Origin] = {}
    for id_, origin, record in records:
        name = str(id_)
        if name in kept:
            report.add(
                codes.DUPLICATE_ID,
                Pointer(*origin, ("id",)),
                f"the id `{name}` is already used",
                help="give this one another id; an id is an identity for ever",
                labels=[Label(Pointer(*first[name], ("id",)), "first used here")],
            )
        else:
            kept[name], first[name] = record, origin
    return kept
