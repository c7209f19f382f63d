"""A public deck moves to studypress, and its students lose nothing.

They have the old deck and reviewed it in the real Anki; then they import what studypress builds,
with the options of the dialog.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection

from studypress.paths import LEDGER_FILE
from tests.adopt.decks import state, student
from tests.adopt.moved import LATER, adopted, built, edit, released
from tests.outputs.anki_package import cards, collection, faces, import_into


def test_nothing_changes_for_those_who_have_the_deck(package: bytes, tmp_path: Path) -> None:
    root = adopted(package, tmp_path)
    with student(package) as opened:
        before = state(opened)
        for update in (built(root), released(root)[1]):
            log = import_into(opened, update)
            assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
            assert state(opened) == before


def test_whoever_imports_it_first_gets_what_the_old_package_gave(
    package: bytes, tmp_path: Path
) -> None:
    root = adopted(package, tmp_path)
    with collection() as old, collection() as new:
        import_into(old, package)
        import_into(new, built(root))
        before, after = state(old), state(new)
        for what in ("notes", "reviews", "descriptions", "media"):
            assert after[what] == before[what], what
        assert _without_time(after["note types"]) == _without_time(before["note types"])
        assert _by_deck(new) == _by_deck(old)


def _without_time(note_types: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Anki renames a type whose name is taken, and stamps it with the time of that."""
    return [{**note_type, "mod": 0} for note_type in note_types]


def _by_deck(opened: Collection) -> dict[str, list[tuple[str, str]]]:
    """The faces of all cards in the order in which a student meets them."""
    met: dict[str, list[tuple[str, str]]] = {}
    for card in cards(opened):
        met.setdefault(opened.decks.name(card.did), []).append(faces(card))
    return met


def test_both_formats_of_anki_make_the_same_bank(
    packages: dict[str, bytes], tmp_path: Path
) -> None:
    banks = []
    for name in ("legacy", "current"):
        (tmp_path / name).mkdir()
        root = adopted(packages[name], tmp_path / name)
        files = (path for path in root.rglob("*") if path.is_file())
        banks.append({path.relative_to(root): path.read_bytes() for path in files})
    assert banks[0] == banks[1]


def test_a_correction_reaches_exactly_its_note(package: bytes, tmp_path: Path) -> None:
    root = adopted(package, tmp_path)
    edit(
        root, lambda text: text.replace("Paris", "Paris & <Lutetia>").replace("gold?", "gold, Au?")
    )
    with student(package) as opened:
        before = state(opened)
        notes, update = released(root)
        assert "0 added, 1 changed, 0 retired" in notes
        log = import_into(opened, update)
        assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 1, 0)
        after = state(opened)
        changed = [(a, b) for a, b in zip(before["notes"], after["notes"], strict=True) if a != b]
        assert len(changed) == 1
        assert any(t in changed[0][1][5] for t in ("Paris &amp; &lt;Lutetia&gt;", "gold, Au?"))
        assert {**after, "notes": 0} == {**before, "notes": 0}
        assert len(import_into(opened, released(root, LATER + 9)[1]).updated) == 0


def fields_of(opened: Collection, search: str) -> list[str]:
    (note_id,) = opened.find_notes(search)
    return list(opened.get_note(note_id).fields)


CORRECTIONS = {
    "a gap keeps its number and hint": (
        "{Nile}: {Cairo} & sea",
        "{The Nile}: {Cairo} and the sea",
        "Nile",
        ["{{c1::The Nile}}: {{c2::Cairo::city}} and the sea", ""],
    ),
    "gaps that are typed as Anki writes them": (
        "{{c2::flows}} north",
        "{{c2::flows}} NORTH",
        "Rhine",
        ["The {{c1::Rhine {{c2::flows}} NORTH}}.", ""],
    ),
    "a sound stays a sound": (
        "Spain (sound",
        "Hispania (sound",
        "Hispania",
        ["Hispania [sound:hymn.mp3]", "<div>Madrid</div><div>on the <i>Manzanares</i></div>"],
    ),
    "lines stay lines": (
        "on the Manzanares",
        "on the river",
        "Spain",
        ["Spain [sound:hymn.mp3]", "Madrid<br>on the river"],
    ),
    "another field": ("2,850 km", "2,850 km long", "Danube", None),
    "a field that is emptied": ("  fields:\n  - Back Extra: 2,850 km\n", "", "Danube", None),
}


@pytest.mark.parametrize("name", CORRECTIONS)
def test_what_is_corrected_in_yaml_is_what_students_get(
    name: str, geography_root: Path, old: Collection
) -> None:
    text, correction, search, expected = CORRECTIONS[name]
    edit(geography_root, lambda yaml: yaml.replace(text, correction))
    before = state(old)
    log = import_into(old, released(geography_root)[1])
    assert (len(log.new), len(log.updated)) == (0, 1)
    after = state(old)
    assert after["cards"] == before["cards"]
    assert after["media"] == before["media"]
    assert fields_of(old, search) == expected or expected is None


def test_a_field_that_is_filled_makes_the_cards_that_it_makes_in_anki(
    geography_root: Path, old: Collection
) -> None:
    """Two of the three templates ask for a capital."""
    flags = geography_root / "questions" / "geography-flags.yaml"
    text = flags.read_text(encoding="utf-8")
    assert text.count("answer: Atlantic") == 1
    filled = text.replace("answer: Atlantic\n", "answer: Atlantic\n  fields:\n  - Capital: Horta\n")
    flags.write_text(filled, encoding="utf-8")
    before = state(old)["cards"]
    log = import_into(old, released(geography_root)[1])
    assert (len(log.new), len(log.updated)) == (0, 1)
    after = state(old)["cards"]
    assert [c for c in after if c in before] == before
    assert len(after) == len(before) + 2
    assert old.get_empty_cards().report == ""
    assert len(old.find_cards("deck:Geography::Flags Place:Atlantic")) == 3


def test_a_retired_note_is_tagged_for_those_who_have_it_and_new_to_nobody(
    geography_root: Path, old: Collection
) -> None:
    edit(
        geography_root,
        lambda yaml: yaml.replace("answer: Paris\n", "answer: Paris\n  retired:\n  - reason: R\n"),
    )
    before = state(old)
    notes, update = released(geography_root)
    assert "1 retired" in notes
    assert "(search for tag:*::retired, and delete them):\n\n- capital-of-france" in notes
    log = import_into(old, update)
    assert (len(log.new), len(log.updated)) == (0, 1)
    assert state(old)["cards"] == before["cards"]
    assert fields_of(old, "tag:geography::retired tag:geo::europe")[1] == "Paris"
    with collection() as fresh:
        import_into(fresh, update)
        assert fresh.find_cards("tag:geography::retired") == []
    edit(geography_root, lambda yaml: yaml.replace("  retired:\n  - reason: R\n", ""))
    import_into(old, released(geography_root, LATER + 9)[1])
    assert [r[5] for r in state(old)["notes"]] == [r[5] for r in before["notes"]]
    assert old.find_notes("tag:geography::retired") == []


NEW = """
- id: capital-of-italy
  kind: place
  ask: What is the capital of Italy?
  answer: Rome
  cite:
  - An atlas
"""


def test_a_new_question_comes_as_a_card_of_studypress_into_the_deck_of_its_file(
    geography_root: Path, old: Collection
) -> None:
    capitals = geography_root / "questions" / "geography-capitals.yaml"
    capitals.write_text(capitals.read_text(encoding="utf-8") + NEW, encoding="utf-8")
    before = state(old)
    log = import_into(old, released(geography_root)[1])
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (1, 0, 0)
    after = state(old)
    assert [n for n in after["notes"] if n in before["notes"]] == before["notes"]
    assert [c for c in after["cards"] if c in before["cards"]] == before["cards"]
    (card_id,) = old.find_cards("Rome")
    card = old.get_card(card_id)
    assert old.decks.name(card.did) == "Geography::Capitals"
    assert card.note_type()["name"] == "Geography: question"
    assert after["decks"] == before["decks"]


def test_tags_of_the_author_join_those_that_the_note_had(
    geography_root: Path, old: Collection
) -> None:
    edit(
        geography_root,
        lambda yaml: yaml.replace("answer: Paris\n", "answer: Paris\n  tags:\n  - checked\n"),
    )
    import_into(old, released(geography_root)[1])
    (note_id,) = old.find_notes("Paris")
    assert old.get_note(note_id).tags == ["geo::europe", "geography::checked"]


def test_a_template_that_is_changed_in_the_ledger_arrives(
    geography_root: Path, old: Collection
) -> None:
    ledger = geography_root / LEDGER_FILE
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text.replace("{{FrontSide}} {{Capital}}", "{{Capital}}!"), encoding="utf-8")
    before = state(old)
    log = import_into(old, released(geography_root)[1])
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
    after = state(old)
    assert (after["notes"], after["cards"]) == (before["notes"], before["cards"])
    backs = [faces(old.get_card(c))[1] for c in old.find_cards("Capital:Tirana card:1")]
    assert backs == ["Tirana!"]


def test_what_students_changed_themselves_stays(geography_root: Path, old: Collection) -> None:
    (note_id,) = old.find_notes("Paris")
    note = old.get_note(note_id)
    note["Back"] = "Paris, my own words"
    note.tags.append("mine")
    old.update_note(note)
    before = state(old)
    edit(geography_root, lambda yaml: yaml.replace("2,850 km", "2,857 km"))
    import_into(old, released(geography_root)[1])
    after = state(old)
    mine = [n for n in after["notes"] if "my own words" in n[5]]
    assert mine == [n for n in before["notes"] if "my own words" in n[5]] != []
