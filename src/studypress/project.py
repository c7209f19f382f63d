"""Read and check a project. A fault anywhere: nothing is made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from studypress import choose, codes
from studypress.bank import Bank, load_bank
from studypress.bounded import read_within
from studypress.checks import (
    check_bank,
    check_definitions,
    check_extracts,
    check_names,
    check_papers,
    check_published,
)
from studypress.diagnostics import MOST_FAULTS, Diagnostic, Full, Report, Span
from studypress.extracts import check_copies
from studypress.files import (
    almost_yaml,
    decode_document,
    decode_sound,
    located,
    name_of,
    read_block,
    read_file,
    refuse_links_out,
    yaml_below,
    yaml_files,
)
from studypress.keeping import facts_of_kept, kept_path, read_kept
from studypress.ledger import Ledger, parse_ledger
from studypress.limits import LARGEST_RECORD
from studypress.looks import read_looks
from studypress.model.definitions import DEFINITIONS, Definition, Quiz
from studypress.model.kept import KeptPaper
from studypress.paths import (
    DECKS,
    EVIDENCE_LOCK,
    FOLDERS,
    KEPT_PAPERS,
    LEDGER_FILE,
    MEDIA_FOLDER,
    QUESTIONS,
)
from studypress.proving import Texts
from studypress.source import Document
from studypress.source import Mapping as MappingNode

if TYPE_CHECKING:
    from studypress.outputs.paper.look import Look

Files = dict[str, bytes]
_NOT_ELSEWHERE = (*FOLDERS, KEPT_PAPERS, MEDIA_FOLDER, EVIDENCE_LOCK, LEDGER_FILE)


class Project(Struct, frozen=True):
    """A bank, what to build of it, the papers drawn, the looks of quizzes that have one, and all
    that is wrong with any of them."""

    root: Path
    bank: Bank
    definitions: Mapping[str, Definition]
    ledger: Ledger
    drawn: Mapping[str, choose.Drawn]
    looks: Mapping[str, Look]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        return any(d.is_error for d in self.diagnostics)


def find_root(start: Path) -> Path | None:
    """The nearest folder upward that has `questions/` and `decks/`."""
    for folder in (start, *start.parents):
        if all((folder / name).is_dir() for name in FOLDERS):
            return folder
    return None


def read_project(root: Path) -> Project:
    """Read and check everything under the root. Raises OSError where a file cannot be read."""
    report = Report()
    refuse_links_out(root, _NOT_ELSEWHERE)
    bank = load_bank(root, report)
    _report_unread(root, report)
    ledger = _load_ledger(root, report)
    check_bank(bank, ledger.adopted, report)
    definitions = _load_definitions(root, report)
    drawn: dict[str, choose.Drawn] = {}
    looks = read_looks(definitions, root, report)
    if not report.has_errors:
        check_published(bank, ledger, report)
        _check_types(ledger, report)
        kept = _load_kept(definitions, root, report)
        sound = check_definitions(definitions, kept, bank, report)
        facts = {name: facts_of_kept(paper, bank) for name, paper in kept.items() if paper}
        outcomes = choose.draw_all(sound, bank, facts)
        check_papers(outcomes, report)
        check_extracts(definitions.values(), bank, report)
        drawn = {name: outcome for name, outcome in outcomes.items() if isinstance(outcome, tuple)}
    return Project(root, bank, definitions, ledger, drawn, looks, sorted_diagnostics(report, root))


def sorted_diagnostics(report: Report, root: Path) -> tuple[Diagnostic, ...]:
    """Each fault once, with its place, as many of a file as anybody reads. What is said of a line
    that is not YAML is left out: it follows from that."""
    found = sorted(
        dict.fromkeys(located(_most_of_each_file(report), root)), key=Diagnostic.sort_key
    )
    broken = {d.place[:2] for d in found if d.is_error and d.code.is_syntax}
    return tuple(d for d in found if d.code.is_syntax or d.place[:2] not in broken)


def _most_of_each_file(report: Report) -> Iterator[Diagnostic]:
    files: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.found:
        files.setdefault(diagnostic.place.file, []).append(diagnostic)
    for file, found in files.items():
        if len(found) <= MOST_FAULTS:
            yield from found
            continue
        yield from sorted(found, key=Diagnostic.sort_key)[:MOST_FAULTS]
        message = f"this file has more faults; {MOST_FAULTS:,} of them are shown"
        yield Diagnostic(codes.TOO_LARGE, message, Span(file), "mend these, and check again")


def _load_definitions(root: Path, report: Report) -> dict[str, Definition]:
    definitions: dict[str, Definition] = {}
    files = yaml_files(root / DECKS)
    check_names((name_of(root, path) for path in files), report)
    for path in files:
        block = read_block(path)
        tp = _type_by_keys(block or ())
        definition = decode_sound(block, tp, root, path) if block and tp else None
        definition = definition or _with_care(root, path, report)
        if definition is not None:
            definitions[path.stem] = definition
    return definitions


def _with_care(root: Path, path: Path, report: Report) -> Definition | None:
    found = Report(most=MOST_FAULTS)
    definition: Definition | None = None
    with suppress(Full):
        document = read_file(root, path, found)
        tp = _definition_type(document, found)
        definition = decode_document(document, tp, found) if tp else None
    report.extend(found.found)
    return definition


def _type_by_keys(keys: Collection[str]) -> type[Definition] | None:
    found = [tp for key, tp in DEFINITIONS.items() if key in keys]
    return found[0] if len(found) == 1 else None


def _load_kept(
    definitions: Mapping[str, Definition], root: Path, report: Report
) -> dict[str, KeptPaper | None]:
    """The kept papers that quizzes name under `not-in`; None for one with a fault in its file."""
    quizzes = [d for d in definitions.values() if isinstance(d, Quiz)]
    named = dict.fromkeys(str(name) for quiz in quizzes for name in quiz.not_in)
    there = (n for n in named if n not in definitions and (root / kept_path(n)).is_file())
    return {name: read_kept(root, name, report) for name in there}


def _load_ledger(root: Path, report: Report) -> Ledger:
    path = root / LEDGER_FILE
    if not path.exists():
        return Ledger()
    try:
        return parse_ledger(read_within(path, LARGEST_RECORD).decode())
    except ValueError as error:
        advice = "undo the change to it; it is the memory of what students have"
        message = f"notes.lock cannot be read: {error}"
        report.add(codes.BROKEN_LEDGER, Span(LEDGER_FILE), message, help=advice)
        return Ledger()


def _report_unread(root: Path, report: Report) -> None:
    for folder in FOLDERS:
        for path in almost_yaml(root / folder):
            name = name_of(root, path)
            advice = f"rename it to `{path.name.partition('.')[0]}.yaml`"
            report.add(codes.NOT_READ, Span(name), f"`{name}` is not read", help=advice)
    for path in yaml_below(root / QUESTIONS):
        name = name_of(root, path)
        message = f"`{name}` is not read: it stands in a folder below"
        report.add(codes.NOT_READ, Span(name), message, help=f"move it to {QUESTIONS}/")


def _check_types(ledger: Ledger, report: Report) -> None:
    """Students' Anki would take a note type with other fields for another, and update nothing."""
    if not ledger.types:
        return
    from studypress.outputs.anki.notetypes import NOTE_TYPES

    adopted = {t.name: t.signature for t in ledger.adopted.types.values()}
    signatures = adopted | {name: t.signature for name, t in NOTE_TYPES.items()}
    for name, known in ledger.types.items():
        if signatures.get(name) != known.fields:
            report.add(
                codes.NOTE_TYPE_CHANGED,
                Span(LEDGER_FILE),
                f"the fields of the note type `{name}` are not those that were released",
                help="use the studypress that made the release; fields are only renamed or filled",
            )


def _definition_type(document: Document, report: Report) -> type[Definition] | None:
    node = document.root
    if node is None:
        return None
    keys = {key.text for key, _ in node.entries} if isinstance(node, MappingNode) else set()
    tp = _type_by_keys(keys)
    if tp is not None:
        return tp
    neither = keys.isdisjoint(DEFINITIONS)
    report.add(
        codes.NO_DEFINITION_KIND,
        Span(document.file, 1, 1),
        "this is neither a deck nor a quiz" if neither else "this is both a deck and a quiz",
        help="begin it with `deck:` or `quiz:` and its name; questions belong in questions/",
    )
    return None


def faults_of_copies(
    project: Project, names: Iterable[str], texts: Texts
) -> tuple[Diagnostic, ...]:
    """Where a text at hand is not the edition that the evidence was found in."""
    report = Report()
    check_copies((project.definitions[name] for name in names), project.bank, texts, report)
    return sorted_diagnostics(report, project.root)
