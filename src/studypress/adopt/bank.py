"""What was found in a package as the files of a bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice
from pathlib import PurePath
from typing import NamedTuple

from msgspec import Struct

from studypress.adopt import typed
from studypress.adopt.found import Found, Refused
from studypress.adopt.layout import Laid, Tree, laid_out, trees
from studypress.adopt.questions import adopted, draft, ids, slug
from studypress.adopt.typed import NamedDeck, Typed
from studypress.adopted import Adopted, AdoptedCard, AdoptedDeck, AdoptedNote, AdoptedType
from studypress.bank import RECORDS
from studypress.identity import Identity
from studypress.model.deck_names import imported
from studypress.outputs.anki.reading import is_typeable
from studypress.paths import BANK_FILE, DECKS, QUESTIONS

_SMALLEST_DECK_ID = 1_000_000_000  # below are those that every collection has
_MOST_QUESTIONS, _LARGEST_FILE = 200, 500_000  # of a file, which people read; in bytes
_RESERVED = tuple(PurePath(name).stem for name in RECORDS)


class Naming(Struct, frozen=True):
    """What the bank is called, by default after its deck, and the language that it is in."""

    namespace: str | None = None
    language: str = "en"


class Made(Struct, frozen=True):
    """The files of a bank by path, but for its ledger, and what goes into that."""

    files: Mapping[str, str]
    adopted: Adopted
    modified: Mapping[int, int]  # when each adopted note type last changed, by id


class _Read(NamedTuple):
    """A note, and the question that it is read as."""

    laid: Laid
    question: Typed


def make_bank(found: Found, naming: Naming) -> Made:
    """Raises Refused where there is no note with a card, or a deck whose name cannot be typed."""
    types = {id_: AdoptedType(id_, t.stated) for id_, t in found.types.items()}
    laid = laid_out(found, types)
    if not laid:
        raise Refused("it has no note with a card")
    grown = tuple(trees(laid))
    namespace = naming.namespace or slug(grown[0].name) or "adopted"
    decks = {deck.name: deck for deck in _decks(found, laid, grown, Identity(namespace))}
    read = tuple(_read(laid, types))
    files = {
        BANK_FILE: typed.bank_file(namespace, grown[0].name, naming.language),
        **dict(_question_files(read)),
        **dict(_deck_files(grown, decks)),
    }
    used = {one.note.note_type for one in laid}
    kept = Adopted(
        {(one.question.id, one.question.draft.form): _kept(one, types) for one in read},
        {id_: types[id_] for id_ in used},
        decks,
    )
    return Made(files, kept, {id_: found.types[id_].modified for id_ in used})


def _read(laid: Iterable[Laid], types: Mapping[int, AdoptedType]) -> Iterator[_Read]:
    notes = tuple(laid)
    drafts = [draft(n.note, types[n.note.note_type], n.cards[0].ordinal) for n in notes]
    names = ids(read_as.title for read_as in drafts)
    for one, read_as, id_ in zip(notes, drafts, names, strict=True):
        yield _Read(one, Typed(id_, read_as))


def _kept(read: _Read, types: Mapping[int, AdoptedType]) -> AdoptedNote:
    one = read.laid
    cards = (
        AdoptedCard(card.ordinal, card.row, deck if deck != one.deck else None)
        for card, deck in zip(one.cards, one.decks, strict=True)
    )
    id_, read_as = read.question
    return adopted(id_, read_as, one.note, types[one.note.note_type], tuple(cards))


def _decks(
    found: Found, laid: Iterable[Laid], grown: Iterable[Tree], identity: Identity
) -> Iterator[AdoptedDeck]:
    """Every deck that a card lies in, and the first of each tree."""
    known = {imported(deck.name): (id_, deck) for id_, deck in found.decks.items()}
    names = {name for one in laid for name in one.decks} | {tree.name for tree in grown}
    for name in names:
        if not is_typeable(name) or name.startswith("$"):
            raise Refused(f"its deck {name[:80]!r} has a name that cannot be typed; rename it")
        id_, deck = known.get(name, (0, None))
        id_ = id_ if id_ >= _SMALLEST_DECK_ID else identity.deck(name)
        says = (deck.description, deck.is_markdown) if deck else ("", False)
        yield AdoptedDeck(name, id_, *says)


def _question_files(read: Iterable[_Read]) -> Iterator[tuple[str, str]]:
    """A file a deck, whose name is its topic; several where the deck is large, in order by name."""
    by_deck = {
        name: tuple(typed.question(one.question, _cited(name)) for one in of)
        for name, of in groupby(read, key=lambda one: one.laid.deck)
    }
    for stem, (deck, questions) in zip(_stems(by_deck), by_deck.items(), strict=True):
        parts = tuple(_of_one_file(questions))
        for number, part in enumerate(parts, 1):
            which = f"-part-{number:0{len(str(len(parts)))}}" if len(parts) > 1 else ""
            yield f"{QUESTIONS}/{stem}{which}.yaml", typed.question_file(deck, part)


def _of_one_file(questions: Iterable[str]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for question in questions:
        more = len(question.encode())
        if part and (len(part) == _MOST_QUESTIONS or size + more > _LARGEST_FILE):
            yield part
            part, size = [], 0
        part.append(question)
        size += more
    yield part


def _cited(deck: str) -> str:
    return f"{deck}, an Anki deck"


def _deck_files(
    grown: tuple[Tree, ...], decks: Mapping[str, AdoptedDeck]
) -> Iterator[tuple[str, str]]:
    """A file a tree. Where there are several, each says which questions it takes."""
    for stem, tree in zip(_stems(tree.name for tree in grown), grown, strict=True):
        topics = (tree.name, *tree.below) if len(grown) > 1 else ()
        below = (NamedDeck(name, decks[name].id, (name,)) for name in tree.below)
        own = NamedDeck(tree.name, decks[tree.name].id, topics)
        yield f"{DECKS}/{stem}.yaml", typed.deck_file(own, below)


def _stems(names: Iterable[str]) -> Iterator[str]:
    return islice(ids((*_RESERVED, *names)), len(_RESERVED), None)
