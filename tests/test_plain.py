"""The quick way of reading never contradicts libyaml and the decoder that reports."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studypress.codes.table import BY_ID
from studypress.decode import decode, decode_plain
from studypress.diagnostics import Report
from studypress.model.definitions import Deck, Quiz
from studypress.model.question import QuestionFile
from studypress.model.records import BankFile, PeopleFile, SourcesFile
from studypress.source import Block, Declined, Mapping, Node, Plain, Scalar, Sequence, read_plain
from studypress.source.read import read
from tests.bench.generate import write_bank
from tests.bench.kingdom import QUESTIONS_A_FILE
from tests.examples import example_files

ROOT = Path(__file__).parents[1]
TYPES: tuple[type[object], ...] = (QuestionFile, BankFile, PeopleFile, SourcesFile, Deck, Quiz)
EXAMPLES = sorted(
    {
        content if isinstance(content, bytes) else content.encode()
        for code in BY_ID.values()
        for example_ in (code.bad, code.good)
        for path, content in example_files(example_).items()
        if path.endswith(".yaml")
    }
)

LEADS = st.sampled_from(["", "", "- ", "  ", "  ", "  - ", "    ", "   ", "-", "- - ", "? ", " "])
KEYS = st.sampled_from(
    [
        "",
        "a: ",
        "b: ",
        "a:",
        "cite:",
        "- x: ",
        "a b: ",
        "<<: ",
        "a :",
        "é: ",
        "a#: ",
        '"a": ',
        "~: ",
    ]
)
VALUES = st.sampled_from(
    ["", "x", "x y", "12:30", "a:b", "a: b", "b:", "a #b", "a  # b", "#c", "# c", '"q"', '"q: r"', '""',
     '"a\\n"', "[$a, b]", "[$a,b ]", "[a b]", "[]", "{a: b}", "|", ">-", "*a", "&a b", "!t x", "@x", "-x",
     "- x", "? x", "...", "---", "'q'", '" q"', "x ", "\u00a0", "a\u00a0", "q\u00e9", "\ufeff", "%a", "~", "$5 b",
     '"x"  # y', '"x" y', "[a]  # y", "a" * 210, "\t", "\U0001f600", "=", "a, b", "a]b", "a'b\"c"]
)  # fmt: skip
LINES = st.tuples(LEADS, KEYS, VALUES).map("".join) | st.sampled_from(["", "", "# c", "---", " "])


def plain(node: Node) -> Plain:
    """What libyaml read, as the quick reader gives it."""
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items, flow=True):
            return tuple(str(plain(item)) for item in items)
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return Block({key.text: plain(value) for key, value in entries})


def lines_of(value: Plain) -> list[int]:
    inner = value.values() if isinstance(value, Block) else value if isinstance(value, list) else ()
    own = [value.line] if isinstance(value, Block) else []
    return [*own, *(line for item in inner for line in lines_of(item))]


def lines_of_node(node: Node) -> list[int]:
    if isinstance(node, Scalar):
        return []
    if isinstance(node, Sequence):
        return [line for item in node.items for line in lines_of_node(item)]
    own = node.span("").line or 0
    return [own, *(line for _, value in node.entries for line in lines_of_node(value))]


def assert_same(data: bytes) -> None:
    """Read both ways: declined, or without a fault the same; decoded both ways the same."""
    try:
        block = read_plain(data)
    except Declined:
        return
    report = Report()
    document = read(data, "f.yaml", report)
    assert report.found == []
    assert document.root is not None
    assert plain(document.root) == block
    assert lines_of_node(document.root) == lines_of(block)
    for tp in TYPES:
        assert_same_value(block, document.root, tp)


def assert_same_value(block: Block, root: Node, tp: type[object]) -> None:
    report = Report()
    careful = decode(root, tp, "f.yaml", report)
    try:
        quick = decode_plain(block, tp, "f.yaml")
    except Declined:
        return
    assert report.found == []
    assert quick == careful


@settings(max_examples=1000, deadline=None)
@given(st.lists(LINES, max_size=8))
@example(["a:", "  b: x", " c: y"])
@example(["a: x", "  y"])
@example(["- a: x"])
@example(["a: b:"])
def test_any_lines_are_declined_or_read_as_libyaml_reads_them(lines: list[str]) -> None:
    assert_same("\n".join(lines).encode())


@settings(max_examples=500, deadline=None)
@given(st.binary(max_size=60) | st.text(" ab:#-\n[]\"'$&*!|", max_size=60).map(str.encode))
def test_any_bytes_are_declined_or_read_as_libyaml_reads_them(data: bytes) -> None:
    assert_same(data)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(EXAMPLES), st.integers(0, 2**32))
def test_a_sound_file_with_a_slip_is_declined_or_read_as_libyaml_reads_it(
    data: bytes, seed: int
) -> None:
    chance = random.Random(seed)
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        piece = chance.choice(
            [" ", "\n", ":", ": ", "#", " #", "- ", '"', "[", "{", "&", "\t", "$", "x", ""]
        )
        text = text[:at] + piece + text[at + chance.randint(0, 2) :]
    assert_same(text.encode())


@pytest.mark.parametrize("data", EXAMPLES)
def test_every_example_is_declined_or_read_and_decoded_alike(data: bytes) -> None:
    assert_same(data)


def test_files_as_people_write_them_are_read_the_quick_way(tmp_path: Path) -> None:
    write_bank(tmp_path, QUESTIONS_A_FILE)
    for path in (*tmp_path.glob("*/*.yaml"), *(ROOT / "decks").glob("*.yaml")):
        assert_same(path.read_bytes())
        read_plain(path.read_bytes())
    made = next((tmp_path / "questions").glob("register-*.yaml"))
    file = decode_plain(read_plain(made.read_bytes()), QuestionFile, "f.yaml")
    assert len(file.questions) == QUESTIONS_A_FILE
