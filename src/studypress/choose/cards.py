"""The cards of a deck, in the order in which a student meets them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from studypress.bank import Bank
from studypress.choose.sequence import in_sequence
from studypress.filters import passes, passing
from studypress.forms import make_item
from studypress.forms.adopted import adoption
from studypress.items import Item, Options
from studypress.ledger import Ledger
from studypress.model.definitions import Cards, Deck
from studypress.model.question import Question
from studypress.model.words import Form
from studypress.seeds import rank

CARD_FORMS = frozenset({Form.SHORT, Form.CHOICE, Form.CLOZE, Form.TRUE_FALSE})


def cards(bank: Bank, deck: Deck, ledger: Ledger) -> Iterator[Item]:
    """The deck's items in the order in which a student meets them, then what was published and
    is retired. Each is made when its turn comes: of a large deck they would fill the memory."""
    chosen = list(passing(bank.questions.values(), deck.from_, bank))
    asked = [question for question in chosen if _card_forms(question, deck, ledger)]
    forms = [_card_forms(question, deck, ledger) for question in asked]
    for at in in_sequence(asked, deck.sequence, bank):
        for form in forms[at]:
            yield _card(asked[at], form, deck, bank, ledger)
    for question in chosen if ledger.notes else ():
        for form in _retired_forms(question, deck, ledger):
            yield _card(question, form, deck, bank, ledger)


def _card_forms(question: Question, deck: Deck, ledger: Ledger) -> tuple[Form, ...]:
    """With one card a fact, the form that was published, or else the first that the question has.

    A published form stays until it is retired, whatever forms are added.
    """
    forms = _in_deck(question.forms, deck.forms)
    if deck.cards is Cards.ALL or len(forms) < 2:
        return forms
    published = ledger.forms.get(question.id.text, frozenset())
    return tuple([f for f in forms if f in published] or forms)[:1]


@lru_cache(maxsize=256)  # there are few combinations, and one tuple serves all that have it
def _in_deck(asked: tuple[Form, ...], wanted: tuple[Form, ...]) -> tuple[Form, ...]:
    return tuple(f for f in wanted if f in asked and f in CARD_FORMS)


def _retired_forms(question: Question, deck: Deck, ledger: Ledger) -> Iterator[Form]:
    """The forms that students may have and are to be told of."""
    published = ledger.forms.get(question.id.text, frozenset())
    for form in deck.forms:
        if form in published and form in question.written_forms and question.retirement(form):
            yield form


def makes_cards(bank: Bank, deck: Deck) -> bool:
    """Whether any question makes a card of this deck."""
    questions = passing(bank.questions.values(), deck.from_, bank)
    return any(_card_forms(question, deck, Ledger()) for question in questions)


def _card(question: Question, form: Form, deck: Deck, bank: Bank, ledger: Ledger) -> Item:
    item = make_item(question, form, bank)
    if deck.subdecks:
        item = replace(item, subdeck=_subdeck(question, deck, bank))
    note = ledger.adopted.notes.get((item.id, form))
    if note:
        return replace(item, adoption=adoption(note, question, bank))
    return _in_card_order(item)


def _subdeck(question: Question, deck: Deck, bank: Bank) -> str | None:
    return next((s.deck for s in deck.subdecks if passes(question, s.from_, bank)), None)


def _in_card_order(item: Item) -> Item:
    """Options in an order that follows from the id and their places in the question alone, so
    that a corrected one moves no other."""
    options = item.response
    if not isinstance(options, Options) or options.ordered:
        return item
    places = sorted(range(len(options.options)), key=lambda p: rank("card", item.id, p))
    shown = tuple(options.options[p] for p in places)
    return replace(item, response=Options(shown, places.index(options.key), ordered=False))
