"""The cards of a deck, in the order in which a student meets them."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from studypress.bank import Bank
from studypress.filters import passes, topic_tag
from studypress.forms import make_item
from studypress.forms.adopted import kept
from studypress.items import Item, Options, Response
from studypress.ledger import Ledger
from studypress.model import kinds
from studypress.model.definitions import Cards, Deck, Order
from studypress.model.question import Question
from studypress.model.words import Form
from studypress.seeds import rank

CARD_FORMS = frozenset({Form.SHORT, Form.CHOICE, Form.CLOZE, Form.TRUE_FALSE})


def cards(bank: Bank, deck: Deck, ledger: Ledger) -> tuple[Item, ...]:
    """The deck's items in the order in which a student meets them, then what was published and
    is retired."""
    chosen = [q for q in bank.questions.values() if passes(q, deck.from_, bank)]
    asked = {str(q.id): _card_forms(q, deck, ledger) for q in chosen}
    ordered = in_sequence([q for q in chosen if asked[str(q.id)]], deck.sequence, bank)
    live = [(q, form) for q in ordered for form in asked[str(q.id)]]
    gone = [(q, form) for q in chosen for form in _retired_forms(q, deck, ledger)]
    return tuple(_card(q, form, deck, bank, ledger) for q, form in (*live, *gone))


def _card_forms(question: Question, deck: Deck, ledger: Ledger) -> Sequence[Form]:
    """With one card a fact, the form that was published, or else the first that the question has.

    A published form stays until it is retired, whatever forms are added.
    """
    forms = [f for f in deck.forms if f in question.forms and f in CARD_FORMS]
    if deck.cards is Cards.ALL:
        return forms
    published = ledger.forms.get(str(question.id), frozenset())
    return ([f for f in forms if f in published] or forms)[:1]


def _retired_forms(question: Question, deck: Deck, ledger: Ledger) -> Iterator[Form]:
    """The forms that students may have and are to be told of."""
    published = ledger.forms.get(str(question.id), frozenset())
    for form in deck.forms:
        if form in published and form in question.written_forms and question.retirement(form):
            yield form


def makes_cards(bank: Bank, deck: Deck) -> bool:
    """Whether any question makes a card of this deck."""
    return any(
        passes(q, deck.from_, bank) and _card_forms(q, deck, Ledger())
        for q in bank.questions.values()
    )


def _card(question: Question, form: Form, deck: Deck, bank: Bank, ledger: Ledger) -> Item:
    """The item; the tags of an adopted note are its own, and no topic joins them."""
    item = make_item(question, form, bank)
    subdeck = next((s.deck for s in deck.subdecks if passes(question, s.from_, bank)), None)
    note = ledger.adopted.notes.get((item.id, form))
    if note:
        return item._replace(subdeck=subdeck, kept=kept(note, question, bank))
    return item._replace(
        subdeck=subdeck,
        tags=(f"topic::{topic_tag(item.id, bank)}", *item.tags),
        response=_in_card_order(item),
    )


def _in_card_order(item: Item) -> Response:
    """Options in an order that follows from the id and their places in the question alone, so
    that a corrected one moves no other."""
    options = item.response
    if not isinstance(options, Options) or options.ordered:
        return options
    places = sorted(range(len(options.options)), key=lambda p: rank("card", item.id, p))
    shown = tuple(options.options[p] for p in places)
    return Options(shown, places.index(options.key), ordered=False)


def in_sequence(
    questions: Sequence[Question], sequence: Sequence[Order], bank: Bank
) -> list[Question]:
    """Questions in order. With `after`, none stands before one that it comes after.

    What a core question needs first is met as early as if it were core itself.
    """
    keys = {str(q.id): _sort_key(q, sequence, bank) for q in questions}
    if Order.AFTER not in sequence:
        return sorted(questions, key=lambda q: keys[str(q.id)])
    needs = {str(q.id): [r.id for r in q.after if r.id in keys] for q in questions}
    urgent = _as_urgent_as_what_follows(keys, needs)
    return [bank.questions[name] for name in _topological(urgent, needs)]


Key = tuple[tuple[date, date] | int, ...]


def _sort_key(question: Question, sequence: Sequence[Order], bank: Bank) -> Key:
    by: Mapping[Order, tuple[date, date] | int] = {
        Order.IMPORTANCE: question.importance.rank,
        Order.TIME: _time(question, bank),
    }
    return (*(by[o] for o in sequence if o in by), bank.positions[str(question.id)])


def _time(question: Question, bank: Bank) -> tuple[date, date]:
    """When a fact was; what has no time comes last."""
    known, when = question.known, question.when
    if isinstance(known, kinds.Date):
        return known.answer.sort_key()
    if when and when.date:
        return when.date.sort_key()
    event = bank.question(when.reference) if when and when.reference else None
    if event and isinstance(event.known, kinds.Date):
        return event.known.answer.sort_key()
    return (date.max, date.max)


def _as_urgent_as_what_follows(
    keys: Mapping[str, Key], needs: Mapping[str, list[str]]
) -> dict[str, Key]:
    urgent = dict(keys)
    for name in sorted(keys, key=keys.__getitem__):
        waiting = list(needs[name])
        while waiting:
            needed = waiting.pop()
            if urgent[needed] > urgent[name]:
                urgent[needed] = (*urgent[name][:-1], -1, *keys[needed])
                waiting.extend(needs[needed])
    return urgent


def _topological(keys: Mapping[str, Key], needs: Mapping[str, list[str]]) -> Iterator[str]:
    missing = {name: len(before) for name, before in needs.items()}
    follow: dict[str, list[str]] = {name: [] for name in keys}
    for name, before in needs.items():
        for needed in before:
            follow[needed].append(name)
    ready = [(keys[name], name) for name, count in missing.items() if not count]
    heapq.heapify(ready)
    while ready:
        _, name = heapq.heappop(ready)
        yield name
        for next_ in follow[name]:
            missing[next_] -= 1
            if not missing[next_]:
                heapq.heappush(ready, (keys[next_], next_))
