"""Answers and their proof: the lock, and what a change to either of them does."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from studypress.project import read_project
from studypress.texts.inventory import Phrase, is_covered, phrases
from studypress.texts.lock import GRAM, Lock, grams, parse_lock, text_entries
from studypress.texts.numbered import Place, number_page, parse_numbered
from studypress.texts.words import words
from tests.examples import HISTORY, example_files
from tests.running import studypress
from tests.written import QUESTION, read_example, write_bank

ROOT = Path(__file__).parents[1]
REAL = {p.relative_to(ROOT).as_posix(): p.read_bytes() for p in (ROOT / "questions").glob("*.*")}
TOPICS = sorted(
    name for name in REAL
    if name.endswith(".yaml") and Path(name).stem not in ("bank", "people", "sources")
)  # fmt: skip


def errors(root: Path, files: dict[str, bytes]) -> set[str]:
    project = read_project(write_bank(root, dict(files)))
    return {d.code.id for d in project.diagnostics if d.is_error}


def items() -> list[tuple[str, str]]:
    """Every question of the real bank as its file and its YAML."""
    return [
        (name, item)
        for name in TOPICS
        for item in re.split(r"(?m)^(?=- id: )", REAL[name].decode())[1:]
    ]


def with_item(name: str, old: str, new: str) -> dict[str, bytes]:
    assert old != new
    return {**REAL, name: REAL[name].replace(old.encode(), new.encode())}


EVIDENCE = re.compile(r"(?m)^ +- (?:essay|biography) \d+(?: caption)?: (.+)$")


def change_word(item: str, chance: random.Random) -> str | None:
    """Another word in the evidence of one citation."""
    found = list(EVIDENCE.finditer(item))
    if not found:
        return None
    match = chance.choice(found)
    said = match[1].split(" ")
    said[chance.randrange(len(said))] = "zebra"
    return item[: match.start(1)] + " ".join(said) + item[match.end(1) :]


def change_paragraph(item: str, chance: random.Random) -> str | None:
    found = list(re.finditer(r"(?m)^ +- (?:essay|biography) (\d+)", item))
    if not found:
        return None
    match = chance.choice(found)
    number = str(int(match[1]) % 14 + 1)
    return item[: match.start(1)] + number + item[match.end(1) :] if number != match[1] else None


def change_digit(item: str, chance: random.Random) -> str | None:
    """Another digit in the answer, outside brackets."""
    answer = re.search(r"(?m)^  answer: (.+)$", item)
    plain = re.sub(r"\[[^\]]*\]", lambda m: "x" * len(m[0]), answer[1]) if answer else ""
    places = [m.start() for m in re.finditer(r"\d", plain)]
    if not answer or not places:
        return None
    at = answer.start(1) + chance.choice(places)
    return item[:at] + str((int(item[at]) + 1) % 10) + item[at + 1 :]


def change_person(item: str, chance: random.Random) -> str | None:
    return item.replace("  answer: $", "  answer: $x-", 1) if "  answer: $" in item else None


def change_to_another_person(item: str, chance: random.Random) -> str | None:
    match = re.search(r"(?m)^  answer: \$([\w-]+)$", item)
    if not match:
        return None
    other = chance.choice(
        [p for p in ("biden", "george-kennan", "clement-attlee") if p != match[1]]
    )
    return item.replace(match[0], f"  answer: ${other}", 1)


def change_quotation(item: str, chance: random.Random) -> str | None:
    match = re.search(r"(?m)^  words: (.+)$", item)
    return item.replace(match[0], f"  words: zebra {match[1].strip(chr(34))}") if match else None


MUTATIONS = [
    change_word,
    change_paragraph,
    change_digit,
    change_person,
    change_to_another_person,
    change_quotation,
]


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda f: f.__name__)
def test_a_mutated_question_is_a_fault(mutate: object, tmp_path: Path) -> None:
    assert callable(mutate)
    chance = random.Random(1953)
    changed = [(name, item, mutate(item, chance)) for name, item in items()]
    sample = [(n, i, m) for n, i, m in changed if m is not None and m != i]
    for name, item, mutated in chance.sample(sample, min(8, len(sample))):
        found = errors(tmp_path, with_item(name, item, mutated))
        assert found, f"not noticed:\n{item}\nas\n{mutated}"


def test_eight_words_in_a_row_of_a_text_stand_nowhere_in_the_repository() -> None:
    lock = parse_lock(REAL["questions/evidence.lock"].decode())
    assert sum(e.what == "sample" for e in lock.entries) > 100
    speech = re.compile(r"“[^”]*”|(?m:^ +words: .*$)|(?m:^ +- (?:essay|biography) \d.*$)")
    for path in [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / n for n in REAL if n.endswith(".yaml")),
        *(ROOT / "src").rglob("*.py"),
    ]:
        own = speech.sub(" . ", path.read_text(encoding="utf-8"))
        for line in own.split("\n"):
            for gram in grams(words(line)):
                assert not lock.samples(gram), f"{path}: {' '.join(gram)}"


def test_the_copying_test_would_notice_a_copied_paragraph() -> None:
    history = parse_numbered(HISTORY)
    lock = Lock.of(text_entries("history", history))
    for passage in history.passages.values():
        if len(words(passage)) >= GRAM:
            assert any(lock.samples(gram) for gram in grams(words(passage)))


def test_lock_is_sorted_and_reads_back_to_itself() -> None:
    text = REAL["questions/evidence.lock"].decode()
    assert parse_lock(text).dump() == text


def test_sources_lock_proves_a_bank_and_notices_what_is_not_there(tmp_path: Path) -> None:
    code = "format: 1\ntopic: T\nquestions:\n- id: proposal\n  kind: term\n  ask: What did the envoy propose?\n  answer: a cease-fire\n  cite:\n  - history {}: proposed that both sides cease fire\n"
    files = example_files("# questions/sources.yaml\n" + SOURCES + "# questions/base.yaml\n")
    del files["questions/evidence.lock"]
    root = write_bank(tmp_path, {**files, "questions/q.yaml": code.format(3).encode()})
    text = tmp_path / "history.txt"
    text.write_text(HISTORY, encoding="utf-8")
    assert studypress("check", "--root", root).returncode == 1
    done = studypress("sources", "lock", f"history={text}", "--root", root)
    assert (done.returncode, done.stdout) == (
        0,
        "questions/evidence.lock proves 1 citation\n",
    )
    assert studypress("check", "--root", root, "--strict").returncode == 0
    before = (root / "questions/evidence.lock").read_bytes()
    (root / "questions/q.yaml").write_text(code.format(4), encoding="utf-8")
    wrong = studypress("sources", "lock", f"history={text}", "--root", root)
    assert wrong.returncode == 1
    assert "stands in paragraph 3" in wrong.stderr
    assert (root / "questions/evidence.lock").read_bytes() == before


SOURCES = (
    "format: 1\ntexts:\n- key: history\n  title: A history\n  label: History\n"
    "  by: an invented historian\n  paragraphs: 6\n"
)


def test_evidence_that_stands_twice_is_refused(tmp_path: Path) -> None:
    history = parse_numbered(HISTORY + "\n[7] Again both sides cease fire; nobody minds.\n")
    assert history.places_of("both sides cease fire; nobody") == [Place(3), Place(7)]


def test_a_bank_with_texts_asks_for_their_words_where_nothing_is_cited(tmp_path: Path) -> None:
    uncited = QUESTION.split("  cite")[0]
    example = f"# questions/sources.yaml\n{SOURCES}# questions/base.yaml\n# questions/e.yaml\n"
    project = read_example(tmp_path, f"{example}format: 1\ntopic: T\nquestions:\n{uncited}")
    assert [d.code.id for d in project.diagnostics] == ["Q601"]
    assert "four to seven words" in (project.diagnostics[0].help or "")


def test_coverage_of_a_bank_without_texts_says_so(tmp_path: Path) -> None:
    assert not read_example(tmp_path, QUESTION).diagnostics
    done = studypress("coverage", "--root", tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("This bank has no texts to cover; they are recorded in")


def test_coverage_shows_gaps_and_what_is_left(tmp_path: Path) -> None:
    example = (
        "# questions/sources.yaml\n" + SOURCES + "# questions/base.yaml\n# questions/example.yaml\n"
        "format: 1\ntopic: T\nquestions:\n- id: arrival\n  kind: date\n  ask: When did she arrive in town?\n"
        "  answer: 3 May 1901\n  cite:\n  - history 1: arrived on May 3, 1901\n"
    )
    project = read_example(tmp_path, example)
    assert project.diagnostics == ()
    text = tmp_path / "history.txt"
    text.write_text(HISTORY, encoding="utf-8")
    done = studypress("coverage", "--text", f"history={text}", "--root", tmp_path)
    assert done.returncode == 0
    assert "History: 1 of 7 passages are asked about" in done.stdout
    assert "history: 7 paragraphs are those of the lock" in done.stdout
    assert "not covered: name “Customs House”" in done.stdout
    assert "not covered: number “20”" in done.stdout
    assert "May 3, 1901" not in done.stdout
    page = (tmp_path / "build" / "coverage.html").read_text(encoding="utf-8")
    assert page.count('class="gap"') == 6
    assert 'title="arrival"' in page
    assert "Customs" not in page


def test_points_of_a_passage() -> None:
    passage = "On 3 May 1901 the envoy met Ben Minister: “Come in,” he said to all 20 people."
    assert list(phrases(passage)) == [
        Phrase("quotation", "“Come in,”"),
        Phrase("date", "3 May 1901"),
        Phrase("number", "20"),
        Phrase("name", "Ben Minister"),
    ]
    assert is_covered(Phrase("date", "3 May 1901"), ["on 3 May 1901 the envoy"])
    assert not is_covered(Phrase("number", "20"), ["on 3 May 1901 the envoy"])


def test_a_pasted_page_is_numbered_by_the_same_rule() -> None:
    page = "# Title\n\nFirst paragraph,\nwrapped.\n\nSecond one.\n\nCaption: A picture\n\nThird.\n"
    assert number_page(page) == (
        "# Title\n\n[1] First paragraph, wrapped.\n\n[2] Second one.\n\n[2 caption] A picture\n\n[3] Third.\n"
    )
    assert list(parse_numbered(number_page(page)).passages) == [
        Place(1), Place(2), Place(2, caption=True), Place(3),
    ]  # fmt: skip
