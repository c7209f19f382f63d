"""A release: the one moment at which the clock is read, and the ledger written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from studypress import choose
from studypress.build import Files, Project, render, setting
from studypress.ledger import Change, Content, PublishedType, Release, release
from studypress.model.definitions import Deck


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a release would do, and the files that it would write, by definition."""

    release: Release
    outputs: Mapping[str, Files]
    notes: str


def prepare(project: Project, now: int) -> Prepared:
    """Stamp what changed since the last release with `now`, seconds since 1970.

    `now` is moved to after the last release where the clock stands before it. The project must
    have no errors.
    """
    ledger = project.ledger
    now = max(now, ledger.next)
    done = release(
        ledger, now, project.bank.record.version, _shipped(project), _types(project, now)
    )
    stamped = replace(project, ledger=done.ledger)
    outputs = {name: render(stamped, name) for name in project.definitions}
    return Prepared(done, outputs, release_notes(done))


def is_behind(project: Project) -> bool:
    """Whether a note or note type that a deck ships is not as released."""
    notes, types = project.ledger.notes, project.ledger.types
    hashes = {guid: note.content.hash for guid, note in notes.items()}
    looks = {name: known.look for name, known in types.items()}
    return any(hashes.get(c.guid) != c.hash for c, _ in _shipped(project)) or any(
        looks.get(t.name) != t.look for t in _types(project, project.ledger.next)
    )


def _shipped(project: Project) -> Iterator[tuple[Content, tuple[str, ...]]]:
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


def release_notes(done: Release) -> str:
    """For students: what the release adds, changes and retires, and what it leaves alone."""
    return "\n".join(_lines(done)) + "\n"


def _lines(done: Release) -> Iterator[str]:
    total = len(done.added) + len(done.changed) + len(done.retired) + done.unchanged
    yield f"# Release {done.ledger.version}"
    yield ""
    yield (
        f"{total} notes: {len(done.added)} added, {len(done.changed)} changed, "
        f"{len(done.retired)} retired, {done.unchanged} unchanged, 0 ids lost."
    )
    yield "Every review is kept. Notes that did not change are not touched."
    if done.changed:
        yield ""
        yield (
            "A changed note replaces what you edited or tagged in it yourself, unless your change "
            "is newer than this release:"
        )
        yield ""
        yield from map(_change_line, done.changed)
    if done.retired:
        yield ""
        yield "Retired (Tools, Empty Cards removes them all):"
        yield ""
        yield from (f"- {content.id} ({content.form})" for content in done.retired)
    if done.added:
        yield ""
        yield "Added:"
        yield ""
        yield from (f"- {content.id} ({content.form})" for content in done.added)


def _change_line(change: Change) -> str:
    because = " and ".join(f"`{name}`" for name in change.because)
    reason = f", since it shows {because}" if because else ""
    return f"- {change.content.id} ({change.content.form}): {', '.join(change.what)}{reason}"
