"""Files that are an accident or an attack end in a few faults, and soon. What each of many such
files costs is measured by `python -m tests.fuzz.bombs`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from studypress import codes as codes_table
from studypress.diagnostics import MOST_FAULTS
from studypress.limits import LARGEST_FILE, LONGEST_LINE, LONGEST_VALUE, MOST_VALUES
from studypress.model.names import letters
from studypress.project import Project, read_project
from studypress.rendering import render
from studypress.report_style import Style
from studypress.show import show
from tests.examples import BANK
from tests.fuzz.bombs import HEADER, many, question
from tests.written import QUESTION, found, read_example, write_bank

EXAMPLE = "questions/example.yaml"


def codes(project: Project) -> set[str]:
    return {d.code.id for d in project.diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        "#" * (LARGEST_FILE + 1),
        f"- id: a\n  kind: term\n  ask: {'x' * LONGEST_LINE}\n",
        f'- id: a\n  kind: term\n  ask: "{"x" * LONGEST_LINE}\n',
        "- id: a\n  kind: term\n  why: |\n" + "    so it was\n" * (LONGEST_VALUE // 9),
        "- a\n" * (MOST_VALUES + 1),
        QUESTION + "  tags:\n" + "  - a\n" * 1_001,
        "\0" * (MOST_FAULTS + 1),
        "\xff " * (MOST_FAULTS + 1),
        many(MOST_FAULTS + 1, lambda n: f"- id: q{n}\n  answer: x: y\n"),
        many(MOST_FAULTS + 1, lambda n: f"- id: q{n}\n  kind: trem\n"),
        many(MOST_FAULTS + 1, lambda n: question(n, ask="Why?")),
        "- id: a\n  cite:\n" + "  - a: 'b\n" * 6_000 + QUESTION.replace("a cease-fire", "x: y"),
        "".join(f"- id: q{n}\n  why: 'x{'y' * 9_000}\n" for n in range(400)),
    ],
    ids=[
        *("file", "line", "broken line", "value", "values", "list"),
        *("NUL", "bytes", "slips", "kinds", "warnings", "item", "rereading"),
    ],
)
def test_more_than_is_read_is_said_in_a_few_faults(text: str, tmp_path: Path) -> None:
    data = (HEADER + text).encode("latin-1" if "\xff" in text else "utf-8")
    project = read_project(write_bank(tmp_path, {**BANK, EXAMPLE: data}))
    assert codes(project) & {"Q026", "Q022"}
    assert project.has_errors or len(project.diagnostics) == MOST_FAULTS + 1
    assert len(project.diagnostics) <= MOST_FAULTS + 1
    for style in Style:
        assert len(show(project.diagnostics, style, project.root)) < 1_000_000


def test_a_file_of_the_greatest_size_is_read_and_hides_no_other(tmp_path: Path) -> None:
    files = {**BANK, EXAMPLE: HEADER + "#\n" * ((LARGEST_FILE - len(HEADER)) // 2)}
    files["questions/other.yaml"] = HEADER + QUESTION.replace("term", "trem")
    project = read_project(write_bank(tmp_path, files))
    assert codes(project) == {"Q102", "Q104"}


def test_of_one_file_as_many_faults_are_shown_as_anybody_reads(tmp_path: Path) -> None:
    project = read_example(tmp_path, "- id: offer\n" + "  kind: term\n" * (MOST_FAULTS + 500))
    assert found(project)[0] == f"Q026 {EXAMPLE}:None:None"
    assert project.diagnostics[0].message == "this file has more faults; 1,000 of them are shown"
    assert len(project.diagnostics) == MOST_FAULTS + 1


def test_a_question_in_a_file_that_is_too_large_is_not_called_unknown(tmp_path: Path) -> None:
    files = {**BANK, EXAMPLE: HEADER + QUESTION + "#" * LARGEST_FILE}
    after = QUESTION.replace("id: proposal", "id: other").replace("What did", "When and what did")
    files["questions/other.yaml"] = HEADER + after + "  after: [$proposal]\n"
    assert found(read_project(write_bank(tmp_path, files))) == [f"Q026 {EXAMPLE}:None:None"]


@pytest.mark.parametrize("escape", ["\\u202e", "\\u200b", "\\x00", "\\L", "\\N"])
def test_an_escape_brings_in_no_character_that_may_not_stand_there(
    escape: str, tmp_path: Path
) -> None:
    (fault,) = read_example(
        tmp_path, QUESTION.replace("a cease", f'"a {escape}cease').replace("fire\n", 'fire"\n')
    ).diagnostics
    assert fault.code.id in {"Q005", "Q006", "Q007", "Q027"}


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم",  # Persian: a zero-width non-joiner between letters
        "क्‍ष",  # Devanagari: a zero-width joiner
        "👩‍🚀 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿",  # one emoji of two, a flag of tags
        "שלום\u200f!",  # Hebrew: a mark that puts the exclamation mark at the left
        "β-carotene, 5 μm, Москва, Ελλάδα",
    ],
)
def test_scripts_may_use_the_joiners_and_marks_that_they_need(text: str, tmp_path: Path) -> None:
    assert found(read_example(tmp_path, QUESTION.replace("a cease-fire", text))) == []


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    root = write_bank(tmp_path, BANK)
    os.mkfifo(root / "questions" / "pipe.yaml")
    with pytest.raises(OSError, match="it is not a file"):
        read_project(root)


@pytest.mark.parametrize(
    "line",
    [
        "release 99999999999999999999 2026.1",
        "note come-in bogus g quote live 1 ab cards Question:ab",
        "note come-in short g quote live 99999999999999999999 ab cards Question:ab",
        "type question 99999999999999999999 1 ab ab",
    ],
)
def test_a_ledger_that_nobody_wrote_is_refused(line: str, tmp_path: Path) -> None:
    project = read_project(write_bank(tmp_path, {**BANK, "decks/notes.lock": f"# x\n{line}\n"}))
    assert [d.message for d in project.diagnostics] == [
        "notes.lock cannot be read: line 2 is not an entry"
    ]


def test_a_link_may_not_lead_out_of_the_bank(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a: secret\n")
    root = write_bank(tmp_path / "bank", BANK)
    link = root / "questions" / "link.yaml"
    link.symlink_to(root / "questions" / "base.yaml")
    assert "Q301" in codes(read_project(root))
    link.unlink()
    link.symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="a link that leads out of the bank"):
        read_project(root)


@pytest.mark.parametrize(
    "path", ["questions", "decks", "decks/papers", "decks/media", "questions/evidence.lock"]
)
def test_no_folder_of_the_bank_may_be_elsewhere(path: str, tmp_path: Path) -> None:
    """A stranger's bank could else show, or write to, what is not in it."""
    root = write_bank(tmp_path / "bank", BANK)
    moved, link = tmp_path / "elsewhere", root / path
    if link.exists():
        link.rename(moved)
    elif path.endswith(".lock"):
        moved.touch()
    else:
        moved.mkdir()
    link.symlink_to(moved)
    with pytest.raises(OSError, match="a link that leads out of the bank"):
        read_project(root)
    link.unlink()
    moved.rename(root / "inside")
    link.symlink_to(root / "inside")
    assert read_project(root).diagnostics == ()


def test_the_bank_itself_may_stand_behind_a_link(tmp_path: Path) -> None:
    write_bank(tmp_path / "bank", BANK)
    (tmp_path / "link").symlink_to(tmp_path / "bank")
    assert read_project(tmp_path / "link").diagnostics == ()


_QUIZ = "quiz: T\nformat: 1\nminutes: 10\nsections:\n"
_VERSIONS = "".join(f"- {version}\n" for version in letters(101))
_SECTION = "- title: S\n  form: short\n  count: 1\n"


@pytest.mark.parametrize(
    "sections",
    [
        _SECTION * 27,
        _SECTION.replace("1", "999999999999999"),
        _SECTION + "  marks: 999999999999999\n",
        _SECTION + "  at-most:\n" + "  - kind: date\n    count: 1\n" * 21,
        _SECTION + f"versions:\n{_VERSIONS}",
    ],
    ids=["sections", "questions", "marks", "quotas", "versions"],
)
def test_what_no_paper_can_hold_is_not_tried(sections: str, tmp_path: Path) -> None:
    project = read_project(write_bank(tmp_path, {**BANK, "decks/quiz.yaml": _QUIZ + sections}))
    assert codes(project) == {"Q530"}


def test_an_essay_of_any_marks_has_a_page_to_write_on(tmp_path: Path) -> None:
    essay = "- id: essay\n  long: How far did the envoy succeed?\n  marks: 999999999999999\n"
    quiz = _QUIZ + _SECTION.replace("short", "long")
    files = {**BANK, EXAMPLE: HEADER + essay, "decks/quiz.yaml": quiz}
    project = read_project(write_bank(tmp_path, files))
    assert len(render(project, "quiz").files["paper-A.html"]) < 100_000


@pytest.mark.parametrize("path", ["questions/evidence.lock", "decks/notes.lock"])
def test_what_is_no_file_is_not_taken_for_none(path: str, tmp_path: Path) -> None:
    root = write_bank(tmp_path, BANK)
    (root / path).unlink(missing_ok=True)
    (root / path).mkdir()
    with pytest.raises(OSError, match="it is not a file"):
        read_project(root)


@pytest.mark.parametrize(
    "name", ["a\nb.yaml", "a\x1b]0;b\x07.yaml", "a\u202eb.yaml", "a\\b.yaml", " .yaml"]
)
def test_a_name_that_cannot_be_shown_is_refused(name: str, tmp_path: Path) -> None:
    for folder in ("questions", "decks"):
        file = write_bank(tmp_path, BANK) / folder / name
        file.touch()
        with pytest.raises(OSError, match="cannot be shown on every system"):
            read_project(tmp_path)
        file.unlink()


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    link = write_bank(tmp_path, BANK) / "questions" / "z.yaml"
    link.symlink_to(link)
    with pytest.raises(OSError, match=r"a link that leads to itself|Too many levels"):
        read_project(tmp_path)


def test_somebody_without_a_name_is_a_fault(tmp_path: Path) -> None:
    people = "format: 1\npeople:\n- id: nobody\n  names: []\n"
    root = write_bank(tmp_path, {**BANK, "questions/people.yaml": people})
    assert codes_table.EMPTY_VALUE.id in codes(read_project(root))


@pytest.mark.parametrize(
    "names",
    [
        ["coverage.html"],
        ["Preview.HTML"],
        ["release-notes.md"],
        ["cards", "cards.yml"],
        ["cards", "Cards"],
        ["cafe\u0301", "caf\u00e9"],
    ],
)
def test_no_two_things_are_built_in_one_place(names: list[str], tmp_path: Path) -> None:
    paths = [f"decks/{n}" if n.endswith(".yml") else f"decks/{n}.yaml" for n in names]
    deck = "deck: Example\nformat: 1\nid: 1600000001\nforms: [short]\n"
    project = read_project(write_bank(tmp_path, {**BANK, **dict.fromkeys(paths, deck)}))
    (fault,) = project.diagnostics
    assert fault.code.id == "Q525"
    assert fault.place.file in paths
