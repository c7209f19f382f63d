"""The package in the real Anki: it imports whole, and a later one loses nothing."""

from __future__ import annotations

import pytest
from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer, Scheduler
from msgspec.structs import replace

from studypress.identity import Identity
from studypress.items import Gap, Item
from studypress.model.words import Form, Id
from studypress.outputs.anki import render
from tests.outputs.anki_package import (
    BANK,
    DECK,
    SETTING,
    built,
    card_items,
    cards,
    collection,
    database,
    faces,
    import_into,
)
from tests.outputs.samples import sample, sample_items


def test_every_item_becomes_one_note_with_one_card() -> None:
    items = card_items()
    with collection() as opened:
        log = import_into(opened, built(*items))
        assert len(log.new) == opened.note_count() == opened.card_count() == len(items)
        assert not log.conflicting
        assert not log.duplicate
        assert not log.empty_first_field
        assert opened.get_empty_cards().report == ""
        assert [d.name for d in opened.decks.all_names_and_ids(skip_empty_default=True)] == [
            DECK.deck
        ]


def test_no_card_has_an_error_or_an_empty_face() -> None:
    with collection() as opened:
        import_into(opened, built(*card_items()))
        empty = opened.tr.card_template_rendering_empty_front()
        for card in cards(opened):
            front, back = faces(card)
            assert empty not in front
            assert 'class="sheet back ' in back.replace(front, "")


def test_first_fields_are_unique_in_a_note_type_and_the_prompt_is_sorted_by() -> None:
    """One fact as a choice and as a statement shares a note type."""
    choice = sample("light-first-lit", Form.CHOICE)
    statement = replace(sample("ratified-in-may", Form.TRUE_FALSE), id=choice.id)
    with collection() as opened:
        import_into(opened, built(choice, statement))
        first = [card.note().fields[0] for card in cards(opened)]
        assert first == ["light-first-lit", "light-first-lit (true-false)"]
        assert opened.db is not None
        sorted_by = opened.db.list("select sfld from notes order by sfld")
        assert sorted_by == sorted([choice.stem, statement.stem])


def test_the_checksum_in_the_package_is_the_one_that_anki_computes() -> None:
    package = built(*card_items())
    query = "select guid, csum from notes order by guid"
    with database(package) as written, collection() as opened:
        import_into(opened, package)
        assert opened.db is not None
        assert opened.db.all(query) == [list(row) for row in written.execute(query)]


def test_new_cards_are_due_in_the_order_of_the_items() -> None:
    items = card_items()[::-1]
    with collection() as opened:
        import_into(opened, built(*items))
        due = [
            (card.due, card.note()["Id"].removesuffix(" (true-false)")) for card in cards(opened)
        ]
        assert due == [(at, item.id) for at, item in enumerate(items, start=1)]


def test_the_description_is_markdown_and_the_author_may_write_it() -> None:
    own = replace(DECK, description="Read the *Chronicle* first.")
    with collection() as opened:
        import_into(opened, built(*card_items()))
        deck = opened.decks.by_name(DECK.deck)
        assert deck is not None
        assert deck["md"] is True
        assert "Cards on *The strait*, version 2026.1" in deck["desc"]
    with collection() as opened:
        import_into(opened, built(*card_items(), deck=own))
        deck = opened.decks.by_name(DECK.deck)
        assert deck is not None
        assert deck["desc"] == own.description


def _schedule(opened: Collection) -> dict[str, tuple[object, ...]]:
    """Every card's whole schedule, by question."""
    return {
        card.note().guid: (card.id, card.type, card.queue, card.ivl, card.reps, card.memory_state)
        for card in cards(opened)
        if card.reps
    }


def _review_half(opened: Collection) -> None:
    assert isinstance(opened.sched, Scheduler)
    for at, card in enumerate(cards(opened)[::2]):
        card.start_timer()
        states = opened._backend.get_scheduling_states(card.id)
        rating = CardAnswer.EASY if at % 2 else CardAnswer.GOOD
        opened.sched.answer_card(opened.sched.build_answer(card=card, states=states, rating=rating))


def _reviews(opened: Collection) -> int:
    assert opened.db is not None
    return int(opened.db.scalar("select count() from revlog"))


def test_a_later_release_keeps_every_review_and_makes_no_second_note() -> None:
    items = card_items()
    first = (*items[:2], *items[3:])
    later = (items[4], *items[:3], *items[6:])  # one added, two removed, one moved to the front
    with collection() as opened:
        import_into(opened, built(*first))
        _review_half(opened)
        schedule, reviews = _schedule(opened), _reviews(opened)
        types = {n.name for n in opened.models.all_names_and_ids()}
        log = import_into(opened, built(*later))
        assert len(log.new) == 1
        assert not log.conflicting
        assert len(schedule) == 6
        assert _schedule(opened) == schedule
        assert _reviews(opened) == reviews == 6
        assert opened.note_count() == len(items)
        assert {n.name for n in opened.models.all_names_and_ids()} == types


def test_a_deck_brings_only_the_note_types_that_it_uses() -> None:
    with collection() as opened:
        before = {n.name for n in opened.models.all_names_and_ids()}
        import_into(opened, built(sample("first-keeper", Form.SHORT)))
        after = {n.name for n in opened.models.all_names_and_ids()}
        assert after - before == {"The strait: question"}


@pytest.mark.parametrize("form", [Form.ORDERING, Form.MATCHING, Form.LONG])
def test_what_a_card_cannot_ask_is_refused(form: Form) -> None:
    item = next(item for item in sample_items() if item.form is form)
    with pytest.raises(ValueError, match=f"`{item.id}`: a card cannot ask .* form `{form}`"):
        built(item)


@pytest.mark.parametrize("item", card_items()[:1] + card_items()[5:6], ids=lambda item: item.form)
def test_an_empty_front_is_refused(item: Item) -> None:
    with pytest.raises(ValueError, match="the front of the card would be empty"):
        built(replace(item, stem=" \x1f "))


def test_a_cloze_without_a_gap_is_refused() -> None:
    item = sample("lamp-oil", Form.CLOZE)
    with pytest.raises(ValueError, match="`lamp-oil`: a cloze note needs words in its gap"):
        built(replace(item, response=Gap("They burned ", " \x1f", " there.")))


def test_two_banks_with_the_same_ids_do_not_touch_each_other() -> None:
    """In one collection, whichever is updated."""
    items = card_items()
    other = tuple(replace(item, stem=f"In the other bank: {item.stem}") for item in items)
    record = replace(BANK, bank=Id("the-sound"), title="The sound", tag=Id("sound"))
    setting = replace(SETTING, bank=record, identity=Identity("the-sound"))
    deck = replace(DECK, deck="The sound of Brennick", id=DECK.id + 1)
    with collection() as opened:
        import_into(opened, built(*items))
        _review_half(opened)
        before = {card.note().guid: (faces(card), card.ivl, card.did) for card in cards(opened)}
        later = replace(other[0], why="Corrected.")
        for made, now in ((other, None), ((later, *other[1:]), 1_900_000_000)):
            package = render("sound", deck, made, setting, now=now)["sound.apkg"]
            log = import_into(opened, package)
            assert not log.conflicting
            after = {card.note().guid: (faces(card), card.ivl, card.did) for card in cards(opened)}
            assert before.items() <= after.items()
            assert opened.note_count() == opened.card_count() == 2 * len(items)
        types = {note_type.name.split(":")[0] for note_type in opened.models.all_names_and_ids()}
        assert {"The strait", "The sound"} <= types
