"""A paper to the file that it is kept in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from studypress.arrange import Arrangement, Chosen, Layout, Part, content
from studypress.model.definitions import Quiz, Section
from studypress.model.kept import Places
from studypress.model.names import LETTERS
from studypress.source import scalar

_HEADER = """\
# yaml-language-server: $schema=../definition.schema.json
# A paper as it was handed out: `studypress paper {}` makes the same again."""
_MOST_LETTERS = 8  # beyond which versions are counted


def kept_path(code: str) -> str:
    """Where a paper is kept, under the root."""
    return f"decks/papers/{code}.yaml"


def kept_file(code: str, layout: Layout, quiz: Quiz) -> bytes:
    """All that the paper is made of but the questions' words, of which it has a hash."""
    return ("\n".join(_lines(code, layout, quiz)) + "\n").encode()


def _lines(code: str, layout: Layout, quiz: Quiz) -> Iterator[str]:
    yield _HEADER.format(code)
    yield "format: 1"
    yield f"paper: {code}"
    yield f"quiz: {layout.name}"
    yield f"title: {scalar(layout.title, 2)}"
    yield f"minutes: {layout.minutes}"
    yield f"bank-title: {scalar(layout.bank_title, 2)}"
    yield f"bank-version: {scalar(layout.bank_version)}"
    yield f"language: {layout.language}"
    yield f"versions: {_versions(layout.versions)}"
    if quiz.reading:
        yield "reading: true"
    if quiz.look:
        yield f"look: {quiz.look.path}"
    yield "sections:"
    for part, section in zip(layout.parts, quiz.sections, strict=True):
        yield from _section(part, section, layout.versions)


def _versions(versions: Sequence[str]) -> str:
    counted = len(versions) > _MOST_LETTERS and tuple(versions) == LETTERS[: len(versions)]
    return str(len(versions)) if counted else f"[{', '.join(versions)}]"


def _section(part: Part, section: Section, versions: Sequence[str]) -> Iterator[str]:
    yield f"- title: {scalar(part.title, 4)}"
    yield f"  form: {part.form}"
    if part.instruction:
        yield f"  instruction: {scalar(part.instruction, 4)}"
    if section.extract:
        yield f"  extract: {', '.join(map(str, section.extract.stretches))}"
    if part.orders:
        yield "  orders:"
        yield from (f"  {line}" for line in _shown(map(Arrangement, part.orders), versions))
    yield "  questions:" if part.questions else "  questions: []"
    for chosen in part.questions:
        yield from _question(chosen, versions)


def _question(chosen: Chosen, versions: Sequence[str]) -> Iterator[str]:
    yield f"  - id: {chosen.item.id}"
    yield f"    marks: {chosen.marks}"
    yield f"    content: {content(chosen.item)}"
    if any(arrangement.order for arrangement in chosen.arrangements):
        yield "    shown:"
        yield from (f"    {line}" for line in _shown(chosen.arrangements, versions))


def _shown(arrangements: Iterable[Arrangement], versions: Sequence[str]) -> Iterator[str]:
    for version, arrangement in zip(versions, arrangements, strict=True):
        yield f"- {version}: {Places(_from_one(arrangement.order), _from_one(arrangement.pool))}"


def _from_one(places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(place + 1 for place in places)
