"""Papers that were handed out can be made again, the same to the byte, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studypress.arrange import lay_out
from studypress.diagnostics import Report
from studypress.keeping import check_kept, kept_file, layout_of, read_kept
from studypress.model.definitions import Quiz
from studypress.project import Project, read_project
from studypress.remaking import Reread, remade, reread
from studypress.rendering import Wishes, kept, render
from tests.quizzes import dated, drawn_ids, project, quiz, section, term
from tests.running import contents, studypress
from tests.written import write_bank

QUESTIONS = (
    "".join(term(f"t{n}") for n in range(8))
    + "".join(dated(f"d{n}", 1900 + n, wrong=(1850, 1950, 2000)) for n in range(6))
    + "- id: o\n  order: [$d0, $d1, $d2]\n"
    + "- id: m\n  match: answer\n  of: [$t0, $t1, $t2]\n  spare: $t3\n"
)
PARTS = section("choice", 5) + section("ordering", 1) + section("matching", 1)
QUIZ = quiz(PARTS, "versions: [A, B]\n")


def keep(found: Project) -> str:
    """Keep the paper of `d`; its id."""
    ((path, data),) = kept(found, "d").items()
    write_bank(found.root, {path: data})
    return Path(path).stem


def again(root: Path, code: str) -> Reread:
    return reread(read_project(root), code, {})


def faults(paper: Reread) -> list[tuple[str, str]]:
    return [(d.code.id, d.message) for d in paper.faults]


def files(root: Path, paper: Reread) -> Mapping[str, bytes]:
    return remade(read_project(root), paper, Wishes()).files


@pytest.mark.parametrize("name", ["контрольная", "class 7, B", "{{x}}", "- x: #y", "$x", "x" * 240])
def test_a_quiz_may_have_any_name_that_a_file_has(name: str, tmp_path: Path) -> None:
    root = project(tmp_path, QUESTIONS, QUIZ).root
    (root / "decks" / "d.yaml").rename(root / "decks" / f"{name}.yaml")
    assert studypress("build", "--keep", "--root", root).returncode == 0
    ((path, data),) = kept(read_project(root), name).items()
    paper = again(root, Path(path).stem)
    assert paper.faults == ()
    assert files(root, paper) == render(read_project(root), name).files
    other = quiz(section("short", 1), f'not-in: ["{name}"]\n')
    write_bank(root, {"decks/other.yaml": other, path: data})
    assert studypress("check", "--root", root).returncode == 0


@pytest.mark.parametrize("name", ["../../../etc/passwd", "..", "/", "x" * 300])
def test_a_quiz_that_is_named_is_one_of_this_bank(name: str, tmp_path: Path) -> None:
    found = project(tmp_path, QUESTIONS, quiz(PARTS, f"not-in:\n- {name}\n"))
    assert [d.code.id for d in found.diagnostics] == ["Q513"]


@pytest.mark.parametrize("more", ["", "shuffle: questions\n"], ids=["plain", "shuffled"])
def test_a_kept_paper_is_made_again_to_the_byte(more: str, tmp_path: Path) -> None:
    """Whatever was added to the bank, whatever became of its definition."""
    found = project(tmp_path, QUESTIONS, quiz(PARTS, f"versions: [A, B, C]\n{more}"))
    before = render(found, "d").files
    code = keep(found)
    later = QUESTIONS + "".join(term(f"new{n}") for n in range(9))
    project(tmp_path, later, quiz(section("short", 99), seed=5).replace("quiz: T", "quiz: Other"))
    paper = again(tmp_path, code)
    assert faults(paper) == []
    assert files(tmp_path, paper) == before


def test_a_kept_paper_does_not_need_its_definition_nor_the_banks_title(tmp_path: Path) -> None:
    found = project(tmp_path, QUESTIONS, QUIZ)
    before = render(found, "d").files
    code = keep(found)
    (tmp_path / "decks/d.yaml").unlink()
    record = tmp_path / "questions/bank.yaml"
    record.write_text(record.read_text().replace("title: B", "title: C").replace("1\nl", "2\nl"))
    assert files(tmp_path, again(tmp_path, code)) == before


def test_what_no_paper_shows_may_change(tmp_path: Path) -> None:
    found = project(tmp_path, QUESTIONS, QUIZ)
    code = keep(found)
    retold = QUESTIONS.replace("  answer:", "  tags: [later]\n  importance: core\n  answer:")
    project(tmp_path, retold, QUIZ)
    for file in (tmp_path / "questions").glob("*.yaml"):
        file.write_text(file.read_text().replace("topic: ", "topic: Another "))
    changed = read_project(tmp_path).bank
    assert {changed.topic_tag(q).split("-")[0] for q in changed.questions.values()} == {"another"}
    assert faults(again(tmp_path, code)) == []


def test_a_question_that_has_changed_is_named(tmp_path: Path) -> None:
    found = project(tmp_path, QUESTIONS, QUIZ)
    code = keep(found)
    changed = drawn_ids(found)[0][:2]
    text = QUESTIONS
    for name in changed:
        text = text.replace(f"  answer: answer {name}\n", f"  answer: result {name}\n")
        text = text.replace(f"the event {name}?", f"the event {name} of the war?")
    project(tmp_path, text, QUIZ)
    paper = again(tmp_path, code)
    assert sorted(faults(paper)) == sorted(
        ("Q515", f"`{name}` has changed since") for name in changed
    )
    pages = b"".join(files(tmp_path, paper).values()).decode()
    assert all(f"result {name}" in pages or f"{name} of the war" in pages for name in changed)


def test_a_question_with_another_number_of_options_can_be_printed_as_it_is(tmp_path: Path) -> None:
    questions = "".join(term(f"t{n}") for n in range(5))
    found = project(tmp_path, questions, quiz(section("choice", 5), "versions: 4\n"))
    code = keep(found)
    project(tmp_path, questions.replace("  - distractor t1 2\n", ""), QUIZ)
    paper = again(tmp_path, code)
    assert faults(paper) == [("Q515", "`t1` has changed since")]
    assert "distractor t1 1" in files(tmp_path, paper)["paper-D.html"].decode()


def test_a_question_that_is_gone_is_named(tmp_path: Path) -> None:
    found = project(tmp_path, "".join(term(f"t{n}") for n in range(3)), quiz(section("choice", 3)))
    code = keep(found)
    project(tmp_path, term("t0") + term("t1", wrong=0), quiz(section("short", 1)))
    assert sorted(faults(again(tmp_path, code))) == [
        ("Q516", "there is no choice question `t1` any more"),
        ("Q516", "there is no choice question `t2` any more"),
    ]


def test_a_retired_question_is_still_there_for_papers(tmp_path: Path) -> None:
    found = project(tmp_path, QUESTIONS, QUIZ)
    before = render(found, "d").files
    code = keep(found)
    name = next(n for part in drawn_ids(found) for n in part if n in "t4 t5 t6 t7 d3 d4 d5")
    retired = f"- id: {name}\n  retired:\n  - reason: it was poor\n"
    project(tmp_path, QUESTIONS.replace(f"- id: {name}\n", retired), quiz(section("choice", 1)))
    paper = again(tmp_path, code)
    assert faults(paper) == []
    assert files(tmp_path, paper) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: T\n", "title: U\n"),
        ("minutes: 9\n", "minutes: 10\n"),
        ("versions: [A, B]", "versions: [A, C]"),
        ("marks: 1\n", "marks: 2\n"),
        ("    - A: 2 ", "    - A: 2 2 "),
        ("- B: ", "- C: "),
        (" / ", " "),
        ("form: choice", "form: short"),
        ("questions:\n", "questions: []\n"),
        ("format: 1\n", ""),
        ("paper: ", "paper: Z"),
        ("quiz: d", "quiz: ../d"),
        ("content: ", "content: f"),
        ("sections:", "sections: ["),
        ("sections:", "reading: true\nsections:"),
        ("  form: choice\n", "  form: choice\n  instruction: Do not choose.\n"),
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_a_fault(
    old: str, new: str, tmp_path: Path
) -> None:
    code = keep(project(tmp_path, QUESTIONS, QUIZ))
    path = tmp_path / f"decks/papers/{code}.yaml"
    text = path.read_text()
    assert old in text, text
    path.write_text(text.replace(old, new, 1))
    found = again(tmp_path, code).faults
    assert found
    assert all(d.is_error and d.help and d.place.file == f"decks/papers/{code}.yaml" for d in found)
    assert all(d.place.line for d in found)


def test_papers_can_leave_out_what_a_kept_one_asks(tmp_path: Path) -> None:
    found = project(tmp_path, QUESTIONS, quiz(section("choice", 5)))
    code = keep(found)
    asked = set(drawn_ids(found)[0])
    other = quiz(section("choice", 5), f"not-in: [{code}]\n", seed=3)
    assert not asked & set(drawn_ids(project(tmp_path, QUESTIONS, other))[0])
    (tmp_path / f"decks/papers/{code}.yaml").write_text("format: 1\npaper: [\n")
    broken = read_project(tmp_path).diagnostics
    assert {d.place.file for d in broken} == {f"decks/papers/{code}.yaml"}


def test_a_paper_that_is_not_kept_cannot_be_left_out(tmp_path: Path) -> None:
    found = project(tmp_path, QUESTIONS, quiz(section("choice", 5), "not-in: [KKKKKK]\n"))
    assert [d.code.id for d in found.diagnostics] == ["Q513"]


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(1, 10**6), versions=st.sampled_from(["[B]", "12", "[C, A]"]))
def test_reading_what_was_kept_gives_it_back(
    seed: int, versions: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("kept")
    more = f"versions: {versions}\nshuffle: questions\n"
    found = project(root, QUESTIONS, quiz(PARTS, more, seed))
    definition = found.definitions["d"]
    assert isinstance(definition, Quiz)
    layout = lay_out("d", definition, found.drawn["d"], found.bank)
    code = keep(found)
    report = Report()
    read = read_kept(root, code, report)
    assert read is not None
    check_kept(read, found.bank, report)
    assert report.found == []
    assert layout_of(read, found.bank) == layout
    assert kept_file(layout) == (root / f"decks/papers/{code}.yaml").read_bytes()


# A question each, which may stand in any order.
BLOCKS = [f"- id: {rest}" for rest in QUESTIONS.split("- id: ")[1:]]
TERMS = [f"t{n}" for n in range(8)]


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(1, 10**6),
    blocks=st.permutations(BLOCKS),
    core=st.sets(st.sampled_from(TERMS)),
    retired=st.sets(st.sampled_from(TERMS[4:])),
    new=st.integers(0, 9),
)
def test_whatever_becomes_of_the_bank_a_kept_paper_is_the_same_to_the_byte(
    seed: int,
    blocks: list[str],
    core: set[str],
    retired: set[str],
    new: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """As long as the words of its questions stay, which nothing here changes."""
    root = tmp_path_factory.mktemp("kept")
    found = project(root, QUESTIONS, quiz(PARTS, "versions: [A, B]\n", seed))
    before = render(found, "d").files
    code = keep(found)
    later = "".join(blocks) + "".join(term(f"new{n}") for n in range(new))
    for name in core:
        later = later.replace(f"- id: {name}\n", f"- id: {name}\n  importance: core\n")
    for name in retired:
        reason = f"- id: {name}\n  retired:\n  - reason: it was poor\n"
        later = later.replace(f"- id: {name}\n", reason)
    project(root, later, quiz(section("short", 1), seed=seed + 1))
    paper = again(root, code)
    assert faults(paper) == []
    assert files(root, paper) == before


def test_command_keeps_and_makes_again(tmp_path: Path) -> None:
    root = project(tmp_path, QUESTIONS, QUIZ).root
    (root / "decks/papers").mkdir()
    (root / "decks/papers/.AAAAAA.yaml.new").write_bytes(b"left by a run that was killed")
    built = studypress("build", "--keep", "--root", root)
    assert built.returncode == 0
    (path,) = (root / "decks/papers").iterdir()
    assert f"kept as decks/papers/{path.name}\n" in built.stdout
    done = studypress("paper", path.stem, "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(root / "build" / path.stem) == contents(root / "build" / "d")


def test_command_takes_an_id_in_small_letters_and_names_what_is_kept(tmp_path: Path) -> None:
    root = project(tmp_path, QUESTIONS, QUIZ).root
    studypress("build", "--keep", "--root", root)
    (path,) = (root / "decks/papers").iterdir()
    done = studypress("paper", path.stem.lower(), "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    unknown = studypress("paper", "ZZZZZZ", "--root", root)
    assert unknown.returncode == 2
    assert f"there is no paper `ZZZZZZ` in decks/papers/; there is: {path.stem}" in unknown.stderr


def test_command_names_what_it_prints_as_it_is_now(tmp_path: Path) -> None:
    root = project(tmp_path, QUESTIONS, QUIZ).root
    studypress("build", "--keep", "--root", root)
    (path,) = (root / "decks/papers").iterdir()
    found = project(root, QUESTIONS.replace("the event d", "the great event d"), QUIZ)
    dates = {i for part in drawn_ids(found) for i in part if i.startswith("d")}
    refused = studypress("paper", path.stem, "--root", root)
    done = studypress("paper", path.stem, "--current", "--root", root)
    assert (refused.returncode, done.returncode, done.stderr) == (1, 0, "")
    for name in dates:
        assert f"`{name}` has changed since" in refused.stderr
        assert f"`{name}` has changed since, and is printed as it is now\n" in done.stdout


def test_check_reads_kept_papers_but_lets_questions_change(tmp_path: Path) -> None:
    root = project(tmp_path, QUESTIONS, QUIZ).root
    studypress("build", "--keep", "--root", root)
    (path,) = (root / "decks/papers").iterdir()
    text = path.read_text()
    assert studypress("check", "--root", root).returncode == 0
    path.write_text(text.replace("minutes: 9", "minutes: 90"))
    altered = studypress("check", "--root", root)
    assert altered.returncode == 1
    assert f"what this file says is not `{path.stem}`" in altered.stdout
    path.write_text(text.replace("sections:", "sections: ["))
    broken = studypress("check", "--format", "concise", "--root", root)
    assert broken.stdout.startswith(f"decks/papers/{path.name}:")
    path.write_text(text)
    project(root, QUESTIONS.replace("What is", "What was"), QUIZ)
    assert QUESTIONS.replace("What is", "What was") != QUESTIONS
    assert studypress("check", "--root", root).returncode == 0


@pytest.mark.parametrize("code", ["../d", "a/b", "..", "D.yaml", "ABCDEF", "/etc/passwd", "", "é"])
def test_what_is_not_the_id_of_a_kept_paper_is_misuse(code: str, tmp_path: Path) -> None:
    root = project(tmp_path, QUESTIONS, QUIZ).root
    done = studypress("paper", code, "--root", root)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not (root / "build").exists()
