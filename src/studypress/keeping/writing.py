"""A paper to the file that it is kept in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from studypress.arrange import Arrangement, Chosen, Layout, LayoutSection, content, id_of
from studypress.model.kept import KeptArrangement
from studypress.model.names import letters
from studypress.paths import KEPT_PAPERS
from studypress.source import scalar

_HEADER = """\
# yaml-language-server: $schema=../definition.schema.json
# A paper as it was handed out: `studypress paper {}` makes the same again."""
_MOST_LETTERS = 8  # beyond which versions are counted


def kept_path(id_: str) -> str:
    """Where a paper is kept, under the root."""
    return f"{KEPT_PAPERS}/{id_}.yaml"


def kept_file(layout: Layout) -> bytes:
    """All that the paper is made of but the questions' words, of which it has a hash."""
    return ("\n".join(_lines(layout)) + "\n").encode()


def _lines(layout: Layout) -> Iterator[str]:
    id_ = id_of(layout)
    yield _HEADER.format(id_)
    yield "format: 1"
    yield f"paper: {id_}"
    yield f"quiz: {scalar(layout.name, 2)}"
    yield f"title: {scalar(layout.title, 2)}"
    yield f"minutes: {layout.minutes}"
    yield f"bank-title: {scalar(layout.bank_title, 2)}"
    yield f"bank-version: {scalar(layout.bank_version, 2)}"
    yield f"language: {scalar(layout.language, 2)}"
    yield f"versions: {_versions(layout.versions)}"
    if layout.reading:
        yield "reading: true"
    if layout.look:
        yield f"look: {layout.look.path}"
    yield "sections:"
    for section in layout.sections:
        yield from _section(section, layout.versions)


def _versions(versions: Sequence[str]) -> str:
    counted = len(versions) > _MOST_LETTERS and tuple(versions) == letters(len(versions))
    return str(len(versions)) if counted else f"[{', '.join(versions)}]"


def _section(section: LayoutSection, versions: Sequence[str]) -> Iterator[str]:
    yield f"- title: {scalar(section.title, 4)}"
    yield f"  form: {section.form}"
    if section.instruction:
        yield f"  instruction: {scalar(section.instruction, 4)}"
    if section.extract:
        yield f"  extract: {', '.join(map(str, section.extract.stretches))}"
    if section.orders:
        yield "  orders:"
        yield from (f"  {line}" for line in _shown(map(Arrangement, section.orders), versions))
    yield "  questions:" if section.questions else "  questions: []"
    for chosen in section.questions:
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
        kept = KeptArrangement(_from_one(arrangement.order), _from_one(arrangement.pool))
        yield f"- {version}: {kept}"


def _from_one(places: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(place + 1 for place in places)
