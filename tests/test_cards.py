"""Which cards a deck has, and in which order."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from studypress.bank import Bank
from studypress.choose import cards
from studypress.items import Options
from studypress.ledger import Ledger
from studypress.model.definitions import Deck
from tests import quizzes
from tests.quizzes import dated, term


def project(root: Path, questions: str, definition: str) -> tuple[Bank, Deck]:
    found = quizzes.project(root, questions, definition)
    assert [d.message for d in found.diagnostics if d.is_error] == []
    deck = found.definitions["d"]
    assert isinstance(deck, Deck)
    return found.bank, deck


def deck_of(root: Path, questions: str, more: str = "") -> list[str]:
    definition = f"deck: D\nformat: 1\nid: 1600000001\nforms: [short, cloze]\n{more}"
    bank, deck = project(root, questions, definition)
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
    assert [(i.id, i.form.value) for i in cards(bank, deck, Ledger())] == [
        ("both", "cloze"),
        ("gap", "cloze"),
    ]
    bank, deck = project(tmp_path, questions, definition + "cards: all\n")
    assert [(i.id, i.form.value) for i in cards(bank, deck, Ledger())] == [
        ("both", "cloze"), ("both", "short"), ("gap", "cloze"),
    ]  # fmt: skip


def test_filters_narrow_a_deck(tmp_path: Path) -> None:
    questions = term("a", "  importance: core\n  tags: [law]\n") + term("b") + dated("c", 1901)
    assert deck_of(tmp_path, questions, "from:\n  kind: [term]\n  importance: [core]\n") == ["a"]
    assert deck_of(tmp_path, questions, "from:\n  tag: [law]\n") == ["a"]
    assert deck_of(tmp_path, questions, "from:\n  tag: [the-topic]\n") == ["a", "c", "b"]
    assert deck_of(tmp_path, questions, "from:\n  ids: [$b, $c]\n") == ["c", "b"]


def test_options_of_a_card_are_shuffled_by_id_and_place_alone(tmp_path: Path) -> None:
    definition = "deck: D\nformat: 1\nid: 1600000001\nforms: [choice]\n"

    def options(root: Path, questions: str) -> dict[str, tuple[int, list[str]]]:
        bank, deck = project(root, questions, definition)
        shown = {i.id: i.response for i in cards(bank, deck, Ledger())}
        return {
            name: (r.key, [o.text for o in r.options])
            for name, r in shown.items()
            if isinstance(r, Options)
        }

    plain = "".join(term(f"t{n}") for n in range(40))
    before = options(tmp_path / "a", plain)
    counts = Counter(key for key, _ in before.values())
    assert set(counts) == {0, 1, 2, 3}
    after = options(tmp_path / "b", plain.replace("distractor t7 1\n", "corrected\n"))
    assert {n for n in before if before[n] != after[n]} == {"t7"}
    assert after["t7"][0] == before["t7"][0]
    expected = [t.replace("distractor t7 1", "corrected") for t in before["t7"][1]]
    assert after["t7"][1] == expected
