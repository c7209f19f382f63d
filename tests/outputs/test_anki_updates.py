"""What an update does to a student who has reviewed: the promise of the README, case by case.

The real Anki imports two releases with the options of its dialog. Every review is kept, there is
never a second note or note type, what did not change is not touched, and a corrected note arrives
where it is newer than the student's own last change to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from msgspec.structs import replace

from studypress.items import Choice, Item, Options, Written
from studypress.ledger import Ledger, parse_ledger, release
from studypress.outputs.anki import content, render, types
from tests.outputs.anki_package import DECK, IDENTITY, SETTING, card_items, collection, import_into

FIRST, SECOND, THIRD = 1_750_000_000, 1_760_000_000, 1_770_000_000  # all before any test runs


@dataclass(frozen=True)
class Released:
    """A package and the ledger that its release left."""

    package: bytes
    ledger: Ledger


def publish(items: tuple[Item, ...], now: int, before: Ledger | None = None) -> Released:
    """Release these items as a deck; the ledger goes through its file, as it does on disk."""
    known = before or Ledger()
    shipped = [(content(i, SETTING), ("strait",)) for i in items]
    done = release(known, now, "v", shipped, types(SETTING, known, now))
    ledger = parse_ledger(done.ledger.dump())
    made = render("strait", DECK, items, SETTING, ledger)
    return Released(made["strait.apkg"], ledger)


def review_all(opened: Any) -> dict[str, tuple[object, ...]]:
    """Answer every card once; the state of each card, by GUID."""
    for card_id in opened.db.list("select id from cards"):
        card = opened.get_card(card_id)
        card.start_timer()
        states = opened._backend.get_scheduling_states(card_id)
        opened.sched.answer_card(opened.sched.build_answer(card=card, states=states, rating=3))
    return states_of(opened)


def states_of(opened: Any) -> dict[str, tuple[object, ...]]:
    rows = opened.db.all(
        "select n.guid, c.id, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.flags "
        "from cards c join notes n on n.id = c.nid"
    )
    return {row[0]: tuple(row[1:]) for row in rows}


def fields_of(opened: Any) -> dict[str, str]:
    return dict(opened.db.all("select guid, flds || ' ' || tags from notes"))


def note_id(opened: Any, item: Item) -> int:
    guid = IDENTITY.guid(item.id, item.form)
    found: int = opened.db.scalar("select id from notes where guid = ?", guid)
    return found


@contextmanager
def student(package: bytes) -> Iterator[tuple[Any, dict[str, tuple[object, ...]]]]:
    """A student who has imported a package and answered every card once."""
    with collection() as opened:
        import_into(opened, package)
        yield opened, review_all(opened)


ITEMS = card_items()
WRITTEN = next(i for i in ITEMS if isinstance(i.response, Written))
CHOICE = next(i for i in ITEMS if isinstance(i.response, Options))


def changed(item: Item, **to: object) -> tuple[Item, ...]:
    return tuple(replace(i, **to) if i is item else i for i in ITEMS)


def other_distractor() -> tuple[Item, ...]:
    options = CHOICE.response
    assert isinstance(options, Options)
    texts = tuple(
        o if at == options.key else Choice(f"{o.text}, corrected", o.reason)
        for at, o in enumerate(options.options)
    )
    return changed(CHOICE, response=Options(texts, options.key, options.ordered))


CORRECTIONS: dict[str, tuple[Callable[[], tuple[Item, ...]], int]] = {
    "stem": (lambda: changed(WRITTEN, stem="Which lighthouse, exactly, was meant?"), 1),
    "answer": (lambda: changed(WRITTEN, response=Written("another answer")), 1),
    "why": (lambda: changed(WRITTEN, why="For another reason."), 1),
    "note": (lambda: changed(WRITTEN, note="The text errs."), 1),
    "citations": (lambda: changed(WRITTEN, citations=WRITTEN.citations[:0]), 1),
    "tags": (lambda: changed(WRITTEN, topic="moved"), 1),
    "distractor": (other_distractor, 1),
    "order of the deck": (lambda: ITEMS[::-1], 0),
    "nothing": (lambda: ITEMS, 0),
}


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_correction_reaches_the_student_and_touches_nothing_else(name: str) -> None:
    make, expected = CORRECTIONS[name]
    first = publish(ITEMS, FIRST)
    second = publish(make(), SECOND, first.ledger)
    with student(first.package) as (opened, states), collection() as fresh:
        before = fields_of(opened)
        types_before = len(opened.models.all_names_and_ids())
        log = import_into(opened, second.package)
        import_into(fresh, second.package)
        assert len(log.updated) == expected
        assert states_of(opened) == states
        assert fields_of(opened) == fields_of(fresh)
        assert sum(before[g] != now for g, now in fields_of(opened).items()) == expected
        assert len(opened.models.all_names_and_ids()) == types_before


def test_added_items_arrive_as_new_cards() -> None:
    first = publish(ITEMS[:-2], FIRST)
    second = publish(ITEMS, SECOND, first.ledger)
    with student(first.package) as (opened, states):
        log = import_into(opened, second.package)
        assert (len(log.new), len(log.updated)) == (2, 0)
        assert states.items() <= states_of(opened).items()


def test_an_edit_before_the_correction_is_replaced_and_the_reviews_are_kept() -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(WRITTEN, why="Corrected."), SECOND, first.ledger)
    with student(first.package) as (opened, states):
        edit(opened, WRITTEN, at=FIRST + 10)
        import_into(opened, second.package)
        assert "mine" not in fields_of(opened)[IDENTITY.guid(WRITTEN.id, WRITTEN.form)]
        assert states_of(opened) == states


def test_an_edit_after_the_correction_stays() -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(WRITTEN, why="Corrected."), SECOND, first.ledger)
    with student(first.package) as (opened, states):
        edit(opened, WRITTEN, at=SECOND + 10)
        import_into(opened, second.package)
        assert "mine" in fields_of(opened)[IDENTITY.guid(WRITTEN.id, WRITTEN.form)]
        assert states_of(opened) == states


@pytest.mark.parametrize("tag", ["own-tag", "leech"])
def test_edits_and_tags_on_notes_that_did_not_change_stay(tag: str) -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(CHOICE, why="Corrected."), SECOND, first.ledger)
    with student(first.package) as (opened, states):
        edit(opened, WRITTEN, at=FIRST + 10, tag=tag)
        import_into(opened, second.package)
        kept = fields_of(opened)[IDENTITY.guid(WRITTEN.id, WRITTEN.form)]
        assert "mine" in kept
        assert tag in kept
        assert states_of(opened) == states


def edit(opened: Any, item: Item, at: int, tag: str = "") -> None:
    """The student changes and tags a note at a moment."""
    note = opened.get_note(note_id(opened, item))
    note["Why"] = "mine"
    note.tags = [*note.tags, *([tag] if tag else [])]
    opened.update_note(note)
    opened.db.execute("update notes set mod = ? where id = ?", at, note.id)


@pytest.mark.parametrize("what", ["suspended", "flagged", "buried"])
def test_cards_stay_as_the_student_marked_them(what: str) -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(WRITTEN, why="Corrected."), SECOND, first.ledger)
    with student(first.package) as (opened, _):
        cards = opened.db.list("select id from cards where nid = ?", note_id(opened, WRITTEN))
        {
            "suspended": opened.sched.suspend_cards,
            "flagged": lambda ids: opened.set_user_flag_for_cards(3, ids),
            "buried": opened.sched.bury_cards,
        }[what](cards)
        marked = states_of(opened)
        log = import_into(opened, second.package)
        assert len(log.updated) == 1
        assert states_of(opened) == marked


def test_two_releases_may_be_skipped() -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(WRITTEN, why="Corrected."), SECOND, first.ledger)
    third = publish(changed(WRITTEN, why="Corrected again."), THIRD, second.ledger)
    with student(first.package) as (opened, states):
        import_into(opened, third.package)
        assert "Corrected again." in fields_of(opened)[IDENTITY.guid(WRITTEN.id, WRITTEN.form)]
        assert states_of(opened) == states


def test_an_older_package_takes_nothing_back() -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(WRITTEN, why="Corrected."), SECOND, first.ledger)
    with student(second.package) as (opened, states):
        before = fields_of(opened)
        import_into(opened, first.package)
        assert fields_of(opened) == before
        assert states_of(opened) == states


@pytest.mark.parametrize("small_first", [True, False])
def test_a_smaller_package_of_the_same_deck_doubles_nothing(small_first: bool) -> None:  # noqa: FBT001
    whole = publish(ITEMS, FIRST)
    small = render("small", DECK, ITEMS[:3], SETTING, whole.ledger)["small.apkg"]
    order = (small, whole.package) if small_first else (whole.package, small)
    with student(order[0]) as (opened, states):
        log = import_into(opened, order[1])
        assert len(log.updated) == 0
        assert opened.note_count() == len(ITEMS)
        assert states.items() <= states_of(opened).items()


RETIRABLE = [i for i in ITEMS if i.retired is None]


@pytest.mark.parametrize("item", RETIRABLE, ids=lambda i: f"{i.id}-{i.form}")
def test_a_retired_note_is_marked_for_those_who_have_it_and_new_to_nobody(item: Item) -> None:
    first = publish(ITEMS, FIRST)
    retired = changed(item, retired="It was wrong.")
    second = publish(retired, SECOND, first.ledger)
    guid = IDENTITY.guid(item.id, item.form)
    with student(first.package) as (opened, states), collection() as fresh:
        import_into(opened, second.package)
        assert "It was wrong." in fields_of(opened)[guid]
        assert opened.find_notes("tag:strait::retired") == [note_id(opened, item)]
        assert states_of(opened) == states
        empty = [card for note in opened.get_empty_cards().notes for card in note.card_ids]
        assert len(empty) == 1
        import_into(fresh, second.package)
        assert guid not in states_of(fresh)
        assert len(states_of(fresh)) == len(ITEMS) - 1


def test_an_unretired_note_is_what_it_was() -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(WRITTEN, retired="It was wrong."), SECOND, first.ledger)
    third = publish(ITEMS, THIRD, second.ledger)
    with student(first.package) as (opened, states):
        before = fields_of(opened)
        import_into(opened, second.package)
        import_into(opened, third.package)
        assert fields_of(opened) == before
        assert states_of(opened) == states


def test_a_thousand_notes_are_corrected_at_once() -> None:
    many = tuple(replace(WRITTEN, id=f"question-{n}") for n in range(1000))
    first = publish(many, FIRST)
    second = publish(tuple(replace(i, why="Corrected.") for i in many), SECOND, first.ledger)
    with collection() as opened:
        import_into(opened, first.package)
        log = import_into(opened, second.package)
        assert len(log.updated) == 1000
        assert opened.card_count() == 1000


def test_a_new_look_arrives_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    from studypress.outputs.anki import faces

    first = publish(ITEMS, FIRST)
    plain = faces.css()
    monkeypatch.setattr(faces, "css", lambda: plain + "\n.card { color: teal; }\n")
    second = publish(ITEMS, SECOND, first.ledger)
    assert {t.mod for t in first.ledger.types.values()} == {FIRST}
    assert {t.mod for t in second.ledger.types.values()} == {SECOND}
    with student(first.package) as (opened, states):
        before = fields_of(opened)
        import_into(opened, second.package)
        looks = [m["css"] for m in opened.models.all() if m["name"].startswith("The strait: ")]
        assert looks
        assert all("teal" in css for css in looks)
        assert fields_of(opened) == before
        assert states_of(opened) == states


def test_unchanged_notes_keep_their_time_for_ever() -> None:
    first = publish(ITEMS, FIRST)
    second = publish(changed(WRITTEN, why="Corrected."), SECOND, first.ledger)
    times = {g: n.mod for g, n in second.ledger.notes.items()}
    corrected = IDENTITY.guid(WRITTEN.id, WRITTEN.form)
    assert times.pop(corrected) == SECOND
    assert set(times.values()) == {FIRST}


def test_a_draft_is_newer_than_the_release_and_older_than_the_next() -> None:
    first = publish(ITEMS, FIRST)
    draft = render("strait", DECK, changed(WRITTEN, why="Draft."), SETTING, first.ledger)
    second = publish(changed(WRITTEN, why="Final."), SECOND, first.ledger)
    with student(first.package) as (opened, states):
        assert len(import_into(opened, draft["strait.apkg"]).updated) == 1
        assert len(import_into(opened, second.package).updated) == 1
        assert "Final." in fields_of(opened)[IDENTITY.guid(WRITTEN.id, WRITTEN.form)]
        assert states_of(opened) == states
