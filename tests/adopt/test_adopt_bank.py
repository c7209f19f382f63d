"""The bank that is made of a deck: what a maintainer finds to read and to correct."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from anki.collection import Collection
from hypothesis import example, given
from hypothesis import strategies as st

from studypress.adopt import Naming, adopt, recover
from studypress.adopt.questions import ids
from studypress.decode import decode
from studypress.diagnostics import Report
from studypress.model.words import Gapped, Verbatim
from studypress.outputs.anki.reading import read
from studypress.project import read_project
from studypress.rendering import render
from studypress.source import Mapping, scalar
from studypress.source.read import read as read_source
from tests.adopt.decks import ATLAS, Maker, export, genanki_package, geography, state
from tests.golden import assert_golden
from tests.outputs.anki_package import cards, collection, import_into
from tests.running import studypress


def made(fill: Callable[[Collection], None], folder: Path, **options: bool) -> tuple[Path, str]:
    """The root of the bank made of a deck, and what was said."""
    folder.mkdir(exist_ok=True)
    with collection() as opened:
        fill(opened)
        export(opened, folder / "deck.apkg", **options)
    said = adopt(folder / "deck.apkg", folder / "bank", Naming())
    return folder / "bank", "\n".join(said) + "\n"


def files(root: Path) -> str:
    """All that people read of a bank, ids that come from the clock left out."""
    shown = []
    for path in sorted((*root.glob("questions/*.yaml"), *root.glob("decks/*.yaml"))):
        text = re.sub(r"^( *id): \d+$", r"\1: (a number)", path.read_text("utf-8"), flags=re.M)
        shown.append(f"# {path.relative_to(root)}\n{text}")
    return "\n".join(shown)


def test_the_next_step_is_said_with_the_folder(tmp_path: Path) -> None:
    with collection() as opened:
        geography(opened)
        export(opened, tmp_path / "deck.apkg")
    there = tmp_path / "my bank"
    done = studypress("adopt", tmp_path / "deck.apkg", "--root", there)
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.splitlines()[-1] == (
        f"Next: read some of {there}/questions, then `cd '{there}' && studypress build`, "
        "and try the package in Anki."
    )


def test_a_deck_reads_as_if_a_person_had_typed_it(tmp_path: Path) -> None:
    root, said = made(geography, tmp_path)
    assert_golden("adopt/geography.txt", said + "\n" + files(root))


def test_paths_may_be_typed_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, _ = made(geography, tmp_path / "whole")
    monkeypatch.chdir(tmp_path)
    adopt(Path("whole/deck.apkg"), Path("bank"), Naming())
    assert files(tmp_path / "bank") == files(root)


def odd(opened: Collection) -> None:
    """What decks hold besides: several roots, cards of one note in two decks, notes without words,
    texts that YAML would take for something else."""
    make = Maker(opened)
    make.atlas()
    make.note("Basic", "Música::Ópera", Front="$tosca", Back="yes", tags="ópera")
    make.note("Basic", "Música::Ópera", Front="ヴェルディ", Back="no: # never")
    make.note("Basic", "Música::Ópera", Front="ヴェルディ", Back="- a<br>- b: c<br># d")
    make.note("Basic", "Música", Front='<img src="gone.png">', Back="")
    make.note(
        "Basic", "Música", Front="soft\xadly, zero\u200bwidth", Back="\u202eleft\u202c, сhess"
    )
    make.note("Basic", "Música", Front="a long story", Back='"so" ' * 2_000)
    make.note("Basic", "Maths", Front=r"\(x^{2}\) is", Back="[$]x[/$] &lt;squared&gt;")
    make.note("Cloze", "Maths", Text=r"{{c1::\(\frac{a}{b}\)}} is a {{c1::fraction}}")
    make.note("Image Occlusion", "Maths", Occlusion="{{c1::image-occlusion:rect:left=.1}}")
    make.note(ATLAS, "Maths::Atlas", Place="1913", Capital="null", Capital_info='say "x" \\ y')
    assert opened.db is not None
    second = opened.db.scalar("select id from cards where ord = 1 order by id desc limit 1")
    opened.set_deck([second], opened.decks.id("Elsewhere") or 1)


def test_odd_notes_are_read_too(tmp_path: Path) -> None:
    root, said = made(odd, tmp_path)
    assert_golden("adopt/odd.txt", said + "\n" + files(root))
    (warning,) = read_project(root).diagnostics
    assert warning.code.id == "Q028"  # a Cyrillic letter in `chess`


def test_a_large_deck_comes_in_files_that_people_can_read(tmp_path: Path) -> None:
    numbers = [(f"number {n}", str(n)) for n in range(401)]
    genanki_package(tmp_path / "deck.apkg", "Numbers", numbers)
    adopt(tmp_path / "deck.apkg", tmp_path / "bank", Naming())
    root = tmp_path / "bank"
    parts = sorted(path.name for path in root.glob("questions/numbers*.yaml"))
    assert parts == ["numbers-part-1.yaml", "numbers-part-2.yaml", "numbers-part-3.yaml"]
    answers = [q.known.answer for q in read_project(root).bank.questions.values()]  # type: ignore[union-attr]
    assert answers == list(map(str, range(401)))


def studied(opened: Collection) -> None:
    """A deck out of use: reviewed, with options of its own and a filtered deck."""
    make = Maker(opened)
    for front in ("first", "second", "third", "fourth"):
        make.note("Basic", "Numbers", Front=front, Back="x")
    deck = opened.decks.by_name("Numbers")
    assert deck is not None
    options = opened.decks.add_config("Slow")
    opened.decks.set_config_id_for_deck_dict(deck, options["id"])
    card = opened.get_card(opened.find_cards("second")[0])
    card.start_timer()
    states = opened._backend.get_scheduling_states(card.id)
    opened.sched.answer_card(opened.sched.build_answer(card=card, states=states, rating=3))  # type: ignore[union-attr,arg-type]
    opened.decks.new_filtered("Filtered")
    filtered = opened.decks.id_for_name("Filtered")
    assert filtered is not None
    opened.sched.rebuild_filtered_deck(filtered)


def test_what_a_killed_run_was_moving_is_moved_and_the_rest_cleared_away(tmp_path: Path) -> None:
    root, _ = made(geography, tmp_path)
    whole = files(root)
    ready = root / ".studypress-adopt-killed" / "ready"
    ready.mkdir(parents=True)
    (root / "decks").rename(ready / "decks")  # killed between the two
    half = root / ".studypress-adopt-earlier" / "bank" / "questions"
    half.mkdir(parents=True)
    recover(root)
    assert files(root) == whole
    assert not list(root.glob(".studypress-adopt-*"))


def test_what_is_not_kept_is_said_and_the_order_of_new_cards_is_kept(tmp_path: Path) -> None:
    root, said = made(studied, tmp_path, with_scheduling=True, with_deck_configs=True)
    assert said.splitlines()[1:] == [
        "Not kept (your students keep what they have of it):",
        "- reviews and scheduling: all cards of a package are new",
        "- deck options",
        "- filtered decks",
    ]
    asked = re.findall(r"ask: (\w+)", (root / "questions" / "numbers.yaml").read_text("utf-8"))
    assert asked == ["first", "second", "third", "fourth"]


def test_each_package_of_several_trees_holds_its_own_and_all_of_it(tmp_path: Path) -> None:
    root, _ = made(odd, tmp_path)
    project = read_project(root)
    with collection() as whole, collection() as parts:
        import_into(whole, (tmp_path / "deck.apkg").read_bytes())
        for name in project.definitions:
            import_into(parts, render(project, name).files[f"{name}.apkg"])
        before, after = state(whole), state(parts)
        assert after["notes"] == before["notes"]
        assert [c[:2] for c in after["cards"]] == [c[:2] for c in before["cards"]]
        assert _lie_in(parts) == _lie_in(whole)


def _lie_in(opened: Collection) -> list[tuple[int, str]]:
    return [(c.id, opened.decks.name(c.did)) for c in sorted(cards(opened), key=lambda c: c.id)]


TEXTS = st.text().map(lambda text: read(text.replace("<", "‹"))).filter(bool)


@given(TEXTS, TEXTS)
@example("0", "A\u041a")
def test_what_is_typed_is_read_as_it_was(name: str, text: str) -> None:
    key = name.replace("\n", " ")
    report = Report()
    document = read_source(f"{scalar(key)}: {scalar(text, 2)}\n".encode(), "f.yaml", report)
    assert not report.has_errors  # letters that only look Latin are a warning
    assert isinstance(document.root, Mapping)
    ((found, value),) = document.root.entries
    assert found.text == key
    typed = decode(value, Verbatim, "f.yaml", report)
    assert typed == Verbatim(text)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1), TEXTS)
def test_a_cloze_text_is_read_as_it_is_typed(pairs: list[tuple[str, str]], before: str) -> None:
    (gap, after), *more = pairs
    text = Gapped(before, gap, after, tuple(more))
    if not any(brace in part for part in (before, *sum(pairs, ())) for brace in "{}"):
        assert Gapped.parse(str(text)) == text


def test_ids_come_from_words_and_never_stand_twice() -> None:
    texts = [
        "Capital of France?",
        "Capital of France!",
        "ヴェルディ",
        "$",
        "1913 ended",
        "a 2",
        "a",
    ]
    assert list(ids([*texts, "a"])) == [
        "capital-of-france", "capital-of-france-2", "note", "note-2", "q-1913-ended",
        "a-2", "a", "a-3",
    ]  # fmt: skip


@pytest.mark.parametrize("count", [20_000])
def test_ids_of_many_notes_without_words_are_found_at_once(count: int) -> None:
    assert len(set(ids(["ヴ"] * count))) == count
