"""What holds for any input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from studypress.diagnostics import Report, Span
from studypress.source import Mapping, Node, Scalar, Sequence
from studypress.source.read import read
from studypress.source.text import quoted
from tests.banks import QUESTION, read_example

LINES = st.sampled_from(
    ["- id: a", "  kind: term", "  ask: What?", '  ask: "What', "\tkind: x", "  wrong: [a, b", "  - {a: b}",
     "   x: y", "---", "...", "# c", "  a: 'b", "  cite:", "  - essay 1: b c d e", "questions:", "format: 1",
     "- *a", "  b: &c d", "  ? x", "  : y", "  k: |", "    text: x", "  k: >-", "\u2028", "%YAML 1.1", "!!x y",
     "  answer: x: y", "  answer: x #1", "- - - a", "key", "", " "]
)  # fmt: skip


def spans_are_inside(data: bytes, report: Report) -> None:
    for diagnostic in report:
        span = diagnostic.place
        assert isinstance(span, Span)
        assert span.line is None or 1 <= span.line <= data.count(b"\n") + data.count(b"\r") + 2
        assert span.column is None or span.column >= 1


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\xed\xa0\x80: x")
def test_any_bytes_are_read_or_reported(data: bytes) -> None:
    report = Report()
    document = read(data, "f.yaml", report)
    assert document.root is not None or report.has_errors
    spans_are_inside(data, report)


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_any_lines_are_read_or_reported(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    report = Report()
    document = read(data, "f.yaml", report)
    assert document.root is not None or report.has_errors
    spans_are_inside(data, report)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LINES, max_size=10))
def test_any_questions_file_ends_in_faults_not_in_a_traceback(
    tmp_path: Path, lines: list[str]
) -> None:
    project = read_example(tmp_path, QUESTION + "\n".join(lines) + "\n")
    assert all(d.message for d in project.diagnostics)


def plain(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(i) for i in items]
        case Mapping(entries=entries):
            return {key.text: plain(value) for key, value in entries}


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f\x85"), max_size=20
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


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(WORDS.filter(lambda t: t != "<<"), VALUES, min_size=1, max_size=4))
def test_reading_what_was_written_gives_it_back(value: dict[str, object]) -> None:
    report = Report()
    document = read(encode(value).lstrip("\n").encode(), "f.yaml", report)
    assert list(report) == []
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
