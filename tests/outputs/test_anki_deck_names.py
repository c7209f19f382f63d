"""What Anki makes of the names of decks, and what we say of those that it would change."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from studypress.model.deck_names import alike, imported, nearest
from studypress.project import read_project
from tests.examples import BANK
from tests.outputs.anki_package import DECK, built, card_items, collection, import_into
from tests.written import found, write_bank

NAMES = [
    "plain",
    "two::levels",
    "ends::",
    "::begins",
    "::",
    "between::::levels",
    " outer ::  inner ",
    "a colon: within",
    "colons:::three",
    ":colon before",
    "colon behind:",
    "a\ttab::\x7fcontrol",
    "\N{NO-BREAK SPACE}:\N{IDEOGRAPHIC SPACE}:blanks: :",
    "composed e\u0301",
    'marks "quoted" * _ \\',
]


@pytest.mark.parametrize("name", NAMES)
def test_a_deck_is_called_what_we_say(name: str) -> None:
    with collection() as opened:
        import_into(opened, built(card_items()[0], deck=replace(DECK, deck=name)))
        assert opened.db
        assert opened.decks.name(opened.db.scalar("select did from cards")) == imported(name)
    assert imported(nearest(name)) == (nearest(name) or "blank")


@pytest.mark.parametrize("other", ["Rivers", "RIVERS", " rivers ", "Ri\tvers"])
def test_decks_that_anki_takes_for_one_are_alike(other: str) -> None:
    with collection() as opened:
        for number, name in enumerate(("rivers", other)):
            deck = replace(DECK, deck=name, id=DECK.id + number)
            import_into(opened, built(card_items()[number], deck=deck))
        assert opened.db
        assert len(set(opened.db.list("select did from cards"))) == 1
    assert alike(other) == alike("rivers")


def test_each_name_is_told_once_and_with_the_name_to_write(tmp_path: Path) -> None:
    deck = "deck: 'Example::'\nformat: 1\nid: 1600000001\nforms: [short]\n"
    below = (
        "subdecks:\n- deck: 'Example:: Rivers'\n  id: 1600000002\n- deck: '::'\n  id: 1600000003\n"
    )
    project = read_project(write_bank(tmp_path, {**BANK, "decks/cards.yaml": deck + below}))
    assert found(project) == [
        "Q518 decks/cards.yaml:1:7",
        "Q518 decks/cards.yaml:6:9",
        "Q518 decks/cards.yaml:8:9",
    ]
    helps = [d.help for d in project.diagnostics]
    assert helps == ["write `Example`", "write `Example::Rivers`", "give it a name"]


def test_letters_that_anki_composes_are_no_fault(tmp_path: Path) -> None:
    deck = "deck: Cafe\u0301\nformat: 1\nid: 1600000001\nforms: [short]\n"
    assert found(read_project(write_bank(tmp_path, {**BANK, "decks/cards.yaml": deck}))) == []


def test_two_definitions_of_one_name_share_its_id(tmp_path: Path) -> None:
    deck = "deck: Example\nformat: 1\nid: 1600000001\nforms: [short]\n"
    other = deck.replace("Example", "EXAMPLE")
    files = {**BANK, "decks/a.yaml": deck, "decks/c.yaml": deck}
    assert found(read_project(write_bank(tmp_path, files))) == []
    write_bank(tmp_path, {"decks/b.yaml": other.replace("0001", "0002")})
    assert found(read_project(tmp_path)) == ["Q519 decks/b.yaml:1:7"]
