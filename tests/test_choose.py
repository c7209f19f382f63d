"""Which questions a deck and a paper take, and in which order."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypress.arrange import papers
from studypress.bank import Bank
from studypress.build import read_project
from studypress.choose import Shortage, cards, draw
from studypress.filters import facts_of
from studypress.items import Events, Options, Pairing
from studypress.ledger import Ledger
from studypress.model.definitions import Deck, Quiz
from studypress.paper import Paper
from tests.banks import write_bank

RECORD = "format: 1\nbank: b\ntitle: B\nversion: 1\nlanguage: en\ntag: b\n"


def term(name: str, extra: str = "", wrong: int = 3) -> str:
    options = "".join(f"  - distractor {name} {n}\n" for n in range(wrong))
    return (
        f"- id: {name}\n  kind: term\n  ask: What is the term for {name}, in one word?\n"
        f"  answer: answer {name}\n  wrong:\n{options}{extra}  cite:\n  - A history, 1\n"
    )


def dated(name: str, year: int, extra: str = "") -> str:
    return (
        f"- id: {name}\n  kind: date\n  event: Event {name}\n  ask: When was the event {name}?\n"
        f"  answer: {year}\n{extra}  cite:\n  - A history, 1\n"
    )


def project(root: Path, questions: str, definition: str) -> tuple[Bank, Deck | Quiz]:
    files = {
        "questions/bank.yaml": RECORD,
        "questions/q.yaml": f"format: 1\ntopic: The topic\nquestions:\n{questions}",
        "decks/d.yaml": definition,
    }
    read = read_project(write_bank(root, files))
    assert [d.message for d in read.diagnostics if d.is_error] == []
    return read.bank, read.definitions["d"]


def deck_of(root: Path, questions: str, more: str = "") -> list[str]:
    definition = f"deck: D\nformat: 1\nid: 1600000001\nforms: [short, cloze]\n{more}"
    bank, deck = project(root, questions, definition)
    assert isinstance(deck, Deck)
    return [item.id for item in cards(bank, deck, Ledger())]


def test_core_comes_first_then_time_then_the_order_of_the_file(tmp_path: Path) -> None:
    questions = (
        dated("late", 1903)
        + term("plain")
        + dated("core-late", 1902, "  importance: core\n")
        + dated("early", 1901)
        + term("core-plain", "  importance: core\n")
        + dated("detail", 1900, "  importance: detail\n")
    )
    assert deck_of(tmp_path, questions) == [
        "core-late", "core-plain", "early", "late", "plain", "detail",
    ]  # fmt: skip


def test_what_a_core_fact_needs_comes_right_before_it(tmp_path: Path) -> None:
    questions = (
        dated("a-core", 1901, "  importance: core\n")
        + dated("b-core", 1902, "  importance: core\n  after: [$needed]\n")
        + dated("c-core", 1903, "  importance: core\n")
        + dated("needed", 1910, "  importance: detail\n")
    )
    assert deck_of(tmp_path, questions) == ["a-core", "needed", "b-core", "c-core"]


def test_a_fact_makes_one_card_by_the_first_form_that_it_has(tmp_path: Path) -> None:
    questions = (
        "- id: both\n  kind: fact\n  ask: What did the envoy want?\n  answer: peace\n"
        "  cloze: The envoy wanted nothing but {peace}.\n  cite:\n  - A history, 1\n"
        "- id: gap\n  kind: fact\n  cloze: The general wanted nothing but {war}.\n"
        "  cite:\n  - A history, 1\n"
        "- id: neither\n  kind: fact\n  statement: It was so.\n  statement-is: true\n"
        "  cite:\n  - A history, 1\n"
    )
    definition = "deck: D\nformat: 1\nid: 1600000001\nforms: [cloze, short]\n"
    bank, deck = project(tmp_path, questions, definition)
    assert isinstance(deck, Deck)
    assert [(i.id, i.form.value) for i in cards(bank, deck, Ledger())] == [
        ("both", "cloze"),
        ("gap", "cloze"),
    ]
    bank, deck = project(tmp_path, questions, definition + "cards: all\n")
    assert isinstance(deck, Deck)
    assert [(i.id, i.form.value) for i in cards(bank, deck, Ledger())] == [
        ("both", "cloze"), ("both", "short"), ("gap", "cloze"),
    ]  # fmt: skip


def test_filters_narrow_a_deck(tmp_path: Path) -> None:
    questions = term("a", "  importance: core\n  tags: [law]\n") + term("b") + dated("c", 1901)
    assert deck_of(tmp_path, questions, "from:\n  kind: [term]\n  importance: [core]\n") == ["a"]
    assert deck_of(tmp_path, questions, "from:\n  tag: [law]\n") == ["a"]
    assert deck_of(tmp_path, questions, "from:\n  tag: [the-topic]\n") == ["a", "c", "b"]
    assert deck_of(tmp_path, questions, "from:\n  ids: [$b, $c]\n") == ["c", "b"]


QUIZ = """\
quiz: Test
format: 1
minutes: 10
seed: {seed}
versions: [A, B]
sections:
- title: One
  form: choice
  count: {count}
- title: Two
  form: short
  count: 3
"""


def quiz_of(root: Path, terms: list[str], seed: int = 1, count: int = 10) -> tuple[Bank, Quiz]:
    definition = QUIZ.format(seed=seed, count=count)
    bank, quiz = project(root, "".join(map(term, terms)), definition)
    assert isinstance(quiz, Quiz)
    return bank, quiz


def drawn_ids(bank: Bank, quiz: Quiz) -> list[list[str]]:
    drawn = draw(bank, quiz)
    assert not isinstance(drawn, Shortage)
    return [[str(q.id) for q in section] for section in drawn]


def names(number: int) -> list[str]:
    return [f"t{n}" for n in range(number)]


def test_no_fact_is_asked_twice_and_sections_are_full(tmp_path: Path) -> None:
    first, second = drawn_ids(*quiz_of(tmp_path, names(20)))
    assert (len(first), len(second)) == (10, 3)
    assert len(set(first + second)) == 13


def test_another_seed_draws_another_paper(tmp_path: Path) -> None:
    one = drawn_ids(*quiz_of(tmp_path, names(20), seed=1))
    assert one == drawn_ids(*quiz_of(tmp_path, names(20), seed=1))
    assert one != drawn_ids(*quiz_of(tmp_path, names(20), seed=2))


def test_an_added_question_displaces_at_most_one_a_section(tmp_path: Path) -> None:
    before = drawn_ids(*quiz_of(tmp_path, names(20)))
    for added in ("new-a", "new-b", "new-c", "new-d"):
        after = drawn_ids(*quiz_of(tmp_path, [*names(20), added]))
        lost = {*chain(*before)} - {*chain(*after)}
        assert len(lost) <= 2


def test_what_cannot_be_filled_says_how_many_there_are(tmp_path: Path) -> None:
    files = {
        "questions/bank.yaml": RECORD,
        "questions/q.yaml": "format: 1\ntopic: T\nquestions:\n" + "".join(map(term, names(5))),
        "decks/d.yaml": QUIZ.format(seed=1, count=6),
    }
    found = read_project(write_bank(tmp_path, files)).diagnostics
    assert [(d.code.id, d.message) for d in found] == [
        ("Q502", "“One” wants 6 choice questions; it has 5")
    ]


def test_least_and_greatest_numbers_are_kept(tmp_path: Path) -> None:
    questions = "".join(map(term, names(20))) + "".join(dated(f"d{n}", 1900 + n) for n in range(20))
    definition = (
        "quiz: T\nformat: 1\nminutes: 9\nsections:\n- title: One\n  form: short\n  count: 10\n"
        "  at-least:\n  - kind: date\n    count: 4\n  at-most:\n  - kind: date\n    count: 4\n"
        "must: [$t7]\nmust-not: [$d1]\n"
    )
    bank, quiz = project(tmp_path, questions, definition)
    assert isinstance(quiz, Quiz)
    (ids,) = drawn_ids(bank, quiz)
    assert Counter(i[0] for i in ids) == {"d": 4, "t": 6}
    assert "t7" in ids
    assert "d1" not in ids


def all_papers(bank: Bank, quiz: Quiz) -> tuple[Paper, ...]:
    drawn = draw(bank, quiz)
    assert not isinstance(drawn, Shortage)
    return papers("d", quiz, drawn, bank)


def test_versions_ask_the_same_in_the_same_order_with_other_keys(tmp_path: Path) -> None:
    a, b = all_papers(*quiz_of(tmp_path, names(40), count=30))
    assert [e.item.id for e in a.entries] == [e.item.id for e in b.entries]
    assert [e.item.response for e in a.entries] != [e.item.response for e in b.entries]
    assert a.code != b.code


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(1, 10**6))
def test_keys_are_balanced_and_never_run_over_three(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("quiz")
    for paper in all_papers(*quiz_of(root, names(40), seed=seed, count=32)):
        keys = [e.item.response.key for e in paper.entries if isinstance(e.item.response, Options)]
        counts = Counter(keys)
        assert max(counts.values()) - min(counts[p] for p in range(4)) <= 2
        assert all(len(set(keys[i : i + 4])) > 1 for i in range(len(keys) - 3))


def test_ordering_and_matching_are_never_shown_in_the_order_of_their_key(tmp_path: Path) -> None:
    questions = (
        "".join(dated(f"d{n}", 1900 + n) for n in range(5))
        + "- id: o\n  order: [$d0, $d1, $d2, $d3, $d4]\n"
        + "".join(map(term, names(4)))
        + "- id: m\n  match: answer\n  of: [$t0, $t1, $t2]\n  spare: $t3\n"
    )
    definition = (
        "quiz: T\nformat: 1\nminutes: 9\nversions: [A, B, C, D]\nsections:\n"
        "- title: O\n  form: ordering\n  count: 1\n- title: M\n  form: matching\n  count: 1\n"
    )
    bank, quiz = project(tmp_path, questions, definition)
    assert isinstance(quiz, Quiz)
    for paper in all_papers(bank, quiz):
        ordering, matching = (e.item.response for e in paper.entries)
        assert isinstance(ordering, Events)
        ranks = [e.rank for e in ordering.events]
        assert ranks != sorted(ranks)
        assert isinstance(matching, Pairing)
        answers = {p: matching.pool[k] for p, k in zip(matching.prompts, matching.key, strict=True)}
        assert answers == {
            f"What is the term for t{n}, in one word?": f"answer t{n}" for n in range(3)
        }


def test_a_derived_question_shares_no_fact_with_another(tmp_path: Path) -> None:
    questions = (
        "".join(dated(f"d{n}", 1900 + n) for n in range(6)) + "- id: o\n  order: [$d0, $d1, $d2]\n"
    )
    definition = (
        "quiz: T\nformat: 1\nminutes: 9\nsections:\n- title: S\n  form: short\n  count: 3\n"
        "- title: O\n  form: ordering\n  count: 1\n"
    )
    bank, quiz = project(tmp_path, questions, definition)
    assert isinstance(quiz, Quiz)
    drawn = draw(bank, quiz)
    assert not isinstance(drawn, Shortage)
    facts = [f for section in drawn for q in section for f in facts_of(q)]
    assert len(facts) == len(set(facts))


def test_options_of_a_card_are_shuffled_by_id_and_place_alone(tmp_path: Path) -> None:
    definition = "deck: D\nformat: 1\nid: 1600000001\nforms: [choice]\n"

    def options(root: Path, questions: str) -> dict[str, tuple[int, list[str]]]:
        bank, deck = project(root, questions, definition)
        assert isinstance(deck, Deck)
        shown = {i.id: i.response for i in cards(bank, deck, Ledger())}
        return {
            name: (r.key, [o.text for o in r.options])
            for name, r in shown.items()
            if isinstance(r, Options)
        }

    plain = "".join(map(term, names(40)))
    before = options(tmp_path / "a", plain)
    counts = Counter(key for key, _ in before.values())
    assert set(counts) == {0, 1, 2, 3}
    after = options(tmp_path / "b", plain.replace("distractor t7 1\n", "corrected\n"))
    assert {n for n in before if before[n] != after[n]} == {"t7"}
    assert after["t7"][0] == before["t7"][0]
    expected = [t.replace("distractor t7 1", "corrected") for t in before["t7"][1]]
    assert after["t7"][1] == expected
