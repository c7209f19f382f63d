"""What holds for any input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studypress.diagnostics import Report
from studypress.source import Mapping, Node, Scalar, Sequence
from studypress.source.read import read
from studypress.source.writing import quoted, scalar
from tests.fuzz import targets
from tests.written import QUESTION, read_example

LINES = st.sampled_from(
    ["- id: a", "  kind: term", "  ask: What?", '  ask: "What', "\tkind: x", "  wrong: [a, b", "  - {a: b}",
     "   x: y", "---", "...", "# c", "  a: 'b", "  cite:", "  - essay 1: b c d e", "questions:", "format: 1",
     "- *a", "  b: &c d", "  ? x", "  : y", "  k: |", "    text: x", "  k: >-", "\u2028", "%YAML 1.1", "!!x y",
     "  answer: x: y", "  answer: x #1", "- - - a", "key", "", " "]
)  # fmt: skip


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\xed\xa0\x80: x")
def test_any_bytes_are_read_or_reported(data: bytes) -> None:
    targets.reads(data)


@settings(max_examples=settings.default.max_examples * 3)  # type: ignore[union-attr]
@given(st.lists(LINES, max_size=14))
def test_any_lines_are_read_or_reported(lines: list[str]) -> None:
    targets.reads("\n".join(lines).encode())


GRAMMAR = st.lists(
    st.sampled_from(
        "about early mid- late by to and from between of the spring half 27 July 1953 1 st some "
        "nearly $ , . 000 % million thousand two-thirds a and or - – [ ] { } {{ }} $id caption : "
        "days week 2 earlier https:// mailto: x \u0435 \u00a0".split(" ")
    ),
    max_size=12,
)


@given(st.text(max_size=40) | GRAMMAR.map(" ".join) | GRAMMAR.map("".join))
@example("y" * 81)
@example("about " * 1_600 + "1950")
@example("1950 to " * 1_200 + "1951")
@example("9" * 9_900)
@example("1" + ",000" * 2_400)
@example("million " * 1_200)
def test_any_text_is_a_value_or_malformed(text: str) -> None:
    targets.parses(text)


PAGES = st.lists(
    st.sampled_from(
        ["[1] A", "[1 caption] B", "[9999] C", "Caption: x", "# h", "“Q” 3 May 1901", "", " ", "\x0b",
         "release 1 x", "note a short g term live 1 ab cards Question:ab", "evidence t 3 0123456789abcdef",
         "note a bogus g term live 1 ab cards a:b", "sample t 0123456789abcdef", "\u2028", "[0] x"]
    ),
    max_size=8,
)  # fmt: skip


@given(st.text(max_size=60) | PAGES.map("\n".join))
def test_any_numbered_text_and_any_lock_is_read_or_refused(text: str) -> None:
    targets.numbers_texts(text)


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> targets.Banks:
    return targets.Banks(tmp_path_factory.mktemp("banks"))


@given(st.integers(0, len(targets.PLACES) - 1), st.lists(LINES | PAGES.map("\n".join), max_size=10))
def test_any_file_of_a_bank_ends_in_faults_or_in_outputs(
    banks: targets.Banks, place: int, lines: list[str]
) -> None:
    project = banks.builds(place, "\n".join(lines).encode() + b"\n")
    assert all(d.message for d in project.diagnostics)


@given(st.data())
def test_a_sound_file_that_is_cut_ends_in_faults_or_in_outputs(
    banks: targets.Banks, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(targets.PLACES) - 1))
    bank, path = targets.PLACES[place]
    whole = banks.kept if path == targets.KEPT else targets.BANKS[bank].get(path, QUESTION)
    text = (whole if isinstance(whole, bytes) else whole.encode()).decode()
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    between = data.draw(st.text(max_size=6) | LINES)
    banks.builds(place, (text[:start] + between + text[end:]).encode("utf-8", "surrogatepass"))


def plain(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(i) for i in items]
        case Mapping(entries=entries):
            return {key.text: plain(value) for key, value in entries}


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f\x85\xad"),
    max_size=20,
).filter(lambda t: not any(0x7F <= ord(c) <= 0x9F for c in t))
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(WORDS.filter(lambda t: t != "<<"), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def encode(value: object, indent: int = 0) -> str:
    pad = " " * indent
    if isinstance(value, str):
        return f" {quoted(value)}\n"
    if isinstance(value, list):
        return "\n" + "".join(f"{pad}-{encode(v, indent + 2)}" for v in value)
    assert isinstance(value, dict)
    return "\n" + "".join(f"{pad}{quoted(k)}:{encode(v, indent + 2)}" for k, v in value.items())


@given(st.dictionaries(WORDS.filter(lambda t: t != "<<"), VALUES, min_size=1, max_size=4))
def test_reading_what_was_written_gives_it_back(value: dict[str, object]) -> None:
    report = Report()
    document = read(encode(value).lstrip("\n").encode(), "f.yaml", report)
    assert report.found == []
    assert document.root is not None
    assert plain(document.root) == value


@pytest.mark.parametrize(
    "line", ["  answer: x: y", '  answer: "x', "  answer: [x] y", "  answer: @x"]
)
def test_the_repaired_line_that_help_shows_is_sound(line: str, tmp_path: Path) -> None:
    broken = QUESTION.replace("  answer: a cease-fire", line)
    (fault,) = read_example(tmp_path / "a", broken).diagnostics
    assert fault.help is not None
    mended = QUESTION.replace("  answer: a cease-fire", "  " + fault.help.removeprefix("write "))
    assert read_example(tmp_path / "b", mended).diagnostics == ()


@given(st.text("ab1 \n#:'\"[]{}-?|>&*!%@`,\\$~=<.éЖ", min_size=1, max_size=12))
def test_a_value_that_is_written_is_read_again(text: str) -> None:
    """As in kept papers and in banks that were adopted."""
    report = Report()
    written = f"first: 1\ntitle: {scalar(text, 2)}\nlast: 2\n"
    root = read(written.encode(), "f.yaml", report).root
    assert report.found == []
    assert isinstance(root, Mapping)
    assert [value.text for _, value in root.entries if isinstance(value, Scalar)] == [
        "1",
        text,
        "2",
    ]
