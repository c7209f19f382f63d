"""Releases as a maintainer makes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from studypress.checks.references import uses
from studypress.choose import CARD_FORMS
from studypress.forms import make_item
from studypress.ledger import parse_ledger
from studypress.outputs.anki import content
from studypress.paths import LEDGER_FILE
from studypress.project import read_project
from studypress.rendering import setting
from tests.running import FILES, contents, studypress
from tests.written import QUESTION, write_bank

ROOT = Path(__file__).parents[1]
FIRST, SECOND = "1760000000", "1770000000"
VENUES = """\
- id: talks
  kind: place
  ask: Where did the talks take place?
  answer: in the customs house
  wrong: [$supper, $service]
  cite:
  - A history, chapter 1
- id: supper
  kind: place
  event: The envoys dine
  ask: Where did the envoys dine?
  answer: in the mill
  cite:
  - A history, chapter 2
- id: service
  kind: place
  event: The envoys pray
  ask: Where did the envoys pray?
  answer: in the chapel
  cite:
  - A history, chapter 3
"""
PRACTICE = "deck: Practice\nformat: 1\nid: 1700000009\nforms: [choice]\n"
TEXT = "format: 1\ntopic: T\nquestions:\n"


def bank(root: Path, extra: str = QUESTION) -> Path:
    return write_bank(root, {**FILES, "questions/extra.yaml": TEXT + extra})


def test_a_release_stamps_and_writes_ledger_packages_and_notes(tmp_path: Path) -> None:
    root = bank(tmp_path)
    done = studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    assert done.returncode == 0
    assert "10 notes: 10 added, 0 changed, 0 retired, 0 unchanged, 0 ids lost." in done.stdout
    assert (root / "build" / "release-notes.md").read_text(encoding="utf-8") in done.stdout
    ledger = parse_ledger((root / LEDGER_FILE).read_text(encoding="utf-8"))
    assert ledger.dump() == (root / LEDGER_FILE).read_text(encoding="utf-8")
    assert ledger.time == int(FIRST)
    assert {n.mod for n in ledger.notes.values()} == {int(FIRST)}


def test_building_what_was_released_gives_the_released_bytes(tmp_path: Path) -> None:
    root = bank(tmp_path)
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    released = contents(root / "build" / "cards")
    assert studypress("build", "--locked", "--root", root).returncode == 0
    assert contents(root / "build" / "cards") == released


def test_release_notes_say_what_changed_and_what_of_it(tmp_path: Path) -> None:
    root = bank(tmp_path)
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    bank(root, QUESTION.replace("  cite", "  why: It was urgent.\n  cite"))
    behind = studypress("build", "--locked", "--root", root)
    assert behind.returncode == 1
    assert "notes.lock is behind" in behind.stderr
    done = studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    assert "0 added, 1 changed, 0 retired, 9 unchanged, 0 ids lost." in done.stdout
    assert "- proposal (short): Why" in done.stdout
    ledger = parse_ledger((root / LEDGER_FILE).read_text(encoding="utf-8"))
    assert sorted(n.mod for n in ledger.notes.values()) == [int(FIRST)] * 9 + [int(SECOND)]


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    root = bank(tmp_path)
    dry = studypress("release", "--dry-run", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    assert not (root / "build").exists()
    assert not (root / LEDGER_FILE).exists()
    wet = studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    assert wet.stdout.endswith(dry.stdout)


def test_a_released_question_cannot_go_silently(tmp_path: Path) -> None:
    root = bank(tmp_path)
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    (root / "questions" / "extra.yaml").unlink()
    done = studypress("check", "--root", root)
    assert done.returncode == 1
    assert "error[Q308]" in done.stdout
    bank(root, QUESTION.replace("  cite", "  retired:\n  - reason: it was wrong\n  cite"))
    retired = studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    assert "1 retired, 9 unchanged" in retired.stdout
    bank(root)
    back = studypress("release", "--root", root, SOURCE_DATE_EPOCH=str(int(SECOND) + 1))
    assert "0 added, 1 changed, 0 retired" in back.stdout


def test_a_published_form_stays_whatever_forms_are_added(tmp_path: Path) -> None:
    gap = "  cloze: On the first day the envoy proposed a {cease-fire}.\n  cite"
    only_gap = QUESTION.replace("kind: term", "kind: fact").replace(
        "  ask: What did the envoy propose?\n  answer: a cease-fire\n", ""
    )
    root = bank(tmp_path, only_gap.replace("  cite", gap))
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    bank(root, QUESTION.replace("kind: term", "kind: fact").replace("  cite", gap))
    done = studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    assert "0 added, 0 changed, 0 retired, 10 unchanged" in done.stdout


def test_a_clock_that_stands_still_does_not_turn_time_back(tmp_path: Path) -> None:
    root = bank(tmp_path)
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    bank(root, QUESTION.replace("  cite", "  why: It was urgent.\n  cite"))
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    ledger = parse_ledger((root / LEDGER_FILE).read_text(encoding="utf-8"))
    assert ledger.time == int(SECOND) + 1


@pytest.mark.parametrize("time", ["999999999999999", "99999999999", "-5", "tomorrow"])
def test_a_time_far_off_is_not_taken(time: str, tmp_path: Path) -> None:
    """No release could follow, and no change of a student would ever be newer."""
    root = bank(tmp_path)
    assert studypress("release", "--root", root, SOURCE_DATE_EPOCH=time).returncode == 0
    again = studypress("release", "--root", root)
    assert (again.returncode, again.stderr) == (0, "")


def test_release_notes_say_why_a_note_changed_that_the_author_did_not_touch(tmp_path: Path) -> None:
    root = bank(tmp_path, VENUES)
    write_bank(root, {"decks/practice.yaml": PRACTICE})
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    bank(root, VENUES.replace("answer: in the mill", "answer: in the old mill"))
    done = studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    assert "- talks (choice): Explained, Options, since it shows `supper`\n" in done.stdout
    assert "- supper (short): Answer\n" in done.stdout


def test_nothing_but_itself_and_what_it_names_enters_a_note_of_the_real_bank() -> None:
    """Adding or taking away any other question leaves the note as it is: each is the same when
    the bank holds nothing else."""
    project = read_project(ROOT)
    whole, shared = project.bank, setting(project)
    for question in whole.questions.values():
        kept = {str(question.id), *(use.reference.id for use in uses(question))}
        alone = replace(whole, questions={i: q for i, q in whole.questions.items() if i in kept})
        for form in set(question.forms) & CARD_FORMS:
            note = content(make_item(question, form, alone), shared)
            assert note == content(make_item(question, form, whole), shared)


def test_a_note_that_no_deck_ships_any_more_is_named_once_and_kept_in_mind(tmp_path: Path) -> None:
    root = bank(tmp_path)
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    deck = (root / "decks" / "cards.yaml").read_text(encoding="utf-8")
    write_bank(root, {"decks/cards.yaml": deck + "from:\n  kind: [date, person]\n"})
    done = studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    assert "In no deck any more" in done.stdout
    assert "- proposal (short)" in done.stdout
    ledger = parse_ledger((root / LEDGER_FILE).read_text(encoding="utf-8"))
    assert len(ledger.notes) == 10
    assert ledger.dump() == (root / LEDGER_FILE).read_text(encoding="utf-8")
    again = studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    assert "In no deck any more" not in again.stdout
    assert studypress("build", "--locked", "--root", root).returncode == 0


def test_release_notes_are_in_the_language_of_the_bank(tmp_path: Path) -> None:
    root = bank(tmp_path)
    record = root / "questions" / "bank.yaml"
    record.write_text(record.read_text("utf-8").replace("language: en", "language: ru"), "utf-8")
    done = studypress("release", "--dry-run", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    assert "Карточек: 10. Добавлено: 10" in done.stdout


def test_drafts_stamped_now_are_never_older_than_the_release(tmp_path: Path) -> None:
    import sqlite3
    import zipfile

    root = bank(tmp_path)
    studypress("release", "--root", root, SOURCE_DATE_EPOCH=SECOND)
    bank(root, QUESTION.replace("  cite", "  why: It was urgent.\n  cite"))
    studypress("build", "--stamp-now", "--root", root, SOURCE_DATE_EPOCH=FIRST)
    package = zipfile.ZipFile(root / "build" / "cards" / "cards.apkg").read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(package)
    times = {row[0] for row in connection.execute("select mod from notes")}
    connection.close()
    assert times == {int(SECOND), int(SECOND) + 1}


@pytest.mark.parametrize("version", ['"2026\\nnote a b"', '" 1  2 "'])
def test_any_version_is_kept_on_its_line(version: str, tmp_path: Path) -> None:
    record = FILES["questions/bank.yaml"].replace("2026.1", version)
    root = write_bank(tmp_path, {**FILES, "questions/bank.yaml": record})
    for _ in range(2):
        done = studypress("release", "--root", root)
        assert (done.returncode, done.stderr) == (0, "")
    assert studypress("check", "--root", root).returncode == 0
