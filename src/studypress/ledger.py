"""The ledger of a bank, `decks/notes.lock`: what each published note was, and when it changed.

A student's Anki takes an update only where a note is newer than what they have, and keeps their
own edits where it is not. So an unchanged note keeps its time for ever, a changed or new one gets
the last release's time plus one second while it is a draft, and the moment of release when it is
released. The ledger also holds what must not change: identity, kind, form and fields; and, of a
bank that began as somebody's deck, what was adopted of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import unquote

from msgspec import Struct, field
from msgspec.structs import replace

from studypress.adopted import Adopted, parse_adopted
from studypress.identity import Identity
from studypress.model.words import Form

HEADER = (
    "# What each published note was, and when it last changed. Written by `studypress release`."
)
_NO_DECK = "-"
UNRELEASED = 1_700_000_000  # the time of every note before a first release: seconds since 1970

ANY_KIND = "?"  # of an adopted question, until its first release here

_RELEASE = re.compile(r"release (?P<time>\d{1,15})(?: (?P<version>.+))?")
_TYPE = re.compile(
    r"type (?P<name>[a-z]+|\d+) (?P<id>\d{1,15}) (?P<mod>\d{1,15}) (?P<look>\w+) (?P<fields>\w+)"
)
_NOTE = re.compile(
    rf"note (?P<id>\S+) (?P<form>{'|'.join(Form)}) (?P<guid>\S+) (?P<kind>\S+) "
    r"(?P<state>live|retired) (?P<mod>\d{1,15}) (?P<hash>\w+) (?P<decks>\S+) (?P<parts>\S+)"
)


class Content(Struct, frozen=True):
    """What a note says now: hashes of the whole and, by name, of each field that is not empty.

    Among the parts are `$id`s: what the note shows of another question or of a person.
    """

    id: str
    form: str
    guid: str
    kind: str
    hash: str
    parts: Mapping[str, str]
    retired: bool = False


class Published(Struct, frozen=True):
    """A note as it was last released; `mod` is when its content last changed."""

    content: Content
    mod: int
    decks: tuple[str, ...]


class PublishedType(Struct, frozen=True):
    """A note type as released: its look (templates and css) may change, its fields may not."""

    name: str
    id: int
    mod: int
    look: str
    fields: str


class Ledger(Struct, frozen=True, dict=True):
    """All notes by GUID and all note types by name; `time` is the last release's."""

    time: int | None = None
    version: str = ""
    notes: Mapping[str, Published] = field(default_factory=dict)
    types: Mapping[str, PublishedType] = field(default_factory=dict)
    adopted: Adopted = field(default_factory=Adopted)

    @property
    def next(self) -> int:
        """The time of what is not released yet."""
        return UNRELEASED if self.time is None else self.time + 1

    def identity(self, bank: str) -> Identity:
        """Who the notes of a bank are; those that were adopted stay who they were."""
        return Identity(bank, {key: note.guid for key, note in self.adopted.notes.items()})

    def modified(self, guid: str, hash_: str, now: int | None = None) -> int:
        """When a note last changed; `now` (or the next time) where it is not as released."""
        known = self.notes.get(guid)
        if known and known.content.hash == hash_:
            return known.mod
        return self.next if now is None else now

    def type_modified(self, name: str, look: str, now: int | None = None) -> int:
        known = self.types.get(name)
        if known and known.look == look:
            return known.mod
        return self.next if now is None else now

    @cached_property
    def forms(self) -> Mapping[str, frozenset[str]]:
        """The forms in which each question was published."""
        published: dict[str, set[str]] = {}
        for note in self.notes.values():
            published.setdefault(note.content.id, set()).add(note.content.form)
        return {name: frozenset(forms) for name, forms in published.items()}

    def dump(self) -> str:
        """A line a note, sorted by question and form, so that changes merge."""
        lines = [HEADER]
        if self.time is not None:
            lines.append(f"release {self.time} {self.version}".rstrip())
        lines += [
            f"type {t.name} {t.id} {t.mod} {t.look} {t.fields}"
            for t in sorted(self.types.values(), key=lambda t: t.name)
        ]
        lines += sorted(map(_note_line, self.notes.values()))
        lines += self.adopted.lines()
        return "\n".join(lines) + "\n"


def _note_line(note: Published) -> str:
    content = note.content
    state = "retired" if content.retired else "live"
    parts = ",".join(f"{_word(n)}:{digest}" for n, digest in sorted(content.parts.items()))
    return (
        f"note {content.id} {content.form} {_word(content.guid)} {content.kind} {state} {note.mod} "
        f"{content.hash} {','.join(map(_word, note.decks)) or _NO_DECK} {parts}"
    )


_NO_WORD = re.compile(r"[\s%,_\x00-\x1f\x7f-\x9f]")


def _word(text: str) -> str:
    """The text without spaces (names and GUIDs of others hold anything), a space as `_`."""
    return _NO_WORD.sub(lambda found: _escapes(found[0]), text)


def _escapes(character: str) -> str:
    return "_" if character == " " else "".join(f"%{byte:02X}" for byte in character.encode())


def _text(word: str) -> str:
    return unquote(word.replace("_", " "))


def parse_ledger(text: str) -> Ledger:
    """Raises ValueError, naming the line, where a line is not one that `dump` writes."""
    time: int | None = None
    version = ""
    notes: dict[str, Published] = {}
    types: dict[str, PublishedType] = {}
    adopted: dict[int, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        if match := _NOTE.fullmatch(line):
            note = _note(match)
            notes[note.content.guid] = note
        elif line.startswith("adopted"):
            adopted[number] = line
        elif match := _TYPE.fullmatch(line):
            types[match["name"]] = PublishedType(
                match["name"], int(match["id"]), int(match["mod"]), match["look"], match["fields"]
            )
        elif match := _RELEASE.fullmatch(line):
            time, version = int(match["time"]), match["version"] or ""
        else:
            raise ValueError(f"line {number} is not an entry")
    return Ledger(time, version, notes, types, parse_adopted(adopted))


def _note(match: re.Match[str]) -> Published:
    parts = (part.rpartition(":") for part in match["parts"].split(","))
    content = Content(
        match["id"],
        match["form"],
        _text(match["guid"]),
        match["kind"],
        match["hash"],
        {_text(name): digest for name, _, digest in parts},
        retired=match["state"] == "retired",
    )
    return Published(content, int(match["mod"]), _decks(match["decks"]))


def _decks(word: str) -> tuple[str, ...]:
    return () if word == _NO_DECK else tuple(map(_text, word.split(",")))


class Change(Struct, frozen=True):
    """A note that a release changes, what of it, and the ids of what it shows that changed."""

    content: Content
    what: tuple[str, ...]
    because: tuple[str, ...]


class Release(Struct, frozen=True):
    """The ledger after a release, and what the release does.

    `left` are notes that no deck ships any more, `lost` counts those that the ledger forgot.
    """

    ledger: Ledger
    added: tuple[Content, ...]
    changed: tuple[Change, ...]
    retired: tuple[Content, ...]
    left: tuple[Content, ...]
    unchanged: int
    lost: int


def release(
    ledger: Ledger,
    now: int,
    version: str,
    shipped: Iterable[tuple[Content, tuple[str, ...]]],
    types: Iterable[PublishedType],
) -> Release:
    """What releasing these notes (each with the decks that ship it) at `now` does.

    `types` come with the time that they have now; notes that no deck ships any more stay in the
    ledger, so that they are never given to another question.
    """
    notes = {guid: replace(known, decks=()) for guid, known in ledger.notes.items()}
    added, changed, retired, unchanged = [], [], [], 0
    for content, decks in shipped:
        before = ledger.notes.get(content.guid)
        notes[content.guid] = Published(
            content, ledger.modified(content.guid, content.hash, now), decks
        )
        if before is None:
            added.append(content)
        elif before.content.hash == content.hash:
            unchanged += 1
        elif content.retired and not before.content.retired:
            retired.append(content)
        else:
            changed.append(_change(before.content, content))
    known_types = {t.name: t for t in types}
    on_one_line = " ".join(version.split())
    after = replace(ledger, time=now, version=on_one_line, notes=notes, types=known_types)
    left = tuple(
        known.content
        for guid, known in ledger.notes.items()
        if known.decks and not notes[guid].decks
    )
    lost = len(ledger.notes.keys() - notes.keys())
    return Release(after, tuple(added), tuple(changed), tuple(retired), left, unchanged, lost)


def _change(before: Content, after: Content) -> Change:
    names = dict.fromkeys((*before.parts, *after.parts))
    differing = [n for n in names if before.parts.get(n) != after.parts.get(n)]
    shown = [n for n in differing if n in before.parts and n in after.parts]
    return Change(
        after,
        tuple(n for n in differing if not n.startswith("$")),
        tuple(n[1:] for n in shown if n.startswith("$")),
    )
