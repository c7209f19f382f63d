"""Which cards of a deck are shown before they are built."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from studypress.checks.proof import is_proved
from studypress.choose import cards
from studypress.model.definitions import Deck
from studypress.outputs.anki import preview
from studypress.project import Project
from studypress.rendering import setting

_MOST = 24  # cards of a page where none is named: each is shown eight times


def deck_names(project: Project) -> tuple[str, ...]:
    return tuple(n for n, d in project.definitions.items() if isinstance(d, Deck))


def previewed(project: Project, name: str, ids: Sequence[str]) -> bytes:
    """The page of a deck's cards, all those of `ids` or the first few."""
    deck = project.definitions[name]
    assert isinstance(deck, Deck)
    items = cards(project.bank, deck, project.ledger)
    wanted = [i for i in items if i.id in ids] if ids else islice(items, _MOST)
    shown = [preview.Card(i, is_proved(project.bank.questions[i.id], project.bank)) for i in wanted]
    return preview.render(deck.deck, shown, setting(project))
