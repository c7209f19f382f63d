"""A release: what it stamps and ships, and what it tells students. The command gives the time, and
writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from studypress import choose
from studypress.languages.catalogue import ReleaseWords
from studypress.ledger import Change, Content, PublishedType, Release, release
from studypress.markdown import literal
from studypress.model.definitions import Deck
from studypress.outputs.built import Built
from studypress.project import Project
from studypress.rendering import render, setting


class Prepared(Struct, frozen=True):
    """What a release would do, and the packages that it would write, by definition."""

    release: Release
    outputs: Mapping[str, Built]
    notes: str


def prepare(project: Project, now: int) -> Prepared:
    """Stamp what changed since the last release with `now`, seconds since 1970.

    `now` is moved to after the last release where the clock stands before it. The project must
    have no errors.
    """
    ledger = project.ledger
    now = max(now, ledger.next)
    done = release(ledger, now, project.bank.record.version, shipped(project), _types(project, now))
    stamped = replace(project, ledger=done.ledger)
    decks = (name for name, made in project.definitions.items() if isinstance(made, Deck))
    outputs = {name: render(stamped, name) for name in decks}
    return Prepared(done, outputs, release_notes(done, project.bank.language.release))


def is_behind(project: Project) -> bool:
    """Whether a note or note type that a deck ships is not as released."""
    notes, types = project.ledger.notes, project.ledger.types
    hashes = {guid: note.content.hash for guid, note in notes.items()}
    looks = {name: known.look for name, known in types.items()}
    return any(hashes.get(c.guid) != c.hash for c, _ in shipped(project)) or any(
        looks.get(t.name) != t.look for t in _types(project, project.ledger.next)
    )


def shipped(project: Project) -> Iterator[tuple[Content, tuple[str, ...]]]:
    """Every note that some deck ships, and the names of these decks."""
    from studypress.outputs import anki

    shared = setting(project)
    contents: dict[str, Content] = {}
    decks: dict[str, list[str]] = {}
    for name, definition in project.definitions.items():
        if isinstance(definition, Deck):
            for item in choose.cards(project.bank, definition, project.ledger):
                content = anki.content(item, shared)
                contents[content.guid] = content
                decks.setdefault(content.guid, []).append(name)
    return ((content, tuple(decks[guid])) for guid, content in contents.items())


def _types(project: Project, now: int) -> Iterator[PublishedType]:
    from studypress.outputs import anki

    return anki.types(setting(project), project.ledger, now)


def release_notes(done: Release, words: ReleaseWords) -> str:
    """For students: what the release adds, changes and retires, and what it leaves alone."""
    return "\n".join(_lines(done, words)) + "\n"


def _lines(done: Release, words: ReleaseWords) -> Iterator[str]:
    yield f"# {words.head.format(version=literal(done.ledger.version))}"
    yield ""
    yield words.counts.format(
        total=len(done.added) + len(done.changed) + len(done.retired) + done.unchanged,
        added=len(done.added),
        changed=len(done.changed),
        retired=len(done.retired),
        unchanged=done.unchanged,
        lost=done.lost,
    )
    yield words.promise
    yield from _listed(words.changed, (_change_line(c, words) for c in done.changed))
    adopted = done.ledger.adopted.notes
    tagged = [c for c in done.retired if (c.id, c.form) in adopted]  # their cards cannot say it
    for head, contents in (
        (words.retired, [c for c in done.retired if c not in tagged]),
        (words.retired_adopted, tagged),
        (words.added, done.added),
        (words.left, done.left),
    ):
        yield from _listed(head, (f"- {c.id} ({c.form})" for c in contents))


def _listed(head: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield from ("", head, "", *listed)


def _change_line(change: Change, words: ReleaseWords) -> str:
    because = words.conjunction.join(f"`{name}`" for name in change.because)
    reason = words.since.format(because) if because else ""
    what = ", ".join(map(literal, change.what))
    return f"- {change.content.id} ({change.content.form}): {what}{reason}"
